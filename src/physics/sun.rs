//! To be written.
use crate::units::{Time, day};
/// Epoch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Epoch(f64);
impl Epoch {
    /// a
    pub fn from_j2000(t: Time) -> Self {
        Self(t.get::<day>())
    }
    /// b
    pub fn since_j2000(self) -> Time {
        Time::new::<day>(self.0)
    }
}
