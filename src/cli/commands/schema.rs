//! `schema`: the JSON schema of scenario files.

use crate::cli::output::result;
use crate::cli::{Answer, Failure};
use skyrack::catalog::Catalog;
use skyrack::report::head::text as json_text;
use skyrack::report::schema::schema as build;

/// Runs the verb.
///
/// # Errors
/// [`Failure::ClosedPipe`] if the reader is gone.
pub fn schema() -> Result<Answer, Failure> {
    result(&json_text(&build(Catalog::builtin())))?;
    Ok(Answer::Yes)
}
