//! The ground side: from inputs to a plan for the one cost core.

use super::super::choices::PowerSupply;
use super::super::inputs::Case;
use super::super::metrics::Outcome;
use super::taxation;
use crate::economics::levelized::{Asset, CostPlan, Levelized, MAX_ASSETS, levelized};
use crate::economics::terrestrial::{
    COMPUTERS, Computers, FACILITY, Facility, GENERATION, GroundCost, GroundSite, SOLAR_FIELD,
    STORAGE, SolarSupply, Supply, fuel_price, ground_cost,
};
use crate::physics::solar_site::{
    CurvePoint, N_PLANTS, SizedPlant, SolarBalance, SolarDemand, curve, with_year,
};
use crate::units::{
    AreaPerPower, Energy, Frequency, MoneyPerArea, MoneyPerEnergy, MoneyPerPower, MoneyPerTime,
    Power, Time, fraction, hour, quantities,
};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(quantities::OPERATING_YEAR_SECONDS);

/// The ground side, priced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    cost: GroundCost,
    plan: CostPlan,
    supply: Supply,
    balance: Option<SolarBalance>,
    is_at_end: bool,
    pub(super) result: Levelized,
}

/// Prices the ground side of a case.
pub fn ground(case: &Case) -> Ground {
    let sized = (case.supply == PowerSupply::Solar).then(|| sized(case));
    let supply = supply(case, sized.as_ref());
    let cost = ground_cost(&site(case, supply));
    let plan = ground_plan(case, &cost.assets, cost.yearly());
    let balance = sized.map(|sized| sized.balance);
    let is_at_end = sized.is_some_and(|sized| sized.is_at_end);
    Ground { cost, plan, supply, balance, is_at_end, result: levelized(&plan) }
}

fn ground_plan(case: &Case, assets: &[Asset; MAX_ASSETS], yearly: MoneyPerTime) -> CostPlan {
    CostPlan {
        assets: *assets,
        yearly,
        tax: taxation(case),
        discount_rate: case.ground_discount_rate,
        horizon: case.horizon,
        it_power: case.it_power,
        availability: case.ground_availability,
        ..CostPlan::EMPTY
    }
}

impl Ground {
    /// What this side buys, runs and delivers.
    pub const fn plan(&self) -> &CostPlan {
        &self.plan
    }

    /// Whether its storage is the largest that is tabulated.
    pub const fn is_at_the_end(&self) -> bool {
        self.is_at_end
    }
}

fn site(case: &Case, supply: Supply) -> GroundSite {
    GroundSite {
        it_power: case.it_power,
        utilization: case.utilization,
        availability: case.ground_availability,
        pue: case.pue,
        facility: Facility {
            price: case.facility_price,
            life: case.facility_life,
            lead: case.facility_lead,
            maintenance: case.facility_maintenance,
            land_use: AreaPerPower::from_base(0.0),
            land_price: MoneyPerArea::from_base(0.0),
            lease: case.lease,
        },
        computers: Computers {
            price: case.it_price,
            life: case.it_life,
            lead: case.it_lead,
            failure_rate: case.ground_failure_rate,
        },
        supply,
        water_use: case.water_use,
        water_price: case.water_price,
    }
}

fn supply(case: &Case, sized: Option<&SizedPlant>) -> Supply {
    let nothing = MoneyPerPower::from_base(0.0);
    let (price, generation) = match case.supply {
        PowerSupply::Grid => (case.electricity_price, nothing),
        PowerSupply::Own => (fuel_price(case.heat_rate, case.fuel_price), case.generation_price),
        PowerSupply::Solar => {
            let bought = sized.map_or(fraction(0.0), |sized| sized.balance.unserved);
            (case.backup_price * bought, nothing)
        }
    };
    Supply {
        price,
        generation,
        generation_life: case.generation_life,
        generation_lead: case.generation_lead,
        upkeep: case.generation_upkeep,
        solar: sized.map(|sized| solar(case, sized)),
    }
}

/// Mean power of the site.
pub(super) fn mean_power(case: &Case) -> Power {
    case.it_power * case.utilization * case.ground_availability * case.pue
}

/// A plant for the mean power of the site, as it is bought.
fn solar(case: &Case, sized: &SizedPlant) -> SolarSupply {
    let load = mean_power(case);
    SolarSupply {
        field: load * sized.plant.field / case.solar_output,
        storage: load * sized.plant.storage / case.storage_usable,
        ..priced(case)
    }
}

/// One watt of panels and one joule of storage, as they are bought.
fn priced(case: &Case) -> SolarSupply {
    SolarSupply {
        field: Power::from_base(1.0),
        field_price: case.solar_price,
        field_life: case.solar_life,
        field_upkeep: case.solar_upkeep,
        storage: Energy::from_base(1.0),
        storage_price: case.storage_price,
        storage_life: case.storage_life,
        storage_upkeep: case.storage_upkeep,
        lead: case.solar_lead,
    }
}

/// The plant that serves the load at the least present cost of panels and storage, upkeep included.
fn sized(case: &Case) -> SizedPlant {
    let part = priced(case);
    let mut assets = [Asset::UNUSED; MAX_ASSETS];
    (assets[SOLAR_FIELD], assets[STORAGE]) = (part.field_asset(), part.storage_asset());
    let terms = levelized(&ground_plan(case, &assets, MoneyPerTime::from_base(0.0)));
    let over_life = |place: usize, upkeep: Frequency| terms.factors[place] + upkeep * terms.annuity;
    let field: MoneyPerPower =
        part.field_price * over_life(SOLAR_FIELD, part.field_upkeep) / case.solar_output;
    let storage: MoneyPerEnergy =
        part.storage_price * over_life(STORAGE, part.storage_upkeep) / case.storage_usable;
    let demand = SolarDemand {
        site: case.solar_site,
        served: case.firm_share,
        efficiency: case.storage_efficiency,
    };
    with_year(&demand, &cheapest(&curve(&demand), field, storage))
}

/// The cheapest plant of a curve at prices per power of the load; where nothing costs anything, that of the smallest field.
///
/// Between the points the sizes lie on straight lines, so that looking at each is exact. A dearer storage never makes it larger, a
/// dearer field never makes the field larger.
fn cheapest(
    curve: &[CurvePoint; N_PLANTS],
    field: MoneyPerPower,
    storage: MoneyPerEnergy,
) -> CurvePoint {
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

/// Writes the power supply of the ground side into the outcome.
fn report_supply(case: &Case, ground: &Ground, outcome: &mut Outcome) {
    let (cost, factors) = (&ground.cost, &ground.result.factors);
    let nothing = (Power::from_base(0.0), Energy::from_base(0.0), MoneyPerTime::from_base(0.0));
    let (field, storage, upkeep) =
        ground.supply.solar.map_or(nothing, |solar| (solar.field, solar.storage, solar.upkeep()));
    let none = fraction(0.0);
    let (unserved, curtailed, cycles) =
        ground.balance.map_or((none, none, Frequency::from_base(0.0)), |year| {
            (year.unserved, year.curtailed, year.cycles)
        });
    let generation = cost.assets[GENERATION].price;
    let running = cost.power + generation * case.generation_upkeep + upkeep;
    let bought = [GENERATION, SOLAR_FIELD, STORAGE]
        .map(|place| cost.assets[place].price * factors[place])
        .into_iter()
        .fold(running * ground.result.annuity, |sum, part| sum + part);
    let power = mean_power(case);
    let energy: Energy = power * OPERATING_YEAR * (ground.result.annuity / ONE_YEAR);
    outcome.ground_power = Some(power);
    outcome.ground_power_price = Some(ground.supply.price);
    outcome.ground_generation = Some(generation);
    outcome.ground_generation_factor = Some(factors[GENERATION]);
    outcome.ground_solar_power = Some(field);
    outcome.ground_storage_energy = Some(storage);
    outcome.ground_solar_unserved = Some(unserved);
    outcome.ground_solar_curtailed = Some(curtailed);
    outcome.ground_storage_cycles = Some(cycles);
    outcome.ground_solar = Some(cost.assets[SOLAR_FIELD].price);
    outcome.ground_storage = Some(cost.assets[STORAGE].price);
    outcome.ground_solar_factor = Some(factors[SOLAR_FIELD]);
    outcome.ground_storage_factor = Some(factors[STORAGE]);
    outcome.ground_supply_per_energy = Some(bought / energy);
}

/// Writes the ground side into the outcome.
pub fn report_ground(case: &Case, ground: &Ground, outcome: &mut Outcome) {
    let factors = &ground.result.factors;
    let capex = ground.result.capex;
    report_supply(case, ground, outcome);
    outcome.ground_facility = Some(ground.cost.assets[FACILITY].price);
    outcome.ground_computers = Some(ground.cost.assets[COMPUTERS].price);
    outcome.ground_lease = Some(ground.cost.lease);
    outcome.ground_electricity = Some(ground.cost.power);
    outcome.ground_maintenance = Some(ground.cost.maintenance);
    outcome.ground_repairs = Some(ground.cost.replacement);
    outcome.ground_water = Some(ground.cost.water);
    outcome.ground_capex = Some(capex);
    outcome.ground_capex_per_it = Some(capex / case.it_power);
    outcome.ground_availability = Some(case.ground_availability);
    outcome.ground_facility_factor = Some(factors[FACILITY]);
    outcome.ground_computers_factor = Some(factors[COMPUTERS]);
    outcome.ground_annuity = Some(ground.result.annuity);
    outcome.ground_present_cost = Some(ground.result.present_cost);
    outcome.ground_present_cost_per_it = Some(ground.result.present_cost / case.it_power);
    outcome.ground_per_energy = Some(ground.result.per_energy);
    outcome.ground_per_power_year = Some(ground.result.per_power_year);
    outcome.ground_per_gpu_hour = Some(ground.result.per_device_hour(case.accelerator_power));
    super::value::ground(case, &ground.result, outcome);
    let bought = ground.balance.map_or(fraction(0.0), |year| year.unserved);
    super::external::ground(case, &ground.supply, bought, outcome);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::physics::solar_site::SolarSite;
    use crate::units::{usd_per_kilowatt_hour, usd_per_watt};

    fn bought(site: SolarSite, served: f64, field: f64, storage: f64) -> CurvePoint {
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
