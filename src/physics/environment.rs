//! To be written.
/// Attitude.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Attitude {
    /// a
    EdgeOn,
    /// b
    Nadir,
    /// c
    OrbitNormal,
    /// d
    ArrayBack,
}
