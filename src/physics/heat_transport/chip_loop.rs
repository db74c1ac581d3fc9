//! Chips, cold plates, coolant and panels of one satellite through sunlight and shadow.

use super::network::{HeatNetwork, HeatNode};
use super::transient::{CycleError, HeatCycle, Phase, Round};
use crate::domain::DomainError;
use crate::units::{
    Area, HeatCapacity, Power, RadiationConstant, Ratio, Temperature, TemperatureInterval,
    ThermalConductance, Time, difference,
};

/// Time steps of an orbit.
const STEPS: u32 = 400;

/// What joins the parts of the loop, and what they store.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ChipLoopParameters {
    /// From the chips to their cold plates.
    pub chip_to_plate: ThermalConductance,
    /// From the cold plates to the coolant in them.
    pub plate_to_coolant: ThermalConductance,
    /// Mass flow times specific heat of the coolant.
    pub flow_capacity: ThermalConductance,
    /// From the coolant in the panels to their roots.
    pub coolant_to_panel: ThermalConductance,
    /// Faces, emissivity and fin effectiveness of the panel times the Stefan-Boltzmann constant:
    /// emission of a panel at its root temperature, over the fourth power of it.
    pub panel_emission: RadiationConstant,
    /// Panel area.
    pub panel_area: Area,
    /// Heat capacity of the chips.
    pub chips: HeatCapacity,
    /// Heat capacity of the cold plates.
    pub plates: HeatCapacity,
    /// Heat capacity of the coolant on its way from the cold plates to the panels, with the plates'
    /// own.
    pub warm_coolant: HeatCapacity,
    /// Heat capacity of the coolant in the panels and on its way back.
    pub cool_coolant: HeatCapacity,
    /// Heat capacity of the panels.
    pub panels: HeatCapacity,
}

/// Loads in one part of the orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoopPhase {
    /// How long it lasts.
    pub duration: Time,
    /// Heat of the chips.
    pub chip_heat: Power,
    /// Heat that the coolant takes up elsewhere: pump, power conditioning.
    pub coolant_heat: Power,
    /// Sink temperature of the panels.
    pub sink: Temperature,
}

/// How the temperatures of the loop move through an orbit that repeats.
#[derive(Debug, Clone, PartialEq)]
pub struct LoopOrbit {
    /// Highest temperature of the chips.
    pub chip_highest: Temperature,
    /// Highest less lowest temperature of the chips.
    pub chip_swing: TemperatureInterval,
    /// Lowest temperature of the coolant: where it leaves the panels.
    pub coolant_lowest: Temperature,
    /// Lowest temperature of the panels' roots.
    pub panel_lowest: Temperature,
    /// Heat gained less heat emitted, over heat gained.
    pub energy_residual: Ratio,
    /// The whole round, for charts.
    pub round: Round,
    /// Chips, cold plates, warm coolant, cool coolant and panels in the round.
    pub nodes: [HeatNode; 5],
}

impl LoopOrbit {
    /// How far the coldest coolant stays above its freezing point; negative where it freezes. See
    /// [`orbit_of_loop`] for model, range and references.
    pub fn margin_to_freezing(&self, freezing: Temperature) -> TemperatureInterval {
        difference(self.coolant_lowest, freezing)
    }
}

/// The loop in an orbit that repeats, phase after phase.
///
/// # Model
/// ```text
/// chips ── G_1 ── plates ── G_2 ── warm coolant ⇄ c ṁ ⇄ cool coolant ── G_3 ── panels ── η f ε σ A ── sink
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `G_1`, `G_2`, `G_3` | conductances | W/K |
/// | c ṁ | heat capacity rate of the coolant | W/K |
/// | η f ε σ, A | emission and area of the panels | W/m²/K⁴, m² |
///
/// Each part stores heat; [`HeatCycle::repeating`] finds the orbit that repeats.
///
/// # Assumes
/// All chips alike. The coolant is two well-stirred parts, so that the warm one has the temperature
/// at which it leaves the plates, and the cool one that at which it leaves the panels.
/// Effectiveness of the fins constant.
///
/// # Valid for
/// Phases that are long beside the coolant's way around the loop. Freezing itself takes up no heat
/// here.
///
/// # References
/// Heat balance, see docs/model/heat-chain.md
///
/// # Errors
/// [`CycleError`] if a value is below zero, a phase lasts no time, or heat finds no way to the
/// sink.
pub fn orbit_of_loop(
    parameters: &ChipLoopParameters,
    phases: &[LoopPhase],
) -> Result<LoopOrbit, CycleError> {
    let p = parameters;
    let capacities = [p.chips, p.plates, p.warm_coolant, p.cool_coolant, p.panels];
    let mut networks = Vec::with_capacity(phases.len());
    for phase in phases {
        networks.push((network(p, phase)?, phase.duration));
    }
    let parts: Vec<Phase> = networks
        .iter()
        .map(|((network, _), duration)| Phase { network: *network, duration: *duration })
        .collect();
    let cycle = HeatCycle::new(&capacities, &parts, STEPS)?;
    let round = cycle.repeating()?;
    // a cycle has a phase
    let (_, nodes) = network(p, &phases[0])?;
    let [chip, _, _, coolant, panel] = nodes;
    Ok(LoopOrbit {
        chip_highest: round.highest(chip),
        chip_swing: round.swing(chip),
        coolant_lowest: round.lowest(coolant),
        panel_lowest: round.lowest(panel),
        energy_residual: round.energy_residual,
        round,
        nodes,
    })
}

fn network(
    p: &ChipLoopParameters,
    phase: &LoopPhase,
) -> Result<(HeatNetwork, [HeatNode; 5]), DomainError> {
    let none = Power::from_base(0.0);
    let mut network = HeatNetwork::new();
    let chip = network.node(phase.chip_heat)?;
    let plate = network.node(none)?;
    let warm = network.node(phase.coolant_heat)?;
    let cool = network.node(none)?;
    let panel = network.node(none)?;
    network.conduct(chip, plate, p.chip_to_plate)?;
    network.conduct(plate, warm, p.plate_to_coolant)?;
    network.flow(warm, cool, p.flow_capacity)?;
    network.flow(cool, warm, p.flow_capacity)?;
    network.conduct(cool, panel, p.coolant_to_panel)?;
    network.radiate(panel, p.panel_emission, p.panel_area, phase.sink)?;
    Ok((network, [chip, plate, warm, cool, panel]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::STEFAN_BOLTZMANN;
    use crate::units::fraction;

    fn parameters() -> ChipLoopParameters {
        ChipLoopParameters {
            chip_to_plate: ThermalConductance::from_base(3_000.0),
            plate_to_coolant: ThermalConductance::from_base(5_000.0),
            flow_capacity: ThermalConductance::from_base(10_000.0),
            coolant_to_panel: ThermalConductance::from_base(40_000.0),
            panel_emission: fraction(1.7) * STEFAN_BOLTZMANN,
            panel_area: Area::from_base(110.0),
            chips: HeatCapacity::from_base(2.0e4),
            plates: HeatCapacity::from_base(1.0e5),
            warm_coolant: HeatCapacity::from_base(2.0e5),
            cool_coolant: HeatCapacity::from_base(4.0e5),
            panels: HeatCapacity::from_base(8.0e5),
        }
    }

    fn phase(minutes: f64, heat: f64, sink: f64) -> LoopPhase {
        LoopPhase {
            duration: Time::from_base(60.0 * minutes),
            chip_heat: Power::from_base(heat),
            coolant_heat: Power::from_base(0.02 * heat),
            sink: Temperature::from_base(sink),
        }
    }

    #[test]
    fn constant_loads_give_the_rise_of_the_flow_and_no_swing() {
        let orbit = orbit_of_loop(&parameters(), &[phase(96.0, 100_000.0, 220.0)]).unwrap();
        let [chip, plate, warm, cool, panel] = orbit.nodes;
        let at = |node: HeatNode| node.temperature(&orbit.round.instants[0].temperatures).base();
        assert!((at(warm) - at(cool) - 10.2).abs() < 1.0e-6);
        assert!((at(chip) - at(plate) - 100.0 / 3.0).abs() < 1.0e-6);
        assert!((at(cool) - at(panel) - 2.55).abs() < 1.0e-6);
        assert!(orbit.chip_swing.base() < 1.0e-6);
    }

    #[test]
    fn shadow_cools_the_coolant_and_idle_chips_freeze_it() {
        let busy = [phase(60.0, 100_000.0, 230.0), phase(36.0, 100_000.0, 200.0)];
        let idle = [phase(60.0, 100_000.0, 230.0), phase(36.0, 5_000.0, 200.0)];
        let busy = orbit_of_loop(&parameters(), &busy).unwrap();
        let idle = orbit_of_loop(&parameters(), &idle).unwrap();
        assert!(idle.coolant_lowest < busy.coolant_lowest);
        assert!(idle.chip_swing > busy.chip_swing);
        let freezing = Temperature::from_base(273.15);
        assert!(busy.margin_to_freezing(freezing).base() > 0.0);
        assert!(idle.margin_to_freezing(freezing).base() < 0.0, "{:?}", idle.coolant_lowest);
        for orbit in [busy, idle] {
            assert!(orbit.energy_residual.base().abs() < 1.0e-9);
            assert!(orbit.panel_lowest < orbit.coolant_lowest);
        }
    }

    #[test]
    fn an_orbit_without_phases_is_refused() {
        assert!(orbit_of_loop(&parameters(), &[]).is_err());
    }
}
