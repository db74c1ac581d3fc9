//! The tables of metrics, a file per group: an entry makes a typed reading of an evaluation, its
//! path, unit, label, sentence and the text that `explain` prints.
//!
//! ```text
//! /// Sentence for help and documents.
//! key: Type, in "unit", "Short label" = expression;
//! key: Type, in "unit", "Short label" = reading, "how it is found, from `paths`";
//! ```
//!
//! An expression is arithmetic over other metrics (`m.group().key()?`), inputs (`case.group.key`)
//! and the constants of [`arithmetic`]; the macro compiles it and prints it, so that no second
//! formula stands beside it. A reading takes a number that a stage found (`e`, the
//! [`Evaluation`]); its sentence names the paths it depends on between backticks. Where a `?`
//! finds nothing the metric does not exist.

mod armor;
mod array;
mod battery;
mod breakeven;
mod carbon;
mod chip;
mod coolant;
mod cost;
mod downlink;
mod environment;
mod external;
mod fleet;
mod ground;
mod heat_pump;
mod it;
mod launch;
mod link;
mod mass;
mod orbit;
mod power;
mod propulsion;
mod radiation;
mod radiator;
mod ratio;
mod rocket;
mod satellite;
mod shielding;
mod work;

pub mod arithmetic;

pub use self::arithmetic::FORMULA_CONSTANTS;
use super::decisions::Decision;
use super::evaluation::Evaluation;
use super::inputs::input;
use crate::units::Exponents;

/// One metric, as text sees it.
#[derive(Debug, Clone, Copy)]
pub struct Metric {
    /// Path, such as `radiator.panel_area`.
    pub path: &'static str,
    /// Name on axes, in legends and tables.
    pub label: &'static str,
    /// Its dimension.
    pub exponents: Exponents,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// Meaning, in a sentence.
    pub meaning: &'static str,
    /// Arithmetic over paths, or `~` and a sentence that names paths between backticks.
    pub formula: &'static str,
    /// Reads it, in base units; `None` where it does not exist.
    pub get: fn(&Evaluation) -> Option<f64>,
}

impl Metric {
    /// Whether it says which value an input has, stated or chosen by the rules of design.
    fn repeats_an_input(&self) -> bool {
        let decision = input(self.path).and_then(|input| input.decision);
        decision.is_some_and(|decision| decision != Decision::Size)
    }
}

/// The metric with this path.
pub fn metric(path: &str) -> Option<&'static Metric> {
    METRICS.iter().find(|metric| metric.path == path)
}

/// Every metric of one evaluation, each found when it is asked for:
/// `evaluation.metrics().array().power_bol()`.
#[derive(Debug, Clone, Copy)]
pub struct Metrics<'a>(pub(super) &'a Evaluation);

impl Evaluation {
    /// Every metric, each found when it is asked for.
    pub const fn metrics(&self) -> Metrics<'_> {
        Metrics(self)
    }

    /// Whether all that is computed is the same: metrics, gates and remarks, bit for bit; metrics
    /// that only repeat an input aside.
    pub fn says_the_same_as(&self, other: &Self) -> bool {
        let same = |metric: &Metric| {
            let read = |of: &Self| (metric.get)(of).map(f64::to_bits);
            metric.repeats_an_input() || read(self) == read(other)
        };
        self.gates == other.gates && self.notes == other.notes && METRICS.iter().all(same)
    }
}

/// Every metric in base units, in the order of [`METRICS`]; not a number where it does not exist.
pub fn numbers(evaluation: &Evaluation) -> [f64; N_METRICS] {
    std::array::from_fn(|at| (METRICS[at].get)(evaluation).unwrap_or(f64::NAN))
}

/// Makes the readings of one group and their table.
macro_rules! metrics {
    ($(#[doc = $about:literal])+ $group:ident $name:ident, with $m:ident, $case:ident, $e:ident;
     $($(#[doc = $doc:literal])+
        $key:ident $(as $alias:literal)?: $type:ty, in $unit:literal, $label:literal
        = $code:expr $(, $sentence:literal)?;)+) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy)]
        pub struct $group<'a>(pub(super) super::Metrics<'a>);

        impl $group<'_> {
            $($(#[doc = $doc])+
            #[inline]
            pub fn $key(self) -> Option<$type> {
                #[allow(unused_variables, reason = "few readings need all three")]
                let ($m, $case, $e) = (self.0, &self.0.0.case, self.0.0);
                Some($code)
            })+
        }

        /// The metrics of this group.
        pub(super) const TABLE: &[super::Metric] = &[$(super::Metric {
            path: concat!(
                stringify!($name), ".",
                $crate::system::metrics::metrics!(@key $key $($alias)?)
            ),
            label: $label,
            exponents: <$type as $crate::system::value::Value>::EXPONENTS,
            unit: $unit,
            meaning: concat!($($doc),+),
            formula: $crate::system::metrics::metrics!(@formula $code $(, $sentence)?),
            get: |evaluation| {
                let found = $group(evaluation.metrics()).$key();
                found.map($crate::system::value::Value::to_base)
            },
        }),+];
    };
    (@key $key:ident) => { stringify!($key) };
    (@key $key:ident $alias:literal) => { $alias };
    (@formula $code:expr) => {{
        const CODE: &str = stringify!($code);
        const PRINTED: super::arithmetic::Printed<{ CODE.len() }> =
            super::arithmetic::Printed::new(CODE);
        PRINTED.text()
    }};
    (@formula $code:expr, $sentence:literal) => { concat!("~ ", $sentence) };
}
use metrics;

/// Joins the groups.
macro_rules! groups {
    ($($name:ident: $group:ident,)+) => {
        $(pub use self::$name::$group;)+

        impl<'a> Metrics<'a> {
            $(
                #[doc = concat!("The metrics `", stringify!($name), ".*`.")]
                pub const fn $name(self) -> $group<'a> {
                    $group(self)
                }
            )+
        }

        const TABLES: &[&[Metric]] = &[$(self::$name::TABLE),+];
    };
}

groups! {
    satellite: SatelliteMetrics,
    it: ItMetrics,
    orbit: OrbitMetrics,
    environment: EnvironmentMetrics,
    power: PowerMetrics,
    array: ArrayMetrics,
    battery: BatteryMetrics,
    radiator: RadiatorMetrics,
    coolant: CoolantMetrics,
    heat_pump: HeatPumpMetrics,
    chip: ChipMetrics,
    mass: MassMetrics,
    armor: ArmorMetrics,
    propulsion: PropulsionMetrics,
    shielding: ShieldingMetrics,
    radiation: RadiationMetrics,
    downlink: DownlinkMetrics,
    link: LinkMetrics,
    work: WorkMetrics,
    launch: LaunchMetrics,
    rocket: RocketMetrics,
    fleet: FleetMetrics,
    cost: CostMetrics,
    ground: GroundMetrics,
    ratio: RatioMetrics,
    breakeven: BreakevenMetrics,
    external: ExternalMetrics,
    carbon: CarbonMetrics,
}

/// Number of metrics.
pub const N_METRICS: usize = super::tables::total(TABLES);

/// Every metric, in the order of the documents.
pub static METRICS: &[Metric] = &super::tables::joined::<_, N_METRICS>(TABLES);

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn labels_are_short_and_unique_and_shared_only_with_the_input_of_the_same_path() {
        let labels: BTreeSet<&str> = METRICS.iter().map(|metric| metric.label).collect();
        assert_eq!(labels.len(), METRICS.len());
        for metric in METRICS {
            assert!(metric.label.chars().count() <= 32, "{}", metric.label);
            let shared = input(metric.path).is_none_or(|input| input.label == metric.label);
            assert!(shared, "{}", metric.path);
        }
    }

    #[test]
    fn expressions_are_printed_as_paths() {
        let text = metric("array.bol_per_it_power").unwrap().formula;
        assert_eq!(text, "array.power_bol / it.power");
    }
}
