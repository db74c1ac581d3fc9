//! Evaluates a scenario, then again with one input changed.
//!
//! `cargo run --no-default-features --example evaluate`
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // A built-in name or a file; changes are `KEY=VALUE` with units, as after `--set`.
    let given = EvaluatedScenario::new(open("reference-2026", &[])?)?;
    let change = "orbit.altitude=800 km".to_owned();
    let higher = EvaluatedScenario::new(open("reference-2026", &[change])?)?;

    // Inputs and metrics are read by their paths, each in the unit of its table.
    for (path, unit) in [
        ("orbit.altitude", "km"),
        ("ratio.cost", "orbit over ground"),
        ("chip.temperature", "K"),
        ("radiation.dose", "rad(Si)"),
    ] {
        let shown = |subject: &EvaluatedScenario| subject.shown(path).unwrap_or(f64::NAN);
        println!("{path:26} {:8.2} → {:8.2} {unit}", shown(&given), shown(&higher));
    }
    println!("closes: {} → {}", given.is_feasible(), higher.is_feasible());
    Ok(())
}
