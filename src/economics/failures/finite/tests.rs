use super::*;
use crate::economics::failures::Attrition;
use crate::units::{Frequency, Time, per_year, year};

/// One node after the other, and each number from its definition: three powers a node.
fn one_by_one(law: Law, life: f64, working: f64, spares: f64) -> f64 {
    let all = working + spares;
    let crossing = libm::log1p(spares / working);
    let end = crossing + DEVIATIONS * (spares / all / working).sqrt() + FOLDS / working;
    let power = (1.0 / law.shape).max(1.0);
    let place = |hazard: f64| libm::pow(law.time(hazard) / life, 1.0 / power).min(1.0);
    let loss = |place: f64| {
        let rise = power * libm::pow(place, power - 1.0);
        let hazard = law.hazard(life * libm::pow(place, power));
        if hazard >= NOTHING_LEFT {
            return 0.0;
        }
        let failures = Failures::at(hazard, working, spares);
        let left: f64 = (0_u32..)
            .zip(&failures.chances[..=places(spares)])
            .map(|(count, chance)| (spares - f64::from(count)) * chance)
            .sum();
        rise * if hazard < crossing { failures.uncovered } else { left }
    };
    let (middle, last) = (place(crossing), place(end));
    (RULE.integrate(0.0, middle, loss) + RULE.integrate(middle, last, loss)) / working
}

#[test]
fn nodes_side_by_side_are_the_nodes_one_by_one() {
    for shape in [0.05, 0.3, 0.452_1, 0.8, 0.999, 1.001, 1.3, 2.0, 6.0, 20.0] {
        for failure in [1e-6, 0.01, 0.06, 0.4, 0.99] {
            for (working, spares) in [(1.0, 1.0), (3.0, 4.0), (26.0, 5.0), (54.0, 11.0)] {
                for life in [0.5, 5.0, 30.0] {
                    let attrition = Attrition {
                        failure_rate: Frequency::new::<per_year>(failure),
                        shape: fraction(shape),
                        spares: fraction(spares / working),
                        life: Time::new::<year>(life),
                    };
                    let law = attrition.law().unwrap();
                    let got = scatter(law, life, working, spares);
                    let want = one_by_one(law, life, working, spares);
                    let many = law.delivered(spares / working, life);
                    assert!(
                        (got - want).abs() <= 1e-15 * many,
                        "{shape} {failure} {working}+{spares} {life}: {got} for {want}"
                    );
                }
            }
        }
    }
}

#[test]
fn hazards_that_leave_nothing_are_numbers() {
    let mut hazards = [NOTHING_LEFT; NODES];
    (hazards[1], hazards[2], hazards[3]) = (1e300, f64::INFINITY, 0.0);
    for (working, spares) in [(1.0, 1.0), (20.0, 32.0), (1.8e19, 3.0)] {
        let (uncovered, left) = lacks(&hazards, working, spares);
        assert!(uncovered.iter().chain(&left).all(|number| number.is_finite()));
        assert!((left[3] - spares).abs() < 1e-12 && uncovered[3] <= 0.0);
    }
}
