//! Gauss-Legendre quadrature with nodes computed at build time.

/// One abscissa and weight of a rule on 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Node {
    /// Place in 0 to 1.
    pub place: f64,
    /// Weight; the weights of a rule sum to 1.
    pub weight: f64,
}

/// Positive half of the abscissas and weights of the eight-point rule on −1 to 1.
pub const HALF_OF_EIGHT: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

/// Gauss-Legendre rule of `N` nodes on 0 to 1, exact for polynomials of degree `2 N - 1`.
///
/// A `const` of this type holds the nodes, so that nothing is computed at run time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GaussLegendre<const N: usize> {
    /// Nodes in ascending order.
    pub nodes: [Node; N],
}

impl<const N: usize> GaussLegendre<N> {
    /// Finds the nodes by Newton's method from Chebyshev's estimate.
    #[must_use]
    pub const fn new() -> Self {
        let mut nodes = [Node { place: 0.5, weight: 1.0 }; N];
        let mut index = 0;
        while index < N {
            let turn = (index as f64 + 0.75) / (N as f64 + 0.5);
            let mut x = cosine_of_half_turns(turn);
            let mut slope = 1.0;
            let mut step = 0;
            while step < 8 {
                let (value, derivative) = legendre(N, x);
                slope = derivative;
                x -= value / derivative;
                step += 1;
            }
            let weight = 1.0 / ((1.0 - x * x) * slope * slope);
            nodes[index] = Node { place: 0.5 * (1.0 - x), weight };
            index += 1;
        }
        Self { nodes }
    }

    /// Integral of `function` from `low` to `high`.
    pub fn integrate(&self, low: f64, high: f64, mut function: impl FnMut(f64) -> f64) -> f64 {
        let width = high - low;
        let sum: f64 =
            self.nodes.iter().map(|node| node.weight * function(low + width * node.place)).sum();
        width * sum
    }
}

impl<const N: usize> Default for GaussLegendre<N> {
    fn default() -> Self {
        Self::new()
    }
}

/// Legendre polynomial of this degree and its derivative.
const fn legendre(degree: usize, x: f64) -> (f64, f64) {
    let (mut before, mut value) = (1.0, x);
    let mut k = 2;
    while k <= degree {
        let next = ((2 * k - 1) as f64 * x * value - (k - 1) as f64 * before) / k as f64;
        before = value;
        value = next;
        k += 1;
    }
    (value, degree as f64 * (before - x * value) / (1.0 - x * x))
}

/// Cosine of π times `turn`, good to 1e-3, as a start for Newton's method.
const fn cosine_of_half_turns(turn: f64) -> f64 {
    let x = 0.5 - turn;
    let angle = std::f64::consts::PI * x;
    let square = angle * angle;
    angle * (1.0 - square / 6.0 * (1.0 - square / 20.0 * (1.0 - square / 42.0)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIVE: GaussLegendre<5> = GaussLegendre::new();

    #[test]
    fn five_nodes_integrate_the_ninth_power_exactly() {
        let integral = FIVE.integrate(0.0, 2.0, |x| x.powi(9));
        assert!((integral - 102.4).abs() < 1e-12);
    }

    #[test]
    fn five_nodes_fail_on_the_tenth_power() {
        let integral = FIVE.integrate(0.0, 1.0, |x| x.powi(10));
        assert!((integral - 1.0 / 11.0).abs() > 1e-7);
    }

    #[test]
    fn nodes_of_the_two_point_rule_are_known_roots() {
        let rule = GaussLegendre::<2>::new();
        assert!((rule.nodes[0].place - (0.5 - 0.5 / 3.0_f64.sqrt())).abs() < 1e-15);
        assert!((rule.nodes[1].weight - 0.5).abs() < 1e-15);
    }

    #[test]
    fn weights_of_a_long_rule_sum_to_one() {
        let rule = GaussLegendre::<64>::new();
        let sum: f64 = rule.nodes.iter().map(|node| node.weight).sum();
        assert!((sum - 1.0).abs() < 1e-13);
        assert!(rule.nodes.windows(2).all(|pair| pair[0].place < pair[1].place));
    }

    #[test]
    fn the_half_rule_is_that_of_eight_nodes() {
        let rule = GaussLegendre::<8>::new();
        for (node, (place, weight)) in rule.nodes[4..].iter().zip(HALF_OF_EIGHT) {
            assert!((2.0 * node.place - 1.0 - place).abs() < 1e-15);
            assert!((2.0 * node.weight - weight).abs() < 1e-15);
        }
    }

    #[test]
    fn one_node_is_the_midpoint_rule() {
        let integral = GaussLegendre::<1>::new().integrate(0.0, 1.0, |x| 3.0 * x);
        assert!((integral - 1.5).abs() < 1e-15);
    }
}
