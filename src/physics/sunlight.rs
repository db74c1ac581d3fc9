//! Black-body light by wavelength: the share in a band, and what a cell with one band gap can make
//! of sunlight.

use std::f64::consts::PI;

use crate::constants::{BOLTZMANN, PLANCK, SPEED_OF_LIGHT, SUN_RADIUS, SUN_TEMPERATURE};
use crate::domain::{DomainError, within};
use crate::units::{self, Energy, Length, Ratio, Temperature, electronvolt, fraction, unity};

/// Terms of the exponential series at most.
const MOST_TERMS: u32 = 60;
/// Photon energy over thermal energy below which the power series is summed.
const LONG_WAVE: f64 = 1.0;
/// Terms of the power series: B₂ₖ/(2k)! for k = 1, 2, ...
const BERNOULLI: [f64; 9] = [
    1.0 / 12.0,
    -1.0 / 720.0,
    1.0 / 30_240.0,
    -1.0 / 1_209_600.0,
    1.0 / 47_900_160.0,
    -691.0 / 1_307_674_368_000.0,
    1.0 / 74_724_249_600.0,
    -3_617.0 / 10_670_622_842_880_000.0,
    43_867.0 / 5_109_094_217_170_944_000.0,
];
/// Halvings at most.
const MOST_STEPS: u8 = 60;
/// Share of the band gap down to which the bracket is halved.
const CONVERGED: f64 = 1.0e-13;

/// Share of a black body's emission at wavelengths below one.
///
/// # Model
/// ```text
/// F = 15/π⁴ ∫_x^∞ u³/(e^u − 1) du = 15/π⁴ Σ_n e^(−n x) (x³/n + 3 x²/n² + 6 x/n³ + 6/n⁴)
///   = 1 − 15/π⁴ (x³/3 − x⁴/8 + Σ_k B₂ₖ/(2k)! x^(2k+3)/(2k+3)),   x = h c/(λ k T)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | F | share of the emitted power below λ | 1 |
/// | λ, T | wavelength, temperature | m, K |
/// | h, c, k | Planck constant, speed of light, Boltzmann constant | J s, m/s, J/K |
/// | B₂ₖ | Bernoulli numbers | 1 |
///
/// The first series from x = 1 on, the second below.
///
/// # Assumes
/// Planck's spectrum.
///
/// # Valid for
/// Any temperature and wavelength above zero; 0 at zero.
///
/// # References
/// Integral of Planck's law; checked against \[Thermal2026\], `blackbody_band_fraction.csv`
pub fn band_fraction(temperature: Temperature, below: Length) -> Ratio {
    let thermal = below.base() * BOLTZMANN.base() * temperature.base();
    if thermal <= 0.0 {
        return fraction(0.0);
    }
    let x = PLANCK.base() * SPEED_OF_LIGHT.base() / thermal;
    let scale = 15.0 / (PI * PI * PI * PI);
    if x < LONG_WAVE {
        let squared = x * x;
        let mut series = 0.0;
        let mut power = 1.0;
        for (term, k) in BERNOULLI.iter().zip(1_u32..) {
            series += power * term / f64::from(2 * k + 3);
            power *= squared;
        }
        let cubed = squared * x;
        return fraction(1.0 - scale * cubed * (1.0 / 3.0 - x / 8.0 + series * squared));
    }
    let sum = exponential_sum(x, 0.0, |n| {
        ((x / n + 3.0 / (n * n)) * x + 6.0 / (n * n * n)) * x + 6.0 / (n * n * n * n)
    });
    fraction(scale * sum)
}

/// Σ e^(−n (x − v)) term(n), until the next term cannot matter.
fn exponential_sum(x: f64, v: f64, term: impl Fn(f64) -> f64) -> f64 {
    let base = libm::exp(v - x);
    let (mut power, mut sum) = (1.0, 0.0);
    for n in 1..=MOST_TERMS {
        power *= base;
        let next = power * term(f64::from(n));
        sum += next;
        if next <= 1.0e-17 * sum {
            break;
        }
    }
    sum
}

/// Shockley and Queisser's limit: greatest share of sunlight that a cell with one band gap turns
/// into electricity.
///
/// # Model
/// ```text
/// P(V) = q V [ (R_s/d)² N(T_s, 0) − N(T, V) ],   η = max P(V) / ((R_s/d)² σ T_s⁴)
/// N(T, V) = 2π/(h³c²) ∫_{E_g}^∞ E² dE / (e^((E − qV)/kT) − 1)
///         = 2π (kT)³/(h³c²) Σ_n e^(−n (x − v)) (x²/n + 2x/n² + 2/n³),   x = E_g/kT,  v = qV/kT
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `E_g` | band gap | J |
/// | T, `T_s` | temperature of the cell, of the Sun's photosphere | K |
/// | `R_s`, d | radius and distance of the Sun | m |
/// | N | photons above the gap that a face emits | 1/m²/s |
/// | qV | voltage times elementary charge | J |
///
/// The slope of the power falls with V, so that the maximum is found by bisection. The integral
/// over the spectrum is the sum of its series, which converges like e^(−n x).
///
/// # Assumes
/// A black Sun seen at normal incidence. Each photon above the gap frees one pair of charges and
/// each pair ends in current or in a photon (no other recombination). The cell emits through its
/// front only: a perfect mirror lies behind.
///
/// # Valid for
/// Gaps of 0.3 eV to 6 eV, cells of 100 K to 600 K, distances from 0.1 au on, for a black-body Sun:
/// the spectrum above the air has lines and less ultraviolet.
///
/// # References
/// After \[Shockley1961\], not read; detailed balance derived in docs/model/heat-pump.md
///
/// # Errors
/// [`DomainError`] outside these ranges.
pub fn shockley_queisser_limit(
    band_gap: Energy,
    temperature: Temperature,
    sun_distance: Length,
) -> Result<Ratio, DomainError> {
    within::<electronvolt>("band gap", 0.3..=6.0, band_gap)?;
    let cell_temperature =
        within::<units::kelvin>("cell temperature", 100.0..=600.0, temperature)?.base();
    let dilution = SUN_RADIUS.base() / sun_distance.base();
    within::<unity>("solar radii per distance of the Sun", 1.0e-6..=0.05, fraction(dilution))?;
    let (sun, cell) = (
        band_gap.base() / (BOLTZMANN.base() * SUN_TEMPERATURE.base()),
        band_gap.base() / (BOLTZMANN.base() * cell_temperature),
    );
    // photons in units of 2π (kT)³/(h³c²) of the cell
    let hotter = SUN_TEMPERATURE.base() / cell_temperature;
    let received = dilution * dilution * hotter * hotter * hotter * photons(sun, 0.0);
    let voltage = best_voltage(cell, received);
    let power = voltage * (received - photons(cell, voltage));
    // the flux σ T_s⁴ in the same units is that of ∫ u³/(e^u − 1) du = π⁴/15
    let sunlight =
        dilution * dilution * hotter * hotter * hotter * hotter * PI * PI * PI * PI / 15.0;
    Ok(fraction(power / sunlight))
}

/// ∫_x^∞ u²/(e^(u − v) − 1) du.
fn photons(x: f64, v: f64) -> f64 {
    exponential_sum(x, v, |n| (x / n + 2.0 / (n * n)) * x + 2.0 / (n * n * n))
}

/// Voltage over thermal voltage at which a cell gives most power.
fn best_voltage(gap: f64, received: f64) -> f64 {
    // d/dv of v (received − N(v)): its first part falls, so that the slope changes sign once
    let slope = |v: f64| {
        let change = exponential_sum(gap, v, |n| (gap + 2.0 / n) * gap + 2.0 / (n * n));
        received - photons(gap, v) - v * change
    };
    let (mut low, mut high) = (0.0, gap);
    for _ in 0..MOST_STEPS {
        let middle = 0.5 * (low + high);
        if slope(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
        if high - low < CONVERGED * gap {
            break;
        }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::ASTRONOMICAL_UNIT;
    use crate::numeric::quadrature::GaussLegendre;
    use crate::physics::solar_array::landsberg_limit;
    use crate::units::micrometer;

    const RULE: GaussLegendre<20> = GaussLegendre::new();

    fn share(kelvin: f64, microns: f64) -> f64 {
        let wavelength = Length::new::<micrometer>(microns);
        band_fraction(Temperature::from_base(kelvin), wavelength).base()
    }

    fn limit(gap: f64) -> f64 {
        let band_gap = Energy::new::<electronvolt>(gap);
        let cell = Temperature::from_base(300.0);
        shockley_queisser_limit(band_gap, cell, ASTRONOMICAL_UNIT).unwrap().base()
    }

    #[test]
    fn a_black_body_at_300_k_emits_38_percent_in_the_window_of_8_to_13_microns() {
        let window = share(300.0, 13.0) - share(300.0, 8.0);
        assert!((window - (0.462_410_553_4 - 0.140_257_382_4)).abs() < 1.0e-9, "{window}");
    }

    #[test]
    fn the_two_series_meet() {
        // h c/k over 300 K is 47.96 µm
        let meeting = PLANCK.base() * SPEED_OF_LIGHT.base() / BOLTZMANN.base() / 300.0 * 1.0e6;
        let (below, above) = (meeting * (1.0 - 1.0e-14), meeting * (1.0 + 1.0e-14));
        assert!((share(300.0, below) - share(300.0, above)).abs() < 1.0e-13);
    }

    #[test]
    fn the_share_grows_from_none_to_all() {
        assert!(share(300.0, 0.0).abs() < 1.0e-300);
        assert!((share(300.0, 1.0e9) - 1.0).abs() < 1.0e-15);
        let shares: Vec<f64> = (1..400).map(|step| share(300.0, f64::from(step))).collect();
        assert!(shares.is_sorted());
    }

    #[test]
    fn the_series_of_the_photons_is_their_integral() {
        for (gap, volt) in [(0.6, 0.0), (2.7, 0.0), (20.0, 12.0), (50.0, 41.0)] {
            let integral: f64 = (0..120)
                .map(|piece| {
                    let low = gap + 0.5 * f64::from(piece);
                    RULE.integrate(low, low + 0.5, |u| u * u / libm::expm1(u - volt))
                })
                .sum();
            let series = photons(gap, volt);
            assert!((series / integral - 1.0).abs() < 1.0e-12, "{gap}: {series} {integral}");
        }
    }

    #[test]
    fn silicon_and_gallium_arsenide_stay_at_30_percent() {
        // found apart from this code, with Simpson's rule and a golden section
        assert!((limit(1.12) - 0.300_239_75).abs() < 1.0e-6, "{}", limit(1.12));
        assert!((limit(1.424) - 0.300_007_60).abs() < 1.0e-6, "{}", limit(1.424));
    }

    #[test]
    fn one_gap_is_below_the_limit_of_any_converter() {
        let any = landsberg_limit(Temperature::from_base(300.0)).base();
        let best = (30..300).map(|step| limit(0.01 * f64::from(step))).fold(0.0, f64::max);
        assert!(best < any && best > 0.30 && best < 0.32, "{best}");
    }

    #[test]
    fn a_cold_cell_has_a_higher_limit() {
        let gap = Energy::new::<electronvolt>(1.12);
        let at = |kelvin: f64| {
            let cell = Temperature::from_base(kelvin);
            shockley_queisser_limit(gap, cell, ASTRONOMICAL_UNIT).unwrap().base()
        };
        assert!(at(200.0) > at(300.0) && at(300.0) > at(400.0));
        let cold = shockley_queisser_limit(gap, Temperature::from_base(10.0), ASTRONOMICAL_UNIT);
        assert_eq!(cold.unwrap_err().quantity, "cell temperature");
    }
}
