//! Both sides in money and carbon: from designs and inputs to plans for the one cost core.

mod external;
mod ground;
mod owning;
mod value;

pub use ground::{Ground, ground, report_ground};

use super::choices::Upkeep;
use super::design::Design;
use super::inputs::Case;
use super::metrics::Outcome;
use super::satellites::Built;
use crate::economics::failures::{Attrition, Batch, delivered_by};
use crate::economics::finance::Discounting;
use crate::economics::hardware::{HardwareCost, Parts, Prices, hardware_cost};
use crate::economics::launch::{Fleet, Manifest, Stowed, Vehicle, fit, manifest, price_per_launch};
use crate::economics::learning::{mean_unit_factor, price_factor};
use crate::economics::levelized::{
    Asset, CostPlan, Levelized, MAX_ASSETS, Once, Taxation, levelized,
};
use crate::economics::operations::{Insurance, ground_operations, replacement_cost};
use crate::economics::schedule::Delivery;
use crate::units::{
    Frequency, Mass, Money, MoneyPerEnergy, MoneyPerMass, MoneyPerTime, Power, Ratio, Time,
    fraction,
};

/// Share of the work below which a satellite counts as doing none, so that it has no price per work.
pub const LEAST_AVAILABILITY: Ratio = fraction(1.0e-6);

const fn taxation(case: &Case) -> Taxation {
    Taxation { rate: case.tax, write_off: case.write_off }
}

/// Prices the orbital side and the comparison, and writes them into the outcome.
pub fn orbit(case: &Case, built: &Built, ground: &Ground, outcome: &mut Outcome) {
    let Built { fleet, ref design, payload, .. } = *built;
    let n_satellites = fraction(fleet.total() as f64);
    let learned = learning(case, fleet);
    let hardware = hardware(case, design).with_platform_factor(learned);
    let launched: Mass = design.masses.launched * n_satellites;
    report_hardware(&hardware, n_satellites, outcome);
    outcome.fleet_learning_factor = Some(learned);
    let lives = Lives::of(case);
    let availability = case
        .pins
        .availability
        .unwrap_or_else(|| availability(case, fleet, design.loads.it, &lives) * kept(outcome));
    outcome.orbit_life = Some(lives.satellite);
    outcome.orbit_computer_life = Some(lives.computers);
    outcome.orbit_availability = Some(availability);
    if availability < LEAST_AVAILABILITY {
        return;
    }
    let manifest = payload.and_then(|payload| book(case, built, payload, outcome));
    if manifest.is_some() {
        external::orbit(case, design, n_satellites, payload, outcome);
    }
    let launch_price =
        case.pins.launch_price_per_mass.or(manifest.map(|manifest| manifest.price_per_mass));
    let insurance =
        Insurance { launch_share: case.launch_insurance, in_orbit: case.orbit_insurance };
    let insured: Money = hardware.total() * n_satellites;
    let in_orbit: MoneyPerTime = insurance.in_orbit_premium(insured);
    let operations: MoneyPerTime = ground_operations(fleet.total(), case.ground_operations)
        + ground_operations(fleet.total(), lives.servicing)
        + insured * case.operations_share;
    let replenishment: MoneyPerTime = replacement_cost(insured, case.replenishment);
    outcome.fleet_servicing_paid = Some(lives.servicing);
    outcome.cost_hardware = Some(insured);
    outcome.cost_replenishment = Some(replenishment);
    outcome.cost_insurance = Some(insurance.launch_premium(insured));
    outcome.cost_orbit_insurance = Some(in_orbit);
    outcome.cost_operations = Some(operations);
    let computers_share: Ratio = design.masses.computers / design.masses.launched;
    outcome.launch_computers_share = Some(computers_share);
    let side = Side {
        platform: hardware.platform() * n_satellites,
        computers: hardware.computers * n_satellites,
        computers_share,
        yearly: operations + replenishment + in_orbit,
        relaunched: case.replenishment * case.replenishment_launched,
        lives,
        availability,
        delivery: delivery(case, manifest),
    };
    report_orbit(case, &side, launched, launch_price, (ground, outcome));
}

/// Price of the platform over that of the unit it is given for, mean of the batch.
fn learning(case: &Case, fleet: Fleet) -> Ratio {
    if case.fleet_learning.base() <= 0.0 {
        return fraction(1.0);
    }
    let n_satellites = u64::try_from(fleet.total()).unwrap_or(u64::MAX);
    mean_unit_factor(case.fleet_learning, 0, n_satellites)
        / price_factor(case.fleet_learning, case.priced_unit.number())
}

/// Time after which things are bought again.
#[derive(Debug, Clone, Copy)]
struct Lives {
    satellite: Time,
    computers: Time,
    /// Servicing of one satellite.
    servicing: MoneyPerTime,
}

impl Lives {
    fn of(case: &Case) -> Self {
        let shorter = case.satellite_life.smaller(case.it_life);
        let nothing = MoneyPerTime::from_base(0.0);
        match case.upkeep {
            Upkeep::Retire => Self { satellite: shorter, computers: shorter, servicing: nothing },
            Upkeep::Renew => Self {
                satellite: case.satellite_life,
                computers: shorter,
                servicing: case.servicing,
            },
        }
    }
}

/// Dates of the launches; none where they are not booked.
fn delivery(case: &Case, manifest: Option<Manifest>) -> Option<Delivery> {
    let booked = manifest?;
    let launches = fraction(booked.launches as f64);
    Some(Delivery::repeating(launches, booked.expected_launches, case.cadence, case.ramp))
}

/// Places of the orbital plan.
const PLATFORM: usize = 0;
const ORBITAL_COMPUTERS: usize = 1;
const LAUNCH: usize = 2;
const COMPUTERS_LAUNCH: usize = 3;

/// What the orbital plan is made of, launch aside.
#[derive(Debug, Clone, Copy)]
struct Side {
    platform: Money,
    computers: Money,
    /// Share of the launched mass that is computers.
    computers_share: Ratio,
    yearly: MoneyPerTime,
    /// Share of the fleet that is launched again each year in place of what fails.
    relaunched: Frequency,
    lives: Lives,
    availability: Ratio,
    delivery: Option<Delivery>,
}

impl Side {
    /// Launches and their insurance per year for what is bought again.
    fn again(&self, case: &Case, launch: Money) -> MoneyPerTime {
        let premium: Money = (self.platform + self.computers) * case.launch_insurance;
        (launch + premium) * self.relaunched
    }

    /// The plan with this launch cost; the premium is paid with the launch.
    fn plan(&self, case: &Case, launch: Money, discount_rate: Frequency, once: Ratio) -> CostPlan {
        let asset =
            |price: Money, life: Time, lead: Time| Asset { lead, ..Asset::new(price, life) };
        let Lives { satellite, computers, .. } = self.lives;
        let lead = case.satellite_lead;
        let mut assets = [Asset::UNUSED; MAX_ASSETS];
        assets[PLATFORM] = asset(self.platform, satellite, lead);
        assets[LAUNCH] = asset(
            launch * (fraction(1.0) - self.computers_share) + self.platform * case.launch_insurance,
            satellite,
            lead,
        );
        assets[COMPUTERS_LAUNCH] = asset(
            launch * self.computers_share + self.computers * case.launch_insurance,
            computers,
            lead,
        );
        assets[ORBITAL_COMPUTERS] = asset(self.computers, computers, case.it_lead);
        CostPlan {
            assets,
            once: Once { price: case.development, factor: once },
            yearly: self.yearly + self.again(case, launch),
            tax: taxation(case),
            discount_rate,
            horizon: case.horizon,
            it_power: case.it_power,
            availability: self.availability,
        }
    }

    /// Mean present value, on the day of the first possible launch, of one dollar when a satellite starts.
    fn waiting(&self, discounting: &Discounting) -> Ratio {
        self.delivery.map_or(fraction(1.0), |delivery| delivery.mean_discount(discounting))
    }
}

/// Cost per energy over that of the ground; there is none where the ground costs nothing.
fn over_ground(orbit: MoneyPerEnergy, ground: &Ground) -> Option<Ratio> {
    let on_ground = ground.result.per_energy;
    (on_ground.base() > 0.0).then(|| orbit / on_ground)
}

/// Costs of the orbital side with and without launch, and the launch price at which both sides cost the same: cost is
/// linear in it.
fn report_orbit(
    case: &Case,
    side: &Side,
    launched: Mass,
    price: Option<MoneyPerMass>,
    (ground, outcome): (&Ground, &mut Outcome),
) {
    let launch: Money = price.map_or(Money::from_base(0.0), |price| price * launched);
    let discounting = Discounting::at(case.orbit_discount_rate);
    let wait = side.waiting(&discounting);
    let once: Ratio = discounting.growth(case.development_lead) / wait;
    if !once.base().is_finite() {
        // the first start is so far away that nothing at it is worth anything today
        return;
    }
    let result = levelized(&side.plan(case, launch, case.orbit_discount_rate, once));
    let of_launch: Ratio = result.factors[LAUNCH] * (fraction(1.0) - side.computers_share)
        + result.factors[COMPUTERS_LAUNCH] * side.computers_share
        + side.relaunched * result.annuity;
    let unlaunched = side.plan(case, Money::from_base(0.0), case.orbit_discount_rate, once);
    let free: Money = result.present_cost_at(&unlaunched);
    let equal: Money = ground.result.per_energy * result.present_energy;
    let signed: MoneyPerMass = (equal - free) / of_launch / launched;
    outcome.orbit_annuity = Some(result.annuity);
    outcome.orbit_platform_factor = Some(result.factors[PLATFORM]);
    outcome.orbit_computers_factor = Some(result.factors[ORBITAL_COMPUTERS]);
    outcome.orbit_launch_factor = Some(result.factors[LAUNCH]);
    outcome.orbit_computers_launch_factor = Some(result.factors[COMPUTERS_LAUNCH]);
    outcome.orbit_development_factor = Some(once);
    outcome.ratio_free_launch = over_ground(free / result.present_energy, ground);
    outcome.breakeven_signed = Some(signed);
    outcome.breakeven = Some(signed).filter(|price| price.base() >= 0.0);
    let Some(price) = price else { return };
    let equal_rates = at_ground_rate(case, side, launch);
    let premium = outcome.cost_insurance.unwrap_or(Money::from_base(0.0));
    let capex: Money = side.platform + side.computers + launch + premium + case.development;
    outcome.launch_price_per_mass = Some(price);
    outcome.launch_cost = Some(launch);
    outcome.cost_replenishment_launch = Some(side.again(case, launch));
    outcome.orbit_capex = Some(capex);
    outcome.orbit_capex_per_it = Some(capex / case.it_power);
    outcome.orbit_present_cost = Some(result.present_cost);
    outcome.orbit_present_cost_per_it = Some(result.present_cost / case.it_power);
    outcome.orbit_per_energy = Some(result.per_energy);
    outcome.orbit_per_power_year = Some(result.per_power_year);
    outcome.orbit_per_gpu_hour = Some(result.per_device_hour(case.accelerator_power));
    outcome.ratio_cost = over_ground(result.per_energy, ground);
    outcome.ratio_cost_equal_rates =
        over_ground(equal_rates.per_energy, ground).filter(|ratio| ratio.base().is_finite());
    value::orbit(case, &result, wait, outcome);
}

/// The orbital side at the ground's discount rate.
fn at_ground_rate(case: &Case, side: &Side, launch: Money) -> Levelized {
    let rate = case.ground_discount_rate;
    let once = if case.development.base() > 0.0 {
        let discounting = Discounting::at(rate);
        discounting.growth(case.development_lead) / side.waiting(&discounting)
    } else {
        fraction(1.0)
    };
    levelized(&side.plan(case, launch, rate, once))
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

/// Share of the IT power delivered after failures: whole accelerators beyond the spares on board of each satellite, whole
/// satellites beyond the spare ones.
fn availability(case: &Case, fleet: Fleet, it_power: Power, lives: &Lives) -> Ratio {
    let computers = Batch {
        attrition: Attrition {
            failure_rate: case.it_failure_rate,
            shape: case.it_failure_shape,
            spares: case.it_spares,
            life: lives.computers,
        },
        working: it_power / case.accelerator_power,
    };
    let satellites: Ratio = fraction(fleet.working as f64);
    let whole_satellites = Batch {
        attrition: Attrition {
            failure_rate: case.satellite_failure_rate,
            shape: case.satellite_failure_shape,
            spares: fraction(fleet.spare as f64) / satellites,
            life: lives.satellite,
        },
        working: satellites,
    };
    delivered_by(&computers) * delivered_by(&whole_satellites)
}

/// Share of the work that radiation, shadow and the links between satellites leave.
fn kept(outcome: &Outcome) -> Ratio {
    let whole = fraction(1.0);
    outcome.radiation_availability.unwrap_or(whole)
        * (whole - outcome.eclipse_loss.unwrap_or(fraction(0.0)))
        * outcome.work_carried.unwrap_or(whole)
}

/// Price of one launch when the program buys.
fn launch_price(case: &Case, outcome: &mut Outcome) -> Money {
    let factor = if case.cumulative_mass == case.learned_mass {
        fraction(1.0)
    } else {
        price_factor(case.launch_learning, case.cumulative_mass / case.learned_mass)
    };
    outcome.launch_learning_factor = Some(factor);
    price_per_launch(case.launch_price * factor, case.payload_low_orbit)
}

/// Books the launches and writes them into the outcome.
fn book(case: &Case, built: &Built, payload: Mass, outcome: &mut Outcome) -> Option<Manifest> {
    let fleet = built.fleet;
    let stowed = Stowed { mass: built.design.masses.launched, volume: built.stowed };
    let vehicle = Vehicle {
        payload,
        volume: case.fairing_volume * case.packing_share,
        price: launch_price(case, outcome),
        failure_rate: case.launch_failure_rate,
        cadence: case.cadence,
    };
    outcome.price_per_launch = Some(vehicle.price);
    owning::report(case, vehicle.price, outcome);
    let fits = fit(&stowed, &vehicle).satellites();
    let booked = manifest(fleet, &stowed, &vehicle, case.sharing)?;
    outcome.satellites_per_launch = Some(fraction(fits.min(fleet.total()) as f64));
    outcome.launch_count = Some(fraction(booked.launches as f64));
    outcome.launch_expected = Some(booked.expected_launches);
    outcome.launch_fill = Some(booked.fill);
    outcome.years_to_build = delivery(case, Some(booked)).map(|dates| dates.duration());
    Some(booked)
}
