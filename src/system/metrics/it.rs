//! What is chosen of the computers.

use super::metrics;
use crate::units::Ratio;

metrics! {
    /// What is chosen of the computers.
    ItMetrics it, with m, case, e;

    /// Share of the IT power that works in eclipse, stated or chosen.
    eclipse_share: Ratio, in "1", "IT power used in eclipse" = e.case.it.eclipse_share,
        "`it.eclipse_share` as stated; where it is automatic, the tenth that makes \
         computing cost less.";

    /// Spare computers carried in each satellite per working one, stated or chosen.
    spares: Ratio, in "1", "Spare computers on board" = e.case.it.spares,
        "`it.spares` as stated; where it is automatic, the share with which computing costs least.";
}
