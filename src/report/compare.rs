//! Scenarios side by side.

use crate::studies::compare::{Compared, Comparison};
use crate::studies::table::{Cell, Column, Table};

/// Short names that tell the scenarios apart: the stem of the file, the whole path where two stems
/// are the same, and a number where two paths are.
fn names(rows: &[Compared]) -> Vec<String> {
    let files: Vec<&str> =
        rows.iter().map(|row| row.scenario.file.trim_end_matches(" (built in)")).collect();
    let stems: Vec<String> = files
        .iter()
        .map(|file| {
            let stem = std::path::Path::new(file).file_stem();
            stem.map_or_else(|| (*file).to_owned(), |stem| stem.to_string_lossy().into_owned())
        })
        .collect();
    (0..files.len())
        .map(|at| {
            let is_alone = stems.iter().filter(|stem| **stem == stems[at]).count() == 1;
            let before = files[..at].iter().filter(|file| **file == files[at]).count();
            match (is_alone, before) {
                (true, _) => stems[at].clone(),
                (false, 0) => files[at].to_owned(),
                (false, before) => format!("{} ({})", files[at], before + 1),
            }
        })
        .collect()
}

/// What must be known to read a comparison: the notes of each scenario, those of all of them said
/// once.
pub fn compare_notes(comparison: &Comparison) -> Vec<String> {
    let names = names(&comparison.rows);
    let mut notes: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, row) in names.iter().zip(&comparison.rows) {
        for note in &row.notes {
            let text = format!("{}: {}", note.path, note.text);
            match notes.iter_mut().find(|(known, _)| *known == text) {
                Some((_, of)) => of.push(name),
                None => notes.push((text, vec![name])),
            }
        }
    }
    let whose = |of: &[&str]| match of.len() {
        n if n == names.len() => String::new(),
        _ => format!(" ({})", of.join(", ")),
    };
    notes.iter().map(|(text, of)| format!("{text}{}", whose(of))).collect()
}

/// The table: a row per metric, a column per scenario.
pub fn compare_table(comparison: &Comparison) -> Table {
    let rows = &comparison.rows;
    let mut columns = vec![Column::words("metric"), Column::words("unit")];
    columns.extend(names(rows).iter().map(|name| Column::words(name)));
    let mut table = Table::new("scenarios side by side", columns);
    let mut closes = vec![Cell::text("closes"), Cell::text("")];
    closes.extend(rows.iter().map(verdict));
    table.push(closes);
    let Some(first) = rows.first() else { return table };
    for (at, (path, shown)) in first.metrics.iter().enumerate() {
        let mut cells = vec![Cell::text(*path), Cell::text(shown.unit.clone())];
        cells.extend(rows.iter().map(|row| Cell::number(row.metrics[at].1.value)));
        table.push(cells);
    }
    table
}

fn verdict(row: &Compared) -> Cell {
    if row.failing.is_empty() {
        return Cell::text("yes");
    }
    Cell::text(format!("no: {}", row.failing.join(", ")))
}

/// Cost stacks of all scenarios, the ground of the first beside them.
#[cfg(feature = "charts")]
pub fn compare_chart(comparison: &Comparison) -> Vec<Box<dyn crate::charts::Chart>> {
    use crate::charts::cost_stack::{CostColumn as Stack, CostStack, Part};
    use crate::charts::{Chart, Measure};
    use crate::studies::run::CostParts;
    use crate::units::format::with_price_year;
    let rows = &comparison.rows;
    let (Some(first), Some(year)) = (rows.first(), comparison.price_year) else {
        return Vec::new();
    };
    let stack = |name: String, cost: &CostParts| Stack {
        name,
        parts: cost.parts.iter().map(|part| Part::new(part.name, part.value)).collect(),
    };
    let mut columns: Vec<Stack> = Vec::new();
    for (row, name) in rows.iter().zip(names(rows)) {
        columns.extend(row.orbit_cost.as_ref().map(|parts| stack(name, parts)));
    }
    let is_one = rows.iter().all(|row| row.ground_cost == first.ground_cost);
    let own = names(rows).into_iter().next().filter(|_| !is_one);
    let name = own.map_or_else(|| "ground".to_owned(), |name| format!("ground of {name}"));
    columns.extend(first.ground_cost.as_ref().map(|parts| stack(name, parts)));
    if columns.is_empty() {
        return Vec::new();
    }
    let chart = CostStack {
        picture: compare_picture(comparison),
        measure: Measure::new("Cost of available IT power", with_price_year("USD/kW/yr", year)),
        columns,
    };
    vec![Box::new(chart) as Box<dyn Chart>]
}

/// Title, scenarios and digests of the comparison.
#[cfg(feature = "charts")]
fn compare_picture(comparison: &Comparison) -> crate::charts::Picture {
    use super::head::title_of;
    use super::table::DIGITS;
    use crate::charts::Picture;
    use crate::units::format::format_number;
    let rows = &comparison.rows;
    let joined = |of: &dyn Fn(&Compared) -> String, by: &str| {
        rows.iter().map(of).collect::<Vec<_>>().join(by)
    };
    let ratios: Vec<String> = rows
        .iter()
        .zip(names(rows))
        .filter_map(|(row, name)| Some((row.shown("ratio.cost")?, name)))
        .map(|(ratio, name)| format!("{name} {}", format_number(ratio, DIGITS - 1)))
        .collect();
    Picture {
        subtitle: joined(&|row| title_of(&row.scenario), "; "),
        footer: format!("skyrack {}", comparison.program.skyrack),
        digest: joined(&|row| row.scenario.digest.clone(), " "),
        ..Picture::new("compare", format!("Orbit over ground: {}", ratios.join(", ")))
    }
}
