//! Speed of one evaluation, of the environment, of reading a scenario and of one chart. Reported,
//! never a test.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot read the project fails")]

use divan::{Bencher, black_box, counter::ItemsCount};
use skyrack::charts::Chart;
use skyrack::published::mccalip::{Inputs, breakeven_launch_price, orbital, terrestrial, thermal};
use skyrack::report::pictures::pictures;
use skyrack::report::run::RunReport;
use skyrack::scenario;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::run::run;
use skyrack::system::design;
use skyrack::system::designer::frozen;
use skyrack::system::environment::environment;
use skyrack::system::evaluate::evaluate;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;
use skyrack::units::{Length, Power, fraction, kilometer, megawatt};

fn main() {
    divan::main();
}

fn open_reference() -> Case {
    scenario::open("reference-2026", &[]).unwrap().nominal()
}

/// The reference with what the rules of design chose as if it were stated.
fn reference() -> Case {
    let case = open_reference();
    frozen(&Evaluator::new(&case).evaluate(&case))
}

/// The satellite is designed anew each time.
#[divan::bench(args = [1.0, 10.0, 100.0])]
fn evaluate_a_designed_case(bencher: Bencher<'_, '_>, megawatts: f64) {
    let mut case = open_reference();
    case.it.power = Power::new::<megawatt>(megawatts);
    let mut model = Evaluator::new(&case);
    let mut step = 0.0;
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        step = if step < 0.1 { step + 1.0e-6 } else { 0.0 };
        case.satellite.housekeeping = fraction(0.05 + step);
        model.evaluate(black_box(&case))
    });
}

/// The environment stays, another input changes each time.
#[divan::bench]
fn evaluate_with_the_environment_fixed(bencher: Bencher<'_, '_>) {
    let mut case = reference();
    let model = Evaluator::new(&case);
    let surroundings = *model.surroundings().unwrap();
    let mut step = 0.0;
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        step = if step < 0.1 { step + 1.0e-6 } else { 0.0 };
        case.satellite.housekeeping = fraction(0.05 + step);
        evaluate(black_box(&case), Some(black_box(&surroundings)))
    });
}

/// The altitude changes each time, and with it the whole year of the environment.
#[divan::bench]
fn evaluate_with_the_orbit_varying(bencher: Bencher<'_, '_>) {
    let mut case = reference();
    let mut model = Evaluator::new(&case);
    let mut altitude = 600.0;
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        altitude = if altitude < 700.0 { altitude + 0.001 } else { 600.0 };
        case.orbit.altitude = Length::new::<kilometer>(altitude);
        model.evaluate(black_box(&case))
    });
}

/// A price changes each time, and the satellites stay.
#[divan::bench]
fn evaluate_with_the_satellites_kept(bencher: Bencher<'_, '_>) {
    let mut case = reference();
    let mut model = Evaluator::new(&case);
    let mut step = 0.0;
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        step = if step < 0.1 { step + 1.0e-6 } else { 0.0 };
        case.it.utilization = fraction(0.7 + step);
        model.evaluate(black_box(&case))
    });
}

/// A full year of beta, shadow and loads of one orbit.
#[divan::bench]
fn environment_of_one_orbit(bencher: Bencher<'_, '_>) {
    let mut case = reference();
    let model = Evaluator::new(&case);
    let mut altitude = 600.0;
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        altitude = if altitude < 700.0 { altitude + 0.001 } else { 600.0 };
        case.orbit.altitude = Length::new::<kilometer>(altitude);
        environment(black_box(&case), model.year())
    });
}

/// The closed loop of power, heat and mass alone.
#[divan::bench]
fn satellite_loop(bencher: Bencher<'_, '_>) {
    let case = reference();
    let model = Evaluator::new(&case);
    let surroundings = *model.surroundings().unwrap();
    bencher.counter(ItemsCount::new(1_u32)).bench_local(|| {
        design::close(black_box(&case), black_box(&surroundings), case.satellite.it_power_limit)
    });
}

/// A scenario file of the program becomes a case.
#[divan::bench]
fn scenario_load() -> Case {
    reference()
}

/// The report of a run as text, fixes included.
#[divan::bench]
fn report_text(bencher: Bencher<'_, '_>) {
    let subject = EvaluatedScenario::new(scenario::open("reference-2026", &[]).unwrap()).unwrap();
    bencher.bench_local(|| RunReport::new(&run(black_box(&subject)).unwrap()).text(80));
}

/// One chart as PNG of 1 600 by 1 000 pixels.
#[divan::bench]
fn chart_cost(bencher: Bencher<'_, '_>) {
    let subject = EvaluatedScenario::new(scenario::open("reference-2026", &[]).unwrap()).unwrap();
    let charts: Vec<Box<dyn Chart>> = pictures(&run(&subject).unwrap());
    let cost = charts.iter().find(|chart| chart.name() == "cost").unwrap();
    bencher.bench_local(|| cost.png(1.0).unwrap());
}

/// Every output of McCalip's page on its 60 golden cases, one after another.
#[divan::bench]
fn mccalip_page(bencher: Bencher<'_, '_>) {
    let text = include_str!("../src/validation/data/mccalip_cases.json");
    let file: serde_json::Value = serde_json::from_str(text).unwrap();
    let inputs: Vec<Inputs> = file["cases"]
        .as_array()
        .unwrap()
        .iter()
        .map(|case| Inputs::from_named(|name| case["inputs"][name].as_f64().ok_or(name)).unwrap())
        .collect();
    bencher.counter(ItemsCount::new(inputs.len())).bench_local(|| {
        for inputs in black_box(&inputs) {
            let ground = terrestrial(inputs);
            let price = breakeven_launch_price(inputs, ground.total_cost_usd);
            black_box((orbital(inputs), ground, price, thermal(inputs)));
        }
    });
}
