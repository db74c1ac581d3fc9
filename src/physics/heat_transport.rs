//! The way of the heat from the chip to the panel: junction, cold plate, coolant loop, film, root.

pub mod chip_loop;
pub mod network;
pub mod shadow;
pub mod transient;

use crate::domain::{DomainError, within};
use crate::physics::radiator::{
    Radiator, SurroundingLoads, check_sink, fourth, mean_reciprocal, mean_surface,
};
use crate::units::{
    Area, HeatTransfer, Irradiance, Mass, MassDensity, MassRate, Power, Pressure, Ratio,
    SpecificEnergy, SpecificHeat, Temperature, TemperatureInterval, ThermalResistance, Time,
    difference, fraction, kelvin, kelvin_interval, kelvin_per_watt, raised, watt,
    watt_per_square_meter_kelvin,
};

/// Steps for the root temperature at most.
const MOST_STEPS: u8 = 40;
/// Change at which an effectiveness is taken as found.
const CONVERGED: f64 = 1.0e-13;
/// Relative step of Newton's method after which the next one would be below rounding: it would be
/// 1.5 times its square.
const QUADRATIC: f64 = 1.0e-8;

/// Parameters of the chain.
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
    /// Mean temperature of the coolant in the cold plates; without a heat pump also its mean in the
    /// panels.
    pub coolant_temperature: Temperature,
    /// By how much a heat pump makes the coolant of the panels warmer; zero without one.
    pub lift: TemperatureInterval,
}

/// A pumped loop between cold plates and panels, all in parallel: the network of chip, cold plate,
/// coolant, manifold, fin root and fin in closed form, because heat goes one way through it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatChain {
    parameters: HeatChainParameters,
}

/// The hottest coolant at which the hottest chip keeps a margin below its limit.
///
/// # Model
/// ```text
/// T_c = T_limit − m − ΔT/2 − d
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | `T_limit`, m | limit of the chip, margin below it | K |
/// | ΔT, d | rise of the coolant, temperature drop from the chip to it | K |
///
/// # Assumes
/// As [`HeatChain::chip_temperature`], of which it is the inverse.
///
/// # Valid for
/// A coolant that stays liquid at this temperature.
///
/// # References
/// Derivation in docs/model/heat-chain.md
pub fn hottest_coolant(
    limit: Temperature,
    margin: TemperatureInterval,
    rise: TemperatureInterval,
    drop: TemperatureInterval,
) -> Temperature {
    raised(limit, -(margin + 0.5 * rise + drop))
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
    /// Panel area that rejects `heat`; see [`HeatChain::panel`] for model, range and references.
    pub fn area(&self, heat: Power) -> Area {
        heat / self.net_flux
    }
}

impl HeatChain {
    /// Checks the chain once, so that the methods below cannot fail but where they say so.
    ///
    /// # Errors
    /// [`DomainError`] if the coolant is outside 150 K to 700 K, a lift outside 0 K to 300 K, the
    /// rise outside 0 K to 200 K or
    /// more than its mean temperature allows, the film outside 0.1 W/m²/K to 1e6 W/m²/K, the
    /// resistance outside 0 K/W to 100 K/W, or the chip's power outside 0 W to 1 MW.
    pub fn new(parameters: HeatChainParameters) -> Result<Self, DomainError> {
        let p = &parameters;
        within::<kelvin>("coolant temperature", 150.0..=700.0, p.coolant_temperature)?;
        within::<kelvin_interval>("lift of the heat pump", 0.0..=300.0, p.lift)?;
        within::<kelvin_interval>("coolant rise", 0.0..=200.0, p.coolant_rise)?;
        within::<watt_per_square_meter_kelvin>("panel film", 0.1..=1.0e6, p.panel_film)?;
        within::<kelvin_per_watt>("junction resistance", 0.0..=100.0, p.junction_resistance)?;
        within::<watt>("accelerator power", 0.0..=1.0e6, p.accelerator_power)?;
        Ok(Self { parameters })
    }

    /// Mean temperature of the coolant in the panels: that in the cold plates and the lift of a
    /// heat pump.
    fn panel_coolant(&self) -> Temperature {
        raised(self.parameters.coolant_temperature, self.parameters.lift)
    }

    /// Coolant that leaves the panels: half a rise below its mean there.
    pub fn supply_temperature(&self) -> Temperature {
        raised(self.panel_coolant(), -0.5 * self.parameters.coolant_rise)
    }

    /// Coolant that enters the panels: half a rise above its mean there.
    pub fn return_temperature(&self) -> Temperature {
        raised(self.panel_coolant(), 0.5 * self.parameters.coolant_rise)
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
    /// The hottest chip sits at the warm end of its cold plate. No heat is lost on the way, so that
    /// without a heat pump the mean is the same in cold plates and panels.
    ///
    /// # Valid for
    /// A coolant that stays liquid. Where it boils, ΔT is the rise before that and small: most of
    /// the plate and of the panel is then at the warm end, half a rise above what this chain takes.
    ///
    /// # References
    /// Derivation in docs/model/heat-chain.md
    pub fn chip_temperature(&self) -> Temperature {
        let drop: TemperatureInterval =
            self.parameters.junction_resistance * self.parameters.accelerator_power;
        let warm = raised(self.parameters.coolant_temperature, 0.5 * self.parameters.coolant_rise);
        raised(warm, drop)
    }

    /// Root temperature under a known flux per panel area: the film's drop below the mean coolant.
    /// See [`HeatChain::panel`] for model, range and references.
    pub fn root_temperature(&self, net_flux: Irradiance) -> Temperature {
        let drop: TemperatureInterval = net_flux / self.parameters.panel_film;
        raised(self.panel_coolant(), -drop)
    }

    /// The panel that this coolant feeds: root temperature and net flux that agree with each other.
    ///
    /// # Model
    /// ```text
    /// h (T_c − T_b) = η(T_b) f ε σ (T_b⁴ − T_s⁴) = q(T_b)      at each point of the coolant's way
    /// A = C ∫ dT_c / q = C (∫ dT_b / q + ln(q_in / q_out) / h),  q̄ = Q / A,  C = Q / ΔT
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | h | film coefficient per panel area | W/m²/K |
    /// | `T_c`, `T_b`, `T_s` | coolant, root, sink | K |
    /// | η, f, ε | as in [`Radiator::net_flux`] | 1 |
    /// | A, Q, q̄ | panel area, heat, mean net flux | m², W, W/m² |
    ///
    /// The first line is solved at the mean coolant temperature with the fin's own effectiveness
    /// (repeated within 40 steps, each of which leaves less than 3/8 of the error, a few
    /// thousandths as a rule), then at both ends with that effectiveness (Newton's method, each
    /// step downward since the balance is concave). The integral over the root is closed, see
    /// [`Radiator::area_for_fluid`].
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
        check_sink(sink, self.supply_temperature())?;
        let mut share = radiator.fin_effectiveness(self.panel_coolant(), sink);
        for _ in 0..MOST_STEPS {
            let answer = radiator.fin_effectiveness(self.mean_root(radiator, sink, share), sink);
            let change = (answer - share).base().abs();
            share = answer;
            if change < CONVERGED {
                break;
            }
        }
        let near = self.mean_root(radiator, sink, share);
        Ok(self.panel_state(radiator, sink, share, near))
    }

    /// As [`HeatChain::panel`], with one step from an effectiveness of the fins that is nearly
    /// right.
    ///
    /// A loop around the panel that hands the effectiveness on need not close it in each pass.
    ///
    /// # Errors
    /// As [`HeatChain::panel`].
    pub fn panel_near(
        &self,
        radiator: &Radiator,
        loads: &SurroundingLoads,
        effectiveness: Ratio,
    ) -> Result<PanelState, DomainError> {
        let sink = radiator.sink_temperature(loads);
        check_sink(sink, self.supply_temperature())?;
        let root = self.mean_root(radiator, sink, effectiveness);
        Ok(self.panel_state(radiator, sink, radiator.fin_effectiveness(root, sink), root))
    }

    fn mean_root(&self, radiator: &Radiator, sink: Temperature, share: Ratio) -> Temperature {
        let ratio = self.parameters.panel_film.base() / (share * radiator.emission()).base();
        let coolant = self.panel_coolant();
        let [root] = roots([coolant], sink, ratio, [coolant]);
        root
    }

    /// The panel with this effectiveness; `near` is about its mean root.
    fn panel_state(
        &self,
        radiator: &Radiator,
        sink: Temperature,
        share: Ratio,
        near: Temperature,
    ) -> PanelState {
        let (supply, back) = (self.supply_temperature(), self.return_temperature());
        let emission = share.base() * radiator.emission().base();
        let film = self.parameters.panel_film.base();
        let rise = difference(back, supply).base();
        let coolants = [self.panel_coolant(), back, supply];
        let ratio = film / emission;
        // a kelvin of coolant moves the root by r/(r + 4 T³)
        let follows = ratio / (ratio + 4.0 * near.base().powi(3));
        let off = 0.5 * rise * follows;
        let starts = [near, raised(near, interval(off)), raised(near, interval(-off))];
        let [root, warm, cold] = roots(coolants, sink, ratio, starts);
        let cold_sink = fourth(sink);
        // Area over heat: integral over the root's fall, and the film's share of the coolant's
        // fall.
        let per_heat = if rise > 1.0e-6 {
            let fall = difference(warm, cold).base();
            let integral = mean_reciprocal(warm, cold, sink) * fall / emission;
            let powers = (fourth(warm) - cold_sink) / (fourth(cold) - cold_sink);
            (integral + libm::log(powers) / film) / rise
        } else {
            1.0 / (emission * (fourth(root) - cold_sink))
        };
        PanelState {
            net_flux: Irradiance::from_base(1.0 / per_heat),
            sink_temperature: sink,
            root_temperature: root,
            surface_temperature: mean_surface(root, sink, share),
            fin_effectiveness: share,
        }
    }
}

const fn interval(difference: f64) -> TemperatureInterval {
    TemperatureInterval::from_base(difference)
}

/// Roots under coolants, when the film's coefficient over the emission is known: r (`T_c` − T) = T⁴
/// − `T_s`⁴. Newton's method ends at the root from any start above 0 K, since T⁴ + r T is convex
/// and rises.
fn roots<const N: usize>(
    coolants: [Temperature; N],
    sink: Temperature,
    ratio: f64,
    starts: [Temperature; N],
) -> [Temperature; N] {
    let cold = fourth(sink);
    let targets = coolants.map(|coolant| ratio * coolant.base() + cold);
    let mut roots = starts.map(Temperature::base);
    for _ in 0..MOST_STEPS {
        let mut farthest = 0.0_f64;
        for (root, target) in roots.iter_mut().zip(targets) {
            let cubed = *root * *root * *root;
            let step = (cubed * *root + ratio * *root - target) / (4.0 * cubed + ratio);
            *root -= step;
            farthest = farthest.max((step / *root).abs());
        }
        if farthest < QUADRATIC {
            break;
        }
    }
    roots.map(Temperature::from_base)
}

/// Mass flow of a coolant that takes up heat, with or without boiling.
///
/// # Model
/// ```text
/// ṁ = Q / (c ΔT + q)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | ṁ, Q | mass flow, heat | kg/s, W |
/// | c, ΔT | specific heat, rise of the liquid | J/kg/K, K |
/// | q | heat of boiling: latent heat times the quality in which the coolant leaves; zero for a loop of liquid | J/kg |
///
/// # Assumes
/// No heat from the pump in the flow. A boiling coolant comes from the panels below its boiling
/// point by ΔT.
///
/// # Valid for
/// Rises and heats of boiling that are not both zero. Two-phase flow rubs more than its liquid: its
/// pressure drop is an input.
///
/// # References
/// Energy balance, see docs/model/heat-chain.md
pub fn coolant_flow(
    heat: Power,
    specific_heat: SpecificHeat,
    rise: TemperatureInterval,
    boiling: SpecificEnergy,
) -> MassRate {
    heat / (specific_heat * rise + boiling)
}

/// Coolant that circulates in a loop.
///
/// # Model
/// ```text
/// m = ṁ t
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | m, ṁ | coolant in the loop, mass flow | kg, kg/s |
/// | t | time that it takes around the loop | s |
///
/// # Assumes
/// A steady flow; what stands still, in accumulators and dead ends, is not in it.
///
/// # Valid for
/// Any loop; in one that boils the time is that of the mass, not of the fastest vapor.
///
/// # References
/// Conservation of mass
pub fn coolant_inventory(flow: MassRate, loop_time: Time) -> Mass {
    flow * loop_time
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
