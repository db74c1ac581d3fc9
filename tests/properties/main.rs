//! Laws that hold for every case.

mod formulas;
