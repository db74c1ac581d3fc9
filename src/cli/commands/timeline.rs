//! `timeline`: cost of both sides by year, and the year of parity.

use super::answer::Answered;
use super::sample::{draw, selection};
use super::subject_of;
use crate::cli::args::studies::TimelineArguments;
use crate::cli::output::width;
use crate::cli::progress::{pool, stop_flag, watched};
use crate::cli::{Answer, Failure};
use skyrack::report::designs::TimelineReport;
use skyrack::report::head::text as json_text;
use skyrack::report::study_pictures::of_timeline;
use skyrack::studies::batch::Workers;
use skyrack::studies::points::Method;
use skyrack::studies::timeline::timeline as follow;
use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;

/// Most years of a timeline.
const MOST_YEARS: i32 = 200;

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn timeline(arguments: &TimelineArguments) -> Result<Answer, Failure> {
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let first = subject.design.mission.start.year();
    if arguments.until <= first || arguments.until > first + MOST_YEARS {
        return Err(Failure::Input(format!(
            "error[until]: the timeline begins in {first} (`mission.start`) and ends after it\n  = \
                help: type `--until {}`\n",
            first + 30
        )));
    }
    let selection = selection(&arguments.drawing, false)?;
    let draw = draw(&subject, &selection, Method::Sobol, arguments.drawing.seed)?;
    let pool = pool(arguments.drawing.threads)?;
    let done = AtomicU64::new(0);
    let workers = Workers { pool: &pool, stop: stop_flag(), done: &done };
    let wanted = (arguments.samples as usize, subject.scenario.price_year);
    let found = watched(wanted.0 as u64, &done, || {
        follow(&draw, (first, arguments.until), wanted, &workers)
    });
    let timeline = found.ok_or(Failure::Stopped)?;
    let report =
        TimelineReport { subject: &subject, timeline: &timeline, seed: arguments.drawing.seed };
    let table = LazyLock::new(|| report.table());
    Answered {
        text: &|| report.text(width()),
        json: &|| json_text(&report.json()),
        tables: &[("timeline", &table)],
        charts: &|| of_timeline(&report),
    }
    .give(&arguments.outlet, &arguments.scenario, "timeline")
}
