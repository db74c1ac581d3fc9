//! Errors of conditions and paths as the command line gives them; they are read in `scenario`.

use super::Failure;
use skyrack::scenario::condition::ConditionError;
use skyrack::scenario::quantity::{self, Quantity, UnknownPath};

pub use skyrack::scenario::quantity::{example, value_of};

impl From<ConditionError> for Failure {
    fn from(error: ConditionError) -> Self {
        Self::Input(error.to_string())
    }
}

impl From<UnknownPath> for Failure {
    fn from(error: UnknownPath) -> Self {
        Self::Input(error.to_string())
    }
}

/// The metric or input with this path.
///
/// # Errors
/// [`Failure::Input`] with the nearest path.
pub fn known(path: &str) -> Result<Quantity, Failure> {
    Ok(quantity::known(path)?)
}
