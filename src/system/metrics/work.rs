//! Work done.

use super::metrics;
use crate::units::Ratio;

metrics! {
    /// Work done.
    WorkMetrics work, with m, case, e;

    /// Share of the work that the links between satellites can carry.
    carried: Ratio, in "1", "Share of work that links carry" =
        e.satellites()?.work.interconnect.carried,
        "One where `link.interconnect_capacity` is at least `link.interconnect_need`, else \
         the first over the second.";
}
