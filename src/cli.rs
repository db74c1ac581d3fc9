//! The command line: reads arguments, calls a study, writes results. stdout carries results, stderr
//! talk.

pub mod args;
pub mod commands;
pub mod conditions;
pub mod output;
pub mod progress;
pub mod vary;

#[cfg(test)]
mod tests;

use args::{Arguments, Verb};
use clap::{CommandFactory, Parser};
use skyrack::report::diagnostics::render;
use skyrack::scenario::ScenarioErrors;
use std::process::ExitCode;

/// How a command ends when nothing went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Done.
    Yes,
    /// Done, and the answer to what was required is no.
    No,
}

/// Why a command ends early.
#[derive(Debug)]
pub enum Failure {
    /// Bad usage or input, with the message to print.
    Input(String),
    /// The reader of our output is gone: success.
    ClosedPipe,
    /// Stopped by Ctrl-C; said already.
    Stopped,
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            Self::ClosedPipe
        } else {
            Self::Input(format!("error: {error}\n"))
        }
    }
}

impl From<ScenarioErrors> for Failure {
    fn from(errors: ScenarioErrors) -> Self {
        Self::Input(render(&errors, output::stderr_is_colored()))
    }
}

/// Exit status after Ctrl-C, as shells have it.
const STOPPED: u8 = 130;

/// Examples of the verb, where something was left out that it needs.
fn example(error: &clap::Error) -> String {
    use clap::error::ErrorKind::{MissingRequiredArgument, TooFewValues, WrongNumberOfValues};
    if !matches!(error.kind(), MissingRequiredArgument | TooFewValues | WrongNumberOfValues) {
        return String::new();
    }
    let program = Arguments::command();
    let mut words = output::typed();
    let verb = words.find_map(|word| program.find_subcommand(word).cloned());
    let examples = verb.and_then(|verb| verb.get_after_help().map(ToString::to_string));
    examples.map_or_else(String::new, |examples| format!("\n{examples}\n"))
}

/// Runs the command line of this process.
///
/// Exit status 0 done, 1 the answer is no, 2 bad usage or input, 101 a defect of ours, 130 stopped
/// by Ctrl-C.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            let status = error.exit_code();
            return if error.print().is_err() {
                ExitCode::SUCCESS
            } else {
                output::talk(&example(&error));
                ExitCode::from(u8::try_from(status).unwrap_or(2))
            };
        }
    };
    let result = match arguments.verb {
        Verb::Run(arguments) => commands::run::run(&arguments),
        Verb::Compare(arguments) => commands::compare::compare(&arguments),
        Verb::Explain(arguments) => commands::explain::explain(&arguments),
        Verb::Breakeven(arguments) => commands::breakeven::breakeven(&arguments),
        Verb::Bridge(arguments) => commands::bridge::bridge(&arguments),
        Verb::Sweep(arguments) => commands::sweep::sweep(&arguments),
        Verb::Sensitivity(arguments) => commands::sensitivity::sensitivity(&arguments),
        Verb::Optimize(arguments) => commands::optimize::optimize(&arguments),
        Verb::Timeline(arguments) => commands::timeline::timeline(&arguments),
        Verb::Sample(arguments) => commands::sample::sample(&arguments),
        Verb::Cashflow(arguments) => commands::cashflow::cashflow(&arguments),
        Verb::Claims(arguments) => commands::claims::claims(&arguments),
        #[cfg(feature = "validation")]
        Verb::Validate(arguments) => commands::validate::validate(&arguments),
        Verb::Inputs(arguments) => commands::tables::inputs(&arguments),
        Verb::Metrics(arguments) => commands::tables::metrics(&arguments),
        Verb::Catalog(arguments) => commands::catalog::catalog(&arguments),
        Verb::Schema => commands::schema::schema(),
        Verb::Init(arguments) => commands::init::init(&arguments),
        Verb::Completions { shell } => commands::completions::completions(shell),
    };
    match result {
        Ok(Answer::Yes) | Err(Failure::ClosedPipe) => ExitCode::SUCCESS,
        Ok(Answer::No) => ExitCode::from(1),
        Err(Failure::Stopped) => ExitCode::from(STOPPED),
        Err(Failure::Input(message)) => {
            output::talk(&message);
            ExitCode::from(2)
        }
    }
}
