//! `sweep`: a metric over one or two inputs.

use super::answer::Answered;
use super::sample::target;
use super::{changes_of, subject};
use crate::cli::args::studies::SweepArguments;
use crate::cli::conditions::value_of;
use crate::cli::output::width;
use crate::cli::progress::{pool, stop_flag, watched};
use crate::cli::vary::{axis, readable};
use crate::cli::{Answer, Failure};
use skyrack::report::head::text as json_text;
use skyrack::report::studies::SweepReport;
use skyrack::report::study_pictures::of_sweep;
use skyrack::studies::batch::Workers;
use skyrack::studies::explain::Quantity;
use skyrack::studies::sweep::{Sweep as Study, SweepAxis, SweepError, best};
use skyrack::studies::vehicles::vehicles;
use skyrack::system::metrics::{METRICS, Metric};
use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;

/// Metrics of ratio one, where a map gets its line unless another is asked for.
const RATIOS: [&str; 2] = ["ratio.cost", "ratio.cost_equal_rates"];

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn sweep(arguments: &SweepArguments) -> Result<Answer, Failure> {
    let set = changes_of(&arguments.scenario, &arguments.changes)?;
    let subject = subject(&arguments.scenario, &set)?;
    let year = subject.scenario.price_year;
    if arguments.vary.len() > 2 {
        return Err(Failure::Input(
            "error[vary]: a sweep goes over one or two inputs\n  = help: `skyrack optimize` takes \
                more\n"
                .to_owned(),
        ));
    }
    let source = (&subject.scenario, arguments.scenario.as_str(), set.as_slice());
    let axes: Vec<SweepAxis> = arguments
        .vary
        .iter()
        .map(|text| axis(text, year).map(|axis| readable(source, axis, text)))
        .collect::<Result<_, _>>()?;
    let metrics: Vec<usize> =
        arguments.metric.iter().map(|path| target(path)).collect::<Result<_, _>>()?;
    let metric = &METRICS[metrics[0]];
    let contour = contour(arguments, metric, year)?;
    let pool = pool(arguments.threads)?;
    let done = AtomicU64::new(0);
    let workers = Workers { pool: &pool, stop: stop_flag(), done: &done };
    let study = Study {
        source: (&arguments.scenario, &set),
        scenario: &subject.scenario,
        axes: &axes,
        metrics: &metrics,
    };
    let all: usize = axes.iter().map(SweepAxis::len).product();
    let cells =
        watched(all as u64, &done, || study.run(&workers)).map_err(|error| match error {
            SweepError::Scenario(errors) => Failure::from(errors),
            SweepError::Stopped => Failure::Stopped,
        })?;
    let over_price = axes[0].path == "launch.price";
    let vehicles = if over_price { vehicles(&subject).points } else { Vec::new() };
    let report = SweepReport {
        subject: &subject,
        axes: &axes,
        metrics: &metrics,
        cells: &cells,
        best: best(&cells),
        contour,
        vehicles: &vehicles,
    };
    let table = LazyLock::new(|| report.table());
    Answered {
        text: &|| report.text(width()),
        json: &|| json_text(&report.json(&table)),
        tables: &[("sweep", &table)],
        charts: &|| of_sweep(&report),
    }
    .give(&arguments.outlet, &arguments.scenario, "sweep")
}

/// The value of a metric that a map gets its line at.
fn contour(
    arguments: &SweepArguments,
    metric: &'static Metric,
    price_year: u16,
) -> Result<Option<f64>, Failure> {
    let Some(text) = &arguments.contour else {
        return Ok(RATIOS.contains(&metric.path).then_some(1.0));
    };
    let read = value_of(&Quantity::Metric(metric), text, price_year);
    read.map(Some).map_err(|why| {
        Failure::Input(format!("error[contour]: {why}\n  = help: type `--contour 1`\n"))
    })
}
