use crate::scenario::tests::{good, shown, try_load};
use crate::scenario::{Scenario, ScenarioErrors, write};

fn bad(files: &[(&str, &str)], set: &[&str]) -> ScenarioErrors {
    try_load(files, set).unwrap_err()
}

fn codes(errors: &ScenarioErrors) -> Vec<&'static str> {
    errors.0.iter().map(|error| error.fault.code()).collect()
}

#[test]
fn a_price_per_kilogram_makes_the_price_of_a_launch_with_the_nominal_payload() {
    let price = |set: &[&str]| {
        let scenario = good(&[("a.toml", "based_on = \"falcon9\"")], set);
        scenario.nominal().launch.flight_price.base()
    };
    assert_eq!(price(&[]).to_bits(), 74.0e6_f64.to_bits());
    assert_eq!(price(&["launch.price=4000 USD2026/kg"]).to_bits(), 70.0e6_f64.to_bits());
    let more = ["launch.price=4000 USD2026/kg", "launch.payload_low_orbit=30 t"];
    assert_eq!(price(&more).to_bits(), 70.0e6_f64.to_bits());
    let stated = ["launch.price=4000 USD2026/kg", "launch.reference_payload=10 t"];
    assert_eq!(price(&stated).to_bits(), 40.0e6_f64.to_bits());
    assert_eq!(price(&["launch.payload_low_orbit=30 t"]).to_bits(), 74.0e6_f64.to_bits());
}

#[test]
fn the_nearer_of_two_prices_wins_and_both_in_one_place_are_refused() {
    let parent = ("p.toml", "[launch]\nflight_price = \"60 MUSD2026\"");
    let child = ("c.toml", "based_on = \"p\"\n[launch]\nprice = \"1000 USD2026/kg\"");
    let flight = |scenario: Scenario| scenario.nominal().launch.flight_price.base();
    assert_eq!(flight(good(&[child, parent], &[])).to_bits(), 17.5e6_f64.to_bits());
    let typed = good(&[child, parent], &["launch.flight_price=80 MUSD2026"]);
    assert_eq!(flight(typed).to_bits(), 80.0e6_f64.to_bits());
    let both = "[launch]\nprice = \"1000 USD2026/kg\"\nflight_price = \"60 MUSD2026\"";
    assert_eq!(codes(&bad(&[("a.toml", both)], &[])), ["prices"]);
    let typed = ["launch.price=1000 USD2026/kg", "launch.flight_price=80 MUSD2026"];
    assert_eq!(codes(&bad(&[parent], &typed)), ["prices"]);
}

#[test]
fn a_launch_and_what_it_carries_are_two_lines() {
    let two = ["launch.flight_price=60 MUSD2026", "launch.capacity=10 t"];
    let case = good(&[("a.toml", "title = \"x\"")], &two).nominal();
    assert_eq!(case.launch.flight_price.base().to_bits(), 60.0e6_f64.to_bits());
    assert_eq!(case.launch.capacity.base().to_bits(), 1.0e4_f64.to_bits());
}

#[test]
fn what_is_written_is_read_back_whichever_price_leads() {
    for set in ["launch.price=1000 USD2026/kg", "launch.flight_price=60 MUSD2026"] {
        let scenario = good(&[("a.toml", "[launch]\nvehicle = \"nova\"")], &[set]);
        let text = write(&scenario);
        let again = good(&[("a.toml", &text)], &[]);
        assert_eq!(again.nominal(), scenario.nominal(), "{set}");
    }
}

#[test]
fn an_entry_that_lacks_a_value_is_refused_with_its_name_and_what_it_lacks() {
    let file = |vehicle: &str| format!("[launch]\nvehicle = \"{vehicle}\"");
    let errors = bad(&[("a.toml", &file("falcon9_expended"))], &[]);
    let fault = errors.0[0].fault.to_string();
    let told =
        "the catalog has no `launch.flight_price` for `launch.vehicle = \"falcon9_expended\"`";
    assert_eq!(fault, told);
    let stated =
        good(&[("a.toml", &file("falcon9_expended"))], &["launch.flight_price=100 MUSD2026"]);
    assert_eq!(shown(&stated, "launch.payload_low_orbit"), "22800 kg");
    assert_eq!(codes(&bad(&[("a.toml", &file("starship_v4"))], &[])), ["catalog"]);
    let own = "based_on = \"reference-2026\"\n[it]\naccelerator = \"h200_sxm\"";
    assert!(bad(&[("a.toml", own)], &[]).0[0].fault.to_string().contains("`it.price`"));
    let site = "based_on = \"reference-2026\"\n[ground]\nsite = \"br\"";
    let told = bad(&[("a.toml", site)], &[]).0[0].fault.to_string();
    assert!(told.contains("`ground.electricity_price`"), "{told}");
}

#[test]
fn a_stated_payload_takes_the_place_of_the_stages_and_a_vehicle_nearer_takes_it_back() {
    let file = "[launch]\nvehicle = \"long_march_5b\"\ncapacity = \"15 t\"\ncadence = \"4 1/yr\"";
    let scenario = good(&[("a.toml", file)], &[]);
    assert_eq!(shown(&scenario, "launch.capacity"), "15000 kg");
    let other = good(&[("a.toml", file)], &["launch.vehicle=falcon9"]);
    assert_eq!(shown(&other, "launch.capacity"), "0 kg");
}

#[test]
fn a_vehicle_sets_its_launch_site_and_a_site_beside_it_wins() {
    let latitude = |set: &[&str]| {
        let scenario = good(&[("a.toml", "title = \"x\"")], set);
        [shown(&scenario, "launch.latitude"), shown(&scenario, "launch.reference_latitude")]
    };
    assert_eq!(latitude(&["launch.vehicle=ariane64"]), ["5.2 deg", "5.2 deg"]);
    for set in [
        ["launch.vehicle=falcon9", "launch.site=launch_site_vandenberg"],
        ["launch.site=launch_site_vandenberg", "launch.vehicle=falcon9"],
    ] {
        assert_eq!(latitude(&set), ["34.7 deg", "28.5 deg"]);
    }
}
