//! What people quote: the price of a sold hour, time to full power, the price of a satellite.

use skyrack::scenario::open;
use skyrack::studies::cashflow::{Side, cash_flow};
use skyrack::studies::evaluated::EvaluatedScenario;

fn of(set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|one| (*one).to_owned()).collect();
    EvaluatedScenario::new(open("optimistic-2035", &set).unwrap()).unwrap()
}

fn shown(subject: &EvaluatedScenario, path: &str) -> f64 {
    subject.shown(path).unwrap_or_else(|| panic!("no {path}"))
}

#[test]
fn prop_at_the_price_of_a_sold_hour_a_side_is_worth_nothing() {
    for terms in [
        &[][..],
        &["ground.ramp=1.7 yr", "ground.delay=0.6 yr", "launch.cadence=3 1/yr"],
        &["it.gpu_hour_price_change=-0.1 1/yr", "finance.tax=0.21", "it.power=20 MW"],
    ] {
        for side in ["orbit", "ground"] {
            let price = shown(&of(terms), &format!("{side}.price_per_sold_gpu_hour"));
            let set = format!("it.gpu_hour_price={price} USD2026/h");
            let subject = of(&[terms, &[&set]].concat());
            let left = shown(&subject, &format!("{side}.net_present_value")).abs();
            let turnover = shown(&subject, &format!("{side}.present_cost")) * 1.0e-6;
            assert!(left < 1.0e-9 * turnover, "{side} {terms:?}: {left}");
        }
    }
}

#[test]
fn prop_a_sold_hour_is_an_available_one_over_utilization() {
    let subject = of(&["it.utilization=0.8"]);
    for side in ["orbit", "ground"] {
        let available = shown(&subject, &format!("{side}.cost_per_gpu_hour"));
        let sold = shown(&subject, &format!("{side}.price_per_sold_gpu_hour"));
        assert!((sold * 0.8 / available - 1.0).abs() < 1.0e-12, "{side}: {sold} {available}");
    }
}

#[test]
fn prop_cadence_ramp_and_queue_move_time_and_its_value_and_no_cost() {
    let base = ["it.power=20 MW", "it.gpu_hour_price=7 USD2026/h", "satellite.count=160"];
    let read = |more: &[&str]| {
        let subject = of(&[&base[..], more].concat());
        [
            "orbit.years_to_full_power",
            "ground.years_to_full_power",
            "orbit.value_of_earlier_power",
            "ground.cost_per_gpu_hour",
        ]
        .map(|path| shown(&subject, path))
    };
    let plain = read(&[]);
    let slow = read(&["launch.cadence=2 1/yr"]);
    let ramped = read(&["launch.ramp=4 yr"]);
    let queued = read(&["ground.delay=3 yr"]);
    let phased = read(&["ground.ramp=3 yr"]);
    assert!(slow[0] > plain[0] && ramped[0] > plain[0]);
    assert!((queued[1] - plain[1] - 3.0).abs() < 1e-9 && (phased[1] - 3.0).abs() < 1e-9);
    // at this price the ground earns money, so that earlier power is worth something
    assert!(slow[2] < plain[2] && ramped[2] < plain[2]);
    assert!(queued[2] > plain[2] && phased[2] > plain[2] && queued[2] > phased[2]);
    for other in [slow, ramped, queued, phased] {
        assert!((other[3] / plain[3] - 1.0).abs() < 1e-12);
    }
}

#[test]
fn prop_the_years_of_a_ramp_add_up_to_the_closed_form() {
    let subject = of(&["ground.ramp=2.3 yr", "ground.delay=0.4 yr", "finance.tax=0.21"]);
    let flow = cash_flow(&subject.evaluation, Side::Ground).unwrap();
    assert!(flow.residual.base() < 1.0e-9, "{:e}", flow.residual.base());
    let years: f64 = flow.years.iter().map(|one| one.at_work.base()).sum();
    let horizon = shown(&subject, "finance.horizon");
    assert!((years - horizon).abs() < 1.0e-6, "{years}");
}

#[test]
fn prop_a_stated_price_of_a_satellite_takes_the_place_of_its_parts() {
    // in USD/W of all IT, and of the array over its power
    let platform = |set: &[&str]| {
        let subject = of(set);
        let spares = shown(&subject, "satellite.spares") / shown(&subject, "satellite.count");
        let platform = shown(&subject, "cost.hardware") - shown(&subject, "cost.computers");
        let array = shown(&subject, "cost.array") / shown(&subject, "array.power_bol");
        [platform, array].map(|price| price / (1.0 + spares))
    };
    let prices = ["array.areal_price=0 USD2026/m2", "array.price=30 USD2026/W"];
    let of_parts = platform(&prices);
    let doubled = platform(&[&prices[..], &["satellite.price_factor=2"]].concat());
    assert!((doubled[1] / of_parts[1] - 2.0).abs() < 1.0e-9 && doubled[0] > 1.5 * of_parts[0]);
    for more in [&[][..], &["satellite.price_factor=3"], &["array.price=0 USD2026/W"]] {
        let stated = ["satellite.platform_price=12 USD2026/W"];
        let [price, array] = platform(&[&stated[..], more].concat());
        assert!((price - 12.0).abs() < 1.0e-9 && array.abs() < 1.0e-12, "{price} {array}");
    }
}

#[test]
fn prop_carbon_of_an_own_plant_follows_its_heat_rate() {
    for (rate, carbon) in [("10000", 530.6), ("6654", 353.06), ("20000", 1061.2)] {
        let heat = format!("ground.heat_rate={rate} Btu/kWh");
        let subject = of(&["ground.supply=own", &heat]);
        let found = shown(&subject, "ground.power_carbon");
        assert!((found - carbon).abs() < 0.01 * carbon / 100.0, "{rate}: {found}");
    }
    let grid = of(&["ground.heat_rate=10000 Btu/kWh"]);
    assert!((shown(&grid, "ground.power_carbon") - 369.0).abs() < 1.0e-9);
}
