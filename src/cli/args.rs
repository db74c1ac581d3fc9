//! The command line: verbs, flags and their help.

pub mod numbers;
pub mod studies;

use clap::{Args, Parser, Subcommand, ValueEnum};
use skyrack::studies::ranges::SAMPLES;
use std::path::PathBuf;

/// Does an orbital data center close, and what does the same computing cost on the ground?
#[derive(Debug, Parser)]
#[command(
    name = "skyrack",
    version,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "Begin with\n  skyrack run reference-2026\n  skyrack run reference-2026 --set \
        orbit.altitude='800 km'\n  skyrack explain ratio.cost reference-2026\n\n\
        A SCENARIO is a file, or the name of one that is built in (`skyrack catalog scenarios`).\n\
        Exit status: 0 done, 1 a --require does not hold or a validation row is missed, 2 bad \
        usage or input, 130 stopped by Ctrl-C."
)]
pub struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,
}

/// The verbs.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Evaluate a scenario: verdict with gates, budgets, costs of both sides, charts
    #[command(after_help = "Examples\n  skyrack run scenarios/reference-2026.toml\n  skyrack run \
            starship --set launch.price='500 USD2026/kg' --no-charts\n  \
        skyrack run falcon9 --format json | jq .metrics.\\\"ratio.cost\\\".value\n  skyrack run \
        falcon9 --require 'ratio.cost<10'")]
    Run(RunArguments),
    /// Put scenarios side by side
    #[command(after_help = "Example\n  skyrack compare falcon9 starship stoke-nova")]
    Compare(CompareArguments),
    /// Show how a metric comes about: formula, numbers with units, sources, down to the inputs
    #[command(
        after_help = "Examples\n  skyrack explain radiator.panel_area reference-2026\n  skyrack \
            explain ratio.cost falcon9 --depth 2"
    )]
    Explain(ExplainArguments),
    /// Find the value of an input at which a metric meets a target
    #[command(after_help = "Examples\n  skyrack breakeven falcon9 --vary launch.price\n  \
        skyrack breakeven reference-2026 --vary orbit.altitude --target 'radiation.dose=1000 rad'")]
    Breakeven(BreakevenArguments),
    /// Say why two scenarios differ: the gap of a metric shared out among what differs, with a
    /// waterfall
    #[command(after_help = "Examples\n  skyrack bridge published/mccalip reference-2026\n  \
        skyrack bridge falcon9 starship --metric mass.per_it_power --no-charts")]
    Bridge(BridgeArguments),
    /// Show a metric over one or two inputs, choices or catalog entries: table, lines or map
    #[command(
        after_help = "Examples\n  skyrack sweep falcon9 --vary 'launch.price=100..5000:50:log'\n  \
            skyrack sweep reference-2026 --vary launch.vehicle\n  \
        skyrack sweep reference-2026 --vary 'orbit.altitude=400..1400:41' --vary \
        'orbit.ltan=0..12:49' --metric orbit.cost_per_it_energy"
    )]
    Sweep(studies::SweepArguments),
    /// Say which inputs decide: one at a time, along random paths, by shares of the variance, by
    /// what knowing them is worth
    #[command(
        after_help = "Examples\n  skyrack sensitivity starship\n  skyrack sensitivity starship \
            --method sobol -n 4096\n  \
        skyrack sensitivity starship --method sobol --grouped\n  skyrack sensitivity \
        optimistic-2035 --method value"
    )]
    Sensitivity(studies::SensitivityArguments),
    /// Find the best design that holds every gate, over numbers, choices and catalog entries
    #[command(
        after_help = "Examples\n  skyrack optimize reference-2026 --vary 'coolant.temperature=290 \
            K..360 K' --vary 'radiator.fin_length=10..200' --minimize mass.per_it_power\n  \
        skyrack optimize reference-2026 --vary launch.vehicle=falcon9,nova,neutron --vary \
        'mission.life=3..10' --minimize orbit.cost_per_it_energy --minimize mass.per_it_power"
    )]
    Optimize(studies::OptimizeArguments),
    /// Follow the cost of both sides through the years: when orbit costs no more than the ground,
    /// if ever
    #[command(
        after_help = "Examples\n  skyrack timeline starship\n  skyrack timeline optimistic-2035 \
            --until 2070 -n 8192"
    )]
    Timeline(studies::TimelineArguments),
    /// Draw the uncertain inputs many times: quantiles of every metric, odds that orbit wins, gates
    /// that fail
    #[command(
        after_help = "Examples\n  skyrack sample reference-2026\n  skyrack sample reference-2026 \
            -n 10000000 --vary launch --vary ground --vary it.price\n  \
        skyrack sample falcon9 -n 1000000 --rows parquet --columns \
        inputs,ratio.cost,mass.per_it_power\n  \
        skyrack sample falcon9 --metric ratio.cost --precision 0.005 -n 4000000"
    )]
    Sample(studies::SampleArguments),
    /// List the cash of both sides by year, with net present value, rate of return and payback
    #[command(after_help = "Examples\n  skyrack cashflow optimistic-2035\n  \
        skyrack cashflow falcon9 --set it.gpu_hour_price='3 USD2026/h' --format csv\n  \
        skyrack cashflow optimistic-2035 --debt-share '60 %' --debt-rate '7 %/yr' --debt-term '10 \
        yr' --inflation '2 %/yr'")]
    Cashflow(CashflowArguments),
    /// Put the model's number beside what was claimed in public, or in the table `[claims]` of a
    /// scenario file
    #[command(
        after_help = "Examples\n  skyrack claims\n  skyrack claims no-night\n  skyrack claims \
            my-study.toml"
    )]
    Claims(ClaimsArguments),
    /// Check the model against published tables and independent programs
    #[cfg(feature = "validation")]
    #[command(
        after_help = "Examples\n  skyrack validate\n  skyrack validate --filter eclipse\n  skyrack \
            validate --data my-tables/"
    )]
    Validate(ValidateArguments),
    /// List the inputs: key, unit, range, default, source; in a scenario value, unit, origin,
    /// source, and what the rules of design chose
    #[command(
        after_help = "Examples\n  skyrack inputs radiator\n  skyrack inputs --search coolant \
            temperature\n  skyrack inputs reference-2026\n  skyrack inputs starship satellite \
            --set satellite.it_power='60 kW'"
    )]
    Inputs(InputsArguments),
    /// List the metrics: path, unit, formula
    #[command(
        after_help = "Examples\n  skyrack metrics battery\n  skyrack metrics --search mass launched"
    )]
    Metrics(ListingArguments),
    /// Show the sourced parameters: kinds, entries, one entry
    #[command(
        after_help = "Examples\n  skyrack catalog\n  skyrack catalog launch_vehicles\n  skyrack \
            catalog launch_vehicles nova\n  skyrack catalog scenarios\n  \
        skyrack catalog --search radiator station\n  skyrack catalog launch_vehicles --search \
        reusable"
    )]
    Catalog(CatalogArguments),
    /// Print the JSON schema of scenario files, for editors
    Schema,
    /// Write a scenario file to start from
    #[command(after_help = "Example\n  skyrack init my-study.toml --based-on falcon9")]
    Init(InitArguments),
    /// Print a completion script for a shell
    #[command(after_help = "Example\n  skyrack completions bash > \
            ~/.local/share/bash-completion/completions/skyrack")]
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
}

/// Form of the result on stdout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading in a terminal.
    Text,
    /// For programs; every number in full.
    Json,
    /// For spreadsheets; every number in full.
    Csv,
    /// For documents.
    Markdown,
}

/// A scenario with changes on top.
#[derive(Debug, Clone, Args)]
pub struct Changes {
    /// Override an input: `PATH=VALUE`, such as `orbit.altitude='800 km'`; may be repeated
    #[arg(long = "set", value_name = "PATH=VALUE")]
    pub set: Vec<String>,
    /// Hold what the rules of design choose at its value for the scenario as it stands: cases that
    /// differ from it are not designed anew, only sized
    #[arg(long)]
    pub freeze: bool,
}

/// Arguments of `run`.
#[derive(Debug, Args)]
pub struct RunArguments {
    /// File or built-in name
    pub scenario: String,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Folder for charts and reports [default: out/SCENARIO]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write no files
    #[arg(long)]
    pub no_charts: bool,
    /// Samples of the range beside each value; 0 draws none
    #[arg(short = 'n', long, value_name = "N", default_value_t = SAMPLES)]
    pub samples: usize,
    /// Exit with 1 unless this holds: `METRIC<VALUE`, also with `<=`, `>`, `>=` or `=`; may be
    /// repeated
    #[arg(long, value_name = "CONDITION")]
    pub require: Vec<String>,
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// Two or more files or built-in names
    #[arg(num_args = 2.., required = true, value_name = "SCENARIO")]
    pub scenarios: Vec<String>,
    /// Changes on top of every scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Also list the metrics whose path contains this text, beside the headline ones
    #[arg(long, value_name = "TEXT")]
    pub filter: Option<String>,
    /// Folder for charts [default: out/compare]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write no files
    #[arg(long)]
    pub no_charts: bool,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub struct ExplainArguments {
    /// Path of a metric or input
    pub metric: String,
    /// File or built-in name
    pub scenario: String,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// How many steps down to follow; in text as many as can be taken in, else all
    #[arg(long, value_name = "N", value_parser = |text: &str| numbers::whole::<usize>(text, 0))]
    pub depth: Option<usize>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `breakeven`.
#[derive(Debug, Args)]
pub struct BreakevenArguments {
    /// File or built-in name
    pub scenario: String,
    /// Input to vary, over its whole range or `PATH=LOW..HIGH`
    #[arg(long, value_name = "PATH")]
    pub vary: String,
    /// Metric and the value it should meet; `ratio.cost=1`, of an owned rocket no net present value
    #[arg(long, value_name = "METRIC=VALUE")]
    pub target: Option<String>,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `bridge`.
#[derive(Debug, Args)]
pub struct BridgeArguments {
    /// File or built-in name that the bridge starts from
    pub from: String,
    /// File or built-in name that it leads to; its price year counts for both
    pub to: String,
    /// Metric whose gap is explained
    #[arg(long, value_name = "METRIC", default_value = "ratio.cost")]
    pub metric: String,
    /// Changes on top of both scenarios.
    #[command(flatten)]
    pub changes: Changes,
    /// Folder for the chart and its data [default: out/bridge]
    #[arg(short, long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
    /// Write no files
    #[arg(long)]
    pub no_charts: bool,
}

/// Arguments of `cashflow`.
#[derive(Debug, Args)]
pub struct CashflowArguments {
    /// File or built-in name
    pub scenario: String,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Share of the purchases that is borrowed, on both sides, such as '60 %'; with --debt-rate and
    /// --debt-term
    #[arg(long, value_name = "SHARE", requires = "debt_rate", requires = "debt_term")]
    pub debt_share: Option<String>,
    /// Interest on it in constant prices, such as '7 %/yr'
    #[arg(long, value_name = "RATE", requires = "debt_share")]
    pub debt_rate: Option<String>,
    /// Whole years in which it is paid back in level payments, such as '10 yr'
    #[arg(long, value_name = "TIME", requires = "debt_share")]
    pub debt_term: Option<String>,
    /// Return that the owners ask for; without it the one that makes the discount rate the mean of
    /// owners and lenders
    #[arg(long, value_name = "RATE", requires = "debt_share")]
    pub cost_of_equity: Option<String>,
    /// Show years and rates of return in prices of the day that rise at this rate, such as '2
    /// %/yr'; debt is then shown as one whose rest grows with them
    #[arg(long, value_name = "RATE", allow_hyphen_values = true)]
    pub inflation: Option<String>,
    /// What becomes of losses where profit is taxed
    #[arg(long, value_enum, default_value_t = LossTreatment::SetOff)]
    pub losses: LossTreatment,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// What becomes of losses for tax.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LossTreatment {
    /// Set off at once against other profit of the owners
    SetOff,
    /// Carried forward against later profit of the program
    Carried,
}

/// Arguments of `claims`.
#[derive(Debug, Args)]
pub struct ClaimsArguments {
    /// One claim to explain, or a scenario file with a table `[claims]`
    pub id: Option<String>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `validate`.
#[cfg(feature = "validation")]
#[derive(Debug, Args)]
pub struct ValidateArguments {
    /// Folder with tables of the known names, instead of the embedded ones
    #[arg(long, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Only tables and records whose name contains this text
    #[arg(long, value_name = "TEXT")]
    pub filter: Option<String>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `inputs`.
#[derive(Debug, Args)]
pub struct InputsArguments {
    /// File or built-in name whose values are listed; any other text is taken as FILTER, over the
    /// inputs of the model with their defaults
    pub scenario: Option<String>,
    /// Only rows whose path or meaning contains this text
    pub filter: Option<String>,
    /// Only rows that hold all of these words, in capitals or not: path, unit, meaning, source, and
    /// note of the default, or origin in a scenario
    #[arg(long, value_name = "WORDS", num_args = 1..)]
    pub search: Vec<String>,
    /// Changes on top of the scenario.
    #[command(flatten)]
    pub changes: Changes,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `metrics`.
#[derive(Debug, Args)]
pub struct ListingArguments {
    /// Only rows whose path or meaning contains this text
    pub filter: Option<String>,
    /// Only rows that hold all of these words, in capitals or not: path, unit, meaning, formula
    #[arg(long, value_name = "WORDS", num_args = 1..)]
    pub search: Vec<String>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `catalog`.
#[derive(Debug, Args)]
pub struct CatalogArguments {
    /// Kind, such as `launch_vehicles`, or `scenarios`
    pub kind: Option<String>,
    /// Entry of that kind, such as `falcon9`
    pub id: Option<String>,
    /// Only rows that hold all of these words, in capitals or not: kind, entry, name, quantity,
    /// unit, source, note
    #[arg(long, value_name = "WORDS", num_args = 1..)]
    pub search: Vec<String>,
    /// Form of the result on stdout
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,
}

/// Arguments of `init`.
#[derive(Debug, Args)]
pub struct InitArguments {
    /// File to write
    #[arg(default_value = "scenario.toml")]
    pub file: PathBuf,
    /// Scenario that the new one builds on
    #[arg(long, value_name = "SCENARIO", default_value = "reference-2026")]
    pub based_on: String,
}
