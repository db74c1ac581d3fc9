use super::*;
use crate::scenario::open;
use crate::studies::points::Method;
use crate::studies::readings::{all, of_paths};
use crate::studies::uncertain::Selection;

fn pool(threads: usize) -> ThreadPool {
    rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap()
}

fn draw(method: Method) -> Draw {
    let scenario = open("reference-2026", &[]).unwrap();
    Draw::new(&scenario, &Selection::default(), method, 1).unwrap()
}

fn bits(rows: &Rows) -> (Vec<u64>, &[u16]) {
    (rows.columns.iter().flatten().map(|value| value.to_bits()).collect(), &rows.fails)
}

fn run(draw: &Draw, threads: usize, range: (u64, u64), keeps: bool) -> (Rows, Tally) {
    let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
    let items = [SampleColumn::Metric(of_paths(&["ratio.cost"])[0]), SampleColumn::Input(40)];
    let pool = pool(threads);
    let job = Job { draw, items: &items, pool: &pool, stop: &stop, done: &done };
    let mut tally = Tally::new(&all(), keeps);
    let rows = job.part(range, &mut tally).unwrap();
    (rows, tally)
}

#[test]
fn any_number_of_threads_gives_the_same_bits() {
    let draw = draw(Method::Sobol);
    let one = run(&draw, 1, (0, 10_000), false);
    for threads in [2, 3, 8] {
        let other = run(&draw, threads, (0, 10_000), false);
        assert!(bits(&one.0) == bits(&other.0), "rows on {threads} threads");
        assert!(one.1.state() == other.1.state(), "counts on {threads} threads");
    }
}

#[test]
fn a_range_of_samples_is_that_range_of_the_whole() {
    for method in [Method::Sobol, Method::MonteCarlo, Method::LatinHypercube { samples: 6_000 }] {
        let draw = draw(method);
        let (whole, _) = run(&draw, 2, (0, 6_000), false);
        let (part, _) = run(&draw, 2, (1_234, 5_001), false);
        for (column, of_part) in whole.columns.iter().zip(&part.columns) {
            let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
            assert!(bits(&column[1_234..5_001]) == bits(of_part));
        }
        assert!(whole.fails[1_234..5_001] == part.fails[..]);
    }
}

#[test]
fn a_sample_is_a_function_of_seed_and_index_alone() {
    let draw = draw(Method::Sobol);
    let (rows, _) = run(&draw, 2, (0, 3_000), false);
    let input = &INPUTS[40];
    for index in [0_u64, 1, 7, 8, 999, 2_999] {
        let case = draw.case(index);
        let row = length(index);
        assert_eq!((input.get)(&case).to_bits(), rows.columns[1][row].to_bits());
        let ratio = Evaluator::new(&case).evaluate(&case).metrics().ratio().cost();
        let ratio = ratio.map_or(f64::NAN, crate::units::quantities::Quantity::base);
        assert_eq!(ratio.to_bits(), rows.columns[0][row].to_bits());
    }
}

#[test]
fn bins_and_kept_numbers_give_the_same_quantiles_within_a_bin() {
    let draw = draw(Method::Sobol);
    let (_, exact) = run(&draw, 2, (0, 20_000), true);
    let (_, binned) = run(&draw, 2, (0, 20_000), false);
    for (metric, known) in METRICS.iter().enumerate() {
        let shares = [0.05, 0.5, 0.95];
        let (Some(one), Some(other)) =
            (exact.summary(metric, &shares), binned.summary(metric, &shares))
        else {
            continue;
        };
        assert_eq!(one.exists, other.exists, "{}", known.path);
        for (a, b) in one.quantiles.iter().zip(&other.quantiles) {
            // between lumps a quantile is nowhere: its error says so
            let lumps = 0.01 * a.half.unwrap_or(0.0);
            let room = 0.004 * a.value.abs() + lumps + 1.0e-12;
            assert!((a.value - b.value).abs() <= room, "{}: {a:?} {b:?}", known.path);
        }
    }
}

#[test]
fn a_run_that_goes_on_from_its_state_ends_like_one_that_was_not_cut() {
    let draw = draw(Method::Sobol);
    let (_, whole) = run(&draw, 2, (0, 8_192), false);
    let (_, first) = run(&draw, 2, (0, 4_096), false);
    let mut tally = Tally::from_state(&all(), false, &first.state()).unwrap();
    let (stop, done, pool) = (AtomicBool::new(false), AtomicU64::new(0), pool(2));
    let job = Job { draw: &draw, items: &[], pool: &pool, stop: &stop, done: &done };
    job.part((4_096, 8_192), &mut tally).unwrap();
    assert!(tally.state() == whole.state());
    assert!(Tally::from_state(&all(), false, &first.state()[1..]).is_none());
    assert!(Tally::from_state(&all()[1..], false, &first.state()).is_none());
}

#[test]
fn a_run_that_is_stopped_adds_nothing() {
    let draw = draw(Method::Sobol);
    let (stop, done, pool) = (AtomicBool::new(true), AtomicU64::new(0), pool(2));
    let job = Job { draw: &draw, items: &[], pool: &pool, stop: &stop, done: &done };
    let mut tally = Tally::new(&all(), false);
    assert!(job.part((0, 4_096), &mut tally).is_none());
    assert!(tally.state() == Tally::new(&all(), false).state());
}

#[test]
fn infeasible_samples_are_counted_and_kept() {
    let scenario = open(
        "reference-2026",
        &["shielding.thickness={ value = \"3 mm\", low = \"0.1 \
        mm\", high = \"10 mm\", shape = \"uniform\" }"
            .to_owned()],
    )
    .unwrap();
    let selection =
        Selection { only: vec!["shielding.thickness".to_owned()], ..Selection::default() };
    let draw = Draw::new(&scenario, &selection, Method::Sobol, 1).unwrap();
    let (rows, tally) = run(&draw, 2, (0, 2_048), true);
    let failed = rows.fails.iter().filter(|fails| **fails != 0).count() as u64;
    assert!(failed > 0, "a thin shield fails");
    assert_eq!(tally.counts.samples - tally.counts.feasible, failed);
    let dose = crate::system::verdict::GATES.iter().position(|rule| rule.name == "dose").unwrap();
    assert_eq!(tally.counts.fails[dose], failed, "the dose gate is the one that fails");
    assert_eq!(rows.len(), 2_048);
}

#[test]
fn parts_cover_the_range_once_and_end_at_round_indices() {
    let found: Vec<(u64, u64)> = parts_of(5, 2 * PART + 7, PART).collect();
    assert_eq!(found, [(5, PART), (PART, 2 * PART), (2 * PART, 2 * PART + 7)]);
    assert_eq!(parts_of(7, 7, PART).count(), 0);
}

#[test]
fn few_metrics_say_what_they_say_among_all() {
    let draw = draw(Method::Sobol);
    let few = of_paths(&["mass.per_it_power", "ratio.cost", "launch.count", "no.metric"]);
    assert_eq!(few.len(), 3);
    for keeps in [true, false] {
        let (_, whole) = run(&draw, 2, (0, 5_000), keeps);
        let (stop, done, pool) = (AtomicBool::new(false), AtomicU64::new(0), pool(2));
        let job = Job { draw: &draw, items: &[], pool: &pool, stop: &stop, done: &done };
        let mut tally = Tally::new(&few, keeps);
        job.part((0, 5_000), &mut tally).unwrap();
        assert_eq!(tally.counts, whole.counts);
        for (metric, summary) in tally.summaries(&[0.05, 0.5, 0.95]) {
            assert_eq!(Some(summary), whole.summary(metric, &[0.05, 0.5, 0.95]));
        }
        assert_eq!(tally.summary(0, &[0.5]), None);
    }
}

#[test]
fn kept_numbers_give_the_quantiles_of_the_sorted_list() {
    let draw = draw(Method::Sobol);
    let (rows, tally) = run(&draw, 3, (0, 5_003), true);
    let metric = of_paths(&["ratio.cost"])[0];
    let shares = [0.0, 0.05, 0.5, 0.77, 0.95, 1.0];
    let mut ratios: Vec<f64> =
        rows.columns[0].iter().copied().filter(|ratio| !ratio.is_nan()).collect();
    let summary = tally.summary(metric, &shares).unwrap();
    assert_eq!(summary.exists, ratios.len() as u64);
    for (share, estimate) in shares.iter().zip(&summary.quantiles) {
        let sorted = crate::numeric::statistics::quantile(&mut ratios, *share).unwrap();
        assert_eq!(estimate.value.to_bits(), sorted.to_bits(), "{share}");
    }
}

#[test]
fn the_interval_of_a_quantile_is_the_narrower_of_two() {
    let draw = draw(Method::MonteCarlo);
    let (rows, tally) = run(&draw, 2, (0, 8_192), true);
    let metric = of_paths(&["ratio.cost"])[0];
    let share = 0.95;
    let half = tally.summary(metric, &[share]).unwrap().quantiles[0].half.unwrap();
    let column = |design: usize| rows.columns[0].iter().skip(design).step_by(8).copied();
    let at = |numbers: &mut Vec<f64>, share: f64| {
        numbers.retain(|ratio| !ratio.is_nan());
        crate::numeric::statistics::quantile(numbers, share).unwrap()
    };
    let designs: Vec<f64> = (0..8).map(|design| at(&mut column(design).collect(), share)).collect();
    let of_designs = crate::numeric::statistics::mean_with_interval(&designs).unwrap().1;
    let mut pooled = rows.columns[0].clone();
    let _ = at(&mut pooled, share);
    let count = pooled.len() as f64;
    let room = 1.96 * (count * share * (1.0 - share)).sqrt() / (count - 1.0);
    let of_order = 0.5 * (at(&mut pooled, share + room) - at(&mut pooled, share - room));
    assert!((half / of_designs.min(of_order) - 1.0).abs() < 1e-3, "{half} {of_designs} {of_order}");
}
