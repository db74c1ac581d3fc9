//! Stated inputs that change nothing.

use super::evaluated::EvaluatedScenario;
use crate::scenario::{Origin, Resolved};
use crate::system::inputs::{Input, input};
use crate::system::value::Form;
use crate::units::format::display_unit;

/// Read where a vehicle's entry becomes a price, before any evaluation.
const PRICE_BASIS: &str = "launch.price_basis";

/// Inputs stated in the scenario itself or by a flag that change nothing in this case, whatever
/// their value: another choice or a pin switches them off.
pub fn without_effect(subject: &EvaluatedScenario) -> Vec<&'static str> {
    let mut model = subject.model.clone();
    let mut moves = |input: &Input| {
        let ends = match (input.form, display_unit(input.unit)) {
            (Form::Choice(names), _) => (0..names.len()).map(|index| index as f64).collect(),
            (Form::Quantity, Some(unit)) => {
                vec![unit.to_base(input.low), unit.to_base(input.high)]
            }
            _ => return true,
        };
        ends.into_iter().any(|end| {
            let mut case = subject.case;
            (input.set)(&mut case, end);
            !model.evaluate(&case).says_the_same_as(&subject.evaluation)
        })
    };
    let own = &subject.scenario.file;
    let typed = |from: &&Resolved| match &from.origin {
        Origin::Set => true,
        Origin::File { name, .. } => name == own,
        Origin::Default { .. } | Origin::Catalog { .. } | Origin::Follows { .. } => false,
    };
    let inputs = subject.scenario.inputs.iter();
    let stated = inputs.filter(|resolved| !resolved.amount.is_auto).filter(typed);
    stated
        .filter_map(|resolved| input(resolved.key.path))
        .filter(|input| input.path != PRICE_BASIS && !moves(input))
        .map(|input| input.path)
        .collect()
}
