//! Sunlight, shadow and heat of the orbit.

use super::metrics;
use crate::units::{Angle, Irradiance, Ratio, Temperature, Time};

metrics! {
    /// Sunlight, shadow and heat of the orbit.
    EnvironmentMetrics environment, with m, case, e;

    /// Share of the year in sunlight; penumbra counts by the visible part of the Sun.
    sunlit_fraction: Ratio, in "1", "Sunlit fraction" = e.orbit()?.sunlit_fraction,
        "Mean over the year of the sunlit share of each day's orbit, from `orbit.altitude`, \
         `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Longest eclipse of the year, penumbra and umbra.
    eclipse_max: Time, in "min", "Longest eclipse" = e.orbit()?.eclipse_max,
        "Longest passage through the Earth's shadow cone in the year, from `orbit.altitude`, \
         `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Number of days of the year with eclipses.
    eclipse_days: Time, in "d", "Days with eclipses" = e.orbit()?.eclipse_days,
        "Days of the year on which at least one orbit meets the Earth's shadow (the table of days \
         has the orbit at noon), from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, \
         `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Number of eclipses in the year.
    eclipse_count: Ratio, in "1", "Eclipses per year" = e.orbit()?.eclipse_count,
        "`environment.eclipse_days` over `orbit.period`, less the orbits without eclipse on \
         days that have eclipses only in part.";

    /// Lowest angle of the Sun above the orbit plane in the year.
    beta_min: Angle, in "deg", "Lowest beta angle" = e.orbit()?.beta_min,
        "Minimum over the year, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, \
         `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Highest angle of the Sun above the orbit plane in the year.
    beta_max: Angle, in "deg", "Highest beta angle" = e.orbit()?.beta_max,
        "Maximum over the year, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, \
         `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Solar irradiance in the sizing orbit: the orbit of the year that needs the largest array.
    sizing_irradiance: Irradiance, in "W/m2", "Sunlight of sizing orbit" =
        e.one()?.design.sizing.irradiance,
        "Solar constant over the squared distance to the Sun in the orbit that needs the \
         largest array, from `orbit.altitude`, `orbit.plane`, `orbit.ltan`, \
         `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Time in sunlight in the sizing orbit.
    sizing_sunlit: Time, in "min", "Sunlit time of sizing orbit" = e.one()?.design.sizing.sunlit,
        "`orbit.period` less `environment.sizing_shadow`.";

    /// Time in shadow in the sizing orbit.
    sizing_shadow: Time, in "min", "Eclipse of sizing orbit" = e.one()?.design.sizing.shadow,
        "Time in shadow in the orbit that needs the largest array, from `orbit.altitude`, \
         `orbit.plane`, `orbit.ltan`, `orbit.inclination`, `orbit.raan` and `mission.start`.";

    /// Effective sink temperature of the radiator panel: orbit mean in the hot case.
    sink_temperature: Temperature, in "K", "Sink temperature" =
        e.one()?.design.panel.sink_temperature,
        "Temperature at which a panel of `radiator.emissivity` emits `radiator.absorbed` from \
         `radiator.faces` by the Stefan-Boltzmann law.";
}
