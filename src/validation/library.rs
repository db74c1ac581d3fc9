//! Public functions that no run calls: rows that judge them say nothing of a run and are counted
//! apart.

use super::read::{Sheet, Trouble};
use std::sync::OnceLock;

const TABLE: &str = include_str!("library.csv");

/// A public function that no run calls, and what it is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LibraryFunction {
    /// Path without the name of the crate.
    pub path: String,
    /// Its use.
    pub purpose: String,
}

impl LibraryFunction {
    /// Whether a path that skips modules below the second names this function.
    fn is(&self, path: &str) -> bool {
        let (Some((module, own)), Some((other, named))) = (split(&self.path), split(path)) else {
            return false;
        };
        module == other && (own == named || own.ends_with(&format!("::{named}")))
    }
}

/// The module of the second floor, and what stands below it.
fn split(path: &str) -> Option<(&str, &str)> {
    let (second, _) = path.match_indices("::").nth(1)?;
    Some((&path[..second], &path[second + 2..]))
}

/// The public functions of physics, economics and numerics that no run calls.
pub fn library_functions() -> &'static [LibraryFunction] {
    static FUNCTIONS: OnceLock<Vec<LibraryFunction>> = OnceLock::new();
    FUNCTIONS.get_or_init(|| read().unwrap_or_default())
}

fn read() -> Result<Vec<LibraryFunction>, Trouble> {
    let sheet = Sheet::read(TABLE, &["function"])?;
    let functions = sheet.rows().map(|row| {
        let (path, purpose) = (row.text("function")?.to_owned(), row.text("use")?.to_owned());
        Ok(LibraryFunction { path, purpose })
    });
    functions.collect()
}

/// Whether a run calls the model with this path.
pub(super) fn is_called_by_run(model: &str) -> bool {
    !library_functions().iter().any(|function| function.is(model))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_read_whole() {
        assert_eq!(read().unwrap().len(), TABLE.lines().count() - 1);
    }

    #[test]
    fn a_function_is_known_by_its_path_with_and_without_the_file() {
        for path in [
            "physics::link::OpticalLink::friis_power",
            "physics::link::optical::OpticalLink::friis_power",
            "physics::eclipse::shadow",
        ] {
            assert!(!is_called_by_run(path), "{path}");
        }
        for path in ["physics::link::power", "physics::heat_transport::shadow", "arithmetic"] {
            assert!(is_called_by_run(path), "{path}");
        }
    }
}
