//! Optical links in vacuum.

use std::f64::consts::PI;

use crate::constants::{PLANCK, SPEED_OF_LIGHT};
use crate::domain::{DomainError, within};
use crate::units::{
    Angle, Count, Frequency, InformationRate, Length, Power, Ratio, fraction, unity,
};

/// Gain of a round aperture that is lit evenly.
///
/// # Model
/// ```text
/// G = (π D / λ)²
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | D | diameter | m |
/// | λ | wavelength | m |
///
/// # Assumes
/// Full aperture, no efficiency; see [`truncated_gaussian_efficiency`].
///
/// # Valid for
/// The far field.
///
/// # References
/// Diffraction of a round aperture
pub fn telescope_gain(diameter: Length, wavelength: Length) -> Ratio {
    let amplitude: Ratio = diameter * PI / wavelength;
    amplitude * amplitude
}

/// Loss between two antennas of gain one.
///
/// # Model
/// ```text
/// L = (4 π d / λ)²
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | d | range | m |
/// | λ | wavelength | m |
///
/// # Assumes
/// Vacuum.
///
/// # Valid for
/// The far field.
///
/// # References
/// Friis transmission formula
pub fn free_space_loss(range: Length, wavelength: Length) -> Ratio {
    let amplitude: Ratio = range * (4.0 * PI) / wavelength;
    amplitude * amplitude
}

/// Two telescopes that look at each other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OpticalLink {
    /// Wavelength of the light.
    pub wavelength: Length,
    /// Diameter of the telescope that sends.
    pub transmitter: Length,
    /// Diameter of the telescope that receives.
    pub receiver: Length,
    /// Distance.
    pub range: Length,
    /// Product of all efficiencies and losses beside diffraction: optics of both sides, pointing,
    /// filters.
    pub efficiency: Ratio,
}

/// Power at the receiver, and which form gave it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ReceivedPower {
    /// Power behind the receiving telescope.
    pub power: Power,
    /// The receiver catches less than 1 % of the beam, so that the Friis formula holds to half a
    /// percent.
    pub is_far_field: bool,
}

/// Share of the beam above which the Friis formula is half a percent off.
const FAR_FIELD_SHARE: f64 = 0.01;

impl OpticalLink {
    /// Power received in the far field.
    ///
    /// # Model
    /// ```text
    /// P_r = P_t G_t G_r / L · η
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `P_t`, `P_r` | power sent, received | W |
    /// | `G_t`, `G_r` | gains of the telescopes, see [`telescope_gain`] | 1 |
    /// | L | free-space loss, see [`free_space_loss`] | 1 |
    /// | η | efficiencies and losses | 1 |
    ///
    /// # Assumes
    /// Vacuum; the receiver is much smaller than the beam.
    ///
    /// # Valid for
    /// The far field; where it would receive more than was sent, it is refused.
    /// [`OpticalLink::received_power`] holds at any range.
    ///
    /// # References
    /// Friis transmission formula; \[Suncatcher2025\], link budget of the inter-satellite links
    ///
    /// # Errors
    /// [`DomainError`] if the formula gives more power than was sent.
    pub fn friis_power(&self, sent: Power) -> Result<Power, DomainError> {
        let share: Ratio = self.diffraction_share() * self.efficiency;
        within::<unity>("received over sent power by the Friis formula", 0.0..=1.0, share)?;
        Ok(sent * share)
    }

    /// Power received at any range.
    ///
    /// # Model
    /// ```text
    /// P_r = P_t η (1 − exp(−2 a² / w²))        w² = w_0² (1 + (d/z_R)²)        w_0 = D_t / (2 √2)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | a | radius of the receiver | m |
    /// | w, `w_0`, `z_R` | radius, waist and Rayleigh range of the beam, see [`GaussianBeam`] | m |
    /// | `D_t` | diameter of the sender | m |
    ///
    /// This waist makes the far field of the Gaussian beam equal that of the evenly lit aperture,
    /// so that the result goes over into [`OpticalLink::friis_power`] and never exceeds it, nor the
    /// power sent.
    ///
    /// # Assumes
    /// A Gaussian profile in place of the Fresnel pattern of an aperture near by; no central
    /// obscuration.
    ///
    /// # Valid for
    /// Any range. Within the Rayleigh range the true share depends on the profile, by some 10 %.
    ///
    /// # References
    /// As [`OpticalLink::friis_power`] and [`GaussianBeam`]
    pub fn received_power(&self, sent: Power) -> ReceivedPower {
        let share = self.beam().captured_fraction(self.range, self.receiver / 2.0);
        ReceivedPower {
            power: sent * (share * self.efficiency),
            is_far_field: self.diffraction_share().base() < FAR_FIELD_SHARE,
        }
    }

    /// The Gaussian beam whose far field is that of the evenly lit aperture, see
    /// [`OpticalLink::received_power`].
    pub fn beam(&self) -> GaussianBeam {
        let waist = self.transmitter / (2.0 * std::f64::consts::SQRT_2);
        GaussianBeam { waist, wavelength: self.wavelength }
    }

    /// Photons per time in a power at this wavelength, P λ / (h c), as of
    /// [`OpticalLink::friis_power`].
    pub fn photon_rate(&self, power: Power) -> Frequency {
        power * self.wavelength / (PLANCK * SPEED_OF_LIGHT)
    }

    /// Bits per time in a power at so many photons a bit.
    ///
    /// # Model
    /// ```text
    /// R = P λ / (h c n)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | R | rate | bit/s |
    /// | P | power received | W |
    /// | λ | wavelength | m |
    /// | n | photons that the receiver needs for a bit | 1 |
    ///
    /// # Assumes
    /// The receiver's need does not depend on the rate; see [`photons_per_bit`] for the bound of
    /// on-off keying.
    ///
    /// # Valid for
    /// Any power.
    ///
    /// # References
    /// Energy of a photon
    pub fn bit_rate(&self, power: Power, photons_per_bit: Count) -> InformationRate {
        InformationRate::from_base((self.photon_rate(power) / photons_per_bit).base())
    }

    fn diffraction_share(&self) -> Ratio {
        let gain = telescope_gain(self.transmitter, self.wavelength)
            * telescope_gain(self.receiver, self.wavelength);
        gain / free_space_loss(self.range, self.wavelength)
    }
}

/// A beam with a Gaussian profile.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GaussianBeam {
    /// Smallest radius, where the intensity falls to 1/e².
    pub waist: Length,
    /// Wavelength.
    pub wavelength: Length,
}

impl GaussianBeam {
    /// Range over which the beam stays narrow.
    ///
    /// # Model
    /// ```text
    /// z_R = π w_0² / λ        w(z) = w_0 √(1 + (z/z_R)²)        θ = λ / (π w_0)
    /// F = 1 − exp(−2 a² / w²)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `z_R` | Rayleigh range | m |
    /// | `w_0`, w | radius at the waist, at range z, to 1/e² of the intensity | m |
    /// | θ | half of the divergence | radian |
    /// | F | share of the power within the radius a | 1 |
    ///
    /// # Assumes
    /// Paraxial beam in vacuum, receiver on the axis.
    ///
    /// # Valid for
    /// Waists of many wavelengths.
    ///
    /// # References
    /// Paraxial wave equation
    pub fn rayleigh_range(&self) -> Length {
        self.waist * self.waist * PI / self.wavelength
    }

    /// Radius at a range; model as [`GaussianBeam::rayleigh_range`].
    pub fn radius(&self, range: Length) -> Length {
        let spread: Ratio = range / self.rayleigh_range();
        self.waist * (fraction(1.0) + spread * spread).sqrt()
    }

    /// Half of the divergence far away; model as [`GaussianBeam::rayleigh_range`].
    pub fn half_divergence(&self) -> Angle {
        let ratio: Ratio = self.wavelength / (self.waist * PI);
        Angle::from_base(ratio.base())
    }

    /// Share of the power that a round receiver on the axis catches; model as
    /// [`GaussianBeam::rayleigh_range`].
    pub fn captured_fraction(&self, range: Length, receiver_radius: Length) -> Ratio {
        let size: Ratio = receiver_radius / self.radius(range);
        fraction(-libm::expm1(-2.0 * (size * size).base()))
    }
}

impl GaussianBeam {
    /// Mean power that a small receiver is left with when the pointing trembles, at any range.
    ///
    /// # Model
    /// ```text
    /// ⟨exp(−2 (r d)²/w²)⟩ = 1 / (1 + 4 s² d²/w²)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | d, w | range, radius of the beam there | m |
    /// | s | jitter of each axis, standard deviation | radian |
    /// | r | error of the pointing | radian |
    ///
    /// # Assumes
    /// As [`pointing_loss`], whose far field it is. A receiver as wide as the beam loses less.
    ///
    /// # Valid for
    /// Any range and jitter.
    ///
    /// # References
    /// Integral in closed form
    pub fn steadiness(&self, range: Length, jitter: Angle) -> Ratio {
        let off: Ratio = range * jitter.base() / self.radius(range);
        fraction(1.0) / (fraction(1.0) + off * off * 4.0)
    }
}

/// Mean gain that is left when the pointing trembles.
///
/// # Model
/// ```text
/// ⟨exp(−2 r²/θ²)⟩ = 1 / (1 + 4 s²/θ²)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | θ | half of the divergence, to 1/e² | radian |
/// | s | jitter of each axis, standard deviation | radian |
/// | r | error of the pointing | radian |
///
/// # Assumes
/// Gaussian beam, Gaussian and equal jitter on both axes, no steady error. A mean: fades are
/// deeper.
///
/// # Valid for
/// Any jitter.
///
/// # References
/// Integral in closed form
pub fn pointing_loss(half_divergence: Angle, jitter: Angle) -> Ratio {
    let tremble: Ratio = jitter / half_divergence;
    fraction(1.0) / (fraction(1.0) + tremble * tremble * 4.0)
}

/// Gain on the axis of a sender with a Gaussian beam cut off by its telescope, over that of an
/// evenly lit one.
///
/// # Model
/// ```text
/// η = 2/α² (exp(−α²) − exp(−γ² α²))²
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | α | radius of the aperture over the radius of the beam | 1 |
/// | γ | diameter of the obscuration over that of the aperture | 1 |
///
/// # Assumes
/// Far field, on the axis, focused at infinity.
///
/// # Valid for
/// γ from 0 to below 1, α above 0.
///
/// # References
/// After \[Klein1974\], not read
pub fn truncated_gaussian_efficiency(obscuration: Ratio, truncation: Ratio) -> Ratio {
    let square = (truncation * truncation).base();
    let hole = (obscuration * obscuration).base();
    let edge = libm::exp(-square) - libm::exp(-hole * square);
    fraction(2.0 / square * edge * edge)
}

/// Best ratio of aperture to beam of [`truncated_gaussian_efficiency`]: radius over radius.
///
/// # Model
/// ```text
/// dη/dα = 0, by Newton's method from α = 1.12 − 1.30 γ² + 2.12 γ⁴
/// ```
/// Symbols as in [`truncated_gaussian_efficiency`]; eight steps at most.
///
/// # Assumes
/// As [`truncated_gaussian_efficiency`].
///
/// # Valid for
/// γ from 0 to 0.6; a larger one counts as 0.6.
///
/// # References
/// The fit of the start after \[Klein1974\], not read
pub fn optimum_truncation(obscuration: Ratio) -> Ratio {
    let hole = obscuration.base().clamp(0.0, LARGEST_OBSCURATION).powi(2);
    let start = 1.12 - 1.30 * hole + 2.12 * hole * hole;
    let mut square = start * start;
    for _ in 0..NEWTON_STEPS {
        // With u = α²: η ∝ g²/u, so that 2 u g' = g at the maximum; g = e^(−γ²u) − e^(−u).
        let (inner, outer) = (libm::exp(-hole * square), libm::exp(-square));
        let g = inner - outer;
        let slope = outer - hole * inner;
        let bend = hole * hole * inner - outer;
        square -= (2.0 * square * slope - g) / (slope + 2.0 * square * bend);
    }
    fraction(square.sqrt())
}

const LARGEST_OBSCURATION: f64 = 0.6;
const NEWTON_STEPS: u32 = 8;

/// Photons in a one that an ideal receiver needs, with light on for ones and off for zeros.
///
/// # Model
/// ```text
/// BER = exp(−n) / 2        n = −ln(2 BER)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | n | mean photons in a one | 1 |
/// | BER | share of bits in error | 1 |
///
/// # Assumes
/// Photon counting without noise or background, equal ones and zeros: the quantum limit. Real
/// receivers need ten to a hundred times more.
///
/// # Valid for
/// BER above 0 and below one half; from one half on, no photon is needed.
///
/// # References
/// Poisson statistics: a one is missed if no photon comes
pub fn photons_per_one(bit_error_ratio: Ratio) -> Ratio {
    fraction((-libm::log(2.0 * bit_error_ratio.base())).max(0.0))
}

/// Photons per bit, the mean over ones and zeros: half of [`photons_per_one`].
pub fn photons_per_bit(bit_error_ratio: Ratio) -> Ratio {
    photons_per_one(bit_error_ratio) / 2.0
}

/// Signal-to-noise factor Q that Gaussian noise allows at a bit error ratio.
///
/// # Model
/// ```text
/// BER = erfc(Q/√2) / 2
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | Q | half of the eye opening over the standard deviation of the noise | 1 |
///
/// # Assumes
/// Gaussian noise of equal strength on ones and zeros, threshold in the middle. Solved by Newton's
/// method on the logarithm, at most 12 steps.
///
/// # Valid for
/// BER from 1e-300 to 0.5; outside it the value at the end.
///
/// # References
/// Definition of the error function
pub fn q_factor(bit_error_ratio: Ratio) -> Ratio {
    let target = bit_error_ratio.base().clamp(1.0e-300, 0.5);
    let wanted = libm::log(target);
    // Upper bound erfc(Q/√2)/2 ≤ exp(−Q²/2)/2 as the start; the logarithm is concave, so the steps
    // converge.
    let mut q = (-2.0 * (wanted + std::f64::consts::LN_2)).max(0.0).sqrt();
    for _ in 0..Q_STEPS {
        let tail = 0.5 * libm::erfc(q / std::f64::consts::SQRT_2);
        let slope = -libm::exp(-0.5 * q * q) / ((2.0 * PI).sqrt() * tail);
        q -= (libm::log(tail) - wanted) / slope;
    }
    fraction(q.max(0.0))
}

const Q_STEPS: u32 = 12;

#[cfg(test)]
mod tests;
