//! How far a loop cools in shadow: the whole satellite as one body that stores heat.

use crate::numeric::elementary::exp_m1;
use crate::units::{
    Area, HeatCapacity, Power, RadiationConstant, Temperature, TemperatureInterval, Time,
};

/// Steps through a shadow.
const STEPS: u8 = 8;
/// Rate below which a body keeps its temperature, in 1/s.
const SLOWEST: f64 = 1.0e-15;

/// What a loop stores, and what its panels emit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LoopBody {
    /// Heat capacity of computers, coolant and panels.
    pub capacity: HeatCapacity,
    /// Faces, emissivity and fin effectiveness of the panel times the Stefan-Boltzmann constant.
    pub panel_emission: RadiationConstant,
    /// Panel area at work.
    pub panel_area: Area,
}

/// An orbit with one shadow.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShadowOrbit {
    /// Root temperature of the panels that the sunlit part tends to.
    pub sunlit_root: Temperature,
    /// How much warmer than at the root the heat of the loop lies in sunlight than in shadow: mean
    /// over its heat capacity. It flows through the panels after the load has gone.
    pub stored: TemperatureInterval,
    /// Length of the sunlit part.
    pub sunlit: Time,
    /// Length of the shadow.
    pub shadow: Time,
    /// Heat into the loop in shadow.
    pub heat: Power,
    /// Sink temperature of the panels in shadow.
    pub sink: Temperature,
}

/// Root temperature of the panels at the end of the shadow of an orbit that repeats.
///
/// # Model
/// ```text
/// C dT/dt = Q − k (T⁴ − T_s⁴),   T(0) = T_0 + o
/// T_end = T_0 − d / (1 − e^−(t + t_s)/τ),   d = T_0 − T(t),   τ = C / (4 k T_0³)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | C | heat capacity of all | J/K |
/// | k | emission of the panels over the fourth power of their root temperature | W/K⁴ |
/// | Q, `T_s` | heat into the loop, sink in shadow | W, K |
/// | `T_0`, o | root temperature in sunlight, heat stored above it over C | K |
/// | t, `t_s` | length of the shadow and of the sunlit part | s |
///
/// Eight steps through the shadow, each exact for the balance linearized at its begin. The last
/// line adds what the sunlit part does not warm up again, in first order.
///
/// # Assumes
/// Temperatures along the loop follow its heat at once. Effectiveness of the fins constant.
///
/// # Valid for
/// Shadows that are long beside the coolant's way around the loop; beside
/// [`orbit_of_loop`](super::chip_loop::orbit_of_loop) the coolant is within 3 K while it cools by
/// less than 60 K. Freezing itself gives no heat here.
///
/// # References
/// Heat balance, see docs/model/heat-chain.md
pub fn root_after_shadow(body: &LoopBody, orbit: &ShadowOrbit) -> Temperature {
    let capacity = body.capacity.base();
    let emission = body.panel_emission.base() * body.panel_area.base();
    let rate = |kelvin: f64| (4.0 * emission * kelvin.powi(3) / capacity).max(SLOWEST);
    let (start, step) = (orbit.sunlit_root.base(), orbit.shadow.base() / f64::from(STEPS));
    let gained = orbit.heat.base() + emission * orbit.sink.base().powi(4);
    let mut kelvin = start + orbit.stored.base();
    for _ in 0..STEPS {
        let slope = (gained - emission * kelvin.powi(4)) / capacity;
        let decay = rate(kelvin);
        kelvin -= slope / decay * exp_m1(-decay * step);
    }
    let period = orbit.shadow.base() + orbit.sunlit.base();
    let kept = -exp_m1(-period * rate(start));
    Temperature::from_base((start - (start - kelvin) / kept).max(orbit.sink.base().min(kelvin)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn body() -> LoopBody {
        LoopBody {
            capacity: HeatCapacity::from_base(9.0e5),
            panel_emission: RadiationConstant::from_base(8.5e-8),
            panel_area: Area::from_base(56.0),
        }
    }

    fn orbit(minutes: f64, heat: f64) -> ShadowOrbit {
        ShadowOrbit {
            sunlit_root: Temperature::from_base(320.0),
            stored: TemperatureInterval::from_base(0.0),
            sunlit: Time::from_base(78.0 * 60.0),
            shadow: Time::from_base(60.0 * minutes),
            heat: Power::from_base(heat),
            sink: Temperature::from_base(230.0),
        }
    }

    /// Heat that keeps the root at 320 K.
    fn steady() -> f64 {
        8.5e-8 * 56.0 * (320.0_f64.powi(4) - 230.0_f64.powi(4))
    }

    #[test]
    fn a_steady_loop_keeps_its_temperature() {
        let kelvin = root_after_shadow(&body(), &orbit(20.0, steady())).base();
        assert!((kelvin - 320.0).abs() < 1e-9, "{kelvin}");
    }

    #[test]
    fn a_longer_or_emptier_shadow_is_colder_and_the_sink_is_the_end() {
        let mut before = 320.0;
        for minutes in [1.0, 5.0, 20.0, 60.0, 600.0] {
            let kelvin = root_after_shadow(&body(), &orbit(minutes, 0.0)).base();
            assert!(kelvin < before && kelvin >= 229.9, "{minutes}: {kelvin}");
            before = kelvin;
        }
        let half = root_after_shadow(&body(), &orbit(20.0, 0.5 * steady()));
        assert!(half > root_after_shadow(&body(), &orbit(20.0, 0.0)));
    }

    #[test]
    fn the_steps_are_those_of_a_fine_integration() {
        let (body, orbit) = (body(), orbit(20.0, 0.3 * steady()));
        let emission = 8.5e-8 * 56.0;
        let sink = emission * 230.0_f64.powi(4);
        let march = |start: f64, heat: f64, seconds: f64| {
            let step = seconds / 200_000.0;
            let slope = |kelvin: f64| (heat + sink - emission * kelvin.powi(4)) / 9.0e5;
            (0..200_000).fold(start, |kelvin, _| kelvin + step * slope(kelvin))
        };
        let mut kelvin = 320.0;
        for _ in 0..6 {
            kelvin = march(kelvin, 0.3 * steady(), orbit.shadow.base());
            let end = kelvin;
            kelvin = march(kelvin, steady(), orbit.sunlit.base());
            let got = root_after_shadow(&body, &orbit).base();
            assert!((got - end).abs() < 1.5, "{got} {end}");
        }
    }
}
