//! The way of the heat from the chip to the panel: junction, cold plate, coolant loop, film, root.

pub mod chip_loop;
pub mod network;
pub mod transient;

use crate::domain::{DomainError, within};
use crate::physics::radiator::{
    Radiator, SurroundingLoads, check_sink, fourth, mean_reciprocal, mean_surface,
};
use crate::units::{
    Area, HeatTransfer, Irradiance, MassDensity, MassRate, Power, Pressure, Ratio, SpecificHeat,
    Temperature, TemperatureInterval, ThermalResistance, difference, fraction, raised,
};

/// Steps for the root temperature at most.
const MOST_STEPS: u8 = 40;
/// Relative step at which a temperature is taken as found.
const CONVERGED: f64 = 1.0e-13;
/// Relative secant step after which the next one would be below rounding: errors multiply, with a factor below 1e-3/K.
const SUPERLINEAR: f64 = 1.0e-8;

/// What the chain is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatChainParameters {
    /// Heat of one accelerator chip.
    pub accelerator_power: Power,
    /// From the hottest point of the chip to the coolant at its cold plate.
    pub junction_resistance: ThermalResistance,
    /// By how much the coolant warms in the cold plates, and cools in the panels.
    pub coolant_rise: TemperatureInterval,
    /// From the coolant to the panel's root, per panel area.
    pub panel_film: HeatTransfer,
    /// Mean temperature of the coolant in the panels, which is also its mean in the cold plates.
    pub coolant_temperature: Temperature,
}

/// A pumped loop of one phase between cold plates and panels, all in parallel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatChain {
    parameters: HeatChainParameters,
}

/// The panel at the end of a chain.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PanelState {
    /// Heat rejected per panel area, mean over the coolant's way.
    pub net_flux: Irradiance,
    /// Sink temperature of the panel.
    pub sink_temperature: Temperature,
    /// Root temperature where the coolant has its mean temperature.
    pub root_temperature: Temperature,
    /// Mean surface temperature there.
    pub surface_temperature: Temperature,
    /// Fin effectiveness there.
    pub fin_effectiveness: Ratio,
}

impl PanelState {
    /// Panel area that rejects `heat`.
    pub fn area(&self, heat: Power) -> Area {
        heat / self.net_flux
    }
}

impl HeatChain {
    /// Checks the chain once, so that the methods below cannot fail but where they say so.
    ///
    /// # Errors
    /// [`DomainError`] if the coolant is outside 150 K to 700 K, its rise outside 0 K to 200 K or more than its mean
    /// temperature allows, the film outside 0.1 W/m²/K to 1e6 W/m²/K, the resistance outside 0 K/W to 100 K/W, or the
    /// chip's power outside 0 W to 1 MW.
    pub fn new(parameters: HeatChainParameters) -> Result<Self, DomainError> {
        let p = &parameters;
        within("coolant temperature", "K", (150.0, 700.0), p.coolant_temperature.base())?;
        within("coolant rise", "K", (0.0, 200.0), p.coolant_rise.base())?;
        within("panel film", "W/m2/K", (0.1, 1.0e6), p.panel_film.base())?;
        within("junction resistance", "K/W", (0.0, 100.0), p.junction_resistance.base())?;
        within("accelerator power", "W", (0.0, 1.0e6), p.accelerator_power.base())?;
        Ok(Self { parameters })
    }

    /// What the chain is made of.
    pub const fn parameters(&self) -> HeatChainParameters {
        self.parameters
    }

    /// Coolant that leaves the panels and enters the cold plates: half a rise below the mean.
    pub fn supply_temperature(&self) -> Temperature {
        raised(self.parameters.coolant_temperature, -0.5 * self.parameters.coolant_rise)
    }

    /// Coolant that leaves the cold plates and enters the panels: half a rise above the mean.
    pub fn return_temperature(&self) -> Temperature {
        raised(self.parameters.coolant_temperature, 0.5 * self.parameters.coolant_rise)
    }

    /// Temperature of the hottest chip.
    ///
    /// # Model
    /// ```text
    /// T_j = T_c + ΔT/2 + R P
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `T_c`, ΔT | mean temperature and rise of the coolant | K |
    /// | R, P | junction resistance, power of one accelerator | K/W, W |
    ///
    /// # Assumes
    /// The hottest chip sits at the warm end of its cold plate. No heat is lost on the way, so that the mean is the same
    /// in cold plates and panels.
    ///
    /// # Valid for
    /// Single-phase coolant.
    ///
    /// # References
    /// Derivation in docs/model/heat-chain.md
    pub fn chip_temperature(&self) -> Temperature {
        let drop: TemperatureInterval =
            self.parameters.junction_resistance * self.parameters.accelerator_power;
        raised(self.return_temperature(), drop)
    }

    /// Root temperature under a known flux per panel area: the film's drop below the mean coolant.
    pub fn root_temperature(&self, net_flux: Irradiance) -> Temperature {
        let drop: TemperatureInterval = net_flux / self.parameters.panel_film;
        raised(self.parameters.coolant_temperature, -drop)
    }

    /// The panel that this coolant feeds: root temperature and net flux that agree with each other.
    ///
    /// # Model
    /// ```text
    /// h (T_c − T_b) = η(T_b) f ε σ (T_b⁴ − T_s⁴) = q(T_b)        at each point of the coolant's way
    /// A = C ∫ dT_c / q = C (∫ dT_b / q + ln(q_in / q_out) / h),  q̄ = Q / A,  C = Q / ΔT
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | h | film coefficient per panel area | W/m²/K |
    /// | `T_c`, `T_b`, `T_s` | coolant, root, sink | K |
    /// | η, f, ε | as in [`Radiator::net_flux`] | 1 |
    /// | A, Q, q̄ | panel area, heat, mean net flux | m², W, W/m² |
    ///
    /// The first line is solved at the mean coolant temperature with the fin's own effectiveness (secant steps from the
    /// coolant's temperature, within 40), then at both ends with that effectiveness (Newton's method, each step downward
    /// since the balance is concave). The integral over the root is closed, see [`Radiator::area_for_fluid`].
    ///
    /// # Assumes
    /// Film coefficient constant along the way; effectiveness that of the mean root; uniform loads.
    ///
    /// # Valid for
    /// Sinks colder than the coolant leaving the panel.
    ///
    /// # References
    /// Derivation in docs/model/heat-chain.md; without film \[Thermal2026\], `radiator_area.csv`
    ///
    /// # Errors
    /// [`DomainError`] if the sink is as warm as the coolant that leaves the panel.
    pub fn panel(
        &self,
        radiator: &Radiator,
        loads: &SurroundingLoads,
    ) -> Result<PanelState, DomainError> {
        let sink = radiator.sink_temperature(loads);
        let (supply, back) = (self.supply_temperature(), self.return_temperature());
        check_sink(sink, supply)?;
        let (root, share) = self.mean_root(radiator, sink);
        let emission = share.base() * radiator.emission().base();
        let film = self.parameters.panel_film.base();
        let rise = difference(back, supply).base();
        let warm = end_root(back, sink, film / emission);
        let cold = end_root(supply, sink, film / emission);
        let (hot_power, cold_power) = (fourth(warm) - fourth(sink), fourth(cold) - fourth(sink));
        // Area over heat: integral over the root's fall, and the film's share of the coolant's fall.
        let fall = difference(warm, cold).base();
        let per_heat = if rise > 1.0e-6 {
            let integral = mean_reciprocal(warm, cold, sink) * fall / emission;
            (integral + libm::log(hot_power / cold_power) / film) / rise
        } else {
            1.0 / (emission * (fourth(root) - fourth(sink)))
        };
        Ok(PanelState {
            net_flux: Irradiance::from_base(1.0 / per_heat),
            sink_temperature: sink,
            root_temperature: root,
            surface_temperature: mean_surface(root, sink, share),
            fin_effectiveness: share,
        })
    }

    /// Root temperature at the mean coolant temperature and the fin's effectiveness there.
    fn mean_root(&self, radiator: &Radiator, sink: Temperature) -> (Temperature, Ratio) {
        let film = self.parameters.panel_film.base();
        let coolant = self.parameters.coolant_temperature.base();
        let emission = radiator.emission().base();
        let cold = fourth(sink);
        // Excess of the balance and the effectiveness at a root.
        let at = |root: f64| {
            let share = radiator.fin_effectiveness(Temperature::from_base(root), sink).base();
            (film * (root - coolant) + share * emission * (root.powi(4) - cold), share)
        };
        let (mut last, (mut excess, mut share)) = (coolant, at(coolant));
        // The first slope leaves the fin's change with temperature out.
        let mut root = coolant - excess / (film + 4.0 * share * emission * coolant.powi(3));
        for _ in 0..MOST_STEPS {
            let (now, now_share) = at(root);
            let fall = last - root;
            if fall.abs() < CONVERGED * coolant {
                break;
            }
            let step = now * fall / (excess - now);
            // The effectiveness is straight over the last, small step.
            share = now_share + (now_share - share) * step / fall;
            (last, excess) = (root, now);
            root -= step;
            if step.abs() < SUPERLINEAR * coolant {
                break;
            }
            share = now_share;
        }
        (Temperature::from_base(root), fraction(share))
    }
}

/// Root under a coolant, when the film's coefficient over the emission is known: r (`T_c` − T) = T⁴ − `T_s`⁴.
fn end_root(coolant: Temperature, sink: Temperature, ratio: f64) -> Temperature {
    let target = ratio * coolant.base() + fourth(sink);
    let mut root = coolant.base();
    for _ in 0..MOST_STEPS {
        let cubed = root * root * root;
        let step = (cubed * root + ratio * root - target) / (4.0 * cubed + ratio);
        root -= step;
        if step.abs() < CONVERGED * root {
            break;
        }
    }
    Temperature::from_base(root)
}

/// Coolant that carries a heat at a rise.
///
/// # Model
/// ```text
/// ṁ = Q / (c ΔT)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | ṁ, c | mass flow, specific heat of the coolant | kg/s, J/kg/K |
/// | Q, ΔT | heat, rise | W, K |
///
/// # Assumes
/// One phase, constant specific heat.
///
/// # Valid for
/// Rises above zero (infinite at zero).
///
/// # References
/// Energy balance, see docs/model/heat-chain.md
pub fn coolant_flow(
    heat: Power,
    specific_heat: SpecificHeat,
    rise: TemperatureInterval,
) -> MassRate {
    heat / (specific_heat * rise)
}

/// Electrical power of the pump.
///
/// # Model
/// ```text
/// P = ṁ Δp / (ρ η)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | ṁ, ρ | mass flow and density of the coolant | kg/s, kg/m³ |
/// | Δp | pressure drop around the loop | Pa |
/// | η | efficiency of pump, motor and drive | 1 |
///
/// # Assumes
/// Incompressible coolant; the pump's power ends as heat in the loop.
///
/// # Valid for
/// Efficiencies above zero (infinite at zero).
///
/// # References
/// Mechanical work, see docs/model/heat-chain.md
pub fn pump_power(
    flow: MassRate,
    pressure_drop: Pressure,
    density: MassDensity,
    efficiency: Ratio,
) -> Power {
    let hydraulic: Power = flow * pressure_drop / density;
    hydraulic / efficiency.larger(fraction(0.0))
}

#[cfg(test)]
mod tests;
