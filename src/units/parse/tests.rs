use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use super::*;
use crate::units::format::{format_exact, format_quantity};
use crate::units::quantities::{DIMENSIONLESS, DIMENSIONS, Sort};

fn read(text: &str) -> f64 {
    parse_quantity(text).unwrap_or_else(|error| panic!("{text}: {error}")).value_base
}

fn close(text: &str, wanted: f64) {
    let got = read(text);
    assert!((got - wanted).abs() <= 1e-15 * wanted.abs(), "{text}: {got} is not {wanted}");
}

fn fault(text: &str) -> (UnitFault, String) {
    let error = parse_quantity(text).unwrap_err();
    let piece = text.get(error.span.clone()).unwrap_or_else(|| panic!("{text}: {:?}", error.span));
    (error.fault, piece.to_owned())
}

#[test]
fn ordinary_forms_are_read() {
    for (text, wanted) in [
        ("650 km", 650_000.0),
        ("650km", 650_000.0),
        (" 650  km ", 650_000.0),
        ("1e3 m", 1000.0),
        ("1_000 m", 1000.0),
        ("-3 K", -3.0),
        ("−3 K", -3.0),
        ("+3 K", 3.0),
        (".5 m", 0.5),
        ("5. m", 5.0),
        ("1.5e-3 m", 1.5e-3),
        ("2500 m2", 2500.0),
        ("2500 m^2", 2500.0),
        ("2500 m²", 2500.0),
        ("2500 m**2", 2500.0),
        ("1361 W/m2", 1361.0),
        ("1361 W m-2", 1361.0),
        ("1361 W·m⁻²", 1361.0),
        ("1361 W m^(-2)", 1361.0),
        ("3 kWh", 10_800_000.0),
        ("3 kW h", 10_800_000.0),
        ("3 kW*h", 10_800_000.0),
        ("1 MMBtu", 1_055_055_852.62),
        ("10.5 Btu/kWh", 10.5 * 1_055.055_852_62 / 3.6e6),
        ("5.67e-8 W/m2/K4", 5.67e-8),
        ("5.67e-8 W/(m2 K4)", 5.67e-8),
        ("4180 J/kg/K", 4180.0),
        ("150 Wh/kg", 540_000.0),
        ("20 degC", 293.15),
        ("-40 °C", 233.15),
        ("0.5 W/degC", 0.5),
        ("96 %", 0.96),
        ("400 ppm", 4e-4),
        ("6 kg/kW", 6e-3),
        ("10 Gbit/s", 1e10),
        ("10 Gbps", 1e10),
        ("1 GB", 8e9),
        ("1 TB", 8e12),
        ("4500 TFLOP/s", 4.5e15),
        ("989 TFLOPS", 9.89e14),
        ("275 TOPS", 2.75e14),
        ("12 month", 31_557_600.0),
        ("5 yr", 157_788_000.0),
        ("5 years", 157_788_000.0),
        ("24 h", 86_400.0),
        ("165 launches/yr", 165.0 / 31_557_600.0),
        ("0.06 1/yr", 0.06 / 31_557_600.0),
        ("0.06 /yr", 0.06 / 31_557_600.0),
        ("2.5 %/yr", 0.025 / 31_557_600.0),
        ("100 krad", 1000.0),
        ("100 rad", 1.0),
        ("100 rad(Si)", 1.0),
        ("150 rad(Si)/yr", 1.5 / 31_557_600.0),
        ("1 Gy", 1.0),
        ("2 radian", 2.0),
        ("5 mrad", 5e-3),
        ("5 urad", 5e-6),
        ("5 µm", 5e-6),
        ("5 μm", 5e-6),
        ("1 L/kWh", 1e-3 / 3.6e6),
        ("369 gCO2/kWh", 0.369 / 3.6e6),
        ("369 g/kWh", 0.369 / 3.6e6),
        ("80 kgCO2e/kg", 80.0),
        ("2 t", 2000.0),
        ("1 acre", 4_046.856_422_4),
        ("637 g/kg propellant", 0.637),
        ("72", 72.0),
        ("72 GPU", 72.0),
        ("4 g0", 39.226_6),
    ] {
        close(text, wanted);
    }
    close("180 deg", std::f64::consts::PI);
    close("3600 arcsec", std::f64::consts::PI / 180.0);
}

#[test]
fn money_carries_its_price_year() {
    for (text, wanted, year) in [
        ("1500 USD2026/kg", 1500.0, 2026),
        ("5 MUSD2026", 5e6, 2026),
        ("5 BUSD2025", 5e9, 2025),
        ("32.3 kUSD2026/kW", 32.3, 2026),
        ("0.0977 USD2026/kWh", 0.0977 / 3.6e6, 2026),
        ("2.5 USD2026/GPU-h", 2.5 / 3600.0, 2026),
        ("12 MEUR2024", 12e6, 2024),
        ("15 USD2021/MWh", 15.0 / 3.6e9, 2021),
        ("2 MFLOP/USD2026", 2e6, 2026),
    ] {
        close(text, wanted);
        assert_eq!(parse_quantity(text).unwrap().price_year, Some(year), "{text}");
    }
    assert_eq!(parse_quantity("12 MEUR2024").unwrap().money().unwrap().currency, Currency::Eur);
    assert_eq!(parse_quantity("1.1 USD2026/EUR2026").unwrap().exponents, DIMENSIONLESS);
}

#[test]
fn a_price_per_power_and_year_counts_8760_hours() {
    close("876 USD2026/kW/yr", 876.0 / 1e3 / (8_760.0 * 3_600.0));
    close("876 USD2026/(kW yr)", 876.0 / 1e3 / (8_760.0 * 3_600.0));
    close("73 USD2026/kW/month", 73.0 / 1e3 / (730.0 * 3_600.0));
    close("50 kUSD2026/yr", 50e3 / 31_557_600.0);
}

#[test]
fn faults_name_the_piece() {
    use UnitFault as F;
    let piece = |text: &str| fault(text).1;
    assert!(matches!(fault(""), (F::Empty, _)));
    assert!(matches!(fault("km"), (F::NotANumber { .. }, _)));
    assert!(matches!(fault("inf km"), (F::NotANumber { .. }, _)));
    assert!(matches!(fault("nan"), (F::NotANumber { .. }, _)));
    assert!(matches!(fault("--3 m"), (F::NotANumber { .. }, _)));
    assert_eq!(fault("1,500 kg").0, F::Comma { found: "1,500".into(), meant: "1_500".into() });
    assert_eq!(fault("650,5 km").0, F::Comma { found: "650,5".into(), meant: "650.5".into() });
    assert!(matches!(fault("1e999 m"), (F::Size { .. }, _)));
    assert!(matches!(fault("1e-999 m"), (F::Size { .. }, _)));
    assert!(matches!(fault("1e308 Em"), (F::UnknownUnit { .. }, _)));
    assert!(matches!(fault("1e308 EW"), (F::UnknownUnit { .. } | F::Size { .. }, _)));
    assert_eq!(
        fault("5.67 Kw").0,
        F::UnknownUnit { found: "Kw".into(), nearest: Some("kW".into()) }
    );
    assert_eq!(piece("5.67 Kw"), "Kw");
    assert_eq!(
        fault("5 usd2026/kg").0,
        F::UnknownUnit { found: "usd".into(), nearest: Some("USD".into()) }
    );
    assert_eq!(
        fault("5 mUSD2026").0,
        F::UnknownUnit { found: "mUSD".into(), nearest: Some("MUSD".into()) }
    );
    assert_eq!(piece("1 m99"), "m99");
    assert!(matches!(fault("1 m99"), (F::Power { .. }, _)));
    assert!(matches!(fault("1 m^"), (F::Power { .. }, _)));
    assert!(matches!(fault("1 m^x"), (F::Power { .. }, _)));
    assert!(matches!(
        fault("1 m9 m9 m9 m9 m9 m9 m9 m9 m9 m9 m9 m9 m9 m9 m9"),
        (F::Power { .. }, _)
    ));
    assert!(matches!(fault("1 (m"), (F::Unclosed, _)));
    assert!(matches!(fault("1 m)"), (F::Unexpected { .. }, _)));
    assert!(matches!(fault("1 W/"), (F::Truncated, _)));
    assert!(matches!(fault("1 W//m"), (F::Unexpected { .. }, _)));
    assert!(matches!(fault("1 m 2"), (F::Unexpected { .. }, _)));
    assert!(matches!(fault("1 ((((((((((m"), (F::Depth { .. }, _)));
    assert!(matches!(fault("5 USD20264"), (F::Year { .. }, _)));
    assert_eq!(piece("5 USD1776/kg"), "1776");
    assert!(matches!(fault("5 USD2026 USD2025"), (F::MixedMoney { .. }, _)));
}

#[test]
fn money_without_year_shows_the_form_to_type() {
    let meant = |text: &str| match fault(text).0 {
        UnitFault::MoneyWithoutYear { meant, .. } => meant,
        other => panic!("{text}: {other:?}"),
    };
    assert_eq!(meant("1500 USD/kg"), "1500 USD2026/kg");
    assert_eq!(meant("1500USD/kg"), "1500 USD2026/kg");
    assert_eq!(meant("$1500/kg"), "1500 USD2026/kg");
    assert_eq!(meant("$1500"), "1500 USD2026");
    assert_eq!(meant("$1.5M"), "1.5 MUSD2026");
    assert_eq!(meant("1500 $/kg"), "1500 USD2026/kg");
    assert_eq!(meant("5 M$"), "5 MUSD2026");
    assert_eq!(meant("5 MUSD 2024/kW"), "5 MUSD2024/kW");
    assert_eq!(meant("€82"), "82 EUR2026");
    assert_eq!(meant("0.08 EUR/kWh"), "0.08 EUR2026/kWh");
}

#[test]
fn another_dimension_is_named() {
    let length = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    let error = |text: &str| {
        parse_quantity(text).unwrap().expect(&length, Sort::Plain, text).unwrap_err().to_string()
    };
    assert_eq!(error("650 kg"), "expected a length, found a mass: `650 kg`");
    assert_eq!(error("650"), "expected a length with its unit, found the number `650`");
    assert!(parse_quantity("650 km").unwrap().expect(&length, Sort::Plain, "650 km").is_ok());
}

#[test]
fn quantities_of_equal_exponents_are_told_apart() {
    let quantity = |words: &str| DIMENSIONS.iter().find(|one| one.words == words).unwrap();
    let read = |text: &str, words: &str| {
        let one = quantity(words);
        parse_quantity(text).unwrap().expect(&one.exponents, one.sort, text)
    };
    for (text, words, found) in [
        ("1 g/kWh", "a number per dose", "an emission per energy"),
        ("1 Wh/kg", "an absorbed dose", "an energy per mass"),
        ("1 m2/s2", "an absorbed dose", "an energy per mass"),
        ("5 W/kg", "a dose per time", "a power per mass"),
        ("100000000 rad", "an energy per mass", "an absorbed dose"),
        ("2 Gy/s", "a power per mass", "a dose per time"),
        ("2 1/Gy", "an emission per energy", "a number per dose"),
        ("20 %", "a count", "a share"),
        ("20 ppm", "a count", "a share"),
        ("3 satellites", "a number without unit", "a count"),
        ("20 %/yr", "a number per time", "a share per time"),
        ("20 launches/yr", "a rate", "a count per time"),
        ("1e-9 Hz", "a rate", "a frequency of waves"),
        ("1e-9 Hz", "a number per time", "a frequency of waves"),
        ("20 %/yr", "a frequency of waves", "a share per time"),
        ("20 launches/yr", "a frequency of waves", "a count per time"),
        ("20 degC", "a temperature difference", "a temperature"),
    ] {
        let error = read(text, words).unwrap_err().to_string();
        assert_eq!(error, format!("expected {words}, found {found}: `{text}`"));
    }
    for (text, words) in [
        ("3", "a count"),
        ("3 satellites", "a count"),
        ("165 launches/yr", "a number per time"),
        ("165 1/yr", "a number per time"),
        ("20 GHz", "a frequency of waves"),
        ("20 %", "a number without unit"),
        ("20 %/yr", "a rate"),
        ("0.06 1/yr", "a rate"),
        ("20 degC", "a temperature"),
        ("20 K", "a temperature difference"),
        ("0.2 W/degC", "a heat flow per kelvin"),
        ("2.5 USD2026/GPU-h", "a price per time"),
        ("3 t/launch", "a mass"),
        ("876 USD2026/kW/yr", "a price per energy"),
    ] {
        assert!(read(text, words).is_ok(), "{text} is {words}");
    }
}

#[test]
fn a_ratio_of_two_quantities_is_no_share() {
    let ratio = Sort::Plain.shown_in("kg/kg");
    let read = |text: &str| parse_quantity(text).unwrap().expect(&DIMENSIONLESS, ratio, text);
    assert!(read("0.2").is_ok() && read("200 g/kg").is_ok() && read("9000 Btu/kWh").is_ok());
    assert_eq!(
        read("20 %").unwrap_err().to_string(),
        "expected a ratio of two quantities, found a share: `20 %`"
    );
}

#[test]
fn a_mass_of_co2_is_an_emission_alone() {
    let mass = [0, 1, 0, 0, 0, 0, 0, 0, 0, 0];
    for text in ["5 kgCO2", "5 tCO2e", "5 gCO2e"] {
        let parsed = parse_quantity(text).unwrap();
        assert!(parsed.expect(&mass, Sort::Emission, text).is_ok(), "{text}");
        let error = parsed.expect(&mass, Sort::Plain, text).unwrap_err().to_string();
        assert_eq!(error, format!("expected a mass, found an emission of CO2: `{text}`"));
    }
    assert!(parse_quantity("5 kg").unwrap().expect(&mass, Sort::Emission, "5 kg").is_ok());
}

#[test]
fn every_example_of_a_dimension_has_that_dimension() {
    for dimension in DIMENSIONS {
        let parsed = parse_quantity(dimension.example).unwrap();
        let read = parsed.expect(&dimension.exponents, dimension.sort, dimension.example);
        assert!(read.is_ok(), "{}: {read:?}", dimension.example);
    }
}

#[test]
fn a_unit_of_a_table_may_leave_out_the_year() {
    let unit = parse_unit("MUSD/kW").unwrap();
    assert_eq!(unit.exponents(), [-2, -1, 3, 0, 0, 0, 0, 0, 1, 0]);
    assert!((unit.to_base(2.0) - 2e3).abs() < 1e-9);
    assert_eq!(parse_unit("USD2021/kg").unwrap().money.unwrap().year, Some(2021));
}

/// Pieces from which texts near the grammar are put together.
const PIECES: &[&str] = &[
    "1", "-", "−", "+", ".", "e", "E9", "_", ",", " ", "km", "kWh", "USD2026", "USD", "$", "€",
    "M", "/", "*", "·", "^", "²", "⁻", "(", ")", "rad(Si)", "%", "°", "degC", "2", "99999", "per",
    "m", "q", "\u{0}", "é",
];

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: Some(Box::new(FileFailurePersistence::SourceParallel(
            "tests/proptest-regressions",
        ))),
        ..ProptestConfig::default()
    })]

    #[test]
    fn no_text_panics(text in "\\PC{0,40}") {
        let spans = [parse_quantity(&text).err(), parse_unit(&text).err()];
        for span in spans.into_iter().flatten().map(|error| error.span) {
            prop_assert!(text.get(span.clone()).is_some(), "{span:?} in {text:?}");
        }
    }

    #[test]
    fn no_text_near_the_grammar_panics(parts in prop::collection::vec(0..PIECES.len(), 0..16)) {
        let text: String = parts.iter().map(|&part| PIECES[part]).collect();
        if let Err(error) = parse_quantity(&text) {
            prop_assert!(text.get(error.span.clone()).is_some(), "{:?} in {:?}", error.span, text);
        }
        let _ = parse_unit(&text);
    }

    #[test]
    fn exact_text_is_read_back_to_the_same_bits(
        mantissa in -10.0..10.0_f64,
        power in -200..200_i32,
        which in 0..DIMENSIONS.len(),
    ) {
        let base = mantissa * 10.0_f64.powi(power);
        let dimension = &DIMENSIONS[which];
        let unit = dimension.example.split_once(' ').map_or("1", |(_, unit)| unit);
        let text = format_exact(base, &dimension.exponents, unit, 2026);
        let parsed = parse_quantity(&text).map_err(|error| TestCaseError::fail(format!("{text}: \
            {error}")))?;
        prop_assert_eq!(parsed.value_base.to_bits(), base.to_bits(), "{}", text);
        prop_assert_eq!(parsed.exponents, dimension.exponents);
    }

    #[test]
    fn shown_text_is_read_back_to_its_digits(
        value in -1.0e12..1.0e12_f64, which in 0..DIMENSIONS.len()
    ) {
        let dimension = &DIMENSIONS[which];
        let unit = dimension.example.split_once(' ').map_or("1", |(_, unit)| unit);
        let base = parse_unit(unit).map_or(value, |unit| unit.to_base(value));
        let text = format_quantity(base, unit, 2026);
        let parsed = parse_quantity(&text).map_err(|error| TestCaseError::fail(format!("{text}: \
            {error}")))?;
        let allowed = 1e-3 * base.abs().max(f64::MIN_POSITIVE);
        prop_assert!((parsed.value_base - base).abs() <= allowed, "{} {}", text, base);
    }
}
