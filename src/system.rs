//! Where physics meets money: the tables of inputs and metrics, and one evaluation.

mod bars;
pub mod budget;
pub mod choices;
pub mod costs;
pub mod decisions;
pub mod design;
pub mod designer;
pub mod environment;
pub mod evaluate;
pub mod evaluation;
pub mod evaluator;
pub mod formula;
pub mod inputs;
pub mod lift;
pub mod metrics;
pub mod notes;
pub mod pins;
pub mod rates;
pub mod satellites;
mod tables;
pub mod value;
pub mod verdict;
