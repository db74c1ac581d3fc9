//! Gates: what a design must hold to close, and which one binds.

pub use super::evaluation::{GateState, N_GATES};

use super::decisions::Decision;
use super::evaluation::Evaluation;
use super::value::Value;

/// Which side of its limit a value must stay on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sense {
    /// value <= limit
    AtMost,
    /// value >= limit
    AtLeast,
}

impl Sense {
    /// The relation as text.
    pub const fn relation(self) -> &'static str {
        match self {
            Self::AtMost => "value <= limit",
            Self::AtLeast => "value >= limit",
        }
    }
}

/// One gate of the table: a value of the outcome against a limit.
#[derive(Debug, Clone, Copy)]
pub struct GateRule {
    /// Name in one word.
    pub name: &'static str,
    /// Condition, in a sentence.
    pub meaning: &'static str,
    /// Unit that both numbers are shown in.
    pub unit: &'static str,
    /// Which side of the limit is allowed.
    pub sense: Sense,
    /// Paths of value and limit among metrics and inputs.
    pub paths: [&'static str; 2],
    /// The decision that goes as near to the limit as its steps allow, where it is open.
    pub chosen_by: Option<Decision>,
    /// The value in base units; `None` where the design does not exist.
    pub value: fn(&Evaluation) -> Option<f64>,
    /// The limit in base units; `None` where the design does not exist.
    pub limit: fn(&Evaluation) -> Option<f64>,
}

/// The engineering gates, in the order of the report.
pub static GATES: [GateRule; N_GATES] = [
    GateRule {
        name: "power",
        meaning: "the array at end of life carries the load and recharges the battery in the orbit \
            that asks most",
        unit: "kW",
        sense: Sense::AtLeast,
        paths: ["array.power_eol", "array.power_needed"],
        chosen_by: None,
        value: |e| e.metrics().array().power_eol().map(Value::to_base),
        limit: |e| e.metrics().array().power_needed().map(Value::to_base),
    },
    GateRule {
        name: "heat",
        meaning: "the chips stay below their limit while the radiators reject every watt in the \
            hot case",
        unit: "K",
        sense: Sense::AtMost,
        paths: ["chip.temperature", "it.chip_temperature_limit"],
        chosen_by: Some(Decision::CoolantTemperature),
        value: |e| e.metrics().chip().temperature().map(Value::to_base),
        limit: |e| Some(e.case.it.chip_temperature_limit.to_base()),
    },
    GateRule {
        name: "swing",
        meaning: "the chips stay within the fall of temperature that they bear from sunlight to \
            shadow, once per orbit",
        unit: "K",
        sense: Sense::AtMost,
        paths: ["chip.swing", "it.chip_swing_limit"],
        chosen_by: None,
        value: |e| e.metrics().chip().swing().map(Value::to_base),
        limit: |e| Some(e.case.it.chip_swing_limit.to_base()),
    },
    GateRule {
        name: "freezing",
        meaning: "the coolant stays liquid while the computers work, in shadow as well",
        unit: "K",
        sense: Sense::AtLeast,
        paths: ["coolant.lowest", "coolant.freezing"],
        chosen_by: None,
        value: |e| e.metrics().coolant().lowest().map(Value::to_base),
        limit: |e| Some(e.case.coolant.freezing.to_base()),
    },
    GateRule {
        name: "radiator",
        meaning: "a radiator on the array's back is not larger than that back",
        unit: "m2",
        sense: Sense::AtMost,
        paths: ["radiator.on_array", "array.area"],
        chosen_by: None,
        value: |e| e.metrics().radiator().on_array().map(Value::to_base),
        limit: |e| e.metrics().array().area().map(Value::to_base),
    },
    GateRule {
        name: "arcing",
        meaning: "the array stays below the voltage at which it arcs into the plasma around it",
        unit: "V",
        sense: Sense::AtMost,
        paths: ["pmad.voltage", "array.voltage_limit"],
        chosen_by: None,
        value: |e| Some(e.case.pmad.voltage.to_base()),
        limit: |e| e.metrics().array().voltage_limit().map(Value::to_base),
    },
    GateRule {
        name: "mass",
        meaning: "the satellites of one launch, or the part of one that is put together in orbit, \
            are within the payload of the vehicle to this orbit",
        unit: "kg",
        sense: Sense::AtMost,
        paths: ["launch.carried_mass", "launch.payload"],
        chosen_by: Some(Decision::Size),
        value: |e| e.metrics().launch().carried_mass().map(Value::to_base),
        limit: |e| e.metrics().launch().payload().map(Value::to_base),
    },
    GateRule {
        name: "volume",
        meaning: "the stowed satellites of one launch, or the part of one that is put together in \
            orbit, fit under the fairing",
        unit: "m3",
        sense: Sense::AtMost,
        paths: ["launch.carried_volume", "launch.usable_volume"],
        chosen_by: Some(Decision::Size),
        value: |e| e.metrics().launch().carried_volume().map(Value::to_base),
        limit: |e| e.metrics().launch().usable_volume().map(Value::to_base),
    },
    GateRule {
        name: "dose",
        meaning: "the computers stand the ionizing dose of the mission",
        unit: "rad",
        sense: Sense::AtMost,
        paths: ["radiation.dose", "it.dose_limit"],
        chosen_by: None,
        value: |e| e.metrics().radiation().dose().map(Value::to_base),
        limit: |e| Some(e.case.it.dose_limit.to_base()),
    },
    GateRule {
        name: "downlink",
        meaning: "the downlink carries what the work needs",
        unit: "bit/J",
        sense: Sense::AtLeast,
        paths: ["downlink.bits_per_joule", "it.downlink_need"],
        chosen_by: None,
        value: |e| e.metrics().downlink().bits_per_joule().map(Value::to_base),
        limit: |e| Some(e.case.it.downlink_need.to_base()),
    },
    GateRule {
        name: "sight",
        meaning: "the optical terminals see each other past the Earth and its air",
        unit: "km",
        sense: Sense::AtMost,
        paths: ["link.distance", "link.line_of_sight"],
        chosen_by: None,
        value: |e| e.metrics().link().distance().map(Value::to_base),
        limit: |e| e.metrics().link().line_of_sight().map(Value::to_base),
    },
    GateRule {
        name: "disposal",
        meaning: "the satellite leaves the protected orbits within the time that the rules allow",
        unit: "yr",
        sense: Sense::AtMost,
        paths: ["propulsion.disposal_time", "propulsion.disposal_limit"],
        chosen_by: None,
        value: |e| e.metrics().propulsion().disposal_time().map(Value::to_base),
        limit: |e| Some(e.case.propulsion.disposal_limit.to_base()),
    },
    GateRule {
        name: "casualty",
        meaning: "what reaches the ground of a satellite hurts as few people as the rules allow",
        unit: "1",
        sense: Sense::AtMost,
        paths: ["propulsion.casualties", "propulsion.casualty_limit"],
        chosen_by: None,
        value: |e| e.metrics().propulsion().casualties().map(Value::to_base),
        limit: |e| Some(e.case.propulsion.casualty_limit.to_base()),
    },
    GateRule {
        name: "build",
        meaning: "the last launch leaves before the first satellite retires, so that all are in \
            orbit at once",
        unit: "yr",
        sense: Sense::AtMost,
        paths: ["launch.years_to_build", "orbit.asset_life"],
        chosen_by: None,
        value: |e| e.side()?.launches().map(|all| all.years_to_build.to_base()),
        limit: |e| Some(e.side()?.lives.satellite.to_base()),
    },
];

/// The gate that a path such as `gate.heat` names.
pub fn gate(path: &str) -> Option<&'static GateRule> {
    let name = path.strip_prefix("gate.")?;
    GATES.iter().find(|rule| rule.name == name)
}

/// The gate without a value where nothing is launched: it holds then, as nothing takes time, and
/// another gate or a remark says why.
const UNLAUNCHED: &str = "build";

/// Share of the limit that rounding may cost a gate that is sized to hold exactly.
const ROUNDING: f64 = 1.0e-12;

fn state(rule: &GateRule, evaluation: &Evaluation) -> GateState {
    let value = (rule.value)(evaluation);
    let limit = (rule.limit)(evaluation);
    let (Some(number), Some(bound)) = (value, limit) else {
        let ok = rule.name == UNLAUNCHED && limit.is_some();
        return GateState { value, limit, margin: None, ok };
    };
    let gap = match rule.sense {
        Sense::AtMost => bound - number,
        Sense::AtLeast => number - bound,
    };
    let scale = if bound.abs() > 0.0 { bound.abs() } else { number.abs().max(f64::MIN_POSITIVE) };
    let margin = if gap == 0.0 { 0.0 } else { gap / scale };
    GateState { value, limit, margin: Some(margin), ok: margin >= -ROUNDING }
}

/// The state of every gate.
pub fn gates(evaluation: &Evaluation) -> [GateState; N_GATES] {
    let mut states = [GateState::default(); N_GATES];
    for (state_of, rule) in states.iter_mut().zip(&GATES) {
        *state_of = state(rule, evaluation);
    }
    states
}

/// Position of the gate that binds: the first that fails for lack of a number, else the one with
/// the smallest margin.
///
/// A gate that the design is sized to meet exactly holds by construction and binds only if nothing
/// else has a margin; so does the one of the time to build where nothing is launched.
pub fn binding(states: &[GateState; N_GATES]) -> usize {
    let margin = |state: &GateState| match state.margin {
        None if state.ok => f64::MAX,
        None => f64::NEG_INFINITY,
        Some(margin) if margin.abs() <= ROUNDING => f64::MAX,
        Some(margin) => margin,
    };
    let mut least = 0;
    for (position, state) in states.iter().enumerate() {
        if margin(state) < margin(&states[least]) {
            least = position;
        }
    }
    least
}

/// Whether every gate holds.
pub fn is_feasible(states: &[GateState; N_GATES]) -> bool {
    states.iter().all(|state| state.ok)
}
