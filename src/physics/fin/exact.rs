//! The fin's first integral, solved for the tip.

use crate::numeric::quadrature::HALF_OF_EIGHT;

/// Result of the integral.
#[derive(Debug, Clone, Copy)]
pub(super) struct Solution {
    /// Heat over that of an isothermal fin.
    pub(super) effectiveness: f64,
    /// Temperature of the tip over that of the root.
    pub(super) tip: f64,
}

const PIECES: u8 = 5;
/// Below this conductance number the first term of the series is exact to rounding.
const SMALL_NUMBER: f64 = 1.0e-9;
/// Above this sink ratio the fin is linear to rounding of what the caller asks.
const LINEAR_SINK: f64 = 1.0 - 1.0e-6;
/// Logarithm of (root − sink)/(tip − sink) beyond which the tip has the sink's temperature.
const LONGEST: f64 = 30.0;

/// Solves the fin for a conductance number and a sink ratio.
pub(super) fn solve(number: f64, sink: f64) -> Solution {
    let sink = sink.max(0.0);
    if number < SMALL_NUMBER {
        let number = number.max(0.0);
        let loss = number * (1.0 - sink.powi(4));
        return Solution { effectiveness: 1.0 - 4.0 / 3.0 * number, tip: 1.0 - 0.5 * loss };
    }
    if sink > LINEAR_SINK {
        let slope = (number * (1.0 + sink) * (1.0 + sink * sink)).sqrt();
        return Solution {
            effectiveness: libm::tanh(slope) / slope,
            tip: sink + (1.0 - sink) / libm::cosh(slope),
        };
    }
    let depth = depth_of_tip((2.0 * number).sqrt(), sink);
    let excess = (1.0 - sink) * libm::exp(-depth);
    let fall = -(1.0 - sink) * libm::expm1(-depth);
    let gradient = (2.0 * fall * mean_emission(1.0 - sink, excess, sink) / number).sqrt();
    Solution { effectiveness: gradient / (1.0 - sink.powi(4)), tip: sink + excess }
}

/// Mean of θ⁴ − `θ_s`⁴ from the tip to a point, as a sum of positive terms in their excesses over
/// the sink.
fn mean_emission(point: f64, tip: f64, sink: f64) -> f64 {
    let second = (point + tip) * point + tip * tip;
    let third = second * point + tip.powi(3);
    let fourth = third * point + tip.powi(4);
    ((2.0 * sink * (point + tip) + 2.0 * second) * sink + third) * sink + 0.2 * fourth
}

/// The integral of dθ / √g from the tip to the root, for a tip given by ln((1 − `θ_s`)/(`θ_t` −
/// `θ_s`)).
fn length(depth: f64, sink: f64) -> f64 {
    let excess = (1.0 - sink) * libm::exp(-depth);
    let delta = libm::expm1(depth);
    let end = libm::log1p(delta + (delta * (delta + 2.0)).sqrt());
    let half = 0.5 * end / f64::from(PIECES);
    let mut sum = 0.0;
    for piece in 0..PIECES {
        let middle = half * f64::from(2 * piece + 1);
        for (point, weight) in HALF_OF_EIGHT {
            for position in [middle - half * point, middle + half * point] {
                let sinh = libm::sinh(0.5 * position);
                let cosh = (1.0 + sinh * sinh).sqrt();
                let point = excess * (1.0 + 2.0 * sinh * sinh);
                let mean = mean_emission(point, excess, sink);
                sum += weight * cosh / mean.sqrt();
            }
        }
    }
    (2.0 * excess).sqrt() * half * sum
}

/// Depth at which [`length`] is `target`: bracketing by the Illinois rule on logarithms.
fn depth_of_tip(target: f64, sink: f64) -> f64 {
    let miss = |log_depth: f64| libm::log(length(libm::exp(log_depth), sink) / target);
    let (mut low, mut high) = (libm::log(SMALL_NUMBER * 1.0e-3), libm::log(LONGEST));
    let (mut at_low, mut at_high) = (miss(low), miss(high));
    if at_high <= 0.0 {
        return LONGEST;
    }
    if at_low >= 0.0 {
        return libm::exp(low);
    }
    let mut last = 0.0;
    for _ in 0..200 {
        let middle = high - at_high * (high - low) / (at_high - at_low);
        let value = miss(middle);
        if value > 0.0 {
            (high, at_high) = (middle, value);
            if last > 0.0 {
                at_low *= 0.5;
            }
        } else {
            (low, at_low) = (middle, value);
            if last < 0.0 {
                at_high *= 0.5;
            }
        }
        last = value;
        if value.abs() < 1.0e-14 || high - low < 1.0e-15 * high.abs() {
            break;
        }
    }
    libm::exp(if last > 0.0 { high } else { low })
}
