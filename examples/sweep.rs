//! A metric over a range of one input, on all processors.
//!
//! `cargo run --no-default-features --example sweep`
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use skyrack::scenario::open;
use skyrack::studies::batch::WorkerPool;
use skyrack::studies::sweep::{AxisValues, Sweep, SweepAxis, linear};
use skyrack::system::inputs::input;
use skyrack::system::metrics::METRICS;
use skyrack::units::{Length, kilometer};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let scenario = open("reference-2026", &[])?;

    // Six altitudes; a study takes numbers in base units, here meters.
    let meters = |km: f64| Length::new::<kilometer>(km).base();
    let altitudes = linear((meters(500.0), meters(1_000.0)), 6);
    let axes = [SweepAxis {
        path: "orbit.altitude".to_owned(),
        input: input("orbit.altitude"),
        values: AxisValues::Numbers(altitudes.clone()),
    }];
    let metric = METRICS.iter().position(|metric| metric.path == "ratio.cost");
    let metric = metric.ok_or("no such metric")?;

    let pool = WorkerPool::new()?;
    let cells = Sweep::new(&scenario, &axes, &[metric]).run(&pool.workers())?;
    for (altitude, cell) in altitudes.iter().zip(cells.iter()) {
        let ratio = cell.metric().unwrap_or(f64::NAN);
        let closes = if cell.is_feasible() { "closes" } else { "does not close" };
        println!("{:6.0} km  orbit over ground {ratio:6.2}  {closes}", altitude / 1_000.0);
    }
    Ok(())
}
