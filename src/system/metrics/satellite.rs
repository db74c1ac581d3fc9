//! One satellite.

use super::metrics;
use crate::units::{Action, Mass, Power, Ratio, Time, Volume};

metrics! {
    /// One satellite.
    SatelliteMetrics satellite, with m, case, e;

    /// Number of working satellites, without spares.
    count: Ratio, in "1", "Working satellites" = e.satellites()?.working(),
        "`satellite.count` as stated; else the smallest whole number of satellites of \
         `satellite.it_power_capacity` that together carry `it.power`; where it is automatic, the \
         number with which computing costs least.";

    /// IT power that one satellite can carry.
    it_power_capacity: Power, in "kW", "IT power capacity of a satellite" =
        e.satellites()?.capacity,
        "`it.power` over `satellite.count`, `satellite.it_power` or `satellite.it_power_limit`, \
         whichever is stated first; or the IT power that `satellite.array_power` feeds where \
         that is given and less, from `array.power_needed`, `array.bol_per_needed_power` and \
         `array.sizing`.";

    /// Number of spare satellites, launched with the working ones.
    spares: Ratio, in "1", "Number of spare satellites" = e.satellites()?.spare(),
        "`fleet.spares` times `satellite.count`, rounded up to a whole number.";

    /// IT power of one satellite.
    it_power: Power, in "kW", "IT power of one satellite" = e.satellites()?.it_power,
        "`it.power` over the whole number of satellites, `satellite.count`; as \
         `satellite.it_power` where that is stated, or less.";

    /// Satellites that one launch takes, as stated or as they fit.
    per_launch: Ratio, in "1", "Satellites of one launch" = e.launches()?.satellites_per_launch,
        "Whole satellites of `satellite.launched_mass` within `launch.payload` and of \
         `satellite.stowed_volume` within `launch.fairing_volume` x `launch.packing_share`, \
         at most `satellite.count` and `satellite.spares`, and `satellite.per_launch` where that \
         is stated; a share of one where `launch.sharing` is shared.";

    /// Time after which a satellite is retired, stated or chosen.
    life: Time, in "yr", "Time until retirement" = case.life(),
        "`satellite.life` where it is stated and shorter than `mission.life`, else that; where it \
         is automatic, the life with which computing costs least.";

    /// Joints between the parts of a satellite that is put together in orbit.
    joints: Ratio, in "1", "Joints of a satellite" = e.case.joints(),
        "`satellite.launches` less one.";

    /// Launched mass of one satellite.
    launched_mass: Mass, in "kg", "Launched mass of one satellite" =
        e.one()?.design.masses.launched,
        "`mass.launched` over `satellite.count`.";

    /// Angular momentum that the gyros or wheels of one satellite store.
    momentum: Action, in "N m s", "Momentum stored in a satellite" = e.one()?.design.momentum,
        "What gravity puts in within half of `orbit.period`, 3 x mean motion x (sin t + cos2 t \
         asinh tan t) x (`mass.array` times the squared length of the array plus \
         `mass.radiator_panels` and `mass.armor` times the squared length of the panel) / 12, t \
         the angle of the Sun from the orbit's normal, nearest 56.5 degrees within \
         `environment.beta_min` and `environment.beta_max`, lengths from `array.area`, \
         `array.aspect`, `radiator.panel_area` and `radiator.aspect`, masses and areas over \
         `satellite.count`; and what sunlight puts in within an orbit with \
         `satellite.pressure_offset` and `array.solar_absorptance`.";

    /// Stowed volume of one satellite.
    stowed_volume: Volume, in "m3", "Stowed volume of one satellite" = e.one()?.stowed,
        "Sum of `array.power_bol` over `array.packaging`, `radiator.panel_area` times \
         `radiator.stowed_thickness`, and `it.power` times (1 + `it.spares`) over \
         `it.packaging`; the sum over `satellite.count`.";

    /// Price of the parts of satellites over their prices: zero where the whole has a stated price.
    parts_factor: Ratio, in "1", "Factor on satellite parts paid" = e.side()?.parts_factor,
        "`satellite.price_factor` times `fleet.learning_factor`; zero where \
         `satellite.platform_price` is stated.";
}
