//! Solar panels and storage on the ground: the plant that serves the load at the least cost.

use super::terms::ground_plan;
use crate::economics::levelized::{Assets, levelized};
use crate::economics::terrestrial::SolarSupply;
use crate::physics::solar_site::{
    N_PLANTS, PlantOnCurve, SizedPlant, SolarDemand, curve, with_year,
};
use crate::system::inputs::Case;
use crate::units::{
    Energy, Frequency, MoneyPerEnergy, MoneyPerPower, MoneyPerTime, Power, Ratio, Time, hour,
};

/// A plant for the mean power of the site, as it is bought.
pub(super) fn bought(case: &Case, sized: &SizedPlant, load: Power) -> SolarSupply {
    SolarSupply {
        field: load * sized.plant.field / case.ground.solar_output,
        storage: load * sized.plant.storage / case.ground.storage_usable,
        ..priced(case)
    }
}

/// One watt of panels and one joule of storage, as they are bought.
fn priced(case: &Case) -> SolarSupply {
    SolarSupply {
        field: Power::from_base(1.0),
        field_price: case.ground.solar_price,
        field_life: case.ground.solar_life,
        field_upkeep: case.ground.solar_upkeep,
        storage: Energy::from_base(1.0),
        storage_price: case.ground.storage_price,
        storage_life: case.ground.storage_life,
        storage_upkeep: case.ground.storage_upkeep,
        lead: case.ground.solar_lead,
    }
}

/// The plant that serves the load at the least present cost of panels and storage, upkeep included.
pub(super) fn sized(case: &Case) -> SizedPlant {
    let part = priced(case);
    let assets =
        Assets { solar_field: part.field_asset(), storage: part.storage_asset(), ..Assets::UNUSED };
    let terms = levelized(&ground_plan(case, &assets, MoneyPerTime::from_base(0.0)));
    let over_life = |factor: Ratio, upkeep: Frequency| factor + upkeep * terms.annuity;
    let field: MoneyPerPower = part.field_price
        * over_life(terms.factors.solar_field, part.field_upkeep)
        / case.ground.solar_output;
    let storage: MoneyPerEnergy = part.storage_price
        * over_life(terms.factors.storage, part.storage_upkeep)
        / case.ground.storage_usable;
    let demand = SolarDemand {
        site: case.ground.solar_site,
        served: case.ground.firm_share,
        efficiency: case.ground.storage_efficiency,
    };
    with_year(&demand, &cheapest(&curve(&demand), field, storage))
}

/// The cheapest plant of a curve at prices per power of the load; where nothing costs anything,
/// that of the smallest field.
///
/// Between the points the sizes lie on straight lines, so that looking at each is exact. A dearer
/// storage never makes it larger, a dearer field never makes the field larger.
fn cheapest(
    curve: &[PlantOnCurve; N_PLANTS],
    field: MoneyPerPower,
    storage: MoneyPerEnergy,
) -> PlantOnCurve {
    let whole: MoneyPerPower = field + storage * Time::new::<hour>(1.0);
    let field = if whole.base() <= 0.0 { MoneyPerPower::from_base(1.0) } else { field };
    // where none has a price, the last of them, which always exists
    let [.., mut best] = *curve;
    let mut least = MoneyPerPower::from_base(f64::INFINITY);
    for point in curve {
        let cost: MoneyPerPower = field * point.plant.field + storage * point.plant.storage;
        if cost < least {
            (best, least) = (*point, cost);
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::solar_site::SolarSite;
    use crate::units::fraction;
    use crate::units::{usd_per_kilowatt_hour, usd_per_watt};

    fn bought(site: SolarSite, served: f64, field: f64, storage: f64) -> PlantOnCurve {
        let demand = SolarDemand { site, served: fraction(served), efficiency: fraction(0.9) };
        let field = MoneyPerPower::new::<usd_per_watt>(field);
        cheapest(&curve(&demand), field, MoneyPerEnergy::new::<usd_per_kilowatt_hour>(storage))
    }

    #[test]
    fn a_dearer_storage_is_never_larger() {
        for site in [SolarSite::Texas, SolarSite::Mojave, SolarSite::Carolina] {
            let mut last = f64::INFINITY;
            for step in 0..60_i32 {
                let price = 2.0 * 1.2_f64.powi(step);
                let hours = bought(site, 0.97, 1.0, price).plant.storage.get::<hour>();
                assert!(hours <= last, "{site:?} {price}");
                last = hours;
            }
        }
    }

    #[test]
    fn prices_of_nothing_and_of_no_number_still_give_a_plant() {
        for (field, storage) in [(0.0, 0.0), (f64::NAN, 1.0), (f64::INFINITY, 0.0), (1.0, 0.0)] {
            let plant = bought(SolarSite::Carolina, 1.0, field, storage).plant;
            assert!(plant.field.base().is_finite(), "{field} {storage}");
        }
    }
}
