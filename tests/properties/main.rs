//! Laws that hold for every case.
#![allow(clippy::unwrap_used, reason = "a test fails where a case cannot be made")]

mod better_ends;
mod breakeven;
mod bridge;
mod common;
mod dated;
mod dependencies;
mod design;
mod draws;
mod evaluation;
mod external;
mod fixes;
mod formulas;
mod gates;
mod ground;
mod laws;
mod mistakes;
mod money;
mod odds;
mod physics;
mod quoted;
mod refusals;
mod stages;
mod typed;
