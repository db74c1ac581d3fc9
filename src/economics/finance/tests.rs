use super::*;
use crate::units::{fraction, per_year, usd, year};

fn rate(value: f64) -> Frequency {
    Frequency::new::<per_year>(value)
}

fn years(value: f64) -> Time {
    Time::new::<year>(value)
}

fn flows(values: &[f64]) -> Vec<Money> {
    values.iter().map(|value| Money::new::<usd>(*value)).collect()
}

fn close(got: f64, want: f64, relative: f64) -> bool {
    (got - want).abs() <= relative * got.abs().max(want.abs())
}

/// rate, years, recovery factor, present value, discount factor
/// (numpy-financial 1.0.0 and closed forms, ten digits).
const ANNUITIES: [[f64; 5]; 6] = [
    [0.0, 3.0, 0.333_333_333_3, 3.0, 1.0],
    [0.0, 30.0, 0.033_333_333_33, 30.0, 1.0],
    [0.01, 3.0, 0.340_022_111_5, 2.940_985_207, 0.970_590_147_9],
    [0.1, 10.0, 0.162_745_394_9, 6.144_567_106, 0.385_543_289_4],
    [0.15, 5.0, 0.298_315_552_5, 3.352_155_098, 0.497_176_735_3],
    [0.07, 30.0, 0.080_586_403_51, 12.409_041_18, 0.131_367_117_2],
];

#[test]
fn annuities_agree_with_numpy_financial() {
    for [r, n, recovery, present, factor] in ANNUITIES {
        let (r, n) = (rate(r), years(n));
        assert!(close(capital_recovery_factor(r, n).get::<per_year>(), recovery, 1e-9));
        assert!(close(annuity_present_value(r, n).get::<year>(), present, 1e-9));
        assert!(close(discount_factor(r, n).base(), factor, 1e-9));
    }
}

#[test]
fn recovery_factor_is_continuous_at_rate_zero() {
    let flat = capital_recovery_factor(rate(0.0), years(7.5)).get::<per_year>();
    for small in [1e-3, 1e-6, 1e-9, 1e-12, 1e-15] {
        let near = capital_recovery_factor(rate(small), years(7.5)).get::<per_year>();
        let expected_rise = small * 8.5 / 15.0;
        assert!((near - flat - expected_rise).abs() <= 1e-15 + small * small, "{small}");
    }
}

#[test]
fn discounted_energy_with_fade_agrees_with_the_reference() {
    for [first_year, fade, r, n, energy] in [
        [2190.0, 0.0, 0.07, 25.0, 25_521.347_16],
        [8322.0, 0.02, 0.1, 5.0, 30_426.362_61],
        [8322.0, 0.02, 0.1, 10.0, 47_503.575_37],
        [1600.0, 0.007, 0.04, 30.0, 25_540.977_99],
    ] {
        let got =
            first_year * fading_annuity_present_value(rate(r), rate(fade), years(n)).get::<year>();
        assert!(close(got, energy, 1e-9), "{got} {energy}");
    }
    let at_limit = fading_annuity_present_value(rate(0.05), rate(-0.05), years(10.0)).get::<year>();
    assert!(close(at_limit, 10.0 / 1.05, 1e-14));
}

#[test]
fn present_value_agrees_with_numpy_financial() {
    let project = flows(&[-100.0, 39.0, 59.0, 55.0, 20.0]);
    for (r, want) in [(0.0, 73.0), (0.07, 48.135_770_568_907_96), (0.2, 14.945_987_654_320_994)] {
        assert!(close(net_present_value(rate(r), &project).get::<usd>(), want, 1e-12));
    }
}

#[test]
fn a_plain_investment_has_one_internal_rate() {
    let project = flows(&[-100.0, 39.0, 59.0, 55.0, 20.0]);
    let InternalRate::Single(found) = internal_rate_of_return(&project) else { panic!("one rate") };
    assert!((found.get::<per_year>() - 0.280_948_421_159_960_66).abs() < 1e-12);
}

#[test]
fn flows_that_change_sign_three_times_are_reported_as_ambiguous() {
    let project = flows(&[-5.0, 10.5, 1.0, -8.0, 1.0]);
    let InternalRate::Ambiguous(found) = internal_rate_of_return(&project) else {
        panic!("three rates")
    };
    let want = [-0.870_201_247_484_741_1, 0.088_598_338_527_755_34, 0.709_559_527_686_184_1];
    assert_eq!(found.len(), want.len());
    for (found, want) in found.iter().zip(want) {
        assert!((found.get::<per_year>() - want).abs() < 1e-12);
    }
}

#[test]
fn a_root_that_is_touched_but_not_crossed_is_found_once() {
    let project = flows(&[1.0, -2.2, 1.21]);
    let InternalRate::Single(found) = internal_rate_of_return(&project) else { panic!("one rate") };
    assert!((found.get::<per_year>() - 0.1).abs() < 1e-7);
}

#[test]
fn flows_without_a_change_of_sign_have_no_internal_rate() {
    for project in [
        vec![],
        flows(&[0.0, 0.0]),
        flows(&[5.0]),
        flows(&[1.0, 2.0, 0.0]),
        flows(&[f64::NAN, 1.0]),
    ] {
        assert_eq!(internal_rate_of_return(&project), InternalRate::None);
    }
}

#[test]
fn leading_and_trailing_years_without_flow_change_no_rate() {
    let project = flows(&[0.0, 0.0, -100.0, 112.0, 0.0]);
    let InternalRate::Single(found) = internal_rate_of_return(&project) else { panic!("one rate") };
    assert!((found.get::<per_year>() - 0.12).abs() < 1e-13);
}

#[test]
fn forty_years_of_flows_have_the_rate_of_their_annuity() {
    let mut values =
        vec![-1.0 / capital_recovery_factor(rate(0.083), years(40.0)).get::<per_year>()];
    values.extend([1.0; 40]);
    let InternalRate::Single(found) = internal_rate_of_return(&flows(&values)) else {
        panic!("one rate")
    };
    assert!((found.get::<per_year>() - 0.083).abs() < 1e-10);
}

#[test]
fn part_of_a_year_pays_all_of_it_at_its_end_and_nothing_at_its_beginning() {
    let discounting = Discounting::at(rate(0.12));
    for rise in [-0.2, 0.0, 0.12, 0.3].map(rate) {
        let paid = |part: f64| discounting.part_of_year(years(part), rise).base();
        assert!((paid(1.0) - 1.0).abs() < 1e-15);
        assert!((paid(1.0 - 1e-9) - 1.0).abs() < 1e-8);
        assert!(paid(1e-9).abs() < 1e-8 && paid(0.0).abs() < 1e-15);
    }
}

#[test]
fn whole_years_and_a_part_add_up_to_the_annuity_of_both() {
    for (interest, rise) in [(0.12, 0.0), (0.12, 0.12), (0.0, -0.1), (0.05, 0.2)] {
        let discounting = Discounting::at(rate(interest));
        let fading = |time: f64| discounting.fading_annuity(rate(-rise), years(time));
        let last = discounting.part_of_year(years(0.4), rate(rise));
        let risen = (1.0 + rise).powi(3);
        let sum = fading(3.0) + ONE_YEAR * last * risen * discounting.factor(years(3.4));
        assert!(close(sum.base(), fading(3.4).base(), 1e-13), "{interest} {rise}");
    }
}

/// Payments in dollars: date and time that they accrue over in years, amount.
fn dated(payments: &[(f64, f64, f64)]) -> DatedFlows {
    let payment = |(at, over, amount): &(f64, f64, f64)| Payment {
        at: years(*at),
        over: years(*over),
        amount: Money::new::<usd>(*amount),
    };
    DatedFlows::of(payments.iter().map(payment).collect())
}

/// A purchase and three years of sales.
fn simple(price: f64, lead: f64) -> DatedFlows {
    dated(&[(-lead, 0.0, -price), (1.0, 1.0, 40.0), (2.0, 1.0, 40.0), (3.0, 1.0, 40.0)])
}

fn first_and_last(flows: &DatedFlows, interest: f64) -> Option<(f64, Option<f64>)> {
    let paid = flows.payback(rate(interest))?;
    Some((paid.first.get::<year>(), paid.for_good.map(|time| time.get::<year>())))
}

#[test]
fn payback_counts_the_part_of_the_last_year_from_the_first_outlay_on() {
    let (first, last) = first_and_last(&simple(100.0, 0.0), 0.0).unwrap();
    assert!((first - 2.5).abs() < 1e-12 && (last.unwrap() - 2.5).abs() < 1e-12);
    let (early, _) = first_and_last(&simple(100.0, 0.25), 0.0).unwrap();
    assert!((early - 2.75).abs() < 1e-12, "{early}");
    assert!(first_and_last(&simple(100.0, 0.0), 0.05).unwrap().0 > 2.5);
    assert_eq!(first_and_last(&simple(100.0, 0.0), 0.5), None);
    assert_eq!(first_and_last(&dated(&[(0.0, 0.0, 3.0)]), 0.1), Some((0.0, Some(0.0))));
}

#[test]
fn what_is_bought_again_can_take_the_payback_away_or_postpone_it() {
    let twice = |second: f64| {
        let mut flows = simple(60.0, 0.0);
        flows.once.push(Payment {
            at: years(2.0),
            over: years(0.0),
            amount: Money::new::<usd>(-second),
        });
        first_and_last(&flows, 0.0).unwrap()
    };
    assert_eq!(twice(10.0), (1.5, Some(1.5)));
    assert_eq!(twice(50.0), (1.5, Some(2.75)));
    assert_eq!(twice(70.0), (1.5, None));
}

#[test]
fn starts_repeat_the_payments_of_a_unit() {
    let unit = simple(100.0, 0.5).once;
    let starts = [(0.0, 0.25), (0.7, 0.75)];
    let repeated = DatedFlows {
        unit: unit.clone(),
        starts: starts
            .iter()
            .map(|(date, share)| Start { date: years(*date), share: fraction(*share) })
            .collect(),
        once: dated(&[(-1.0, 0.0, -7.0)]).once,
    };
    let listed = DatedFlows::of(repeated.each().collect());
    assert_eq!(listed.once.len(), 2 * unit.len() + 1);
    let worth = |flows: &DatedFlows| flows.net_present_value(rate(0.07)).get::<usd>();
    assert!((worth(&repeated) - worth(&listed)).abs() < 1e-12);
    let found = repeated.rates_of_return();
    let InternalRate::Single(found) = found else { panic!("{found:?}") };
    let listed_rate = listed.rates_of_return().rates()[0];
    assert!((found / listed_rate).base() - 1.0 < 1e-12);
    assert!(repeated.net_present_value(found).get::<usd>().abs() < 1e-11);
}

#[test]
fn a_lead_moves_rate_and_payback_by_no_jump() {
    let (mut before, mut paid_before) = (f64::NAN, f64::NAN);
    for step in 0..400 {
        let flows = simple(100.0, 0.9 + 0.0005 * f64::from(step));
        let InternalRate::Single(found) = flows.rates_of_return() else { panic!("one rate") };
        let (paid, _) = first_and_last(&flows, 0.02).unwrap();
        let (found, apart) = (found.get::<per_year>(), 1.0e-3);
        assert!(
            step == 0 || ((found - before).abs() < apart && (paid - paid_before).abs() < apart)
        );
        (before, paid_before) = (found, paid);
    }
}

#[test]
fn weighted_cost_of_a_quarter_equity_is_ten_and_a_quarter_percent() {
    let financing = Financing {
        equity_share: fraction(0.25),
        cost_of_equity: rate(0.20),
        cost_of_debt: rate(0.07),
        tax: fraction(0.0),
    };
    assert!(close(weighted_cost_of_capital(&financing).get::<per_year>(), 0.1025, 1e-14));
}

#[test]
fn real_rate_takes_inflation_out_of_the_growth() {
    assert!(close(real_rate(rate(0.103), rate(0.03)).get::<per_year>(), 1.103 / 1.03 - 1.0, 1e-13));
}
