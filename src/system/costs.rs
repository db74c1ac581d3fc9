//! Both sides in money and carbon: from designs and inputs to plans for the one cost core.

mod burden;
mod ground;
mod launches;
mod orbit;
mod solar;
mod worth;

pub use self::burden::{GroundBurden, OrbitBurden};
pub use self::ground::{GroundSide, ground};
pub use self::launches::{Launches, Offer};
pub use self::orbit::{Lives, OrbitCost, OrbitSide, PricedOrbit, Program, orbit};
pub use self::worth::Worth;

use super::inputs::Case;
use crate::economics::levelized::Taxation;
use crate::units::{MoneyPerEnergy, Ratio, fraction};

/// Share of the work below which a satellite counts as doing none, so that it has no price per
/// work.
pub const LEAST_AVAILABILITY: Ratio = fraction(1.0e-6);

const fn taxation(case: &Case) -> Taxation {
    Taxation { rate: case.finance.tax, write_off: case.finance.write_off }
}

/// Cost per energy over that of the ground; there is none where the ground costs nothing.
pub fn over_ground(cost: MoneyPerEnergy, ground: MoneyPerEnergy) -> Option<Ratio> {
    (ground.base() > 0.0).then(|| cost / ground)
}
