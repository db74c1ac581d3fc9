//! What is chosen of the shield.

use super::metrics;
use crate::units::Length;

metrics! {
    /// What is chosen of the shield.
    ShieldingMetrics shielding, with m, case, e;

    /// Total thickness of aluminum between space and the chips, stated or chosen.
    thickness: Length, in "mm", "Shield thickness" = e.case.shielding.thickness,
        "`shielding.thickness` as stated; where it is automatic, from the thinnest that keeps \
         `radiation.dose` below `it.dose_limit`, thicker while that makes computing cost less.";
}
