//! Files of any content are read or refused with the reason; nothing panics.

use skyrack::validation::{DataFile, Validation, embedded, validate};

fn only(name: &str, content: &str) -> Validation {
    validate(&[DataFile { name: name.to_owned(), content: content.to_owned() }], None)
}

fn content_of(name: &str) -> String {
    let found = embedded().into_iter().find(|file| file.name == name);
    found.map(|file| file.content).unwrap_or_default()
}

/// What the only file was refused for.
#[track_caller]
fn refusal(name: &str, content: &str) -> String {
    let validation = only(name, content);
    assert!(validation.tables.is_empty() && validation.skipped.len() == 1, "{validation:?}");
    assert!(validation.skipped[0].failed && !validation.all_within());
    validation.skipped[0].why.clone()
}

#[test]
fn val_unknown_files_and_records_are_skipped() {
    for (name, content, why) in [
        ("notes.txt", "hello", "unknown file"),
        ("halton_sequence_unscrambled.csv", "index\n", "no model yet"),
        ("published.json", r#"[{"id": "somebody-else"}]"#, "unknown record"),
    ] {
        let validation = only(name, content);
        assert!(validation.all_within() && validation.tables.is_empty());
        assert_eq!(validation.skipped[0].why, why);
    }
}

#[test]
fn val_a_missing_column_fails_the_file() {
    let text = "alt_km,kepler_period_s_brahe\n650,5863.694\n";
    assert_eq!(refusal("sso_inclination.csv", text), "column `sso_inc_deg_j2_brahe` is missing");
    let text = "tilt_deg,F_exact\n0,0.9\n";
    assert_eq!(refusal("view_factor_plate_earth.csv", text), "column `alt_km` is missing");
}

#[test]
fn val_extra_columns_are_ignored() {
    let text = content_of("view_factor_plate_earth.csv");
    let wider: Vec<String> = text.lines().map(|line| format!("{line},x")).collect();
    let got = only("view_factor_plate_earth.csv", &wider.join("\n"));
    assert_eq!(got.tables.len(), 3);
    assert!(got.all_within());
}

#[test]
fn val_what_is_no_number_is_named_with_its_line() {
    let text = "utc_date,dist_au_pvlib_nrel,irr_pvlib_nrel_W_m2\n2027-01-01,0.98,NaN\n";
    assert_eq!(
        refusal("solar_irradiance_2027.csv", text),
        "line 2: `irr_pvlib_nrel_W_m2` is no number: `NaN`"
    );
    let text = "utc_date,dist_au_pvlib_nrel,irr_pvlib_nrel_W_m2\n2027-13-01,1,1361\n";
    assert_eq!(
        refusal("solar_irradiance_2027.csv", text),
        "line 2: month is 13 1, outside 1 to 12 1"
    );
    assert_eq!(refusal("sso_inclination.csv", "alt_km\n"), "no rows");
    assert!(refusal("npv_irr.json", "[1,").starts_with("no JSON"));
    assert_eq!(refusal("npv_irr.json", "[]"), "`cases` is missing");
    assert_eq!(refusal("published.json", "{}"), "no list of records");
}

#[test]
fn val_units_of_a_record_must_be_those_of_the_formula() {
    let text = content_of("published.json").replace("\"USD/kg\"", "\"USD/t\"");
    let validation = only("published.json", &text);
    let failed = validation.skipped.iter().find(|one| one.name == "turyshev-allowance-10k");
    assert_eq!(
        failed.unwrap().why,
        "`allowable_launch_plus_build` is in `USD/t`, expected `USD/kg`"
    );
    assert!(!validation.all_within());
}

#[test]
fn val_a_wrong_reference_is_a_missed_row() {
    let text = content_of("blackbody_equilibrium.csv").replace("276.3057557", "277.0");
    let validation = only("blackbody_equilibrium.csv", &text);
    assert!(!validation.all_within());
    assert_eq!(validation.missed.len(), 1);
    assert_eq!(validation.missed[0].row, "solar_W_m2 1322.0, case sphere_black");
    let shown = serde_json::to_value(&validation).unwrap();
    assert_eq!(shown["missed"][0]["want"], 277.0);
    assert_eq!(shown["tables"][0]["within"], 7);
}

#[test]
fn val_what_the_model_refuses_is_a_missed_row() {
    let text = "alt_km,kepler_period_s_brahe,sso_inc_deg_j2_brahe,sso_inc_deg_orekit_eh\n\
                6000,13711.2,150,150\n";
    let validation = only("sso_inclination.csv", text);
    let refused = validation.missed.iter().find(|row| row.column == "sso_inc_deg_orekit_eh");
    assert!(refused.unwrap().reason.as_ref().unwrap().starts_with("refused: altitude of a sun-"));
    assert!(
        serde_json::to_value(&validation).unwrap()["missed"].to_string().contains("\"got\":null")
    );
}

#[test]
fn val_filter_keeps_tables_columns_and_records() {
    let files = embedded();
    let kept = |filter: &str| -> Vec<String> {
        let mut names: Vec<String> =
            validate(&files, Some(filter)).tables.into_iter().map(|one| one.table).collect();
        names.dedup();
        names
    };
    assert_eq!(kept("ECLIPSE_YEAR"), ["eclipse_year_2027"]);
    assert_eq!(kept("turyshev-falcon9"), ["turyshev-falcon9"]);
    assert_eq!(kept("theta_tip"), ["fin_efficiency_rect"]);
    assert!(kept("no such thing").is_empty());
}

#[test]
fn val_broken_files_never_panic() {
    for file in embedded() {
        let characters: Vec<char> = file.content.chars().take(3000).collect();
        for part in 1..12 {
            let cut: String = characters[..characters.len() * part / 12].iter().collect();
            let spoiled = cut.replace('1', "-").replace(',', ";");
            let huge = cut.replace("0.", "1e300");
            let negative = cut.replace(',', ",-");
            for content in [&cut, &spoiled, &huge, &negative] {
                let validation = only(&file.name, content);
                assert!(serde_json::to_value(&validation).unwrap().is_object());
            }
        }
        for content in ["", "\n", "\"", "{}", "[]", "[{}]", "null", "a,a\n1\n", "\u{feff}x\n1\n"] {
            let validation = only(&file.name, content);
            assert!(validation.tables.iter().all(|table| table.rows > 0));
        }
    }
}
