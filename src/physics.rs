//! Physical models. Money is unknown here; every public signature carries quantities.

pub mod albedo;
pub mod ascent;
pub mod atmosphere;
pub mod battery;
pub mod drag;
pub mod eclipse;
pub mod environment;
pub mod fin;
pub mod footprint;
pub mod heat_pump;
pub mod heat_transport;
pub mod link;
pub mod mass;
pub mod meteoroid;
pub mod orbit;
pub mod orbit_raising;
pub mod propulsion;
pub mod radiation;
pub mod radiator;
pub mod solar_array;
pub mod solar_site;
pub mod sun;
pub mod sunlight;
mod table;
pub mod view_factor;
