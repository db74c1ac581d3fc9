//! To be written.
/// Cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SolarCycle {
    /// a
    Minimum,
    /// b
    Maximum,
    /// c
    Worst,
}
