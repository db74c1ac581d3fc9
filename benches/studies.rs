//! Speed of samples, of shares of the variance, of a map and of points. Reported, never a test.
//!
//! `cargo bench --bench studies`; the comparison with `NumPy` is `benches/numpy_chain.py`.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read the project fails")]

use divan::{AllocProfiler, Bencher, black_box, counter::ItemsCount};
use rayon::ThreadPool;
use skyrack::numeric::sobol::Sobol;
use skyrack::scenario;
use skyrack::studies::batch::Workers;
use skyrack::studies::draw::{Block, Draw};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::points::Method;
use skyrack::studies::readings::all;
use skyrack::studies::sample::{Job, keeps};
use skyrack::studies::sensitivity::sobol::{OfModel, indices, singles};
use skyrack::studies::sweep::{AxisValues, Sweep, SweepAxis, linear};
use skyrack::studies::tally::Tally;
use skyrack::studies::uncertain::Selection;
use skyrack::system::inputs::input;
use skyrack::system::metrics::METRICS;
use std::sync::atomic::{AtomicBool, AtomicU64};

/// Counts what is allocated: the most at once of a benchmark stands under `max alloc`.
#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// Thirty inputs of both sides that matter most for cost.
const THIRTY: [&str; 30] = [
    "it.price",
    "it.life",
    "it.utilization",
    "it.specific_mass",
    "it.failure_rate",
    "it.errors_per_dose",
    "satellite.housekeeping",
    "satellite.structure_share",
    "satellite.structure_price",
    "satellite.avionics_price",
    "array.cell_efficiency",
    "array.specific_power",
    "array.price",
    "battery.price",
    "pmad.specific_mass",
    "pmad.price",
    "coolant.loop_specific_mass",
    "coolant.loop_price",
    "radiator.areal_mass",
    "radiator.price",
    "propulsion.price",
    "link.terminal_price",
    "launch.price",
    "launch.failure_rate",
    "finance.orbit_discount_rate",
    "finance.ground_discount_rate",
    "ground.facility_price",
    "ground.pue",
    "ground.electricity_price",
    "ground.availability",
];
const SAMPLES: u64 = 1 << 16;

fn pool() -> ThreadPool {
    rayon::ThreadPoolBuilder::new().build().unwrap()
}

fn draw(also: &[&str]) -> (EvaluatedScenario, Draw) {
    let scenario = scenario::open("reference-2026", &[]).unwrap();
    let only = THIRTY.iter().chain(also).map(|path| (*path).to_owned()).collect();
    let selection = Selection { only, ..Selection::default() };
    let draw = Draw::new(&scenario, &selection, Method::Sobol, 1).unwrap();
    (EvaluatedScenario::new(scenario).unwrap(), draw)
}

fn sample(bencher: Bencher<'_, '_>, also: &[&str]) {
    let ((_, draw), pool) = (draw(also), pool());
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let job = Job { draw: &draw, items: &[], pool: &pool, stop: &stop, done: &done };
    bencher
        .counter(ItemsCount::new(SAMPLES))
        .bench_local(|| job.part((0, SAMPLES), &mut Tally::new(&all(), false)).is_some());
}

/// Summary of every metric, 30 uncertain inputs, orbit fixed, all cores.
#[divan::bench(sample_count = 10)]
fn samples_with_the_orbit_fixed(bencher: Bencher<'_, '_>) {
    sample(bencher, &[]);
}

/// The same with altitude and local time uncertain: an environment for each sample.
#[divan::bench(sample_count = 3)]
fn samples_with_the_orbit_uncertain(bencher: Bencher<'_, '_>) {
    sample(bencher, &["orbit.altitude", "orbit.ltan"]);
}

/// The samples that a user types, with the quantiles of every metric: all 193 uncertain inputs, as
/// many as by default, the most of which every number is kept, and a few more. Two of them must not
/// differ much by sample.
#[divan::bench(args = [16_384, 65_536, 66_000], sample_count = 3)]
fn samples_as_typed_of_193_inputs(bencher: Bencher<'_, '_>, samples: u64) {
    let scenario = scenario::open("reference-2026", &[]).unwrap();
    let draw = Draw::new(&scenario, &Selection::default(), Method::Sobol, 1).unwrap();
    let (stop, done, pool) = (AtomicBool::new(false), AtomicU64::new(0), pool());
    let job = Job { draw: &draw, items: &[], pool: &pool, stop: &stop, done: &done };
    bencher.counter(ItemsCount::new(samples)).bench_local(|| {
        let mut tally = Tally::new(&all(), keeps(samples));
        job.part((0, samples), &mut tally).unwrap();
        tally.summaries(&[0.05, 0.25, 0.5, 0.75, 0.95]).len()
    });
}

/// Drawing alone, without the model.
#[divan::bench]
fn draws_of_30_inputs(bencher: Bencher<'_, '_>) {
    let (_, draw) = draw(&[]);
    let mut block = Block::default();
    let mut first = 0;
    bencher.counter(ItemsCount::new(256_u32)).bench_local(|| {
        draw.fill(0, first, 256, &mut block);
        first += 256;
        black_box(block.column(0)[0])
    });
}

/// Scrambled Sobol points of 30 dimensions.
#[divan::bench]
fn sobol_points_of_30_dimensions(bencher: Bencher<'_, '_>) {
    let net = Sobol::scrambled(0..30, 1);
    let mut column = vec![0.0; 256];
    let mut first = 0;
    bencher.counter(ItemsCount::new(256_u32)).bench_local(|| {
        for dimension in 0..30 {
            net.fill(dimension, first, &mut column);
        }
        first += 256;
        black_box(column[7])
    });
}

/// Sobol shares of 30 inputs, base 2^12; 2^16 takes sixteen times as long.
#[divan::bench(sample_count = 5)]
fn shares_of_30_inputs(bencher: Bencher<'_, '_>) {
    let ((subject, draw), pool) = (draw(&[]), pool());
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let workers = Workers { pool: &pool, stop: &stop, done: &done };
    let metric = METRICS.iter().position(|metric| metric.path == "ratio.cost").unwrap();
    let groups = singles(&draw);
    let function = OfModel { draw: &draw, metric, model: &subject.model };
    let inputs = groups.len();
    bencher
        .counter(ItemsCount::new(4_096 * (inputs + 2)))
        .bench_local(|| indices(&function, (inputs, &groups), 4_096, 1, &workers).is_some());
}

/// A map of 400 by 400 cells, and of four times as many, without its picture.
#[divan::bench(args = [400, 800], sample_count = 3)]
fn map_without_its_picture(bencher: Bencher<'_, '_>, cells: usize) {
    let (scenario, pool) = (scenario::open("reference-2026", &[]).unwrap(), pool());
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let workers = Workers { pool: &pool, stop: &stop, done: &done };
    let axis = |path: &str, low: f64, high: f64| SweepAxis {
        path: path.to_owned(),
        input: input(path),
        values: AxisValues::Numbers(linear((low, high), cells)),
    };
    let axes = [axis("launch.price", 100.0, 5_000.0), axis("mission.life", 1.0e8, 3.0e8)];
    let metric = METRICS.iter().position(|metric| metric.path == "ratio.cost").unwrap();
    let sweep = Sweep {
        source: ("reference-2026", &[]),
        scenario: &scenario,
        axes: &axes,
        metrics: &[metric],
    };
    bencher.counter(ItemsCount::new(cells * cells)).bench_local(|| sweep.run(&workers).is_ok());
}
