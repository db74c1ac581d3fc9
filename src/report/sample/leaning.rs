//! Where the stated value lies among the samples, and what pulls their middle away from it.

use super::{Samples, percentile};
use crate::studies::leans::Lean;
use crate::studies::table::{Cell, Column, Table};
use crate::system::metrics::METRICS;
use crate::units::format::{format_number, in_unit, with_price_year};
use serde::Serialize;

/// Inputs that are named.
const NAMED: usize = 3;
/// Metrics whose stated value is placed in a sentence.
const PLACED: [&str; 3] = ["ratio.cost", "orbit.cost_per_it_energy", "ground.cost_per_it_energy"];

/// One input that leans, as programs read it.
#[derive(Debug, Serialize)]
pub(super) struct LeanShown {
    input: &'static str,
    unit: String,
    low: f64,
    high: f64,
    /// The result there; null where it is no number.
    at_low: f64,
    at_high: f64,
    move_of_mean: f64,
}

impl Samples<'_> {
    /// Value of a metric in the scenario, and the share of the samples below it.
    pub(in crate::report) fn stated(&self, metric: usize) -> Option<(f64, f64)> {
        let value = (METRICS[metric].get)(&self.subject.evaluation)?;
        Some((value, self.tally.below(metric, value)))
    }

    /// Where the scenario's own values lie.
    pub(super) fn place(&self) -> Vec<String> {
        let headline = |at: &usize| PLACED.contains(&METRICS[*at].path);
        if self.summary(self.metric).is_some_and(|summary| !summary.varies()) {
            let path = METRICS[self.metric].path;
            return vec![format!("{path} is the same in every sample, so that it has no chart")];
        }
        let metrics = self.summaries.iter().map(|(at, _)| *at).filter(headline);
        let placed = metrics.filter_map(|at| Some((METRICS[at].path, self.stated(at)?.1)));
        let placed: Vec<(&str, f64)> = placed.collect();
        if placed.is_empty() {
            return Vec::new();
        }
        let words: Vec<String> = placed
            .iter()
            .map(|(path, below)| format!("{} % for {path}", format_number(100.0 * below, 3)))
            .collect();
        let mut said = vec![format!(
            "the scenario's own value lies above {} of the samples",
            words.join(", ")
        )];
        if placed.iter().any(|(_, below)| !(0.05..=0.95).contains(below)) {
            said.push(
                "a value beyond P5 or P95 is a case of its own: quote the median with its range"
                    .to_owned(),
            );
        }
        said
    }

    /// The inputs that lean most, with the result at their 5 % and 95 % points.
    pub(super) fn leaning(&self) -> Option<Table> {
        let metric = &METRICS[self.metric];
        let year = self.subject.scenario.price_year;
        let unit = with_price_year(metric.unit, year);
        let unit = if unit == "1" { String::new() } else { format!(" [{unit}]") };
        let [low, high] = [0.05, 0.95].map(percentile);
        let columns = [
            "leans most".to_owned(),
            low.clone(),
            high.clone(),
            "unit".to_owned(),
            format!("{} at {low}{unit}", metric.label),
            format!("at {high}"),
        ];
        let columns: Vec<Column> = columns.iter().map(|name| Column::words(name)).collect();
        let mut table = Table::new("inputs that lean most", columns);
        for lean in self.leans.iter().take(NAMED) {
            let input = self.draw.uncertainty.inputs[lean.at].input();
            let shown = |base: f64| Cell::Number(in_unit(base, input.unit));
            let result = |base: f64| Cell::Number(in_unit(base, metric.unit));
            table.push(vec![
                Cell::text(input.path),
                shown(lean.inputs.0),
                shown(lean.inputs.1),
                Cell::text(with_price_year(input.unit, year)),
                result(lean.results.0),
                result(lean.results.1),
            ]);
        }
        (!table.rows.is_empty()).then_some(table)
    }

    /// What the leans of all inputs come to, beside how far the median is from the value.
    pub(super) fn lean_sentence(&self) -> Option<String> {
        let (value, _) = self.stated(self.metric)?;
        let median = self.summary(self.metric)?.quantiles.get(2)?.value;
        let moved: f64 = self.leans.iter().map(Lean::move_of_mean).sum();
        let percent = |share: f64| format_number(100.0 * share, 3);
        (!self.leans.is_empty()).then(|| {
            format!(
                "the median of {} is {} % from the value; the leans of all inputs, each alone, \
                    move the mean by {} %",
                METRICS[self.metric].path,
                percent(median / value - 1.0),
                percent(moved)
            )
        })
    }

    /// The leans as programs read them, the largest first.
    pub(super) fn leans_shown(&self) -> Vec<LeanShown> {
        let metric = &METRICS[self.metric];
        let year = self.subject.scenario.price_year;
        let shown = |lean: &Lean| {
            let input = self.draw.uncertainty.inputs[lean.at].input();
            LeanShown {
                input: input.path,
                unit: with_price_year(input.unit, year),
                low: in_unit(lean.inputs.0, input.unit),
                high: in_unit(lean.inputs.1, input.unit),
                at_low: in_unit(lean.results.0, metric.unit),
                at_high: in_unit(lean.results.1, metric.unit),
                move_of_mean: lean.move_of_mean(),
            }
        };
        self.leans.iter().map(shown).collect()
    }
}
