//! Both sides in money and carbon: from designs and inputs to plans for the one cost core.

mod attrition;
mod burden;
mod ground;
mod launches;
mod lives;
mod orbit;
mod parts;
mod solar;
mod terms;
mod worth;

pub(super) use self::attrition::left_after_failures;
pub use self::burden::{GroundBurden, OrbitBurden};
pub use self::ground::{GroundSide, ground};
pub use self::launches::{Launches, Offer};
pub use self::lives::Lives;
pub use self::orbit::{OrbitCost, OrbitSide, PricedOrbit, Program, orbit};
pub use self::terms::{LEAST_AVAILABILITY, over_ground};
pub use self::worth::Worth;
