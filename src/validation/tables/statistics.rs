//! Distributions, points that fill a cube evenly, and shares of a variance.

use std::f64::consts::PI;
use std::sync::atomic::{AtomicBool, AtomicU64};

use serde_json::Value;

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{self, SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::numeric::distribution::Distribution;
use crate::numeric::normal::normal_quantile;
use crate::numeric::sobol::Sobol;
use crate::numeric::statistics::{centered_discrepancy, mixture_discrepancy, star_discrepancy};
use crate::numeric::triplet::Triplet;
use crate::studies::batch::Workers;
use crate::studies::sensitivity::sobol::{Function, Indices, InputGroup, indices};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "distribution_quantiles.csv",
        source: "SciPy 1.17.1",
        inputs: &["distribution", "p"],
        columns: &[column(
            "quantile",
            2,
            "1",
            Relative(1e-6),
            "numeric::distribution::Distribution::quantile",
        )],
        remark: "",
        judge: Judge::Csv(quantile),
    },
    Adapter {
        file: "triplet_quantiles.csv",
        source: "SciPy 1.17.1",
        inputs: &["shape", "low", "value", "high", "least", "most", "p"],
        columns: &[column("quantile", 2, "1", Relative(1e-9), "numeric::triplet::Triplet::new")],
        remark: "Made by `make_triplets.py`: smooth triplets inside bounds of every kind, triplets \
            that are too skewed for it, and bells that are cut.",
        judge: Judge::Csv(three_points),
    },
    Adapter {
        file: "sobol_sequence_unscrambled.csv",
        source: "SciPy 1.17.1 (qmc.Sobol)",
        inputs: &["index"],
        columns: COORDINATES,
        remark: "",
        judge: Judge::Csv(point_8),
    },
    Adapter {
        file: "sobol_sequence_21d.csv",
        source: "SciPy 1.17.1 (qmc.Sobol)",
        inputs: &["index"],
        columns: COORDINATES,
        remark: "",
        judge: Judge::Csv(point_21),
    },
    Adapter {
        file: "discrepancy.json",
        source: "SciPy 1.17.1 (qmc.discrepancy)",
        inputs: &["name"],
        columns: &[
            column("CD", 2, "1", Relative(1e-9), "numeric::statistics::centered_discrepancy"),
            column("MD", 2, "1", Relative(1e-9), "numeric::statistics::mixture_discrepancy"),
            column("L2_star", 2, "1", Relative(1e-9), "numeric::statistics::star_discrepancy"),
        ],
        remark: "",
        judge: Judge::Json(discrepancies),
    },
    Adapter {
        file: "sobol_indices.json",
        source: "closed forms, beside SALib 1.6.0",
        inputs: &["function"],
        columns: &[
            column("S1", 2, "1", Absolute(0.02), INDICES),
            column("ST", 2, "1", Absolute(0.02), INDICES),
        ],
        remark: "4 096 rows of a scrambled net with seed 1; the exact indices are judged.",
        judge: Judge::Json(variance_shares),
    },
];

const INDICES: &str = "studies::sensitivity::sobol::indices";
/// Rows of the design, as in the reference.
const ROWS: u64 = 4_096;
const SEED: u64 = 1;

const COORDINATES: &[BenchColumn] =
    &[column("coordinates", 2, "1", Absolute(1e-12), "numeric::sobol::Sobol::fill")];

fn quantile(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let name = row.text("distribution")?;
    let distribution = parsed(name).ok_or_else(|| row.impossible(format!("unknown `{name}`")))?;
    let got = distribution.quantile(row.number("p")?);
    bench.judge(row, "quantile", got, row.number("quantile")?);
    Ok(())
}

fn three_points(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let [low, value, high] = [row.number("low")?, row.number("value")?, row.number("high")?];
    let bounds = (bound(row, "least")?, bound(row, "most")?);
    let distribution = match row.text("shape")? {
        "triplet" => Some(Distribution::Triplet(Triplet::new([low, value, high], bounds))),
        "normal" => Distribution::normal_within((low, high), bounds),
        "lognormal" => Distribution::lognormal_within((low, high), bounds),
        _ => None,
    };
    let distribution = distribution.ok_or_else(|| row.impossible("no such shape".to_owned()))?;
    let got = distribution.quantile(row.number("p")?);
    bench.judge(row, "quantile", got, row.number("quantile")?);
    Ok(())
}

/// A bound, which may be infinite.
fn bound(row: &SheetRow<'_>, name: &str) -> Result<f64, Trouble> {
    let text = row.text(name)?;
    text.parse().map_err(|_| row.impossible(format!("`{name}` is no number")))
}

/// A distribution written as `name(numbers)`, with or without the names of the numbers.
fn parsed(text: &str) -> Option<Distribution> {
    let (name, rest) = text.split_once('(')?;
    let numbers: Option<Vec<f64>> = rest
        .strip_suffix(')')?
        .split([',', ';'])
        .map(|part| part.rsplit('=').next()?.trim().parse().ok())
        .collect();
    let whole = (0.0, 1.0);
    Some(match (name, numbers?.as_slice()) {
        ("uniform", &[low, high]) => Distribution::Uniform { low, high },
        ("loguniform", &[low, high]) => Distribution::LogUniform { low, high },
        ("triangular", &[low, mode, high]) => Distribution::Triangular { low, mode, high },
        ("pert", &[low, mode, high]) => Distribution::pert(low, mode, high),
        ("beta", &[alpha, beta]) => Distribution::Beta { low: 0.0, high: 1.0, alpha, beta },
        ("truncnormal", &[mean, deviation, low, high]) => {
            Distribution::Normal { mean, deviation, bounds: whole }.cut(low, high)
        }
        ("lognormal", &[mean, deviation]) => {
            Distribution::Lognormal { mean, deviation, bounds: whole }
        }
        ("exponential", &[mean]) => Distribution::Exponential { mean },
        ("weibull", &[shape, scale]) => Distribution::Weibull { shape, scale },
        _ => return None,
    })
}

fn point_8(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    point(row, 8, bench)
}

fn point_21(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    point(row, 21, bench)
}

fn point(row: &SheetRow<'_>, dimensions: usize, bench: &mut Bench) -> Result<(), Trouble> {
    let index: u64 =
        row.text("index")?.parse().map_err(|_| row.impossible("`index` is no whole number"))?;
    let net = Sobol::plain(0..dimensions);
    for dimension in 0..dimensions {
        let mut got = [0.0];
        net.fill(dimension, index, &mut got);
        bench.judge(row, "coordinates", got[0], row.number(&format!("x{}", dimension + 1))?);
    }
    Ok(())
}

fn discrepancies(file: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    for case in read::list(file, "cases")? {
        let name = read::text(case, "name")?;
        let points =
            points(name).ok_or_else(|| Trouble::new(format!("no points named `{name}`")))?;
        for (column, of) in [
            ("CD", centered_discrepancy as fn(&[Vec<f64>]) -> f64),
            ("MD", mixture_discrepancy),
            ("L2_star", star_discrepancy),
        ] {
            bench.judge(name, column, of(&points), read::number(case, column)?);
        }
    }
    Ok(())
}

/// Points of the unit square with this name.
fn points(name: &str) -> Option<Vec<Vec<f64>>> {
    let middle = |at: usize, of: usize| (at as f64 + 0.5) / of as f64;
    Some(match name {
        "sobol_2d_64" => {
            let net = Sobol::plain(0..2);
            let (mut x, mut y) = ([0.0; 64], [0.0; 64]);
            net.fill(0, 0, &mut x);
            net.fill(1, 0, &mut y);
            x.iter().zip(y).map(|(x, y)| vec![*x, y]).collect()
        }
        "regular_grid_8x8_centred" => {
            (0..64).map(|at| vec![middle(at / 8, 8), middle(at % 8, 8)]).collect()
        }
        "lhs_centred_diagonal_16" => {
            (0..16).map(|at| vec![middle(at, 16), middle(at, 16)]).collect()
        }
        _ => return None,
    })
}

/// The test functions of the reference.
enum TestFunction {
    Ishigami { a: f64, b: f64 },
    SobolG { a: Vec<f64> },
    Linear { scales: Vec<f64> },
}

impl TestFunction {
    fn read(case: &Value) -> Result<Self, Trouble> {
        Ok(match read::text(case, "function")? {
            "ishigami" => {
                Self::Ishigami { a: read::number(case, "a")?, b: read::number(case, "b")? }
            }
            "sobol_g" => Self::SobolG { a: read::numbers(case, "a")? },
            "linear" => {
                let slopes = read::numbers(case, "coefficients")?;
                let spreads = read::numbers(case, "sigma")?;
                Self::Linear { scales: slopes.iter().zip(spreads).map(|(c, s)| c * s).collect() }
            }
            other => return Err(Trouble::new(format!("no function named `{other}`"))),
        })
    }

    fn inputs(&self) -> usize {
        match self {
            Self::Ishigami { .. } => 3,
            Self::SobolG { a } => a.len(),
            Self::Linear { scales } => scales.len(),
        }
    }
}

impl Function for TestFunction {
    type State = ();

    fn state(&self) {}

    fn values(&self, _: usize, points: &mut [f64]) {
        for x in points {
            *x = match self {
                Self::Ishigami { .. } => (2.0 * *x - 1.0) * PI,
                Self::SobolG { .. } => *x,
                Self::Linear { .. } => normal_quantile(*x),
            };
        }
    }

    fn result(&self, (): &mut (), x: &[f64]) -> f64 {
        match self {
            Self::Ishigami { a, b } => {
                let sine = libm::sin(x[0]);
                sine + a * libm::sin(x[1]).powi(2) + b * x[2].powi(4) * sine
            }
            Self::SobolG { a } => {
                x.iter().zip(a).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product()
            }
            Self::Linear { scales } => x.iter().zip(scales).map(|(x, scale)| x * scale).sum(),
        }
    }
}

fn variance_shares(file: &Value, bench: &mut Bench) -> Result<(), Trouble> {
    let pool =
        rayon::ThreadPoolBuilder::new().build().map_err(|error| Trouble::new(error.to_string()))?;
    for (at, case) in read::list(file, "cases")?.iter().enumerate() {
        let function = TestFunction::read(case)?;
        let found = shares(&function, &pool)
            .ok_or_else(|| Trouble::new("the study of a test function was stopped"))?;
        let exact = read::entry(case, "exact")?;
        let name = read::text(case, "function")?;
        for (column, of) in [
            (
                "S1",
                (|index| index.first.value)
                    as fn(&crate::studies::sensitivity::sobol::Index) -> f64,
            ),
            ("ST", |index| index.total.value),
        ] {
            let wanted = read::numbers(exact, column)?;
            if wanted.len() != function.inputs() {
                return Err(Trouble::new(format!("`{column}` has not one number per input")));
            }
            for (input, (index, want)) in found.indices.iter().zip(wanted).enumerate() {
                let row = format!("case {}, {name}, input {}", at + 1, input + 1);
                bench.judge(row.as_str(), column, of(index), want);
            }
        }
    }
    Ok(())
}

fn shares(function: &TestFunction, pool: &rayon::ThreadPool) -> Option<Indices> {
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let groups: Vec<InputGroup> = (0..function.inputs())
        .map(|at| InputGroup { name: at.to_string(), members: vec![at] })
        .collect();
    let workers = Workers { pool, stop: &stop, done: &done };
    indices(function, (function.inputs(), &groups), ROWS, SEED, &workers)
}
