//! Where physics meets money: the tables of inputs and metrics, and one evaluation.

pub mod choices;
pub mod inputs;
pub mod pins;
pub mod value;
