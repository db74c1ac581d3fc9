//! All that `skyrack run` says, as a value and as JSON.
//!
//! `cargo run --no-default-features --example run`
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::run::run;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let said = run(&EvaluatedScenario::new(open("reference-2026", &[])?)?)?;
    println!("{}", said.verdict.text);
    for gate in &said.verdict.gates {
        println!("{:9} {:?} {:?} {}", gate.name, gate.value, gate.limit, gate.unit);
    }
    let json = serde_json::to_string_pretty(&said)?;
    println!("{} lines of JSON, as `skyrack run --format json` prints them", json.lines().count());
    Ok(())
}
