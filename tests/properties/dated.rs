//! Rates of return and payback of dated flows, on cases whose right values are known.

use skyrack::economics::finance::InternalRate;
use skyrack::scenario::open;
use skyrack::studies::cashflow::{Side, cash_flow};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::units::{million_usd, per_year, year};

fn of(name: &str, set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|one| (*one).to_owned()).collect();
    EvaluatedScenario::new(open(name, &set).unwrap()).unwrap()
}

fn single(found: &InternalRate) -> f64 {
    match found {
        InternalRate::Single(rate) => rate.get::<per_year>(),
        other => panic!("{other:?}"),
    }
}

/// Both sides buy the same computers at the same dates and nothing else.
const SAME_CASH: [&str; 36] = [
    "array.price=0 USD2026/W",
    "array.areal_price=0 USD2026/m2",
    "battery.price=0 USD2026/Wh",
    "radiator.price=0 USD2026/m2",
    "radiator.louvers=0",
    "coolant.loop_price=0 USD2026/kW",
    "heat_pump.lift=0 K",
    "pmad.price=0 USD2026/kW",
    "satellite.structure_price=0 USD2026/kg",
    "satellite.avionics_price=0 USD2026",
    "satellite.ground_operations=0 USD2026/yr",
    "satellite.lead=0.25 yr",
    "it.orbit_lead=0.25 yr",
    "ground.resale=0",
    "shielding.price=0 USD2026/kg",
    "propulsion.price=0 USD2026",
    "link.terminal_price=0 USD2026",
    "launch.price=0 USD2026/kg",
    "launch.price_basis=target",
    "launch.cadence=1000000 1/yr",
    "fleet.spares=0",
    "fleet.failure_rate=0 1/yr",
    "it.spares=0",
    "it.failure_rate=0 1/yr",
    "finance.orbit_discount_rate=10.3 %/yr",
    "finance.ground_discount_rate=10.3 %/yr",
    "finance.launch_insurance=0",
    "finance.orbit_insurance=0 1/yr",
    "ground.facility_price=0 USD2026/W",
    "ground.electricity_price=0 USD2026/kWh",
    "ground.failure_rate=0 1/yr",
    "ground.maintenance=0 1/yr",
    "ground.water_price=0 USD2026/m3",
    "ground.delay=0 yr",
    "finance.tax=0",
    "satellite.assembly_share=0",
];

#[test]
fn prop_the_same_cash_on_both_sides_has_one_value_one_rate_and_one_payback() {
    let found = of("reference-2026", &SAME_CASH).value("orbit.availability").unwrap();
    let available = format!("ground.availability={found}");
    let subject = of("reference-2026", &[&SAME_CASH[..], &[&available]].concat());
    let [orbit, ground] = [Side::Orbit, Side::Ground]
        .map(|side| cash_flow(&subject.evaluation, side).unwrap().after_tax);
    let alike = |one: f64, other: f64| (one - other).abs() < 2e-5 * other.abs();
    assert!(
        alike(orbit.net_value.get::<million_usd>(), ground.net_value.get::<million_usd>()),
        "{orbit:?} {ground:?}"
    );
    let rates = [&orbit, &ground].map(|found| single(&found.rate_of_return));
    assert!(alike(rates[0], rates[1]), "{rates:?}");
    assert!((rates[1] - 0.5075).abs() < 0.0025, "{rates:?}");
    let paid = [&orbit, &ground].map(|found| found.payback.unwrap().first.get::<year>());
    assert!(alike(paid[0], paid[1]), "{paid:?}");
}

#[test]
fn prop_a_lead_of_a_little_less_than_a_year_moves_rate_and_payback_a_little() {
    let ground = |lead: &str, price: &str| {
        let set = [
            format!("ground.facility_lead={lead}"),
            format!("it.gpu_hour_price={price} USD2026/h"),
            "finance.ground_discount_rate=10.3 %/yr".to_owned(),
            "ground.resale=0".to_owned(),
        ];
        let set: Vec<&str> = set.iter().map(String::as_str).collect();
        let subject = of("reference-2026", &set);
        cash_flow(&subject.evaluation, Side::Ground).unwrap().after_tax
    };
    for (lead, rate, paid) in [("1 yr", 0.2839, 4.13), ("0.99 yr", 0.2841, 4.12)] {
        let found = ground(lead, "5.88");
        let got = (single(&found.rate_of_return), found.payback.unwrap().first.get::<year>());
        assert!((got.0 - rate).abs() < 5e-5 && (got.1 - paid).abs() < 5e-3, "{lead}: {got:?}");
    }
    let loses = ground("1 yr", "3.7");
    assert!((loses.net_value.get::<million_usd>() + 0.27).abs() < 5e-3, "{loses:?}");
    assert!((single(&loses.rate_of_return) - 0.1020).abs() < 5e-5 && loses.payback.is_none());
}
