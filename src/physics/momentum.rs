//! Angular momentum that the environment puts into a satellite, and the mass of what stores it.

use std::f64::consts::{FRAC_PI_2, PI};

use crate::constants::SPEED_OF_LIGHT;
use crate::units::{
    Action, Angle, AngularMomentumPerMass, Area, Frequency, Irradiance, Length, Mass, Ratio, Time,
    fraction,
};

/// Angle between Sun line and normal of the orbit, in radians, beyond which no tangent is asked.
const STEEPEST: f64 = FRAC_PI_2 - 1.0e-6;
/// Angle between the Sun line and the normal of the orbit at which gravity puts in the most.
pub const WORST_TILT: Angle = Angle::from_base(0.985_514_730_7);

/// A flat satellite that faces the Sun: an array whose length stands upright, and a panel behind
/// it along that length.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlatBody {
    /// Mass spread over the array.
    pub array: Mass,
    /// Length of the array.
    pub array_length: Length,
    /// Mass spread over the panel.
    pub panel: Mass,
    /// Length of the panel along that of the array.
    pub panel_length: Length,
}

impl FlatBody {
    /// Momentum that the gradient of gravity puts in and takes out again in each half orbit.
    ///
    /// # Model
    /// ```text
    /// H = 3/2 n² ΔI ∫ sin 2φ dt = 3 n ΔI (sin θ + cos² θ asinh(tan θ)),   sin φ = sin θ sin n t
    /// ΔI = (m_a L_a² + m_p L_p²)/12
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | H | momentum, end to end | N m s |
    /// | n | mean motion | 1/s |
    /// | ΔI | moment of inertia about the Sun line less that about the length | kg m² |
    /// | `m_a`, `L_a` | mass and length of the array | kg, m |
    /// | `m_p`, `L_p` | mass and length of the panel | kg, m |
    /// | θ | angle between the Sun line and the normal of the orbit | deg |
    /// | φ | angle between the vertical and the plane of the array | deg |
    ///
    /// # Assumes
    /// The torque 3/2 n² ΔI sin 2φ about the width; the satellite turns about the Sun line so that
    /// its length stays upright, where gravity holds it. Masses spread evenly; the bus is a point.
    ///
    /// # Valid for
    /// Satellites that face the Sun, small against their orbit; 0 to 90 deg.
    ///
    /// # References
    /// Torque: 3 μ ΔI sin 2θ/(2 r³) of \[Solarline2026\]; integral over half an orbit,
    /// docs/model/momentum.md
    pub fn by_gravity(&self, period: Time, tilt: Angle) -> Action {
        let motion: Frequency = fraction(2.0 * PI) / period;
        let of = |mass: Mass, length: Length| mass * length * length / 12.0;
        let inertia = of(self.array, self.array_length) + of(self.panel, self.panel_length);
        inertia * motion * (3.0 * turned(tilt.base()))
    }
}

/// The integral of the torque over its amplitude, as the model of [`FlatBody::by_gravity`] has it.
fn turned(tilt: f64) -> f64 {
    let (sine, cosine) = libm::sincos(tilt.clamp(0.0, STEEPEST));
    sine + cosine * cosine * libm::asinh(sine / cosine)
}

/// Momentum that sunlight puts into a satellite within an orbit.
///
/// # Model
/// ```text
/// H = S/c C_R A a L T
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | H | momentum | N m s |
/// | S, c | sunlight, speed of light | W/m², m/s |
/// | `C_R`, A | coefficient of radiation pressure, area | 1, m² |
/// | a, L | offset of the center of pressure from that of mass, over the length; length | 1, m |
/// | T | time in sunlight until the momentum is dumped | s |
///
/// # Assumes
/// A plate that faces the Sun; a torque that keeps its sign until thrusters or magnets dump it.
///
/// # Valid for
/// Any size.
///
/// # References
/// Pressure of light
pub fn by_sunlight(sun: Irradiance, pressed: &PressedPlate, time: Time) -> Action {
    let arm: Length = pressed.length * pressed.offset;
    sun / SPEED_OF_LIGHT * pressed.coefficient * pressed.area * arm * time
}

/// A plate that sunlight presses on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PressedPlate {
    /// Coefficient of radiation pressure, 1 to 2.
    pub coefficient: Ratio,
    /// Area.
    pub area: Area,
    /// Length.
    pub length: Length,
    /// Offset of the center of pressure from that of mass, over the length.
    pub offset: Ratio,
}

/// Mass of the gyros or wheels that store a momentum.
///
/// # Model
/// ```text
/// m = H r / h
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | m, H | mass, momentum that is stored | kg, N m s |
/// | r | gyros installed over those that are needed | 1 |
/// | h | momentum of a gyro per mass | N m s/kg |
///
/// # Assumes
/// Gyros of any size with the same momentum per mass, that of large ones.
///
/// # Valid for
/// Momenta from some ten N m s on; small wheels weigh more per momentum.
///
/// # References
/// Proportion; \[Gyros2000\] has one gyro of 4 880 N m s with some 600 pounds
pub fn storage_mass(momentum: Action, per_mass: AngularMomentumPerMass, redundancy: Ratio) -> Mass {
    momentum / per_mass * redundancy
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{degree, minute};

    fn body(length: f64) -> FlatBody {
        FlatBody {
            array: Mass::from_base(1_000.0),
            array_length: Length::from_base(length),
            panel: Mass::from_base(0.0),
            panel_length: Length::from_base(0.0),
        }
    }

    const PERIOD: f64 = 97.73;

    fn stored(length: f64, tilt: f64) -> f64 {
        body(length).by_gravity(Time::new::<minute>(PERIOD), Angle::new::<degree>(tilt)).base()
    }

    #[test]
    fn the_momentum_is_the_integral_of_the_torque_over_half_an_orbit() {
        let motion = 2.0 * PI / (PERIOD * 60.0);
        let (inertia, tilt) = (1_000.0 * 50.0 * 50.0 / 12.0, 32.0_f64.to_radians());
        let steps = 10_000;
        let half = PERIOD * 30.0;
        let torque = |time: f64| {
            let out = (tilt.sin() * (motion * time).sin()).asin();
            1.5 * motion * motion * inertia * (2.0 * out).sin()
        };
        let step = half / f64::from(steps);
        let sum: f64 = (0..steps).map(|k| torque((f64::from(k) + 0.5) * step) * step).sum();
        assert!((stored(50.0, 32.0) / sum - 1.0).abs() < 1e-6);
    }

    #[test]
    fn a_point_stores_nothing_nor_an_array_in_the_plane_of_its_orbit() {
        assert_eq!(stored(0.0, 32.0).to_bits(), 0);
        assert_eq!(stored(50.0, 0.0).to_bits(), 0);
        let worst = WORST_TILT.base().to_degrees();
        assert!(stored(50.0, worst) > stored(50.0, worst - 0.1));
        assert!(stored(50.0, worst) > stored(50.0, worst + 0.1));
        // across the Sun the vertical lies in the line of sight: a torque of the sine of twice the
        // way around, 3 n times the inertia
        let motion = 2.0 * PI / (PERIOD * 60.0);
        let want = 3.0 * motion * 1_000.0 * 2_500.0 / 12.0;
        assert!((stored(50.0, 90.0) / want - 1.0).abs() < 1e-5);
        assert!((stored(100.0, 20.0) / stored(50.0, 20.0) - 4.0).abs() < 1e-12);
    }

    #[test]
    fn sunlight_presses_4p5_micronewtons_on_a_square_meter() {
        let plate = PressedPlate {
            coefficient: fraction(1.0),
            area: Area::from_base(100.0),
            length: Length::from_base(10.0),
            offset: fraction(0.01),
        };
        let momentum = by_sunlight(Irradiance::from_base(1_361.0), &plate, Time::from_base(1.0));
        assert!((momentum.base() / (4.539_8e-6 * 100.0 * 0.1) - 1.0).abs() < 1e-4);
    }

    #[test]
    fn four_gyros_for_three_of_the_station_weigh_a_kilogram_per_13_n_m_s() {
        let per_mass = AngularMomentumPerMass::from_base(4_880.0 / 272.0);
        let mass = storage_mass(Action::from_base(3.0 * 4_880.0), per_mass, fraction(4.0 / 3.0));
        assert!((mass.base() - 4.0 * 272.0).abs() < 1e-9);
    }
}
