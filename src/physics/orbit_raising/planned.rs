//! Raising on a way that is worked out once, for satellites whose size is not known yet.

use super::{Raised, RaisingCourse, RaisingPath, RaisingPoint};
use crate::domain::DomainError;
use crate::physics::propulsion::{exhaust_velocity, propellant_fraction};
use crate::units::{
    AbsorbedDose, Angle, Area, DoseRate, Force, Length, Mass, MassDensity, Pressure, Ratio, Time,
    Velocity, complement, fraction,
};

/// Steps of a way that is worked out once for many satellites; more change propellant and time by
/// less than a hundredth.
const FEW: usize = 24;

/// Steps at whose middle it is told what else is met.
const TOGETHER: usize = 3;
const PLACES: usize = FEW / TOGETHER;

/// A way that is worked out once, whatever satellite goes it: drag at its steps, and what else is
/// met there, such as a dose rate.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlannedWay<M> {
    step: Velocity,
    /// Drag per drag area: dynamic pressure.
    pressures: [Pressure; FEW],
    densest: Pressure,
    met: [M; PLACES],
}

impl<M: Copy> PlannedWay<M> {
    /// The way through air of a density, and through what is met at an altitude and inclination.
    ///
    /// # Model
    /// As [`Raising::along`](super::Raising::along), in fewer steps.
    ///
    /// # Assumes
    /// As [`Raising::along`](super::Raising::along).
    ///
    /// # Valid for
    /// As [`Raising::along`](super::Raising::along).
    ///
    /// # Errors
    /// [`DomainError`] if the angle between the planes or an altitude is out of range.
    ///
    /// # References
    /// As [`Raising::along`](super::Raising::along)
    pub fn new(
        way: &RaisingPath,
        density: impl Fn(Length) -> MassDensity,
        met: impl Fn(Length, Angle) -> M,
    ) -> Result<Self, DomainError> {
        let course = RaisingCourse::new(way)?;
        let step = course.whole / FEW as f64;
        let places: [RaisingPoint; FEW] =
            std::array::from_fn(|at| course.after(step * (at as f64 + 0.5)));
        let pressures = places
            .each_ref()
            .map(|place| density(place.altitude) * place.speed * place.speed / 2.0);
        Ok(Self {
            step,
            pressures,
            densest: pressures.into_iter().fold(pressures[0], Pressure::larger),
            met: std::array::from_fn(|at| {
                let place = &places[at * TOGETHER + TOGETHER / 2];
                met(place.altitude, place.inclination)
            }),
        })
    }

    /// The same way with something else that follows from what is met; model as in
    /// [`PlannedWay::new`].
    pub fn map<N>(&self, of: impl FnMut(M) -> N) -> PlannedWay<N> {
        let Self { step, pressures, densest, met } = *self;
        PlannedWay { step, pressures, densest, met: met.map(of) }
    }

    /// Velocity of the way, without what overcomes drag.
    pub fn delta_v(&self) -> Velocity {
        self.step * FEW as f64
    }

    /// Thrust that the way takes of a mass in a time without drag, and that is so many times the
    /// drag at its densest.
    ///
    /// # Model
    /// ```text
    /// F = max(m V/T, k D)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | F, D | mean thrust, largest drag of the way | N |
    /// | m, V, T | mass, velocity of the way, time | kg, m/s, s |
    /// | k | thrust over drag | 1 |
    ///
    /// # Assumes
    /// As [`Raising::along`](super::Raising::along); the mass is that at separation all along.
    ///
    /// # Valid for
    /// Positive times.
    ///
    /// # References
    /// Balance of momentum
    pub fn thrust(&self, mass: Mass, time: Time, drag_area: Area, over_drag: Ratio) -> Force {
        let climbing: Force = mass * self.delta_v() / time;
        climbing.larger(self.densest * drag_area * over_drag)
    }

    /// Velocity of the way with what overcomes drag, for a mean thrust above it everywhere.
    ///
    /// # Model
    /// ```text
    /// V_d = Σ dw / (1 − D/F)
    /// ```
    /// Symbols as in [`Raising::along`](super::Raising::along).
    ///
    /// # Assumes
    /// As [`Raising::along`](super::Raising::along).
    ///
    /// # Valid for
    /// Thrust above drag; without end where it is not.
    ///
    /// # References
    /// Balance of momentum
    pub fn delta_v_in_air(&self, thrust: Force, drag_area: Area) -> Velocity {
        let part = |pressure: &Pressure| self.step / moved(*pressure, thrust, drag_area);
        self.pressures.iter().map(part).fold(Velocity::from_base(0.0), |sum, part| sum + part)
    }
}

impl PlannedWay<DoseRate> {
    /// Propellant, time and dose of a satellite; model as in
    /// [`Raising::along`](super::Raising::along).
    pub fn raised(
        &self,
        mass: Mass,
        thrust: Force,
        (drag_area, specific_impulse): (Area, Time),
    ) -> Raised {
        let exhaust = exhaust_velocity(specific_impulse);
        let (mut left, mut time) = (mass, Time::from_base(0.0));
        let mut dose = AbsorbedDose::from_base(0.0);
        for (at, pressure) in self.pressures.iter().enumerate() {
            let part = self.step / moved(*pressure, thrust, drag_area);
            let spent = left * propellant_fraction(part, specific_impulse);
            let took: Time = spent * exhaust / thrust;
            left -= spent;
            time += took;
            dose += self.met[at / TOGETHER] * took;
        }
        let delta_v = self.delta_v();
        Raised {
            delta_v,
            drag_delta_v: self.delta_v_in_air(thrust, drag_area) - delta_v,
            propellant: mass - left,
            time,
            dose,
        }
    }
}

/// Share of the thrust that drag leaves.
fn moved(pressure: Pressure, thrust: Force, drag_area: Area) -> Ratio {
    let held: Force = pressure * drag_area;
    if held.base() <= 0.0 {
        return fraction(1.0);
    }
    let share: Ratio = held / thrust;
    complement(share.smaller(fraction(1.0)))
}

#[cfg(test)]
mod tests {
    use super::super::Raising;
    use super::super::tests::{none, quiet, satellite, way};
    use super::*;
    use crate::units::{kilometer, second, square_meter};

    #[test]
    fn a_planned_way_is_the_way_in_fewer_steps() {
        let air = |altitude: Length| {
            let scale = (altitude / Length::new::<kilometer>(50.0)).base();
            MassDensity::from_base(6.0e-11 * libm::exp(5.0 - scale))
        };
        let rate = |altitude: Length, _: Angle| DoseRate::from_base(1.0e-12 * altitude.base());
        let dragged = Raising { drag_area: Area::new::<square_meter>(200.0), ..satellite() };
        for (from, to) in [(250.0, 650.0), (300.0, 20_000.0), (400.0, 1_200.0)] {
            let way = way(from, to, (53.0, 53.0));
            let exact = dragged.along(&way, air, rate).unwrap();
            let planned = PlannedWay::new(&way, air, rate).unwrap();
            let impulse = (dragged.drag_area, dragged.specific_impulse);
            let found = planned.raised(dragged.mass, dragged.thrust(), impulse);
            let near = |one: f64, other: f64| (one / other - 1.0).abs() < 0.01;
            assert!(near(found.propellant.base(), exact.propellant.base()), "{from} {to}");
            assert!(near(found.time.base(), exact.time.base()), "{from} {to}");
            assert!(near(found.dose.base(), exact.dose.base()), "{from} {to}");
            assert!(near(found.delta_v.base(), exact.delta_v.base()));
        }
    }

    #[test]
    fn a_planned_thrust_takes_its_time_and_stays_above_drag() {
        let planned = PlannedWay::new(&way(300.0, 650.0, (98.0, 98.0)), none, quiet).unwrap();
        let (mass, month) = (satellite().mass, Time::new::<second>(2.6e6));
        let area = Area::new::<square_meter>(100.0);
        let thrust = planned.thrust(mass, month, area, fraction(2.0));
        let found = planned.raised(mass, thrust, (area, Time::new::<second>(2_000.0)));
        // a little less, as the satellite gets lighter
        assert!(found.time < month && found.time > month * 0.98);
        let air = |_: Length| MassDensity::from_base(1.0e-10);
        let planned = PlannedWay::new(&way(300.0, 650.0, (98.0, 98.0)), air, quiet).unwrap();
        let thrust = planned.thrust(mass, month * 1.0e6, area, fraction(2.0));
        assert!(thrust >= planned.pressures[FEW - 1] * area * fraction(2.0));
        let twice = planned.delta_v_in_air(thrust, area) / planned.delta_v();
        assert!(twice.base() > 1.9 && twice.base() <= 2.0, "{twice:?}");
    }
}
