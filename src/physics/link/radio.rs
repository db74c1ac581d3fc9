//! Radio from a satellite to the ground.

use super::optical::{free_space_loss, telescope_gain};
use crate::constants::{BOLTZMANN, EARTH_RADIUS, SPEED_OF_LIGHT};
use crate::units::{
    Angle, InformationRate, Length, Power, Ratio, Temperature, WaveFrequency, fraction,
};

/// Two antennas and the band between them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RadioLink {
    /// Frequency of the carrier.
    pub carrier: WaveFrequency,
    /// Width of the band; each polarization counts.
    pub bandwidth: WaveFrequency,
    /// Power that the sender radiates over the whole band.
    pub sent: Power,
    /// Diameter of the antenna that sends.
    pub transmitter: Length,
    /// Diameter of the antenna that receives.
    pub receiver: Length,
    /// Gain of an antenna over that of an evenly lit aperture of its size.
    pub antenna_efficiency: Ratio,
    /// Noise temperature of the receiver, antenna and sky included.
    pub noise: Temperature,
    /// What rain, air, pointing and polarization leave of the power.
    pub efficiency: Ratio,
}

impl RadioLink {
    /// Power of the carrier over that of the noise in the band.
    ///
    /// # Model
    /// ```text
    /// C/N = P η_a² G_t G_r η / (L k T B)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | P | power sent | W |
    /// | `G_t`, `G_r` | gains of evenly lit apertures, (π D f / c)² | 1 |
    /// | `η_a`, η | efficiency of each antenna, of the way | 1 |
    /// | L | free-space loss, (4 π d f / c)² | 1 |
    /// | k, T, B | Boltzmann constant, noise temperature, bandwidth | J/K, K, Hz |
    ///
    /// # Assumes
    /// Noise is thermal and white; no interference. No more is caught than was sent: there the
    /// formula of the far field ends.
    ///
    /// # Valid for
    /// The far field, 2 D² f / c and beyond: some hundred meters for dishes of a meter or two in Ka
    /// band, a thousand kilometers for one of a hundred meters, where it is a bound.
    ///
    /// # References
    /// Friis transmission formula, as in [`free_space_loss`]
    pub fn carrier_to_noise(&self, range: Length) -> Ratio {
        let wavelength: Length = SPEED_OF_LIGHT / self.carrier;
        let gains = telescope_gain(self.transmitter, wavelength)
            * telescope_gain(self.receiver, wavelength)
            * (self.antenna_efficiency * self.antenna_efficiency);
        let caught: Ratio = (gains / free_space_loss(range, wavelength)).smaller(fraction(1.0));
        let received: Power = self.sent * caught * self.efficiency;
        let noise: Power = BOLTZMANN * self.noise * self.bandwidth;
        received / noise
    }

    /// Rate that no modulation and no code exceeds.
    ///
    /// # Model
    /// ```text
    /// R = B log2(1 + C/N)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | R | rate | bit/s |
    /// | B | bandwidth | Hz |
    /// | C/N | [`RadioLink::carrier_to_noise`] | 1 |
    ///
    /// # Assumes
    /// White Gaussian noise. Modems come within 1 dB to 2 dB of it.
    ///
    /// # Valid for
    /// As [`RadioLink::carrier_to_noise`].
    ///
    /// # References
    /// \[Shannon1948\], not read; theorem 17
    pub fn capacity(&self, range: Length) -> InformationRate {
        let bits = libm::log1p(self.carrier_to_noise(range).base()) / std::f64::consts::LN_2;
        InformationRate::from_base(self.bandwidth.base() * bits)
    }
}

/// Distance of a satellite that stands at an elevation above the horizon.
///
/// # Model
/// ```text
/// d = √((R_e sin ε)² + h² + 2 R_e h) − R_e sin ε
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | d | distance | m |
/// | ε | elevation | deg |
/// | h | altitude above the radius `R_e` | m |
///
/// # Assumes
/// A sphere; no refraction.
///
/// # Valid for
/// Elevation 0 to 90 deg.
///
/// # References
/// Spherical geometry
pub fn slant_range(altitude: Length, elevation: Angle) -> Length {
    let (radius, height) = (EARTH_RADIUS.base(), altitude.base());
    let up = radius * elevation.sin().base();
    Length::from_base((up * up + height * (height + 2.0 * radius)).sqrt() - up)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{
        degree, fraction, gigabit_per_second, hertz, kelvin, kilometer, meter, watt,
    };

    fn link() -> RadioLink {
        RadioLink {
            carrier: WaveFrequency::new::<hertz>(19.0e9),
            bandwidth: WaveFrequency::new::<hertz>(1.0e9),
            sent: Power::new::<watt>(10.0),
            transmitter: Length::new::<meter>(0.5),
            receiver: Length::new::<meter>(1.5),
            antenna_efficiency: fraction(0.6),
            noise: Temperature::new::<kelvin>(300.0),
            efficiency: fraction(0.5),
        }
    }

    #[test]
    fn a_link_budget_in_decibels_gives_the_same() {
        // 10 dBW + 37.74 dBi + 47.28 dBi − 3.01 dB − 178.02 dB (1 000 km at 19 GHz) + 228.60 −
        // 24.77 − 90 dB
        let range = Length::new::<kilometer>(1_000.0);
        let decibels = 10.0 * libm::log10(link().carrier_to_noise(range).base());
        assert!((decibels - 27.82).abs() < 0.01, "{decibels}");
        let rate = link().capacity(range).get::<gigabit_per_second>();
        let expected = libm::log2(1.0 + libm::pow(10.0, decibels / 10.0));
        assert!((rate - expected).abs() < 1e-9, "{rate}");
    }

    #[test]
    fn the_budget_of_the_page_on_links_holds() {
        let link = RadioLink {
            bandwidth: WaveFrequency::new::<hertz>(3.6e9),
            sent: Power::new::<watt>(40.0),
            efficiency: fraction(0.3),
            ..link()
        };
        let range = slant_range(Length::new::<kilometer>(650.0), Angle::new::<degree>(10.0));
        let decibels = 10.0 * libm::log10(link.carrier_to_noise(range).base());
        assert!((decibels - 19.8).abs() < 0.1, "{decibels}");
        assert!((link.capacity(range).get::<gigabit_per_second>() - 23.8).abs() < 0.1);
    }

    #[test]
    fn no_antenna_catches_more_than_was_sent() {
        let huge = RadioLink {
            transmitter: Length::new::<meter>(100.0),
            receiver: Length::new::<meter>(100.0),
            carrier: WaveFrequency::new::<hertz>(1.0e12),
            antenna_efficiency: fraction(1.0),
            efficiency: fraction(1.0),
            ..link()
        };
        let range = Length::new::<kilometer>(1_000.0);
        let all = 10.0 / (1.380_649e-23 * 300.0 * 1.0e9);
        assert!((huge.carrier_to_noise(range).base() / all - 1.0).abs() < 1e-12);
    }

    #[test]
    fn twice_the_range_leaves_a_quarter_and_a_wide_band_ends_at_what_the_power_carries() {
        let near = link().carrier_to_noise(Length::new::<kilometer>(700.0)).base();
        let far = link().carrier_to_noise(Length::new::<kilometer>(1_400.0)).base();
        assert!((near / far - 4.0).abs() < 1e-12);
        let range = Length::new::<kilometer>(2_000.0);
        let wide = RadioLink { bandwidth: WaveFrequency::new::<hertz>(1.0e15), ..link() };
        let limit = wide.carrier_to_noise(range).base() * 1.0e15 / std::f64::consts::LN_2;
        assert!((wide.capacity(range).base() / limit - 1.0).abs() < 1e-3);
        assert!(link().capacity(range) < wide.capacity(range));
    }

    #[test]
    fn overhead_the_range_is_the_altitude_and_at_the_horizon_the_tangent() {
        let altitude = Length::new::<kilometer>(650.0);
        let range = |elevation: f64| slant_range(altitude, Angle::new::<degree>(elevation));
        assert!((range(90.0).get::<kilometer>() - 650.0).abs() < 1e-9);
        let tangent = (7_028.137_f64.powi(2) - 6_378.137_f64.powi(2)).sqrt();
        assert!((range(0.0).get::<kilometer>() - tangent).abs() < 1e-6);
        assert!((range(10.0).get::<kilometer>() - 2_045.4).abs() < 0.2, "{:?}", range(10.0));
    }
}
