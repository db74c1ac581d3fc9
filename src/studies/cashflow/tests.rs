use super::unit::FlowKind;
use super::*;
use crate::economics::levelized::{Asset, levelized};
use crate::scenario::{EMBEDDED, open};
use crate::studies::evaluated::EvaluatedScenario;
use crate::units::{MoneyPerTime, YEAR_SECONDS, complement, million_usd, usd_per_year};

#[test]
fn the_years_of_every_scenario_add_up_to_its_closed_form() {
    for (name, _) in EMBEDDED {
        let subject = EvaluatedScenario::new(open(name, &[]).unwrap()).unwrap();
        let launches = subject.value("launch.count").unwrap_or(0.0);
        for side in [Side::Orbit, Side::Ground] {
            let Ok(flow) = cash_flow(&subject.evaluation, side) else { continue };
            // bundled launches stand for their middle one
            let most = if launches > f64::from(MOST_STARTS) { 1.0e-2 } else { 1.0e-9 };
            let residual = flow.residual.base();
            assert!(residual < most, "{name} {}: {residual:e}", side.name());
        }
    }
}

#[test]
fn a_dearer_hour_raises_the_rate_of_return() {
    let rate = |price: &str| {
        let set = [format!("it.gpu_hour_price={price} USD2026/h")];
        let subject = EvaluatedScenario::new(open("optimistic-2035", &set).unwrap()).unwrap();
        match cash_flow(&subject.evaluation, Side::Ground).unwrap().after_tax.rate_of_return {
            InternalRate::Single(rate) => rate.base(),
            other => panic!("{other:?}"),
        }
    };
    assert!(rate("7") > rate("6"));
}

/// Buys something more of every kind that the side does not have yet, and pays more every year.
/// Gives its closed form the cost of it.
fn with_more(evaluation: &mut Evaluation, side: Side) {
    let more = Asset {
        salvage: fraction(0.3),
        lead: Time::new::<year>(1.3),
        ..Asset::new(Money::new::<million_usd>(2.0), Time::new::<year>(2.7))
    };
    let (plan, worth, start) = match side {
        Side::Orbit => {
            let program = evaluation.orbital.as_mut().unwrap().program.as_mut().unwrap();
            let cost = program.cost.as_mut().unwrap();
            let priced = cost.priced.as_mut().unwrap();
            (&mut cost.plan, &mut priced.worth, priced.start)
        }
        Side::Ground => {
            let ground = &mut evaluation.ground;
            (&mut ground.plan, &mut ground.worth, ground.start)
        }
    };
    let before = levelized(plan).present_cost;
    let is_bought = |asset: &Asset| asset.price.base() != 0.0;
    plan.assets = plan.assets.map(|asset| if is_bought(asset) { *asset } else { more });
    plan.yearly += MoneyPerTime::new::<usd_per_year>(3.0e5);
    worth.net -= (levelized(plan).present_cost - before) * start * complement(plan.tax.rate);
}

#[test]
fn whatever_a_plan_buys_or_pays_besides_is_in_the_years() {
    for tax in ["0", "0.21"] {
        let subject = of("optimistic-2035", &[&format!("finance.tax={tax}")]);
        for side in [Side::Orbit, Side::Ground] {
            let before = cash_flow(&subject.evaluation, side).unwrap();
            let mut evaluation = subject.evaluation;
            with_more(&mut evaluation, side);
            let flow = financed(&evaluation, side, &with(debt(0.0, 0.06, 5))).unwrap();
            let residual = flow.residual.base();
            assert!(residual < 1e-9, "{side:?} {tax}: {residual:e}");
            let net_value = flow.after_tax.net_value;
            let gap = flow.equity.as_ref().unwrap().net_value - net_value;
            assert!(gap.abs() < net_value.abs() * 1e-9, "{side:?} {tax}: {gap:?}");
            for column in [purchases, credit, running] {
                assert!(column(&flow) > column(&before), "{side:?} {tax}");
            }
            assert!(net_value < before.after_tax.net_value);
        }
    }
}

fn total(flow: &CashFlow, of: impl Fn(&CashYear) -> Money) -> Money {
    flow.years.iter().fold(Money::from_base(0.0), |sum, one| sum + of(one))
}

fn purchases(flow: &CashFlow) -> Money {
    total(flow, |one| one.purchases)
}

fn credit(flow: &CashFlow) -> Money {
    total(flow, |one| one.credit)
}

fn sales(flow: &CashFlow) -> Money {
    total(flow, |one| one.sales)
}

fn running(flow: &CashFlow) -> Money {
    total(flow, |one| one.running)
}

fn of(name: &str, set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|one| (*one).to_owned()).collect();
    EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()
}

fn rate(value: f64) -> Frequency {
    Frequency::from_base(value / YEAR_SECONDS)
}

fn with(debt: Debt) -> CashTerms {
    CashTerms { debt: Some(debt), ..CashTerms::default() }
}

/// Net present value of a side in closed form.
fn net_value(subject: &EvaluatedScenario, side: Side) -> Money {
    Money::from_base(subject.value(&format!("{}.net_present_value", side.name())).unwrap())
}

fn debt(share: f64, interest: f64, term: u32) -> Debt {
    Debt { share: fraction(share), rate: rate(interest), term, cost_of_equity: None }
}

fn single(found: &InternalRate) -> f64 {
    match found {
        InternalRate::Single(rate) => rate.base() * YEAR_SECONDS,
        other => panic!("{other:?}"),
    }
}

/// The same with a return that the owners state, as debt dearer than the side leaves none to imply.
fn stated(share: f64, interest: f64, term: u32) -> Debt {
    Debt { cost_of_equity: Some(rate(0.2)), ..debt(share, interest, term) }
}

/// A scenario in which both sides earn money.
const PAYING: [&str; 2] = ["it.gpu_hour_price=7 USD2026/h", "finance.tax=0"];

#[test]
fn horizons_of_broken_years_add_up_to_the_closed_form_too() {
    for horizon in ["7.5 yr", "1.25 yr", "14.999 yr", "10.1 yr"] {
        for change in ["0 1/yr", "-0.1 1/yr", "0.07 1/yr"] {
            let set = [
                format!("finance.horizon={horizon}"),
                format!("it.gpu_hour_price_change={change}"),
                "finance.tax=0.21".to_owned(),
            ];
            let subject = EvaluatedScenario::new(open("optimistic-2035", &set).unwrap()).unwrap();
            for side in [Side::Orbit, Side::Ground] {
                let flow = cash_flow(&subject.evaluation, side).unwrap();
                let residual = flow.residual.base();
                assert!(residual < 1e-9, "{horizon} {change} {side:?}: {residual:e}");
            }
        }
    }
}

#[test]
fn at_work_is_the_mean_over_each_year() {
    let flow = cash_flow(
        &of("optimistic-2035", &["ground.delay=1.5 yr", "finance.horizon=3 yr"]).evaluation,
        Side::Ground,
    )
    .unwrap();
    let worked =
        |number: i32| flow.years.iter().find(|one| one.year == number).unwrap().at_work.base();
    for (number, want) in [(1, 0.0), (2, 0.5), (3, 1.0), (4, 1.0), (5, 0.5)] {
        assert!((worked(number) - want).abs() < 1e-9, "{number}: {}", worked(number));
    }
    let orbit = cash_flow(&of("optimistic-2035", &[]).evaluation, Side::Orbit).unwrap();
    let years: f64 = orbit.years.iter().map(|one| one.at_work.base()).sum();
    let horizon = of("optimistic-2035", &[]).shown("finance.horizon").unwrap();
    assert!((years - horizon).abs() < 1e-6, "{years}");
}

#[test]
fn centuries_of_launches_are_refused_and_not_pressed_into_the_last_year() {
    let slow = of("optimistic-2035", &["launch.cadence=0.01 1/yr", "it.power=100 MW"]);
    let why = cash_flow(&slow.evaluation, Side::Orbit).unwrap_err();
    assert!(matches!(why, Unlisted::TooLong(end) if end.get::<year>() > 380.0), "{why:?}");
    assert!(why.to_string().contains("raise launch.cadence"), "{why}");
    assert!(cash_flow(&slow.evaluation, Side::Ground).is_ok());
}

#[test]
fn without_debt_the_owners_have_the_flows_of_the_side() {
    for side in [Side::Orbit, Side::Ground] {
        let subject = of("optimistic-2035", &PAYING);
        let plain = cash_flow(&subject.evaluation, side).unwrap();
        let flow = financed(&subject.evaluation, side, &with(debt(0.0, 0.07, 10))).unwrap();
        let equity = flow.equity.as_ref().unwrap();
        assert_eq!(plain.years, flow.years);
        for (one, cash) in equity.years.iter().zip(&flow.years) {
            assert_eq!(one.net.base().to_bits(), cash.net.base().to_bits());
        }
        assert_eq!(equity.net_value.base().to_bits(), flow.after_tax.net_value.base().to_bits());
        assert_eq!(equity.rate_of_return, flow.after_tax.rate_of_return);
        assert!(equity.coverage.is_none());
    }
}

#[test]
fn debt_at_the_rate_of_return_leaves_it_to_the_owners() {
    for side in [Side::Orbit, Side::Ground] {
        let subject = of("optimistic-2035", &PAYING);
        let own = single(&cash_flow(&subject.evaluation, side).unwrap().after_tax.rate_of_return);
        let flow = financed(&subject.evaluation, side, &with(stated(0.6, own, 8))).unwrap();
        let levered = single(&flow.equity.unwrap().rate_of_return);
        assert!((levered - own).abs() < 1e-9, "{side:?}: {levered} for {own}");
    }
}

#[test]
fn with_tax_it_is_the_debt_after_tax_that_leaves_the_rate_of_return() {
    // leads of whole years: interest of a part of a year, which is compounded, is taxed as a sum
    let subject = of(
        "optimistic-2035",
        &[
            "it.gpu_hour_price=7 USD2026/h",
            "finance.tax=0.25",
            "it.lead=1 yr",
            "ground.facility_lead=2 yr",
        ],
    );
    let unlevered = financed(&subject.evaluation, Side::Ground, &with(debt(0.0, 0.05, 4))).unwrap();
    let own = single(&unlevered.equity.unwrap().rate_of_return);
    let flow =
        financed(&subject.evaluation, Side::Ground, &with(stated(0.6, own / 0.75, 4))).unwrap();
    // interest saves tax in its year, so that debt costs its rate after tax on what is owed
    let levered = single(&flow.equity.unwrap().rate_of_return);
    assert!((levered - own).abs() < 1e-9, "{levered} for {own}");
}

#[test]
fn cheaper_debt_raises_the_return_of_the_owners() {
    let subject = of("optimistic-2035", &PAYING);
    let own =
        single(&cash_flow(&subject.evaluation, Side::Ground).unwrap().after_tax.rate_of_return);
    let levered = |interest: f64| {
        let terms = stated(0.5, interest, 5);
        let flow = financed(&subject.evaluation, Side::Ground, &with(terms)).unwrap();
        single(&flow.equity.unwrap().rate_of_return)
    };
    assert!(levered(0.5 * own) > own && levered(1.5 * own) < own);
}

#[test]
fn every_year_of_debt_balances_and_all_of_it_is_paid_back() {
    for (term, interest) in [(3, 0.07), (10, 0.0), (40, 0.12)] {
        for side in [Side::Orbit, Side::Ground] {
            let subject = of("optimistic-2035", &["finance.tax=0.21"]);
            let terms = with(debt(0.7, interest, term));
            let flow = financed(&subject.evaluation, side, &terms).unwrap();
            let equity = flow.equity.as_ref().unwrap();
            let mut owed = Money::from_base(0.0);
            for (one, cash) in equity.years.iter().zip(&flow.years) {
                let size = (one.owed.abs() + cash.net.abs()).base() + 1.0;
                let is_none = |gap: Money| gap.base().abs() < 1e-9 * size;
                assert!(is_none(owed + one.draw - one.repayment - one.owed));
                assert!(is_none(one.draw - cash.purchases * 0.7));
                assert!(is_none(one.shield - one.interest * 0.21));
                let net = cash.net + one.draw - one.interest - one.repayment + one.shield;
                assert!(is_none(net - one.net));
                owed = one.owed;
            }
            assert!(owed.base().abs() < 1e-6, "{owed:?}");
        }
    }
}

#[test]
fn what_a_loan_asks_is_worth_its_draw_at_its_rate() {
    for (term, interest) in [(3, 0.07), (10, 0.0), (40, 0.12)] {
        let purchase = DatedFlow::paid(
            FlowKind::Purchase,
            Time::new::<year>(-0.4),
            Money::new::<million_usd>(-10.0),
        );
        let flows = debt(0.7, interest, term).borrowed(&purchase, Time::new::<year>(7.3));
        assert!(flows[0].amount.get::<million_usd>() - 7.0 < 1e-12);
        let payments = flows.iter().map(|flow| flow.payment(fraction(0.0))).collect();
        let left = DatedFlows::of(payments).net_present_value(rate(interest));
        assert!(left.get::<million_usd>().abs() < 1e-12, "{term} {interest}: {left:?}");
        assert!(flows.iter().all(|flow| flow.at <= Time::new::<year>(7.3 + 1e-9)));
    }
}

#[test]
fn owners_pay_purchases_in_full_and_write_them_off_year_by_year() {
    for (life, write_off) in [("5 yr", "3 yr"), ("4.5 yr", "5 yr"), ("7 yr", "5.5 yr")] {
        let set = [
            "finance.tax=0.21".to_owned(),
            format!("finance.write_off={write_off}"),
            format!("it.life={life}"),
        ];
        let subject = EvaluatedScenario::new(open("optimistic-2035", &set).unwrap()).unwrap();
        for side in [Side::Orbit, Side::Ground] {
            let flow = financed(&subject.evaluation, side, &with(debt(0.0, 0.06, 5))).unwrap();
            let equity = flow.equity.as_ref().unwrap();
            // at the side's own rate the dated flows are worth what the closed form says after tax
            let gap = equity.net_value - net_value(&subject, side);
            let most = equity.net_value.abs() * 1e-9;
            assert!(gap.abs() < most, "{side:?} {life} {write_off}: {gap:?}");
            let mut years = flow.years.iter().zip(&equity.years);
            let (cash, one) = years.find(|(cash, _)| cash.sales.base() == 0.0).unwrap();
            assert!((one.net + cash.purchases).abs() <= cash.purchases * 1e-9, "{side:?} {life}");
        }
    }
}

#[test]
fn debt_dearer_than_the_side_leaves_no_return_to_imply() {
    let subject = of("optimistic-2035", &[]);
    let why = financed(&subject.evaluation, Side::Orbit, &with(debt(0.9, 0.3, 5))).unwrap_err();
    assert!(matches!(why, Unlisted::NoReturn(rate) if rate.base() <= 0.0), "{why:?}");
    assert!(why.to_string().contains("--cost-of-equity"), "{why}");
    let given = Debt { cost_of_equity: Some(rate(0.2)), ..debt(0.9, 0.3, 5) };
    assert!(financed(&subject.evaluation, Side::Orbit, &with(given)).is_ok());
}

#[test]
fn the_return_that_is_implied_makes_the_discount_rate_the_mean() {
    let subject = of("optimistic-2035", &["finance.tax=0.21"]);
    let flow = financed(&subject.evaluation, Side::Orbit, &with(debt(0.4, 0.06, 10))).unwrap();
    let equity = flow.equity.unwrap();
    let discount = subject.value("orbit.discount_rate").unwrap();
    assert!((equity.weighted_cost.base() / discount - 1.0).abs() < 1e-12);
    assert!(equity.is_implied && equity.cost_of_equity.base() > discount);
    let given = Debt { cost_of_equity: Some(rate(0.2)), ..debt(0.4, 0.06, 10) };
    let equity = financed(&subject.evaluation, Side::Orbit, &with(given)).unwrap().equity.unwrap();
    let weighted = equity.weighted_cost.base() * YEAR_SECONDS;
    assert!((weighted - (0.6 * 0.2 + 0.4 * 0.06 * 0.79)).abs() < 1e-12 && !equity.is_implied);
}

#[test]
fn coverage_is_what_sales_leave_over_interest_and_repayment() {
    let flow = financed(
        &of("optimistic-2035", &PAYING).evaluation,
        Side::Ground,
        &with(debt(0.5, 0.05, 5)),
    )
    .unwrap();
    let equity = flow.equity.as_ref().unwrap();
    let Coverage { least, mean } = equity.coverage.unwrap();
    let all = equity.years.iter().zip(&flow.years).filter_map(|(one, cash)| {
        let service = one.interest + one.repayment;
        let counts = service.base() > 0.0 && cash.sales.base() > 0.0;
        counts.then(|| ((cash.sales - cash.running) / service).base())
    });
    let all: Vec<f64> = all.collect();
    let lowest = all.iter().copied().fold(f64::INFINITY, f64::min);
    assert!((least.base() - lowest).abs() < 1e-12);
    let average = all.iter().sum::<f64>() / all.len() as f64;
    assert!((mean.base() - average).abs() < 1e-12 && mean >= least);
}

#[test]
fn prices_of_the_day_and_constant_prices_are_related_by_fisher() {
    for side in [Side::Orbit, Side::Ground] {
        let subject = of("optimistic-2035", &PAYING);
        let terms = with(debt(0.5, 0.05, 6));
        let flow = financed(&subject.evaluation, side, &terms).unwrap();
        let of_the_day = |inflation: f64| CashTerms { inflation: Some(rate(inflation)), ..terms };
        let shown = financed(&subject.evaluation, side, &of_the_day(0.03)).unwrap();
        let fisher = |real: f64| (1.0 + real) * 1.03 - 1.0;
        let own = single(&flow.after_tax.rate_of_return);
        assert!((single(&shown.after_tax.rate_of_return) - fisher(own)).abs() < 1e-9);
        let (before, after) = (flow.equity.as_ref().unwrap(), shown.equity.as_ref().unwrap());
        let owners = single(&before.rate_of_return);
        assert!((single(&after.rate_of_return) - fisher(owners)).abs() < 1e-9);
        let asked = fisher(before.cost_of_equity.base() * YEAR_SECONDS);
        assert!((after.cost_of_equity.base() * YEAR_SECONDS - asked).abs() < 1e-12);
        assert_eq!(flow.after_tax.net_value, shown.after_tax.net_value);
        assert!(sales(&shown) > sales(&flow) * 1.1);
        let none = financed(&subject.evaluation, side, &of_the_day(0.0)).unwrap();
        assert_eq!(none.years, flow.years);
    }
}

#[test]
fn at_the_rate_of_return_the_present_value_is_zero_on_both_sides() {
    for set in [
        &["it.gpu_hour_price=7 USD2026/h"][..],
        &["it.gpu_hour_price=7 USD2026/h", "finance.tax=0.25"],
        &["it.gpu_hour_price=9 USD2026/h", "satellite.lead=1.003 yr", "ground.delay=2.2 yr"],
        &[
            "it.gpu_hour_price=9 USD2026/h",
            "fleet.development=20 MUSD2026",
            "launch.cadence=2 1/yr",
        ],
    ] {
        let subject = of("optimistic-2035", set);
        for side in [Side::Orbit, Side::Ground] {
            let flow = cash_flow(&subject.evaluation, side).unwrap();
            let program = FundedSide::of(&subject.evaluation, side).unwrap();
            let flows = program.flows(None);
            for (found, dated) in [
                (&flow.before_tax, flows.before_tax()),
                (&flow.after_tax, flows.after_tax(TaxLosses::SetOff)),
            ] {
                let InternalRate::Single(rate) = found.rate_of_return else { panic!("{found:?}") };
                let left = dated.net_present_value(rate);
                assert!(left.abs() < purchases(&flow) * 1e-12, "{side:?} {set:?}: {left:?}");
                let earns = found.net_value.base() > 0.0;
                assert_eq!(earns, rate > program.plan.discount_rate, "{side:?} {set:?}");
                assert_eq!(earns, found.payback.is_some_and(|paid| paid.for_good.is_some()));
            }
        }
    }
}

#[test]
fn carried_losses_are_worth_less_than_those_set_off_at_once() {
    let subject = of("optimistic-2035", &["it.gpu_hour_price=7 USD2026/h", "finance.tax=0.25"]);
    for side in [Side::Orbit, Side::Ground] {
        let at_once = cash_flow(&subject.evaluation, side).unwrap();
        let terms = CashTerms { losses: TaxLosses::Carried, ..CashTerms::default() };
        let carried = financed(&subject.evaluation, side, &terms).unwrap();
        assert!(carried.years.iter().all(|one| one.tax.base() >= 0.0));
        let gain = carried.after_tax.net_value - at_once.after_tax.net_value;
        assert!(gain < purchases(&carried) * 1e-12, "{side:?}: {gain:?}");
        assert_eq!(carried.before_tax, at_once.before_tax);
        let sum = |flow: &CashFlow| total(flow, |one| one.tax).base();
        let lost = carried.years.last().unwrap().loss_carried.base() * 0.25;
        assert!((sum(&carried) - lost - sum(&at_once)).abs() < 1e-9 * sum(&carried).abs());
    }
}

#[test]
fn terms_that_cannot_be_paid_are_refused() {
    for (terms, word) in [
        (debt(1.0, 0.05, 5), "share of debt"),
        (debt(-0.1, 0.05, 5), "share of debt"),
        (debt(0.5, f64::NAN, 5), "interest on debt"),
        (debt(0.5, 0.05, 0), "term of debt"),
        (debt(0.5, 0.05, 41), "term of debt"),
        (Debt { cost_of_equity: Some(rate(-0.1)), ..debt(0.5, 0.05, 5) }, "cost of equity"),
    ] {
        assert_eq!(terms.checked().unwrap_err().quantity, word);
    }
}
