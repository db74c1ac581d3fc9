//! Figures that publications print.

use super::{EMBEDDED, result};
use skyrack::validation::{DataFile, embedded, validate};

fn records() -> Vec<serde_json::Value> {
    let files: Vec<DataFile> = embedded();
    let file = files.iter().find(|file| file.name == "published.json");
    file.and_then(|file| serde_json::from_str(&file.content).ok()).unwrap_or_default()
}

#[test]
fn val_published_every_output_of_every_record_is_compared() {
    let mut outputs = 0;
    for record in records() {
        let id = record["id"].as_str().unwrap();
        for (name, _) in record["outputs"].as_object().unwrap() {
            assert_eq!(result(id, name).rows, 1, "{id} {name}");
            outputs += 1;
        }
    }
    assert!(outputs > 120, "{outputs} outputs");
}

#[test]
fn val_turyshev_anchor_comes_from_the_scenario() {
    for (output, most) in [
        ("pv_area_bol", 5e-4),
        ("radiator_area", 1e-3),
        ("mass_per_it_kw_pv_storage_radiator", 1e-3),
    ] {
        let got = result("turyshev-anchor-base", output);
        assert_eq!(got.level, 1, "{output}");
        assert!(got.max <= most, "{output}: {}", got.max);
    }
}

#[test]
fn val_starcloud_and_nanjangud_radiator() {
    assert_eq!(result("starcloud-radiator-20C", "net").level, 0);
    assert!(result("starcloud-radiator-20C", "net").max <= 3e-4);
    let areas = result("angadh-areas", "radiator_area");
    assert_eq!((areas.level, areas.within), (1, 1), "{areas:?}");
}

#[test]
fn val_mccalip_page_is_rebuilt_to_the_last_digits() {
    for part in ["orbital", "terrestrial", "breakeven", "thermal"] {
        let got = result("mccalip_cases", part);
        assert_eq!(got.level, 0, "{part}");
        assert!(got.max <= 1e-14, "{part}: {}", got.max);
    }
    let counts = result("mccalip_cases", "orbital, counts");
    assert_eq!((counts.rows, counts.within), (180, 180));
}

#[test]
fn val_published_arithmetic_is_no_validation_of_the_model() {
    for id in ["turyshev-falcon9", "mccalip-orbital-default", "semianalysis-ratios"] {
        let levels: Vec<u8> =
            EMBEDDED.tables.iter().filter(|one| one.table == id).map(|one| one.level).collect();
        assert!(!levels.is_empty() && levels.iter().all(|level| *level == 0), "{id}: {levels:?}");
    }
}

#[test]
fn val_published_records_of_a_data_folder_are_judged_alone() {
    let chosen: Vec<_> =
        records().into_iter().filter(|one| one["id"] == "turyshev-radiator-flux").collect();
    let content = serde_json::Value::from(chosen).to_string();
    let file = DataFile { name: "published.json".to_owned(), content };
    let validation = validate(&[file], None);
    assert_eq!(validation.tables.len(), 1);
    assert!(validation.all_within());
}
