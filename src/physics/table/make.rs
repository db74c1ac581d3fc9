//! Makes the tables under `src/physics/data` that Rust includes, from the CSV files beside them.
#![cfg(test)]

use std::path::Path;

use crate::constants::{EARTH_MU, EARTH_RADIUS};
use crate::numeric::monotone::{cubic, slopes};
use crate::numeric::quadrature::HALF_OF_EIGHT;
use crate::numeric::store::{Store, cycle};
use crate::physics::solar_site::{DISCHARGE_HOURS, EFFICIENCY, HOURS, SERVED};

const DENSITY: &str = include_str!("../data/density.csv");
const SOLAR_DOSE: &str = include_str!("../data/solar_proton_dose.csv");
const SOLAR_CELLS: &str = include_str!("../data/solar_proton_fluence.csv");
const SOLAR_YEARS: &str = include_str!("../data/solar_years.csv");

/// A value and a slope, or a field and what its storage delivers.
type Pair = (f64, f64);

#[test]
fn made_tables_are_those_of_their_csv() {
    check("density.rs", include_str!("../data/density.rs"), &density());
    check("solar_protons.rs", include_str!("../data/solar_protons.rs"), &solar_protons());
    check("solar_curves.rs", include_str!("../data/solar_curves.rs"), &solar_curves());
}

/// Compares a file with what it should be; with `UPDATE_EXPECT=1` writes it.
fn check(name: &str, found: &str, body: &str) {
    let made = format!(
        "// Made from the CSV files beside it by `UPDATE_EXPECT=1 cargo test --lib made`; \
         do not edit.\n\n{body}"
    );
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/physics/data");
        std::fs::write(folder.join(name), made).unwrap();
        return;
    }
    let line = made.lines().zip(found.lines()).position(|(one, other)| one != other);
    assert!(
        made == found,
        "{name} is old, first in line {line:?}: UPDATE_EXPECT=1 cargo test --lib made"
    );
}

/// Columns of numbers below the heading line.
fn columns(text: &str) -> Vec<Vec<f64>> {
    let width = text.lines().next().unwrap().split(',').count();
    let mut columns = vec![Vec::new(); width];
    for line in text.lines().skip(1) {
        let cells: Vec<f64> = line.split(',').map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(cells.len(), width, "{line}");
        columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(cell));
    }
    columns
}

fn with_slopes(x: &[f64], y: &[f64]) -> Vec<Pair> {
    y.iter().copied().zip(slopes(x, y)).collect()
}

fn logarithms(values: &[f64], factor: f64, floor: f64) -> Vec<f64> {
    values.iter().map(|value| libm::log(value * factor + floor)).collect()
}

/// A number as Rust.
fn number(value: f64) -> String {
    if value.is_infinite() { "f64::INFINITY".to_owned() } else { format!("{value:?}") }
}

/// An array of words on lines of at most a hundred columns.
fn array(words: impl Iterator<Item = String>, indent: usize) -> String {
    let margin = " ".repeat(indent + 4);
    let (mut text, mut line) = (String::from("[\n"), margin.clone());
    for word in words {
        if line.len() + word.len() + 2 > 100 {
            text += line.trim_end();
            text += "\n";
            line.clone_from(&margin);
        }
        line += &format!("{word}, ");
    }
    format!("{text}{}\n{}]", line.trim_end(), " ".repeat(indent))
}

fn numbers(values: &[f64]) -> String {
    array(values.iter().map(|&value| number(value)), 0)
}

fn pairs(values: &[Pair], indent: usize) -> String {
    let word = |&(one, other): &Pair| format!("({}, {})", number(one), number(other));
    array(values.iter().map(word), indent)
}

/// Arrays within an array.
fn nested(arrays: impl Iterator<Item = String>, indent: usize) -> String {
    let margin = " ".repeat(indent + 4);
    let lines: Vec<String> = arrays.map(|array| format!("{margin}{array},\n")).collect();
    format!("[\n{}{}]", lines.concat(), " ".repeat(indent))
}

fn item(words: &str, name: &str, kind: &str, value: &str) -> String {
    format!("/// {words}.\npub(crate) static {name}: {kind} = {value};\n")
}

fn density() -> String {
    let columns = columns(DENSITY);
    let altitude: Vec<f64> = columns[0].iter().map(|km| km * 1_000.0).collect();
    let densities: Vec<Vec<Pair>> = columns[1..]
        .iter()
        .map(|column| with_slopes(&altitude, &logarithms(column, 1.0, 0.0)))
        .collect();
    let levels = |curves: &[Vec<Pair>]| nested(curves.iter().map(|curve| pairs(curve, 4)), 0);
    let decays: Vec<Vec<Pair>> = densities.iter().map(|level| decay(&altitude, level)).collect();
    let n = altitude.len();
    let kind = format!("[[(f64, f64); {n}]; 3]");
    item("Altitudes of the rows in m", "ALTITUDE", &format!("[f64; {n}]"), &numbers(&altitude))
        + &item(
            "Logarithm of the density in kg/m3 and its slope per m; low, moderate, high",
            "LOG_DENSITY",
            &kind,
            &levels(&densities),
        )
        + &item(
            "Logarithm of the decay integral in m2 s/kg and its slope per m; by activity",
            "LOG_DECAY",
            &kind,
            &levels(&decays),
        )
}

/// Logarithm of the integral of dh / (ρ √(μ a)) up to each row, and its slope.
///
/// The integral starts far below the table, as if the lowest scale height went on; only
/// differences are used.
fn decay(altitude: &[f64], log_density: &[Pair]) -> Vec<Pair> {
    let (mu, radius) = (EARTH_MU.base(), EARTH_RADIUS.base());
    let rate = |h: f64, log: f64| libm::exp(-log) / libm::sqrt(mu * (radius + h));
    let mut sum = rate(altitude[0], log_density[0].0) / -log_density[0].1;
    let mut found = Vec::new();
    for (i, &here) in altitude.iter().enumerate() {
        if i > 0 {
            let (low, h) = (altitude[i - 1], here - altitude[i - 1]);
            let at = |s: f64| rate(low + s * h, cubic(s, h, log_density[i - 1], log_density[i]));
            let pair = |(x, w): &Pair| w * (at(0.5 - 0.5 * x) + at(0.5 + 0.5 * x));
            sum += 0.5 * h * HALF_OF_EIGHT.iter().map(pair).sum::<f64>();
        }
        found.push((libm::log(sum), rate(here, log_density[i].0) / sum));
    }
    found
}

/// Dose and damage of the protons of the Sun outside the magnetic field.
fn solar_protons() -> String {
    /// Added before the logarithm, so that zero has one.
    const FLOOR: f64 = 1.0e-9;
    let curves = [
        (SOLAR_DOSE, "SPHERE", 1.0e-3, "dose at the center of a sphere, rad(Si) per year", 1),
        (SOLAR_DOSE, "SLAB", 1.0e-3, "dose behind a slab, rad(Si) per year", 2),
        (
            SOLAR_CELLS,
            "CELL",
            1.0e-6,
            "10 MeV protons that damage a cell as much, 1/cm2 per year",
            1,
        ),
    ];
    curves
        .map(|(text, name, meter, words, column)| {
            let columns = columns(text);
            let depths = logarithms(&columns[0], meter, 0.0);
            let values = with_slopes(&depths, &logarithms(&columns[column], 1.0, FLOOR));
            let n = depths.len();
            let axis = format!("LOG_BEHIND_{name}");
            item(
                "Logarithm of the thickness in m",
                &axis,
                &format!("[f64; {n}]"),
                &numbers(&depths),
            ) + &item(
                &format!("Logarithm of the {words}, and slope"),
                &format!("LOG_{name}"),
                &format!("[(f64, f64); {n}]"),
                &pairs(&values, 0),
            )
        })
        .concat()
}

/// Output in the table of solar years over the rating of the field.
const OUTPUT_UNIT: f64 = 1.0e-3;

/// Output of a field over its rating, hour by hour, of each site.
pub(in crate::physics) fn solar_years() -> Vec<Vec<f64>> {
    let mut years = columns(SOLAR_YEARS);
    years.iter_mut().flatten().for_each(|output| *output *= OUTPUT_UNIT);
    years
}

/// Mean output of each site and the smallest fields that serve a load.
fn solar_curves() -> String {
    let years = solar_years();
    let sites: Vec<&str> = SOLAR_YEARS.lines().next().unwrap().split(',').collect();
    let mean = years.iter().map(|year| year.iter().sum::<f64>() / year.len() as f64);
    let mean: Vec<f64> = mean.collect();
    let (n, e, s, h) = (sites.len(), EFFICIENCY.len(), SERVED.len(), HOURS.len());
    let of_year = |year: &Vec<f64>| {
        let of_efficiency = |&efficiency: &f64| {
            let fields = smallest_fields(year, efficiency);
            nested(fields.iter().map(|row| pairs(row, 12)), 8)
        };
        nested(EFFICIENCY.iter().map(of_efficiency), 4)
    };
    item("Names of the sites", "SITES", &format!("[&str; {n}]"), &format!("{sites:?}"))
        + &item(
            "Mean output of a field over its rating",
            "MEAN",
            &format!("[f64; {n}]"),
            &numbers(&mean),
        )
        + &item(
            "Smallest field and delivery of its storage, over the load:\n\
             /// site, efficiency, share served, hours",
            "FIELD",
            &format!("[[[[(f64, f64); {h}]; {s}]; {e}]; {n}]"),
            &nested(years.iter().map(of_year), 0),
        )
}

/// Largest field that is looked for, in rating per load.
const LARGEST_FIELD: f64 = 40.0;
/// Share of the load that counts as zero.
const NO_LOAD: f64 = 1.0e-9;
/// Relative width of the bracket at which the search ends.
const TOLERANCE: f64 = 1.0e-5;
const NO_FIELD: Pair = (f64::INFINITY, 0.0);

/// Smallest fields for each share served and each storage, at one site and efficiency.
fn smallest_fields(supply: &[f64], efficiency: f64) -> [[Pair; HOURS.len()]; SERVED.len()] {
    let mut fields = [[NO_FIELD; HOURS.len()]; SERVED.len()];
    let mean = supply.iter().sum::<f64>() / supply.len() as f64;
    for (column, capacity) in HOURS.into_iter().enumerate() {
        let store = Store { capacity, power: capacity / DISCHARGE_HOURS, efficiency };
        let mut low = SERVED[0] / mean;
        for (row, served) in SERVED.into_iter().enumerate() {
            let less_storage = if column > 0 { fields[row][column - 1].0 } else { f64::INFINITY };
            let high = LARGEST_FIELD.min(less_storage * (1.0 + TOLERANCE));
            fields[row][column] = smallest_field(supply, store, 1.0 - served, (low, high));
            if fields[row][column].0.is_infinite() {
                break;
            }
            low = fields[row][column].0;
        }
    }
    fields
}

/// Smallest field that serves the load but for `unserved`, between one that does not and one that
/// does.
///
/// The unserved share is a convex function of the field. So the chord between the two ends gives a
/// field that serves enough, and the secant through the last two fields that do not gives one that
/// does not.
fn smallest_field(
    supply: &[f64],
    store: Store,
    unserved: f64,
    (mut low, mut high): (f64, f64),
) -> Pair {
    let error = |field: f64| cycle(supply, field, store).unserved - unserved - NO_LOAD;
    let (mut over, mut under) = (error(low), error(high));
    if under > 0.0 {
        return NO_FIELD;
    }
    let mut slope = 0.0;
    while over > 0.0 && high - low > TOLERANCE * high {
        let chord = low + over / (over - under) * (high - low);
        let secant = if slope < 0.0 { low - over / slope } else { 0.5 * (low + high) };
        for field in [secant, chord] {
            // a step off the ends, for rounding
            let margin = 0.4 * TOLERANCE * low;
            let field = field.max(low + margin).min(high - margin);
            let here = error(field);
            if here > 0.0 {
                if field > low {
                    slope = (here - over) / (field - low);
                    (low, over) = (field, here);
                }
            } else if field < high {
                (high, under) = (field, here);
            }
        }
    }
    let field = if over > 0.0 { high } else { low };
    (field, cycle(supply, field, store).discharged)
}
