//! Charts: same bytes, labels apart, data as text, pictures against golden ones.

mod samples;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use samples::{Sample, all, easy};
use skyrack::charts::scene::LabelBox;
use skyrack::charts::{Carrier, Chart, ChartError, Flow, FlowLink, FlowNode, Measure, Picture};
use skyrack::report::pictures::pictures;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::run::run;

/// Golden pictures are small: half of the nominal size.
const SMALL: f64 = 0.5;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/charts/golden")
}

fn failures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("target/charts")
}

/// Width, height and red, green, blue of every pixel.
struct Pixels {
    size: (u32, u32),
    bytes: Vec<u8>,
}

fn decode(png: &[u8]) -> Pixels {
    let mut reader = png::Decoder::new(std::io::Cursor::new(png)).read_info().expect("a PNG");
    let mut bytes = vec![0; reader.output_buffer_size().expect("a small picture")];
    let info = reader.next_frame(&mut bytes).expect("a PNG");
    assert_eq!(info.color_type, png::ColorType::Rgb);
    Pixels { size: (info.width, info.height), bytes }
}

fn save(name: &str, kind: &str, pixels: &Pixels) {
    std::fs::create_dir_all(failures()).expect("target can be written");
    let file = std::fs::File::create(failures().join(format!("{name}-{kind}.png")))
        .expect("target can be written");
    let mut encoder = png::Encoder::new(file, pixels.size.0, pixels.size.1);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().expect("target can be written");
    writer.write_image_data(&pixels.bytes).expect("target can be written");
}

/// Share of pixels in which a channel differs by more than 8, and the picture of the differences.
fn difference(got: &Pixels, want: &Pixels) -> (f64, Pixels) {
    let pairs = got.bytes.chunks_exact(3).zip(want.bytes.chunks_exact(3));
    let differs: Vec<bool> = pairs
        .map(|(one, other)| one.iter().zip(other).any(|(one, other)| one.abs_diff(*other) > 8))
        .collect();
    let count = differs.iter().filter(|&&differs| differs).count();
    let bytes =
        differs.iter().flat_map(|&differs| if differs { [255, 0, 0] } else { [255; 3] }).collect();
    (count as f64 / differs.len() as f64, Pixels { size: got.size, bytes })
}

/// Compares with the golden picture of that name; with `UPDATE_EXPECT=1` writes it.
fn check_golden(name: &str, png: &[u8]) -> Result<(), String> {
    let path = folder().join(format!("{name}.png"));
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        std::fs::write(&path, png).expect("the golden folder can be written");
        return Ok(());
    }
    let golden = std::fs::read(&path)
        .map_err(|error| format!("{name}: {error}; UPDATE_EXPECT=1 writes it"))?;
    let (got, want) = (decode(png), decode(&golden));
    let (share, shown) = if got.size == want.size {
        difference(&got, &want)
    } else {
        (1.0, Pixels { size: (1, 1), bytes: vec![0; 3] })
    };
    if share <= 0.005 {
        return Ok(());
    }
    for (kind, pixels) in [("got", &got), ("want", &want), ("diff", &shown)] {
        save(name, kind, pixels);
    }
    Err(format!("{name}: {:.2} % of the pixels differ; see target/charts", share * 100.0))
}

/// Labels that leave the picture, or cover each other by more than a hair.
fn faults(name: &str, chart: &dyn Chart) -> String {
    let scene = chart.scene().expect("samples can be drawn");
    let labels: Vec<LabelBox> = scene.labels();
    let mut faults = String::new();
    for (index, label) in labels.iter().enumerate() {
        if !scene.bounds().holds(&label.bounds) {
            writeln!(faults, "{name}: `{}` leaves the picture", label.text).expect("memory");
        }
        for other in &labels[index + 1..] {
            if label.bounds.shared(&other.bounds) > 1.0 {
                writeln!(faults, "{name}: `{}` covers `{}`", label.text, other.text)
                    .expect("memory");
            }
        }
    }
    faults
}

#[test]
fn chart_labels_stay_inside_and_apart() {
    let faults: String = all().iter().map(|(name, chart)| faults(name, chart.as_ref())).collect();
    assert_eq!(faults, "");
}

#[test]
fn chart_labels_of_every_shipped_scenario_stay_inside_and_apart() {
    let mut found = String::new();
    for (name, _) in skyrack::scenario::source::EMBEDDED {
        let scenario = skyrack::scenario::open(name, &[]).expect("shipped scenarios can be read");
        let subject = EvaluatedScenario::new(scenario).expect("shipped scenarios can be evaluated");
        let run = run(&subject).expect("shipped scenarios have a report");
        let charts = pictures(&run);
        assert!(charts.len() >= 5, "{name}: {} charts", charts.len());
        for chart in charts {
            let name = format!("{name}, {}", chart.name());
            found += &faults(&name, chart.as_ref());
            // the digest of the catalog stands in the data and not in the picture
            let json = chart.json();
            assert!(!json["footer"].to_string().contains("sha256"), "{name}: {}", json["footer"]);
            assert!(json["sources"].to_string().contains("catalog sha256:"), "{name}");
        }
    }
    assert_eq!(found, "");
}

#[test]
fn chart_labels_of_other_sizes_stay_inside_and_apart() {
    // Half as wide a page, and a poster.
    for (width, height) in [(1200, 750), (2400, 1200)] {
        let faults: String = samples::easy_at(width, height)
            .iter()
            .map(|(name, chart)| faults(name, chart.as_ref()))
            .collect();
        assert_eq!(faults, "", "at {width} x {height}");
    }
}

#[test]
fn chart_bytes_are_the_same_on_every_run() {
    for (name, chart) in all() {
        assert_eq!(chart.png(0.25), chart.png(0.25), "{name}");
    }
    let twice: Vec<_> = [all(), all()].map(|samples| samples[0].1.png(1.0)).into_iter().collect();
    assert_eq!(twice[0], twice[1]);
}

#[test]
fn chart_pictures_match_the_golden_ones() {
    let mut missed = Vec::new();
    for (name, chart) in easy().into_iter().take(8) {
        let png = chart.png(SMALL).expect("samples can be painted");
        missed.extend(check_golden(name, &png).err());
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn chart_scale_2_doubles_the_pixels() {
    let (_, chart) = easy().remove(5);
    let (one, two) =
        (decode(&chart.png(0.5).expect("small")), decode(&chart.png(1.0).expect("large")));
    assert_eq!(one.size, (800, 500));
    assert_eq!(two.size, (1600, 1000));
}

#[test]
fn chart_json_names_title_axes_sources_and_digest() {
    for (name, chart) in all() {
        let json = chart.json();
        for key in ["chart", "kind", "title", "subtitle", "axes", "sources", "scenario_digest"] {
            assert!(json.get(key).is_some(), "{name} lacks {key}");
        }
        for axis in json["axes"].as_array().expect("a list of axes") {
            assert!(
                axis["name"].is_string() && axis["unit"].is_string() && axis["scale"].is_string(),
                "{name}"
            );
        }
        assert_eq!(json["chart"], chart.name());
    }
}

#[test]
fn chart_csv_has_a_heading_and_rows_of_its_length() {
    for (name, chart) in all() {
        let csv = chart.csv();
        let mut reader = csv::ReaderBuilder::new().flexible(false).from_reader(csv.as_bytes());
        let rows: Vec<csv::StringRecord> =
            reader.records().collect::<Result<_, _>>().expect("rows of one length");
        assert!(!rows.is_empty(), "{name}");
    }
}

#[test]
fn chart_cost_stack_csv_holds_parts_and_totals() {
    let (_, chart) = easy().remove(0);
    let csv = chart.csv();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines[0], "column,part,Levelized cost of IT power [USD2026/kW/yr]");
    assert_eq!(lines[1], "Orbit,Accelerators and servers,13900");
    assert!(lines.contains(&"Orbit,total,34725"));
    assert_eq!(lines.last(), Some(&"\"Ground, Texas grid\",total,12594"));
}

#[test]
fn chart_without_data_is_an_error() {
    let flow = Flow {
        picture: Picture::new("flow", ""),
        measure: Measure::new("Power", "kW"),
        nodes: vec![FlowNode::new("a"), FlowNode::new("b")],
        links: Vec::new(),
    };
    assert_eq!(flow.png(1.0), Err(ChartError::Empty { chart: "flow".into() }));
    let link = |from, to, value| FlowLink { from, to, value, carrier: Carrier::Heat };
    let with = |links| Flow { links, ..flow.clone() };
    assert_eq!(
        with(vec![link(0, 1, 1.0), link(1, 0, 1.0)]).png(1.0).map(|_| ()).unwrap_err().to_string(),
        "chart `flow` has links that run in a circle through `a`"
    );
    assert_eq!(
        with(vec![link(0, 7, 1.0)]).png(1.0),
        Err(ChartError::Link { chart: "flow".into(), index: 7 })
    );
    assert_eq!(
        with(vec![link(0, 1, f64::NAN)]).png(1.0),
        Err(ChartError::Unfit { chart: "flow".into(), what: "a".into() })
    );
}

#[test]
fn chart_of_absurd_size_is_an_error() {
    let (_, chart): Sample = easy().remove(8);
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY, 1e3] {
        assert!(matches!(chart.png(scale), Err(ChartError::Size { .. })), "{scale}");
    }
}

#[test]
fn chart_of_extreme_numbers_is_drawn_or_refused() {
    let numbers = [0.0, -1.0, 1e-308, 1e30, f64::MAX, f64::NAN];
    let mut drawn = 0;
    for one in numbers {
        for other in numbers {
            for chart in samples::of_numbers(one, other) {
                drawn += u32::from(chart.png(0.05).is_ok());
                assert_eq!(chart.json()["chart"], chart.name());
                assert!(!chart.csv().contains("NaN") && !chart.csv().contains("inf"));
            }
        }
    }
    assert!(drawn > 100, "{drawn}");
}
