use std::collections::BTreeMap;
use std::path::PathBuf;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use super::*;
use crate::units::parse::parse_date;

type Memory = BTreeMap<PathBuf, Vec<u8>>;

fn memory(files: &[(&str, &str)]) -> Memory {
    files.iter().map(|(name, text)| (PathBuf::from(name), text.as_bytes().to_vec())).collect()
}

pub(super) fn try_load(files: &[(&str, &str)], set: &[&str]) -> Result<Scenario, ScenarioErrors> {
    let set: Vec<String> = set.iter().map(|&argument| argument.to_owned()).collect();
    load(files[0].0, &set, &memory(files), &Tables::builtin())
}

pub(super) fn good(files: &[(&str, &str)], set: &[&str]) -> Scenario {
    try_load(files, set).unwrap_or_else(|errors| panic!("{errors}"))
}

fn one(text: &str) -> Scenario {
    good(&[("a.toml", text)], &[])
}

fn faults(text: &str) -> Vec<&'static str> {
    let errors = try_load(&[("a.toml", text)], &[]).unwrap_err();
    errors.0.iter().map(|error| error.fault.code()).collect()
}

pub(super) fn shown(scenario: &Scenario, path: &str) -> String {
    let resolved = scenario.input(path).unwrap();
    resolved.key.text(resolved.amount.value, scenario.price_year)
}

#[test]
fn every_scenario_of_the_program_is_sound() {
    let empty = Memory::new();
    for (name, _) in EMBEDDED {
        let scenario = load(name, &[], &empty, &Tables::builtin());
        let scenario = scenario.unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(scenario.inputs.len(), crate::system::inputs::INPUTS.len(), "{name}");
        assert_ne!(scenario.title, *name, "{name} has no title");
        assert_eq!(scenario.file, format!("{name} (built in)"));
    }
}

#[test]
fn what_is_written_is_read_back_to_the_same_case() {
    let empty = Memory::new();
    for (name, _) in EMBEDDED {
        let first = load(name, &[], &empty, &Tables::builtin()).unwrap();
        let again = one(&write(&first));
        assert_eq!(again.nominal(), first.nominal(), "{name}");
        assert_eq!(write(&again), write(&first), "{name}");
        assert_eq!(again.digest, first.digest, "{name}");
        assert_eq!(again.notes, [], "{name}");
    }
}

#[test]
fn defaults_come_from_the_catalog() {
    let scenario = one("title = \"x\"");
    let altitude = scenario.input("orbit.altitude").unwrap();
    assert_eq!(altitude.origin, Origin::Default { address: "model.orbit.altitude".to_owned() });
    assert_eq!(altitude.written, "650 km");
    assert_eq!(altitude.amount.spread, Some((500e3, 1200e3)));
    assert_eq!(altitude.amount.shape, None);
    assert_eq!(shown(&scenario, "mission.start"), "2027-01-01");
    assert_eq!(shown(&scenario, "radiator.attitude"), "edge-on");
    assert_eq!(scenario.price_year, 2026);
    assert!(scenario.free.contains(&"orbit.altitude") && !scenario.free.contains(&"it.power"));
}

#[test]
fn a_case_holds_the_values_and_pins() {
    let scenario = one("[orbit]\naltitude = \"700 km\"\n[mission]\nstart = \
            2028-01-01\n[pin]\n\"radiator.net_flux\" = \"633 W/m2\"");
    let case = scenario.nominal();
    assert!((case.orbit.altitude.base() - 700e3).abs() < 1e-6);
    assert!(
        (case.mission.start.since_j2000().base() - parse_date("2028-01-01").unwrap()).abs() < 1e-3
    );
    assert!((case.pins.net_flux.unwrap().base() - 633.0).abs() < 1e-9);
    assert_eq!(case.pins.availability, None);
}

#[test]
fn a_child_states_only_what_differs() {
    let files = [
        ("studies/child.toml", "based_on = \"parent\"\n[orbit]\naltitude = \"700 km\""),
        (
            "studies/parent.toml",
            "title = \"p\"\nbased_on = \"../base.toml\"\nfree = [\"it.power\"]\n[orbit]\naltitude \
                = \"800 km\"\nltan = \"18 h\"",
        ),
        ("base.toml", "price_year = 2024\n[it]\npower = \"2 MW\""),
    ];
    let scenario = good(&files, &["it.power=3 MW"]);
    assert_eq!(shown(&scenario, "orbit.altitude"), "700 km");
    assert_eq!(shown(&scenario, "orbit.ltan"), "18 h");
    assert_eq!(shown(&scenario, "it.power"), "3000 kW");
    assert_eq!(scenario.input("it.power").unwrap().origin, Origin::Set);
    let origin = Origin::File { name: "studies/parent.toml".to_owned(), line: 6 };
    assert_eq!(scenario.input("orbit.ltan").unwrap().origin, origin);
    assert_eq!((scenario.title.as_str(), scenario.price_year), ("child", 2024));
    assert_eq!(scenario.free, ["it.power"]);
}

#[test]
fn a_file_may_be_named_as_the_scenario_it_is_based_on() {
    let scenario = one("based_on = \"starship\"");
    assert_eq!(shown(&scenario, "launch.price_basis"), "contract");
    let own =
        good(&[("starship.toml", "based_on = \"starship\"\n[orbit]\naltitude = \"700 km\"")], &[]);
    assert_eq!(shown(&own, "launch.price_basis"), "contract");
}

#[test]
fn a_reference_fills_its_group_and_a_key_beside_it_wins() {
    let scenario = one("[launch]\nvehicle = \"nova\"\ncadence = \"50 1/yr\"");
    assert_eq!(shown(&scenario, "launch.price"), "5000 USD2026/kg");
    assert_eq!(shown(&scenario, "launch.payload_low_orbit"), "3000 kg");
    assert_eq!(shown(&scenario, "launch.cadence"), "50 1/yr");
    let price = scenario.input("launch.flight_price").unwrap();
    let origin = Origin::Catalog {
        reference: "launch.vehicle = \"nova\"".to_owned(),
        address: "launch_vehicles.nova.price_per_launch".to_owned(),
    };
    assert_eq!(price.origin, origin);
    assert_eq!(price.amount.spread, Some((6.0e6, 30.0e6)));
    assert_eq!(price.confidence, Some(Confidence::Assumption));
}

#[test]
fn a_contract_gives_the_price_of_a_launch() {
    let scenario =
        one("price_year = 2024\n[launch]\nvehicle = \"starship_v3\"\nprice_basis = \"contract\"");
    assert_eq!(shown(&scenario, "launch.price"), "900 USD2024/kg");
    let price = scenario.input("launch.flight_price").unwrap();
    assert_eq!(price.written, "90 MUSD2024");
    assert_eq!(price.amount.spread, Some((51.0e6, 160.0e6)));
    let follows = scenario.input("launch.price").unwrap();
    assert_eq!(follows.origin, Origin::Follows { path: "launch.flight_price" });
    assert_eq!(follows.amount.spread, None);
}

#[test]
fn another_price_basis_in_a_child_takes_the_price_along() {
    let child = "based_on = \"falcon9\"\n[launch]\nprice_basis = \"internal\"";
    assert_eq!(shown(&one(child), "launch.price"), "1750 USD2026/kg");
    let set = good(&[("a.toml", "based_on = \"falcon9\"")], &["launch.price_basis=internal"]);
    assert_eq!(shown(&set, "launch.price"), "1750 USD2026/kg");
    let stated = one(
        "based_on = \"falcon9\"\n[launch]\nprice_basis = \"internal\"\nprice = \"1 USD2026/kg\"",
    );
    assert_eq!(shown(&stated, "launch.price"), "1 USD2026/kg");
}

#[test]
fn the_price_of_another_vehicle_does_not_stay() {
    let files = [
        (
            "child.toml",
            "based_on = \"parent\"\n[launch]\nvehicle = \"nova\"\nprice_basis = \"internal\"",
        ),
        ("parent.toml", "[launch]\nvehicle = \"neutron\""),
    ];
    let scenario = good(&files, &[]);
    assert_eq!(shown(&scenario, "launch.price"), "5000 USD2026/kg");
    let note = scenario.notes.iter().find(|note| note.path == "launch.flight_price").unwrap();
    assert_eq!(
        (note.code, note.text.as_str()),
        (
            "basis",
            "the catalog has no `internal` value of `launch.flight_price` for `nova`; its \
             launch_vehicles.nova.price_per_launch is taken (assumption)"
        )
    );
}

#[test]
fn a_basis_that_the_vehicle_lacks_leaves_its_own_price() {
    let scenario = good(&[("a.toml", "based_on = \"starship\"")], &["launch.price_basis=internal"]);
    assert_eq!(shown(&scenario, "launch.price"), "949.543 USD2026/kg");
    let note = scenario.notes.iter().find(|note| note.path == "launch.flight_price").unwrap();
    assert!(
        note.text.starts_with("the catalog has no `internal` value for `starship_v3`"),
        "{}",
        note.text
    );
}

#[test]
fn money_of_another_year_is_converted_once_and_said() {
    let scenario = one("[launch]\nprice = \"1000 USD2021/kg\"");
    assert_eq!(shown(&scenario, "launch.price"), "1221.38 USD2026/kg");
    let note = &scenario.notes[0];
    assert_eq!(
        (note.code, note.text.as_str()),
        ("converted", "`1000 USD2021/kg` is 1221.38 USD2026/kg")
    );
    let same = one("price_year = 2021\n[launch]\nprice = \"1000 USD2021/kg\"");
    assert_eq!(same.input("launch.price").unwrap().amount.value.to_bits(), 1000.0_f64.to_bits());
    let euro = one("price_year = 2025\n[launch]\nprice = \"1000 EUR2025/kg\"");
    assert_eq!(shown(&euro, "launch.price"), "1150 USD2025/kg");
}

#[test]
fn an_uncertain_value_keeps_its_shape_and_source() {
    let scenario = one(
        "[launch]\nprice = { value = \"1500 USD2026/kg\", low = \"200 USD2026/kg\", high = \"3000 \
            USD2026/kg\", shape = \"triangular\", source = \"own\", date = 2026-11-01 }",
    );
    let amount = &scenario.input("launch.price").unwrap().amount;
    assert_eq!(amount.spread, Some((200.0, 3000.0)));
    assert_eq!(amount.shape, Some(Shape::Triangular));
    assert_eq!(
        (amount.source.as_deref(), amount.date.as_deref()),
        (Some("own"), Some("2026-11-01"))
    );
}

#[test]
fn overrides_take_what_a_file_takes() {
    let base = ("a.toml", "title = \"x\"");
    let set = |argument: &str| good(&[base], &[argument]);
    assert_eq!(shown(&set("orbit.altitude=700km"), "orbit.altitude"), "700 km");
    assert_eq!(shown(&set("orbit.altitude = \"700 km\""), "orbit.altitude"), "700 km");
    assert_eq!(shown(&set("it.utilization=0.5"), "it.utilization"), "0.5");
    assert_eq!(shown(&set("mission.start=2030-01-01"), "mission.start"), "2030-01-01");
    assert_eq!(shown(&set("launch.vehicle=nova"), "launch.payload_low_orbit"), "3000 kg");
    assert_eq!(set("price_year=2024").price_year, 2024);
    assert_eq!(set("pin.radiator.net_flux=633 W/m2").pins.len(), 1);
    let spread = set("orbit.altitude={ value = \"700 km\", low = \"600 km\", high = \"800 km\" }");
    assert_eq!(spread.input("orbit.altitude").unwrap().amount.spread, Some((600e3, 800e3)));
}

#[test]
fn all_faults_of_a_file_come_at_once_in_their_order() {
    let text = "schema = 3\n[orbit]\naltitude = \"650 kg\"\nltn = \"6 h\"\n[launch]\nprice = \"5 \
        USD/kg\"\nvehicle = \"falcon0\"\n";
    assert_eq!(faults(text), ["schema", "dimension", "unknown-key", "money-year", "catalog"]);
}

#[test]
fn a_fault_names_line_column_and_key() {
    let errors =
        try_load(&[("a.toml", "title = \"ä\"\n[orbit]\naltitude = \"650 kg\"")], &[]).unwrap_err();
    let place = errors.0[0].place.as_ref().unwrap();
    assert_eq!((place.line(), place.column()), (3, 13));
    assert_eq!(errors.0[0].key.as_deref(), Some("orbit.altitude"));
    assert_eq!(errors.to_string(), "a.toml:3:13: expected a length, found a mass: `650 kg`");
}

#[test]
fn a_text_with_escapes_is_pointed_at_as_a_whole() {
    let errors = try_load(&[("a.toml", "[orbit]\naltitude = \"650 \\u006bg\"")], &[]).unwrap_err();
    let place = errors.0[0].place.as_ref().unwrap();
    assert_eq!(&place.text.content[place.span.clone()], "\"650 \\u006bg\"");
}

#[test]
fn the_patch_of_a_fault_mends_the_file() {
    for text in [
        "[orbit]\naltitude = 650",
        "[orbit]\naltitude = 650 km # as flown",
        "[orbit]\naltitud = \"650 km\"",
        "[orbti]\naltitude = \"650 km\"",
        "[launch]\nprice = \"$1500/kg\"",
        "[it]\npower = \"1,000 Kw\"",
        "[it]\npower = \"1000 Kw\"",
        "[launch]\nvehicle = \"falcon-9\"",
        "[radiator]\nattitude = \"edge on\"",
        "[finance]\norbit_discount_rate = \"15 %\"",
        "[orbit]\ninclination = \"0.9 rad\"",
        "[it]\nutilization = 80",
        "based_on = \"reference-2025\"",
        "free = [\"orbit.altitud\"]",
        "[pin]\n\"radiator.net_flx\" = \"633 W/m2\"",
        "schema = 2",
    ] {
        let mut text = text.to_owned();
        for _ in 0..3 {
            let Err(errors) = try_load(&[("a.toml", &text)], &[]) else { break };
            let patch = errors.0[0].patch.clone().unwrap_or_else(|| panic!("{text}: {errors}"));
            text.replace_range(patch.span, &patch.replacement);
        }
        assert!(try_load(&[("a.toml", &text)], &[]).is_ok(), "{text}");
    }
}

#[test]
fn two_scenarios_with_one_value_apart_have_two_digests() {
    let digest = |text: &str| one(text).digest;
    assert_ne!(digest("[orbit]\naltitude = \"650 km\""), digest("[orbit]\naltitude = \"651 km\""));
    assert_eq!(
        digest("[orbit]\naltitude = \"700 km\""),
        digest("[orbit]\naltitude = \"700000 m\" # same")
    );
}

const PIECES: &[&str] = &[
    "[",
    "]",
    "=",
    "\"",
    "'",
    "{",
    "}",
    ",",
    "\n",
    " ",
    ".",
    "#",
    "650 km",
    "orbit",
    "altitude",
    "pin",
    "free",
    "based_on",
    "launch",
    "vehicle",
    "price",
    "value",
    "low",
    "1",
    "USD",
    "falcon9",
    "é",
    "price_year",
    "2027-01-01",
    "inf",
    "[orbit]\n",
    "altitude = \"650 kg\"\n",
    "\\u0041",
    "\r\n",
    "true",
    "a.toml",
];

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 192,
        failure_persistence: Some(Box::new(FileFailurePersistence::SourceParallel(
            "tests/proptest-regressions",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_file_panics(
        parts in prop::collection::vec(0..PIECES.len(), 0..24),
        sets in prop::collection::vec(0..PIECES.len(), 0..6)
    ) {
        let text: String = parts.iter().map(|&part| PIECES[part]).collect();
        let set: String = sets.iter().map(|&part| PIECES[part]).collect();
        if let Err(errors) = try_load(&[("a.toml", &text)], &[&set]) {
            for error in &errors.0 {
                if let Some(place) = &error.place {
                    prop_assert!(place.text.content.get(place.span.clone()).is_some(), "{:?} of \
                        {:?}", place.span, place.text.content);
                    prop_assert!(place.line() >= 1 && place.column() >= 1);
                }
                if let (Some(patch), Some(place)) = (&error.patch, &error.place) {
                    prop_assert!(place.text.content.get(patch.span.clone()).is_some());
                }
            }
        }
    }

    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..64)) {
        let mut files = Memory::new();
        files.insert(PathBuf::from("a.toml"), bytes);
        match load("a.toml", &[], &files, &Tables::builtin()) {
            Ok(scenario) => prop_assert!(!scenario.inputs.is_empty()),
            Err(errors) => prop_assert!(!errors.0.is_empty()),
        }
    }
}

#[test]
fn black_carbon_that_a_scenario_states_is_known_whatever_the_vehicle_says() {
    let unknown = one("[launch]\nvehicle = \"vulcan\"");
    assert_eq!(shown(&unknown, "launch.emissions"), "unknown");
    let stated = one("[launch]\nvehicle = \"vulcan\"\nblack_carbon = \"3 t\"");
    assert_eq!(shown(&stated, "launch.emissions"), "known");
    let from = &stated.input("launch.emissions").unwrap().origin;
    assert!(matches!(from, Origin::File { line: 3, .. }), "{from:?}");
    // that of the vehicle before is not that of this one
    let parent = ("parent.toml", "[launch]\nvehicle = \"nova\"\nblack_carbon = \"3 t\"");
    let child = ("child.toml", "based_on = \"parent.toml\"\n[launch]\nvehicle = \"vulcan\"");
    assert_eq!(shown(&good(&[child, parent], &[]), "launch.emissions"), "unknown");
}

#[test]
fn black_carbon_beside_emissions_that_are_called_unknown_is_not_ignored_silently() {
    let both = one("[launch]\nblack_carbon = \"3 t\"\nemissions = \"unknown\"");
    assert_eq!(shown(&both, "launch.emissions"), "unknown");
    let remark = both.notes.iter().find(|note| note.path == "launch.black_carbon").unwrap();
    assert!(remark.code == "ignored" && remark.text.contains("3 t"), "{remark:?}");
}

#[test]
fn a_rate_is_real_as_written_and_nominal_where_it_says_so() {
    let rates = |text: &str| {
        let case = one(&format!("[finance]\n{text}")).nominal();
        [case.orbit_rate(), case.ground_rate()].map(|rate| rate.get::<crate::units::per_year>())
    };
    let close = |found: [f64; 2], wanted: [f64; 2]| {
        let apart = found.iter().zip(&wanted).map(|(one, other)| (one - other).abs());
        assert!(apart.fold(0.0, f64::max) < 1e-12, "{found:?} {wanted:?}");
    };
    let real = |nominal: f64, inflation: f64| (1.0 + nominal) / (1.0 + inflation) - 1.0;
    close(rates(""), [real(0.15, 0.025), real(0.103, 0.025)]);
    close(rates("inflation = \"4 %/yr\""), [real(0.15, 0.04), real(0.103, 0.04)]);
    close(rates("orbit_discount_rate = \"12 %/yr\""), [0.12, real(0.103, 0.025)]);
    let both = "ground_discount_rate = { value = \"12 %/yr\", basis = \"nominal\" }\n\
        orbit_discount_rate = { value = \"12 %/yr\", basis = \"real\" }";
    close(rates(both), [0.12, real(0.12, 0.025)]);
    // the layer above states anew what a rate is
    let above = [
        ("a.toml", "based_on = \"b.toml\"\n[finance]\nground_discount_rate = \"12 %/yr\""),
        ("b.toml", &format!("[finance]\n{both}")),
    ];
    let found = good(&above, &[]).nominal().ground_rate();
    assert!((found.get::<crate::units::per_year>() - 0.12).abs() < 1e-12);
}

#[test]
fn only_a_discount_rate_has_a_basis_and_it_is_real_or_nominal() {
    let basis = |input: &str, word: &str| faults(&format!("{input}, basis = \"{word}\" }}"));
    let rate = "[finance]\norbit_discount_rate = { value = \"12 %/yr\"";
    assert_eq!(basis(rate, "nominl"), ["choice"]);
    assert_eq!(basis("[finance]\norbit_insurance = { value = \"1 %/yr\"", "real"), ["spread"]);
}
