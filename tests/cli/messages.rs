//! Every rule for scenario files has a bad file and the message that it gives.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::program::golden;
use skyrack::report::diagnostics::render;
use skyrack::scenario::{Disk, Tables, load};

fn folder() -> PathBuf {
    Path::new("tests/cli/bad").to_path_buf()
}

fn bad_files() -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder())
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .collect();
    files.sort();
    files
}

fn compare(name: &str, message: &str) {
    golden(&folder().join(format!("{name}.stderr")), message);
}

#[test]
fn cli_bad_files_give_their_message() {
    let tables = Tables::builtin();
    let files = bad_files();
    assert!(files.len() >= 25, "{}", files.len());
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap().to_owned();
        let errors = load(file.to_str().unwrap(), &[], &Disk, &tables).err();
        let errors = errors.unwrap_or_else(|| panic!("{name} is taken without an error"));
        compare(&name, &render(&errors, false));
    }
}

#[test]
fn cli_bad_overrides_give_their_message() {
    let tables = Tables::builtin();
    let set = [
        "orbit.altitude=650 kg",
        "orbit.altitud=650 km",
        "orbit.altitude",
        "orbit.altitude=650",
        "launch.price=$1500/kg",
        "launch.price={ value = \"1500 USD2026/kg\", low = \"2 kg\" }",
        "launch.price={ value = ",
        "launch.vehicle=falcon-9",
        "radiator.attitude=edge on",
        "pin.radiator.net_flx=633 W/m2",
        "pin.radiator.net_flux=633",
        "based_on=starship",
        "price_year=26",
        "=3",
        "it.errors_per_dose=1 g/kWh",
        "it.dose_limit=1 Wh/kg",
        "environment.cosmic_ray_dose=5 W/kg",
        "battery.specific_energy=100000000 rad",
        "link.terminals=20 %",
    ];
    let set = set.map(str::to_owned);
    let errors = load("reference-2026", &set, &Disk, &tables).unwrap_err();
    compare("overrides", &render(&errors, false));
}

#[test]
fn cli_a_file_that_is_no_text() {
    let bytes = b"title = \"Caf\xe9 in space\"\n\n[orbit]\naltitude = \"650 km\"\n";
    let files = BTreeMap::from([(PathBuf::from("not-utf8.toml"), bytes.to_vec())]);
    let errors = load("not-utf8.toml", &[], &files, &Tables::builtin()).unwrap_err();
    compare("not-utf8", &render(&errors, false));
}

#[test]
fn cli_a_scenario_that_is_not_there() {
    let errors = load("falcon8", &[], &Disk, &Tables::builtin()).unwrap_err();
    compare("no-scenario", &render(&errors, false));
}
