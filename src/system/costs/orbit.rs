//! The orbital side: hardware, launches and their dates, and the plan for the one cost core.

use super::attrition::left_after_failures;
use super::burden::{Course, OrbitBurden};
use super::ground::GroundSide;
use super::launches::{Launches, Offer, computers_share_of, launch_carbon, owned, relaunched};
use super::lives::Lives;
use super::parts::bought;
use super::terms::{Emissions, LEAST_AVAILABILITY, over_ground, parts_share, taxation};
use super::worth::{Sales, Worth};
use crate::economics::finance::Discounting;
use crate::economics::hardware::HardwareCost;
use crate::economics::launch::Fleet;
use crate::economics::learning::{mean_unit_factor, price_factor};
use crate::economics::levelized::{Asset, Assets, CostPlan, Levelized, Once, levelized};
use crate::economics::operations::{Insurance, ground_operations, replacement_cost};
use crate::economics::rocket::Owned;
use crate::system::choices::Upkeep;
use crate::system::inputs::Case;
use crate::system::satellites::{Satellite, Satellites};
use crate::units::{Frequency, Mass, Money, MoneyPerMass, MoneyPerTime, Ratio, Time, fraction};

/// The orbital side of satellites that close.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitSide {
    /// Price of one satellite, its platform at the mean of the batch.
    pub hardware: HardwareCost,
    /// Mean price of the satellites built over the prices given, computers aside.
    pub learning: Ratio,
    /// Price of the parts over the prices given: none of it where the whole has a stated price.
    pub parts_factor: Ratio,
    /// When things are bought again.
    pub lives: Lives,
    /// Share of the IT power delivered over the life.
    pub availability: Ratio,
    /// Program; none where the computers do no work.
    pub program: Option<Program>,
}

/// Program of launches, operations and payments.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Program {
    /// Cost of a launch; none where no vehicle has the payloads of the case.
    pub offer: Option<Offer>,
    /// The launches; none where nothing fits.
    pub launches: Option<Launches>,
    /// What owning the rocket brings; none where control is not bought or nothing fits.
    pub owned: Option<Owned>,
    /// External effects; none without launches.
    pub burden: Option<OrbitBurden>,
    /// Satellites with their computers, spare satellites included.
    pub hardware: Money,
    /// Servicing of one satellite, where computers are renewed in orbit.
    pub servicing: MoneyPerTime,
    /// Operations.
    pub operations: MoneyPerTime,
    /// Hardware bought again in place of what fails.
    pub replenishment: MoneyPerTime,
    /// Insurance of the launches.
    pub launch_insurance: Money,
    /// Insurance in orbit.
    pub orbit_insurance: MoneyPerTime,
    /// Share of what the launches cost that launches of the computers alone would.
    pub computers_share: Ratio,
    /// The same where launches are paid per mass, which is the price of any load.
    computers_load: Ratio,
    /// Cost of the greenhouse gases of a launch per mass that it carries; none where they have a
    /// price and no vehicle carries anything.
    pub launch_carbon: Option<MoneyPerMass>,
    /// Levelized cost; none where the first start is so far away that nothing at it is worth
    /// anything today.
    pub cost: Option<OrbitCost>,
}

/// Levelized cost of the orbital side, launch aside, and the launch price that it would bear.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OrbitCost {
    /// What is bought and run, with its launch where that has a price and with a free one else.
    pub plan: CostPlan,
    /// Cost of that plan.
    pub result: Levelized,
    /// Present cost of greenhouse gases in it.
    pub carbon: Money,
    /// Orbit over ground with free launch.
    pub ratio_free_launch: Option<Ratio>,
    /// Price per kilogram to the orbit at which both sides cost the same.
    pub equal_price: MoneyPerMass,
    /// Cost with the launch; none without a launch price.
    pub priced: Option<PricedOrbit>,
}

/// Cost of the orbital side with its launch.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PricedOrbit {
    /// Price per kilogram carried to the orbit.
    pub price_per_mass: MoneyPerMass,
    /// Price of all launches.
    pub launch: Money,
    /// First cost.
    pub capex: Money,
    /// Launches and their insurance per year for what is bought again.
    pub replenishment_launch: MoneyPerTime,
    /// Levelized cost.
    pub result: Levelized,
    /// Mean present value of one dollar when a satellite starts.
    pub start: Ratio,
    /// The same at the discount rate of the ground.
    pub start_at_ground_rate: Ratio,
    /// Value of the computing.
    pub worth: Worth,
}

impl OrbitSide {
    /// The launches that are booked.
    pub fn launches(&self) -> Option<&Launches> {
        self.program.as_ref()?.launches.as_ref()
    }

    /// Cost with the launch.
    pub fn priced(&self) -> Option<&PricedOrbit> {
        self.program.as_ref()?.cost.as_ref()?.priced.as_ref()
    }

    /// Orbit over ground with the ground's discount rate on both sides; `satellites` are those that
    /// this side is of.
    pub fn ratio_equal_rates(
        &self,
        case: &Case,
        satellites: &Satellites,
        ground: &GroundSide,
    ) -> Option<Ratio> {
        let (one, program) = (satellites.one.as_ref()?, self.program.as_ref()?);
        let launch = self.priced()?.launch;
        let purchases =
            program.purchases((case, one), (self, satellites.all()), program.launch_carbon?);
        let cost = purchases.at_ground_rate(launch).per_energy;
        over_ground(cost, ground.result.per_energy).filter(|ratio| ratio.base().is_finite())
    }
}

/// Prices the orbital side, with the share of the work that failures leave where that is known;
/// none where the satellites do not close.
pub fn orbit(
    case: &Case,
    satellites: &Satellites,
    ground: &GroundSide,
    left: Option<Ratio>,
) -> Option<OrbitSide> {
    let one = satellites.one.as_ref()?;
    let learning = learning(case, satellites.fleet);
    let parts_factor = learning * parts_share(case);
    let hardware = bought(case, &one.design, learning);
    let lives = Lives::of(case);
    let availability = case.pins.availability.unwrap_or_else(|| {
        let left = left.or_else(|| left_after_failures(case, satellites));
        left.unwrap_or(fraction(0.0)) * satellites.work.kept()
    });
    let side = OrbitSide { hardware, learning, parts_factor, lives, availability, program: None };
    let works = availability >= LEAST_AVAILABILITY;
    let program = works.then(|| Program::new(case, satellites, one, &side, ground));
    Some(OrbitSide { program, ..side })
}

/// Mean learning factor of the fleet: over the price of the unit that prices are stated for.
fn learning(case: &Case, fleet: Fleet) -> Ratio {
    if case.fleet.learning_rate.base() <= 0.0 {
        return fraction(1.0);
    }
    let n_satellites = u64::try_from(fleet.total()).unwrap_or(u64::MAX);
    mean_unit_factor(case.fleet.learning_rate, 0, n_satellites)
        / price_factor(case.fleet.learning_rate, case.fleet.priced_unit.number())
}

/// Servicing of one satellite, where computers are renewed in orbit.
fn servicing(case: &Case) -> MoneyPerTime {
    match case.fleet.upkeep {
        Upkeep::Retire => MoneyPerTime::from_base(0.0),
        Upkeep::Renew => case.fleet.servicing,
    }
}

impl Program {
    fn new(
        case: &Case,
        satellites: &Satellites,
        one: &Satellite,
        side: &OrbitSide,
        ground: &GroundSide,
    ) -> Self {
        let all = satellites.all();
        let offer = satellites.lift.payload.map(|_| Offer::new(case));
        let launches =
            satellites.lift.payload.zip(offer).and_then(|(payload, offer)| {
                Launches::book(case, satellites, one, payload, &offer)
            });
        let loaded = satellites.lift.payload.zip(launches);
        let carried = loaded.map(|(payload, launches)| payload * launches.fill);
        let course = |(payload, launches): (Mass, Launches)| Course {
            satellites,
            one,
            lives: &side.lives,
            availability: side.availability,
            carried: payload * launches.fill,
            payload,
        };
        let insurance = Insurance {
            launch_share: case.finance.launch_insurance,
            in_orbit: case.finance.orbit_insurance,
        };
        let hardware: Money = side.hardware.total() * all;
        let servicing = servicing(case);
        let masses = &one.design.masses;
        let computers_share = computers_share_of(case, one, launches.as_ref());
        let program = Self {
            offer,
            launches,
            owned: owned(case, (offer, launches), side.lives.of_launches(computers_share)),
            burden: loaded.map(|loaded| OrbitBurden::new(case, &course(loaded))),
            hardware,
            servicing,
            operations: ground_operations(
                satellites.fleet.total(),
                case.satellite.ground_operations,
            ) + ground_operations(satellites.fleet.total(), servicing)
                + hardware * case.fleet.operations_share,
            replenishment: replacement_cost(hardware, case.fleet.replenishment),
            launch_insurance: insurance.launch_premium(hardware),
            orbit_insurance: insurance.in_orbit_premium(hardware),
            computers_share,
            computers_load: computers_share_of(case, one, None),
            launch_carbon: launch_carbon(case, carried.or(satellites.lift.payload)),
            cost: None,
        };
        let cost = program.launch_carbon.and_then(|launch_carbon| {
            program
                .purchases((case, one), (side, all), launch_carbon)
                .cost(masses.launched * all, ground)
        });
        Self { cost, ..program }
    }

    /// The plan that buys this program.
    fn purchases<'a>(
        &'a self,
        (case, one): (&'a Case, &'a Satellite),
        (side, n_satellites): (&OrbitSide, Ratio),
        launch_carbon: MoneyPerMass,
    ) -> Purchases<'a> {
        Purchases {
            case,
            program: self,
            platform: side.hardware.platform() * n_satellites,
            computers: side.hardware.computers * n_satellites,
            lives: side.lives,
            availability: side.availability,
            way: one.design.raised.map_or(Time::from_base(0.0), |raised| raised.time),
            emissions: emissions((case, one), (side, n_satellites), (self, launch_carbon)),
        }
    }
}

/// What greenhouse gases cost: at each start for what making and launching emitted, failed launches
/// included, and in each year for what is made and launched again in it.
fn emissions(
    (case, one): (&Case, &Satellite),
    (side, all): (&OrbitSide, Ratio),
    (program, launch_carbon): (&Program, MoneyPerMass),
) -> Emissions {
    let price = case.finance.carbon_price;
    if price.base() == 0.0 {
        return Emissions::FREE;
    }
    let masses = &one.design.masses;
    let once = fraction(1.0);
    let tries: Ratio = once / (once - case.launch.failure_rate);
    let of_satellites: Mass =
        (masses.dry - masses.computers) * all * case.satellite.embodied_carbon;
    let of_computers: Mass =
        one.design.loads.it * (once + case.it.spares) * all * case.it.embodied_carbon;
    let launch: Money = launch_carbon * (masses.launched * all) * tries;
    let share = program.computers_share;
    let stored: Frequency = case.fleet.replenishment - relaunched(case);
    let again: Frequency = relaunched(case) * tries + stored;
    Emissions {
        assets: Assets {
            platform_emissions: Asset::new(
                price * (of_satellites * tries) + launch * (once - share),
                side.lives.satellite,
            ),
            computers_emissions: Asset::new(
                price * (of_computers * tries) + launch * share,
                side.lives.computers,
            ),
            ..Assets::UNUSED
        },
        yearly: price * (of_satellites + of_computers) * again + launch * relaunched(case),
    }
}

/// Parts of the orbital plan, launch aside.
struct Purchases<'a> {
    case: &'a Case,
    program: &'a Program,
    platform: Money,
    computers: Money,
    lives: Lives,
    availability: Ratio,
    emissions: Emissions,
    /// Time from separation to the start of work.
    way: Time,
}

impl Purchases<'_> {
    /// Launches and their insurance per year for what is bought again.
    fn replenishment_launch(&self, launch: Money) -> MoneyPerTime {
        let premium: Money = (self.platform + self.computers) * self.case.finance.launch_insurance;
        (launch + premium) * relaunched(self.case)
    }

    /// The plan with this launch cost; the premium is paid with the launch.
    fn plan(&self, launch: Money, discount_rate: Frequency, once: Ratio) -> CostPlan {
        let (case, program) = (self.case, self.program);
        let (lead, insurance) = (case.satellite.lead + self.way, case.finance.launch_insurance);
        let asset =
            |price: Money, life: Time, lead: Time| Asset { lead, ..Asset::new(price, life) };
        let Lives { satellite, computers } = self.lives;
        let of_computers = program.computers_share;
        let launch_of_platform =
            launch * (fraction(1.0) - of_computers) + self.platform * insurance;
        let launch_of_computers = launch * of_computers + self.computers * insurance;
        CostPlan {
            assets: Assets {
                platform: asset(self.platform, satellite, lead),
                computers: asset(self.computers, computers, case.it.orbit_lead + self.way),
                launch: asset(launch_of_platform, satellite, lead),
                computers_launch: asset(launch_of_computers, computers, lead),
                ..self.emissions.assets
            },
            once: Once {
                price: case.fleet.development,
                factor: once,
                lead: case.fleet.development_lead,
            },
            yearly: program.operations
                + program.replenishment
                + program.orbit_insurance
                + self.replenishment_launch(launch)
                + self.emissions.yearly,
            tax: taxation(case),
            discount_rate,
            horizon: case.finance.horizon,
            it_power: case.it.power,
            availability: self.availability,
        }
    }

    /// Mean present value, on the day of the first possible launch, of one dollar when a satellite
    /// starts.
    fn start(&self, discounting: &Discounting) -> Ratio {
        self.program
            .launches
            .map_or(fraction(1.0), |launches| launches.delivery.mean_discount(discounting))
    }

    /// Cost with and without launch, and the launch price at which both sides cost the same: cost
    /// is linear in it.
    fn cost(&self, launched: Mass, ground: &GroundSide) -> Option<OrbitCost> {
        let case = self.case;
        let booked = self.program.launches.map(|launches| launches.manifest.price_per_mass);
        let price = case.pins.launch_price_per_mass.or(booked);
        let launch: Money = price.map_or(Money::from_base(0.0), |price| price * launched);
        let discounting = Discounting::at(case.orbit_rate());
        let start = self.start(&discounting);
        let once: Ratio = discounting.growth(case.fleet.development_lead) / start;
        if !once.base().is_finite() {
            return None;
        }
        let plan = self.plan(launch, case.orbit_rate(), once);
        let result = levelized(&plan);
        let unlaunched = self.plan(Money::from_base(0.0), case.orbit_rate(), once);
        let free: Money = result.present_cost_at(&unlaunched);
        let equal: Money = ground.result.per_energy * result.present_energy;
        Some(OrbitCost {
            plan,
            result,
            carbon: self.emissions.present_cost(&result),
            ratio_free_launch: over_ground(free / result.present_energy, ground.result.per_energy),
            equal_price: (equal - free) / self.launch_factor(&result) / launched,
            priced: price.map(|price| self.priced(price, launch, start, &result)),
        })
    }

    /// Present cost of the launch over its price where that is paid per mass.
    fn launch_factor(&self, result: &Levelized) -> Ratio {
        let of_computers = self.program.computers_load;
        result.factors.launch * (fraction(1.0) - of_computers)
            + result.factors.computers_launch * of_computers
            + relaunched(self.case) * result.annuity
    }

    fn priced(
        &self,
        price_per_mass: MoneyPerMass,
        launch: Money,
        start: Ratio,
        result: &Levelized,
    ) -> PricedOrbit {
        let case = self.case;
        let sales = Sales { availability: self.availability, rate: case.orbit_rate(), wait: start };
        PricedOrbit {
            price_per_mass,
            launch,
            capex: self.platform
                + self.computers
                + launch
                + self.program.launch_insurance
                + case.fleet.development,
            replenishment_launch: self.replenishment_launch(launch),
            result: *result,
            start,
            start_at_ground_rate: self.start(&Discounting::at(case.ground_rate())),
            worth: Worth::new(case, result, &sales),
        }
    }

    /// The orbital side with this launch cost at the ground's discount rate.
    fn at_ground_rate(&self, launch: Money) -> Levelized {
        let case = self.case;
        let rate = case.ground_rate();
        let once = if case.fleet.development.base() > 0.0 {
            let discounting = Discounting::at(rate);
            discounting.growth(case.fleet.development_lead) / self.start(&discounting)
        } else {
            fraction(1.0)
        };
        levelized(&self.plan(launch, rate, once))
    }
}
