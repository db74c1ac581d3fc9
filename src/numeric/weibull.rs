//! Mean of what a Weibull law leaves, and the tails of counts: kernels of failures.

/// Terms of a series or a fraction at most; about forty are needed.
const MOST_TERMS: u32 = 300;
/// From here on the continued fraction is shorter than the series.
const SERIES_END: f64 = 12.0;

/// Mean of e^(−x u^(1/a)) over u from 0 to 1, for positive `a` up to 20 and `x` of zero or more.
///
/// This is a γ(a, x)/x^a with the lower incomplete gamma function γ: the series e^(−x) Σ
/// xⁿ/((a+1)…(a+n)) up to 12, beyond it Γ(a+1)/x^a less Legendre's continued fraction. Both after
/// \[Abramowitz1972\], 6.5.29 and 6.5.31, not read; relative error below 1e-13.
pub fn mean_survival(a: f64, x: f64) -> f64 {
    if x < SERIES_END {
        let (mut term, mut sum) = (1.0, 1.0);
        for n in 1..MOST_TERMS {
            term *= x / (a + f64::from(n));
            sum += term;
            if term < 1e-17 * sum {
                break;
            }
        }
        return libm::exp(-x) * sum;
    }
    (libm::tgamma(a + 1.0) - a * upper_gamma(a, x)) * libm::pow(x, -a)
}

/// Upper incomplete gamma function Γ(a, x) for `x` above a + 1, by Lentz's method.
fn upper_gamma(a: f64, x: f64) -> f64 {
    let factor = libm::exp(a * libm::log(x) - x);
    if factor == 0.0 {
        return 0.0;
    }
    let mut b = x + 1.0 - a;
    let mut c = 1.0e300;
    let mut d = 1.0 / b;
    let mut value = d;
    for n in 1..MOST_TERMS {
        let n = f64::from(n);
        let part = n * (a - n);
        b += 2.0;
        d = 1.0 / (part * d + b);
        c = b + part / c;
        let change = c * d;
        value *= change;
        if (change - 1.0).abs() < 1e-16 {
            break;
        }
    }
    factor * value
}

/// ∫ φ(u) − |u| Φ(−|u|) du from −∞ to `z`, with the normal density φ and distribution Φ; one half
/// in all.
///
/// It is ((1 + z²) Φ(z) + z φ(z))/2 for negative `z`, and one half less its mirror image for
/// positive.
pub fn mean_shortfall(z: f64) -> f64 {
    let side = z.abs();
    let density = libm::exp(-0.5 * side * side) / (2.0 * std::f64::consts::PI).sqrt();
    let beyond = 0.5 * libm::erfc(side * std::f64::consts::FRAC_1_SQRT_2);
    // beyond 38 both terms are zero, and infinity would multiply one of them
    let tail =
        if side > 38.0 { 0.0 } else { 0.5 * ((1.0 + side * side) * beyond - side * density) };
    if z < 0.0 { tail } else { 0.5 - tail }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::quadrature::GaussLegendre;

    static RULE: GaussLegendre<32> = GaussLegendre::new();

    /// In pieces that crowd at the lower end.
    fn pieces(low: f64, high: f64, function: impl Fn(f64) -> f64) -> f64 {
        let border = |at: u32| low + (high - low) * (f64::from(at) / 64.0).powi(4);
        (0..64).map(|at| RULE.integrate(border(at), border(at + 1), &function)).sum()
    }

    #[test]
    fn mean_survival_is_its_integral() {
        for a in [0.1, 0.2, 0.5, 1.0, 2.0, 2.212, 5.0, 10.0] {
            for x in [0.0, 1e-9, 0.03, 0.7, 3.0, 11.9, 12.1, 40.0, 300.0] {
                // v = u^(1/a) beyond one, so that the integrand is smooth at zero
                let power: f64 = if a > 1.0 { a } else { 1.0 };
                let want = pieces(0.0, 1.0, |v| {
                    let u = libm::pow(v, power);
                    power * libm::pow(v, power - 1.0) * libm::exp(-x * libm::pow(u, 1.0 / a))
                });
                let got = mean_survival(a, x);
                assert!((got / want - 1.0).abs() < 1e-10, "{a} {x}: {got} for {want}");
            }
        }
    }

    #[test]
    fn series_and_fraction_meet() {
        for a in [0.1, 0.5, 1.0, 3.0, 5.0, 10.0] {
            let below = mean_survival(a, SERIES_END * (1.0 - 1e-15));
            let above = mean_survival(a, SERIES_END);
            assert!((below / above - 1.0).abs() < 1e-12, "{a}: {below} {above}");
        }
    }

    #[test]
    fn mean_survival_of_one_is_that_of_a_constant_rate() {
        for x in [1e-6, 0.3, 5.0, 20.0, 400.0] {
            let want = -libm::expm1(-x) / x;
            assert!((mean_survival(1.0, x) / want - 1.0).abs() < 1e-13, "{x}");
        }
    }

    #[test]
    fn mean_shortfall_is_its_integral() {
        let integrand = |u: f64| {
            let side = u.abs();
            libm::exp(-0.5 * side * side) / (2.0 * std::f64::consts::PI).sqrt()
                - side * 0.5 * libm::erfc(side / std::f64::consts::SQRT_2)
        };
        for z in [-6.0_f64, -2.0, -0.3, 0.0, 0.7, 3.0] {
            // the integrand has a kink at zero
            let want = pieces(-12.0, z.min(0.0), integrand) + pieces(0.0, z.max(0.0), integrand);
            assert!((mean_shortfall(z) - want).abs() < 1e-13, "{z}");
        }
        assert!((mean_shortfall(f64::INFINITY) - 0.5).abs() < 1e-15);
        assert!(mean_shortfall(f64::NEG_INFINITY).abs() < 1e-15);
    }
}
