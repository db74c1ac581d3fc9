//! Studies: what is asked of the model. A study sees the model only through the tables and `evaluate`.

pub mod breakeven;
pub mod explain;
pub mod fix;
pub mod orbit_heat;
pub mod subject;
pub mod table;
pub mod validate;
pub mod vehicles;
