//! The charts of studies: what each shows, from the numbers of the study.

use super::designs::TimelineReport;
use super::head::picture;
use super::sample::{SHARES, Samples, percentile};
use super::studies::SweepReport;
use crate::charts::{
    Bar, Bars, Chart, Fan, FanPoint, HeatMap, Histogram, Lines, Mark, Measure, Pareto, ParetoPoint,
    ParityYear, Scale, Series, StepMark, Steps, Stroke,
};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::optimize::{Goal, Optimum};
use crate::studies::sweep::{AxisValues, SweepAxis, SweepPoint};
use crate::studies::tally::{Estimate, Summary};
use crate::studies::timeline::{QuantileBand, Timeline, TimelineYear};
use crate::system::metrics::{METRICS, Metric};
use crate::units::format::{display_unit, in_unit, with_price_year};

/// Charts of any kind.
pub type Charts = Vec<Box<dyn Chart>>;
/// Bars of a histogram at most.
const BARS: usize = 60;

pub(super) fn measure(metric: &Metric, year: u16) -> Measure {
    let meaning = metric.meaning.trim().trim_end_matches('.');
    Measure::new(meaning, with_price_year(metric.unit, year))
}

pub(super) fn number(value: f64) -> String {
    crate::charts::theme::number(value)
}

/// A level that is worth a line: ratio one.
fn level(metric: &Metric) -> Option<(f64, String)> {
    (metric.path == "ratio.cost").then(|| (1.0, "as much as the ground".to_owned()))
}

/// The scale of an axis: logarithmic where numbers above zero span more than a factor of 30.
fn scale_of((low, high): (f64, f64)) -> Scale {
    if low > 0.0 && high > 30.0 * low { Scale::Log } else { Scale::Linear }
}

/// What the scenario's own value is called in a chart.
const OWN: &str = "this scenario";

/// The charts of a run of samples: the distribution of one metric.
pub fn of_samples(samples: &Samples<'_>, metric: usize) -> Charts {
    let known = &METRICS[metric];
    let Some(summary) = samples.summary(metric).filter(|one| one.varies()) else {
        return Vec::new();
    };
    let shown = |base: f64| in_unit(base, known.unit);
    let year = samples.subject.scenario.price_year;
    let all = samples.tally.counts.samples.max(1) as f64;
    let bars = merged(&samples.tally.bins(metric), summary)
        .into_iter()
        .map(|(low, high, count)| (shown(low), shown(high), count as f64 / all))
        .collect();
    let exists = summary.exists as f64 / all;
    let marks = marks(samples, metric, summary);
    let [low, _, middle, _, high] = &summary.quantiles[..] else { return Vec::new() };
    let unit = with_price_year(known.unit, year);
    let unit = if unit == "1" { String::new() } else { format!(" {unit}") };
    let of_those = if exists < 1.0 { " of those that have a cost" } else { "" };
    let title = if known.path == "ratio.cost" {
        let wins = samples.tally.wins().0;
        format!(
            "Orbit wins in {} % of the samples; in the median{of_those} it costs {} times the \
             ground",
            number(100.0 * wins),
            number(shown(middle.value))
        )
    } else {
        format!(
            "{} in the median, 90 % of the samples between {} and {}{unit}",
            number(shown(middle.value)),
            number(shown(low.value)),
            number(shown(high.value))
        )
    };
    let existing = if exists < 1.0 {
        format!("; it exists in {} %", number(100.0 * exists))
    } else {
        String::new()
    };
    let mut picture = picture(&samples.subject.scenario, "distribution", title);
    picture.subtitle =
        format!("{}; {} samples{existing}", picture.subtitle, samples.tally.counts.samples);
    let chart = Histogram {
        picture,
        measure: measure(known, year),
        scale: scale_of(summary.range),
        bars,
        exists,
        marks,
        level: level(known),
    };
    vec![Box::new(chart)]
}

/// Quantiles and the scenario's own value, with the share of all samples below.
fn marks(samples: &Samples<'_>, metric: usize, summary: &Summary) -> Vec<(String, f64, f64)> {
    let shown = |base: f64| in_unit(base, METRICS[metric].unit);
    let exists = summary.exists as f64 / samples.tally.counts.samples.max(1) as f64;
    let quantiles = SHARES.iter().zip(&summary.quantiles);
    let ends = quantiles.filter(|(share, _)| [0.05, 0.5, 0.95].contains(*share));
    let mark = |(share, quantile): (&f64, &Estimate)| {
        (percentile(*share), shown(quantile.value), share * exists)
    };
    let stated = samples.stated(metric);
    let own = stated.map(|(value, below)| (OWN.to_owned(), shown(value), below));
    ends.map(mark).chain(own).collect()
}

/// Bins put together so that a chart can show them: neighbors of about equal width.
fn merged(bins: &[(f64, f64, u64)], summary: &Summary) -> Vec<(f64, f64, u64)> {
    let (low, high) = summary.range;
    let wide = low > 0.0 && high > 30.0 * low;
    let place = |value: f64| {
        if wide {
            libm::log(value / low) / libm::log(high / low)
        } else {
            (value - low) / (high - low)
        }
    };
    let mut bars: Vec<(f64, f64, u64)> = Vec::new();
    let mut slot = usize::MAX;
    for (from, to, count) in bins {
        let (from, to) = (from.max(low), to.min(high));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "at most the bars"
        )]
        let own = (place(0.5 * (from + to)).clamp(0.0, 0.999_999) * BARS as f64) as usize;
        match bars.last_mut() {
            Some(bar) if own == slot => {
                bar.1 = to;
                bar.2 += count;
            }
            _ => bars.push((from, to, *count)),
        }
        slot = own;
    }
    bars.retain(|(from, to, _)| from < to);
    bars
}

/// The chart of a sweep: a map, lines, or bars for words.
pub fn of_sweep(sweep: &SweepReport<'_>) -> Charts {
    let numeric = |axis: &SweepAxis| matches!(axis.values, AxisValues::Numbers(_));
    let is_shown = |cell: SweepPoint<'_>| cell.is_feasible() && cell.metric().is_some();
    let is_map = sweep.axes.len() > 1 && sweep.axes.iter().all(numeric);
    match sweep.axes {
        // lines and bars are of designs that close; a map shows where none does
        _ if !is_map && !sweep.cells.iter().any(is_shown) => Vec::new(),
        [one] if numeric(one) => vec![Box::new(lines(sweep, one, None))],
        [one] => vec![Box::new(word_bars(sweep, one))],
        [one, other] if numeric(one) && numeric(other) => vec![Box::new(map(sweep, one, other))],
        [one, other] if numeric(one) => vec![Box::new(lines(sweep, one, Some(other)))],
        [one, other] if numeric(other) => vec![Box::new(lines(sweep, other, Some(one)))],
        _ => Vec::new(),
    }
}

fn axis_measure(sweep: &SweepReport<'_>, axis: &SweepAxis) -> Measure {
    let unit = axis.input.map_or("", |input| input.unit);
    let name = axis.input.map_or(axis.path.as_str(), |input| input.label);
    Measure::new(name, with_price_year(unit, sweep.subject.scenario.price_year))
}

fn scale(values: &[f64]) -> Scale {
    let steps = |ratio: bool| {
        let gap = |pair: &[f64]| if ratio { pair[1] / pair[0] } else { pair[1] - pair[0] };
        let (first, last) = (gap(&values[..2]), gap(&values[values.len() - 2..]));
        (first / last - 1.0).abs() < 1e-6
    };
    if values.len() > 2 && values[0] > 0.0 && !steps(false) && steps(true) {
        Scale::Log
    } else {
        Scale::Linear
    }
}

fn shown_values(axis: &SweepAxis) -> Vec<f64> {
    match (&axis.values, axis.input) {
        (AxisValues::Numbers(numbers), Some(input)) => {
            numbers.iter().map(|number| in_unit(*number, input.unit)).collect()
        }
        _ => Vec::new(),
    }
}

fn map(sweep: &SweepReport<'_>, one: &SweepAxis, other: &SweepAxis) -> HeatMap {
    let metric = sweep.metric();
    let year = sweep.subject.scenario.price_year;
    let (across, along) = (shown_values(one), shown_values(other));
    let unit = display_unit(metric.unit);
    let shown = |base: f64| unit.as_ref().map_or(base, |unit| unit.from_base(base));
    let cells = sweep.cells.iter().map(|cell| (cell.metric().map(shown), cell.is_feasible()));
    let own = one.input.zip(other.input).map(|(one, other)| Mark {
        name: OWN.to_owned(),
        at: (
            in_unit((one.get)(&sweep.subject.design), one.unit),
            Some(in_unit((other.get)(&sweep.subject.design), other.unit)),
        ),
        own: true,
    });
    let fits =
        |mark: &Mark| mark.at.1.is_some_and(|y| y >= along[0] && y <= along[along.len() - 1]);
    let mut marks: Vec<Mark> = own.into_iter().filter(fits).collect();
    if one.path == "launch.price" {
        marks.extend(sweep.vehicles.iter().map(|vehicle| Mark {
            name: vehicle.name.clone(),
            at: (vehicle.paid, None),
            own: false,
        }));
    }
    let title = sweep.finding();
    HeatMap {
        picture: picture(&sweep.subject.scenario, "map", title),
        measures: (axis_measure(sweep, one), axis_measure(sweep, other)),
        scales: (scale(&across), scale(&along)),
        across,
        along,
        measure: measure(metric, year),
        cells: cells.collect(),
        contour: sweep.contour.map(|value| {
            let value = in_unit(value, metric.unit);
            (value, format!("{} = {}", metric.path, number(value)))
        }),
        marks,
    }
}

fn lines(sweep: &SweepReport<'_>, axis: &SweepAxis, words: Option<&SweepAxis>) -> Lines {
    let metric = sweep.metric();
    let values = shown_values(axis);
    let first_is_axis = std::ptr::eq(axis, &raw const sweep.axes[0]);
    let names = match words.map(|axis| &axis.values) {
        Some(AxisValues::Words(words)) => words.clone(),
        _ => vec![metric.path.to_owned()],
    };
    let series = names.iter().enumerate().map(|(word, name)| {
        let points = sweep.cells.iter().filter_map(|cell| {
            let (at, own) = if first_is_axis { cell.at } else { (cell.at.1, cell.at.0) };
            let value = cell.metric().filter(|_| cell.is_feasible());
            (own == word).then(|| (values[at], value.map(|base| in_unit(base, metric.unit))))
        });
        Series { name: name.clone(), points: points.collect(), stroke: Stroke::Solid }
    });
    let mut picture = picture(&sweep.subject.scenario, "sweep", sweep.finding());
    if let Some(failures) = sweep.failures() {
        picture.subtitle = format!("{}; not drawn: {failures}", picture.subtitle);
    }
    Lines {
        picture,
        across: axis_measure(sweep, axis),
        along: measure(metric, sweep.subject.scenario.price_year),
        scales: (scale(&values), Scale::Linear),
        series: series.collect(),
        level: level(metric),
        steps: steps(sweep, &values),
    }
}

/// Where the design changes, between the points of the axis.
fn steps(sweep: &SweepReport<'_>, values: &[f64]) -> Vec<Steps> {
    let between = |at: usize| match scale(values) {
        Scale::Log => (values[at] * values[at + 1]).sqrt(),
        Scale::Linear => 0.5 * (values[at] + values[at + 1]),
    };
    let marked = |(changes, name, mark): (Vec<usize>, String, StepMark)| {
        let places: Vec<f64> = changes.into_iter().map(between).collect();
        (!places.is_empty()).then_some(Steps { places, name, mark })
    };
    let (fleet, others) = sweep.design_changes();
    let all = sweep.neighbors().len();
    let fleet_said = format!("satellites or launches change at {} of {all} steps", fleet.len());
    let others_said = if fleet.is_empty() {
        format!("another choice changes at {} of {all} steps", others.len())
    } else {
        format!("another choice at {}", others.len())
    };
    let marks = [(fleet, fleet_said, StepMark::Tall), (others, others_said, StepMark::Short)];
    marks.into_iter().filter_map(marked).collect()
}

fn word_bars(sweep: &SweepReport<'_>, axis: &SweepAxis) -> Bars {
    let metric = sweep.metric();
    let AxisValues::Words(words) = &axis.values else {
        return Bars {
            picture: picture(&sweep.subject.scenario, "sweep", String::new()),
            measure: measure(metric, 2026),
            scale: Scale::Linear,
            bars: Vec::new(),
            level: None,
        };
    };
    let bars = sweep.cells.iter().map(|cell| {
        let name = if cell.is_feasible() {
            words[cell.at.0].clone()
        } else {
            format!("{} (infeasible)", words[cell.at.0])
        };
        let value = cell.metric().map(|base| in_unit(base, metric.unit));
        Bar { name, value, range: None, strong: false }
    });
    Bars {
        picture: picture(&sweep.subject.scenario, "sweep", sweep.finding()),
        measure: measure(metric, sweep.subject.scenario.price_year),
        scale: Scale::Linear,
        bars: bars.collect(),
        level: level(metric),
    }
}

/// The chart of a front of two goals.
pub fn of_optimum(
    subject: &EvaluatedScenario,
    goals: &[Goal],
    optimum: &Optimum,
    names: &[String],
) -> Charts {
    let [one, other] = goals else { return Vec::new() };
    let metrics = (&METRICS[one.metric], &METRICS[other.metric]);
    let year = subject.scenario.price_year;
    let front: Vec<ParetoPoint> = optimum
        .front
        .iter()
        .zip(names)
        .map(|(found, name)| ParetoPoint {
            name: name.clone(),
            goals: (
                in_unit(found.goals[0], metrics.0.unit),
                in_unit(found.goals[1], metrics.1.unit),
            ),
        })
        .collect();
    let own = subject.is_feasible().then_some(()).and_then(|()| {
        let goals = (subject.shown(metrics.0.path)?, subject.shown(metrics.1.path)?);
        Some(ParetoPoint { name: OWN.to_owned(), goals })
    });
    let title = format!("{} designs that no other beats in both goals", front.len());
    vec![Box::new(Pareto {
        picture: picture(&subject.scenario, "pareto", title),
        measures: (measure(metrics.0, year), measure(metrics.1, year)),
        front,
        own,
    })]
}

/// The charts of a timeline: the fan of the ratio, and the year of parity.
pub fn of_timeline(report: &TimelineReport<'_>) -> Charts {
    let Timeline { rows, parity, .. } = report.timeline;
    let subject = report.subject;
    let point = |row: &TimelineYear, band: Option<QuantileBand>| {
        band.map(|band| FanPoint { across: f64::from(row.year), points: band.points })
    };
    let ratios: Vec<FanPoint> = rows.iter().filter_map(|row| point(row, row.ratio)).collect();
    let fan = Fan {
        picture: picture(&subject.scenario, "fan", report.sentence()),
        across: Measure::new("Year", ""),
        along: Measure::new("Cost in orbit over cost on the ground", "1"),
        scale: Scale::Log,
        points: ratios,
        level: Some((1.0, "orbit costs as much as the ground".to_owned())),
    };
    let all = parity.samples.max(1) as f64;
    let years = parity.years.iter().map(|(year, count)| (*year, *count as f64 / all)).collect();
    let never = 1.0 - parity.share.0;
    let years = ParityYear {
        picture: picture(&subject.scenario, "parity", report.sentence()),
        years,
        never,
    };
    let mut charts: Charts = Vec::new();
    if fan.points.len() > 1 {
        charts.push(Box::new(fan));
    }
    charts.push(Box::new(years));
    charts
}
