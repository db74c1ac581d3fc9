//! The way of the heat of one satellite: pumps, coolant, panel, surroundings.

use super::Panel;
use crate::domain::DomainError;
use crate::physics::environment::{Attitude, Environment};
use crate::physics::fin::{Fin, FinParameters};
use crate::physics::heat_transport::{HeatChain, HeatChainParameters, coolant_flow, pump_power};
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads, ideal_flux};
use crate::system::inputs::Case;
use crate::system::notes::Note;
use crate::units::{Irradiance, Power, Ratio, Temperature, fraction};

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
    /// Emission of the array's back.
    array_emission: Irradiance,
    /// Pump power per heat.
    pub(super) pump_share: Ratio,
}

impl Heat {
    pub(super) fn new(
        case: &Case,
        environment: &Environment,
        array_emission: Irradiance,
    ) -> Result<Self, DomainError> {
        let faces = fraction(if case.attitude == Attitude::ArrayBack { 1.0 } else { 2.0 });
        let hot = &environment.hot;
        let sun = environment.hot_irradiance;
        let one_watt = Power::from_base(1.0);
        let flow = coolant_flow(one_watt, case.coolant_specific_heat, case.coolant_rise);
        Ok(Self {
            radiator: radiator_of(case, faces)?,
            chain: HeatChain::new(HeatChainParameters {
                accelerator_power: case.chip_power,
                junction_resistance: case.junction_resistance,
                coolant_rise: case.coolant_rise,
                panel_film: case.panel_film,
                coolant_temperature: case.coolant_temperature,
            })?,
            loads: SurroundingLoads {
                earth_infrared: case.earth_infrared_hot * hot.infrared_factor,
                albedo: case.albedo_hot * sun * hot.albedo_factor,
                solar: sun * hot.solar_factor,
                array_infrared: Irradiance::from_base(0.0),
            },
            faces,
            array_emission,
            pump_share: pump_power(
                flow,
                case.pressure_drop,
                case.coolant_density,
                case.pump_efficiency,
            ) / one_watt,
        })
    }

    /// State of the panel, pins applied.
    pub(super) fn panel(&self, case: &Case, array_view: Ratio) -> Result<Panel, Note> {
        let seen = SurroundingLoads {
            array_infrared: self.faces * array_view * self.array_emission,
            ..self.loads
        };
        let loads = case.pins.sink_temperature.map_or(seen, |sink| SurroundingLoads {
            earth_infrared: self.faces * ideal_flux(sink),
            ..SurroundingLoads::default()
        });
        let absorbed = self.radiator.absorbed(&loads);
        let state = self.chain.panel(&self.radiator, &loads);
        let (net_flux, root, fin_effectiveness) = match (case.pins.net_flux, state) {
            (Some(pinned), Ok(state)) => {
                (pinned, self.chain.root_temperature(pinned), state.fin_effectiveness)
            }
            (Some(pinned), Err(_)) => (pinned, self.chain.root_temperature(pinned), fraction(1.0)),
            (None, Ok(state)) => (state.net_flux, state.root_temperature, state.fin_effectiveness),
            (None, Err(_)) => return Err(Note::RadiatorTooCold),
        };
        if net_flux.base() <= 0.0 {
            return Err(Note::RadiatorTooCold);
        }
        let at_one_kelvin: Irradiance =
            self.faces * case.radiator_emissivity * ideal_flux(Temperature::from_base(1.0));
        let powers: Ratio = (net_flux + absorbed) / at_one_kelvin;
        let surface_temperature = Temperature::from_base(powers.base().sqrt().sqrt());
        Ok(Panel {
            net_flux,
            model_net_flux: state.ok().map(|state| state.net_flux),
            absorbed,
            sink_temperature: self.radiator.sink_temperature(&loads),
            model_sink_temperature: self.radiator.sink_temperature(&seen),
            root_temperature: root,
            surface_temperature,
            fin_effectiveness,
            emission: self.faces * case.radiator_emissivity * ideal_flux(surface_temperature),
        })
    }
}

fn radiator_of(case: &Case, faces: Ratio) -> Result<Radiator, DomainError> {
    let panel = Radiator::new(RadiatorParameters {
        emissivity: case.radiator_emissivity,
        absorptance: case.radiator_absorptance,
        fin_effectiveness: fraction(1.0),
        emitting_faces: faces,
        areal_mass: case.radiator_areal_mass,
    })?;
    if case.fin_length.base() <= 0.0 {
        return Ok(panel);
    }
    let fin = Fin::new(FinParameters {
        length: case.fin_length,
        thickness: case.fin_thickness,
        conductivity: case.fin_conductivity,
    })?;
    Ok(panel.with_fin(fin))
}
