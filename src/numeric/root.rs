//! Roots of functions of one variable in a bracket.

use thiserror::Error;

/// Why no root came out.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum RootError {
    /// The function has the same sign, or is not a number, at both ends.
    #[error("no change of sign between {low} and {high}")]
    NotBracketed {
        /// Low end.
        low: f64,
        /// High end.
        high: f64,
    },
    /// The steps ran out before the bracket was narrow enough.
    #[error("root between {low} and {high} not found within {steps} steps")]
    NotConverged {
        /// Low end of what is left.
        low: f64,
        /// High end of what is left.
        high: f64,
        /// Steps taken.
        steps: u32,
    },
}

/// When the search for a root ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tolerance {
    /// Width of the bracket that is narrow enough.
    pub width: f64,
    /// Most steps taken.
    pub steps: u32,
}

/// Root of `function` between `low` and `high` by Brent's method.
///
/// Secant and inverse quadratic steps are taken while they shrink the bracket at least as fast as
/// bisection would; else the bracket is halved.
///
/// # Errors
/// [`RootError`] if the ends do not bracket a root or the steps run out.
pub fn bracketed(
    mut function: impl FnMut(f64) -> f64,
    (low, high): (f64, f64),
    tolerance: Tolerance,
) -> Result<f64, RootError> {
    let (mut a, mut b) = (low, high);
    let (mut fa, mut fb) = (function(a), function(b));
    if fa == 0.0 {
        return Ok(a);
    }
    if fb == 0.0 {
        return Ok(b);
    }
    // written so that a value that is not a number is refused too
    let brackets = fa * fb < 0.0;
    if !brackets {
        return Err(RootError::NotBracketed { low, high });
    }
    let (mut c, mut fc) = (a, fa);
    let mut step = b - a;
    let mut before_last = step;
    for _ in 0..tolerance.steps {
        if fc.abs() < fb.abs() {
            (a, b, c) = (b, c, b);
            (fa, fb, fc) = (fb, fc, fb);
        }
        let narrow = 2.0 * f64::EPSILON * b.abs() + 0.5 * tolerance.width;
        let half = 0.5 * (c - b);
        if half.abs() <= narrow || fb == 0.0 {
            return Ok(b);
        }
        (step, before_last) = match interpolated([a, b, c], [fa, fb, fc], half) {
            Some(jump)
                if before_last.abs() >= narrow
                    && fa.abs() > fb.abs()
                    && jump.abs()
                        < (1.5 * half.abs() - 0.5 * narrow).min(0.5 * before_last.abs()) =>
            {
                (jump, step)
            }
            _ => (half, half),
        };
        (a, fa) = (b, fb);
        b += if step.abs() > narrow { step } else { narrow.copysign(half) };
        fb = function(b);
        if (fb > 0.0) == (fc > 0.0) {
            (c, fc) = (a, fa);
            step = b - a;
            before_last = step;
        }
    }
    Err(RootError::NotConverged { low: b.min(c), high: b.max(c), steps: tolerance.steps })
}

/// Step from `b` towards the root by a secant (two points) or an inverse parabola (three points).
fn interpolated([a, b, c]: [f64; 3], [fa, fb, fc]: [f64; 3], half: f64) -> Option<f64> {
    let s = fb / fa;
    let (p, q) = if (a - c).abs() > 0.0 {
        let (q, r) = (fa / fc, fb / fc);
        (s * (2.0 * half * q * (q - r) - (b - a) * (r - 1.0)), (q - 1.0) * (r - 1.0) * (s - 1.0))
    } else {
        (2.0 * half * s, 1.0 - s)
    };
    let jump = -p / q;
    // only a step towards `c` stays inside the bracket
    (jump.is_finite() && jump * half > 0.0).then_some(jump)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FINE: Tolerance = Tolerance { width: 1e-13, steps: 60 };

    #[test]
    fn root_of_a_cubic_is_found() {
        let root = bracketed(|x| x * x * x - 2.0, (0.0, 2.0), FINE).unwrap();
        assert!((root - 2.0_f64.cbrt()).abs() < 1e-12);
    }

    #[test]
    fn few_evaluations_do_for_a_smooth_function() {
        let mut calls = 0;
        let root = bracketed(
            |x| {
                calls += 1;
                libm::cos(x) - x
            },
            (0.0, 1.0),
            FINE,
        );
        assert!((root.unwrap() - 0.739_085_133_215_160_6).abs() < 1e-12);
        assert!(calls <= 12, "{calls} calls");
    }

    #[test]
    fn flat_and_steep_functions_end_within_the_steps() {
        for power in [3, 9, 21] {
            let root = bracketed(
                |x: f64| (x - 0.3).powi(power),
                (-1.0, 4.0),
                Tolerance { width: 1e-6, steps: 200 },
            );
            assert!((root.unwrap() - 0.3).abs() < 1e-5);
        }
        let patient = Tolerance { width: 1e-12, steps: 200 };
        let jump = bracketed(|x| if x < 0.7 { -1.0 } else { 1e9 }, (0.0, 1.0), patient).unwrap();
        assert!((jump - 0.7).abs() < 1e-11);
    }

    #[test]
    fn ends_of_one_sign_are_refused() {
        let error = bracketed(|x| x * x + 1.0, (-1.0, 1.0), FINE).unwrap_err();
        assert_eq!(error.to_string(), "no change of sign between -1 and 1");
        assert!(bracketed(|_| f64::NAN, (0.0, 1.0), FINE).is_err());
    }

    #[test]
    fn too_few_steps_are_reported() {
        let error =
            bracketed(|x| x * x * x - 2.0, (0.0, 2.0), Tolerance { width: 1e-13, steps: 2 });
        assert!(matches!(error, Err(RootError::NotConverged { steps: 2, .. })));
    }
}
