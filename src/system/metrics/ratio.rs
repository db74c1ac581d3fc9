//! Orbit against ground.

use super::metrics;
use crate::system::costs::over_ground;
use crate::units::Ratio;

metrics! {
    /// Orbit against ground.
    RatioMetrics ratio, with m, case, e;

    /// Cost ratio of orbit over ground, per available IT energy.
    cost: Ratio, in "1", "Cost ratio, orbit over ground" =
        over_ground(m.orbit().cost_per_it_energy()?, m.ground().cost_per_it_energy()?)?,
        "`orbit.cost_per_it_energy` over `ground.cost_per_it_energy`; none where the ground \
         costs nothing.";

    /// Cost in orbit over cost on the ground, with the discount rate of the ground on both sides.
    cost_equal_rates: Ratio, in "1", "Cost ratio at equal rates" =
        e.side()?.ratio_equal_rates(case, e.satellites()?, &e.ground)?,
        "Like `ratio.cost`, with `ground.discount_rate` on both sides.";
}
