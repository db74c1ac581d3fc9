//! `sample`: many cases drawn from the spreads of a scenario.

use super::answer::{Answered, folder};
use super::subject_of;
use crate::cli::args::Format;
use crate::cli::args::studies::{Drawing, Placing, RowFormat, SampleArguments};
use crate::cli::conditions::known;
use crate::cli::output::{read_back, remove, talk, width, write_folder};
use crate::cli::progress::{pool, stop_flag, watched};
use crate::cli::{Answer, Failure};
use skyrack::catalog::Catalog;
use skyrack::report::head::text as json_text;
use skyrack::report::rows::{self, Layout};
use skyrack::report::sample::{HEADLINES, SHARES, Samples};
use skyrack::report::study_pictures::of_samples;
use skyrack::scenario::tables::nearest;
use skyrack::studies::batch::Workers;
use skyrack::studies::draw::Draw;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::studies::explain::Quantity;
use skyrack::studies::leans::leans;
use skyrack::studies::points::Method;
use skyrack::studies::readings;
use skyrack::studies::sample::{CHUNK, Job, PART, Rows, SampleColumn, keeps, parts_of};
use skyrack::studies::tally::Tally;
use skyrack::studies::uncertain::{Selection, is_meant};
use skyrack::system::inputs::{INPUTS, Kind};
use skyrack::system::metrics::METRICS;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::AtomicU64;

/// First number of samples at which the precision is looked at; then at 1.41 times the last number.
const FIRST_LOOK: u64 = 1 << 13;
/// Numbers that a part of the rows holds at most.
const PART_NUMBERS: u64 = 1 << 24;
/// File that a stopped run is gone on from.
const STATE: &str = "resume.json";

/// What a run that is stopped leaves.
#[derive(serde::Serialize)]
struct Stopped<'a> {
    run: &'a str,
    next: u64,
    state: Vec<u64>,
}

/// Which inputs are drawn.
///
/// # Errors
/// [`Failure::Input`] if a path is no input.
pub fn selection(drawing: &Drawing, independent: bool) -> Result<Selection, Failure> {
    for path in drawing.vary.iter().chain(&drawing.also).chain(&drawing.fix) {
        if !INPUTS.iter().any(|input| is_meant(path, input)) {
            let tables = INPUTS.iter().filter_map(|input| input.path.split('.').next());
            let kinds = Kind::ALL.iter().map(|kind| kind.word());
            if let Some(near) = nearest(path, tables.chain(kinds)) {
                return Err(Failure::Input(format!(
                    "error[vary]: no input is called `{path}`, and none begins so\n  = help: did \
                        you mean `{near}`, all of that table or kind?\n"
                )));
            }
            known(path)?;
            return Err(Failure::Input(format!(
                "error[vary]: `{path}` is a metric; vary an input\n  = help: `skyrack inputs` \
                    lists them\n"
            )));
        }
    }
    Ok(Selection {
        only: drawing.vary.clone(),
        also: drawing.also.clone(),
        without: drawing.fix.clone(),
        independent,
    })
}

/// What is drawn from a subject.
///
/// # Errors
/// [`Failure::Input`] if nothing is uncertain or the correlations contradict each other.
pub fn draw(
    subject: &EvaluatedScenario,
    selection: &Selection,
    method: Method,
    seed: u64,
) -> Result<Draw, Failure> {
    Draw::new(&subject.scenario, selection, method, seed).map_err(|error| {
        Failure::Input(format!(
            "error[sample]: {error}\n  = help: a spread is `{{ value = \"...\", low = \"...\", \
                high = \"...\" }}`; `skyrack inputs` lists the inputs\n"
        ))
    })
}

/// Runs the verb.
///
/// # Errors
/// [`Failure`] on bad input or where files cannot be written.
pub fn sample(arguments: &SampleArguments) -> Result<Answer, Failure> {
    let subject = subject_of(&arguments.scenario, &arguments.changes)?;
    let metric = target(&arguments.metric)?;
    let range = indices(arguments)?;
    let method = match arguments.method {
        Placing::Sobol => Method::Sobol,
        Placing::MonteCarlo => Method::MonteCarlo,
        Placing::LatinHypercube => Method::LatinHypercube { samples: arguments.samples },
    };
    let selection = selection(&arguments.drawing, arguments.independent)?;
    let draw = draw(&subject, &selection, method, arguments.drawing.seed)?;
    let items = items(arguments, &draw)?;
    let command = command(arguments);
    let metrics = wanted(arguments, metric);
    let mut run =
        SamplingRun { arguments, subject: &subject, draw: &draw, items, metrics, range, command };
    let (tally, end) = run.run(metric)?;
    let pool = pool(arguments.drawing.threads)?;
    let workers = Workers { pool: &pool, stop: stop_flag(), done: &AtomicU64::new(0) };
    let samples = Samples {
        subject: &subject,
        draw: &draw,
        tally: &tally,
        metric,
        leans: leans(&draw, metric, &workers).unwrap_or_default(),
        summaries: tally.summaries(&SHARES),
        indices: (range.0, end),
        exact: keeps(range.1 - range.0),
        command: &run.command,
    };
    let quantiles = LazyLock::new(|| samples.table(true));
    let inputs = LazyLock::new(|| samples.inputs());
    Answered {
        text: &|| samples.text(width()),
        json: &|| json_text(&samples.json()),
        tables: &[("quantiles", &quantiles), ("inputs", &inputs)],
        charts: &|| of_samples(&samples, metric),
    }
    .give(&arguments.outlet, &arguments.scenario, "sample")
}

/// Metrics that somebody reads: all where files or tables are written, else the headline ones and
/// the one looked at.
fn wanted(arguments: &SampleArguments, metric: usize) -> Vec<usize> {
    let outlet = &arguments.outlet;
    if !outlet.no_charts || !matches!(outlet.format, Format::Text) {
        return readings::all();
    }
    let mut metrics = readings::of_paths(&HEADLINES);
    metrics.push(metric);
    metrics
}

/// Position of a metric.
///
/// # Errors
/// [`Failure::Input`] if there is none with this path.
pub fn target(path: &str) -> Result<usize, Failure> {
    match known(path)? {
        Quantity::Metric(metric) => {
            Ok(METRICS.iter().position(|other| other.path == metric.path).unwrap_or(0))
        }
        Quantity::Input(_) => Err(Failure::Input(format!(
            "error[metric]: `{path}` is an input\n  = help: `skyrack metrics` lists the metrics; \
                type `--metric ratio.cost`\n"
        ))),
    }
}

fn indices(arguments: &SampleArguments) -> Result<(u64, u64), Failure> {
    let Some(text) = &arguments.indices else { return Ok((0, arguments.samples.max(1))) };
    let ends = text.split_once("..").and_then(|(first, end)| {
        Some((first.trim().parse::<u64>().ok()?, end.trim().parse::<u64>().ok()?))
    });
    ends.filter(|(first, end)| first < end).ok_or_else(|| {
        Failure::Input(format!(
            "error[usage]: expected `FIRST..END` after `--indices`, found `{text}`\n  = help: type \
                `--indices 0..1000000`\n"
        ))
    })
}

fn items(arguments: &SampleArguments, draw: &Draw) -> Result<Vec<SampleColumn>, Failure> {
    if arguments.rows.is_none() {
        return Ok(Vec::new());
    }
    let headlines: Vec<String> = HEADLINES.iter().map(|path| (*path).to_owned()).collect();
    let asked = if arguments.columns.is_empty() { &headlines } else { &arguments.columns };
    let mut items: Vec<SampleColumn> = Vec::new();
    for name in asked {
        let before = items.len();
        if name == "inputs" {
            items.extend(
                draw.uncertainty.inputs.iter().map(|uncertain| SampleColumn::Input(uncertain.at)),
            );
            continue;
        }
        let meant = |path: &str| {
            path == name
                || path.strip_prefix(name.as_str()).is_some_and(|rest| rest.starts_with('.'))
        };
        let metrics = METRICS.iter().enumerate().filter(|(_, metric)| meant(metric.path));
        let metrics: Vec<SampleColumn> = metrics.map(|(at, _)| SampleColumn::Metric(at)).collect();
        let taken = |path: &str| metrics.iter().any(|item| item.path() == path);
        let inputs = INPUTS.iter().enumerate().filter(|(_, input)| meant(input.path));
        items.extend(
            inputs.filter(|(_, input)| !taken(input.path)).map(|(at, _)| SampleColumn::Input(at)),
        );
        items.extend(metrics);
        if items.len() == before {
            known(name)?;
        }
    }
    let mut once: Vec<SampleColumn> = Vec::new();
    for item in items {
        if !once.contains(&item) {
            once.push(item);
        }
    }
    Ok(once)
}

/// The command that repeats a run.
fn command(arguments: &SampleArguments) -> String {
    let mut words = vec![format!("skyrack sample {} -n {}", arguments.scenario, arguments.samples)];
    words.push(format!("--seed {}", arguments.drawing.seed));
    match arguments.method {
        Placing::Sobol => {}
        Placing::LatinHypercube => words.push("--method latin-hypercube".to_owned()),
        Placing::MonteCarlo => words.push("--method monte-carlo".to_owned()),
    }
    words.extend(arguments.drawing.vary.iter().map(|path| format!("--vary {path}")));
    words.extend(arguments.drawing.also.iter().map(|path| format!("--also {path}")));
    words.extend(arguments.drawing.fix.iter().map(|path| format!("--fix {path}")));
    words.extend(arguments.independent.then(|| "--independent".to_owned()));
    words.extend(
        arguments
            .precision
            .map(|share| format!("--metric {} --precision {share}", arguments.metric)),
    );
    words.extend(arguments.indices.iter().map(|range| format!("--indices {range}")));
    words.extend(arguments.rows.map(|form| format!("--rows {}", form.ending())));
    if !arguments.columns.is_empty() {
        words.push(format!("--columns {}", arguments.columns.join(",")));
    }
    words.extend(arguments.changes.set.iter().map(|change| format!("--set '{change}'")));
    words.extend(arguments.changes.freeze.then(|| "--freeze".to_owned()));
    words.join(" ")
}

/// One run of the verb.
struct SamplingRun<'a> {
    arguments: &'a SampleArguments,
    subject: &'a EvaluatedScenario,
    draw: &'a Draw,
    items: Vec<SampleColumn>,
    metrics: Vec<usize>,
    range: (u64, u64),
    command: String,
}

impl SamplingRun<'_> {
    /// Computes the samples part by part; gives what was counted and the index behind the last
    /// sample.
    fn run(&mut self, metric: usize) -> Result<(Tally, u64), Failure> {
        let exact = keeps(self.range.1 - self.range.0);
        let (mut tally, mut first) = (Tally::new(&self.metrics, exact), self.range.0);
        if self.arguments.resume
            && let Some((state, next)) = self.resumed(exact)?
        {
            (tally, first) = (state, next);
        }
        let pool = pool(self.arguments.drawing.threads)?;
        let done = AtomicU64::new(first - self.range.0);
        let job = Job {
            draw: self.draw,
            items: &self.items,
            pool: &pool,
            stop: stop_flag(),
            done: &done,
        };
        let mut end = first;
        for round_end in self.rounds() {
            // Rounds that a stopped run was past are judged already.
            if round_end < first {
                continue;
            }
            if round_end > first {
                for (from, to) in parts_of(first, round_end, self.part_size()) {
                    let all = self.range.1 - self.range.0;
                    let rows = watched(all, &done, || job.part((from, to), &mut tally));
                    let Some(rows) = rows else { return Err(self.stopped(from)) };
                    self.keep(&rows, &tally, to)?;
                }
                first = round_end;
            }
            end = round_end;
            if self.arguments.precision.is_some_and(|share| is_precise(&tally, metric, share)) {
                break;
            }
        }
        if self.writes() {
            remove(&self.folder().join(STATE));
        }
        Ok((tally, end))
    }

    fn writes(&self) -> bool {
        self.arguments.rows.is_some() || self.range.1 - self.range.0 > PART
    }

    fn folder(&self) -> PathBuf {
        folder(&self.arguments.outlet, &self.arguments.scenario, "sample")
    }

    /// Samples of one part: as many as keep memory small with so many columns.
    fn part_size(&self) -> u64 {
        let columns = self.items.len().max(1) as u64;
        (PART_NUMBERS / columns.next_power_of_two()).clamp(CHUNK, PART)
    }

    /// Ends of the rounds after which the precision is looked at.
    fn rounds(&self) -> Vec<u64> {
        let (first, end) = self.range;
        let mut rounds = Vec::new();
        if self.arguments.precision.is_some() {
            let mut next = FIRST_LOOK;
            while let Some(look) = first.checked_add(next).filter(|look| *look < end) {
                rounds.push(look);
                next = next_look(next);
            }
        }
        rounds.push(end);
        rounds
    }

    /// Everything that the samples depend on, so that two runs are not mixed.
    fn key(&self) -> String {
        let (size, metrics) = (self.part_size(), self.metrics.len());
        let [version, scenario, catalog, command] = [
            env!("CARGO_PKG_VERSION"),
            &self.subject.scenario.digest,
            Catalog::builtin().digest(),
            &self.command,
        ];
        format!("{version} {scenario} {catalog} {size} {metrics} metrics {command}")
    }

    /// Writes the rows of a part and, in a long run, the state behind it.
    fn keep(&self, rows: &Rows, tally: &Tally, next: u64) -> Result<(), Failure> {
        if !self.writes() {
            return Ok(());
        }
        let mut files = Vec::new();
        if let Some(form) = self.arguments.rows {
            let layout = self.layout();
            let bytes = match form {
                RowFormat::Csv => rows::csv(&layout, rows),
                #[cfg(feature = "parquet")]
                RowFormat::Parquet => rows::parquet(&layout, rows).map_err(|error| {
                    Failure::Input(format!("error: cannot encode the samples: {error}\n"))
                })?,
            };
            files.push((format!("samples-{:012}.{}", rows.first, form.ending()), bytes));
        }
        let state = Stopped { run: &self.key(), next, state: tally.state() };
        let state = serde_json::to_vec(&state).unwrap_or_default();
        files.push((STATE.to_owned(), state));
        write_folder(&self.folder(), &files, &[])
    }

    fn layout(&self) -> Layout {
        let scenario = &self.subject.scenario;
        let about = [
            ("skyrack", env!("CARGO_PKG_VERSION").to_owned()),
            ("scenario", scenario.file.clone()),
            ("scenario_digest", scenario.digest.clone()),
            ("catalog_digest", Catalog::builtin().digest().to_owned()),
            ("seed", self.draw.points.seed().to_string()),
            ("method", self.draw.points.method().word().to_owned()),
            ("command", self.command.clone()),
        ];
        Layout {
            items: self.items.clone(),
            price_year: scenario.price_year,
            about: about.map(|(key, value)| (key.to_owned(), value)).to_vec(),
        }
    }

    /// State of a run that was stopped, if there is one.
    fn resumed(&self, exact: bool) -> Result<Option<(Tally, u64)>, Failure> {
        let path = self.folder().join(STATE);
        let Some(bytes) = read_back(&path) else { return Ok(None) };
        let state: serde_json::Value = serde_json::from_slice(&bytes).unwrap_or_default();
        if state["run"].as_str() != Some(&self.key()) {
            return Err(Failure::Input(format!(
                "error[resume]: {} belongs to another run\n  = note: it was {}\n  = help: give the \
                    arguments of that run, or leave out `--resume`\n",
                path.display(),
                state["run"].as_str().unwrap_or("not one of skyrack")
            )));
        }
        let numbers: Option<Vec<u64>> = state["state"]
            .as_array()
            .and_then(|list| list.iter().map(serde_json::Value::as_u64).collect());
        let tally = numbers.and_then(|numbers| Tally::from_state(&self.metrics, exact, &numbers));
        tally.zip(state["next"].as_u64()).map(Some).ok_or_else(|| {
            Failure::Input(format!(
                "error[resume]: {} is damaged; leave out `--resume`\n",
                path.display()
            ))
        })
    }

    fn stopped(&self, next: u64) -> Failure {
        let kept = if self.writes() && next > self.range.0 {
            talk(&format!(
                "stopped; the samples before {next} are kept in {}\nhelp: the same command with \
                    `--resume` goes on\n",
                self.folder().display()
            ));
            true
        } else {
            false
        };
        if !kept {
            talk("stopped; nothing was kept\n");
        }
        Failure::Stopped
    }
}

/// Samples at the look after the one at `samples`: 1.41 times as many, in whole chunks.
fn next_look(samples: u64) -> u64 {
    samples.saturating_add(samples / 100 * 41).div_ceil(CHUNK).saturating_mul(CHUNK)
}

/// Whether the intervals of P5, P50 and P95 are narrow enough.
fn is_precise(tally: &Tally, metric: usize, share: f64) -> bool {
    let summary = tally.summary(metric, &[0.05, 0.5, 0.95]);
    summary.is_some_and(|summary| {
        summary
            .quantiles
            .iter()
            .all(|quantile| quantile.half.is_some_and(|half| half <= share * quantile.value.abs()))
    })
}
