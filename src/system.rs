//! Where physics meets money: the tables of inputs and metrics, and one evaluation.

pub mod budget;
pub mod choices;
pub mod formula;
pub mod inputs;
pub mod metrics;
pub mod notes;
pub mod pins;
pub mod value;
pub mod verdict;
