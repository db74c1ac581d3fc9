//! A metric over one or two inputs, choices or catalog entries.

mod design;

pub use design::CellDesign;

use super::batch::Workers;
use super::readings::reading;
use crate::catalog::{Catalog, ReferenceGroup};
use crate::scenario::{Scenario, ScenarioErrors, open};
use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, Input, Stage, input};
use crate::system::verdict::is_feasible;
use rayon::prelude::*;

/// Values of one axis.
#[derive(Debug, Clone, PartialEq)]
pub enum AxisValues {
    /// Numbers of an input, in base units.
    Numbers(Vec<f64>),
    /// Words: entries of the catalog, or choices of an input.
    Words(Vec<String>),
}

/// One axis.
#[derive(Debug, Clone)]
pub struct SweepAxis {
    /// Path of the input, or key of the reference, such as `launch.vehicle`.
    pub path: String,
    /// The input; none for a reference.
    pub input: Option<&'static Input>,
    /// Its values.
    pub values: AxisValues,
}

impl SweepAxis {
    /// Number of values.
    pub fn len(&self) -> usize {
        match &self.values {
            AxisValues::Numbers(numbers) => numbers.len(),
            AxisValues::Words(words) => words.len(),
        }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The change of the scenario for a word.
    fn change(&self, at: usize) -> Option<String> {
        match &self.values {
            AxisValues::Numbers(_) => None,
            AxisValues::Words(words) => Some(format!("{}={}", self.path, words.get(at)?)),
        }
    }

    fn set(&self, case: &mut Case, at: usize) {
        if let (AxisValues::Numbers(numbers), Some(input)) = (&self.values, self.input)
            && let Some(number) = numbers.get(at)
        {
            (input.set)(case, *number);
        }
    }

    /// First stage of an evaluation that its values move: that of its input, or of all that a
    /// reference fills.
    fn stage(&self) -> Stage {
        let filled =
            Catalog::builtin().group(&self.path).map(ReferenceGroup::inputs).unwrap_or_default();
        let stages = self.input.into_iter().chain(filled.into_iter().filter_map(input));
        stages.map(|input| input.stage).min().unwrap_or(Stage::Orbit)
    }
}

/// Evenly spaced numbers, both ends among them.
pub fn linear((low, high): (f64, f64), count: usize) -> Vec<f64> {
    spaced(count, |share| low + share * (high - low), (low, high))
}

/// Numbers of equal ratios, both ends among them and above zero.
pub fn logarithmic((low, high): (f64, f64), count: usize) -> Vec<f64> {
    spaced(count, |share| low * libm::pow(high / low, share), (low, high))
}

fn spaced(count: usize, at: impl Fn(f64) -> f64, (low, high): (f64, f64)) -> Vec<f64> {
    let last = count.max(2) - 1;
    (0..=last)
        .map(|step| match step {
            0 => low,
            step if step == last => high,
            step => at(step as f64 / last as f64),
        })
        .collect()
}

/// Every evaluated cell, the second axis row by row: a number for each metric asked for, and the
/// gates.
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    /// Lengths of the axes.
    lengths: (usize, usize),
    /// Metrics of a cell.
    metrics: usize,
    /// The metrics cell by cell, in base units; not a number where one does not exist.
    numbers: Vec<f64>,
    /// For each cell a bit for each gate that fails.
    fails: Vec<u16>,
    /// What is built in each cell.
    designs: Vec<CellDesign>,
}

impl Cells {
    fn new(lengths: (usize, usize), metrics: usize) -> Self {
        let all = lengths.0 * lengths.1;
        Self {
            lengths,
            metrics,
            numbers: vec![f64::NAN; all * metrics],
            fails: vec![0; all],
            designs: vec![CellDesign::NONE; all],
        }
    }

    fn put(&mut self, point: SweepPoint<'_>) {
        let cell = point.at.1 * self.lengths.0 + point.at.0;
        let numbers = cell * self.metrics..(cell + 1) * self.metrics;
        self.numbers[numbers].copy_from_slice(point.numbers);
        self.fails[cell] = point.fails;
        self.designs[cell] = point.design;
    }

    /// Number of cells.
    pub fn len(&self) -> usize {
        self.fails.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.fails.is_empty()
    }

    /// The cells, the second axis row by row.
    pub fn iter(&self) -> impl Iterator<Item = SweepPoint<'_>> {
        self.fails.iter().enumerate().map(|(cell, fails)| SweepPoint {
            at: (cell % self.lengths.0, cell / self.lengths.0),
            numbers: &self.numbers[cell * self.metrics..(cell + 1) * self.metrics],
            fails: *fails,
            design: self.designs[cell],
        })
    }
}

/// One evaluated cell: what the model says there.
#[derive(Debug, Clone, Copy)]
pub struct SweepPoint<'c> {
    /// Position on each axis.
    pub at: (usize, usize),
    /// Values of the metrics asked for, in base units; not a number where one does not exist.
    numbers: &'c [f64],
    /// A bit for each gate that fails.
    pub fails: u16,
    /// What is built.
    pub design: CellDesign,
}

impl<'c> SweepPoint<'c> {
    /// Whether every gate holds.
    pub const fn is_feasible(&self) -> bool {
        self.fails == 0
    }

    /// The metrics asked for, in base units.
    pub fn metrics(self) -> impl Iterator<Item = Option<f64>> + 'c {
        self.numbers.iter().map(|number| Some(*number).filter(|number| !number.is_nan()))
    }

    /// The metric that is looked at, the first, in base units.
    pub fn metric(&self) -> Option<f64> {
        self.metrics().next().flatten()
    }
}

/// Why there is no sweep.
#[derive(Debug, Clone, thiserror::Error)]
pub enum SweepError {
    /// A word does not resolve.
    #[error("{0}")]
    Scenario(ScenarioErrors),
    /// It was stopped.
    #[error("stopped")]
    Stopped,
}

/// A sweep: what is swept, and what is read.
#[derive(Debug)]
pub struct Sweep<'s> {
    /// Name of the scenario and the changes on top, for axes of words.
    pub source: (&'s str, &'s [String]),
    /// The scenario itself.
    pub scenario: &'s Scenario,
    /// One or two axes.
    pub axes: &'s [SweepAxis],
    /// Positions of the metrics that are read.
    pub metrics: &'s [usize],
}

impl<'s> Sweep<'s> {
    /// A sweep of a scenario as it was read.
    pub fn new(scenario: &'s Scenario, axes: &'s [SweepAxis], metrics: &'s [usize]) -> Self {
        let name = scenario.file.trim_end_matches(" (built in)");
        Self { source: (name, &scenario.set), scenario, axes, metrics }
    }
}

impl Sweep<'_> {
    /// Evaluates every cell, the second axis row by row.
    ///
    /// The axis that moves the earlier stage is gone through outside, so that what it takes longest
    /// to find serves a whole row.
    ///
    /// # Errors
    /// [`SweepError`] if a word does not resolve or it was stopped.
    pub fn run(&self, workers: &Workers<'_>) -> Result<Cells, SweepError> {
        let lengths = (self.axes[0].len(), self.axes.get(1).map_or(1, SweepAxis::len));
        let bases = self.bases()?;
        let base = self.scenario.nominal();
        let first_outside =
            self.axes.get(1).is_none_or(|second| self.axes[0].stage() < second.stage());
        let (outer, inner) = if first_outside { lengths } else { (lengths.1, lengths.0) };
        let model = Evaluator::new(&base);
        let place = |outside: usize, inside: usize| {
            if first_outside { (outside, inside) } else { (inside, outside) }
        };
        let row = |model: &mut Evaluator, outside: usize| {
            if workers.is_stopped() {
                return None;
            }
            let mut row = Cells::new((inner, 1), self.metrics.len());
            for inside in 0..inner {
                let at = place(outside, inside);
                let (numbers, fails, design) = self.cell(at, &bases[self.base_of(at)], model);
                row.put(SweepPoint { at: (inside, 0), numbers: &numbers, fails, design });
            }
            workers.count(inner as u64);
            Some(row)
        };
        let rows: Option<Vec<Cells>> = workers
            .pool
            .install(|| (0..outer).into_par_iter().map_init(|| model.clone(), row).collect());
        let mut cells = Cells::new(lengths, self.metrics.len());
        for (outside, row) in rows.ok_or(SweepError::Stopped)?.iter().enumerate() {
            for cell in row.iter() {
                cells.put(SweepPoint { at: place(outside, cell.at.0), ..cell });
            }
        }
        Ok(cells)
    }

    /// The cases before numbers are set, one for each combination of words; a scenario is read once
    /// for each.
    fn bases(&self) -> Result<Vec<Case>, SweepError> {
        let (firsts, seconds) = (self.words(0), self.words(1));
        if firsts.is_none() && seconds.is_none() {
            return Ok(vec![self.scenario.nominal()]);
        }
        let (firsts, seconds) = (firsts.unwrap_or(1), seconds.unwrap_or(1));
        (0..firsts * seconds).map(|at| self.read((at / seconds, at % seconds))).collect()
    }

    /// Place among the [`bases`](Self::bases) of a cell.
    fn base_of(&self, at: (usize, usize)) -> usize {
        let first = self.words(0).map_or(0, |_| at.0);
        self.words(1).map_or(first, |seconds| first * seconds + at.1)
    }

    /// Number of words of an axis, if it is one of words.
    fn words(&self, axis: usize) -> Option<usize> {
        match &self.axes.get(axis)?.values {
            AxisValues::Words(words) => Some(words.len()),
            AxisValues::Numbers(_) => None,
        }
    }

    fn read(&self, (first, second): (usize, usize)) -> Result<Case, SweepError> {
        let mut set = self.source.1.to_vec();
        set.extend(self.axes[0].change(first));
        set.extend(self.axes.get(1).and_then(|axis| axis.change(second)));
        Ok(open(self.source.0, &set).map_err(SweepError::Scenario)?.nominal())
    }

    /// The metrics, the gates that fail and what is built.
    fn cell(
        &self,
        at: (usize, usize),
        base: &Case,
        model: &mut Evaluator,
    ) -> (Vec<f64>, u16, CellDesign) {
        let mut case = *base;
        self.axes[0].set(&mut case, at.0);
        if let Some(second) = self.axes.get(1) {
            second.set(&mut case, at.1);
        }
        let evaluation = model.evaluate(&case);
        let bits = evaluation.gates.iter().enumerate();
        let fails: u16 = bits.map(|(bit, gate)| u16::from(!gate.ok) << bit).sum();
        debug_assert_eq!(fails == 0, is_feasible(&evaluation.gates));
        let numbers = self.metrics.iter().map(|metric| reading(&evaluation, *metric));
        (numbers.collect(), fails, CellDesign::of(&evaluation))
    }
}

/// The feasible cell with the least value of the first metric.
pub fn best(cells: &Cells) -> Option<SweepPoint<'_>> {
    let value = |cell: &SweepPoint<'_>| cell.metric().unwrap_or(f64::NAN);
    let closed = cells.iter().filter(|cell| cell.is_feasible() && cell.metric().is_some());
    closed.min_by(|one, other| value(one).total_cmp(&value(other)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::system::inputs::input;
    use crate::system::metrics::METRICS;
    use std::sync::atomic::{AtomicBool, AtomicU64};

    fn run(axes: &[SweepAxis], threads: usize) -> Cells {
        let scenario = open("reference-2026", &[]).unwrap();
        let metric = METRICS.iter().position(|metric| metric.path == "mass.per_it_power").unwrap();
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let (stop, done) = (AtomicBool::new(false), AtomicU64::new(0));
        let workers = Workers { pool: &pool, stop: &stop, done: &done };
        let source = ("reference-2026", &[][..]);
        Sweep { source, scenario: &scenario, axes, metrics: &[metric] }.run(&workers).unwrap()
    }

    fn numbers(path: &str, values: Vec<f64>) -> SweepAxis {
        SweepAxis { path: path.to_owned(), input: input(path), values: AxisValues::Numbers(values) }
    }

    #[test]
    fn every_cell_is_the_case_that_its_axes_say() {
        let altitude = linear((500.0e3, 900.0e3), 3);
        let life = linear((3.0e8, 1.0e8), 4);
        let axes =
            [numbers("mission.life", life.clone()), numbers("orbit.altitude", altitude.clone())];
        let cells = run(&axes, 2);
        assert_eq!(cells.len(), 12);
        for cell in cells.iter() {
            let mut case = open("reference-2026", &[]).unwrap().nominal();
            (input("orbit.altitude").unwrap().set)(&mut case, altitude[cell.at.1]);
            (input("mission.life").unwrap().set)(&mut case, life[cell.at.0]);
            let outcome = Evaluator::new(&case).evaluate(&case);
            assert_eq!(
                cell.metric(),
                outcome
                    .metrics()
                    .mass()
                    .per_it_power()
                    .map(crate::units::quantities::Quantity::base)
            );
        }
    }

    #[test]
    fn every_cell_holds_what_is_built_there() {
        let powers = linear((60.0e3, 120.0e3), 4);
        let cells = run(&[numbers("satellite.it_power", powers.clone())], 2);
        let designs: Vec<CellDesign> = cells.iter().map(|cell| cell.design).collect();
        for (design, power) in designs.iter().zip(powers) {
            let mut case = open("reference-2026", &[]).unwrap().nominal();
            (input("satellite.it_power").unwrap().set)(&mut case, power);
            let evaluation = Evaluator::new(&case).evaluate(&case);
            assert_eq!(design.changes(&CellDesign::of(&evaluation)), [""; 0]);
            assert!((design.satellites - libm::ceil(1.0e6 / power)).abs() < 1e-9, "{design:?}");
        }
        let changes = designs[0].changes(&designs[3]);
        assert!(changes.contains(&"satellites") && !changes.contains(&"terminals"), "{changes:?}");
    }

    #[test]
    fn catalog_entries_are_read_like_a_reference_in_a_file() {
        let words = vec!["falcon9".to_owned(), "starship_v3".to_owned()];
        let axes = [SweepAxis {
            path: "launch.vehicle".to_owned(),
            input: None,
            values: AxisValues::Words(words),
        }];
        let cells = run(&axes, 1);
        let alone =
            open("reference-2026", &["launch.vehicle=starship_v3".to_owned()]).unwrap().nominal();
        let wanted = Evaluator::new(&alone).evaluate(&alone).metrics().mass().per_it_power();
        assert_eq!(
            cells.iter().nth(1).unwrap().metric(),
            wanted.map(crate::units::quantities::Quantity::base)
        );
    }

    #[test]
    fn spacings_meet_both_ends() {
        assert_eq!(linear((1.0, 2.0), 3), [1.0, 1.5, 2.0]);
        let wide = logarithmic((1.0, 100.0), 3);
        assert!((wide[1] - 10.0).abs() < 1e-12 && wide[2] > 99.999_999);
    }
}
