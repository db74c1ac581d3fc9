//! Flags of the verbs that ask for many evaluations.

use super::numbers::{calendar_year, rows, share, whole};
use super::{Changes, Format};
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// Where results go.
#[derive(Debug, Clone, Args)]
pub struct Outlet {
    /// Folder for charts and tables [default: out/SCENARIO/VERB]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write no charts and tables; `sample` still writes what --rows asks for and the state of a
    /// stopped run
    #[arg(long)]
    pub no_charts: bool,
}

/// How inputs are drawn.
#[derive(Debug, Clone, Args)]
pub struct Drawing {
    /// Vary only this input, or all whose path begins so; may be repeated [default: all with a
    /// spread that nobody decides]
    #[arg(long, value_name = "PATH")]
    pub vary: Vec<String>,
    /// Vary this input beside the others although somebody decides it, such as orbit.altitude; may
    /// be repeated
    #[arg(long, value_name = "PATH")]
    pub also: Vec<String>,
    /// Keep this input, or all whose path begins so, at its value; may be repeated
    #[arg(long, value_name = "PATH")]
    pub fix: Vec<String>,
    /// Seed of the draws
    #[arg(
        long, value_name = "SEED", default_value_t = 1,
        value_parser = |text: &str| whole::<u64>(text, 0)
    )]
    pub seed: u64,
    /// Threads [default: all cores]; their number changes no digit
    #[arg(long, value_name = "N", value_parser = |text: &str| whole::<usize>(text, 1))]
    pub threads: Option<usize>,
}

/// How samples are placed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Placing {
    /// Scrambled Sobol points.
    Sobol,
    /// One sample in each part of each input's range.
    LatinHypercube,
    /// Chance.
    MonteCarlo,
}

/// Form of the samples themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RowFormat {
    /// Text with commas.
    Csv,
    /// Columns, compressed, for data frames.
    #[cfg(feature = "parquet")]
    Parquet,
}

impl RowFormat {
    /// Ending of its files.
    pub const fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            #[cfg(feature = "parquet")]
            Self::Parquet => "parquet",
        }
    }
}

/// Arguments of `sample`.
#[derive(Debug, Args)]
pub struct SampleArguments {
    /// File or built-in name
    pub scenario: String,
    /// Number of samples; with --precision the most
    #[arg(
        short = 'n', long, value_name = "N", default_value_t = 16_384,
        value_parser = |text: &str| whole::<u64>(text, 1)
    )]
    pub samples: u64,
    /// How inputs are drawn.
    #[command(flatten)]
    pub drawing: Drawing,
    /// How samples are placed
    #[arg(long, value_enum, default_value_t = Placing::Sobol)]
    pub method: Placing,
    /// Draw all inputs independently: no correlations of the scenario, none between inputs of one
    /// source
    #[arg(long)]
    pub independent: bool,
    /// Metric of the charts and of --precision
    #[arg(long, value_name = "METRIC", default_value = "ratio.cost")]
    pub metric: String,
    /// Stop when the 95 % intervals of P5, P50 and P95 are within this share of the values, such as
    /// 0.01
    #[arg(long, value_name = "SHARE", value_parser = share)]
    pub precision: Option<f64>,
    /// Compute only these samples of the sequence: `FIRST..END`, END not included
    #[arg(long, value_name = "A..B")]
    pub indices: Option<String>,
    /// Write the samples too, as files of at most 2^20 rows
    #[arg(long, value_enum, value_name = "FORM")]
    pub rows: Option<RowFormat>,
    /// Columns of --rows: inputs and metrics by path or beginning of a path, `inputs` for all that
    /// vary, separated by commas [default: the headline metrics]
    #[arg(long, value_name = "LIST", value_delimiter = ',', requires = "rows")]
    pub columns: Vec<String>,
    /// Go on with a run that was stopped, with the same arguments
    #[arg(long)]
    pub resume: bool,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Where results go.
    #[command(flatten)]
    pub outlet: Outlet,
}

/// Arguments of `sweep`.
#[derive(Debug, Args)]
pub struct SweepArguments {
    /// File or built-in name
    pub scenario: String,
    /// What to vary, once or twice: `PATH=LOW..HIGH:N[:log]`, `PATH=V1,V2,...`, a catalog reference
    /// such as `launch.vehicle` (all entries, each with its own values) or
    /// `launch.vehicle=falcon9,nova`, a choice such as `radiator.attitude`
    #[arg(long, value_name = "PATH=VALUES", required = true)]
    pub vary: Vec<String>,
    /// Metric to look at; may be repeated, the first is drawn
    #[arg(long, value_name = "METRIC", default_value = "ratio.cost")]
    pub metric: Vec<String>,
    /// Level of the metric that is drawn as a line on a map, such as `3` or `20 kg/kW` [default: 1
    /// for ratios of cost]
    #[arg(long, value_name = "VALUE")]
    pub contour: Option<String>,
    /// Threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = |text: &str| whole::<usize>(text, 1))]
    pub threads: Option<usize>,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Where results go.
    #[command(flatten)]
    pub outlet: Outlet,
}

/// How sensitivity is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Way {
    /// Low and high end of one input at a time.
    Tornado,
    /// Random paths that change one input at a time.
    Morris,
    /// Shares of the variance.
    Sobol,
    /// What knowing an input would be worth, in dollars.
    Value,
}

/// Arguments of `sensitivity`.
#[derive(Debug, Args)]
pub struct SensitivityArguments {
    /// File or built-in name
    pub scenario: String,
    /// Metric that is explained
    #[arg(long, value_name = "METRIC", default_value = "ratio.cost")]
    pub metric: String,
    /// How it is measured
    #[arg(long, value_enum, default_value_t = Way::Tornado)]
    pub method: Way,
    /// Base number: rows of the Sobol design, paths of Morris, samples of the value of information
    /// [default: 4096, 64, 16384]
    #[arg(short = 'n', long, value_name = "N", value_parser = rows)]
    pub samples: Option<u64>,
    /// Take the inputs of one table of the scenario, such as `launch`, as one (Sobol)
    #[arg(long)]
    pub grouped: bool,
    /// Show every input on the terminal, not the 20 largest alone; files and other forms hold all
    #[arg(long)]
    pub all: bool,
    /// How inputs are drawn.
    #[command(flatten)]
    pub drawing: Drawing,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Where results go.
    #[command(flatten)]
    pub outlet: Outlet,
}

/// Arguments of `optimize`.
#[derive(Debug, Args)]
pub struct OptimizeArguments {
    /// File or built-in name
    pub scenario: String,
    /// What may be changed: `PATH=LOW..HIGH` for numbers (or the whole range), choices and catalog
    /// references as of `sweep`; may be repeated
    #[arg(long, value_name = "PATH[=BOUNDS]", required = true)]
    pub vary: Vec<String>,
    /// Metric of which less is better; two goals give the front of best compromises
    #[arg(long, value_name = "METRIC")]
    pub minimize: Vec<String>,
    /// Metric of which more is better
    #[arg(long, value_name = "METRIC")]
    pub maximize: Vec<String>,
    /// Seed of the starts
    #[arg(
        long, value_name = "SEED", default_value_t = 1,
        value_parser = |text: &str| whole::<u64>(text, 0)
    )]
    pub seed: u64,
    /// Threads [default: all cores]
    #[arg(long, value_name = "N", value_parser = |text: &str| whole::<usize>(text, 1))]
    pub threads: Option<usize>,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Where results go.
    #[command(flatten)]
    pub outlet: Outlet,
}

/// Arguments of `timeline`.
#[derive(Debug, Args)]
pub struct TimelineArguments {
    /// File or built-in name
    pub scenario: String,
    /// Last year
    #[arg(long, value_name = "YEAR", default_value_t = 2060, value_parser = calendar_year)]
    pub until: i32,
    /// Number of samples
    #[arg(
        short = 'n', long, value_name = "N", default_value_t = 2048,
        value_parser = |text: &str| whole::<u32>(text, 1)
    )]
    pub samples: u32,
    /// How inputs are drawn.
    #[command(flatten)]
    pub drawing: Drawing,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Where results go.
    #[command(flatten)]
    pub outlet: Outlet,
}
