//! What a study ends with: a text, tables, JSON and charts, to stdout and into a folder.

use crate::cli::args::Format;
use crate::cli::args::studies::Outlet;
use crate::cli::output::{result, talk, write_folder};
use crate::cli::{Answer, Failure};
use rayon::prelude::*;
use skyrack::charts::Chart;
use skyrack::report::head::text as json_text;
use skyrack::report::table::{csv, markdown};
use skyrack::studies::table::Table;
use std::ops::Deref;
use std::path::{Path, PathBuf};

/// The result of a study; each part is made where somebody reads it, and only there.
pub struct Answered<'a> {
    /// For a terminal.
    pub text: &'a dyn Fn() -> String,
    /// For programs: JSON with a line end.
    pub json: &'a (dyn Fn() -> String + Sync),
    /// The tables, with the name of the file of each; the first is the one on stdout.
    pub tables: &'a [(&'static str, TableOf<'a>)],
    /// The charts.
    pub charts: &'a dyn Fn() -> Vec<Box<dyn Chart>>,
}

/// A table that is made at its first reader, such as a [`LazyLock`](std::sync::LazyLock).
pub type TableOf<'a> = &'a (dyn Deref<Target = Table> + Sync);

/// One file of a result.
enum ResultFile<'a> {
    Result(&'a (dyn Fn() -> String + Sync)),
    Table(&'a str, &'a Table),
    Picture(&'a dyn Chart),
    Rows(&'a dyn Chart),
    Data(&'a dyn Chart),
}

impl ResultFile<'_> {
    /// Its name and what it holds.
    fn file(&self) -> Result<(String, Vec<u8>), Failure> {
        Ok(match *self {
            Self::Result(json) => ("result.json".to_owned(), json().into_bytes()),
            Self::Table(name, table) => (format!("{name}.csv"), csv(table).into_bytes()),
            Self::Picture(chart) => {
                let png = chart.png(1.0).map_err(|error| {
                    Failure::Input(format!("error: cannot draw `{}`: {error}\n", chart.name()))
                })?;
                (format!("{}.png", chart.name()), png)
            }
            Self::Rows(chart) => (format!("{}-chart.csv", chart.name()), chart.csv().into_bytes()),
            Self::Data(chart) => {
                (format!("{}-chart.json", chart.name()), json_text(&chart.json()).into_bytes())
            }
        })
    }
}

/// Folder of a study.
pub fn folder(outlet: &Outlet, scenario: &str, verb: &str) -> PathBuf {
    outlet.output.clone().unwrap_or_else(|| {
        let stem = Path::new(scenario).file_stem().map(Path::new);
        Path::new("out").join(stem.unwrap_or(Path::new(scenario))).join(verb)
    })
}

impl Answered<'_> {
    /// Writes the files, unless none are wanted, and prints the result.
    ///
    /// # Errors
    /// [`Failure`] where a chart cannot be drawn or a file not be written.
    pub fn give(&self, outlet: &Outlet, scenario: &str, verb: &str) -> Result<Answer, Failure> {
        if !outlet.no_charts {
            self.write(&folder(outlet, scenario, verb))?;
        }
        let first = self.tables.first();
        result(&match outlet.format {
            Format::Text => (self.text)(),
            Format::Json => (self.json)(),
            Format::Csv => first.map_or_else(String::new, |(_, table)| csv(table)),
            Format::Markdown => first.map_or_else(String::new, |(_, table)| markdown(table)),
        })?;
        Ok(Answer::Yes)
    }

    /// Draws everything first, so that nothing is written if one chart cannot be drawn.
    fn write(&self, path: &Path) -> Result<(), Failure> {
        let charts = (self.charts)();
        let mut sheets = vec![ResultFile::Result(self.json)];
        sheets.extend(self.tables.iter().map(|(name, table)| ResultFile::Table(name, table)));
        for chart in &charts {
            let chart = chart.as_ref();
            sheets.extend([
                ResultFile::Picture(chart),
                ResultFile::Rows(chart),
                ResultFile::Data(chart),
            ]);
        }
        let files = sheets.par_iter().map(ResultFile::file).collect::<Result<Vec<_>, Failure>>()?;
        write_folder(path, &files, &[])?;
        let charts: Vec<&str> = charts.iter().map(|chart| chart.name()).collect();
        let charts = if charts.is_empty() {
            String::new()
        } else {
            format!(", charts {}", charts.join(", "))
        };
        let tables: Vec<String> =
            self.tables.iter().map(|(name, _)| format!("{name}.csv")).collect();
        talk(&format!("wrote {}, result.json{charts} to {}\n", tables.join(", "), path.display()));
        Ok(())
    }
}
