//! Studies: what is asked of the model. A study sees the model only through the tables and `evaluate`.

pub mod batch;
pub mod breakeven;
pub mod bridge;
pub mod cashflow;
pub mod claims;
pub mod copula;
pub mod draw;
pub mod explain;
pub mod fix;
pub mod optimize;
pub mod orbit_heat;
pub mod points;
pub mod readings;
pub mod sample;
pub mod sensitivity;
pub mod shielding;
pub mod subject;
pub mod sweep;
pub mod table;
pub mod tally;
pub mod timeline;
pub mod uncertain;
pub mod vehicles;
