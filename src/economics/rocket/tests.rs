use super::*;
use crate::units::{
    Frequency, Ratio, Time, count, fraction, million_usd, per_year, usd_per_year, year,
};

fn money(value: f64) -> Money {
    Money::new::<million_usd>(value)
}

fn a_year(value: f64) -> Frequency {
    Frequency::new::<per_year>(value)
}

fn years(value: f64) -> Time {
    Time::new::<year>(value)
}

/// Stages for nothing, no fixed cost, no tax, no interest: 50 flights a year from year 2 on.
fn plain() -> Company {
    let stage = RocketStage { price: money(0.0), flights: fraction(10.0), rate: a_year(10.0) };
    Company {
        control: money(2000.0),
        completion: money(1000.0),
        wait: years(2.0),
        fixed: crate::units::MoneyPerTime::new::<usd_per_year>(0.0),
        booster: stage,
        ship: stage,
        operations: money(5.0),
        market_price: money(15.0),
        outside_flights: a_year(0.0),
        outside_price: money(15.0),
        cadence: a_year(50.0),
        ramp: years(0.0),
        need: Need { fleet: fraction(1e9), life: years(5.0), repeated: a_year(0.0) },
        tax: fraction(0.0),
        resale: years(0.0),
        horizon: years(10.0),
        rate: a_year(0.0),
    }
}

fn needing(fleet: f64) -> Company {
    Company { need: Need { fleet: fraction(fleet), ..plain().need }, ..plain() }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-6 * other.abs().max(1.0)
}

#[test]
fn a_flight_costs_its_share_of_the_stages_and_its_operations() {
    let parts = |booster: f64, ship: f64, operations: f64| BuildUp {
        booster: money(60.0),
        booster_flights: count(booster),
        ship: money(30.0),
        ship_flights: count(ship),
        operations: money(operations),
    };
    assert!((flight_cost(&parts(1.0, 1.0, 5.0)).get::<million_usd>() - 95.0).abs() < 1e-9);
    assert!((flight_cost(&parts(10.0, 10.0, 5.0)).get::<million_usd>() - 14.0).abs() < 1e-9);
    assert!((flight_cost(&parts(50.0, 50.0, 3.0)).get::<million_usd>() - 4.8).abs() < 1e-9);
}

#[test]
fn three_hundred_flights_repay_three_billion_without_interest() {
    let owned = plain().owned();
    assert!(close(owned.program_flights.base(), 400.0), "{owned:?}");
    assert!(close(owned.net_value.get::<million_usd>(), 1000.0));
    assert!(close(owned.payback().unwrap().get::<year>(), 8.0));
}

#[test]
fn no_flight_is_flown_that_nobody_needs() {
    let small = needing(2.0).owned();
    assert!(close(small.program_flights.base(), 4.0), "first fleet and the next five years on");
    assert!(close(small.net_value.get::<million_usd>(), -2960.0));
    let with_others = Company { outside_flights: a_year(10.0), ..needing(2.0) }.owned();
    assert!(close(with_others.outside_flights.base(), 80.0));
    let full = Company { outside_flights: a_year(90.0), ..needing(60.0) }.owned();
    let all = full.program_flights + full.outside_flights;
    assert!(close(all.base(), 400.0) && close(full.program_flights.base(), 120.0), "{full:?}");
}

#[test]
fn what_fails_is_flown_again_beside_the_fleet() {
    let need = Need { fleet: fraction(10.0), life: years(50.0), repeated: a_year(0.1) };
    let owned = Company { need, ..plain() }.owned();
    assert!(close(owned.program_flights.base(), 17.0), "ten, then one in each of seven years");
}

#[test]
fn interest_moves_the_payback_beyond_ten_years() {
    let dear = Company { rate: a_year(0.15), ..plain() }.owned();
    assert!(dear.net_value.base() < 0.0 && dear.payback().is_none());
    assert!(dear.rate_of_return().unwrap() < a_year(0.15));
    let at_return = Company { rate: dear.rate_of_return().unwrap(), ..plain() };
    assert!(at_return.net_value().get::<million_usd>().abs() < 1e-6);
}

#[test]
fn stages_are_bought_whole_for_the_busiest_year() {
    let stage = RocketStage { price: money(20.0), flights: fraction(100.0), rate: a_year(10.0) };
    let bought = |fleet: f64| {
        let company = Company { booster: stage, ..needing(fleet) };
        company.course().fold(money(0.0), |sum, one| sum + one.stages).get::<million_usd>()
    };
    assert!(close(bought(1.0), 20.0));
    assert!(close(bought(40.0), 100.0), "four, and one for the 0.4 that are worn by then");
    assert!(close(bought(1e9), 180.0), "five in service when 3.5 are worn");
    let worn = RocketStage { flights: fraction(10.0), ..stage };
    let company = Company { booster: worn, ..plain() };
    let spent = company.course().fold(money(0.0), |sum, one| sum + one.stages);
    assert!(close(spent.get::<million_usd>(), 800.0), "400 flights of 10 each");
}

#[test]
fn tax_takes_its_share_of_all_but_control() {
    let taxed = Company { tax: fraction(0.2), ..plain() }.owned();
    // (4000 - 1000) less a fifth, less 2000, of which a fifth is set off at the horizon
    assert!(close(taxed.net_value.get::<million_usd>(), 2400.0 - 2000.0 + 400.0));
    let sold = Company { resale: years(2.0), ..plain() }.owned();
    assert!(close(sold.net_value.get::<million_usd>(), 2000.0), "two years of 500");
}

#[test]
fn break_even_points_are_confirmed_by_typing_them_back() {
    let fixed = crate::units::MoneyPerTime::new::<usd_per_year>(5.0e7);
    let stage = RocketStage { price: money(20.0), flights: fraction(20.0), rate: a_year(10.0) };
    let company = Company {
        tax: fraction(0.21),
        rate: a_year(0.1),
        resale: years(5.0),
        fixed,
        booster: stage,
        ..plain()
    };
    let owned = company.owned();
    let worth = |company: Company| company.net_value().get::<million_usd>();
    let full = owned.full_flight_cost().unwrap();
    assert!(worth(Company { market_price: full, ..company }).abs() < 1e-3);
    let cheap = Company { control: money(100.0), ..company };
    let control = cheap.owned().equal_control().unwrap();
    assert!(worth(Company { control, ..cheap }).abs() < 1e-6);
    let dear = Company { control: money(1e6), market_price: money(6.0), ..company };
    assert_eq!(dear.owned().equal_control(), None);
    let cadence = owned.equal_cadence().unwrap();
    assert!(worth(Company { cadence, ..company }).abs() < 25.0, "within the price of a stage");
    let fleet = cheap.owned().equal_fleet().unwrap();
    let with = |fleet: Ratio| worth(Company { need: Need { fleet, ..cheap.need }, ..cheap });
    assert!(with(fleet) >= 0.0 && with(fleet) < 25.0 && with(fleet * 0.9) < 0.0);
}

#[test]
fn a_flight_that_costs_more_than_the_market_never_pays() {
    let dear = Company { operations: money(16.0), horizon: years(40.0), ..plain() }.owned();
    assert!(dear.payback().is_none() && dear.equal_fleet().is_none());
    assert!(dear.equal_cadence().is_none() && dear.equal_control().is_none());
}
