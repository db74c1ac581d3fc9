//! Least value of a function of one variable.

/// Place of the least value of a function with one valley between two ends, by golden section.
///
/// Each step leaves 0.618 of the stretch; the middle of what is left after the last is given. With
/// more than one valley it is one of them.
pub fn golden_section(
    mut function: impl FnMut(f64) -> f64,
    (mut low, mut high): (f64, f64),
    steps: u32,
) -> f64 {
    let section = 0.5 * (5.0_f64.sqrt() - 1.0);
    for _ in 0..steps {
        let (left, right) = (high - section * (high - low), low + section * (high - low));
        if function(left) < function(right) { high = right } else { low = left }
    }
    0.5 * (low + high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn valleys_are_found_inside_and_at_either_end() {
        let near = |got: f64, expected: f64| assert!((got - expected).abs() < 1e-7, "{got}");
        near(golden_section(|x| (x - 1.25) * (x - 1.25), (0.0, 5.0), 60), 1.25);
        near(golden_section(|x| x.exp() - 2.0 * x, (-3.0, 3.0), 60), 2.0_f64.ln());
        near(golden_section(|x| x, (2.0, 5.0), 60), 2.0);
        near(golden_section(|x| -x, (2.0, 5.0), 60), 5.0);
    }
}
