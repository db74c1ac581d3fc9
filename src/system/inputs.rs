//! The tables of inputs, a file per group: an entry makes the field of [`Case`], the key in
//! scenario files, its unit, range, default and sentence, and the getter and setter that studies
//! use.
//!
//! An entry says all about its input:
//!
//! ```text
//! /// Sentence for help and documents.
//! key: Type, in "unit" low..=high from "catalog address of the default"
//!     label "Short label" in Group, better Lower, Market, read by Costs, stream 7, free;
//! ```
//!
//! | word | meaning |
//! | --- | --- |
//! | `label` | name on axes, in legends and tables: unique, at most 32 characters |
//! | `in` | [`Group`] whose bar of a bridge holds it |
//! | `better` | [`Better`]: which direction lowers the cost in orbit |
//! | `Market` | [`Kind`] of the input: what decides it |
//! | `read by` | first [`Stage`] of an evaluation that reads it |
//! | `stream` | column of its random draws: given once, never given again |
//! | `free` | a fix may change it |
//! | `choose D` | a scenario may leave it open with `"auto"`: [`Decision`] D is the rules' |
//! | `instead of k` | stating it takes back what the key k of the group states |
//! | `=> function` | what setting it changes beside it: the two prices of a launch go together |

mod armor;
mod array;
mod battery;
mod coolant;
mod environment;
mod finance;
mod fleet;
mod ground;
mod heat_pump;
mod it;
mod launch;
mod link;
mod mission;
mod orbit;
mod pmad;
mod propulsion;
mod radiator;
mod rocket;
mod satellite;
mod shielding;

pub use super::bars::Group;

use super::decisions::{Decision, OpenDecisions};
use super::pins::Pins;
use super::rates::NominalRates;
use super::value::{Form, Value};
use crate::economics::finance::real_rate;
use crate::numeric::whole::whole_at_least;
use crate::units::{
    DIMENSIONLESS, Exponents, Frequency, Length, Ratio, Sort, Time, fraction, pick,
};

/// One input, as text sees it.
#[derive(Debug, Clone, Copy)]
pub struct Input {
    /// Key in scenario files, such as `orbit.altitude`.
    pub path: &'static str,
    /// Name on axes, in legends and tables.
    pub label: &'static str,
    /// Form of its text.
    pub form: Form,
    /// Its dimension.
    pub exponents: Exponents,
    /// Sort among quantities of its dimension.
    pub sort: Sort,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// Lowest value allowed, in `unit`.
    pub low: f64,
    /// Highest value allowed, in `unit`.
    pub high: f64,
    /// Where the default comes from: `kind.id.quantity` of a catalog row.
    pub default: &'static str,
    /// Meaning, in a sentence.
    pub meaning: &'static str,
    /// The bar of a bridge that it belongs to.
    pub group: Group,
    /// Which direction lowers the cost in orbit.
    pub better: Better,
    /// Its kind.
    pub kind: Kind,
    /// Whether a fix may change it unless the scenario says otherwise.
    pub free: bool,
    /// The decision that `"auto"` leaves open.
    pub decision: Option<Decision>,
    /// First stage of an evaluation that reads it.
    pub stage: Stage,
    /// Column of its random draws.
    pub stream: u16,
    /// Reads it from a case, in base units.
    pub get: fn(&Case) -> f64,
    /// Sets it in a case, in base units.
    pub set: fn(&mut Case, f64),
}

impl Input {
    /// Whether it is a number of things that somebody sets, such as satellites or stations. Counts
    /// that technology decides are means: flights of a booster, cycles of a battery.
    pub fn is_whole(&self) -> bool {
        self.sort == Sort::Count
            && self.exponents == DIMENSIONLESS
            && matches!(self.kind, Kind::Design | Kind::Convention)
    }
}

/// Stages of an evaluation, in their order. A stage stands as long as no input changes that it or
/// an earlier one reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// The environment of the orbit.
    Orbit,
    /// What a launch carries to the orbit.
    Launch,
    /// The satellites: power, heat, mass, work.
    Satellites,
    /// Launches, prices and dates of both sides.
    Costs,
}

/// Who or what decides the value of an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nature: the Sun, the Earth, particles, failures of materials.
    Nature,
    /// A market: prices, rates, delays that others set.
    Market,
    /// The state of technology: what can be built.
    Technology,
    /// A designer.
    Design,
    /// A convention of the comparison.
    Convention,
    /// A fact that is looked up: the datasheet of a product, the stages of a vehicle.
    Fact,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Nature, Self::Market, Self::Technology, Self::Design, Self::Convention, Self::Fact];

    /// Its word on the command line and in documents.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nature => "nature",
            Self::Market => "market",
            Self::Technology => "technology",
            Self::Design => "design",
            Self::Convention => "convention",
            Self::Fact => "fact",
        }
    }

    /// Whether nobody knows or chooses the value, so that samples draw it.
    pub const fn is_uncertain(self) -> bool {
        matches!(self, Self::Nature | Self::Market | Self::Technology)
    }
}

/// Which direction of an input lowers the cost in orbit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A lower value.
    Lower,
    /// A higher value.
    Higher,
    /// No fixed direction, or no effect on the cost in orbit.
    Neither,
}

/// The input with this key.
pub fn input(path: &str) -> Option<&'static Input> {
    INPUTS.iter().find(|input| input.path == path)
}

/// Whether a path names greenhouse gases, or what is given per mass of them: `carbon` in its key.
/// Black carbon is soot.
pub const fn is_emission(path: &str) -> bool {
    let mut rest = path.as_bytes();
    while let [_, after @ ..] = rest {
        match rest {
            [b'b', b'l', b'a', b'c', b'k', ..] => return false,
            [b'c', b'a', b'r', b'b', b'o', b'n', ..] => return true,
            _ => rest = after,
        }
    }
    false
}

/// The sort of an input: what its type and its unit say, or an emission.
const fn sort_of(path: &str, sort: Sort) -> Sort {
    if is_emission(path) { Sort::Emission } else { sort }
}

/// Makes the struct of one group and its table.
macro_rules! inputs {
    ($(#[doc = $about:literal])+ $group:ident $name:ident;
     $($(#[doc = $doc:literal])+
        $field:ident: $type:ty, in $unit:literal $low:literal..=$high:literal from $default:literal
        label $label:literal in $bar:ident, better $better:ident, $kind:ident,
        read by $stage:ident, stream $stream:literal $(, $free:ident)? $(=> $then:ident)?
        $(; choose $decision:ident $(instead of $other:ident)?)?;)+) => {
        $(#[doc = $about])+
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct $group { $($(#[doc = $doc])+ pub $field: $type,)+ }

        impl $group {
            /// From values in base units, in the order of the table.
            pub(super) fn from_values(next: &mut impl FnMut() -> f64) -> Self {
                Self { $($field: <$type as $crate::system::value::Value>::from_base(next()),)+ }
            }

            /// Whether all that a stage or an earlier one reads is the same, bit for bit.
            #[inline]
            pub(super) fn is_same_for(&self, stage: super::Stage, other: &Self) -> bool {
                $((super::Stage::$stage > stage || super::is_same(self.$field, other.$field)))&&+
            }
        }

        /// The inputs of this group.
        pub(super) const TABLE: &[super::Input] = &[$(super::Input {
            path: concat!(stringify!($name), ".", stringify!($field)),
            label: $label,
            form: <$type as $crate::system::value::Value>::FORM,
            exponents: <$type as $crate::system::value::Value>::EXPONENTS,
            sort: super::sort_of(
                concat!(stringify!($name), ".", stringify!($field)),
                <$type as $crate::system::value::Value>::SORT.shown_in($unit),
            ),
            unit: $unit,
            low: $low as f64,
            high: $high as f64,
            default: $default,
            meaning: concat!($($doc),+),
            group: super::Group::$bar,
            better: super::Better::$better,
            kind: super::Kind::$kind,
            free: $crate::system::inputs::inputs!(@free $($free)?),
            decision: $crate::system::inputs::inputs!(@decision $($decision)?),
            stage: super::Stage::$stage,
            stream: $stream,
            get: |case| $crate::system::value::Value::to_base(case.$name.$field),
            set: |case, number| {
                case.$name.$field = <$type as $crate::system::value::Value>::from_base(number);
                $(
                    case.open.close($crate::system::decisions::Decision::$decision);
                    $(if number != 0.0 {
                        case.$name.$other = $crate::system::value::Value::from_base(0.0);
                    })?
                )?
                $($then(case);)?
            },
        }),+];
    };
    (@free free) => { true };
    (@free) => { false };
    (@decision $decision:ident) => { Some($crate::system::decisions::Decision::$decision) };
    (@decision) => { None };
}
use inputs;

fn is_same<V: Value>(one: V, another: V) -> bool {
    one.to_base().to_bits() == another.to_base().to_bits()
}

/// Joins the groups to a case and their tables to one.
macro_rules! groups {
    ($($(#[doc = $doc:literal])+ $name:ident: $group:ident,)+) => {
        $(pub use self::$name::$group;)+

        /// The values of one case: everything that an evaluation depends on.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Case {
            $($(#[doc = $doc])+ pub $name: $group,)+
            /// Derived quantities that the scenario fixes.
            pub pins: Pins,
            /// Decisions left to the rules of design.
            pub open: OpenDecisions,
            /// Discount rates that are stated in prices of the day.
            pub nominal: NominalRates,
        }

        impl Case {
            /// The case whose inputs have these values in base units, without pins and with
            /// nothing left open.
            pub fn from_values(mut value: impl FnMut(&'static Input) -> f64) -> Self {
                let mut table = INPUTS.iter();
                let mut next = || table.next().map_or(0.0, &mut value);
                Self {
                    $($name: $group::from_values(&mut next),)+
                    pins: Pins::default(),
                    open: OpenDecisions::NONE,
                    nominal: NominalRates::default(),
                }
            }

            /// Whether everything that a stage or an earlier one reads is the same in another
            /// case, bit for bit.
            #[inline]
            pub fn is_same_for(&self, stage: Stage, other: &Self) -> bool {
                $(self.$name.is_same_for(stage, &other.$name))&&+
                    && (stage == Stage::Orbit || self.pins == other.pins)
                    && (stage <= Stage::Launch || self.open == other.open)
                    && (stage < Stage::Costs || self.nominal == other.nominal)
            }
        }

        const TABLES: &[&[Input]] = &[$(self::$name::TABLE),+];
    };
}

groups! {
    /// When the satellites work, and how long.
    mission: Mission,
    /// The orbit.
    orbit: Orbit,
    /// Sun, Earth and space around the orbit.
    environment: Environment,
    /// The computers, the same on both sides.
    it: It,
    /// One satellite.
    satellite: Satellite,
    /// All satellites together.
    fleet: Fleet,
    /// The solar array.
    array: Array,
    /// The battery.
    battery: Battery,
    /// Power management and distribution.
    pmad: Pmad,
    /// The coolant loop.
    coolant: Coolant,
    /// A heat pump between computers and radiators.
    heat_pump: HeatPump,
    /// The radiator.
    radiator: Radiator,
    /// Armor of the coolant tubes.
    armor: Armor,
    /// Propulsion, drag and disposal.
    propulsion: Propulsion,
    /// Shielding of the computers.
    shielding: Shielding,
    /// Links to the ground and between satellites.
    link: Link,
    /// The launch vehicle and its price.
    launch: Launch,
    /// Owning the rocket.
    rocket: Rocket,
    /// Money.
    finance: Finance,
    /// The data center on the ground.
    ground: Ground,
}

impl Case {
    /// Satellites that one launch takes at most, where that is stated.
    pub fn most_per_launch(&self) -> Option<Ratio> {
        if self.joints().base() > 0.0 {
            return Some(fraction(1.0));
        }
        let stated = self.satellite.per_launch.number();
        (stated.base() > 0.0).then_some(stated)
    }

    /// Altitude at which a launch leaves the satellites: that of the working orbit where nothing
    /// lower is stated, or where the payload to the working orbit is.
    pub fn separation(&self) -> Length {
        self.separation_at(self.launch.separation_altitude)
    }

    /// The same where so low an altitude is stated.
    pub(super) fn separation_at(&self, low: Length) -> Length {
        let work = self.orbit.altitude;
        let is_direct = self.launch.capacity.base() > 0.0 || self.pins.launch_payload.is_some();
        if low.base() > 0.0 && low < work && !is_direct { low } else { work }
    }

    /// Whole launches that one satellite takes.
    pub fn launches_of_one(&self) -> Ratio {
        fraction(whole_at_least(self.satellite.launches.base()))
    }

    /// Joints of a satellite that is put together in orbit: one less than its launches.
    pub fn joints(&self) -> Ratio {
        self.launches_of_one() - fraction(1.0)
    }

    /// Real discount rate of the orbital side.
    pub fn orbit_rate(&self) -> Frequency {
        self.real(self.finance.orbit_discount_rate, self.nominal.orbit)
    }

    /// Real discount rate of the ground side.
    pub fn ground_rate(&self) -> Frequency {
        self.real(self.finance.ground_discount_rate, self.nominal.ground)
    }

    fn real(&self, stated: Frequency, is_nominal: bool) -> Frequency {
        pick(is_nominal, real_rate(stated, self.finance.inflation), stated)
    }

    /// Time after which a satellite is retired.
    pub fn life(&self) -> Time {
        let (most, stated) = (self.mission.life, self.satellite.life);
        if stated.base() > 0.0 { stated.smaller(most) } else { most }
    }
}

/// Number of inputs.
pub const N_INPUTS: usize = super::tables::total(TABLES);

/// Every input, in the order of the documents.
pub static INPUTS: &[Input] = &super::tables::joined::<_, N_INPUTS>(TABLES);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::sobol::MOST_DIMENSIONS;
    use std::collections::BTreeSet;

    #[test]
    fn labels_are_short_and_unique() {
        let labels: BTreeSet<String> =
            INPUTS.iter().map(|input| input.label.to_lowercase()).collect();
        assert_eq!(labels.len(), INPUTS.len());
        for input in INPUTS {
            assert!(input.label.chars().count() <= 32, "{}", input.label);
            assert!(input.label.starts_with(char::is_uppercase), "{}", input.label);
        }
    }

    /// Every stream that was ever given, with its input; an input that is gone keeps its line.
    const STREAMS: &str = include_str!("inputs/streams.csv");

    #[test]
    fn every_input_has_a_stream_of_its_own_and_none_is_given_again() {
        let lines = STREAMS.lines().skip(1).filter_map(|line| line.split_once(','));
        let given: Vec<(u16, &str)> =
            lines.map(|(stream, path)| (stream.parse().unwrap(), path)).collect();
        assert!(given.is_sorted(), "streams.csv: the highest number stands last");
        let streams: BTreeSet<u16> = given.iter().map(|(stream, _)| *stream).collect();
        assert_eq!(streams.len(), given.len(), "streams.csv: a stream is given twice");
        for input in INPUTS {
            let line = (input.stream, input.path);
            let last = given.last().unwrap().0;
            assert!(
                given.contains(&line),
                "append `{},{}` to src/system/inputs/streams.csv; its last stream is {last}",
                input.stream,
                input.path
            );
        }
        let last = streams.last().copied().map_or(0, usize::from);
        assert!(2 * last + 1 < MOST_DIMENSIONS, "shares of the variance need two dimensions each");
    }
}
