//! Packages: licenses and versions.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use super::code::root;

const LICENSES: &[&str] = &[
    "MIT",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "Zlib",
    "Unicode-3.0",
    "ISC",
    "BSL-1.0",
    "Unlicense",
    "MPL-2.0",
    "CC0-1.0",
    "0BSD",
];

/// What cargo says of the packages, without asking the network; an error names what is not at hand.
fn metadata(arguments: &[&str]) -> Result<serde_json::Value, String> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--offline"])
        .args(arguments)
        .current_dir(root())
        .output()
        .map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    serde_json::from_slice(&output.stdout).map_err(|error| error.to_string())
}

/// The platform that this compiler builds for.
fn host() -> String {
    let version = Command::new("rustc").arg("-vV").output().unwrap();
    let text = String::from_utf8_lossy(&version.stdout).into_owned();
    let line = text.lines().find_map(|line| line.strip_prefix("host: "));
    line.unwrap_or_else(|| panic!("rustc -vV names no host: {text}")).to_owned()
}

#[test]
fn tidy_licenses_allow_any_use() {
    let metadata = metadata(&[]).or_else(|_| metadata(&["--filter-platform", &host()])).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        let license = package["license"].as_str().unwrap_or("none");
        let choices = license.split(" OR ").flat_map(|choice| choice.split('/'));
        let fits = choices.into_iter().any(|choice| {
            choice.split(" AND ").all(|part| {
                let part = part.trim().trim_matches(['(', ')']);
                let part = part.split(" WITH ").next().unwrap_or(part);
                LICENSES.contains(&part)
            })
        });
        assert!(fits, "{} has the license `{license}`", package["name"]);
    }
}

#[test]
fn tidy_duplicates_are_known() {
    const KNOWN: [&str; 5] = ["getrandom", "miniz_oxide", "rand", "rand_core", "syn"];
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--duplicates", "--depth", "0", "--prefix", "none", "--locked", "--offline"])
        .current_dir(root())
        .output()
        .unwrap();
    assert!(output.status.success(), "cargo tree: {}", String::from_utf8_lossy(&output.stderr));
    let listed = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, rest) in listed.lines().filter_map(|line| line.split_once(' ')) {
        versions.entry(name).or_default().insert(rest.split(' ').next().unwrap_or(rest));
    }
    for (name, versions) in versions {
        assert!(
            versions.len() == 1 || KNOWN.contains(&name),
            "{name} is built in the versions {versions:?}"
        );
    }
}
