//! A scenario and what the model says of it: what every study starts from.

use crate::domain::DomainError;
use crate::scenario::Scenario;
use crate::system::designer::frozen;
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, INPUTS, Input, input};
use crate::system::metrics::metric;
use crate::system::verdict::{GATES, binding, is_feasible};
pub use crate::units::format::in_unit;

/// A scenario, its nominal case and the evaluation of it.
#[derive(Debug, Clone)]
pub struct EvaluatedScenario {
    /// The scenario.
    pub scenario: Scenario,
    /// Its nominal case, with the decisions open that the scenario leaves open.
    pub case: Case,
    /// The same with every decision taken.
    pub design: Case,
    /// The model with the environment of that case.
    pub model: Evaluator,
    /// The evaluation of that case.
    pub evaluation: Evaluation,
}

/// The scenario with the values that the rules of design found where it leaves a decision open.
fn settled(mut scenario: Scenario, evaluation: &Evaluation) -> Scenario {
    for resolved in scenario.inputs.iter_mut().filter(|resolved| resolved.amount.is_auto) {
        let path = resolved.key.path;
        // number and power of satellites follow from each other, and are metrics
        let found = metric(path).and_then(|metric| (metric.get)(evaluation));
        let found = found.or_else(|| input(path).map(|input| (input.get)(&evaluation.case)));
        resolved.amount.value = found.unwrap_or(resolved.amount.value);
    }
    scenario
}

impl EvaluatedScenario {
    /// Evaluates the nominal case of a scenario.
    ///
    /// # Errors
    /// [`DomainError`] if its orbit does not exist.
    pub fn new(scenario: Scenario) -> Result<Self, DomainError> {
        let case = scenario.nominal();
        let mut model = Evaluator::new(&case);
        model.environment()?;
        let evaluation = model.evaluate(&case);
        let scenario = settled(scenario, &evaluation);
        Ok(Self { scenario, case, design: frozen(&evaluation), model, evaluation })
    }

    /// Value of a metric, else of an input, in base units.
    pub fn value(&self, path: &str) -> Option<f64> {
        match metric(path) {
            Some(metric) => (metric.get)(&self.evaluation),
            None => input(path).map(|input| (input.get)(&self.design)),
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

    /// The inputs that a fix may change: of two that state one decision, the one that the scenario
    /// states.
    pub fn free_inputs(&self) -> Vec<&'static Input> {
        let free = INPUTS.iter().filter(|input| self.scenario.free.contains(&input.path));
        free.map(|input| self.stated_rival(input).unwrap_or(input)).collect()
    }

    /// The input by which the scenario states what another one would state too, such as the number
    /// of satellites in place of their power.
    fn stated_rival(&self, input: &Input) -> Option<&'static Input> {
        let decision = input.decision?;
        let others = INPUTS.iter().filter(|other| other.decision == Some(decision));
        let mut rivals = others.filter(|other| other.path != input.path);
        rivals.find(|other| !self.case.open.has(decision) && (other.get)(&self.case) != 0.0)
    }

    /// The value of an input in the design, in base units; where zero leaves it to the model, what
    /// the metric of the same path says.
    pub fn value_now(&self, input: &Input) -> f64 {
        let stated = (input.get)(&self.design);
        let is_left = stated == 0.0 && input.decision.is_some_and(|decision| !decision.has_zero());
        let own = metric(input.path).filter(|_| is_left);
        own.and_then(|metric| (metric.get)(&self.evaluation)).unwrap_or(stated)
    }
}
