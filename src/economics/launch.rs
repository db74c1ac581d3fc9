//! From satellites to launches, their price and their pace.
//!
//! Counts are whole. What the vehicle carries to the scenario's orbit is found by `physics::ascent`
//! and comes in as a mass and a volume.

use crate::numeric::whole::{whole_at_least, whole_at_most};
use crate::units::{
    CountRate, Mass, Money, MoneyPerMass, Power, Ratio, Time, Volume, complement, fraction,
};

/// Basis of a launch price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PriceBasis {
    /// Published price for anyone.
    List,
    /// Price of a signed contract.
    Contract,
    /// Cost of a launch to its operator, who launches for himself.
    Internal,
    /// Announced or hoped for, not on sale.
    Target,
}

/// How launches are paid.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sharing {
    /// Whole launches are bought, filled or not; a satellite is not divided.
    Dedicated,
    /// Each launch is shared with others and paid by the larger of the shares of mass and of
    /// volume; no satellite is larger than a launch.
    Shared,
}

/// Limit that fills a launch first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PayloadLimit {
    /// The payload mass.
    Mass,
    /// The volume under the fairing.
    Volume,
}

/// Satellites of a scenario.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fleet {
    /// Satellites that deliver the IT power.
    pub working: u128,
    /// Spare satellites, launched with them.
    pub spare: u128,
}

impl Fleet {
    /// Satellites that are needed for an IT power, and spares.
    ///
    /// # Model
    /// ```text
    /// n = ceil(P / P_1),  spares = ceil(s n)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | P, `P_1` | IT power of the scenario and of one satellite | kW |
    /// | s | share of spare satellites | 1 |
    ///
    /// # Assumes
    /// Equal satellites. A quotient within one part in 10⁹ above a whole number counts as that
    /// number (40 MW of 0.1 MW are 400, whatever the last bit says).
    ///
    /// # Valid for
    /// Positive powers and shares of zero or more; counts end at the largest 64-bit number.
    ///
    /// # References
    /// Definition; docs/model/launch.md
    pub fn sized(it_power: Power, satellite_it_power: Power, spare_share: Ratio) -> Self {
        Self::of(it_power / satellite_it_power, spare_share)
    }

    /// So many satellites, rounded up, and spares; see [`Fleet::sized`] for model, range and
    /// references.
    pub fn of(count: Ratio, spare_share: Ratio) -> Self {
        let working = whole_above(count);
        let spare = whole_above(spare_share * working as f64);
        Self { working, spare }
    }

    /// All satellites that are built and launched; see [`Fleet::sized`] for model, range and
    /// references.
    pub fn total(self) -> u128 {
        self.working.saturating_add(self.spare)
    }
}

/// One satellite as the launcher sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stowed {
    /// Mass at launch, propellant included.
    pub mass: Mass,
    /// Volume under the fairing.
    pub volume: Volume,
}

/// A vehicle on its way to the scenario's orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Vehicle {
    /// Mass that it carries to this orbit.
    pub payload: Mass,
    /// Volume that it carries.
    pub volume: Volume,
    /// Price of one launch, see [`price_per_launch`].
    pub price: Money,
    /// Share of launches that fail.
    pub failure_rate: Ratio,
    /// Launches a year that this customer gets.
    pub cadence: CountRate,
    /// Satellites that one launch takes at most, where that is stated.
    pub most: Option<Ratio>,
}

/// Price of a launch from its price per mass on the reference orbit.
///
/// # Model
/// ```text
/// C = c m_ref
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | c | launch price per mass on the vehicle's reference orbit | USD/kg |
/// | `m_ref` | payload to that orbit, in the mode of the price (reused or expended) | kg |
///
/// # Assumes
/// The launch costs the same to every orbit; what changes is what it carries.
///
/// # Valid for
/// Price and payload of one mode; a price of a reused vehicle over the payload of an expended one
/// is a mistake that this function cannot see.
///
/// # References
/// Definition; docs/model/launch.md
pub fn price_per_launch(reference_price: MoneyPerMass, reference_payload: Mass) -> Money {
    reference_price * reference_payload
}

/// How many satellites one launch takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// Whole satellites by mass.
    pub by_mass: u128,
    /// Whole satellites by volume.
    pub by_volume: u128,
    /// Whole satellites that are stated; endless where none are.
    pub stated: u128,
    /// Limit that fills the launch first, by the undivided shares.
    pub limit: PayloadLimit,
}

impl Fit {
    /// Whole satellites in one launch; zero if not even one fits. See [`fit`] for model, range and
    /// references.
    pub fn satellites(self) -> u128 {
        self.by_mass.min(self.by_volume).min(self.stated)
    }
}

/// Whole satellites in one launch, by mass and by volume.
///
/// # Model
/// ```text
/// k = min(floor(M / m), floor(V / w), k_max)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `k_max` | satellites that are stated, where they are | 1 |
/// | M, m | payload of the vehicle, mass of a satellite | kg |
/// | V, w | volume of the vehicle, stowed volume of a satellite | m³ |
///
/// # Assumes
/// Volumes add: shapes, adapters and keep-out zones are in the stowed volume or in the vehicle's
/// usable volume.
///
/// # Valid for
/// Any sizes; a satellite without mass or volume is not limited by it. Zero means that not even one
/// fits.
///
/// # References
/// Definition; docs/model/launch.md
pub fn fit(satellite: &Stowed, vehicle: &Vehicle) -> Fit {
    let (mass_share, volume_share) = shares(satellite, vehicle, 1);
    let limit = if volume_share > mass_share { PayloadLimit::Volume } else { PayloadLimit::Mass };
    Fit {
        by_mass: whole_below(vehicle.payload / satellite.mass),
        by_volume: whole_below(vehicle.volume / satellite.volume),
        stated: vehicle.most.map_or(u128::MAX, whole_below),
        limit,
    }
}

/// Launches of a fleet and what they cost.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Manifest {
    /// Launches that have to succeed.
    pub launches: u128,
    /// Launches that are expected to be needed, failures included.
    pub expected_launches: Ratio,
    /// Cost of all expected launches, [`Sharing::Shared`] ones in part.
    pub cost: Money,
    /// Part of the cost that repeats failed launches.
    pub repeats: Money,
    /// Cost over launched mass: the price per mass actually carried to this orbit.
    pub price_per_mass: MoneyPerMass,
    /// Share of the launched capacity, by mass, that is used; of the paid part when shared.
    pub fill: Ratio,
    /// Time to launch the fleet, or `None` without a cadence.
    pub time_to_build: Option<Time>,
}

/// The launches that bring a fleet to orbit, or `None` if nothing fits.
///
/// # Model
/// ```text
/// dedicated:  launches = ceil(n / k),                    paid = launches
/// shared:     launches = ceil(max(n m / M, n w / V)),    paid = max(n m / M, n w / V)
/// cost = C paid / (1 - f),   expected = launches / (1 - f),   time = expected / cadence
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | n, k | satellites of the fleet and in one launch ([`fit`]) | 1 |
/// | m, w, M, V | mass and volume of a satellite and of the vehicle | kg, m³ |
/// | C | price of a launch ([`price_per_launch`]) | USD |
/// | f | share of launches that fail | 1 |
///
/// # Assumes
/// A failed launch is repeated and paid again, each with the same odds, so that 1/(1 - f) launches
/// are needed for one success. What was lost on board is not in here, see
/// [`Insurance`](crate::economics::operations::Insurance). Loads of shared launches fill them
/// without a rest, since others take what is left beside a satellite.
///
/// # Valid for
/// Failure shares below 1. `None` if the fleet is empty, if a launch takes no whole satellite, or
/// if a share is not a positive finite number.
///
/// # References
/// Mean number of independent trials up to the first success; the rest by definition;
/// docs/model/launch.md
pub fn manifest(
    fleet: Fleet,
    satellite: &Stowed,
    vehicle: &Vehicle,
    sharing: Sharing,
) -> Option<Manifest> {
    let total = fleet.total();
    let launched_mass: Mass = satellite.mass * total as f64;
    let (mass_share, volume_share) = shares(satellite, vehicle, total);
    let capacity_used = mass_share.larger(volume_share);
    let per_launch = Some(fit(satellite, vehicle).satellites()).filter(|n| *n > 0)?;
    let (launches, paid) = match sharing {
        Sharing::Dedicated => {
            let launches = total.div_ceil(per_launch);
            (launches, fraction(launches as f64))
        }
        Sharing::Shared => (whole_above(capacity_used), capacity_used),
    };
    let success = complement(vehicle.failure_rate);
    let cost: Money = vehicle.price * paid / success;
    let is_possible = total > 0
        && success.base() > 0.0
        && launched_mass.base() > 0.0
        && capacity_used.base().is_finite()
        && vehicle.payload.base() > 0.0;
    let expected_launches = fraction(launches as f64) / success;
    is_possible.then(|| Manifest {
        launches,
        expected_launches,
        cost,
        repeats: cost * vehicle.failure_rate,
        price_per_mass: cost / launched_mass,
        fill: mass_share / paid,
        time_to_build: (vehicle.cadence.base() > 0.0).then(|| expected_launches / vehicle.cadence),
    })
}

/// Mass and volume of some satellites in launches; a vehicle without limits set is not filled by
/// nothing.
fn shares(satellite: &Stowed, vehicle: &Vehicle, count: u128) -> (Ratio, Ratio) {
    let of = |amount: Ratio| if amount.base().is_nan() { fraction(0.0) } else { amount };
    let count = count as f64;
    (of(satellite.mass * count / vehicle.payload), of(satellite.volume * count / vehicle.volume))
}

/// Whole number at or above; not a number counts as zero, too large as the largest.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is meant"
)]
fn whole_above(amount: Ratio) -> u128 {
    whole_at_least(amount.base()) as u128
}

/// Whole number at or below; not a number (nothing over nothing) does not limit.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the cast saturates, which is meant"
)]
fn whole_below(amount: Ratio) -> u128 {
    if amount.base().is_nan() {
        return u128::MAX;
    }
    whole_at_most(amount.base()) as u128
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{
        cubic_meter, each_per_year, kilogram, kilowatt, megawatt, million_usd, tonne, usd,
        usd_per_kilogram, year,
    };

    fn falcon9() -> Vehicle {
        Vehicle {
            payload: Mass::new::<tonne>(12.0),
            volume: Volume::new::<cubic_meter>(145.0),
            price: Money::new::<million_usd>(74.0),
            failure_rate: fraction(0.0),
            cadence: CountRate::new::<each_per_year>(165.0),
            most: None,
        }
    }

    fn satellite(mass: f64, volume: f64) -> Stowed {
        Stowed { mass: Mass::new::<kilogram>(mass), volume: Volume::new::<cubic_meter>(volume) }
    }

    fn fleet(working: u128) -> Fleet {
        Fleet { working, spare: 0 }
    }

    fn close(got: f64, want: f64, relative: f64) -> bool {
        (got - want).abs() <= relative * got.abs().max(want.abs())
    }

    const BOTH: [Sharing; 2] = [Sharing::Dedicated, Sharing::Shared];

    #[test]
    fn fleet_is_rounded_up_and_spares_are_whole() {
        let sized = |total: f64, one: f64, share: f64| {
            Fleet::sized(
                Power::new::<megawatt>(total),
                Power::new::<kilowatt>(one),
                fraction(share),
            )
        };
        assert_eq!(sized(40.0, 100.0, 0.0), Fleet { working: 400, spare: 0 });
        assert_eq!(sized(40.0, 99.0, 0.05), Fleet { working: 405, spare: 21 });
        assert_eq!(sized(0.3, 100.0, 0.1), Fleet { working: 3, spare: 1 });
        assert_eq!(sized(1.0, 0.0, 0.1).total(), u128::MAX);
    }

    #[test]
    fn falcon_9_to_a_sun_synchronous_orbit_costs_6170_usd_per_kilogram() {
        let full =
            manifest(fleet(12), &satellite(1000.0, 5.0), &falcon9(), Sharing::Dedicated).unwrap();
        assert_eq!(full.launches, 1);
        assert!((full.price_per_mass.get::<usd_per_kilogram>() - 6170.0).abs() < 5.0);
        assert!(close(full.fill.base(), 1.0, 1e-12));
    }

    #[test]
    fn one_megawatt_at_54_kg_per_kilowatt_needs_34_flights_of_nova() {
        let nova = Vehicle { payload: Mass::new::<kilogram>(1600.0), ..falcon9() };
        let launched =
            manifest(fleet(40), &satellite(1350.0, 0.0), &nova, Sharing::Shared).unwrap();
        assert_eq!(launched.launches, 34);
    }

    #[test]
    fn no_launch_takes_a_satellite_larger_than_itself() {
        for (too_large, fits) in [
            (satellite(12_000.1, 1.0), satellite(12_000.0, 1.0)),
            (satellite(1.0, 145.1), satellite(1.0, 145.0)),
        ] {
            for sharing in BOTH {
                assert_eq!(manifest(fleet(3), &too_large, &falcon9(), sharing), None);
                assert_eq!(manifest(fleet(3), &fits, &falcon9(), sharing).unwrap().launches, 3);
            }
        }
    }

    #[test]
    fn one_gigawatt_takes_falcon_9_27_years() {
        let launched =
            manifest(fleet(54_000), &satellite(1000.0, 0.0), &falcon9(), Sharing::Shared).unwrap();
        assert_eq!(launched.launches, 4500);
        assert!((launched.time_to_build.unwrap().get::<year>() - 27.3).abs() < 0.05);
    }

    #[test]
    fn fifty_launches_of_200_t_carry_a_gigawatt_at_100_kilowatt_per_tonne_for_two_billion() {
        let vehicle = Vehicle {
            payload: Mass::new::<tonne>(200.0),
            price: price_per_launch(
                MoneyPerMass::new::<usd_per_kilogram>(200.0),
                Mass::new::<tonne>(200.0),
            ),
            ..falcon9()
        };
        let launched =
            manifest(fleet(1000), &satellite(10_000.0, 0.0), &vehicle, Sharing::Shared).unwrap();
        assert_eq!(launched.launches, 50);
        assert!(close(launched.cost.get::<usd>(), 2.0e9, 1e-12));
    }

    #[test]
    fn bulky_satellites_are_limited_by_volume() {
        let bulky = fit(&satellite(500.0, 29.0), &falcon9());
        assert_eq!((bulky.by_mass, bulky.by_volume, bulky.satellites()), (24, 5, 5));
        assert_eq!(bulky.limit, PayloadLimit::Volume);
        assert_eq!(fit(&satellite(5000.0, 29.0), &falcon9()).limit, PayloadLimit::Mass);
        let shared =
            manifest(fleet(10), &satellite(500.0, 29.0), &falcon9(), Sharing::Shared).unwrap();
        assert!(close(shared.cost.get::<million_usd>(), 148.0, 1e-12));
    }

    #[test]
    fn more_mass_never_launches_cheaper() {
        for sharing in BOTH {
            let mut before = Money::from_base(0.0);
            for step in 0..1200 {
                let load = satellite(10.0 * f64::from(step + 1), 3.0);
                let now = manifest(fleet(37), &load, &falcon9(), sharing).unwrap().cost;
                assert!(now >= before, "{step}");
                before = now;
            }
        }
    }

    #[test]
    fn more_volume_never_launches_cheaper() {
        for sharing in BOTH {
            let costs: Vec<Money> = (1..=145)
                .map(|volume| satellite(300.0, f64::from(volume)))
                .map(|load| manifest(fleet(37), &load, &falcon9(), sharing).unwrap().cost)
                .collect();
            assert!(costs.windows(2).all(|pair| pair[1] >= pair[0]));
        }
    }

    #[test]
    fn a_shared_launch_is_never_dearer_than_a_dedicated_one() {
        for step in 1..120 {
            let load = satellite(100.0 * f64::from(step), 0.5 * f64::from(step));
            let [dedicated, shared] =
                BOTH.map(|sharing| manifest(fleet(7), &load, &falcon9(), sharing).unwrap());
            assert!(shared.cost.base() <= dedicated.cost.base() * (1.0 + 1e-12));
            assert!(shared.launches <= dedicated.launches);
        }
    }

    #[test]
    fn three_failures_in_ten_need_ten_launches_for_seven() {
        let risky = Vehicle { failure_rate: fraction(0.3), ..falcon9() };
        let launched =
            manifest(fleet(84), &satellite(1000.0, 1.0), &risky, Sharing::Dedicated).unwrap();
        assert_eq!(launched.launches, 7);
        assert!(close(launched.expected_launches.base(), 10.0, 1e-12));
        assert!(close(launched.cost.get::<million_usd>(), 740.0, 1e-12));
        assert!(close(launched.repeats.get::<million_usd>(), 222.0, 1e-12));
    }

    #[test]
    fn no_cadence_no_date_and_no_payload_no_manifest() {
        let still = Vehicle { cadence: CountRate::from_base(0.0), ..falcon9() };
        let load = satellite(100.0, 1.0);
        assert_eq!(manifest(fleet(1), &load, &still, Sharing::Shared).unwrap().time_to_build, None);
        let empty = Vehicle { payload: Mass::from_base(0.0), ..falcon9() };
        assert!(BOTH.iter().all(|sharing| manifest(fleet(1), &load, &empty, *sharing).is_none()));
        assert!(
            BOTH.iter().all(|sharing| manifest(fleet(0), &load, &falcon9(), *sharing).is_none())
        );
        let doomed = Vehicle { failure_rate: fraction(1.0), ..falcon9() };
        assert!(BOTH.iter().all(|sharing| manifest(fleet(1), &load, &doomed, *sharing).is_none()));
        let nonsense = satellite(f64::NAN, f64::NAN);
        assert!(
            BOTH.iter()
                .all(|sharing| manifest(fleet(1), &nonsense, &falcon9(), *sharing).is_none())
        );
    }
}
