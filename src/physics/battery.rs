//! Batteries: depth of discharge that lasts, energy that a shadow needs, mass, power to charge.

use crate::domain::{DomainError, within};
use crate::units::{
    Count, Energy, Mass, Power, Ratio, SpecificEnergy, Time, each, fraction, joule_per_kilogram,
    unity,
};

/// Parameters of a battery.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BatteryParameters {
    /// Nameplate energy of the pack, begin of life, over its mass.
    pub specific_energy: SpecificEnergy,
    /// Never discharged deeper than this.
    pub depth_limit: Ratio,
    /// Cycles that it lasts at the reference depth.
    pub cycles_at_reference: Count,
    /// Depth of discharge of the cycle test.
    pub reference_depth: Ratio,
    /// How fast life shortens with depth: k in N = `N_r` (D/`D_r`)^−k.
    pub cycle_exponent: Ratio,
    /// Energy out over energy in, over a full cycle.
    pub round_trip_efficiency: Ratio,
    /// Capacity at end of life over nameplate.
    pub end_of_life_capacity: Ratio,
}

/// Bound that sets the depth of discharge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DepthLimit {
    /// The number of cycles in its life.
    CycleLife,
    /// The deepest discharge allowed.
    Limit,
}

/// A battery that carries the load through the shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Battery {
    parameters: BatteryParameters,
}

impl Battery {
    /// Checks the battery once, so that the methods below cannot fail.
    ///
    /// # Errors
    /// [`DomainError`] if a share is outside 0.01 to 1, the specific energy outside 1 J/kg to 40
    /// MJ/kg, the cycles outside 1 to 1e9, or the exponent outside 0.1 to 10.
    pub fn new(parameters: BatteryParameters) -> Result<Self, DomainError> {
        let share = |name, value: Ratio| within::<unity>(name, 0.01..=1.0, value);
        within::<joule_per_kilogram>(
            "battery specific energy",
            1.0..=4.0e7,
            parameters.specific_energy,
        )?;
        share("depth limit", parameters.depth_limit)?;
        within::<each>("cycles at reference depth", 1.0..=1.0e9, parameters.cycles_at_reference)?;
        share("reference depth", parameters.reference_depth)?;
        within::<unity>("cycle exponent", 0.1..=10.0, parameters.cycle_exponent)?;
        share("round-trip efficiency", parameters.round_trip_efficiency)?;
        share("end-of-life capacity", parameters.end_of_life_capacity)?;
        Ok(Self { parameters })
    }

    /// Deepest discharge, as a share of the capacity of that day, that lasts a number of cycles,
    /// and what sets it.
    ///
    /// # Model
    /// ```text
    /// N = N_r (D / D_r)^−k,  so  D = D_r (N_r / N)^(1/k),  at most the limit
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | N | cycles in the life | 1 |
    /// | D | depth of discharge | 1 |
    /// | `N_r`, `D_r` | cycles at the reference depth | 1 |
    /// | k | cycle exponent | 1 |
    ///
    /// # Assumes
    /// All cycles as deep as the longest shadow's; no aging by calendar or temperature beyond the
    /// end-of-life capacity.
    ///
    /// # Valid for
    /// Depths near those of the test that gave the exponent, 5 % to 80 %; no cycles at all give the
    /// limit.
    ///
    /// # References
    /// \[Opensimses2019\], `LiB_Rosenkranz_CycAging.m`, table of depth and cycles that the power
    /// law is fitted to
    pub fn depth_of_discharge(&self, cycles: Ratio) -> (Ratio, DepthLimit) {
        let p = &self.parameters;
        let limit = (p.depth_limit, DepthLimit::Limit);
        if cycles.base() <= 0.0 {
            return limit;
        }
        let inverse = fraction(1.0) / p.cycle_exponent;
        let depth = p.reference_depth * (p.cycles_at_reference / cycles).pow(inverse);
        if depth < p.depth_limit { (depth, DepthLimit::CycleLife) } else { limit }
    }

    /// Cycles that the battery lasts at a depth; formula in [`Battery::depth_of_discharge`].
    pub fn cycle_life(&self, depth: Ratio) -> Ratio {
        let p = &self.parameters;
        p.cycles_at_reference * (p.reference_depth / depth).pow(p.cycle_exponent)
    }

    /// Nameplate energy at begin of life, such that the depth still holds at end of life.
    ///
    /// # Model
    /// ```text
    /// E = P t / (√η D c)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | E | nameplate energy | J |
    /// | P, t | load on the bus, time in shadow | W, s |
    /// | η | round-trip efficiency; its square root is the discharge's | 1 |
    /// | D | depth of discharge at end of life | 1 |
    /// | c | capacity at end of life over nameplate | 1 |
    ///
    /// # Assumes
    /// Charge and discharge lose the same share.
    ///
    /// # Valid for
    /// Any load and time; depths above zero, as [`Battery::depth_of_discharge`] gives them.
    ///
    /// # References
    /// Derivation in docs/model/battery.md
    pub fn energy(&self, load: Power, shadow: Time, depth: Ratio) -> Energy {
        let usable = self.parameters.end_of_life_capacity * depth;
        load * shadow / (usable * self.discharge_efficiency())
    }

    /// Energy at the terminals over energy taken from the cells: the square root of the round trip.
    pub fn discharge_efficiency(&self) -> Ratio {
        fraction(self.parameters.round_trip_efficiency.base().sqrt())
    }

    /// Mass of a battery of a nameplate energy: energy over [`BatteryParameters::specific_energy`].
    pub fn mass(&self, energy: Energy) -> Mass {
        energy / self.parameters.specific_energy
    }

    /// Power that the sunlit side needs over the load, in an orbit that must end as charged as it
    /// began.
    ///
    /// # Model
    /// ```text
    /// f = 1 + t_shadow / (η t_sunlit)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | f | power of the array at the bus over the load | 1 |
    /// | η | round-trip efficiency | 1 |
    /// | t | sunlit and shadow time of one orbit | s |
    ///
    /// # Assumes
    /// Constant load and a charging power limited by the array only.
    ///
    /// # Valid for
    /// Orbits with some sunlit time (infinite without).
    ///
    /// # References
    /// Derivation in docs/model/battery.md
    pub fn charge_factor(&self, sunlit: Time, shadow: Time) -> Ratio {
        fraction(1.0) + shadow / (sunlit * self.parameters.round_trip_efficiency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{kilowatt, kilowatt_hour, minute, watt_hour_per_kilogram};

    const LITHIUM: BatteryParameters = BatteryParameters {
        specific_energy: SpecificEnergy::from_base(150.0 * 3_600.0),
        depth_limit: fraction(0.6),
        cycles_at_reference: Count::from_base(30_000.0),
        reference_depth: fraction(0.4),
        cycle_exponent: fraction(1.4),
        round_trip_efficiency: fraction(0.92),
        end_of_life_capacity: fraction(0.8),
    };

    fn minutes(value: f64) -> Time {
        Time::new::<minute>(value)
    }

    #[test]
    fn the_reference_number_of_cycles_gives_the_reference_depth() {
        let (depth, limit) = Battery::new(LITHIUM).unwrap().depth_of_discharge(fraction(30_000.0));
        assert!((depth.base() - 0.4).abs() < 1e-15);
        assert_eq!(limit, DepthLimit::CycleLife);
    }

    #[test]
    fn few_cycles_are_bound_by_the_limit() {
        let battery = Battery::new(LITHIUM).unwrap();
        for cycles in [0.0, 1.0, 6_700.0] {
            assert_eq!(
                battery.depth_of_discharge(fraction(cycles)),
                (fraction(0.6), DepthLimit::Limit)
            );
        }
    }

    #[test]
    fn cycle_life_and_depth_are_inverse() {
        let battery = Battery::new(LITHIUM).unwrap();
        let (depth, _) = battery.depth_of_discharge(fraction(80_000.0));
        assert!((battery.cycle_life(depth).base() / 80_000.0 - 1.0).abs() < 1e-13);
    }

    #[test]
    fn the_load_is_carried_at_end_of_life() {
        let battery = Battery::new(LITHIUM).unwrap();
        let energy = battery.energy(Power::new::<kilowatt>(100.0), minutes(30.0), fraction(0.5));
        let out = energy.get::<kilowatt_hour>() * 0.8 * 0.5 * 0.92_f64.sqrt();
        assert!((out - 50.0).abs() < 1e-12);
        assert!(
            (battery.mass(energy).base() * LITHIUM.specific_energy.get::<watt_hour_per_kilogram>()
                / 1e3
                - energy.get::<kilowatt_hour>())
            .abs()
                < 1e-9
        );
    }

    #[test]
    fn an_orbit_ends_as_charged_as_it_began() {
        let battery = Battery::new(LITHIUM).unwrap();
        let factor = battery.charge_factor(minutes(62.0), minutes(35.0)).base();
        let (in_, out) = ((factor - 1.0) * 62.0, 35.0);
        assert!((in_ * 0.92 - out).abs() < 1e-12);
        assert!((battery.charge_factor(minutes(97.0), minutes(0.0)).base() - 1.0).abs() < 1e-15);
    }

    #[test]
    fn shares_outside_zero_to_one_are_refused() {
        let error =
            Battery::new(BatteryParameters { depth_limit: fraction(1.1), ..LITHIUM }).unwrap_err();
        assert_eq!(error.to_string(), "depth limit is 1.1 1, outside 0.01 to 1 1");
        assert!(
            Battery::new(BatteryParameters { cycle_exponent: fraction(0.0), ..LITHIUM }).is_err()
        );
    }
}
