//! The charts of a sensitivity study, one or two for each way to measure it.

use super::head::picture;
use super::studies::SensitivityReport;
use super::study_pictures::{Charts, measure, number};
use super::swings::{named, others_named};
use crate::charts::{
    Bar, Bars, Dot, Lines, Measure, Scale, Scatter, Series, ShareRow, Shares, Stroke, Tornado,
    TornadoBar, TornadoEnd,
};
use crate::studies::sensitivity::tornado::TornadoPoint;
use crate::units::format::{in_unit, with_price_year};

/// Rows of a tornado, of shares and of bars at most.
const ROWS: usize = 16;
/// Inputs that are named among elementary effects.
const NAMED: usize = 12;

/// The charts of a sensitivity study.
pub fn of_sensitivity(report: &SensitivityReport<'_>) -> Charts {
    let mut charts: Charts = Vec::new();
    if let Some(chart) = tornado(report) {
        charts.push(Box::new(chart));
    }
    if let Some(chart) = spider(report) {
        charts.push(Box::new(chart));
    }
    if let Some(chart) = shares(report) {
        charts.push(Box::new(chart));
    }
    if let Some(chart) = effects(report) {
        charts.push(Box::new(chart));
    }
    if let Some(chart) = worth(report) {
        charts.push(Box::new(chart));
    }
    charts
}

fn tornado(report: &SensitivityReport<'_>) -> Option<Tornado> {
    let metric = report.metric();
    let now = in_unit(report.now?, metric.unit);
    let swings = report.swings.as_ref()?.iter().take(ROWS).map(|swing| {
        let uncertain = &report.draw.uncertainty.inputs[swing.at];
        let input = uncertain.input();
        let end = |point: &TornadoPoint| TornadoEnd {
            input: number(in_unit(point.input, input.unit)),
            value: point.metric.map(|base| in_unit(base, metric.unit)),
            mark: others_named(point, &report.wholes),
        };
        let year = report.subject.scenario.price_year;
        let unit = with_price_year(input.unit, year);
        let unit = if unit == "1" { String::new() } else { format!(", {unit}") };
        TornadoBar {
            name: format!("{}{unit}", input.path),
            low: end(&swing.low),
            high: end(&swing.high),
        }
    });
    let swings: Vec<TornadoBar> = swings.collect();
    let is_marked = |bar: &TornadoBar| bar.low.mark.is_some() || bar.high.mark.is_some();
    let now_built = named(&report.wholes, " and ").filter(|_| swings.iter().any(is_marked));
    let widest = swings.first()?.name.split(',').next().unwrap_or_default().to_owned();
    Some(Tornado {
        picture: picture(
            &report.subject.scenario,
            "tornado",
            format!("{widest} moves {} most", metric.path),
        ),
        measure: measure(metric, report.subject.scenario.price_year),
        now,
        swings,
        marks: now_built.map(|now| format!("dot: other than the {now} now")),
    })
}

fn spider(report: &SensitivityReport<'_>) -> Option<Lines> {
    let metric = report.metric();
    let series = report.spider.as_ref()?.iter().map(|(at, points)| Series {
        name: report.draw.uncertainty.inputs[*at].input().path.to_owned(),
        points: points
            .iter()
            .map(|(share, point)| {
                (100.0 * share, point.metric.map(|base| in_unit(base, metric.unit)))
            })
            .collect(),
        stroke: Stroke::Solid,
    });
    Some(Lines {
        picture: picture(
            &report.subject.scenario,
            "spider",
            format!("How {} bends along each input", metric.path),
        ),
        across: Measure::new("Place in the distribution of the input", "%"),
        along: measure(metric, report.subject.scenario.price_year),
        scales: (Scale::Linear, Scale::Linear),
        series: series.collect(),
        level: None,
        steps: Vec::new(),
    })
}

fn shares(report: &SensitivityReport<'_>) -> Option<Shares> {
    let indices = report.indices.as_ref()?;
    let mut rows: Vec<ShareRow> = indices
        .indices
        .iter()
        .map(|index| ShareRow {
            name: index.group.name.clone(),
            first: [index.first.value, index.first.low, index.first.high],
            total: [index.total.value, index.total.low, index.total.high],
        })
        .collect();
    rows.sort_by(|one, other| other.total[0].total_cmp(&one.total[0]));
    rows.truncate(ROWS);
    let most = rows.first()?;
    let title = format!(
        "{} accounts for {} % of the variance of {}",
        most.name,
        number(100.0 * most.total[0]),
        report.metric().path
    );
    let mut picture = picture(&report.subject.scenario, "shares", title);
    picture.subtitle = format!("{}; inputs taken as independent", picture.subtitle);
    Some(Shares {
        picture,
        measure: Measure::new("Share of the variance", "1"),
        names: ("by itself".to_owned(), "with everything it does together with others".to_owned()),
        rows,
    })
}

/// Elementary effects: how large they are, and how much they differ from path to path.
fn effects(report: &SensitivityReport<'_>) -> Option<Scatter> {
    let effects = report.effects.as_ref()?;
    let metric = report.metric();
    let unit = with_price_year(metric.unit, report.subject.scenario.price_year);
    let length = |base: f64| in_unit(base, metric.unit) - in_unit(0.0, metric.unit);
    let dots: Vec<Dot> = effects
        .iter()
        .filter(|effect| effect.size > 0.0)
        .map(|effect| Dot {
            name: report.draw.uncertainty.inputs[effect.at].input().path.to_owned(),
            at: (length(effect.size), length(effect.deviation)),
        })
        .collect();
    let title = format!("{} moves {} most along random paths", dots.first()?.name, metric.path);
    let mut picture = picture(&report.subject.scenario, "effects", title);
    picture.subtitle = format!(
        "{}; above the line the effect of an input varies more than its mean size",
        picture.subtitle
    );
    Some(Scatter {
        picture,
        measures: (
            Measure::new(format!("Mean size of the effect on {}, mu*", metric.path), unit.clone()),
            Measure::new("Standard deviation of the effect, sigma", unit),
        ),
        dots,
        named: NAMED,
        equal: Some("deviation = mean size".to_owned()),
    })
}

/// Worth of knowing everything, and of knowing each input that is worth anything.
fn worth(report: &SensitivityReport<'_>) -> Option<Bars> {
    let worth = report.worth.as_ref()?;
    let unit = with_price_year("MUSD", report.subject.scenario.price_year);
    let mut known: Vec<(&str, f64)> = worth
        .inputs
        .iter()
        .enumerate()
        .map(|(at, worth)| (report.draw.uncertainty.inputs[at].input().path, *worth))
        .filter(|(_, worth)| *worth > 0.0)
        .collect();
    known.sort_by(|one, other| other.1.total_cmp(&one.1));
    let built = if worth.prior > 0.0 { "orbit" } else { "the ground" };
    let title = match known.first() {
        Some((path, value)) => format!(
            "To know {path} before deciding is worth {} {unit}",
            number(in_unit(*value, "MUSD"))
        ),
        None if worth.perfect > 0.0 => "No input is worth knowing by itself".to_owned(),
        None => {
            format!(
                "Nothing is worth knowing before deciding: {built} is the choice in every sample"
            )
        }
    };
    let bar = |name: &str, value: f64| Bar::new(name, in_unit(value, "MUSD"));
    let everything = Bar { strong: true, ..bar("everything", worth.perfect) };
    let others = known.iter().take(ROWS - 1).map(|(path, value)| bar(path, *value));
    let mut picture = picture(&report.subject.scenario, "worth", title);
    picture.subtitle = format!("{}; without knowing more {built} is built", picture.subtitle);
    Some(Bars {
        picture,
        measure: Measure::new("Worth of knowing it before deciding between orbit and ground", unit),
        scale: Scale::Linear,
        bars: std::iter::once(everything).chain(others).collect(),
        level: None,
    })
}
