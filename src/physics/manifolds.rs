//! Pipes that carry coolant over a distance: their mass with what fills them, and the pressure that
//! they ask of the pumps.

use std::f64::consts::PI;

use crate::units::{Area, Length, Mass, MassDensity, MassRate, Pressure, Ratio, Velocity};

/// A pair of pipes, out and back.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Manifold {
    /// Distance, one way.
    pub distance: Length,
    /// Speed of the coolant.
    pub speed: Velocity,
    /// Density of the coolant.
    pub coolant: MassDensity,
    /// Density of the wall.
    pub wall: MassDensity,
    /// Thickness of the wall that handling asks for.
    pub least_wall: Length,
    /// Pressure inside.
    pub pressure: Pressure,
    /// Stress that the wall may bear.
    pub stress: Pressure,
    /// Friction factor after Darcy and Weisbach.
    pub friction: Ratio,
}

impl Manifold {
    /// Inner diameter for a flow.
    fn bore(&self, flow: MassRate) -> Length {
        let section: Area = flow / (self.coolant * self.speed);
        (section * (4.0 / PI)).sqrt()
    }

    /// Mass of both pipes with the coolant in them.
    ///
    /// # Model
    /// ```text
    /// m = 2 L (ρ A + π D t ρ_w),   A = ṁ/(ρ v) = π D²/4,   t = max(t_0, p D/(2 σ))
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | m, L | mass, distance one way | kg, m |
    /// | ṁ, ρ, v | flow, density and speed of the coolant | kg/s, kg/m³, m/s |
    /// | D, t | inner diameter, wall | m |
    /// | `ρ_w`, σ, p | density of the wall, its stress, pressure inside | kg/m³, Pa, Pa |
    ///
    /// # Assumes
    /// All of the flow over all of the distance; no armor, bends, bellows or supports.
    ///
    /// # Valid for
    /// Walls thin against the diameter.
    ///
    /// # References
    /// Conservation of mass, hoop stress of a thin pipe; docs/model/size-laws.md
    pub fn mass(&self, flow: MassRate) -> Mass {
        let bore = self.bore(flow);
        let wall: Length = (bore * (self.pressure / self.stress / 2.0)).larger(self.least_wall);
        let metal = bore * wall * PI * self.wall;
        let fluid = bore * bore * (PI / 4.0) * self.coolant;
        (metal + fluid) * self.distance * 2.0
    }

    /// Pressure lost along both pipes.
    ///
    /// # Model
    /// ```text
    /// Δp = f (2 L/D) ρ v²/2
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | Δp | loss of pressure | Pa |
    /// | f | friction factor | 1 |
    ///
    /// The other symbols as in [`Manifold::mass`].
    ///
    /// # Assumes
    /// Straight smooth pipes, one friction factor.
    ///
    /// # Valid for
    /// Turbulent flow; about 0.02 for a Reynolds number of 50 000.
    ///
    /// # References
    /// Darcy and Weisbach, docs/model/size-laws.md
    pub fn pressure_drop(&self, flow: MassRate) -> Pressure {
        let lengths: Ratio = self.distance * 2.0 / self.bore(flow);
        lengths * self.friction * self.coolant * self.speed * self.speed / 2.0
    }

    /// Pressure lost along a pair of headers of one bore that give off their flow evenly along the
    /// way and take it up again.
    ///
    /// # Model
    /// ```text
    /// Δp = 2 ∫ f ρ v²(1 − x/L)²/(2 D) dx = a third of that of pipes with all of the flow
    /// ```
    /// x is the way along the header in m; the other symbols are those of
    /// [`Manifold::pressure_drop`].
    ///
    /// # Assumes
    /// One friction factor, no pressure won back where the flow slows down.
    ///
    /// # Valid for
    /// Turbulent flow over most of the way.
    ///
    /// # References
    /// Darcy and Weisbach, docs/model/size-laws.md
    pub fn header_drop(&self, flow: MassRate) -> Pressure {
        self.pressure_drop(flow) / 3.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::fraction;

    fn pipe(distance: f64) -> Manifold {
        Manifold {
            distance: Length::from_base(distance),
            speed: Velocity::from_base(2.0),
            coolant: MassDensity::from_base(1_000.0),
            wall: MassDensity::from_base(2_700.0),
            least_wall: Length::from_base(1.0e-3),
            pressure: Pressure::from_base(5.0e5),
            stress: Pressure::from_base(1.0e8),
            friction: fraction(0.02),
        }
    }

    #[test]
    fn thirty_kilograms_a_second_at_2_m_per_s_fill_a_pipe_of_138_mm() {
        let flow = MassRate::from_base(30.0);
        let bore: f64 = (4.0 / PI * 0.015_f64).sqrt();
        assert!((pipe(10.0).bore(flow).base() - bore).abs() < 1e-12);
        let mass = 20.0 * (15.0 + PI * bore * 1.0e-3 * 2_700.0);
        assert!((pipe(10.0).mass(flow).base() - mass).abs() < 1e-9);
        let lost = 0.02 * 20.0 / bore * 1_000.0 * 4.0 / 2.0;
        assert!((3.0 * pipe(10.0).header_drop(flow).base() / lost - 1.0).abs() < 1e-12);
        assert!((pipe(10.0).pressure_drop(flow).base() - lost).abs() < 1e-9);
    }

    #[test]
    fn pipes_weigh_with_their_length_and_a_point_has_none() {
        let flow = MassRate::from_base(30.0);
        let (one, two) = (pipe(10.0).mass(flow).base(), pipe(20.0).mass(flow).base());
        assert!((two / one - 2.0).abs() < 1e-12);
        assert_eq!(pipe(0.0).mass(flow).base().to_bits(), 0);
        assert_eq!(pipe(0.0).pressure_drop(flow).base().to_bits(), 0);
    }

    #[test]
    fn a_large_pipe_is_thick_for_its_pressure() {
        let thin = Manifold { least_wall: Length::from_base(0.0), ..pipe(10.0) };
        let flow = MassRate::from_base(30.0);
        let bore = thin.bore(flow).base();
        let wall = 5.0e5 * bore / 2.0e8;
        let mass = 20.0 * (15.0 + PI * bore * wall * 2_700.0);
        assert!((thin.mass(flow).base() - mass).abs() < 1e-9);
    }
}
