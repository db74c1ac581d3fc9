//! To be written.
/// Activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SolarActivity {
    /// a
    Low,
    /// b
    Moderate,
    /// c
    High,
}
