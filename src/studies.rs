//! Studies: what is asked of the model. A study sees the model only through the tables and
//! `evaluate`.

pub mod batch;
pub mod breakeven;
pub mod bridge;
pub mod calendar;
pub mod cashflow;
pub mod claims;
pub mod compare;
pub mod copula;
pub mod decisions;
pub mod draw;
pub mod evaluated;
pub mod explain;
pub mod fix;
pub mod head;
pub mod idle;
pub mod leans;
pub mod optimize;
pub mod orbit_heat;
pub mod origin;
pub mod pinned;
pub mod points;
pub mod ranges;
pub mod readings;
pub mod run;
pub mod sample;
pub mod sensitivity;
pub mod shielding;
pub mod shown;
pub mod sweep;
pub mod table;
pub mod tally;
pub mod timeline;
mod typed;
pub mod uncertain;
pub mod vehicles;
