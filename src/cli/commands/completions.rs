//! `completions`: a script for a shell.

use crate::cli::args::Arguments;
use crate::cli::output::result;
use crate::cli::{Answer, Failure};
use clap::CommandFactory;

/// Runs the verb.
///
/// # Errors
/// [`Failure::ClosedPipe`] if the reader is gone.
pub fn completions(shell: clap_complete::Shell) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Arguments::command(), "skyrack", &mut script);
    result(&String::from_utf8_lossy(&script))?;
    Ok(Answer::Yes)
}
