//! To be written.
/// Basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PriceBasis {
    /// a
    List,
    /// b
    Contract,
    /// c
    Internal,
    /// d
    Target,
}
/// Sharing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// a
    Dedicated,
    /// b
    Shared,
}
