//! The way of the heat of one satellite: pumps, coolant, panel, surroundings.

use super::Panel;
use crate::domain::DomainError;
use crate::physics::environment::{Attitude, Environment};
use crate::physics::fin::{Fin, FinParameters};
use crate::physics::heat_pump::work_in_rejected_heat;
use crate::physics::heat_transport::{
    HeatChain, HeatChainParameters, coolant_flow, coolant_inventory, pump_power,
};
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads, ideal_flux};
use crate::system::inputs::Case;
use crate::system::notes::Note;
use crate::units::{Irradiance, Mass, MassRate, Power, Ratio, Temperature, fraction, raised};

/// The way of the heat.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heat {
    /// The panel.
    pub(super) radiator: Radiator,
    /// From chip to panel.
    pub(super) chain: HeatChain,
    /// What it sees, array aside.
    loads: SurroundingLoads,
    /// Faces that radiate.
    pub(super) faces: Ratio,
    /// Pump power per heat.
    pub(super) pump_share: Ratio,
    /// Power of the heat pump per heat.
    pub(super) lift_share: Ratio,
}

impl Heat {
    pub(super) fn new(case: &Case, environment: &Environment) -> Result<Self, DomainError> {
        let faces = fraction(if case.radiator.attitude == Attitude::ArrayBack { 1.0 } else { 2.0 });
        let hot = &environment.hot;
        let sun = environment.hot_irradiance;
        let one_watt = Power::from_base(1.0);
        let flow = flow_of(case, one_watt);
        Ok(Self {
            radiator: radiator_of(case, faces)?,
            chain: HeatChain::new(HeatChainParameters {
                accelerator_power: case.it.chip_power,
                junction_resistance: case.it.junction_resistance,
                coolant_rise: case.coolant.rise,
                panel_film: case.radiator.film,
                coolant_temperature: case.coolant.temperature,
                lift: case.heat_pump.lift,
            })?,
            loads: SurroundingLoads {
                earth_infrared: case.environment.earth_infrared_hot * hot.infrared_factor,
                albedo: case.environment.albedo_hot * sun * hot.albedo_factor,
                solar: sun * hot.solar_factor,
                array_infrared: Irradiance::from_base(0.0),
            },
            faces,
            pump_share: pump_power(
                flow,
                case.coolant.pressure_drop,
                case.coolant.density,
                case.coolant.pump_efficiency,
            ) / one_watt,
            lift_share: work_in_rejected_heat(
                case.coolant.temperature,
                case.heat_pump.lift,
                case.heat_pump.carnot_share,
            ),
        })
    }

    /// What the panel rejects, pins applied, from an effectiveness of its fins that the last pass
    /// left.
    pub(super) fn flux(
        &self,
        case: &Case,
        seen: &SeenArray,
        effectiveness: Ratio,
    ) -> Result<Flux, Note> {
        let loads = self.loads_of(case, seen);
        let state = self.chain.panel_near(&self.radiator, &loads, effectiveness);
        let model = state.ok().map(|state| state.net_flux);
        let net_flux = case.pins.net_flux.or(model).ok_or(Note::RadiatorTooCold)?;
        if net_flux.base() <= 0.0 {
            return Err(Note::RadiatorTooCold);
        }
        let root_temperature = match (case.pins.net_flux, state) {
            (None, Ok(state)) => state.root_temperature,
            _ => self.chain.root_temperature(net_flux),
        };
        let fin_effectiveness = state.map_or(fraction(1.0), |state| state.fin_effectiveness);
        Ok(Flux {
            net: net_flux,
            model_net: model,
            root_temperature,
            fin_effectiveness,
            emission: net_flux + self.radiator.absorbed(&loads),
        })
    }

    /// What the panel sees, and a sink that stands for it where one is pinned.
    fn loads_of(&self, case: &Case, seen: &SeenArray) -> SurroundingLoads {
        case.pins.sink_temperature.map_or_else(
            || self.seen(seen),
            |sink| SurroundingLoads {
                earth_infrared: self.faces * ideal_flux(sink),
                ..SurroundingLoads::default()
            },
        )
    }

    fn seen(&self, seen: &SeenArray) -> SurroundingLoads {
        let array_infrared: Irradiance = self.faces * seen.view * seen.emission;
        SurroundingLoads { array_infrared, ..self.loads }
    }

    /// State of the panel that rejects a flux.
    pub(super) fn panel(&self, case: &Case, seen: &SeenArray, flux: &Flux) -> Panel {
        let loads = self.loads_of(case, seen);
        let absorbed = self.radiator.absorbed(&loads);
        let surface_temperature = self.radiator.equilibrium_temperature(flux.net, &loads);
        Panel {
            net_flux: flux.net,
            model_net_flux: flux.model_net,
            absorbed,
            sink_temperature: self.radiator.sink_temperature(&loads),
            model_sink_temperature: self.radiator.sink_temperature(&self.seen(seen)),
            root_temperature: flux.root_temperature,
            surface_temperature,
            fin_effectiveness: flux.fin_effectiveness,
            emission: self.faces
                * case.radiator.emissivity
                * open_louvers(case)
                * ideal_flux(surface_temperature),
        }
    }
}

/// The array as a face of the panel sees it.
#[derive(Debug, Clone, Copy)]
pub(super) struct SeenArray {
    /// View factor to it.
    pub(super) view: Ratio,
    /// What its back emits, per area.
    pub(super) emission: Irradiance,
}

/// What a panel rejects, pins applied.
#[derive(Debug, Clone, Copy)]
pub(super) struct Flux {
    /// Net heat per panel area.
    pub(super) net: Irradiance,
    /// The model's own, where a pin replaces it and it exists.
    pub(super) model_net: Option<Irradiance>,
    /// Root of the fins.
    pub(super) root_temperature: Temperature,
    /// Effectiveness of the fins.
    pub(super) fin_effectiveness: Ratio,
    /// Emission of all faces per panel area at work.
    pub(super) emission: Irradiance,
}

/// Mean temperature of the coolant in the panels.
pub fn panel_coolant(case: &Case) -> Temperature {
    raised(case.coolant.temperature, case.heat_pump.lift)
}

/// Mass flow of the coolant that takes up some heat.
pub fn flow_of(case: &Case, heat: Power) -> MassRate {
    coolant_flow(heat, case.coolant.specific_heat, case.coolant.rise, case.coolant.boiling)
}

/// Coolant that a loop holds which takes up some heat.
pub(super) fn coolant_mass(case: &Case, heat: Power) -> Mass {
    coolant_inventory(flow_of(case, heat), case.coolant.loop_time) * case.coolant.inventory
}

/// Emission of the panels in sunlight over that of bare ones.
fn open_louvers(case: &Case) -> Ratio {
    fraction(1.0) - case.radiator.louvers * (fraction(1.0) - case.radiator.louver_open)
}

/// Emission of the panels with closed louvers over that with open ones.
pub fn closed_louvers(case: &Case) -> Ratio {
    let closed: Ratio =
        fraction(1.0) - case.radiator.louvers * (fraction(1.0) - case.radiator.louver_closed);
    closed / open_louvers(case)
}

fn radiator_of(case: &Case, faces: Ratio) -> Result<Radiator, DomainError> {
    let panel = Radiator::new(RadiatorParameters {
        emissivity: case.radiator.emissivity * open_louvers(case),
        absorptance: case.radiator.absorptance,
        fin_effectiveness: fraction(1.0),
        emitting_faces: faces,
        areal_mass: case.radiator.areal_mass,
    })?;
    if case.radiator.fin_length.base() <= 0.0 {
        return Ok(panel);
    }
    let fin = Fin::new(FinParameters {
        length: case.radiator.fin_length,
        thickness: case.radiator.fin_thickness,
        conductivity: case.radiator.fin_conductivity,
    })?;
    Ok(panel.with_fin(fin))
}
