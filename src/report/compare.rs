//! Scenarios side by side.

use super::head::{anonymous_head, head, quantity};
use crate::catalog::Catalog;
use crate::studies::subject::Subject;
use crate::studies::table::{Cell, Column, Table};
use crate::system::metrics::{METRICS, metric};
use crate::system::verdict::GATES;
use crate::units::format::with_price_year;
use serde_json::{Map, Value, json};

const HEADLINES: &[&str] = &[
    "ratio.cost",
    "ratio.cost_equal_rates",
    "breakeven.launch_price_signed",
    "breakeven.ratio_at_free_launch",
    "orbit.cost_per_it_energy",
    "ground.cost_per_it_energy",
    "orbit.cost_per_gpu_hour",
    "ground.cost_per_gpu_hour",
    "orbit.capex_per_it_power",
    "ground.capex_per_it_power",
    "launch.price_per_mass",
    "launch.count",
    "launch.years_to_build",
    "satellite.count",
    "satellite.it_power",
    "satellite.launched_mass",
    "mass.per_it_power",
    "array.bol_per_it_power",
    "radiator.panel_area",
    "radiator.net_flux",
    "environment.sunlit_fraction",
    "environment.eclipse_max",
    "orbit.availability",
    "radiation.dose",
    "carbon.orbit",
    "carbon.ground",
];

fn rows(filter: Option<&str>) -> Vec<&'static str> {
    let mut paths = HEADLINES.to_vec();
    if let Some(filter) = filter {
        paths.extend(
            METRICS
                .iter()
                .map(|metric| metric.path)
                .filter(|path| path.contains(filter) && !HEADLINES.contains(path)),
        );
    }
    paths
}

/// Short names that tell the scenarios apart: the stem of the file, the whole path where two stems are the same, and a number
/// where two paths are.
fn names(subjects: &[Subject]) -> Vec<String> {
    let files: Vec<&str> = subjects
        .iter()
        .map(|subject| subject.scenario.file.trim_end_matches(" (built in)"))
        .collect();
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

/// What must be known to read a comparison: the notes of each scenario, those of all of them said once.
pub fn compare_notes(subjects: &[Subject]) -> Vec<String> {
    let names = names(subjects);
    let mut notes: Vec<(String, Vec<&str>)> = Vec::new();
    for (name, subject) in names.iter().zip(subjects) {
        for note in subject.evaluation.notes.iter() {
            let text = format!("{}: {}", note.path(), note.text());
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
pub fn compare_table(subjects: &[Subject], filter: Option<&str>) -> Table {
    let year = subjects.first().map_or(2026, |subject| subject.scenario.price_year);
    let mut columns = vec![Column::words("metric"), Column::words("unit")];
    columns.extend(names(subjects).iter().map(|name| Column::words(name)));
    let mut table = Table::new("scenarios side by side", columns);
    let verdict = |subject: &Subject| {
        let shut: Vec<&str> = GATES
            .iter()
            .zip(&subject.evaluation.gates)
            .filter(|(_, gate)| !gate.ok)
            .map(|(rule, _)| rule.name)
            .collect();
        Cell::text(if shut.is_empty() {
            "yes".to_owned()
        } else {
            format!("no: {}", shut.join(", "))
        })
    };
    let mut closes = vec![Cell::text("closes"), Cell::text("")];
    closes.extend(subjects.iter().map(verdict));
    table.push(closes);
    for path in rows(filter) {
        let unit = metric(path).map_or("1", |metric| metric.unit);
        let mut row = vec![Cell::text(path), Cell::text(with_price_year(unit, year))];
        row.extend(subjects.iter().map(|subject| Cell::number(subject.shown(path))));
        table.push(row);
    }
    table
}

/// The comparison as JSON.
pub fn compare_json(subjects: &[Subject], filter: Option<&str>) -> Value {
    let mut result = anonymous_head();
    result.insert("catalog_digest".to_owned(), json!(Catalog::builtin().digest()));
    if let Some(first) = subjects.first() {
        result.insert("price_year".to_owned(), json!(first.scenario.price_year));
    }
    let paths = rows(filter);
    let row = |subject: &Subject| {
        let year = subject.scenario.price_year;
        let metrics: Map<String, Value> = paths
            .iter()
            .map(|path| {
                let unit = metric(path).map_or("1", |metric| metric.unit);
                ((*path).to_owned(), quantity(subject.value(path), unit, year))
            })
            .collect();
        json!({
            "scenario": head(subject)["scenario"],
            "verdict": { "feasible": subject.is_feasible(), "competitive": subject.is_competitive(), "binding": subject.binding() },
            "metrics": metrics,
        })
    };
    result.insert("rows".to_owned(), Value::Array(subjects.iter().map(row).collect()));
    Value::Object(result)
}

/// Cost stacks of all scenarios, the ground of the first beside them.
#[cfg(feature = "charts")]
pub fn compare_chart(subjects: &[Subject]) -> Vec<Box<dyn crate::charts::Chart>> {
    use crate::charts::cost_stack::{Column as Stack, CostStack, Part};
    use crate::charts::{Chart, Measure};
    use crate::system::budget::{LineKind, ledgers};
    let Some(first) = subjects.first() else { return Vec::new() };
    let year = first.scenario.price_year;
    let stack = |subject: &Subject, ledger: &str, total: &str, name: String| {
        let all = ledgers(|path| subject.value(path)).ok()?;
        let ledger = all.into_iter().find(|each| each.name == ledger)?;
        let per_power_year = subject.shown(total)?;
        let whole = ledger.lines.last()?.value;
        let items =
            ledger.lines.iter().filter(|line| line.kind == LineKind::Item && line.value != 0.0);
        Some(Stack {
            name,
            parts: items
                .map(|line| Part::new(line.name, line.value / whole * per_power_year))
                .collect(),
        })
    };
    let mut columns: Vec<Stack> = Vec::new();
    for (subject, name) in subjects.iter().zip(names(subjects)) {
        columns.extend(stack(subject, "cost_orbit", "orbit.cost_per_it_power_year", name));
    }
    let cost = "ground.cost_per_it_power_year";
    let is_one = subjects.iter().all(|subject| subject.shown(cost) == first.shown(cost));
    let own = names(subjects).into_iter().next().filter(|_| !is_one);
    let name = own.map_or_else(|| "ground".to_owned(), |name| format!("ground of {name}"));
    columns.extend(stack(first, "cost_ground", cost, name));
    if columns.is_empty() {
        return Vec::new();
    }
    let chart = CostStack {
        picture: compare_picture(subjects),
        measure: Measure::new("Cost of available IT power", with_price_year("USD/kW/yr", year)),
        columns,
    };
    vec![Box::new(chart) as Box<dyn Chart>]
}

/// Title, scenarios and digests of the comparison.
#[cfg(feature = "charts")]
fn compare_picture(subjects: &[Subject]) -> crate::charts::Picture {
    use super::head::title;
    use super::table::DIGITS;
    use crate::charts::Picture;
    use crate::units::format::format_number;
    let ratios: Vec<String> = subjects
        .iter()
        .zip(names(subjects))
        .filter_map(|(subject, name)| Some((subject.shown("ratio.cost")?, name)))
        .map(|(ratio, name)| format!("{name} {}", format_number(ratio, DIGITS - 1)))
        .collect();
    Picture {
        subtitle: subjects
            .iter()
            .map(|subject| title(&subject.scenario))
            .collect::<Vec<_>>()
            .join("; "),
        footer: format!("skyrack {}", env!("CARGO_PKG_VERSION")),
        sources: subjects
            .iter()
            .map(|subject| subject.scenario.file.clone())
            .chain([format!("catalog {}", Catalog::builtin().digest())])
            .collect(),
        digest: subjects
            .iter()
            .map(|subject| subject.scenario.digest.clone())
            .collect::<Vec<_>>()
            .join(" "),
        ..Picture::new("compare", format!("Orbit over ground: {}", ratios.join(", ")))
    }
}
