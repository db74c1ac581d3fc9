//! Turns the long tables under `src/physics/data` into Rust constants: logarithms, slopes and the integral of
//! orbital decay are worked out here once, with `libm`, so that every machine gets the same digits.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[allow(unreachable_pub, reason = "the library exports it")]
#[path = "src/numeric/store.rs"]
mod store;

const DENSITY: &str = include_str!("src/physics/data/density.csv");
const DOSE: &str = include_str!("src/physics/data/belt_dose.csv");
const CELLS: &str = include_str!("src/physics/data/belt_cells.csv");
const SOLAR_DOSE: &str = include_str!("src/physics/data/solar_proton_dose.csv");
const SOLAR_CELLS: &str = include_str!("src/physics/data/solar_proton_fluence.csv");
const SOLAR: &str = include_str!("src/physics/data/solar_years.csv");

/// Geocentric gravitational constant in m3/s2 and equatorial radius in m, as in `constants`.
const EARTH_MU: f64 = 3.986_004_418e14;
const EARTH_RADIUS: f64 = 6_378_137.0;

/// Nodes and weights of the eight-point Gauss-Legendre rule on 0 to 1, one half of the symmetric set.
const GAUSS: [(f64, f64); 4] = [
    (0.183_434_642_495_649_8, 0.362_683_783_378_362),
    (0.525_532_409_916_329, 0.313_706_645_877_887_3),
    (0.796_666_477_413_626_7, 0.222_381_034_453_374_48),
    (0.960_289_856_497_536_3, 0.101_228_536_290_376_26),
];

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/physics/data");
    println!("cargo::rerun-if-changed=src/numeric/store.rs");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    write_density(&folder)?;
    write_belts(&folder)?;
    write_solar_protons(&folder)?;
    write_solar(&folder)
}

/// Rows of numbers below the heading line.
fn rows(text: &str) -> Result<Vec<Vec<&str>>, Failure> {
    let width = text.lines().next().ok_or("a table has a heading")?.split(',').count();
    let rows: Vec<Vec<&str>> = text.lines().skip(1).map(|line| line.split(',').collect()).collect();
    if rows.iter().any(|row| row.len() != width) {
        return Err("each row has as many cells as the heading".into());
    }
    Ok(rows)
}

/// Slopes of the monotone piecewise cubic through the points (weighted harmonic mean of the chords).
fn monotone_slopes(x: &[f64], y: &[f64]) -> Vec<f64> {
    let last = x.len() - 1;
    let step: Vec<f64> = x.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let chord: Vec<f64> =
        y.windows(2).zip(&step).map(|(pair, h)| (pair[1] - pair[0]) / h).collect();
    let edge = |h: f64, next: f64, m: f64, m_next: f64| {
        let slope = ((2.0 * h + next) * m - h * m_next) / (h + next);
        if slope * m <= 0.0 {
            0.0
        } else if m * m_next <= 0.0 && slope.abs() > 3.0 * m.abs() {
            3.0 * m
        } else {
            slope
        }
    };
    (0..=last)
        .map(|i| match i {
            0 => edge(step[0], step[1], chord[0], chord[1]),
            i if i == last => edge(step[i - 1], step[i - 2], chord[i - 1], chord[i - 2]),
            i if chord[i - 1] * chord[i] <= 0.0 => 0.0,
            i => {
                let (before, after) = (2.0 * step[i] + step[i - 1], step[i] + 2.0 * step[i - 1]);
                (before + after) / (before / chord[i - 1] + after / chord[i])
            }
        })
        .collect()
}

/// Value of the cubic with given ends and end slopes at share `s` of an interval of length `h`.
fn hermite(s: f64, h: f64, (y0, d0): (f64, f64), (y1, d1): (f64, f64)) -> f64 {
    let r = 1.0 - s;
    y0 * r * r * (1.0 + 2.0 * s) + y1 * s * s * (3.0 - 2.0 * s) + h * s * r * (d0 * r - d1 * s)
}

fn write_density(folder: &Path) -> Result<(), Failure> {
    let cells = rows(DENSITY)?;
    let mut altitude = Vec::new();
    let mut logarithm = vec![Vec::new(); 3];
    for row in &cells {
        altitude.push(row[0].parse::<f64>()? * 1_000.0);
        for (level, column) in logarithm.iter_mut().enumerate() {
            column.push(libm::log(row[level + 1].parse::<f64>()?));
        }
    }
    let slopes: Vec<Vec<f64>> =
        logarithm.iter().map(|column| monotone_slopes(&altitude, column)).collect();
    let decay: Vec<(Vec<f64>, Vec<f64>)> = logarithm
        .iter()
        .zip(&slopes)
        .map(|(column, slope)| decay(&altitude, column, slope))
        .collect();
    let mut text = String::new();
    let n = altitude.len();
    writeln!(
        text,
        "/// Altitudes of the rows in m.\npub(crate) static ALTITUDE: [f64; {n}] = {altitude:?};"
    )?;
    writeln!(
        text,
        "/// Logarithm of the density in kg/m3 and its slope per m; low, moderate, high."
    )?;
    write_pairs(&mut text, "LOG_DENSITY", n, logarithm.iter().zip(&slopes))?;
    writeln!(
        text,
        "/// Logarithm of the decay integral in m2 s/kg and its slope per m; low, moderate, high."
    )?;
    write_pairs(&mut text, "LOG_DECAY", n, decay.iter().map(|(value, slope)| (value, slope)))?;
    std::fs::write(folder.join("density.rs"), text)?;
    Ok(())
}

fn write_pairs<'a>(
    text: &mut String,
    name: &str,
    n: usize,
    levels: impl Iterator<Item = (&'a Vec<f64>, &'a Vec<f64>)>,
) -> std::fmt::Result {
    writeln!(text, "pub(crate) static {name}: [[(f64, f64); {n}]; 3] = [")?;
    for (value, slope) in levels {
        let pairs: Vec<(f64, f64)> = value.iter().copied().zip(slope.iter().copied()).collect();
        writeln!(text, "    {pairs:?},")?;
    }
    writeln!(text, "];")
}

/// Logarithm of the integral of dh / (ρ √(μ a)) up to each row, and its slope.
///
/// The integral starts far below the table, as if the lowest scale height went on; only differences are used.
fn decay(altitude: &[f64], log_density: &[f64], slope: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let rate = |h: f64, log: f64| libm::exp(-log) / libm::sqrt(EARTH_MU * (EARTH_RADIUS + h));
    let mut sum = rate(altitude[0], log_density[0]) / -slope[0];
    let (mut value, mut gradient) = (Vec::new(), Vec::new());
    for i in 0..altitude.len() {
        if i > 0 {
            let (low, h) = (altitude[i - 1], altitude[i] - altitude[i - 1]);
            let ends = ((log_density[i - 1], slope[i - 1]), (log_density[i], slope[i]));
            let at = |s: f64| rate(low + s * h, hermite(s, h, ends.0, ends.1));
            let pair = |(x, w): &(f64, f64)| w * (at(0.5 - 0.5 * x) + at(0.5 + 0.5 * x));
            sum += 0.5 * h * GAUSS.iter().map(pair).sum::<f64>();
        }
        value.push(libm::log(sum));
        gradient.push(rate(altitude[i], log_density[i]) / sum);
    }
    (value, gradient)
}

/// Nothing at all, so that it has a logarithm.
const NOTHING: f64 = 1.0e-9;

/// A table of what comes through a thickness of matter, by altitude in km, tilt in deg and thickness, the last running fastest.
struct Curves {
    text: &'static str,
    /// What is added to every value before its logarithm is taken, and taken away from what is read: less than matters.
    floor: f64,
    /// Name of the thicknesses.
    depth: &'static str,
    /// Unit of the thickness in m.
    meter: f64,
    /// Unit of the values, in words.
    unit: &'static str,
    /// Name of a component, its words, and its first column: solar minimum; the next is solar maximum.
    components: &'static [(&'static str, &'static str, usize)],
}

const DOSE_CURVES: Curves = Curves {
    text: DOSE,
    floor: 0.1,
    depth: "ALUMINUM",
    meter: 1.0e-3,
    unit: "rad(Si) per year",
    components: &[
        ("SPHERE_PROTON", "dose of protons at the center of a sphere", 3),
        ("SPHERE_ELECTRON", "dose of electrons and bremsstrahlung at the center of a sphere", 5),
        ("SLAB_PROTON", "dose of protons behind a slab", 7),
        ("SLAB_ELECTRON", "dose of electrons and bremsstrahlung behind a slab", 9),
    ],
};

const CELL_CURVES: Curves = Curves {
    text: CELLS,
    floor: 1.0e8,
    depth: "GLASS",
    meter: 1.0e-6,
    unit: "1/cm2 per year",
    components: &[
        ("CELL_PROTON", "10 MeV protons that damage a cell as trapped protons do", 3),
        ("CELL_ELECTRON", "1 MeV electrons that damage a cell as trapped electrons do", 5),
    ],
};

/// The values of a column, each once, as they come.
fn values_of(cells: &[Vec<&str>], column: usize) -> Result<Vec<f64>, Failure> {
    let mut found: Vec<f64> = Vec::new();
    for row in cells {
        let value = row[column].parse()?;
        if !found.contains(&value) {
            found.push(value);
        }
    }
    Ok(found)
}

fn write_belts(folder: &Path) -> Result<(), Failure> {
    let cells = rows(DOSE)?;
    let (altitudes, tilts) = (values_of(&cells, 0)?, values_of(&cells, 1)?);
    let log_altitudes: Vec<f64> = altitudes.iter().map(|&km| libm::log(km)).collect();
    let (a, t) = (altitudes.len(), tilts.len());
    let mut text = String::new();
    writeln!(text, "/// Logarithm of the altitude in km.")?;
    writeln!(text, "pub(crate) static LOG_ALTITUDE: [f64; {a}] = {log_altitudes:?};")?;
    writeln!(text, "/// Angle between orbit and equator in deg, 0 to 90.")?;
    writeln!(text, "pub(crate) static TILT: [f64; {t}] = {tilts:?};")?;
    for curves in [&DOSE_CURVES, &CELL_CURVES] {
        let cells = rows(curves.text)?;
        let depths = values_of(&cells, 2)?;
        let (m, n) = (depths.len(), a * t);
        let in_order = |(index, row): (usize, &Vec<&str>)| -> Result<bool, Failure> {
            let keys = [altitudes[index / m / t], tilts[index / m % t], depths[index % m]];
            let there = [row[0].parse::<f64>()?, row[1].parse()?, row[2].parse()?];
            Ok(keys.iter().zip(&there).all(|(key, here)| key.total_cmp(here).is_eq()))
        };
        if cells.len() != m * n
            || !cells
                .iter()
                .enumerate()
                .map(in_order)
                .collect::<Result<Vec<_>, _>>()?
                .iter()
                .all(|&is| is)
        {
            return Err(
                "the tables of the belts have every altitude, tilt and depth once, in this order"
                    .into(),
            );
        }
        let depths: Vec<f64> = depths.iter().map(|depth| libm::log(depth * curves.meter)).collect();
        writeln!(text, "/// Logarithm of the thickness in m.")?;
        writeln!(text, "pub(crate) static LOG_{}: [f64; {m}] = {depths:?};", curves.depth)?;
        writeln!(text, "/// What the logarithms below have more, {}.", curves.unit)?;
        writeln!(text, "pub(crate) const FLOOR_{}: f64 = {:?};", curves.depth, curves.floor)?;
        for &(name, words, column) in curves.components {
            let unit = curves.unit;
            writeln!(
                text,
                "/// Logarithm of the {words}, {unit}, and slope: solar minimum and maximum; altitude and tilt; depth."
            )?;
            writeln!(text, "pub(crate) static LOG_{name}: [[[(f64, f64); {m}]; {n}]; 2] = [")?;
            for column in [column, column + 1] {
                writeln!(text, "    [")?;
                for orbit in cells.chunks(m) {
                    let values: Result<Vec<f64>, Failure> =
                        orbit.iter().map(|row| logarithm(row, column, curves.floor)).collect();
                    writeln!(text, "        {:?},", with_slopes(&depths, values?))?;
                }
                writeln!(text, "    ],")?;
            }
            writeln!(text, "];")?;
        }
    }
    std::fs::write(folder.join("belts.rs"), text)?;
    Ok(())
}

/// Logarithm of a column of a row and a floor.
fn logarithm(row: &[&str], column: usize, floor: f64) -> Result<f64, Failure> {
    Ok(libm::log(row[column].parse::<f64>()? + floor))
}

fn with_slopes(x: &[f64], y: Vec<f64>) -> Vec<(f64, f64)> {
    let slopes = monotone_slopes(x, &y);
    y.into_iter().zip(slopes).collect()
}

/// What the protons of the Sun do outside the magnetic field: dose behind aluminum, damage behind a cover glass.
fn write_solar_protons(folder: &Path) -> Result<(), Failure> {
    let mut text = String::new();
    for (table, name, meter, words, column) in [
        (SOLAR_DOSE, "SPHERE", 1.0e-3, "dose at the center of a sphere, rad(Si) per year", 1),
        (SOLAR_DOSE, "SLAB", 1.0e-3, "dose behind a slab, rad(Si) per year", 2),
        (
            SOLAR_CELLS,
            "CELL",
            1.0e-6,
            "10 MeV protons that damage a cell as much, 1/cm2 per year",
            1,
        ),
    ] {
        let (mut depths, mut values) = (Vec::new(), Vec::new());
        for row in rows(table)? {
            depths.push(libm::log(row[0].parse::<f64>()? * meter));
            values.push(logarithm(&row, column, NOTHING)?);
        }
        let n = depths.len();
        writeln!(text, "/// Logarithm of the thickness in m.")?;
        writeln!(text, "pub(crate) static LOG_BEHIND_{name}: [f64; {n}] = {depths:?};")?;
        writeln!(text, "/// Logarithm of the {words}, and slope.")?;
        writeln!(
            text,
            "pub(crate) static LOG_{name}: [(f64, f64); {n}] = {:?};",
            with_slopes(&depths, values)
        )?;
    }
    std::fs::write(folder.join("solar_protons.rs"), text)?;
    Ok(())
}

/// Output of a field in the table, over its rating.
const OUTPUT_UNIT: f64 = 1.0e-3;
/// Share of the load that sun and storage serve, rising.
const SERVED: [f64; 25] = [
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98, 0.985,
    0.99, 0.9925, 0.995, 0.996, 0.997, 0.998, 0.999, 0.9995, 1.0,
];
/// Hours of the load that the storage holds, rising.
const HOURS: [f64; 25] = [
    0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 20.0, 22.0,
    24.0, 28.0, 32.0, 36.0, 40.0, 48.0, 60.0, 72.0, 96.0,
];
/// Round-trip efficiencies, rising.
const EFFICIENCY: [f64; 3] = [0.7, 0.85, 1.0];
/// Hours in which a full storage gives all it holds, and an empty one fills: its power.
const DURATION: f64 = 4.0;
/// Largest field that is looked for, in rating per load.
const LARGEST_FIELD: f64 = 40.0;
/// Share of the load that counts as nothing, and relative width of a field that counts as found.
const NO_LOAD: f64 = 1.0e-9;
const FOUND: f64 = 1.0e-5;

/// Smallest field, in rating per load, and what its storage delivers, over the load.
type Field = (f64, f64);
const NO_FIELD: Field = (f64::INFINITY, 0.0);

/// Smallest field that serves the load but for `unserved`, between one that does not and one that does.
///
/// What is not served is a convex function of the field. So a chord between the two ends gives a field that serves
/// enough, and the line through the two last fields that do not, drawn on, gives one that does not.
fn smallest_field(
    supply: &[f64],
    store: store::Store,
    unserved: f64,
    (mut low, mut high): (f64, f64),
) -> Field {
    let error = |field: f64| store::cycle(supply, field, store).unserved - unserved - NO_LOAD;
    let (mut over, mut under) = (error(low), error(high));
    if under > 0.0 {
        return NO_FIELD;
    }
    let mut slope = 0.0;
    while over > 0.0 && high - low > FOUND * high {
        let chord = low + over / (over - under) * (high - low);
        let drawn_on = if slope < 0.0 { low - over / slope } else { 0.5 * (low + high) };
        for field in [drawn_on, chord] {
            // a step off the ends, for rounding
            let margin = 0.4 * FOUND * low;
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
    (field, store::cycle(supply, field, store).discharged)
}

/// Smallest fields for each share served and each storage, at one site and efficiency.
fn smallest_fields(supply: &[f64], efficiency: f64) -> [[Field; HOURS.len()]; SERVED.len()] {
    let mut fields = [[NO_FIELD; HOURS.len()]; SERVED.len()];
    let mean = supply.iter().sum::<f64>() / supply.len() as f64;
    for (column, capacity) in HOURS.into_iter().enumerate() {
        let store = store::Store { capacity, power: capacity / DURATION, efficiency };
        let mut low = SERVED[0] / mean;
        for (row, served) in SERVED.into_iter().enumerate() {
            let less_storage = if column > 0 { fields[row][column - 1].0 } else { f64::INFINITY };
            let high = LARGEST_FIELD.min(less_storage * (1.0 + FOUND));
            fields[row][column] = smallest_field(supply, store, 1.0 - served, (low, high));
            if fields[row][column].0.is_infinite() {
                break;
            }
            low = fields[row][column].0;
        }
    }
    fields
}

fn write_solar(folder: &Path) -> Result<(), Failure> {
    let cells = rows(SOLAR)?;
    let sites: Vec<&str> =
        SOLAR.lines().next().ok_or("a table has a heading")?.split(',').collect();
    let (n, hours) = (sites.len(), cells.len());
    let (mut counts, mut years) = (Vec::new(), Vec::new());
    for column in 0..n {
        let count: Vec<u16> =
            cells.iter().map(|row| row[column].parse()).collect::<Result<_, _>>()?;
        years.push(count.iter().map(|&at| f64::from(at) * OUTPUT_UNIT).collect::<Vec<f64>>());
        counts.push(count);
    }
    let mean: Vec<f64> = years.iter().map(|year| year.iter().sum::<f64>() / hours as f64).collect();
    let mut text = String::new();
    writeln!(text, "/// Names of the sites.")?;
    writeln!(text, "pub(crate) static SITES: [&str; {n}] = {sites:?};")?;
    writeln!(
        text,
        "/// Output of a field hour by hour, in `OUTPUT_UNIT` of its rating: site, hour. Tests alone play it."
    )?;
    writeln!(text, "#[cfg(test)]")?;
    writeln!(text, "pub(crate) static OUTPUT: [[u16; {hours}]; {n}] = {counts:?};")?;
    writeln!(text, "#[cfg(test)]\npub(crate) const OUTPUT_UNIT: f64 = {OUTPUT_UNIT:?};")?;
    writeln!(text, "/// Mean output of a field over its rating.")?;
    writeln!(text, "pub(crate) static MEAN: [f64; {n}] = {mean:?};")?;
    writeln!(text, "/// Hours in which a full storage gives all it holds.")?;
    writeln!(text, "#[cfg(test)]")?;
    writeln!(text, "pub(crate) const DURATION: f64 = {DURATION:?};")?;
    for (name, words, values) in [
        ("SERVED", "Share of the load that sun and storage serve", &SERVED[..]),
        ("HOURS", "Hours of the load that the storage holds", &HOURS[..]),
        ("EFFICIENCY", "Round-trip efficiency of the storage", &EFFICIENCY[..]),
    ] {
        writeln!(text, "/// {words}.")?;
        writeln!(text, "pub(crate) static {name}: [f64; {}] = {values:?};", values.len())?;
    }
    let (s, e, h) = (SERVED.len(), EFFICIENCY.len(), HOURS.len());
    writeln!(text, "/// Rating of the smallest field and delivery of its storage, over the load:")?;
    writeln!(text, "/// site, efficiency, share served, hours.")?;
    writeln!(text, "pub(crate) static FIELD: [[[[(f64, f64); {h}]; {s}]; {e}]; {n}] = [")?;
    for year in &years {
        let fields = EFFICIENCY.map(|efficiency| smallest_fields(year, efficiency));
        writeln!(text, "    {},", format!("{fields:?}").replace("inf", "f64::INFINITY"))?;
    }
    writeln!(text, "];")?;
    std::fs::write(folder.join("solar.rs"), text)?;
    Ok(())
}
