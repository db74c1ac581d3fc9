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
    /// Launches that one satellite takes; with more than one it is put together in orbit.
    pub parts: Ratio,
}

impl Vehicle {
    /// Launches that each satellite takes alone, where it is more than one.
    fn launches_of_one(&self) -> Option<u128> {
        Some(whole_above(self.parts)).filter(|parts| *parts > 1)
    }
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
/// k = min(floor(p M / m), floor(p V / w), k_max)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `k_max` | satellites that are stated, where they are; one where p is more than one | 1 |
/// | p | launches that one satellite takes | 1 |
/// | M, m | payload of the vehicle, mass of a satellite | kg |
/// | V, w | volume of the vehicle, stowed volume of a satellite | m³ |
///
/// # Assumes
/// Volumes add: shapes, adapters and keep-out zones are in the stowed volume or in the vehicle's
/// usable volume. A satellite that is put together in orbit comes in p equal parts.
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
    let parts = fraction(vehicle.launches_of_one().map_or(1.0, |parts| parts as f64));
    let stated = vehicle.most.map_or(u128::MAX, whole_below);
    Fit {
        by_mass: whole_below(vehicle.payload * parts / satellite.mass),
        by_volume: whole_below(vehicle.volume * parts / satellite.volume),
        stated: vehicle.launches_of_one().map_or(stated, |_| stated.min(1)),
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
/// dedicated:  launches = p ceil(n / k),                  paid = launches
/// shared:     launches = ceil(max(n m / M, n w / V)),    paid = max(n m / M, n w / V)
/// cost = C paid / (1 - f),   expected = launches / (1 - f),   time = expected / cadence
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | n, k | satellites of the fleet and in one launch ([`fit`]) | 1 |
/// | p | launches that one satellite takes, one unless it is put together in orbit | 1 |
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
            let parts = vehicle.launches_of_one().unwrap_or(1);
            let launches = total.div_ceil(per_launch).saturating_mul(parts);
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
mod tests;
