//! Makes the tables of the radiation belts quick to read: the logarithm of each value and the
//! slopes of the cubic through them, as binary numbers. Their 117 912 pairs would be the largest
//! file of the repository; what else is made of data is small and stands in it.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[allow(unreachable_pub, reason = "the library exports it")]
#[path = "src/numeric/monotone.rs"]
mod monotone;

type Failure = Box<dyn std::error::Error>;

/// A table by altitude in km, tilt in deg and depth; the depth runs fastest.
struct Belts {
    file: &'static str,
    /// Name of the depths, and their unit in m.
    depth: (&'static str, f64),
    /// Added to each value before its logarithm is taken.
    floor: f64,
}

const TABLES: [Belts; 2] = [
    Belts { file: "belt_dose", depth: ("ALUMINUM", 1.0e-3), floor: 0.1 },
    Belts { file: "belt_cells", depth: ("GLASS", 1.0e-6), floor: 1.0e8 },
];
/// Columns before the values: altitude, tilt and depth.
const KEYS: usize = 3;

fn main() -> Result<(), Failure> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/numeric/monotone.rs");
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?);
    let (dose, cells) = (write(&TABLES[0], &folder)?, write(&TABLES[1], &folder)?);
    if dose.altitudes != cells.altitudes || dose.tilts != cells.tilts {
        return Err("the tables of the belts stand at the same altitudes and tilts".into());
    }
    let log_altitudes: Vec<f64> = dose.altitudes.iter().map(|&km| libm::log(km)).collect();
    let mut text = constant("Logarithm of the altitude in km", "LOG_ALTITUDE", &log_altitudes);
    text += &constant("Angle between orbit and equator in deg, 0 to 90", "TILT", &dose.tilts);
    for (table, axes) in TABLES.iter().zip([&dose, &cells]) {
        let name = format!("LOG_{}", table.depth.0);
        text += &constant("Logarithm of the thickness in m", &name, &axes.log_depths);
        let (name, floor) = (table.depth.0, table.floor);
        writeln!(text, "/// Added to the values before their logarithms are taken.")?;
        writeln!(text, "pub(crate) const FLOOR_{name}: f64 = {floor:?};")?;
    }
    Ok(std::fs::write(folder.join("belts.rs"), text)?)
}

/// A column of numbers as Rust.
fn constant(words: &str, name: &str, values: &[f64]) -> String {
    format!("/// {words}.\npub(crate) static {name}: [f64; {}] = {values:?};\n", values.len())
}

/// Where the rows of a table stand.
struct Axes {
    altitudes: Vec<f64>,
    tilts: Vec<f64>,
    log_depths: Vec<f64>,
}

/// Writes the values of a table, column after column, each as its logarithm and slope.
#[expect(clippy::disallowed_methods, reason = "the table is read to be made into numbers")]
fn write(table: &Belts, folder: &Path) -> Result<Axes, Failure> {
    let path = format!("src/physics/data/{}.csv", table.file);
    println!("cargo::rerun-if-changed={path}");
    let text = std::fs::read_to_string(path)?;
    let rows: Vec<Vec<f64>> = text.lines().skip(1).map(numbers).collect::<Result<_, _>>()?;
    let [altitudes, tilts, depths] = [0, 1, 2].map(|key| values_of(&rows, key));
    if !is_full(&rows, &altitudes, &tilts, &depths) {
        return Err(format!("{}: each altitude, tilt and depth once, in order", table.file).into());
    }
    let log_depths: Vec<f64> =
        depths.iter().map(|depth| libm::log(depth * table.depth.1)).collect();
    let mut bytes = Vec::new();
    for column in KEYS..rows[0].len() {
        for orbit in rows.chunks(depths.len()) {
            let logs: Vec<f64> =
                orbit.iter().map(|row| libm::log(row[column] + table.floor)).collect();
            for (log, slope) in logs.iter().zip(monotone::slopes(&log_depths, &logs)) {
                bytes.extend(log.to_le_bytes());
                bytes.extend(slope.to_le_bytes());
            }
        }
    }
    std::fs::write(folder.join(format!("{}.f64", table.file)), bytes)?;
    Ok(Axes { altitudes, tilts, log_depths })
}

/// The numbers of a line.
fn numbers(line: &str) -> Result<Vec<f64>, std::num::ParseFloatError> {
    line.split(',').map(str::parse).collect()
}

/// The values of a column, each once, as they come.
fn values_of(rows: &[Vec<f64>], column: usize) -> Vec<f64> {
    let mut found: Vec<f64> = Vec::new();
    for row in rows {
        if !found.contains(&row[column]) {
            found.push(row[column]);
        }
    }
    found
}

/// Whether the rows are every altitude, tilt and depth once, the last running fastest.
fn is_full(rows: &[Vec<f64>], altitudes: &[f64], tilts: &[f64], depths: &[f64]) -> bool {
    let (t, d) = (tilts.len(), depths.len());
    let is_here = |(index, row): (usize, &Vec<f64>)| {
        let keys = [altitudes[index / d / t], tilts[index / d % t], depths[index % d]];
        row.len() == rows[0].len()
            && keys.iter().zip(row).all(|(key, cell)| key.total_cmp(cell).is_eq())
    };
    rows.len() == altitudes.len() * t * d && rows.iter().enumerate().all(is_here)
}
