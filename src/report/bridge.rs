//! Why two scenarios differ, in words and as a table.

use super::head::title;
use super::table::{DIGITS, text as table_text, wrap};
use crate::studies::bridge::{Bridge, BridgeAnswer, BridgeBar, Difference};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::table::{Cell, Column, Table};
use crate::system::metrics::Metric;
use crate::units::format::{format_number, in_unit, with_price_year};

/// Reasons that the text names.
const REASONS: usize = 3;
/// Differences that are named for each.
const NAMED: usize = 3;

/// A bridge with what it leads from and to.
#[derive(Debug, Clone, Copy)]
pub struct BridgeReport<'a> {
    /// The first scenario.
    pub from: &'a EvaluatedScenario,
    /// The second scenario, in the same price year.
    pub to: &'a EvaluatedScenario,
    /// The metric.
    pub metric: &'static Metric,
    /// The bridge.
    pub bridge: &'a Bridge,
}

impl BridgeReport<'_> {
    fn year(&self) -> u16 {
        self.to.scenario.price_year
    }

    fn unit(&self) -> String {
        with_price_year(self.metric.unit, self.year())
    }

    fn number(&self, base: f64) -> String {
        let number = format_number(in_unit(base, self.metric.unit), DIGITS);
        match self.unit().as_str() {
            "1" => number,
            unit => format!("{number} {unit}"),
        }
    }

    fn signed(&self, base: f64) -> String {
        let sign = if base < 0.0 { "-" } else { "+" };
        format!("{sign}{}", self.number(base.abs()))
    }

    /// The parts in the order of their size, with what differs most in each.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::words("what differs"),
            Column::numbers("change", &self.unit()),
            Column::words("most in it"),
        ];
        let mut table = Table::new("bridge", columns);
        let shown = |base: f64| Cell::number(Some(in_unit(base, self.metric.unit)));
        table.push(vec![
            Cell::text(self.from.scenario.title.clone()),
            shown(self.bridge.from),
            Cell::Missing,
        ]);
        for bar in self.bridge.by_size() {
            let words = bar.differences.first().map_or_else(String::new, |one| self.words(one));
            table.push(vec![Cell::text(bar.name), shown(bar.change), Cell::text(words)]);
        }
        table.push(vec![
            Cell::text(self.to.scenario.title.clone()),
            shown(self.bridge.to),
            Cell::Missing,
        ]);
        table
    }

    /// One difference: path, value before and after.
    fn words(&self, difference: &Difference) -> String {
        let value = |base: Option<f64>| {
            base.map_or_else(|| "free".to_owned(), |base| self.value(difference, base))
        };
        let pin = if difference.is_pin { "pin " } else { "" };
        format!("{pin}{} {} → {}", difference.path, value(difference.from), value(difference.to))
    }

    fn value(&self, difference: &Difference, base: f64) -> String {
        use crate::system::inputs::input;
        use crate::system::value::Form;
        let kind = input(&difference.path).filter(|_| !difference.is_pin).map(|input| input.form);
        if let Some(Form::Choice(names)) = kind {
            let named =
                names.iter().enumerate().find(|(place, _)| (*place as f64 - base).abs() < 0.5);
            return named.map_or_else(String::new, |(_, name)| (*name).to_owned());
        }
        if kind == Some(Form::Date) {
            return "another day".to_owned();
        }
        let number = format_number(in_unit(base, difference.unit), DIGITS);
        match with_price_year(difference.unit, self.year()).as_str() {
            "1" => number,
            unit => format!("{number} {unit}"),
        }
    }

    /// The three largest reasons, in a sentence each.
    pub fn reasons(&self) -> Vec<String> {
        let reason = |bar: &&BridgeBar| {
            let named: Vec<String> =
                bar.differences.iter().take(NAMED).map(|one| self.words(one)).collect();
            let more = bar.differences.len().saturating_sub(NAMED);
            let more = if more > 0 { format!(" and {more} more") } else { String::new() };
            format!("{}: {} ({}{more})", bar.name, self.signed(bar.change), named.join("; "))
        };
        self.bridge.by_size().iter().take(REASONS).map(reason).collect()
    }

    /// The answer in words with the table below.
    pub fn text(&self, width: usize) -> String {
        let mut out = String::new();
        let mut say = |text: &str, indent: &str| {
            for (line, part) in wrap(text, width.saturating_sub(4)).iter().enumerate() {
                let lead = if line == 0 { indent } else { "    " };
                out.push_str(&format!("{}{part}\n", if indent.is_empty() { "" } else { lead }));
            }
        };
        say(
            &format!(
                "`{}` goes from {} ({}) to {} ({}).",
                self.metric.path,
                self.number(self.bridge.from),
                title(&self.from.scenario),
                self.number(self.bridge.to),
                title(&self.to.scenario)
            ),
            "",
        );
        if self.bridge.bars.is_empty() {
            say("Nothing differs between the two.", "");
            return out;
        }
        let heading = match self.bridge.by_size().len() {
            0 | 1 => "The only reason:",
            2 => "The two reasons:",
            3 => "The three reasons:",
            _ => "The three largest reasons:",
        };
        say(heading, "");
        for (place, reason) in self.reasons().iter().enumerate() {
            say(reason, &format!(" {}. ", place + 1));
        }
        out.push('\n');
        out.push_str(&table_text(&self.table(), width));
        out.push('\n');
        for line in wrap(&self.note(), width) {
            out.push_str(&format!("{line}\n"));
        }
        out
    }

    /// How the bars were found, and how well they add up.
    fn note(&self) -> String {
        let missing = if self.bridge.missing == 0 {
            String::new()
        } else {
            format!(
                "; in {} of them the metric does not exist, and orders through those are left out",
                self.bridge.missing
            )
        };
        let origin = match self.bridge.bars.len() {
            1 => "all that differs is in one group".to_owned(),
            groups => format!(
                "each change is the mean over all orders of the {groups} groups ({} \
                 mixtures{missing})",
                self.bridge.mixtures
            ),
        };
        format!(
            "{origin}; the bars add up to the gap within {:.0e}",
            in_unit(self.bridge.residual().abs(), self.metric.unit).max(1.0e-16)
        )
    }

    /// The answer as programs read it.
    pub fn json(&self) -> BridgeAnswer {
        BridgeAnswer::of(self.from, self.to, self.metric, self.bridge)
    }

    /// The waterfall.
    #[cfg(feature = "charts")]
    pub fn chart(&self) -> crate::charts::waterfall::Waterfall {
        use super::head::subtitle;
        use crate::charts::waterfall::{Step, Waterfall};
        use crate::charts::{Measure, Picture};
        let shown = |base: f64| in_unit(base, self.metric.unit);
        let steps = self.bridge.by_size().into_iter();
        let steps = steps
            .map(|bar| Step { name: bar.name.to_owned(), change: shown(bar.change) })
            .collect();
        let largest = self.bridge.by_size().first().map_or("nothing", |bar| bar.name);
        let mut picture = Picture::new(
            "bridge",
            format!(
                "From {} to {}: most by {largest}",
                self.number(self.bridge.from),
                self.number(self.bridge.to)
            ),
        );
        let [from, to] = [self.from, self.to].map(|end| subtitle(&end.scenario));
        picture.subtitle = format!("{from} → {to}");
        picture.footer = format!(
            "{}; mean over all orders of the changes; skyrack {}",
            self.metric.path,
            env!("CARGO_PKG_VERSION")
        );
        picture.digest.clone_from(&self.to.scenario.digest);
        Waterfall {
            picture,
            measure: Measure::new(self.metric.path, self.unit()),
            from: (self.from.scenario.title.clone(), shown(self.bridge.from)),
            steps,
            to: (self.to.scenario.title.clone(), shown(self.bridge.to)),
        }
    }
}
