//! What a layer of a scenario gives one input.

use super::Resolved;

/// A value that some layer gives an input.
pub(super) struct Setting {
    pub(super) path: &'static str,
    pub(super) rank: usize,
    /// Stated by a key of the input itself, which beats a reference of the same layer.
    pub(super) stated: bool,
    /// Written in money of another year.
    pub(super) converted: bool,
    pub(super) resolved: Resolved,
}
