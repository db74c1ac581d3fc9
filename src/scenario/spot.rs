//! A value with the place where it is written.

use super::error::SourcePlace;

/// Something with its place.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Spot<T> {
    pub(super) value: T,
    pub(super) place: SourcePlace,
}
