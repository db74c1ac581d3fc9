//! The ground side: from inputs to a plan for the one cost core.

use super::burden::GroundBurden;
use super::solar::{self, sized};
use super::terms::{Emissions, ground_plan};
use super::worth::{Sales, Worth};
use crate::economics::finance::Discounting;
use crate::economics::levelized::{Asset, Assets, CostPlan, Levelized, levelized};
use crate::economics::schedule::Delivery;
use crate::economics::terrestrial::{
    Computers, Facility, GroundCost, GroundSite, Supply, fuel_price, ground_cost,
};
use crate::physics::solar_site::{SizedPlant, SolarBalance};
use crate::system::choices::PowerSupply;
use crate::system::inputs::Case;
use crate::units::{
    Energy, Frequency, Mass, Money, MoneyPerEnergy, MoneyPerPower, MoneyPerTime, Power, Ratio,
    Time, fraction, pick, quantities,
};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(quantities::OPERATING_YEAR_SECONDS);
/// Halls of a site that starts in steps.
const HALLS: Ratio = fraction(12.0);

/// The ground side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundSide {
    /// Cost of the site, part by part.
    pub cost: GroundCost,
    /// Plan of this side.
    pub plan: CostPlan,
    /// Where the power comes from.
    pub supply: Supply,
    /// Year of solar panels and storage; none without them.
    pub balance: Option<SolarBalance>,
    /// Whether the storage is the largest that is tabulated.
    pub is_at_end: bool,
    /// Mean power of the site.
    pub mean_power: Power,
    /// Levelized cost.
    pub result: Levelized,
    /// Levelized cost of the site's electricity, whatever supplies it.
    pub supply_cost: MoneyPerEnergy,
    /// Starts of its halls after the wait for power.
    pub halls: Delivery,
    /// Mean present value, on the day that it could start with power, of one dollar when a hall
    /// starts.
    pub start: Ratio,
    /// Value of the computing.
    pub worth: Worth,
    /// External effects.
    pub burden: GroundBurden,
    /// Present cost of greenhouse gases.
    pub carbon: Money,
}

/// Prices the ground side of a case.
pub fn ground(case: &Case) -> GroundSide {
    let sized = (case.ground.supply == PowerSupply::Solar).then(|| sized(case));
    let supply = supply(case, sized.as_ref());
    let cost = ground_cost(&site(case, supply));
    let balance = sized.map(|sized| sized.balance);
    let unserved = balance.map_or(fraction(0.0), |year| year.unserved);
    let mean_power = mean_power(case);
    let burden = GroundBurden::new(case, &supply, unserved, mean_power);
    let emissions = emissions(case, &supply, &burden);
    let assets = cost.assets.or(emissions.assets);
    let plan = ground_plan(case, &assets, cost.yearly() + emissions.yearly);
    let result = levelized(&plan);
    let rate = case.ground_rate();
    let halls = halls(case);
    let discounting = Discounting::at(rate);
    let start = discounting.factor(case.ground.delay) * halls.mean_discount(&discounting);
    let sales = Sales { availability: case.ground.availability, rate, wait: start };
    GroundSide {
        cost,
        plan,
        supply,
        balance,
        is_at_end: sized.is_some_and(|sized| sized.is_at_end),
        mean_power,
        result,
        supply_cost: supply_cost(case, &cost, &supply, &result),
        halls,
        start,
        worth: Worth::new(case, &result, &sales),
        burden,
        carbon: emissions.present_cost(&result),
    }
}

/// Halls that start evenly over the ramp; one where there is none.
fn halls(case: &Case) -> Delivery {
    let ramp = case.ground.ramp;
    let launches = pick(ramp.base() > 0.0, HALLS, fraction(1.0));
    Delivery { launches, cadence: launches / ramp, ramp: Time::from_base(0.0) }
}

/// What greenhouse gases cost: at each start for what making emitted, and in each year for power
/// and failed computers.
fn emissions(case: &Case, supply: &Supply, burden: &GroundBurden) -> Emissions {
    let price = case.finance.carbon_price;
    if price.base() == 0.0 {
        return Emissions::FREE;
    }
    let none = Mass::from_base(0.0);
    let of_computers: Mass = case.it.embodied_carbon * case.it.power;
    let yearly_energy: Energy = case.it.power * case.ground.availability * OPERATING_YEAR;
    let of_power: Mass = burden.carbon.power * yearly_energy;
    let plant = supply.solar.as_ref();
    Emissions {
        assets: Assets {
            building_emissions: Asset::new(
                price * (case.ground.embodied_carbon * case.it.power),
                case.ground.facility_life,
            ),
            computers_emissions: Asset::new(price * of_computers, case.it.life),
            solar_emissions: Asset::new(
                price * plant.map_or(none, |one| one.field * case.ground.solar_carbon),
                case.ground.solar_life,
            ),
            storage_emissions: Asset::new(
                price * plant.map_or(none, |one| one.storage * case.ground.storage_carbon),
                case.ground.storage_life,
            ),
            ..Assets::UNUSED
        },
        yearly: price * of_power / ONE_YEAR + price * of_computers * case.ground.failure_rate,
    }
}

impl GroundSide {
    /// Solar panels and storage as bought; both of no size where there are none.
    pub(in crate::system) fn plant(&self) -> Plant {
        self.supply
            .solar
            .map_or(Plant::default(), |solar| Plant { field: solar.field, storage: solar.storage })
    }

    /// Their year; nothing happens in it where there are none.
    pub(in crate::system) fn year(&self) -> SiteYear {
        self.balance.map_or(SiteYear::default(), |year| SiteYear {
            unserved: year.unserved,
            curtailed: year.curtailed,
            cycles: year.cycles,
        })
    }
}

/// Sizes of solar panels and storage.
#[derive(Default)]
pub(in crate::system) struct Plant {
    /// Rating of the panels.
    pub(in crate::system) field: Power,
    /// Energy that the storage holds when new.
    pub(in crate::system) storage: Energy,
}

/// Year of solar panels and storage.
#[derive(Default)]
pub(in crate::system) struct SiteYear {
    /// Share of the site's energy that they do not serve.
    pub(in crate::system) unserved: Ratio,
    /// Share of the panels' output that is not used.
    pub(in crate::system) curtailed: Ratio,
    /// Full storages that are given back.
    pub(in crate::system) cycles: Frequency,
}

/// Present cost of supplying power over the energy of the site.
fn supply_cost(
    case: &Case,
    cost: &GroundCost,
    supply: &Supply,
    result: &Levelized,
) -> MoneyPerEnergy {
    let (assets, factors) = (&cost.assets, &result.factors);
    let upkeep = supply.solar.map_or(MoneyPerTime::from_base(0.0), |solar| solar.upkeep());
    let running: MoneyPerTime =
        cost.power + assets.generation.price * case.ground.generation_upkeep + upkeep;
    let bought = running * result.annuity
        + assets.generation.price * factors.generation
        + assets.solar_field.price * factors.solar_field
        + assets.storage.price * factors.storage;
    let energy: Energy = mean_power(case) * OPERATING_YEAR * (result.annuity / ONE_YEAR);
    bought / energy
}

fn site(case: &Case, supply: Supply) -> GroundSite {
    GroundSite {
        it_power: case.it.power,
        utilization: case.it.utilization,
        availability: case.ground.availability,
        pue: case.ground.pue,
        facility: Facility {
            price: case.ground.facility_price,
            life: case.ground.facility_life,
            lead: case.ground.facility_lead,
            maintenance: case.ground.maintenance,
            lease: case.ground.lease,
        },
        computers: Computers {
            price: case.it.price,
            life: case.it.life,
            lead: case.it.lead,
            failure_rate: case.ground.failure_rate,
            resale: case.ground.resale,
        },
        supply,
        water_use: case.ground.water_use,
        water_price: case.ground.water_price,
    }
}

fn supply(case: &Case, sized: Option<&SizedPlant>) -> Supply {
    let nothing = MoneyPerPower::from_base(0.0);
    let (price, generation) = match case.ground.supply {
        PowerSupply::Grid => (case.ground.electricity_price, nothing),
        PowerSupply::Own => (
            fuel_price(case.ground.heat_rate, case.ground.fuel_price),
            case.ground.generation_price,
        ),
        PowerSupply::Solar => {
            let bought = sized.map_or(fraction(0.0), |sized| sized.balance.unserved);
            (case.ground.backup_price * bought, nothing)
        }
    };
    Supply {
        price,
        generation,
        generation_life: case.ground.generation_life,
        generation_lead: case.ground.generation_lead,
        upkeep: case.ground.generation_upkeep,
        solar: sized.map(|sized| solar::bought(case, sized, mean_power(case))),
    }
}

/// Mean power of the site.
fn mean_power(case: &Case) -> Power {
    case.it.power * case.it.utilization * case.ground.availability * case.ground.pue
}
