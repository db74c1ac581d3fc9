//! Meteoroids: how many hit, and the single aluminum wall that stops them.

use std::f64::consts::PI;

use crate::constants::EARTH_RADIUS;
use crate::domain::{DomainError, within};
use crate::units::{
    self, Area, ArealMass, Length, Mass, MassDensity, ParticleFlux, Ratio, Time, Velocity,
    complement, fraction, gram, kilogram_per_cubic_meter, kilometer_per_second, meter,
    per_square_meter_second, per_square_meter_year, square_meter, unity,
};

/// Height up to which the air stops meteoroids.
const AIR: Length = Length::from_base(1.0e5);
/// Lightest and heaviest meteoroid of the flux, as powers of ten of a gram.
const MASS_RANGE: (f64, f64) = (-18.0, 2.0);
/// Power of a particle's diameter in the depth of its crater.
const DEPTH_POWER: f64 = 19.0 / 18.0;
/// Halvings of the range of masses.
const MOST_STEPS: u8 = 60;

/// Meteoroids that hit a plate of any orientation in free space at the Earth's distance from the
/// Sun.
///
/// # Model
/// ```text
/// F = 3.15576e7 (F_1 + F_2 + F_3) per m² and year
/// F_1 = (2.2e3 m^0.306 + 15)^−4.38
/// F_2 = 1.3e−9 (m + 1e11 m² + 1e27 m⁴)^−0.36
/// F_3 = 1.3e−16 (m + 1e6 m²)^−0.85
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F | hits of one face by meteoroids of mass m or more | 1/m²/yr |
/// | m | mass | g |
///
/// # Assumes
/// A mean over the year, from all sides alike; streams in the mean. Debris of spacecraft is not in
/// it.
///
/// # Valid for
/// 1e-18 g to 100 g; beyond, the flux at the end of the range.
///
/// # References
/// \[Spenvis\], 10.2.4.1
pub fn meteoroid_flux(least: Mass) -> ParticleFlux {
    let (low, high) = MASS_RANGE;
    flux_of(least.get::<gram>().clamp(libm::exp10(low), libm::exp10(high)))
}

fn flux_of(grams: f64) -> ParticleFlux {
    let squared = grams * grams;
    let first = libm::pow(2.2e3 * libm::pow(grams, 0.306) + 15.0, -4.38);
    let second = 1.3e-9 * libm::pow(grams + 1.0e11 * squared + 1.0e27 * squared * squared, -0.36);
    let third = 1.3e-16 * libm::pow(grams + 1.0e6 * squared, -0.85);
    ParticleFlux::new::<per_square_meter_year>(3.155_76e7 * (first + second + third))
}

/// What the Earth makes of the flux at an altitude: it draws meteoroids in and hides part of the
/// sky.
///
/// # Model
/// ```text
/// k = (1 + (R + a)/(R + h)) (1 + cos θ)/2,   sin θ = (R + a)/(R + h)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | k | flux near the Earth over that in free space | 1 |
/// | R, a, h | radius of the Earth, height of the air (100 km), altitude | km |
///
/// # Assumes
/// A plate of any orientation; one mean speed of meteoroids in the attraction. The motion of the
/// spacecraft is left out.
///
/// # Valid for
/// Altitudes above the air; below, that of its edge.
///
/// # References
/// \[Spenvis\], C.1.3, and implementations of the same model
pub fn earth_factor(altitude: Length) -> Ratio {
    let sine = ((EARTH_RADIUS + AIR) / (EARTH_RADIUS + altitude)).base().clamp(0.0, 1.0);
    fraction((1.0 + sine) * 0.5 * (1.0 + (1.0 - sine * sine).sqrt()))
}

/// A wall of aluminum under meteoroids of one kind.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArmorParameters {
    /// Density of the wall.
    pub wall_density: MassDensity,
    /// Brinell hardness of the wall, in its usual number.
    pub brinell_hardness: Ratio,
    /// Speed of sound in the wall.
    pub wall_sound_speed: Velocity,
    /// Density of the meteoroids.
    pub meteoroid_density: MassDensity,
    /// Their speed at right angles to the wall.
    pub normal_speed: Velocity,
    /// Thickness over crater depth in a thick wall: 1.8 to stop perforation, 2.2 to stop spall that
    /// comes off, 3.0 to stop spall that stays on.
    pub depth_factor: Ratio,
}

/// Threat to the armor.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArmorDuty {
    /// Surface exposed: all faces of what would leak.
    pub area: Area,
    /// Time exposed.
    pub life: Time,
    /// Altitude.
    pub altitude: Length,
    /// Probability that nothing gets through.
    pub survival: Ratio,
    /// Hits by meteoroids and debris of spacecraft over those by meteoroids alone.
    pub debris_factor: Ratio,
}

/// A checked wall.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Armor {
    parameters: ArmorParameters,
}

impl Armor {
    /// Checks the wall once.
    ///
    /// # Errors
    /// [`DomainError`] if a density is outside 100 kg/m³ to 10 000 kg/m³, the meteoroid 1.5 times
    /// as dense as the wall, the hardness outside 10 to 500, a speed outside 0.1 km/s to 80 km/s,
    /// or the depth factor outside 1 to 5.
    pub fn new(parameters: ArmorParameters) -> Result<Self, DomainError> {
        let p = &parameters;
        let dense = |name, density: MassDensity| {
            within::<kilogram_per_cubic_meter>(name, 100.0..=1.0e4, density)
        };
        let speed = |name, speed: Velocity| within::<kilometer_per_second>(name, 0.1..=80.0, speed);
        let wall = dense("density of the armor", p.wall_density)?;
        let meteoroid = dense("density of meteoroids", p.meteoroid_density)?;
        within::<unity>("density of meteoroids over the armor's", 0.0..=1.5, meteoroid / wall)?;
        within::<unity>("Brinell hardness", 10.0..=500.0, p.brinell_hardness)?;
        speed("speed of sound in the armor", p.wall_sound_speed)?;
        speed("speed of meteoroids", p.normal_speed)?;
        within::<unity>("depth factor of the armor", 1.0..=5.0, p.depth_factor)?;
        Ok(Self { parameters })
    }

    /// Thickness that stops a meteoroid of this mass.
    ///
    /// # Model
    /// ```text
    /// t = 5.24 κ d^(19/18) H^(−1/4) (ρ_m/ρ)^(1/2) (v/c)^(2/3),   d = (6 m/(π ρ_m))^(1/3)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | t, d | thickness of the wall, diameter of the meteoroid | cm |
    /// | κ | depth factor | 1 |
    /// | H | Brinell hardness | 1 |
    /// | `ρ_m`, ρ | density of meteoroid and wall | kg/m³ |
    /// | v, c | normal speed, speed of sound in the wall | km/s |
    ///
    /// # Assumes
    /// A sphere; one wall without shield or insulation before it.
    ///
    /// # Valid for
    /// Aluminum, and meteoroids less than 1.5 times as dense.
    ///
    /// # References
    /// \[Pyblossum\], `BLE_singleWall.py`, type AL
    pub fn thickness(&self, meteoroid: Mass) -> Length {
        let volume = (meteoroid / self.parameters.meteoroid_density).base().max(0.0);
        let diameter_cm = 100.0 * libm::cbrt(6.0 / PI * volume);
        Length::new::<meter>(0.01 * self.depth_at_one() * power(diameter_cm, DEPTH_POWER))
    }

    /// Wall in centimeters that stops a particle of one centimeter.
    fn depth_at_one(&self) -> f64 {
        let p = &self.parameters;
        let density = (p.meteoroid_density / p.wall_density).base().sqrt();
        let speed = libm::cbrt((p.normal_speed / p.wall_sound_speed).base());
        let hardness = p.brinell_hardness.base().sqrt().sqrt();
        5.24 * density * speed * speed / hardness * p.depth_factor.base()
    }

    /// Diameter of the largest particle that a wall stops: [`Armor::thickness`] turned around.
    pub(in crate::physics) fn stopped(&self, wall: Length) -> Length {
        let over = 100.0 * wall.base() / self.depth_at_one();
        Length::new::<meter>(0.01 * power(over, 1.0 / DEPTH_POWER))
    }

    /// Meteoroids that get through a wall where the Earth makes so many of them, by the first part
    /// of the flux.
    pub(in crate::physics) fn flux_through(
        &self,
        wall: Length,
        earth_factor: Ratio,
    ) -> ParticleFlux {
        let diameter = self.stopped(wall).base();
        let volume = PI / 6.0 * diameter * diameter * diameter;
        let grams = 1.0e3 * volume * self.parameters.meteoroid_density.base();
        let flux = power(2.2e3 * power(grams, 0.306) + 15.0, -4.38);
        ParticleFlux::from_base(flux) * earth_factor
    }

    /// Mass per area of the wall that survives a duty.
    ///
    /// # Model
    /// ```text
    /// F(m) k b A t = −ln S,   μ = ρ · thickness(m)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | F, k | [`meteoroid_flux`], [`earth_factor`] | 1/m²/yr, 1 |
    /// | b | hits by meteoroids and debris over those by meteoroids | 1 |
    /// | A, t, S | area, time, probability of survival | m², yr, 1 |
    /// | m | lightest meteoroid that may get through | g |
    /// | μ, ρ | mass per area and density of the wall | kg/m², kg/m³ |
    ///
    /// # Assumes
    /// Hits independent of each other; all meteoroids with one density and normal speed. Debris
    /// falls off with mass as meteoroids do and hits like them.
    ///
    /// # Valid for
    /// Meteoroids; debris by its factor alone, which changes with altitude, year and size.
    ///
    /// # References
    /// Poisson's law; [`Armor::thickness`]
    ///
    /// # Errors
    /// [`DomainError`] if the survival is not above 0 and below 1, area or life not above zero, or
    /// the lightest meteoroid outside 1e-18 g to 100 g.
    pub fn areal_mass(&self, duty: &ArmorDuty) -> Result<ArealMass, DomainError> {
        within::<unity>("survival of the armor", 1.0e-9..=1.0 - 1.0e-12, duty.survival)?;
        within::<square_meter>("armored area", 1.0e-9..=1.0e12, duty.area)?;
        within::<units::second>("life of the armor", 1.0..=1.0e12, duty.life)?;
        let flux = duty.flux();
        let (mut low, mut high) = MASS_RANGE;
        let most = flux_of(libm::exp10(low)).base();
        let least = flux_of(libm::exp10(high)).base();
        within::<per_square_meter_second>(
            "flux through the armor",
            least..=most,
            ParticleFlux::from_base(flux),
        )?;
        for _ in 0..MOST_STEPS {
            let middle = 0.5 * (low + high);
            if flux_of(libm::exp10(middle)).base() > flux {
                low = middle;
            } else {
                high = middle;
            }
        }
        let thickness = self.thickness(Mass::new::<gram>(libm::exp10(0.5 * (low + high))));
        Ok(self.parameters.wall_density * thickness)
    }

    /// Thickness of the wall that survives a duty, without a search: [`Armor::areal_mass`] over the
    /// density.
    ///
    /// # Model
    /// ```text
    /// t = thickness(m),   m = ((Φ^(−1/4.38) − 15)/2.2e3)^(1/0.306)   (not below zero)
    /// Φ = −ln S/(k b A t')
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | t | thickness | m |
    /// | m | lightest particle that may get through | g |
    /// | Φ | meteoroids that may be let through | 1/m²/s |
    /// | t' | time exposed | s |
    ///
    /// The other symbols as in [`Armor::areal_mass`].
    ///
    /// # Assumes
    /// As [`Armor::areal_mass`]; of the flux only its first part, `F_1` of [`meteoroid_flux`],
    /// which is all but 0.3 percent of it above a microgram.
    ///
    /// # Valid for
    /// Particles above a microgram, walls above 0.3 mm of aluminum: half a percent from the exact
    /// wall; thinner ones come out too thin. Above 100 g the law of the flux is continued.
    ///
    /// # References
    /// As [`Armor::areal_mass`]
    pub fn wall(&self, duty: &ArmorDuty) -> Length {
        let root = (power(duty.flux(), -1.0 / 4.38) - 15.0) / 2.2e3;
        let grams = if root > 0.0 { power(root, 1.0 / 0.306) } else { 0.0 };
        self.thickness(Mass::new::<gram>(grams))
    }
}

/// A power of a number that is not negative, good to some units of the last place, at half the cost
/// of the exact one.
fn power(base: f64, exponent: f64) -> f64 {
    libm::exp(exponent * libm::log(base))
}

impl ArmorDuty {
    /// Meteoroids per area and time in free space that may be let through.
    fn flux(&self) -> f64 {
        let share = earth_factor(self.altitude).base() * self.debris_factor.base();
        self.allowed().base() / share
    }

    /// Particles per area and time that may be let through.
    pub(in crate::physics) fn allowed(&self) -> ParticleFlux {
        let hits = -libm::log1p(-complement(self.survival).base());
        ParticleFlux::from_base(hits / (self.area * self.life).base())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{kilometer, millimeter, year};

    fn armor() -> Armor {
        Armor::new(ArmorParameters {
            wall_density: MassDensity::new::<kilogram_per_cubic_meter>(2_700.0),
            brinell_hardness: fraction(95.0),
            wall_sound_speed: Velocity::new::<kilometer_per_second>(5.1),
            meteoroid_density: MassDensity::new::<kilogram_per_cubic_meter>(1_000.0),
            normal_speed: Velocity::new::<kilometer_per_second>(14.0),
            depth_factor: fraction(1.8),
        })
        .unwrap()
    }

    fn duty(area: f64, survival: f64) -> ArmorDuty {
        ArmorDuty {
            area: Area::from_base(area),
            life: Time::new::<year>(5.0),
            altitude: Length::new::<kilometer>(650.0),
            survival: fraction(survival),
            debris_factor: fraction(1.0),
        }
    }

    #[test]
    fn a_microgram_or_more_hits_a_square_meter_three_times_in_two_years() {
        let flux = meteoroid_flux(Mass::new::<gram>(1.0e-6)).get::<per_square_meter_year>();
        let first = (2.2e3 * 1.0e-6_f64.powf(0.306) + 15.0).powf(-4.38);
        let second = 1.3e-9 * 1_000.100_001_f64.powf(-0.36);
        let third = 1.3e-16 * 2.0e-6_f64.powf(-0.85);
        let want = 3.155_76e7 * (first + second + third);
        assert!((first * 3.155_76e7 - 1.486).abs() < 0.005, "{first}");
        assert!((flux / want - 1.0).abs() < 1.0e-4, "{flux} {want}");
    }

    #[test]
    fn fewer_heavy_meteoroids_than_light_ones() {
        let flux: Vec<f64> = (-20..4)
            .map(|power| meteoroid_flux(Mass::new::<gram>(libm::exp10(f64::from(power)))).base())
            .collect();
        assert!(flux.is_sorted_by(|light, heavy| light >= heavy));
    }

    #[test]
    fn the_earth_hides_half_the_sky_at_its_air_and_nothing_far_away() {
        assert!((earth_factor(AIR).base() - 1.0).abs() < 1.0e-12);
        assert!((earth_factor(Length::new::<kilometer>(1.0e9)).base() - 1.0).abs() < 1.0e-4);
        assert!(earth_factor(Length::new::<kilometer>(2_000.0)).base() > 1.0);
    }

    #[test]
    fn a_millimeter_of_ice_needs_the_wall_of_the_formula() {
        // d = 1 mm: mass π/6 1e-9 m³ times 1 000 kg/m³
        let wall = armor().thickness(Mass::from_base(PI / 6.0 * 1.0e-6)).get::<millimeter>();
        let want = 18.0
            * 5.24
            * 0.1_f64.powf(19.0 / 18.0)
            * 95.0_f64.powf(-0.25)
            * (1.0_f64 / 2.7).sqrt()
            * (14.0_f64 / 5.1).powf(2.0 / 3.0);
        assert!((wall / want - 1.0).abs() < 1.0e-12, "{wall} {want}");
    }

    #[test]
    fn more_area_and_more_survival_need_more_armor() {
        let mass =
            |area: f64, survival: f64| armor().areal_mass(&duty(area, survival)).unwrap().base();
        assert!(mass(100.0, 0.99) > mass(10.0, 0.99));
        assert!(mass(100.0, 0.999) > mass(100.0, 0.99));
        assert!((0.5..50.0).contains(&mass(100.0, 0.99)), "{}", mass(100.0, 0.99));
    }

    #[test]
    fn the_wall_lets_through_what_the_duty_allows() {
        let duty = duty(100.0, 0.99);
        let thickness = armor().areal_mass(&duty).unwrap() / MassDensity::from_base(2_700.0);
        // the meteoroid that this wall just stops, by bisection on its mass
        let (mut low, mut high) = (1.0e-15_f64, 1.0_f64);
        for _ in 0..200 {
            let middle = (low * high).sqrt();
            let stopped = armor().thickness(Mass::from_base(middle)) < thickness;
            (low, high) = if stopped { (middle, high) } else { (low, middle) };
        }
        let rate = meteoroid_flux(Mass::from_base(low)) * earth_factor(duty.altitude);
        let hits = (rate * duty.area * duty.life).base();
        assert!((hits / -libm::log(0.99) - 1.0).abs() < 1.0e-9, "{hits}");
    }

    #[test]
    fn the_wall_without_a_search_is_the_exact_one_within_half_a_percent() {
        for (area, survival) in [(0.5, 0.95), (2.1, 0.9), (100.0, 0.99), (5.0e4, 0.999)] {
            let exact = armor().areal_mass(&duty(area, survival)).unwrap().base() / 2_700.0;
            let wall = armor().wall(&duty(area, survival)).base();
            assert!((wall / exact - 1.0).abs() < 5.0e-3, "{area} m2: {wall} {exact}");
        }
        assert!(armor().wall(&duty(1.0e-6, 0.01)).base() >= 0.0);
    }

    #[test]
    fn debris_that_doubles_the_hits_is_like_twice_the_area() {
        let doubled = ArmorDuty { debris_factor: fraction(2.0), ..duty(10.0, 0.99) };
        let (one, two) = (armor().wall(&doubled), armor().wall(&duty(20.0, 0.99)));
        assert!((one.base() / two.base() - 1.0).abs() < 1.0e-12);
    }

    #[test]
    fn certain_survival_is_refused() {
        assert!(armor().areal_mass(&duty(100.0, 1.0)).is_err());
        assert!(armor().areal_mass(&duty(0.0, 0.99)).is_err());
    }
}
