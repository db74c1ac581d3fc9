//! What is written where: whole files, the same bytes every time, nothing on failure.

use crate::program::{Ran, SMALL, project, skyrack_in, temporary};
use std::collections::BTreeMap;
use std::path::Path;

/// Charts of `run`.
const CHARTS: [&str; 6] = ["cost", "eclipse", "flow", "mass", "ratio", "scale"];
/// Reports of `run`.
const REPORTS: [&str; 3] = ["metrics.csv", "report.md", "result.json"];

type Files = BTreeMap<String, Vec<u8>>;

/// All files below a folder, by their path in it; a folder without files is listed with a slash.
fn files(folder: &Path) -> Files {
    let mut found = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            let name = path.strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            if path.is_dir() {
                found.insert(format!("{name}/"), Vec::new());
                open.push(path);
            } else {
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}

fn names(files: &Files) -> Vec<&str> {
    files.keys().map(String::as_str).collect()
}

fn expected(charts: &[&str]) -> Vec<String> {
    let of_chart = |chart: &&str| ["csv", "json", "png"].map(|ending| format!("{chart}.{ending}"));
    let mut names: Vec<String> = charts.iter().flat_map(of_chart).collect();
    names.extend(REPORTS.map(str::to_owned));
    names.sort();
    names
}

/// A folder with the scenario of the golden reports as `small.toml`.
fn room() -> tempfile::TempDir {
    let room = temporary();
    std::fs::copy(project().join(SMALL), room.path().join("small.toml")).unwrap();
    room
}

fn text(files: &Files, name: &str) -> String {
    String::from_utf8(files[name].clone()).unwrap()
}

/// A chart's table has rows of one width, a number in each, and headings that name the unit of each
/// number.
fn check_chart_table(name: &str, table: &str) {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.unwrap();
        assert_eq!(row.len(), headings.len(), "{name}");
        let numbers = row.iter().filter(|cell| cell.parse::<f64>().is_ok()).count();
        assert!(numbers > 0, "{name}: {row:?}");
        rows += 1;
    }
    assert!(rows > 1, "{name}");
    let has_unit = |heading: &str| heading.contains('[') || heading == "unit";
    assert!(headings.iter().any(has_unit), "{name}: {headings:?}");
    assert!(!headings.iter().any(|heading| heading.contains("USD/")), "{name}: {headings:?}");
}

fn check_picture(name: &str, bytes: &[u8]) {
    let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert!(frame.width >= 1_000 && frame.height >= 500, "{name}");
    let first = pixels[0];
    assert!(pixels.iter().any(|&sample| sample != first), "{name} is empty");
}

#[test]
fn cli_files_of_a_run_are_those_of_the_contract() {
    let room = room();
    let ran = skyrack_in(room.path(), &["run", "small.toml"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stderr.contains("to out/small\n"), "{}", ran.stderr);
    let written = files(&room.path().join("out/small"));
    assert_eq!(names(&written), expected(&CHARTS));
    for (form, file) in [("json", "result.json"), ("markdown", "report.md"), ("csv", "metrics.csv")]
    {
        let shown = ["run", "small.toml", "--no-charts", "--format", form];
        assert!(skyrack_in(room.path(), &shown).done() == text(&written, file), "{file}");
    }
    for chart in CHARTS {
        check_picture(chart, &written[&format!("{chart}.png")]);
        check_chart_table(chart, &text(&written, &format!("{chart}.csv")));
        let data: serde_json::Value =
            serde_json::from_str(&text(&written, &format!("{chart}.json"))).unwrap();
        let title = data["title"].as_str().unwrap();
        assert!(title.len() > 10, "{chart}: {title}");
        let all = data.to_string();
        assert!(all.contains("sha256:") && all.contains("\"unit\""), "{chart}: {all}");
        assert!(!all.contains("NaN") && !all.contains("inf"), "{chart}");
    }
}

#[test]
fn cli_files_are_the_same_bytes_twice_and_from_another_folder() {
    let (one, other) = (room(), room());
    skyrack_in(one.path(), &["run", "small.toml", "-o", "a"]).done();
    let first = files(&one.path().join("a"));
    skyrack_in(one.path(), &["run", "small.toml", "-o", "a"]).done();
    skyrack_in(other.path(), &["run", "small.toml", "-o", "deep/er/b"]).done();
    for again in [files(&one.path().join("a")), files(&other.path().join("deep/er/b"))] {
        assert_eq!(names(&again), names(&first));
        for (name, bytes) in &first {
            assert!(again[name] == *bytes, "{name} differs");
        }
    }
}

#[test]
fn cli_files_that_exist_are_replaced_whole_and_other_files_stay() {
    let room = room();
    let out = room.path().join("a");
    std::fs::create_dir(&out).unwrap();
    let long = "older and longer\n".repeat(100_000);
    for name in ["report.md", "cost.png", "notes of mine.txt"] {
        std::fs::write(out.join(name), &long).unwrap();
    }
    skyrack_in(room.path(), &["run", "small.toml", "-o", "a"]).done();
    let mut written = files(&out);
    assert_eq!(written.remove("notes of mine.txt").unwrap(), long.as_bytes());
    assert_eq!(names(&written), expected(&CHARTS));
    assert!(text(&written, "report.md").starts_with("# 100 kW in two satellites\n"));
    check_picture("cost", &written["cost.png"]);
}

#[test]
fn cli_files_of_charts_that_are_no_longer_drawn_go() {
    let room = room();
    let arguments = ["run", "small.toml", "-o", "a"];
    skyrack_in(room.path(), &arguments).done();
    let ran = skyrack_in(room.path(), &[&arguments[..], &NO_DESIGN].concat());
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let left = files(&room.path().join("a"));
    assert!(!left.contains_key("ratio.png") && !left.contains_key("cost.json"), "{left:?}");
    assert!(left.contains_key("eclipse.png") && left.contains_key("result.json"));
}

/// Changes under which no satellite closes.
const NO_DESIGN: [&str; 4] =
    ["--set", "orbit.altitude=200 km", "--set", "propulsion.specific_impulse=20000 s"];

#[test]
fn cli_files_a_failure_leaves_everything_as_it_was() {
    let room = room();
    let arguments = ["run", "small.toml", "-o", "a", "--set", "orbit.altitude=700 km"];
    skyrack_in(room.path(), &arguments).done();
    std::fs::remove_file(room.path().join("a/scale.png")).unwrap();
    std::fs::create_dir(room.path().join("a/scale.png")).unwrap();
    let before = files(room.path());
    let message = skyrack_in(room.path(), &["run", "small.toml", "-o", "a"]).refused();
    assert!(message.contains("cannot write `a/scale.png`"), "{message}");
    assert!(message.contains("  = help: "), "{message}");
    assert!(files(room.path()) == before, "{:?}", names(&files(room.path())));
}

#[test]
fn cli_files_a_place_that_cannot_be_written_is_named() {
    let room = room();
    std::fs::write(room.path().join("file"), "mine").unwrap();
    let before = files(room.path());
    for place in ["file", "file/below"] {
        for verb in [&["run", "small.toml"][..], &["compare", "small.toml", "falcon9"]] {
            let message = skyrack_in(room.path(), &[verb, &["-o", place]].concat()).refused();
            assert!(message.starts_with("error[write]: cannot write `file"), "{message}");
            assert!(message.contains("`-o DIR`"), "{message}");
            assert!(!message.contains(".tmp"), "{message}");
        }
    }
    assert!(files(room.path()) == before);
}

#[test]
#[cfg(unix)]
fn cli_files_a_folder_without_permission_is_left_alone() {
    use std::os::unix::fs::PermissionsExt;
    let room = room();
    let shut = room.path().join("shut");
    std::fs::create_dir(&shut).unwrap();
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o555)).unwrap();
    let is_free = std::fs::write(shut.join("probe"), "").is_ok();
    let ran = skyrack_in(room.path(), &["run", "small.toml", "-o", "shut"]);
    // Who may write everywhere, as the administrator may, is not refused.
    assert_eq!(ran.status, if is_free { 0 } else { 2 }, "{}", ran.stderr);
    assert!(is_free || ran.stderr.contains("cannot write `shut/"), "{}", ran.stderr);
    assert!(is_free || files(&shut).is_empty());
    std::fs::set_permissions(&shut, std::fs::Permissions::from_mode(0o755)).unwrap();
}

#[test]
#[cfg(unix)]
fn cli_files_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let room = temporary();
    skyrack_in(room.path(), &["init", "a.toml"]).done();
    let mode = std::fs::metadata(room.path().join("a.toml")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o644);
}

#[test]
fn cli_files_nothing_is_written_on_bad_input_or_where_nothing_is_asked_for() {
    let room = room();
    std::fs::write(room.path().join("bad.toml"), "schema = 1\n[orbit]\naltitude = 650\n").unwrap();
    let before = files(room.path());
    let refused: [&[&str]; 9] = [
        &["run", "bad.toml"],
        &["run", "nowhere.toml"],
        &["run", "small.toml", "--set", "orbit.altitude=3 kg"],
        &["run", "small.toml", "--set", "orbit.altitude=9000 km"],
        &["run", "small.toml", "--require", "ratio.cots<1"],
        &["run", "small.toml", "--require", "ratio.cost<1 kg"],
        &["compare", "small.toml", "bad.toml"],
        &["compare", "small.toml", "falcon9", "--filter", "no such metric"],
        &["init", "new.toml", "--based-on", "bad.toml"],
    ];
    for arguments in refused {
        let message = skyrack_in(room.path(), arguments).refused();
        assert!(message.contains("error"), "{arguments:?}: {message}");
        assert!(files(room.path()) == before, "{arguments:?}");
    }
    let silent: [&[&str]; 6] = [
        &["run", "small.toml", "--no-charts"],
        &["compare", "small.toml", "falcon9", "--no-charts"],
        &["explain", "ratio.cost", "small.toml"],
        &["breakeven", "small.toml", "--vary", "launch.price"],
        &["inputs"],
        &["catalog"],
    ];
    for arguments in silent {
        let ran: Ran = skyrack_in(room.path(), arguments);
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{arguments:?}");
        assert!(files(room.path()) == before, "{arguments:?}");
    }
}

#[test]
fn cli_files_are_written_although_a_requirement_does_not_hold() {
    let room = room();
    let ran = skyrack_in(room.path(), &["run", "small.toml", "--require", "ratio.cost<0.1"]);
    assert_eq!(ran.status, 1);
    assert_eq!(names(&files(&room.path().join("out/small"))), expected(&CHARTS));
}

#[test]
fn cli_files_of_a_built_in_scenario_lie_under_its_last_name() {
    let room = temporary();
    let ran = skyrack_in(room.path(), &["run", "published/turyshev-1mw"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert_eq!(names(&files(&room.path().join("out/turyshev-1mw"))), expected(&CHARTS));
}

#[test]
fn cli_files_of_compare_hold_the_table_and_the_chart() {
    let room = room();
    let arguments = ["compare", "small.toml", "falcon9"];
    let ran = skyrack_in(room.path(), &arguments);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let written = files(&room.path().join("out/compare"));
    let expected = ["compare.csv", "compare.json", "compare.png", "metrics.csv", "result.json"];
    assert_eq!(names(&written), expected);
    for (form, file) in [("csv", "metrics.csv"), ("json", "result.json")] {
        let shown = [&arguments[..], &["--no-charts", "--format", form]].concat();
        assert!(skyrack_in(room.path(), &shown).done() == text(&written, file), "{file}");
    }
    check_picture("compare", &written["compare.png"]);
    check_chart_table("compare", &text(&written, "compare.csv"));
}

#[test]
fn cli_files_init_writes_a_scenario_that_runs_and_never_writes_over_one() {
    let room = room();
    let here = |arguments: &[&str]| skyrack_in(room.path(), arguments);
    let ran = here(&["init"]);
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.is_empty() && ran.stderr.contains("skyrack run scenario.toml"));
    let first = files(room.path());
    let message = here(&["init"]).refused();
    assert!(message.contains("`scenario.toml` exists and is left as it is"), "{message}");
    assert!(files(room.path()) == first);
    let of = |name: &str| here(&["run", name, "--no-charts", "--format", "json"]).json();
    assert_eq!(of("scenario.toml")["metrics"], of("reference-2026")["metrics"]);
    let message = here(&["init", "nowhere/a.toml"]).refused();
    assert!(message.contains("cannot write `nowhere/a.toml`"), "{message}");
    assert!(!message.contains(".tmp") && !message.contains("-o DIR"), "{message}");
}

#[test]
fn cli_files_init_in_another_folder_finds_its_parent() {
    let room = room();
    std::fs::create_dir_all(room.path().join("sub/deep")).unwrap();
    let here = |arguments: &[&str]| skyrack_in(room.path(), arguments);
    let absolute = room.path().join("sub/c.toml").display().to_string();
    for file in ["sub/a.toml", "./sub/deep/b.toml", "d.toml", absolute.as_str()] {
        here(&["init", file, "--based-on", "small.toml"]).done();
        let report = here(&["run", file, "--no-charts", "--format", "json"]).json();
        assert_eq!(report["metrics"]["satellite.count"]["value"], 2.0, "{file}");
    }
    std::fs::write(
        room.path().join("odd.toml"),
        "schema = 1\ntitle = \"\"\"two\nlines \\\" and a quote\"\"\"\nbased_on = \"falcon9\"\n",
    )
    .unwrap();
    here(&["init", "from-odd.toml", "--based-on", "odd.toml"]).done();
    here(&["run", "from-odd.toml", "--no-charts"]).done();
}
