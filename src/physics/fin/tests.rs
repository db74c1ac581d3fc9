use super::*;
use crate::units::{kelvin, millimeter, watt_per_meter_kelvin};

/// Conductance number, sink ratio, effectiveness, tip ratio: rows of `fin_efficiency_rect.csv`.
const REFERENCE: [(f64, f64, f64, f64); 4] = [
    (0.01, 0.0, 0.986_952_567_4, 0.995_081_476_8),
    (0.1, 0.0, 0.890_035_149_8, 0.956_820_500_8),
    (0.5, 0.0, 0.663_434_712_2, 0.852_329_189_5),
    (0.75, 0.0, 0.588_125_598_3, 0.811_285_020_8),
];

#[test]
fn reference_fins_are_met_to_nine_digits() {
    for (number, sink, effectiveness, tip) in REFERENCE {
        let solution = exact::solve(number, sink);
        assert!((solution.effectiveness - effectiveness).abs() < 2.0e-10, "Nc {number}");
        assert!((solution.tip - tip).abs() < 2.0e-10, "Nc {number}");
    }
}

#[test]
fn the_table_follows_the_exact_integral_over_its_whole_range() {
    let mut worst: f64 = 0.0;
    for step in 0..=80_u8 {
        let number = 20.0 * (f64::from(step) / 80.0).powi(3);
        for sink in (0..=33_u8).map(|part| f64::from(part) * 0.03) {
            let fast = effectiveness(fraction(number), fraction(sink)).base();
            worst = worst.max((fast - exact::solve(number, sink).effectiveness).abs());
        }
    }
    assert!(worst < 5.0e-6, "largest difference {worst:e}");
}

#[test]
fn the_table_is_the_chebyshev_sum_of_the_exact_integral() {
    let nodes =
        |n: u32| (0..n).map(move |k| std::f64::consts::PI * (f64::from(k) + 0.5) / f64::from(n));
    let least = table::variable(table::HIGHEST_NUMBER);
    let mut sums = [[0.0_f64; table::SINK_TERMS]; table::NUMBER_TERMS];
    for first in nodes(24) {
        let variable = 0.5 * (1.0 + least + (1.0 - least) * libm::cos(first));
        let number = (variable.powi(-2) - 1.0) / table::STRETCH;
        for second in nodes(20) {
            let value = exact::solve(number, 0.5 + 0.5 * libm::cos(second)).effectiveness;
            for (i, row) in sums.iter_mut().enumerate() {
                let along = value * libm::cos(i as f64 * first) / 480.0;
                for (j, cell) in row.iter_mut().enumerate() {
                    let twice = if i == 0 { 1.0 } else { 2.0 } * if j == 0 { 1.0 } else { 2.0 };
                    *cell += twice * along * libm::cos(j as f64 * second);
                }
            }
        }
    }
    let worst = sums.iter().flatten().zip(table::coefficients().iter().flatten());
    let worst = worst.map(|(want, got)| (want - got).abs()).fold(0.0, f64::max);
    assert!(worst < 2.0 * table::UNIT, "a coefficient is off by {worst:e}");
}

#[test]
fn a_perfect_conductor_loses_nothing() {
    assert!((effectiveness(fraction(0.0), fraction(0.7)).base() - 1.0).abs() < 5.0e-6);
    assert!((effectiveness_exact(fraction(0.0), fraction(0.7)).base() - 1.0).abs() < 1.0e-15);
}

#[test]
fn short_and_long_fins_reach_their_limits() {
    let short = exact::solve(1.0e-6, 0.4).effectiveness;
    assert!((short - (1.0 - 4.0e-6 / 3.0)).abs() < 1.0e-11);
    let long = exact::solve(1.0e6, 0.0).effectiveness;
    assert!((long / (0.4e-6_f64).sqrt() - 1.0).abs() < 1.0e-3);
}

#[test]
fn a_sink_close_to_the_root_makes_the_linear_fin() {
    let slope = 8.0_f64.sqrt();
    let linear = libm::tanh(slope) / slope;
    assert!((exact::solve(2.0, 1.0 - 1.0e-5).effectiveness - linear).abs() < 1.0e-5);
    assert!((effectiveness(fraction(2.0), fraction(1.0)).base() - linear).abs() < 5.0e-6);
    assert!((effectiveness(fraction(2.0), fraction(1.000_001)).base() - linear).abs() < 1.0e-5);
}

#[test]
fn every_input_gives_a_share_between_zero_and_one() {
    for number in [0.0, 1.0e-12, 1.0e-9, 1.0e-3, 1.0, 19.9, 20.1, 1.0e3, 1.0e9] {
        for sink in [0.0, 1.0e-6, 0.3, 0.99, 0.999_999, 1.0, 1.2, 3.0] {
            let share = effectiveness(fraction(number), fraction(sink)).base();
            assert!(share > 0.0 && share <= 1.0 + 5.0e-6, "Nc {number}, sink {sink}: {share}");
        }
    }
}

#[test]
fn least_mass_fin_has_effectiveness_0_5653_at_number_0_8464() {
    let fin = least_mass_fin();
    assert!((fin.conductance_number.base() - 0.846_421_244).abs() < 1.0e-5);
    assert!((fin.effectiveness.base() - 0.565_334_065_5).abs() < 1.0e-5);
}

#[test]
fn conductance_number_follows_its_definition() {
    let fin = Fin::new(FinParameters {
        length: Length::new::<millimeter>(50.0),
        thickness: Length::new::<millimeter>(0.5),
        conductivity: Conductivity::new::<watt_per_meter_kelvin>(167.0),
    })
    .unwrap();
    let root = Temperature::new::<kelvin>(330.0);
    let number = fin.conductance_number(fraction(0.9), fraction(2.0), root).base();
    assert!((number - 0.109_819_533_500_6).abs() < 1.0e-12, "{number}");
}
