//! Terms that both sides share.

use crate::economics::levelized::{Asset, Assets, CostPlan, Levelized, Taxation};
use crate::system::inputs::Case;
use crate::units::{Money, MoneyPerEnergy, MoneyPerTime, Ratio, fraction, pick};

/// Share of the work below which a satellite counts as doing none, so that it has no price per
/// work.
pub const LEAST_AVAILABILITY: Ratio = fraction(1.0e-6);

pub(super) const fn taxation(case: &Case) -> Taxation {
    Taxation { rate: case.finance.tax, write_off: case.finance.write_off }
}

/// Cost per energy over that of the ground; there is none where the ground costs nothing.
pub fn over_ground(cost: MoneyPerEnergy, ground: MoneyPerEnergy) -> Option<Ratio> {
    (ground.base() > 0.0).then(|| cost / ground)
}

/// Factor on the parts of a satellite; zero where its whole has a price.
pub(super) fn parts_share(case: &Case) -> Ratio {
    let satellite = &case.satellite;
    pick(satellite.platform_price.base() > 0.0, fraction(0.0), satellite.price_factor)
}

/// The plan of the ground side that buys these assets.
pub(super) fn ground_plan(case: &Case, assets: &Assets<Asset>, yearly: MoneyPerTime) -> CostPlan {
    CostPlan {
        assets: *assets,
        yearly,
        tax: taxation(case),
        discount_rate: case.ground_rate(),
        horizon: case.finance.horizon,
        it_power: case.it.power,
        availability: case.ground.availability,
        ..CostPlan::EMPTY
    }
}

/// The part of a plan that pays for greenhouse gases.
pub(super) struct Emissions {
    pub(super) assets: Assets<Asset>,
    pub(super) yearly: MoneyPerTime,
}

impl Emissions {
    /// Without a price.
    pub(super) const FREE: Self =
        Self { assets: Assets::UNUSED, yearly: MoneyPerTime::from_base(0.0) };

    /// Present cost of this part of a plan that was levelized.
    pub(super) fn present_cost(&self, whole: &Levelized) -> Money {
        whole.present_cost_of(&self.assets, self.yearly)
    }
}
