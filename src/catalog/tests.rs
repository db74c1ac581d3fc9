use std::collections::BTreeSet;

use super::*;
use crate::system::inputs::input;
use crate::system::value::Form;
use crate::units::parse::Currency;

fn catalog() -> &'static Catalog {
    Catalog::builtin()
}

#[test]
fn every_line_of_the_embedded_files_is_read() {
    let (catalog, errors) = Catalog::from_text(&FILES, PRICE_INDEX, GROUPS);
    assert_eq!(errors, []);
    assert!(catalog.rows().len() > 680);
    let kinds: Vec<_> = catalog.kinds().collect();
    assert_eq!(kinds, FILES.map(|(kind, _)| kind));
}

#[test]
fn low_is_at_most_nominal_is_at_most_high() {
    for row in catalog().rows() {
        if let Stated::Number { low, nominal, high, .. } = row.stated {
            assert!(low <= nominal && nominal <= high, "{}: {low} {nominal} {high}", row.address());
        }
    }
}

#[test]
fn every_row_has_a_date_and_a_source() {
    for row in catalog().rows() {
        assert!(!row.source.date.is_empty(), "{}", row.address());
        assert!(!row.source.title.is_empty(), "{}", row.address());
    }
}

#[test]
fn money_has_a_year_and_nothing_else_has() {
    for row in catalog().rows() {
        let money = row.unit.contains("USD") || row.unit.contains("EUR");
        assert_eq!(money, row.currency_year.is_some(), "{} in {}", row.address(), row.unit);
    }
}

#[test]
fn an_assumption_says_why() {
    for row in catalog().rows() {
        let silent = row.confidence == Confidence::Assumption && row.note.is_empty();
        assert!(!silent, "{}", row.address());
    }
}

#[test]
fn an_address_names_one_row() {
    let mut seen = BTreeSet::new();
    for row in catalog().rows() {
        assert!(seen.insert(row.address()), "{} stands twice", row.address());
    }
}

#[test]
fn all_money_is_converted_to_the_default_price_year() {
    for row in catalog().rows().iter().filter(|row| row.price_basis().is_some()) {
        let spread = catalog().value(&row.address(), 2026);
        assert!(spread.is_ok(), "{}: {spread:?}", row.address());
    }
}

#[test]
fn a_value_is_found_by_its_address() {
    let spread = catalog().value("launch_vehicles.falcon9.price_per_launch", 2026).unwrap();
    assert_eq!(spread, Spread { low: 69.75e6, nominal: 74e6, high: 78.5e6 });
    let missing = catalog().value("launch_vehicles.falcon10.price_per_launch", 2026).unwrap_err();
    assert_eq!(
        missing.to_string(),
        "the catalog has no row `launch_vehicles.falcon10.price_per_launch`"
    );
    let words = catalog().value("model.orbit.plane", 2026).unwrap_err();
    assert_eq!(words.to_string(), "the catalog row `model.orbit.plane` holds words, not a number");
}

#[test]
fn the_price_index_agrees_with_the_factors_of_finance() {
    for row in catalog().rows().iter().filter(|row| row.id.starts_with("cpi_")) {
        let year: u16 = row.id[4..8].parse().unwrap();
        let basis = MoneyBasis { currency: Currency::Usd, year: Some(year) };
        let factor = catalog().prices().factor(basis, 2026, 1).unwrap();
        let Stated::Number { low, high, .. } = row.stated else { panic!("{}", row.address()) };
        assert!((low..=high).contains(&factor), "{}: {factor} is not in {low} to {high}", row.id);
    }
}

#[test]
fn a_year_without_index_is_an_error() {
    let basis = |year| MoneyBasis { currency: Currency::Usd, year: Some(year) };
    let error = catalog().prices().factor(basis(1951), 2026, 1).unwrap_err();
    assert_eq!(error.to_string(), "no price index for 1951; the index covers 1972 to 2026");
    assert_eq!(catalog().prices().factor(basis(1951), 1951, 1), Ok(1.0));
    let euro = MoneyBasis { currency: Currency::Eur, year: Some(2018) };
    let error = catalog().prices().factor(euro, 2026, 1).unwrap_err();
    assert_eq!(
        error.to_string(),
        "no exchange rate from EUR to USD in 2018; rates cover 2025 to 2026"
    );
}

#[test]
fn groups_fill_inputs_that_exist_with_their_dimension() {
    for group in catalog().groups() {
        assert!(!group.ids(catalog()).is_empty(), "{}", group.key);
        for filling in &group.fillings {
            let known = input(&filling.input);
            assert!(known.is_some(), "{}: {}", group.key, filling.input);
        }
        for id in group.ids(catalog()) {
            for path in group.inputs() {
                for basis in ["list", "contract", "internal", "target"] {
                    let Some(filled) = group.filled(catalog(), id, path, basis) else { continue };
                    if let Form::Choice(names) = input(path).unwrap().form {
                        let text = filled.numerator.text().unwrap();
                        assert!(names.contains(&text), "{id}: {path} is `{text}`");
                        continue;
                    }
                    let above = filled.numerator.exponents().unwrap();
                    let below = filled.denominator.map_or([0; 10], |row| row.exponents().unwrap());
                    if filled.denominator.is_none() {
                        let input = input(path).unwrap();
                        let same = filled.numerator.measures(&input.exponents, input.sort);
                        assert!(same, "{id}: {path} for {basis} is no {:?}", input.sort);
                    }
                    let exponents: Vec<i8> = above.iter().zip(below).map(|(a, b)| a - b).collect();
                    assert_eq!(
                        exponents,
                        input(path).unwrap().exponents,
                        "{id}: {path} for {basis}"
                    );
                }
            }
        }
    }
}

#[test]
fn every_filling_is_used_by_some_entry() {
    for group in catalog().groups() {
        for filling in &group.fillings {
            let used = group.ids(catalog()).into_iter().any(|id| {
                let filled = group.filled(catalog(), id, &filling.input, &filling.when);
                filled.is_some_and(|filled| {
                    filling.numerator.ends_with(&filled.numerator.quantity)
                        && filled.denominator.map_or("", |row| &row.quantity) == filling.denominator
                })
            });
            assert!(used, "{} {filling:?}", group.key);
        }
    }
}

#[test]
fn falcon_9_fills_what_it_has() {
    let group = catalog().group("launch.vehicle").unwrap();
    let filled = |input, basis| {
        group.filled(catalog(), "falcon9", input, basis).map(|f| f.numerator.address())
    };
    let address = |quantity: &str| Some(format!("launch_vehicles.falcon9.{quantity}"));
    assert_eq!(filled("launch.flight_price", "list"), address("price_per_launch"));
    assert_eq!(filled("launch.price", "list"), None);
    assert_eq!(filled("launch.price", "internal"), address("internal_cost_per_kg"));
    assert_eq!(filled("launch.price", "target"), None);
    assert_eq!(filled("launch.cadence", "list"), address("cadence_2026"));
    let nova = group.filled(catalog(), "nova", "launch.cadence", "list").unwrap();
    assert_eq!(nova.numerator.address(), "model.nova.cadence");
    assert!(group.depends_on_basis("launch.price") && !group.depends_on_basis("launch.cadence"));
}

#[test]
fn the_digest_is_of_the_bytes() {
    let (other, _) = Catalog::from_text(
        &FILES,
        PRICE_INDEX,
        "key,kind,prefix,input,when,numerator,denominator\n",
    );
    assert_eq!(catalog().digest().len(), "sha256:".len() + 64);
    assert_ne!(catalog().digest(), other.digest());
}

#[test]
fn a_vehicle_whose_propellant_is_not_known_says_so_and_is_no_entry_for_it() {
    let group = catalog().group("launch.vehicle").unwrap();
    let filled =
        |id, input| group.filled(catalog(), id, input, "list").map(|f| f.numerator.address());
    let address = |text: &str| Some(text.to_owned());
    assert_eq!(filled("falcon9", "launch.emissions"), address("model.falcon9.emissions"));
    assert_eq!(filled("terran_r", "launch.emissions"), address("model.vehicle.emissions"));
    assert_eq!(filled("terran_r", "launch.black_carbon"), None);
    let ids = group.ids(catalog());
    assert!(ids.contains(&"terran_r") && !ids.contains(&"propellant"), "{ids:?}");
}
