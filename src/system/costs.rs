//! Both sides in money and carbon: from designs and inputs to plans for the one cost core.

use super::design::Design;
use super::inputs::Case;
use super::metrics::Outcome;
use crate::economics::emissions::{
    GroundInventory, OrbitIntensity, OrbitInventory, available_energy, ground_emission,
    orbit_emission,
};
use crate::economics::finance::Discounting;
use crate::economics::hardware::{HardwareCost, Parts, Prices, hardware_cost};
use crate::economics::launch::{Fleet, Manifest, Stowed, Vehicle, fit, manifest, price_per_launch};
use crate::economics::levelized::{Asset, CostPlan, Levelized, MAX_ASSETS, levelized};
use crate::economics::operations::{Attrition, Insurance, delivered_share, ground_operations};
use crate::economics::terrestrial::{
    COMPUTERS, Computers, FACILITY, Facility, GroundCost, GroundSite, Supply, ground_cost,
};
use crate::units::{
    AreaPerPower, Frequency, Mass, Money, MoneyPerArea, MoneyPerMass, MoneyPerPower, MoneyPerTime,
    Power, Ratio, Time, Volume, YEAR_SECONDS, fraction,
};

const ONE_YEAR: Time = Time::from_base(YEAR_SECONDS);
/// Share of the work below which a satellite counts as doing none, so that it has no price per work.
pub const LEAST_AVAILABILITY: Ratio = fraction(1.0e-6);
const NO_TIME: Time = Time::from_base(0.0);

/// The ground side, priced.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ground {
    cost: GroundCost,
    plan: CostPlan,
    result: Levelized,
}

/// Prices the ground side of a case.
pub fn ground(case: &Case) -> Ground {
    let cost = ground_cost(&site(case));
    let plan = CostPlan {
        assets: cost.assets,
        yearly: cost.yearly(),
        discount_rate: case.ground_discount_rate,
        horizon: case.horizon,
        it_power: case.it_power,
        availability: case.ground_availability,
    };
    Ground { cost, plan, result: levelized(&plan) }
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
            lead: NO_TIME,
            maintenance: case.facility_maintenance,
            land_use: AreaPerPower::from_base(0.0),
            land_price: MoneyPerArea::from_base(0.0),
        },
        computers: Computers {
            price: case.it_price,
            life: case.it_life,
            lead: NO_TIME,
            failure_rate: case.ground_failure_rate,
        },
        supply: Supply {
            price: case.electricity_price,
            generation: MoneyPerPower::from_base(0.0),
            generation_life: ONE_YEAR,
            generation_lead: NO_TIME,
        },
        water_use: case.water_use,
        water_price: case.water_price,
    }
}

/// Writes the ground side into the outcome.
pub fn report_ground(case: &Case, ground: &Ground, outcome: &mut Outcome) {
    let discounting = Discounting::at(case.ground_discount_rate);
    let annuity: Time = discounting.annuity(case.horizon);
    let capex = ground.result.capex;
    outcome.ground_facility = Some(ground.cost.assets[FACILITY].price);
    outcome.ground_computers = Some(ground.cost.assets[COMPUTERS].price);
    outcome.ground_electricity = Some(ground.cost.power);
    outcome.ground_maintenance = Some(ground.cost.maintenance);
    outcome.ground_repairs = Some(ground.cost.replacement);
    outcome.ground_water = Some(ground.cost.water);
    outcome.ground_capex = Some(capex);
    outcome.ground_capex_per_it = Some(capex / case.it_power);
    outcome.ground_availability = Some(case.ground_availability);
    outcome.ground_facility_factor = Some(annuity / discounting.annuity(case.facility_life));
    outcome.ground_computers_factor = Some(annuity / discounting.annuity(case.it_life));
    outcome.ground_annuity = Some(annuity);
    outcome.ground_present_cost = Some(ground.result.present_cost);
    outcome.ground_per_energy = Some(ground.result.per_energy);
    outcome.ground_per_power_year = Some(ground.result.per_power_year);
    outcome.ground_per_gpu_hour = Some(ground.result.per_device_hour(case.accelerator_power));
    let emission = ground_emission(&GroundInventory {
        power: case.grid_carbon,
        pue: case.pue,
        utilization: case.utilization,
        availability: case.ground_availability,
        building: case.building_carbon,
        building_life: case.facility_life,
        computers: case.it_embodied,
        computer_life: case.it_life,
        failure_rate: case.ground_failure_rate,
    });
    outcome.carbon_ground = Some(emission.total());
}

/// One satellite, as costs see it.
#[derive(Debug, Clone, Copy)]
pub struct Satellite<'a> {
    /// The design that closes.
    pub design: &'a Design,
    /// Stowed volume.
    pub stowed: Volume,
}

/// Prices the orbital side and the comparison, and writes them into the outcome.
pub fn orbit(
    case: &Case,
    fleet: Fleet,
    satellite: &Satellite<'_>,
    payload: Option<Mass>,
    ground: &Ground,
    outcome: &mut Outcome,
) {
    let n_satellites = fraction(fleet.total() as f64);
    let hardware = hardware(case, satellite.design);
    let launched: Mass = satellite.design.masses.launched * n_satellites;
    report_hardware(&hardware, n_satellites, outcome);
    let life = case.satellite_life.smaller(case.it_life);
    let availability =
        case.pins.availability.unwrap_or_else(|| availability(case, life) * kept(outcome));
    outcome.orbit_life = Some(life);
    outcome.orbit_availability = Some(availability);
    if availability < LEAST_AVAILABILITY {
        return;
    }
    report_emissions(case, satellite.design, n_satellites, payload, outcome);
    let manifest = payload.and_then(|payload| book(case, fleet, satellite, payload, outcome));
    let launch_price =
        case.pins.launch_price_per_mass.or(manifest.map(|manifest| manifest.price_per_mass));
    let insurance =
        Insurance { launch_share: case.launch_insurance, in_orbit: case.orbit_insurance };
    let insured: Money = hardware.total() * n_satellites;
    let premium = insurance.launch_premium(insured);
    let in_orbit: MoneyPerTime = insurance.in_orbit_premium(insured);
    let operations = ground_operations(fleet.total(), case.ground_operations);
    outcome.cost_insurance = Some(premium);
    outcome.cost_orbit_insurance = Some(in_orbit);
    outcome.cost_operations = Some(operations);
    let side = Side {
        platform: hardware.platform() * n_satellites,
        computers: hardware.computers * n_satellites,
        premium,
        yearly: operations + in_orbit,
        life,
        availability,
    };
    report_breakeven(case, &side, launched, ground, outcome);
    let Some(price) = launch_price else { return };
    let launch: Money = price * launched;
    outcome.launch_price_per_mass = Some(price);
    outcome.launch_cost = Some(launch);
    report_orbit(case, &side, launch, ground, outcome);
}

/// What the orbital plan is made of, launch aside.
#[derive(Debug, Clone, Copy)]
struct Side {
    platform: Money,
    computers: Money,
    premium: Money,
    yearly: MoneyPerTime,
    life: Time,
    availability: Ratio,
}

impl Side {
    fn plan(&self, case: &Case, launch: Money, discount_rate: Frequency) -> CostPlan {
        let mut assets = [Asset::UNUSED; MAX_ASSETS];
        assets[0] = Asset::new(self.platform, self.life);
        assets[1] = Asset::new(self.computers, self.life);
        assets[2] = Asset::new(launch, self.life);
        assets[3] = Asset::new(self.premium, self.life);
        assets[4] = Asset::new(case.development, case.horizon);
        CostPlan {
            assets,
            yearly: self.yearly,
            discount_rate,
            horizon: case.horizon,
            it_power: case.it_power,
            availability: self.availability,
        }
    }
}

/// Cost per energy over that of the ground; there is none where the ground costs nothing.
fn over_ground(orbit: Levelized, ground: &Ground) -> Option<Ratio> {
    let on_ground = ground.result.per_energy;
    (on_ground.base() > 0.0).then(|| orbit.per_energy / on_ground)
}

fn report_orbit(case: &Case, side: &Side, launch: Money, ground: &Ground, outcome: &mut Outcome) {
    let result = levelized(&side.plan(case, launch, case.orbit_discount_rate));
    let at_ground_rate = levelized(&side.plan(case, launch, case.ground_discount_rate));
    outcome.orbit_capex = Some(result.capex);
    outcome.orbit_capex_per_it = Some(result.capex / case.it_power);
    outcome.orbit_present_cost = Some(result.present_cost);
    outcome.orbit_per_energy = Some(result.per_energy);
    outcome.orbit_per_power_year = Some(result.per_power_year);
    outcome.orbit_per_gpu_hour = Some(result.per_device_hour(case.accelerator_power));
    outcome.ratio_cost = over_ground(result, ground);
    outcome.ratio_cost_equal_rates = over_ground(at_ground_rate, ground);
}

/// The launch price at which both sides cost the same: cost is linear in it.
fn report_breakeven(
    case: &Case,
    side: &Side,
    launched: Mass,
    ground: &Ground,
    outcome: &mut Outcome,
) {
    let discounting = Discounting::at(case.orbit_discount_rate);
    let annuity: Time = discounting.annuity(case.horizon);
    let factor: Ratio = annuity / discounting.annuity(side.life);
    outcome.orbit_annuity = Some(annuity);
    outcome.orbit_purchase_factor = Some(factor);
    let free = levelized(&side.plan(case, Money::from_base(0.0), case.orbit_discount_rate));
    let allowed: Money =
        (ground.result.per_energy - free.per_energy) * free.present_energy / factor;
    let signed: MoneyPerMass = allowed / launched;
    outcome.ratio_free_launch = over_ground(free, ground);
    outcome.breakeven_signed = Some(signed);
    outcome.breakeven = Some(signed).filter(|price| price.base() >= 0.0);
}

fn hardware(case: &Case, design: &Design) -> HardwareCost {
    let parts = Parts {
        array: design.array_bol,
        battery: design.battery_energy,
        radiator: design.panel_area,
        heat: design.loads.heat,
        distribution: design.loads.bus,
        structure: design.masses.structure,
        shielding: design.masses.shielding,
        it_power: design.loads.it,
        spare_computers: case.it_spares,
        n_terminals: 1,
    };
    let prices = Prices {
        array: case.array_price,
        battery: case.battery_price,
        radiator: case.radiator_price,
        loops: case.loop_price,
        distribution: case.pmad_price,
        structure: case.structure_price,
        shielding: case.shield_price,
        computers: case.it_price,
        avionics: case.avionics_price,
        propulsion: case.propulsion_price,
        terminal: case.terminal_price * case.terminals,
        assembly_share: case.assembly_share,
    };
    hardware_cost(&parts, &prices)
}

fn report_hardware(hardware: &HardwareCost, n_satellites: Ratio, outcome: &mut Outcome) {
    let all = |cost: Money| Some(cost * n_satellites);
    outcome.cost_array = all(hardware.array);
    outcome.cost_battery = all(hardware.battery);
    outcome.cost_radiator = all(hardware.radiator + hardware.loops);
    outcome.cost_distribution = all(hardware.distribution);
    outcome.cost_structure = all(hardware.structure + hardware.shielding);
    outcome.cost_avionics = all(hardware.avionics + hardware.propulsion + hardware.terminals);
    outcome.cost_assembly = all(hardware.assembly);
    outcome.cost_computers = all(hardware.computers);
}

/// Share of the IT power delivered: radiation, computers that fail beyond the spares on board, satellites that fail
/// beyond the spare ones.
fn availability(case: &Case, life: Time) -> Ratio {
    let plain_mean = Frequency::from_base(0.0);
    let computers = Attrition { failure_rate: case.it_failure_rate, spares: case.it_spares, life };
    let satellites =
        Attrition { failure_rate: case.satellite_failure_rate, spares: case.fleet_spares, life };
    delivered_share(&computers, plain_mean) * delivered_share(&satellites, plain_mean)
}

/// Share of the work that radiation and shadow leave.
fn kept(outcome: &Outcome) -> Ratio {
    let whole = fraction(1.0);
    outcome.radiation_availability.unwrap_or(whole)
        * (whole - outcome.eclipse_loss.unwrap_or(fraction(0.0)))
}

/// Books the launches and writes them into the outcome.
fn book(
    case: &Case,
    fleet: Fleet,
    satellite: &Satellite<'_>,
    payload: Mass,
    outcome: &mut Outcome,
) -> Option<Manifest> {
    let stowed = Stowed { mass: satellite.design.masses.launched, volume: satellite.stowed };
    let vehicle = Vehicle {
        payload,
        volume: case.fairing_volume * case.packing_share,
        price: price_per_launch(case.launch_price, case.payload_low_orbit),
        failure_rate: case.launch_failure_rate,
        cadence: case.cadence,
    };
    outcome.price_per_launch = Some(vehicle.price);
    let fits = fit(&stowed, &vehicle).satellites();
    let booked = manifest(fleet, &stowed, &vehicle, case.sharing)?;
    outcome.satellites_per_launch = Some(fraction(fits.min(fleet.total()) as f64));
    outcome.launch_count = Some(fraction(booked.launches as f64));
    outcome.launch_expected = Some(booked.expected_launches);
    outcome.launch_fill = Some(booked.fill);
    outcome.years_to_build = booked.time_to_build;
    Some(booked)
}

fn report_emissions(
    case: &Case,
    design: &Design,
    n_satellites: Ratio,
    payload: Option<Mass>,
    outcome: &mut Outcome,
) {
    let (Some(payload), Some(availability), Some(life)) =
        (payload, outcome.orbit_availability, outcome.orbit_life)
    else {
        return;
    };
    if payload.base() <= 0.0 {
        return;
    }
    let masses = &design.masses;
    let spare_boards: Ratio = fraction(1.0) + case.it_spares;
    let computers: Power = design.loads.it * spare_boards;
    let inventory = OrbitInventory {
        launched_mass: masses.launched * n_satellites,
        platform_mass: (masses.dry - masses.computers) * n_satellites,
        reentry_mass: masses.dry * n_satellites,
        computers: computers * n_satellites,
        energy: available_energy(case.it_power, availability, life),
    };
    let emission = orbit_emission(
        &inventory,
        &OrbitIntensity {
            launch: case.launch_carbon * (case.payload_low_orbit / payload),
            manufacture: case.manufacture_carbon,
            computers: case.it_embodied,
            reentry: case.reentry_carbon,
        },
    );
    outcome.carbon_orbit = Some(emission.without_reentry());
    outcome.carbon_orbit_reentry = Some(emission.with_reentry());
}
