//! The picture of the README is drawn by the program from the scenario that the README runs.

use std::path::Path;

use skyrack::charts::Chart;
use skyrack::report::pictures::pictures;
use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::run::run;

use crate::{root, updates};

/// Half of the nominal size, so that the page loads fast.
const SCALE: f64 = 0.5;

fn cost_chart() -> Box<dyn Chart> {
    let scenario = root().join("scenarios/reference-2026.toml");
    let mut scenario = open(&scenario.to_string_lossy(), &[]).unwrap();
    "scenarios/reference-2026.toml".clone_into(&mut scenario.file);
    // the digest would change the picture with every new input
    scenario.digest.clear();
    let subject = EvaluatedScenario::new(scenario).unwrap();
    let run = run(&subject).unwrap();
    pictures(&run).into_iter().find(|chart| chart.name() == "cost").unwrap()
}

pub(crate) fn differing_share(one: &[u8], other: &[u8]) -> f64 {
    let pixels = |bytes: &[u8]| {
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        pixels
    };
    let (one, other) = (pixels(one), pixels(other));
    if one.len() != other.len() {
        return 1.0;
    }
    let differs = one.chunks_exact(3).zip(other.chunks_exact(3)).filter(|(one, other)| {
        one.iter().zip(other.iter()).any(|(one, other)| one.abs_diff(*other) > 8)
    });
    differs.count() as f64 / (one.len() as f64 / 3.0)
}

#[test]
fn docs_the_picture_of_the_readme_is_fresh() {
    let chart = cost_chart();
    let png = chart.png(SCALE).unwrap();
    let path = root().join("docs/images/cost.png");
    // The numbers beside the picture decide whether it is fresh; the pixels, whether it is the
    // picture of them.
    crate::check(&path.with_extension("json"), &crate::data::json(chart.json()));
    if updates() {
        write_where_it_differs(&path, &png);
    }
    let shown = std::fs::read(&path).unwrap();
    let share = differing_share(&shown, &png);
    assert!(share <= 0.005, "docs/images/cost.png: {:.2} % of the pixels differ", 100.0 * share);
    assert!(shown.len() < 100_000, "docs/images/cost.png has {} bytes", shown.len());
}

pub(crate) fn write_where_it_differs(path: &Path, png: &[u8]) {
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    if std::fs::read(path).ok().as_deref() != Some(png) {
        std::fs::write(path, png).unwrap();
    }
}
