//! The rate at which yearly flows are worth nothing.

use crate::units::{Frequency, Money, per_year};

/// Rates at which the present value of yearly flows is zero.
#[derive(Debug, Clone, PartialEq)]
pub enum InternalRate {
    /// No rate above -1/yr makes the flows worth nothing.
    None,
    /// Exactly one does.
    Single(Frequency),
    /// More than one does, rising; no single number describes these flows.
    Ambiguous(Vec<Frequency>),
}

impl InternalRate {
    /// All of them, rising.
    pub fn rates(&self) -> &[Frequency] {
        match self {
            Self::None => &[],
            Self::Single(rate) => std::slice::from_ref(rate),
            Self::Ambiguous(rates) => rates,
        }
    }
}

/// All rates above -1/yr at which yearly flows, the first of which falls today, are worth nothing.
///
/// # Model
/// ```text
/// Σ_t C_t v^t = 0,  v = 1/(1 + r) > 0
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `C_t` | flow of year t | USD |
/// | r | internal rate of return | 1/yr |
///
/// Every positive root is bracketed: between two neighboring roots of the derivative a polynomial
/// is monotonic, so each derivative's roots split the next lower one into brackets, which are
/// halved to the last bit.
///
/// # Assumes
/// Flows once a year. A root that the sum touches without crossing is found where the sum vanishes
/// within rounding.
///
/// # Valid for
/// Any flows; all zero gives [`InternalRate::None`]. Work grows with the square of the number of
/// years.
///
/// # References
/// \[Numpy2019\], Notes, for the equation
pub fn internal_rate_of_return(flows: &[Money]) -> InternalRate {
    let values: Vec<f64> = flows.iter().map(|flow| flow.base()).collect();
    let rates: Vec<Frequency> = positive_roots(&values)
        .iter()
        .rev()
        .map(|factor| Frequency::new::<per_year>(1.0 / factor - 1.0))
        .collect();
    match rates.as_slice() {
        [] => InternalRate::None,
        [rate] => InternalRate::Single(*rate),
        _ => InternalRate::Ambiguous(rates),
    }
}

/// Positive roots of the polynomial with these coefficients (constant first), rising.
fn positive_roots(coefficients: &[f64]) -> Vec<f64> {
    let finite = coefficients.iter().all(|value| value.is_finite());
    let Some(first) = coefficients.iter().position(|value| *value != 0.0) else {
        return Vec::new();
    };
    let last = coefficients.iter().rposition(|value| *value != 0.0).unwrap_or(first);
    if !finite || last == first {
        return Vec::new();
    }
    let mut derivatives = vec![scaled(&coefficients[first..=last])];
    for _ in 1..(last - first) {
        let next = derivatives.last().map(|polynomial| scaled(&derivative(polynomial)));
        derivatives.extend(next);
    }
    let bound = root_bound(&derivatives[0]);
    derivatives.iter().rev().fold(Vec::new(), |turning_points, polynomial| {
        roots_between(polynomial, &turning_points, bound)
    })
}

fn derivative(polynomial: &[f64]) -> Vec<f64> {
    polynomial.iter().enumerate().skip(1).map(|(power, value)| *value * power as f64).collect()
}

fn scaled(polynomial: &[f64]) -> Vec<f64> {
    let largest = polynomial.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    polynomial.iter().map(|value| value / largest).collect()
}

/// Cauchy's bound: no root is larger. By Gauss and Lucas it holds for the derivatives too.
fn root_bound(polynomial: &[f64]) -> f64 {
    let leading = polynomial.last().map_or(1.0, |value| value.abs());
    1.0 + polynomial.iter().fold(0.0_f64, |largest, value| largest.max(value.abs())) / leading
}

fn roots_between(polynomial: &[f64], turning_points: &[f64], bound: f64) -> Vec<f64> {
    let mut roots = Vec::with_capacity(turning_points.len() + 1);
    let mut left = (0.0, sign_at(polynomial, 0.0));
    for point in turning_points.iter().copied().chain([bound]) {
        let right = (point, sign_at(polynomial, point));
        if right.1 == 0 {
            roots.push(point);
        } else if left.1 * right.1 < 0 {
            roots.push(halved(polynomial, left, right.0));
        }
        left = right;
    }
    roots.dedup_by(|second, first| (*second - *first).abs() <= 1e-12 * first.abs());
    roots
}

/// Sign of the polynomial; zero where its terms cancel within rounding.
fn sign_at(polynomial: &[f64], point: f64) -> i8 {
    let (value, size) = polynomial.iter().rev().fold((0.0, 0.0), |(value, size), coefficient| {
        (value * point + coefficient, size * point + coefficient.abs())
    });
    let rounding = polynomial.len() as f64 * f64::EPSILON * size;
    i8::from(value > rounding) - i8::from(value < -rounding)
}

/// Halves a bracket to the last bit; 1100 halvings cover every pair of doubles.
fn halved(polynomial: &[f64], (mut low, sign_low): (f64, i8), mut high: f64) -> f64 {
    for _ in 0..1100 {
        let middle = 0.5 * (low + high);
        if middle <= low || middle >= high {
            break;
        }
        let sign = sign_at(polynomial, middle);
        if sign == 0 {
            return middle;
        }
        if sign == sign_low {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}
