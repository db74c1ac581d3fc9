use super::*;
use crate::numeric::quadrature::GaussLegendre;
use crate::units::{per_year, year};

static RULE: GaussLegendre<32> = GaussLegendre::new();

fn attrition(failure: f64, shape: f64, spares: f64, life: f64) -> Attrition {
    Attrition {
        failure_rate: Frequency::new::<per_year>(failure),
        shape: fraction(shape),
        spares: fraction(spares),
        life: Time::new::<year>(life),
    }
}

fn many(failure: f64, shape: f64, spares: f64, life: f64) -> f64 {
    delivered_share(&attrition(failure, shape, spares, life)).base()
}

fn few(failure: f64, shape: f64, (working, spares): (u64, f64), life: f64) -> f64 {
    let attrition = attrition(failure, shape, spares / working as f64, life);
    delivered_by(&Batch { attrition, working: fraction(working as f64) }).base()
}

fn close(got: f64, want: f64, relative: f64) -> bool {
    (got - want).abs() <= relative * got.abs().max(want.abs())
}

fn hazard(failure: f64, shape: f64, time: f64) -> f64 {
    -libm::log1p(-failure) * libm::pow(time, shape)
}

/// Integral over the life in many pieces, whose borders crowd at zero where a shape below one is
/// steep.
fn mean_over_life(life: f64, share: impl Fn(f64) -> f64) -> f64 {
    let border = |at: u32| life * (f64::from(at) / 100.0).powi(4);
    (0..100).map(|at| RULE.integrate(border(at), border(at + 1), &share)).sum::<f64>() / life
}

/// Mean of min(n, X) over n for a binomial X, term by term from logarithms of factorials.
fn binomial_share(working: u32, spares: u32, survival: f64) -> f64 {
    let all = working + spares;
    let of = |n: u32| libm::lgamma(f64::from(n) + 1.0);
    (0..=all)
        .map(|count| {
            let ways = of(all) - of(count) - of(all - count);
            let both = |n: u32, p: f64| if n == 0 { 0.0 } else { f64::from(n) * libm::log(p) };
            let chance =
                libm::exp(ways + both(count, survival) + both(all - count, 1.0 - survival));
            f64::from(count.min(working)) * chance
        })
        .sum::<f64>()
        / f64::from(working)
}

#[test]
fn a_constant_rate_is_the_closed_form_it_always_was() {
    for [failure, spares, life] in
        [[0.06, 0.2, 5.0], [0.06, 0.0, 5.0], [0.3, 0.2, 10.0], [0.03, 0.1, 10.0], [0.9, 2.0, 30.0]]
    {
        let rate = -libm::log1p(-failure);
        let covered = (libm::log1p(spares) / rate).min(life);
        let want = (covered + (1.0 - libm::exp(-rate * (life - covered))) / rate) / life;
        assert!(close(many(failure, 1.0, spares, life), want, 1e-14));
    }
}

#[test]
fn shapes_beside_one_approach_the_constant_rate() {
    for spares in [0.0, 0.05, 0.4] {
        let there = many(0.06, 1.0, spares, 5.0);
        assert!(close(many(0.06, 1.0 + 1e-9, spares, 5.0), there, 1e-8));
        assert!(close(
            few(0.06, 1.0 + 1e-9, (10, 10.0 * spares), 5.0),
            few(0.06, 1.0, (10, 10.0 * spares), 5.0),
            1e-7
        ));
    }
}

#[test]
fn delivered_share_is_the_integral_for_every_shape() {
    for shape in [0.2, 0.4521, 0.7, 1.0, 1.5, 3.0, 8.0] {
        for [failure, spares, life] in [
            [0.06, 0.2, 5.0],
            [0.025, 0.0, 5.0],
            [0.09, 0.1, 15.0],
            [0.6, 1.0, 9.0],
            [1e-6, 0.1, 5.0],
        ] {
            let covered =
                libm::pow(libm::log1p(spares) / -libm::log1p(-failure), 1.0 / shape).min(life);
            let left = |time: f64| (1.0 + spares) * libm::exp(-hazard(failure, shape, time));
            // in two pieces, because the share has a kink between them
            let rest = life - covered;
            let start = if covered > 0.0 { 0.0 } else { 1.0 };
            let tail: f64 = if covered > 0.0 {
                (0..200)
                    .map(|at| {
                        let border = |at: u32| covered + rest * (f64::from(at) / 200.0).powi(2);
                        RULE.integrate(border(at), border(at + 1), left)
                    })
                    .sum()
            } else {
                start * life * mean_over_life(life, left)
            };
            let want = (covered + tail) / life;
            let got = many(failure, shape, spares, life);
            assert!(close(got, want, 1e-9), "{shape} {failure} {spares} {life}: {got} for {want}");
        }
    }
}

#[test]
fn the_rate_is_the_share_that_fails_in_the_first_year_whatever_the_shape() {
    for shape in [0.3, 0.4521, 1.0, 2.0, 6.0] {
        let parts = attrition(0.06, shape, 0.0, 5.0);
        assert!(close(parts.surviving(ONE_YEAR).base(), 0.94, 1e-14));
        assert!(close(parts.surviving(Time::from_base(0.0)).base(), 1.0, 1e-15));
    }
    let constant = attrition(0.06, 1.0, 0.0, 5.0);
    assert!(close(constant.surviving(constant.life).base(), 0.94_f64.powi(5), 1e-14));
}

#[test]
fn early_failures_leave_more_at_the_end_of_a_life_and_wear_out_less() {
    let at_the_end = |shape: f64| {
        let parts = attrition(0.06, shape, 0.0, 5.0);
        parts.surviving(parts.life).base()
    };
    assert!(at_the_end(0.45) > at_the_end(1.0) && at_the_end(1.0) > at_the_end(2.0));
}

#[test]
fn no_failures_and_no_spares_deliver_exactly_everything() {
    for shape in [0.3, 1.0, 2.5] {
        assert!(close(many(0.0, shape, 0.0, 5.0), 1.0, 0.0));
        assert!(close(many(0.0, shape, 0.2, 5.0), 1.0, 0.0));
        for working in [1, 7, 100, u64::MAX] {
            assert!(close(few(0.0, shape, (working, 0.0), 5.0), 1.0, 0.0));
            assert!(close(few(0.0, shape, (working, 3.0), 5.0), 1.0, 0.0));
        }
    }
}

#[test]
fn certain_failure_delivers_nothing() {
    assert!(many(1.1, 1.0, 0.5, 5.0).abs() < 1e-15);
    assert!(few(1.1, 0.5, (4, 1.0), 5.0).abs() < 1e-15);
    assert!(attrition(1.1, 2.0, 0.0, 5.0).surviving(ONE_YEAR).base().abs() < 1e-15);
}

#[test]
fn whole_parts_are_the_binomial_sum() {
    for shape in [0.4521, 1.0, 2.0] {
        for (working, spares) in
            [(1_u32, 1_u32), (2, 1), (3, 4), (10, 1), (10, 3), (54, 11), (81, 32), (400, 20)]
        {
            for [failure, life] in [[0.025, 5.0], [0.06, 5.0], [0.3, 9.0], [0.9, 20.0], [1e-5, 1.0]]
            {
                let want = mean_over_life(life, |time| {
                    let survival = libm::exp(-hazard(failure, shape, time));
                    binomial_share(working, spares, survival)
                });
                let got = few(failure, shape, (u64::from(working), f64::from(spares)), life);
                let most = if close(shape, 1.0, 0.0) { 2e-10 } else { 1e-7 };
                assert!(
                    (got - want).abs() < most,
                    "{shape} {working}+{spares} {failure} {life}: {got} for {want}"
                );
            }
        }
    }
}

#[test]
fn one_satellite_with_one_spare_is_two_exponentials() {
    // 1 - q² with q = 1 - e^(-λt): mean of 2 e^(-λt) - e^(-2λt)
    let m = -5.0 * libm::log1p(-0.06);
    let want = (2.0 * -libm::expm1(-m) + 0.5 * libm::expm1(-2.0 * m)) / m;
    assert!(close(few(0.06, 1.0, (1, 1.0), 5.0), want, 1e-14));
}

#[test]
fn tiny_hazards_lose_no_digits() {
    for failure in [1e-12, 1e-8, 1e-4] {
        let want = 1.0 - hazard(failure, 1.0, 5.0) / 2.0;
        assert!(close(few(failure, 1.0, (4, 0.0), 5.0), want, 1e-7));
        assert!(close(few(failure, 1.0, (4, 2.0), 5.0), 1.0, 1e-9));
        assert!(few(failure, 1.0, (4, 2.0), 5.0) <= 1.0);
    }
}

#[test]
fn many_spares_are_normal_within_the_stated_error() {
    // parts, spares, largest error with failures that come early and with others
    for (working, spares, early, other) in [
        (17_u32, 33_u32, 3.4e-3, 6.0e-4),
        (33, 40, 1.8e-3, 3.4e-4),
        (100, 40, 8.0e-4, 1.7e-4),
        (400, 60, 2.0e-4, 4.0e-5),
        (1000, 100, 6.0e-5, 1.3e-5),
    ] {
        for (shape, most) in [(0.45, early), (1.0, other), (2.0, other)] {
            for over in [0.3, 0.8, 0.95, 1.0, 1.1, 1.5, 4.0] {
                let life: f64 = 5.0;
                let end = over * libm::log1p(f64::from(spares) / f64::from(working));
                let failure = -libm::expm1(-end / libm::pow(life, shape));
                let want = mean_over_life(life, |time| {
                    binomial_share(working, spares, libm::exp(-hazard(failure, shape, time)))
                });
                let got = few(failure, shape, (u64::from(working), f64::from(spares)), life);
                let error = (got - want).abs();
                assert!(error < most, "{working}+{spares} {shape} {over}: {got} for {want}");
            }
        }
    }
}

#[test]
fn counted_and_normal_meet_at_the_border() {
    for shape in [0.45, 1.0, 2.0] {
        let counted = few(0.06, shape, (160, 32.0), 5.0);
        let normal = few(0.06, shape, (160, 32.001), 5.0);
        assert!((counted - normal).abs() < 3e-4, "{shape}: {counted} {normal}");
    }
}

#[test]
fn few_parts_never_deliver_more_than_many_and_approach_them() {
    for shape in [0.45, 1.0, 2.0] {
        let fluid = many(0.06, shape, 0.1, 5.0);
        let mut before = 0.0;
        for working in [10, 20, 40, 100, 1_000, 100_000, 10_000_000] {
            let share = few(0.06, shape, (working, 0.1 * working as f64), 5.0);
            assert!(share <= fluid + 1e-12 && share >= before - 3e-4, "{shape} {working}");
            before = share;
        }
        assert!(close(before, fluid, 1e-6));
    }
}

#[test]
fn without_spares_few_parts_deliver_what_many_do() {
    for shape in [0.45, 1.0, 2.0] {
        for working in [1, 5, 1_000] {
            assert!(close(
                few(0.06, shape, (working, 0.0), 5.0),
                many(0.06, shape, 0.0, 5.0),
                1e-13
            ));
        }
    }
}

#[test]
fn part_of_a_spare_is_between_its_neighbors() {
    let share = |spares: f64| few(0.06, 1.0, (10, spares), 5.0);
    assert!(close(share(1.25), 0.75 * share(1.0) + 0.25 * share(2.0), 1e-13));
}

#[test]
fn more_spares_fewer_failures_and_shorter_lives_never_deliver_less() {
    for shape in [0.45, 1.0, 2.0] {
        for working in [3, 12, 80] {
            let share =
                |failure: f64, spares: f64, life: f64| few(failure, shape, (working, spares), life);
            for step in 0..40 {
                let x = f64::from(step);
                assert!(share(0.12, 0.3 * x, 6.0) <= share(0.12, 0.3 * (x + 1.0), 6.0) + 1e-7);
                assert!(share(0.02 * x, 2.0, 6.0) >= share(0.02 * (x + 1.0), 2.0, 6.0) - 1e-7);
                assert!(share(0.12, 2.0, 0.5 + x) >= share(0.12, 2.0, 1.5 + x) - 1e-7);
            }
        }
    }
}

#[test]
fn spares_for_a_full_life_deliver_everything_and_one_percent_less_does_not() {
    let needed = |shape| {
        1.0 / attrition(0.06, shape, 0.0, 5.0).surviving(Time::new::<year>(5.0)).base() - 1.0
    };
    for shape in [0.45, 1.0, 2.0] {
        let needed = needed(shape);
        assert!(close(many(0.06, shape, needed, 5.0), 1.0, 1e-14));
        assert!(many(0.06, shape, needed - 0.01, 5.0) < 1.0);
    }
    assert!(close(needed(1.0), 0.94_f64.powi(-5) - 1.0, 1e-13));
}

#[test]
fn nothing_of_a_batch_is_not_a_number() {
    for shape in [0.2, 1.0, 10.0] {
        for failure in [0.0, 1e-300, 0.5, 0.99] {
            for life in [0.5, 30.0] {
                for (working, spares) in [(1, 0.0), (1, 2.0), (20, 40.0), (u64::MAX, 1e30)] {
                    let share = few(failure, shape, (working, spares), life);
                    assert!(
                        (-1e-12..=1.0 + 1e-12).contains(&share),
                        "{shape} {failure} {life} {working} {share}"
                    );
                }
            }
        }
    }
}
