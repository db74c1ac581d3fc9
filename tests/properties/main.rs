//! Laws that hold for every case.

mod common;
mod formulas;
