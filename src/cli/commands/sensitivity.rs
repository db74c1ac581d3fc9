//! `sensitivity`: which inputs decide.

use super::answer::Answered;
use super::sample::{draw, selection, target};
use super::subject_of;
use crate::cli::args::studies::{SensitivityArguments, Way};
use crate::cli::output::width;
use crate::cli::progress::{pool, stop_flag, watched};
use crate::cli::{Answer, Failure};
use skyrack::report::head::text as json_text;
use skyrack::report::sensitivity_pictures::of_sensitivity;
use skyrack::report::studies::SensitivityReport;
use skyrack::studies::batch::Workers;
use skyrack::studies::draw::Draw;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::points::Method;
use skyrack::studies::sensitivity::morris::morris;
use skyrack::studies::sensitivity::sobol::{InputGroup, OfModel, by_table, indices, singles};
use skyrack::studies::sensitivity::tornado::{WholeNumbers, spider, tornado};
use skyrack::studies::sensitivity::value::worth;
use skyrack::system::metrics::METRICS;
use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;

/// Rows on a terminal, unless all are asked for.
const SHOWN: usize = 20;
/// Inputs of the spider.
const LEGS: usize = 8;
/// Points of each of its legs.
const POINTS: u32 = 33;
const ROWS: u64 = 4_096;
const PATHS: u64 = 64;
const SAMPLES: u64 = 16_384;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn sensitivity(arguments: &SensitivityArguments) -> Result<Answer, Failure> {
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let metric = target(&arguments.metric)?;
    let selection = selection(&arguments.drawing, true)?;
    let draw = draw(&subject, &selection, Method::Sobol, arguments.drawing.seed)?;
    let pool = pool(arguments.drawing.threads)?;
    let done = AtomicU64::new(0);
    let workers = Workers { pool: &pool, stop: stop_flag(), done: &done };
    let mut report = SensitivityReport {
        subject: &subject,
        draw: &draw,
        metric,
        now: (METRICS[metric].get)(&subject.evaluation),
        wholes: WholeNumbers::now(&subject),
        swings: None,
        spider: None,
        effects: None,
        indices: None,
        worth: None,
    };
    measure(arguments, (&subject, &draw, metric), &workers, &mut report)?;
    let table = LazyLock::new(|| report.table());
    Answered {
        text: &|| report.text(width(), if arguments.all { usize::MAX } else { SHOWN }),
        json: &|| json_text(&report.json()),
        tables: &[("sensitivity", &table)],
        charts: &|| of_sensitivity(&report),
    }
    .give(&arguments.outlet, &arguments.scenario, folder(arguments.method))
}

/// Where the files of a method go, so that none overwrites those of another.
const fn folder(way: Way) -> &'static str {
    match way {
        Way::Tornado => "sensitivity",
        Way::Morris => "sensitivity-morris",
        Way::Sobol => "sensitivity-sobol",
        Way::Value => "sensitivity-value",
    }
}

fn measure(
    arguments: &SensitivityArguments,
    (subject, draw, metric): (&EvaluatedScenario, &Draw, usize),
    workers: &Workers<'_>,
    report: &mut SensitivityReport<'_>,
) -> Result<(), Failure> {
    let seed = arguments.drawing.seed;
    let asked = |default: u64| arguments.samples.unwrap_or(default).max(1);
    let inputs = draw.uncertainty.inputs.len();
    match arguments.method {
        Way::Tornado => {
            let swings = tornado(draw, &subject.model, metric);
            let legs = swings
                .iter()
                .take(LEGS)
                .map(|swing| (swing.at, spider(draw, &subject.model, swing.at, (metric, POINTS))));
            report.spider = Some(legs.collect());
            report.swings = Some(swings);
        }
        Way::Morris => {
            let paths = asked(PATHS);
            let all = paths * (inputs as u64 + 1);
            let found = watched(all, workers.done, || morris(draw, metric, paths, seed, workers));
            report.effects = Some(found.ok_or(Failure::Stopped)?);
        }
        Way::Sobol => {
            let groups: Vec<InputGroup> =
                if arguments.grouped { by_table(draw) } else { singles(draw) };
            let function = OfModel { draw, metric, model: &subject.model };
            let rows = asked(ROWS);
            let all = rows * (groups.len() as u64 + 2);
            let found = watched(all, workers.done, || {
                indices(&function, (inputs, &groups), rows, seed, workers)
            });
            report.indices = Some(found.ok_or(Failure::Stopped)?);
        }
        Way::Value => {
            let samples = asked(SAMPLES);
            let count = usize::try_from(samples).unwrap_or(usize::MAX);
            let found = watched(samples, workers.done, || worth(draw, count, workers));
            report.worth = Some(found.ok_or(Failure::Stopped)?);
        }
    }
    Ok(())
}
