//! A scenario and what the model says of it: what every study starts from.

use crate::domain::DomainError;
use crate::scenario::{Origin, Resolved, Scenario};
use crate::studies::fix::{Fix, fix};
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, INPUTS, Input, input};
use crate::system::metrics::metric;
use crate::system::pins::PINS;
use crate::system::value::Form;
use crate::system::verdict::{GATES, binding, is_feasible};
use crate::units::format::display_unit;

/// A scenario, its nominal case and the evaluation of it.
#[derive(Debug, Clone)]
pub struct Subject {
    /// The scenario.
    pub scenario: Scenario,
    /// Its nominal case.
    pub case: Case,
    /// The model with the environment of that case.
    pub model: Evaluator,
    /// The evaluation of that case.
    pub evaluation: Evaluation,
}

/// Read where a vehicle's entry becomes a price, before any evaluation.
const PRICE_BASIS: &str = "launch.price_basis";

/// A pinned quantity beside the model's own value.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PinState {
    /// Path of the metric.
    pub path: &'static str,
    /// Unit that it is shown in; money without its year.
    pub unit: &'static str,
    /// The pinned value, in base units.
    pub pinned: f64,
    /// What the model gives without this pin and with the others, in base units.
    pub model: Option<f64>,
}

impl Subject {
    /// Evaluates the nominal case of a scenario.
    ///
    /// # Errors
    /// [`DomainError`] if its orbit does not exist.
    pub fn new(scenario: Scenario) -> Result<Self, DomainError> {
        let case = scenario.nominal();
        let mut model = Evaluator::new(&case);
        (*model.environment())?;
        let evaluation = model.evaluate(&case);
        Ok(Self { scenario, case, model, evaluation })
    }

    /// Value of a metric, else of an input, in base units.
    pub fn value(&self, path: &str) -> Option<f64> {
        match metric(path) {
            Some(metric) => (metric.get)(&self.evaluation),
            None => input(path).map(|input| (input.get)(&self.case)),
        }
    }

    /// Value of a metric, else of an input, in the unit that the table gives it.
    pub fn shown(&self, path: &str) -> Option<f64> {
        let unit = metric(path)
            .map(|metric| metric.unit)
            .or_else(|| input(path).map(|input| input.unit))?;
        self.value(path).map(|base| in_unit(base, unit))
    }

    /// Whether every engineering gate holds.
    pub fn is_feasible(&self) -> bool {
        is_feasible(&self.evaluation.gates)
    }

    /// Whether orbit costs at most as much as the ground.
    pub fn is_competitive(&self) -> bool {
        self.evaluation.metrics().ratio().cost().is_some_and(|ratio| ratio.base() <= 1.0)
    }

    /// Name of the gate that binds.
    pub fn binding(&self) -> &'static str {
        GATES[binding(&self.evaluation.gates)].name
    }

    /// The inputs that a fix may change.
    pub fn free_inputs(&self) -> Vec<&'static Input> {
        INPUTS.iter().filter(|input| self.scenario.free.contains(&input.path)).collect()
    }

    /// For each gate that does not hold, the smallest single change that opens it; in the order of the gates.
    pub fn fixes(&self) -> Vec<Option<Fix>> {
        let free = self.free_inputs();
        let mut model = self.model.clone();
        let open = |gate: usize| {
            if self.evaluation.gates[gate].ok {
                return None;
            }
            fix(&self.case, gate, &free, |case| model.evaluate(case))
        };
        (0..GATES.len()).map(open).collect()
    }

    /// Inputs stated in the scenario itself or by a flag that change nothing in this case, whatever their value: another choice or a pin switches them off.
    pub fn without_effect(&self) -> Vec<&'static str> {
        let mut model = self.model.clone();
        let mut moves = |input: &Input| {
            let ends = match (input.form, display_unit(input.unit)) {
                (Form::Choice(names), _) => (0..names.len()).map(|index| index as f64).collect(),
                (Form::Quantity, Some(unit)) => {
                    vec![unit.to_base(input.low), unit.to_base(input.high)]
                }
                _ => return true,
            };
            ends.into_iter().any(|end| {
                let mut case = self.case;
                (input.set)(&mut case, end);
                !model.evaluate(&case).says_the_same_as(&self.evaluation)
            })
        };
        let own = &self.scenario.file;
        let typed = |from: &&Resolved| match &from.origin {
            Origin::Set => true,
            Origin::File { name, .. } => name == own,
            Origin::Default { .. } | Origin::Catalog { .. } => false,
        };
        let stated = self.scenario.inputs.iter().filter(typed);
        stated
            .filter_map(|resolved| input(resolved.key.path))
            .filter(|input| input.path != PRICE_BASIS && !moves(input))
            .map(|input| input.path)
            .collect()
    }

    /// Each pin with the value that the model would give.
    pub fn pins(&self) -> Vec<PinState> {
        let mut model = self.model.clone();
        let state = |pin: &'static crate::system::pins::Pin| {
            let pinned = (pin.get)(&self.case.pins)?;
            let mut free = self.case;
            (pin.set)(&mut free.pins, None);
            let outcome = model.evaluate(&free);
            let own = metric(pin.path).and_then(|metric| (metric.get)(&outcome));
            Some(PinState { path: pin.path, unit: pin.unit, pinned, model: own })
        };
        PINS.iter().filter_map(state).collect()
    }
}

/// A value in base units in a unit of the tables.
pub fn in_unit(base: f64, unit: &str) -> f64 {
    display_unit(unit).map_or(base, |unit| unit.from_base(base))
}
