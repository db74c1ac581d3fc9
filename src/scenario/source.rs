//! Where scenario files are read from: the one place that touches the file system.

use std::collections::BTreeMap;
use std::io;
use std::path::{Path, PathBuf};

/// Reads files.
pub trait Files {
    /// The bytes of a file.
    ///
    /// # Errors
    /// Whatever keeps it from being read; [`io::ErrorKind::NotFound`] if there is none.
    fn read(&self, path: &Path) -> io::Result<Vec<u8>>;
}

/// The file system.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Files for Disk {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        std::fs::read(path)
    }
}

impl Files for BTreeMap<PathBuf, Vec<u8>> {
    fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        self.get(path).cloned().ok_or_else(|| io::Error::from(io::ErrorKind::NotFound))
    }
}

macro_rules! embedded {
    ($($name:literal)+) => {
        /// The scenarios in the program: name and text.
        pub const EMBEDDED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("../../scenarios/", $name, ".toml")))),+];
    };
}

embedded! {
    "dyson" "electron" "falcon9" "geostationary" "ground-gas" "ground-leased" "ground-reactor"
    "ground-solar" "neutron" "new-glenn" "optimistic-2035" "own-the-rocket" "reference-2026"
    "serviced-2035" "spacex-ai1" "starcloud-40mw" "starcloud-5gw" "stargate-abilene"
    "starlink-shell" "starship" "stoke-nova" "suncatcher-cluster" "suncatcher-pair"
    "training-2026" "triple-junction"
    "two-phase-loop" "published/array-only" "published/forethought-2025" "published/mccalip"
    "published/nanjangud-2025" "published/research-viewer-2026" "published/semianalysis-2026"
    "published/starcloud-2024" "published/starcloud-critics" "published/suncatcher-2035"
    "published/suncatcher-learning" "published/turyshev-1mw"
}

/// The text of a scenario in the program.
pub fn embedded(name: &str) -> Option<&'static str> {
    EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scenario_of_the_project_is_in_the_program() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
        let mut names = Vec::new();
        for folder in [root.clone(), root.join("published")] {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.extension().is_some_and(|extension| extension == "toml") {
                    let name = path.strip_prefix(&root).unwrap().with_extension("");
                    names.push(name.to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        names.sort();
        let mut known: Vec<&str> = EMBEDDED.iter().map(|(name, _)| *name).collect();
        known.sort_unstable();
        assert_eq!(known, names);
    }
}
