//! The coolest coolant of a satellite whose computers work, and the swing of its chips.

use crate::constants::STEFAN_BOLTZMANN;
use crate::physics::environment::Environment;
use crate::physics::heat_transport::shadow::{LoopBody, ShadowOrbit, root_after_shadow};
use crate::system::design::{Design, closed_louvers, panel_coolant};
use crate::system::inputs::Case;
use crate::units::{
    HeatCapacity, Irradiance, Power, RadiationConstant, Ratio, Temperature, TemperatureInterval,
    Time, complement, fraction,
};

/// Lowest temperature of the coolant, where it leaves the panels, in the hot case that the panels
/// are sized for: at full load in sunlight, with the share of the computers that works in shadow
/// through the longest one.
pub(super) fn coolest(case: &Case, environment: &Environment, design: &Design) -> Temperature {
    let half: f64 = case.coolant.rise.base() / 2.0;
    let leaving = panel_coolant(case).base() - half;
    let shadow: Time = design.sizing.eclipse_max.smaller(environment.period);
    if shadow.base() <= 0.0 {
        return Temperature::from_base(leaving);
    }
    let loop_of = Loop::new(case, design, leaving);
    let heat = loop_of.heat_in_shadow(case);
    let sink = dark_sink(case, environment, design);
    let dark = LoopBody {
        panel_emission: loop_of.body.panel_emission * closed_louvers(case),
        ..loop_of.body
    };
    let root = root_after_shadow(
        &dark,
        &ShadowOrbit {
            sunlit_root: loop_of.root,
            stored: loop_of.stored(case, heat),
            sunlit: environment.period - shadow,
            shadow,
            heat,
            sink,
        },
    );
    let emitted = dark.panel_emission.base()
        * dark.panel_area.base()
        * (root.base().powi(4) - sink.base().powi(4));
    let through_film = emitted / (case.radiator.film * design.panel_area).base();
    Temperature::from_base((root.base() + through_film).min(leaving))
}

/// Fall of temperature of the chips from sunlight to the end of the longest shadow: what throttled
/// computers make less, and by how much the coolant that comes to them is cooler.
pub(super) fn chip_swing(case: &Case, coolest: Temperature) -> TemperatureInterval {
    let half: f64 = case.coolant.rise.base() / 2.0;
    let cooler = panel_coolant(case).base() - half - coolest.base();
    let drop: TemperatureInterval = case.it.junction_resistance * case.it.chip_power;
    let less: Ratio = complement(case.it.eclipse_share);
    TemperatureInterval::from_base(cooler + less.base() * (case.coolant.rise + drop).base())
}

/// The loop of one satellite in sunlight.
struct Loop {
    body: LoopBody,
    root: Temperature,
    /// Fall of temperature from the coolant that leaves the panels to their roots.
    film: TemperatureInterval,
    heat: Power,
    it: Power,
    equipment: HeatCapacity,
    coolant: HeatCapacity,
}

impl Loop {
    fn new(case: &Case, design: &Design, leaving: f64) -> Self {
        let heat = design.loads.heat;
        let film = (design.panel.net_flux / case.radiator.film).base();
        let root = leaving - film;
        // what makes the steady design a steady state of this loop
        let fourth = (root.powi(4) - design.panel.sink_temperature.base().powi(4)).max(1.0);
        let it = design.loads.it;
        let equipment: HeatCapacity =
            it * (fraction(1.0) + case.it.spares) * case.it.specific_mass * case.it.specific_heat;
        let coolant: HeatCapacity = heat / case.coolant.rise * case.coolant.loop_time;
        let panels: HeatCapacity = design.masses.panels * case.radiator.specific_heat;
        Self {
            body: LoopBody {
                capacity: equipment + coolant + panels,
                panel_emission: RadiationConstant::from_base(
                    (heat / design.panel_area).base() / fourth,
                ),
                panel_area: design.panel_area,
            },
            root: Temperature::from_base(root),
            film: TemperatureInterval::from_base(film),
            heat,
            it,
            equipment,
            coolant,
        }
    }

    /// Heat that chips give at full load.
    fn chip_heat(&self, case: &Case) -> Power {
        (self.it * (case.it.chip_power / case.it.accelerator_power)).smaller(self.heat)
    }

    /// Heat in shadow: what throttled computers leave, and of the chips at least their share.
    fn heat_in_shadow(&self, case: &Case) -> Power {
        let share = case.it.eclipse_share;
        (self.heat - self.it * complement(share)).larger(self.chip_heat(case) * share)
    }

    /// Heat that lies above the roots in sunlight and no more in shadow, over the heat capacity:
    /// that of the computers at their cold plates, and half of the coolant's as it leaves them. A
    /// part of the loop that stores heat keeps up the flow behind it while it cools.
    fn stored(&self, case: &Case, in_shadow: Power) -> TemperatureInterval {
        let (all, equipment) = (self.body.capacity.base(), self.equipment.base());
        let half = self.coolant.base() / 2.0;
        let fall = |full: TemperatureInterval, behind: f64| full.base() * (1.0 - behind / all);
        let plates = fall(case.it.junction_resistance * case.it.chip_power / 2.0, equipment);
        let rise = fall(case.coolant.rise, equipment + half);
        let film = fall(self.film, equipment + self.coolant.base());
        let joules = equipment * (film + rise + plates) + half * (film + rise) + half * film;
        let gone: Ratio = complement(in_shadow / self.heat);
        TemperatureInterval::from_base(joules / all * gone.base())
    }
}

/// Sink in shadow: the Earth's infrared alone.
fn dark_sink(case: &Case, environment: &Environment, design: &Design) -> Temperature {
    let seen: Irradiance =
        case.environment.earth_infrared_hot * environment.hot.infrared_factor / design.faces;
    let black = (seen / STEFAN_BOLTZMANN).base().max(0.0).sqrt().sqrt();
    Temperature::from_base(black).smaller(design.panel.sink_temperature)
}
