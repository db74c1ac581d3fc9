//! What a study ends with: a text, tables, JSON and charts, to stdout and into a folder.

use crate::charts::Chart;
use crate::cli::args::Format;
use crate::cli::args::studies::Outlet;
use crate::cli::output::{result, talk, write_folder};
use crate::cli::{Answer, Failure};
use crate::report::head::text as json_text;
use crate::report::table::{csv, markdown};
use crate::studies::table::Table;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// The result of a study.
pub struct Answered {
    /// For a terminal.
    pub text: String,
    /// For programs: JSON with a line end.
    pub json: String,
    /// The tables, with the name of the file of each; the first is the one on stdout.
    pub tables: Vec<(&'static str, Table)>,
    /// The charts.
    pub charts: Vec<Box<dyn Chart>>,
}

/// One file of a result.
enum Sheet<'a> {
    Result(&'a str),
    Table(&'a str, &'a Table),
    Picture(&'a dyn Chart),
    Rows(&'a dyn Chart),
    Data(&'a dyn Chart),
}

impl Sheet<'_> {
    /// Its name and what it holds.
    fn file(&self) -> Result<(String, Vec<u8>), Failure> {
        Ok(match *self {
            Self::Result(json) => ("result.json".to_owned(), json.as_bytes().to_vec()),
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

impl Answered {
    /// Writes the files, unless none are wanted, and prints the result.
    ///
    /// # Errors
    /// [`Failure`] where a chart cannot be drawn or a file not be written.
    pub fn give(self, outlet: &Outlet, scenario: &str, verb: &str) -> Result<Answer, Failure> {
        if !outlet.no_charts {
            self.write(&folder(outlet, scenario, verb))?;
        }
        result(&match outlet.format {
            Format::Text => self.text,
            Format::Json => self.json,
            Format::Csv => self.tables.first().map_or_else(String::new, |(_, table)| csv(table)),
            Format::Markdown => {
                self.tables.first().map_or_else(String::new, |(_, table)| markdown(table))
            }
        })?;
        Ok(Answer::Yes)
    }

    /// Draws everything first, so that nothing is written if one chart cannot be drawn.
    fn write(&self, path: &Path) -> Result<(), Failure> {
        let mut sheets = vec![Sheet::Result(&self.json)];
        sheets.extend(self.tables.iter().map(|(name, table)| Sheet::Table(name, table)));
        for chart in &self.charts {
            let chart = chart.as_ref();
            sheets.extend([Sheet::Picture(chart), Sheet::Rows(chart), Sheet::Data(chart)]);
        }
        let files = sheets.par_iter().map(Sheet::file).collect::<Result<Vec<_>, Failure>>()?;
        write_folder(path, &files, &[])?;
        let charts: Vec<&str> = self.charts.iter().map(|chart| chart.name()).collect();
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
