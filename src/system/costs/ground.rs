//! The ground side: from inputs to a plan for the one cost core.

use super::super::choices::PowerSupply;
use super::super::inputs::Case;
use super::super::metrics::Outcome;
use super::taxation;
use crate::economics::levelized::{CostPlan, Levelized, levelized};
use crate::economics::terrestrial::{
    COMPUTERS, Computers, FACILITY, Facility, GENERATION, GroundCost, GroundSite, Supply,
    fuel_price, ground_cost,
};
use crate::units::{AreaPerPower, MoneyPerArea, MoneyPerPower};

/// The ground side, priced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    cost: GroundCost,
    plan: CostPlan,
    pub(super) result: Levelized,
}

/// Prices the ground side of a case.
pub fn ground(case: &Case) -> Ground {
    let cost = ground_cost(&site(case));
    let plan = ground_plan(case, &cost);
    Ground { cost, plan, result: levelized(&plan) }
}

fn ground_plan(case: &Case, cost: &GroundCost) -> CostPlan {
    CostPlan {
        assets: cost.assets,
        yearly: cost.yearly(),
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
}

fn site(case: &Case) -> GroundSite {
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
        supply: supply(case),
        water_use: case.water_use,
        water_price: case.water_price,
    }
}

fn supply(case: &Case) -> Supply {
    let (price, generation) = match case.supply {
        PowerSupply::Grid => (case.electricity_price, MoneyPerPower::from_base(0.0)),
        PowerSupply::Own => (fuel_price(case.heat_rate, case.fuel_price), case.generation_price),
    };
    Supply {
        price,
        generation,
        generation_life: case.generation_life,
        generation_lead: case.generation_lead,
        upkeep: case.generation_upkeep,
    }
}

/// Writes the ground side into the outcome.
pub fn report_ground(case: &Case, ground: &Ground, outcome: &mut Outcome) {
    let factors = &ground.result.factors;
    let capex = ground.result.capex;
    outcome.ground_facility = Some(ground.cost.assets[FACILITY].price);
    outcome.ground_computers = Some(ground.cost.assets[COMPUTERS].price);
    outcome.ground_generation = Some(ground.cost.assets[GENERATION].price);
    outcome.ground_power_price = Some(supply(case).price);
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
    outcome.ground_generation_factor = Some(factors[GENERATION]);
    outcome.ground_annuity = Some(ground.result.annuity);
    outcome.ground_present_cost = Some(ground.result.present_cost);
    outcome.ground_present_cost_per_it = Some(ground.result.present_cost / case.it_power);
    outcome.ground_per_energy = Some(ground.result.per_energy);
    outcome.ground_per_power_year = Some(ground.result.per_power_year);
    outcome.ground_per_gpu_hour = Some(ground.result.per_device_hour(case.accelerator_power));
    super::value::ground(case, &ground.result, outcome);
    super::external::ground(case, outcome);
}
