//! `optimize`: the best design that closes.

use super::answer::Answered;
use super::sample::target;
use super::{changes_of, subject};
use crate::cli::args::studies::OptimizeArguments;
use crate::cli::output::width;
use crate::cli::progress::{pool, stop_flag, watched};
use crate::cli::vary::{axis, bounds, readable};
use crate::cli::{Answer, Failure};
use skyrack::report::designs::OptimumReport;
use skyrack::report::head::text as json_text;
use skyrack::report::study_pictures::of_optimum;
use skyrack::studies::batch::Workers;
use skyrack::studies::optimize::{Goal, MOST_COMBINATIONS, OptimizeError, Problem, Range};
use skyrack::studies::sweep::SweepAxis;
use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;

/// What is to be least and most: one goal or two.
fn goals(arguments: &OptimizeArguments) -> Result<Vec<Goal>, Failure> {
    let mut goals: Vec<Goal> = Vec::new();
    for (paths, less) in [(&arguments.minimize, true), (&arguments.maximize, false)] {
        for path in paths {
            goals.push(Goal { metric: target(path)?, less });
        }
    }
    if goals.is_empty() {
        goals.push(Goal { metric: target("orbit.cost_per_it_energy")?, less: true });
    }
    if goals.len() > 2 {
        return Err(Failure::Input(
            "error[goals]: at most two goals\n  = help: type `--minimize \
            orbit.cost_per_it_energy --minimize mass.per_it_power`\n"
                .to_owned(),
        ));
    }
    Ok(goals)
}

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn optimize(arguments: &OptimizeArguments) -> Result<Answer, Failure> {
    let set = changes_of(&arguments.scenario, &arguments.changes)?;
    let subject = subject(&arguments.scenario, &set)?;
    let year = subject.scenario.price_year;
    let source = (&subject.scenario, arguments.scenario.as_str(), set.as_slice());
    let axes: Vec<SweepAxis> = arguments
        .vary
        .iter()
        .map(|text| axis(text, year).map(|found| readable(source, found, text)))
        .collect::<Result<_, _>>()?;
    let ranges: Vec<Range> = axes.iter().filter_map(bounds).collect();
    let choices: Vec<SweepAxis> = axes.into_iter().filter(|axis| bounds(axis).is_none()).collect();
    let goals = goals(arguments)?;
    let problem = Problem {
        source: (&arguments.scenario, &set),
        ranges: &ranges,
        choices: &choices,
        goals: &goals,
        seed: arguments.seed,
    };
    let pool = pool(arguments.threads)?;
    let done = AtomicU64::new(0);
    let workers = Workers { pool: &pool, stop: stop_flag(), done: &done };
    let all = problem.combinations() as u64;
    let optimum = watched(all, &done, || problem.solve(&workers)).map_err(|error| match error {
        OptimizeError::Scenario(errors) => Failure::from(errors),
        OptimizeError::TooMany(count) => Failure::Input(format!(
            "error[vary]: {count} combinations of choices, at most {MOST_COMBINATIONS} are \
                tried\n  = help: list fewer, such as `--vary launch.vehicle=falcon9,nova`\n"
        )),
        OptimizeError::Stopped => Failure::Stopped,
    })?;
    let report = OptimumReport {
        subject: &subject,
        goals: &goals,
        choices: &choices,
        ranges: &ranges,
        seed: arguments.seed,
        optimum: &optimum,
    };
    let names: Vec<String> = optimum.front.iter().map(|found| report.name(found)).collect();
    let table = LazyLock::new(|| report.table());
    Answered {
        text: &|| report.text(width()),
        json: &|| json_text(&report.json()),
        tables: &[("optimum", &table)],
        charts: &|| of_optimum(&subject, &goals, &optimum, &names),
    }
    .give(&arguments.outlet, &arguments.scenario, "optimize")
}
