//! Studies: what is asked of the model. A study sees the model only through the tables and `evaluate`.

pub mod table;
