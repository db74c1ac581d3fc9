//! Every verb beside `run` in all its forms.

use crate::program::{Ran, SMALL, golden_named, project, skyrack, skyrack_in, temporary};
use serde_json::Value;
use skyrack::catalog::Catalog;
use skyrack::scenario::EMBEDDED;
use skyrack::system::inputs::INPUTS;
use skyrack::system::metrics::METRICS;
use skyrack::validation::embedded;

const FORMS: [&str; 4] = ["text", "json", "csv", "markdown"];

fn with(arguments: &[&str], more: &[&str]) -> Ran {
    skyrack(&[arguments, more].concat())
}

fn json(arguments: &[&str]) -> Value {
    with(arguments, &["--format", "json"]).json()
}

fn keys(value: &Value) -> Vec<&str> {
    value.as_object().unwrap().keys().map(String::as_str).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap()
}

/// Headings and rows of the CSV form; every row is as wide as the headings.
fn table(arguments: &[&str]) -> (Vec<String>, Vec<Vec<String>>) {
    let text = with(arguments, &["--format", "csv"]).done();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let cells = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect();
    let headings: Vec<String> = cells(reader.headers().unwrap());
    let rows = reader.records().map(|record| cells(&record.unwrap())).collect();
    (headings, rows)
}

/// Rows of the tables of the Markdown form without headings and rules; every table is as wide all
/// the way down.
fn markdown_rows(arguments: &[&str]) -> usize {
    let page = with(arguments, &["--format", "markdown"]).done();
    let (mut rows, mut width) = (0, None);
    for line in page.lines() {
        let bars = line.replace("\\|", "").matches('|').count();
        if !line.starts_with('|') {
            width = None;
        } else if let Some(width) = width {
            assert_eq!(bars, width, "{line}");
            rows += usize::from(!line.starts_with("|---"));
        } else {
            width = Some(bars);
        }
    }
    rows
}

fn is_head(result: &Value) -> bool {
    result["skyrack"] == env!("CARGO_PKG_VERSION") && result["schema"] == 1
}

// ---- compare

const COMPARE: [&str; 4] = ["compare", SMALL, "falcon9", "--no-charts"];

#[test]
fn cli_compare_says_of_each_what_run_says() {
    let result = json(&COMPARE);
    assert!(is_head(&result));
    assert_eq!(keys(&result), ["skyrack", "schema", "catalog_digest", "price_year", "rows"]);
    let (headings, rows) = table(&COMPARE);
    assert_eq!(headings, ["metric", "unit", "small", "falcon9"]);
    assert_eq!(rows[0], ["closes", "", "no: heat", "yes"]);
    assert_eq!(rows.len(), markdown_rows(&COMPARE));
    for (column, name) in [SMALL, "falcon9"].into_iter().enumerate() {
        let own = json(&["run", name, "--no-charts", "-n", "0"]);
        let row = &result["rows"][column];
        let rest = ["failing", "notes", "orbit_cost", "ground_cost"];
        assert_eq!(keys(row), [&["scenario", "verdict", "metrics"][..], &rest].concat());
        assert_eq!(row["orbit_cost"], own["orbit_cost"]);
        assert_eq!(row["scenario"], own["scenario"]);
        assert_eq!(keys(&row["verdict"]), ["feasible", "competitive", "binding"]);
        assert_eq!(row["verdict"]["feasible"], own["verdict"]["feasible"]);
        assert_eq!(keys(&row["metrics"]).len(), rows.len() - 1);
        for (row, cells) in row["metrics"].as_object().unwrap().iter().zip(&rows[1..]) {
            assert_eq!((row.0, row.1), (&cells[0], &own["metrics"][row.0]));
            assert_eq!(row.1["unit"], cells[1].as_str());
            assert_eq!(row.1["value"].is_null(), cells[column + 2].is_empty(), "{}", row.0);
        }
    }
}

#[test]
fn cli_compare_in_text_fits_the_page_and_adds_what_is_asked_for() {
    let text = with(&COMPARE, &["--filter", "battery."]).done();
    assert!(text.starts_with("metric "), "{text}");
    assert!(text.contains("\nbattery.depth_of_discharge ") && text.contains("\nratio.cost "));
    assert!(text.lines().all(|line| line.chars().count() <= 100), "{text}");
    let four = skyrack(&["compare", "falcon9", "starship", "neutron", "electron", "--no-charts"]);
    assert!(four.done().lines().all(|line| line.chars().count() <= 100));
}

#[test]
fn cli_compare_changes_hold_for_every_scenario() {
    let changed = [&COMPARE[..], &["--set", "orbit.altitude=900 km"]].concat();
    let text = json(&changed);
    let [small, falcon] = list(&text["rows"]) else { panic!("{text}") };
    let eclipse = "environment.eclipse_max";
    assert_eq!(small["metrics"][eclipse], falcon["metrics"][eclipse]);
    assert_ne!(small["metrics"][eclipse], json(&COMPARE)["rows"][0]["metrics"][eclipse]);
}

// ---- explain

const EXPLAIN: [&str; 3] = ["explain", "orbit.period", SMALL];

#[test]
fn cli_explain_text_is_golden() {
    golden_named("explain.txt", &skyrack(&EXPLAIN).done());
    let of_input = skyrack(&["explain", "launch.price", SMALL]).done();
    golden_named("explain-input.txt", &of_input);
}

#[test]
fn cli_explain_reaches_the_inputs_with_their_sources() {
    let arguments = ["explain", "radiator.panel_area", SMALL];
    let result = json(&arguments);
    assert!(is_head(&result));
    assert_eq!(result["scenario"]["file"], SMALL);
    let rows = list(&result["rows"]);
    assert!(rows.len() > 20, "{}", rows.len());
    for row in rows {
        for key in ["path", "depth", "repeated", "meaning", "kind", "value"] {
            assert!(keys(row).contains(&key), "{key}: {row}");
        }
        if row["kind"] == "input" {
            assert!(row["source"].as_str().unwrap().len() > 5, "{row}");
        } else {
            assert_eq!(row["kind"], "metric");
            assert!(!row["formula"].as_str().unwrap().is_empty(), "{row}");
        }
        assert!(row["value"].is_string() || row["unit"].is_string(), "{row}");
    }
    let run = json(&["run", SMALL, "--no-charts"]);
    assert_eq!(rows[0]["value"], run["metrics"]["radiator.panel_area"]["value"]);
    let (headings, cells) = table(&arguments);
    assert_eq!(headings, ["depth", "path", "value", "formula or source", "meaning"]);
    assert_eq!((cells.len(), markdown_rows(&arguments)), (rows.len(), rows.len()));
    assert!(cells[0][2].ends_with(" m2"), "{:?}", cells[0]);
}

#[test]
fn cli_explain_stops_at_the_depth_asked_for() {
    for depth in ["0", "1", "2"] {
        let result = json(&["explain", "ratio.cost", SMALL, "--depth", depth]);
        let deepest = list(&result["rows"]).iter().map(|row| row["depth"].as_u64().unwrap()).max();
        assert_eq!(deepest, Some(depth.parse().unwrap()));
    }
}

#[test]
fn cli_explain_every_metric_and_input_of_a_scenario() {
    let paths = METRICS.iter().map(|metric| metric.path).step_by(7);
    for path in paths.chain(INPUTS.iter().map(|input| input.path).step_by(20)) {
        let text = skyrack(&["explain", path, SMALL, "--depth", "1"]).done();
        assert!(text.starts_with(&format!("{path} = ")), "{text}");
        let is_numberless = text.contains("NaN") || text.contains(" inf ");
        assert!(!is_numberless, "{text}");
    }
}

// ---- breakeven

const PERIOD: [&str; 6] = [
    "breakeven",
    SMALL,
    "--vary",
    "orbit.altitude=500 km..1500 km",
    "--target",
    "orbit.period=100 min",
];

#[test]
fn cli_breakeven_text_is_golden() {
    let mut page = skyrack(&PERIOD).done();
    let none = ["breakeven", SMALL, "--vary", "orbit.altitude=500 km..1500 km", "--target"];
    page.push_str(&with(&none, &["orbit.period=3 h"]).done());
    let several = ["--target", "environment.eclipse_max=34 min", "--set", "orbit.ltan=10 h"];
    page.push_str(
        &with(&["breakeven", SMALL, "--vary", "orbit.altitude=500 km..3000 km"], &several).done(),
    );
    golden_named("breakeven.txt", &page);
}

#[test]
fn cli_breakeven_gives_the_same_root_in_every_form_and_the_root_meets_the_target() {
    let result = json(&PERIOD);
    assert!(is_head(&result));
    for key in ["scenario", "vary", "target", "roots", "limits"] {
        assert!(keys(&result).contains(&key), "{key}");
    }
    assert_eq!(keys(&result["vary"]), ["path", "low", "high"]);
    assert_eq!(result["target"]["value"]["unit"], "min");
    assert_eq!(keys(&result["limits"]), ["low", "high", "nearest"]);
    let [root] = list(&result["roots"]) else { panic!("{result}") };
    assert_eq!(root["unit"], "km");
    let (headings, rows) = table(&PERIOD);
    assert_eq!(headings, ["orbit.altitude [km]", "orbit.period [min]", "failing gates"]);
    assert_eq!((rows.len(), markdown_rows(&PERIOD)), (1, 1));
    let altitude: f64 = rows[0][0].parse().unwrap();
    assert!((altitude - root["value"].as_f64().unwrap()).abs() < 1e-9);
    let set = format!("orbit.altitude={altitude} km");
    let run = json(&["run", SMALL, "--no-charts", "--set", &set]);
    let period = run["metrics"]["orbit.period"]["value"].as_f64().unwrap();
    assert!((period - 100.0).abs() < 1e-6, "{period}");
}

#[test]
fn cli_breakeven_without_a_root_says_so_in_every_form() {
    let arguments = ["breakeven", "falcon9", "--vary", "launch.price"];
    let result = json(&arguments);
    assert!(list(&result["roots"]).is_empty());
    assert_eq!(result["vary"]["low"]["unit"], "USD2026/kg");
    assert!(result["limits"]["nearest"]["metric"]["value"].as_f64().unwrap() > 1.0);
    let (headings, rows) = table(&arguments);
    assert_eq!((headings.len(), rows.len()), (3, 0));
    assert_eq!(headings[0], "launch.price [USD2026/kg]");
    let text = skyrack(&arguments).done();
    assert!(text.contains("none: `ratio.cost` is never 1 "), "{text}");
}

// ---- validate

#[test]
fn cli_validate_is_the_same_in_every_form() {
    let arguments = ["validate", "--filter", "fin_"];
    let result = json(&arguments);
    assert!(is_head(&result));
    assert_eq!(keys(&result), ["skyrack", "schema", "tables", "missed", "skipped"]);
    let tables = list(&result["tables"]);
    assert!(tables.len() > 3, "{}", tables.len());
    for table in tables {
        let wanted = [
            "name",
            "column",
            "level",
            "called_by_run",
            "rows",
            "within",
            "median",
            "p95",
            "max",
            "unit",
            "tolerance",
        ];
        assert_eq!(keys(table), wanted);
        assert!(table["within"].as_u64() <= table["rows"].as_u64(), "{table}");
    }
    let (headings, rows) = table(&arguments);
    assert_eq!(headings[..5], ["table", "column", "level", "rows", "within"]);
    assert!(headings.iter().any(|heading| heading == "unit"));
    assert_eq!(rows.len(), tables.len());
    let text = skyrack(&arguments).done();
    assert!(text.contains("fin_optimum"), "{text}");
}

#[test]
fn cli_validate_exits_with_1_where_a_row_is_missed() {
    let ran = skyrack(&["validate", "--format", "json"]);
    let result: Value = serde_json::from_str(&ran.stdout).unwrap();
    let missed = list(&result["missed"]);
    assert_eq!(ran.status, i32::from(!missed.is_empty()));
    for row in missed {
        for key in ["table", "row", "got", "want", "tolerance"] {
            assert!(keys(row).contains(&key), "{key}: {row}");
        }
    }
    let said = format!("{} rows missed, 0 files failed\n", missed.len());
    assert!(missed.is_empty() || ran.stderr == said, "{}", ran.stderr);
}

#[test]
fn cli_validate_reads_a_folder_by_the_names_of_its_files() {
    let room = temporary();
    let own = embedded();
    let fin = own.iter().find(|file| file.name == "fin_optimum.json").unwrap();
    let annuity = own.iter().find(|file| file.name == "annuity.csv").unwrap();
    let write = |name: &str, text: &str| std::fs::write(room.path().join(name), text).unwrap();
    write("fin_optimum.json", &fin.content);
    write("notes.txt", "mine");
    let arguments = ["validate", "--data", ".", "--format", "json"];
    let result = skyrack_in(room.path(), &arguments).json();
    assert!(list(&result["tables"]).iter().all(|table| table["name"] == "fin_optimum"));
    assert!(result["skipped"].to_string().contains("notes.txt"), "{}", result["skipped"]);
    let (head, rest) = annuity.content.split_once('\n').unwrap();
    let first = head.split(',').next().unwrap();
    write("annuity.csv", &format!("{}\n{rest}", head.replacen(first, "other", 1)));
    let ran = skyrack_in(room.path(), &arguments);
    assert_eq!(ran.status, 1, "{}{}", ran.stdout, ran.stderr);
    assert!(ran.stdout.contains("annuity") && ran.stdout.contains(first), "{}", ran.stdout);
    assert!(ran.stderr.contains("1 files failed"), "{}", ran.stderr);
}

// ---- inputs, metrics, catalog, schema

#[test]
fn cli_inputs_and_metrics_have_the_keys_of_the_contract() {
    let references = Catalog::builtin().groups().iter().map(|group| group.key.as_str());
    let paths: Vec<Vec<&str>> = vec![
        INPUTS.iter().map(|input| input.path).chain(references).collect(),
        METRICS.iter().map(|metric| metric.path).collect(),
    ];
    for (verb, paths) in ["inputs", "metrics"].into_iter().zip(paths) {
        let rows = json(&[verb]);
        assert_eq!(list(&rows).len(), paths.len(), "{verb}");
        for (row, path) in list(&rows).iter().zip(&paths) {
            assert_eq!(row["path"], *path);
            let wanted =
                ["path", "unit", "meaning", "default", "range", "source", "pinnable", "live_in"];
            for key in wanted {
                assert!(keys(row).contains(&key), "{path}: {key}");
            }
            assert!(row["unit"].as_str().is_some_and(|unit| !unit.is_empty()), "{path}");
            assert!(row["meaning"].as_str().unwrap().ends_with('.'), "{path}: {}", row["meaning"]);
        }
        let (headings, cells) = table(&[verb]);
        assert!(headings.iter().any(|heading| heading == "unit"), "{headings:?}");
        assert_eq!((cells.len(), markdown_rows(&[verb])), (paths.len(), paths.len()), "{verb}");
        let text = skyrack(&[verb]).done();
        assert!(paths.iter().all(|path| text.contains(&format!("\n{path} "))), "{verb}");
    }
}

#[test]
fn cli_inputs_and_metrics_keep_the_rows_that_contain_a_text() {
    for (verb, filter) in [("inputs", "altitude"), ("metrics", "SUNLIT")] {
        let (_, all) = table(&[verb]);
        let (_, some) = table(&[verb, filter]);
        assert!(!some.is_empty() && some.len() < all.len(), "{verb}");
        for row in &some {
            assert!(row.join(" ").to_lowercase().contains(&filter.to_lowercase()), "{row:?}");
        }
    }
}

#[test]
fn cli_catalog_goes_from_kinds_to_entries_to_rows() {
    let catalog = Catalog::builtin();
    let (headings, kinds) = table(&["catalog"]);
    assert_eq!(headings, ["kind", "entries", "rows"]);
    assert_eq!(kinds.len(), catalog.kinds().count() + 1);
    let scenarios = EMBEDDED.len().to_string();
    assert!(kinds.iter().any(|row| row[0] == "scenarios" && row[1] == scenarios));
    for kind in catalog.kinds() {
        let (headings, entries) = table(&["catalog", kind]);
        assert_eq!(headings, ["entry", "name"]);
        assert_eq!(entries.len(), catalog.ids(kind).len(), "{kind}");
        let id = entries[0][0].as_str();
        let arguments = ["catalog", kind, id];
        let rows = json(&arguments);
        let rows = list(&rows);
        assert_eq!(rows.len(), catalog.entry(kind, id).count(), "{kind} {id}");
        for row in rows {
            assert!(!row["confidence"].as_str().unwrap().is_empty(), "{row}");
            assert!(row["source, date, note"].as_str().unwrap().len() > 5, "{row}");
            let unit = row["unit"].as_str().unwrap();
            let names_year = unit.split("USD").skip(1).all(|rest| rest.starts_with(['1', '2']));
            assert!(names_year, "{kind} {id}: {unit}");
        }
        assert_eq!(markdown_rows(&arguments), rows.len());
        assert!(skyrack(&arguments).done().starts_with("quantity "));
    }
}

#[test]
fn cli_catalog_lists_the_scenarios() {
    let (headings, rows) = table(&["catalog", "scenarios"]);
    assert_eq!(headings, ["scenario", "what it is"]);
    let names: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    let known: Vec<&str> = EMBEDDED.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, known);
    assert!(rows.iter().all(|row| row[1].len() > 20), "{rows:?}");
    assert_eq!(table(&["catalog", "scenarios", "starship"]).1.len(), 1);
}

#[test]
fn cli_schema_knows_every_input_and_pin() {
    let schema: Value = serde_json::from_str(&skyrack(&["schema"]).done()).unwrap();
    assert!(schema["$schema"].as_str().unwrap().contains("json-schema.org"));
    let at = |table: &Value, name: &str| table["properties"][name].clone();
    for input in INPUTS {
        let known = input.path.split('.').fold(schema.clone(), |table, name| at(&table, name));
        assert!(known.is_object(), "{}", input.path);
    }
    for key in ["schema", "title", "based_on", "price_year", "free", "pin"] {
        assert!(at(&schema, key).is_object(), "{key}");
    }
    let pins = at(&schema, "pin");
    assert!(at(&pins, "radiator.net_flux").is_object(), "{pins}");
}

// ---- all of them

#[test]
fn cli_every_form_of_every_verb_says_something_and_nothing_on_stderr() {
    let verbs: [&[&str]; 8] = [
        &["run", SMALL, "--no-charts"],
        &COMPARE,
        &EXPLAIN,
        &PERIOD,
        &["validate", "--filter", "fin_optimum"],
        &["inputs"],
        &["metrics"],
        &["catalog", "launch_vehicles", "falcon9"],
    ];
    for verb in verbs {
        let mut seen: Vec<String> = Vec::new();
        for form in FORMS {
            let ran = with(verb, &["--format", form]);
            assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{verb:?} {form}");
            assert!(ran.stdout.ends_with('\n') && !ran.stdout.ends_with("\n\n"), "{verb:?} {form}");
            assert!(
                !ran.stdout.contains('\u{1b}') && !ran.stdout.contains("NaN"),
                "{verb:?} {form}"
            );
            let trails = ran.stdout.lines().any(|line| line != line.trim_end());
            assert!(!trails || form == "csv", "{verb:?} {form} ends a line with spaces");
            assert!(!seen.contains(&ran.stdout), "{verb:?} {form}");
            seen.push(ran.stdout);
        }
    }
}

/// What is refused, with a part of the message.
const REFUSED: [(&[&str], &str); 27] = [
    (&["run", "falcon8"], "did you mean `falcon9`?"),
    (&["run", "published/turyshev"], "did you mean `published/turyshev-1mw`?"),
    (&["compare", "falcon9", "starshp"], "did you mean `starship`?"),
    (&["compare", "falcon9", "starship", "--filter", "batery.mass"], "`battery.mass`"),
    (&["explain", "ratio.cots", "falcon9"], "did you mean `ratio.cost`?"),
    (&["explain", "altitude", "falcon9"], "did you mean `orbit.altitude`?"),
    (&["explain", "launch.vehicle", "falcon9"], "`launch.price`"),
    (&["explain", "ratio.cost", "falcon8"], "did you mean `falcon9`?"),
    (&["breakeven", "falcon9", "--vary", "launch.prcie"], "did you mean `launch.price`?"),
    (&["breakeven", "falcon9", "--vary", "launch.price_basis"], "not a number"),
    (&["breakeven", "falcon9", "--vary", "ratio.cost"], "is a metric"),
    (&["breakeven", "falcon9", "--vary", "orbit.altitude=900..500"], "must rise"),
    (&["breakeven", "falcon9", "--vary", "orbit.altitude=1..2000000"], "200 to 40000 km"),
    (&["breakeven", "falcon9", "--vary", "orbit.altitude=900"], "LOW..HIGH"),
    (&["breakeven", "falcon9", "--vary", "orbit.altitude", "--target", "ratio.cost"], "PATH=VALUE"),
    (
        &["breakeven", "falcon9", "--vary", "orbit.altitude", "--target", "radiation.dose=3 km"],
        "--target 'radiation.dose=1 rad'",
    ),
    (&["validate", "--filter", "no such table"], "nothing to check"),
    (&["validate", "--data", "no-such-folder"], "cannot read `no-such-folder`"),
    (&["inputs", "altitudee"], "did you mean `orbit.altitude`?"),
    (&["metrics", "ratio.cots"], "did you mean `ratio.cost`?"),
    (&["catalog", "launch_vehicle"], "did you mean `launch_vehicles`?"),
    (&["catalog", "launch_vehicles", "falcon8"], "did you mean `falcon9`?"),
    (&["catalog", "scenarios", "starhsip"], "did you mean `starship`?"),
    (&["catalog", "xyzzy"], "known are"),
    (&["init", "scenarios/falcon9.toml"], "exists and is left as it is"),
    (&["init", "no-such-folder/a.toml"], "cannot write"),
    (&["completions", "bsh"], "'bash'"),
];

#[test]
fn cli_refusals_are_golden_and_suggest_the_nearest() {
    let mut page = String::new();
    for (arguments, part) in REFUSED {
        let message = skyrack(arguments).refused();
        assert!(message.contains(part), "{arguments:?}: {message}");
        page.push_str(&format!("$ skyrack {}\n{message}\n", arguments.join(" ")));
    }
    golden_named("refusals.txt", &page);
    assert!(!project().join("no-such-folder").exists());
}
