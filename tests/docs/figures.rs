//! The figures of the pages of models: drawn by the program from the functions that the pages
//! describe.

mod array;
mod atmosphere_drag;
mod battery;
mod environment;
mod heat_chain;
mod heat_pump;
mod launch_payload;
mod links;
mod meteoroid;
mod orbit;
mod orbit_raising;
mod propulsion;
mod radiation;
mod radiator;
mod reference;
mod satellite;

use std::path::PathBuf;

use skyrack::charts::{Chart, Lines, Measure, Picture, Scale, Series, Stroke};

use crate::pictures::{differing_share, write_where_it_differs};
use crate::{check, read, root, updates};

/// Half of the nominal size, so that a page loads fast.
const SCALE: f64 = 0.5;

/// A page of `docs/model` and what draws its figure.
type Figure = (&'static str, fn() -> Lines);

/// The pages that have one, in the order of the index.
const FIGURES: &[Figure] = &[
    ("orbit", orbit::shadow_over_beta),
    ("environment", environment::absorbed_by_attitude),
    ("array", array::power_per_area),
    ("battery", battery::depth_of_discharge),
    ("radiator", radiator::net_flux),
    ("heat-chain", heat_chain::area_for_a_chip),
    ("heat-pump", heat_pump::mass_of_lift),
    ("atmosphere-drag", atmosphere_drag::lifetime_over_altitude),
    ("propulsion", propulsion::propellant_over_altitude),
    ("radiation", radiation::dose_behind_aluminum),
    ("meteoroid", meteoroid::wall_over_area),
    ("links", links::rate_against_distance),
    ("launch-payload", launch_payload::payload_over_altitude),
    ("orbit-raising", orbit_raising::time_over_altitude),
    ("satellite", satellite::mass_against_altitude),
];

/// Places at equal distances, both ends among them.
pub(crate) fn places((low, high): (f64, f64), count: u32) -> Vec<f64> {
    let step = (high - low) / f64::from(count - 1);
    (0..count).map(|index| low + step * f64::from(index)).collect()
}

/// Places at equal ratios, both ends among them.
pub(crate) fn ratios((low, high): (f64, f64), count: u32) -> Vec<f64> {
    let step = libm::log(high / low) / f64::from(count - 1);
    let at =
        |index| if index + 1 == count { high } else { low * libm::exp(step * f64::from(index)) };
    (0..count).map(at).collect()
}

/// A curve of the model.
pub(crate) fn curve(name: &str, across: &[f64], value: impl Fn(f64) -> f64) -> Series {
    let points = across.iter().map(|&x| (x, Some(value(x)))).collect();
    Series { name: name.to_owned(), points, stroke: Stroke::Solid }
}

/// What curves are compared with.
pub(crate) fn dots(name: &str, points: impl IntoIterator<Item = (f64, f64)>) -> Series {
    let points = points.into_iter().map(|(x, y)| (x, Some(y))).collect();
    Series { name: name.to_owned(), points, stroke: Stroke::Dots }
}

/// A dashed copy of a curve: a bound, or the same by another way.
pub(crate) fn dashed(series: Series) -> Series {
    Series { stroke: Stroke::Dashed, ..series }
}

/// A figure without level.
pub(crate) fn figure(
    picture: Picture,
    (across, along): (Measure, Measure),
    scales: (Scale, Scale),
    series: Vec<Series>,
) -> Lines {
    Lines { picture, across, along, scales, series, level: None, steps: Vec::new() }
}

/// Title, conditions and source of a figure.
pub(crate) fn picture(name: &'static str, title: &str, subtitle: &str, footer: &str) -> Picture {
    Picture {
        subtitle: subtitle.to_owned(),
        footer: footer.to_owned(),
        ..Picture::new(name, title)
    }
}

fn file(page: &str, ending: &str) -> PathBuf {
    root().join(format!("docs/images/model/{page}.{ending}"))
}

#[test]
fn docs_figures_of_the_models_are_fresh() {
    for (page, draw) in FIGURES {
        let chart = draw();
        assert_eq!(chart.picture.name, *page);
        let png = chart.png(SCALE).unwrap();
        let path = file(page, "png");
        if updates() {
            write_where_it_differs(&path, &png);
        }
        // the numbers decide whether the picture is fresh; the pixels, whether it is the picture of
        // them
        check(&file(page, "csv"), &crate::data::csv(&chart.csv()));
        let share = differing_share(&std::fs::read(&path).unwrap(), &png);
        assert!(share <= 0.005, "{}: {:.2} % of the pixels differ", path.display(), 100.0 * share);
    }
}

#[test]
fn docs_pages_of_physics_have_figure_symbols_range_sources_and_rows() {
    for (page, _) in FIGURES {
        let text = read(&root().join(format!("docs/model/{page}.md")));
        let figure = format!("](../images/model/{page}.png)");
        for part in [
            figure.as_str(),
            "| symbol | meaning | unit",
            "\n## Range\n",
            "\n## Sources\n",
            "\n## Validation\n",
        ] {
            assert!(text.contains(part), "docs/model/{page}.md lacks `{}`", part.trim());
        }
    }
}
