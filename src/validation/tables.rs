//! The adapters of the reference tables.

mod atmosphere;
mod dated;
mod eclipse;
mod equations;
mod finance;
mod flown;
mod flown_orbits;
mod heat_pump;
mod launch;
mod links;
mod orbit;
mod owned;
mod peer;
mod radiation;
mod size_laws;
mod statistics;
mod sunlight;
mod thermal;

use std::cell::{OnceCell, RefCell};
use std::collections::BTreeMap;

use serde_json::Value;

use atmosphere::Profile;

use super::bench::{Bench, BenchColumn};
use super::read::{SheetRow, Trouble};
use crate::physics::sun::SolarYear;

/// How the rows of a file are judged.
#[derive(Clone, Copy)]
pub(super) enum Judge {
    /// Row by row of a table.
    Csv(fn(&SheetRow<'_>, &Context, &mut Bench) -> Result<(), Trouble>),
    /// The whole of a JSON file.
    Json(fn(&Value, &mut Bench) -> Result<(), Trouble>),
}

/// What one reference file is compared with.
#[derive(Clone, Copy)]
pub(super) struct Adapter {
    /// Name of the file.
    pub(super) file: &'static str,
    /// Program that made it.
    pub(super) source: &'static str,
    /// Columns that are inputs; they identify a row.
    pub(super) inputs: &'static [&'static str],
    /// Columns judged.
    pub(super) columns: &'static [BenchColumn],
    /// What must be known to read the errors.
    pub(super) remark: &'static str,
    /// Reads a row and calls the model.
    pub(super) judge: Judge,
}

/// What the rows of one file share.
#[derive(Default)]
pub(super) struct Context {
    year_2027: OnceCell<SolarYear>,
    faces: RefCell<BTreeMap<String, f64>>,
    nrlmsis21: OnceCell<Result<Vec<Profile>, Trouble>>,
}

impl Context {
    /// The Sun of 2027, the year of the reference tables.
    fn year_2027(&self) -> &SolarYear {
        self.year_2027.get_or_init(|| SolarYear::new(2027))
    }

    /// Densities of NRLMSIS 2.1 at one level of activity, for tables that were made with it.
    fn nrlmsis21(&self, level: &str) -> Result<&Profile, Trouble> {
        let text = EMBEDDED.iter().find(|(name, _)| *name == "density_global_mean.csv");
        let read = || atmosphere::nrlmsis21(text.map_or("", |(_, content)| content));
        let profiles = self.nrlmsis21.get_or_init(read).as_ref().map_err(Clone::clone)?;
        Profile::of(profiles, level)
    }

    /// Value of the other face of a panel where it has been met, else keeps this one for it.
    fn other_face(&self, panel: String, value: f64) -> Option<f64> {
        let mut faces = self.faces.borrow_mut();
        let other = faces.remove(&panel);
        if other.is_none() {
            faces.insert(panel, value);
        }
        other
    }
}

/// Every adapter, in the order of the documents.
pub(super) fn adapters() -> impl Iterator<Item = &'static Adapter> {
    [
        orbit::ADAPTERS,
        eclipse::ADAPTERS,
        sunlight::ADAPTERS,
        thermal::ADAPTERS,
        heat_pump::ADAPTERS,
        atmosphere::ADAPTERS,
        radiation::ADAPTERS,
        size_laws::ADAPTERS,
        equations::ADAPTERS,
        links::ADAPTERS,
        finance::ADAPTERS,
        dated::ADAPTERS,
        owned::ADAPTERS,
        statistics::ADAPTERS,
        peer::ADAPTERS,
        flown::ADAPTERS,
        flown_orbits::ADAPTERS,
        launch::ADAPTERS,
    ]
    .into_iter()
    .flatten()
}

/// The adapter of a file.
pub(super) fn adapter(file: &str) -> Option<&'static Adapter> {
    adapters().find(|adapter| adapter.file == file)
}

/// Known reference files for which there is nothing in the model to compare.
pub(super) const NO_MODEL: &[&str] = &[
    "density_points.csv",
    "g173_extraterrestrial_cumulative.csv",
    "halton_sequence_unscrambled.csv",
    "published_cases.json",
    "trapped_flux.csv",
    "trapped_flux_tool_comparison.csv",
];

macro_rules! embedded {
    ($($name:literal),+ $(,)?) => {
        /// The files of the project, with an adapter each.
        pub(super) static EMBEDDED: &[(&str, &str)] =
            &[$(($name, include_str!(concat!("data/", $name)))),+];
    };
}

embedded!(
    "sso_inclination.csv",
    "nodal_rate.csv",
    "nodal_rate_numerical.csv",
    "sun_position.csv",
    "beta_eclipse_one_orbit.csv",
    "eclipse_year_2027.csv",
    "array_irradiance_2027.csv",
    "solar_irradiance_2027.csv",
    "blackbody_band_fraction.csv",
    "blackbody_equilibrium.csv",
    "view_factor_plate_earth.csv",
    "albedo_factor_plate.csv",
    "orbit_average_factors.csv",
    "plate_temperature.csv",
    "fin_efficiency_rect.csv",
    "fin_optimum.json",
    "radiator_area.csv",
    "heat_pump_optimum.csv",
    "density_global_mean.csv",
    "density_orbit_mean.csv",
    "drag_makeup.csv",
    "drag_decay_orekit.csv",
    "orbit_lifetime_to_300km.csv",
    "dose_depth.csv",
    "parts_lost.csv",
    "momentum_gravity.csv",
    "tube_wall.csv",
    "battery_shadow.csv",
    "spiral_thrust.csv",
    "heat_chain.csv",
    "boom_modes.csv",
    "optical_friis.csv",
    "gaussian_beam.csv",
    "truncated_gaussian_gain.csv",
    "pointing_jitter_loss.csv",
    "ook_ber.csv",
    "npv_irr.json",
    "dated_flows.csv",
    "owned_rocket.csv",
    "annuity.csv",
    "lcoe_simple.csv",
    "lcoe_discounted.csv",
    "learning_curve.csv",
    "distribution_quantiles.csv",
    "triplet_quantiles.csv",
    "sobol_sequence_unscrambled.csv",
    "sobol_sequence_21d.csv",
    "discrepancy.json",
    "sobol_indices.json",
    "mccalip_cases.json",
    "flown_radiators.csv",
    "flown_arrays.csv",
    "flown_masses.csv",
    "flown_drag.csv",
    "flown_thrust.csv",
    "flown_storage.csv",
    "flown_walls.csv",
    "flown_dose.csv",
    "launch_points.csv",
    "orbit_raising.csv",
    "published.json",
);
