//! Quantities, units, days, formulas, addresses of the catalog.

use crate::mutation::{check, check_message, lines};
use proptest::prelude::*;
use proptest::test_runner::TestCaseResult;
use skyrack::catalog::Catalog;
use skyrack::system::formula;
use skyrack::units::format::{format_digits, format_exact};
use skyrack::units::parse::{UnitError, format_date, parse_date, parse_quantity, parse_unit};

fn check_error(text: &str, error: &UnitError) -> TestCaseResult {
    check_message(&error.to_string())?;
    prop_assert!(text.get(error.span.clone()).is_some(), "{:?} of {text:?}", error.span);
    Ok(())
}

/// A quantity is finite, and its exact text is read back to the same bits.
fn check_quantity(text: &str) -> TestCaseResult {
    let parsed = match parse_quantity(text) {
        Err(error) => return check_error(text, &error),
        Ok(parsed) => parsed,
    };
    prop_assert!(parsed.value_base.is_finite() && parsed.number.is_finite(), "{parsed:?}");
    prop_assert!(text.get(parsed.number_span.clone()).is_some(), "{parsed:?}");
    let unit = text.get(parsed.unit_span.clone()).unwrap_or("lost");
    let unit = if unit.is_empty() { "1" } else { unit };
    prop_assert!(!format_digits(parsed.value_base, unit, 2026, 4).is_empty());
    let year = parsed.price_year.unwrap_or(2026);
    let written = format_exact(parsed.value_base, &parsed.exponents, unit, year);
    let again = parse_quantity(&written);
    prop_assert!(again.is_ok(), "{text:?} became {written:?}: {again:?}");
    let again = again.unwrap();
    prop_assert_eq!(again.exponents, parsed.exponents, "{:?} became {:?}", text, written);
    let same = again.value_base.to_bits() == parsed.value_base.to_bits()
        || (again.value_base == 0.0 && parsed.value_base == 0.0);
    prop_assert!(same, "{text:?} became {written:?}");
    Ok(())
}

#[test]
fn fuzz_quantities_are_finite_and_come_back_from_their_text() {
    check(&lines("quantities"), 6_000, check_quantity);
}

#[test]
fn fuzz_units_take_values_there_and_back() {
    check(&lines("units"), 4_000, |text| {
        let unit = match parse_unit(text) {
            Err(error) => return check_error(text, &error),
            Ok(unit) => unit,
        };
        let back = unit.from_base(unit.to_base(1.5));
        prop_assert!((back - 1.5).abs() < 1e-6 || !unit.to_base(1.5).is_finite(), "{back}");
        Ok(())
    });
}

#[test]
fn fuzz_days_come_back_from_their_text() {
    check(&lines("dates"), 2_000, |text| {
        let seconds = match parse_date(text) {
            Err(error) => return check_error(text, &error),
            Ok(seconds) => seconds,
        };
        prop_assert!(seconds.is_finite());
        prop_assert_eq!(parse_date(&format_date(seconds)), Ok(seconds), "{:?}", text);
        Ok(())
    });
}

#[test]
fn fuzz_formulas_are_read_or_refused_with_a_reason() {
    let given = |path: &str| match path {
        "a.b" => Some(4.0),
        "a.c" => Some(3.0),
        _ => None,
    };
    check(&lines("formulas"), 4_000, |text| {
        for path in formula::paths(text) {
            prop_assert!(path.contains('.'));
        }
        match formula::value(text, given) {
            Ok(_) => Ok(()),
            Err(error) => {
                prop_assert!(!error.reason.is_empty());
                check_message(&error.to_string())
            }
        }
    });
}

#[test]
fn fuzz_addresses_of_the_catalog_are_found_or_refused_with_a_reason() {
    let catalog = Catalog::builtin();
    check(&lines("addresses"), 2_000, |text| {
        for year in [2026, 1950, 0] {
            match catalog.value(text, year) {
                Ok(spread) => prop_assert!(spread.nominal.is_finite(), "{text}"),
                Err(error) => check_message(&error.to_string())?,
            }
        }
        for (kind, id) in text.split_once('.').into_iter().chain([(text, text)]) {
            prop_assert_eq!(
                catalog.entry(kind, id).count() > 0,
                catalog.ids(kind).iter().any(|(known, _)| *known == id)
            );
        }
        Ok(())
    });
}
