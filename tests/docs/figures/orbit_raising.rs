//! Time that a satellite takes to raise itself.

use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::physics::atmosphere::{SolarActivity, density};
use skyrack::physics::orbit_raising::{Raising, RaisingPath};
use skyrack::units::{
    Angle, Area, DoseRate, Length, Mass, MassDensity, Power, Time, day, degree, fraction, kilogram,
    kilometer, kilowatt, second, square_meter,
};

use super::{curve, figure, picture, ratios};

/// Altitude at separation, in kilometers, and inclination, in degrees.
const FROM: f64 = 350.0;
const TILT: f64 = 98.0;

pub(crate) fn time_over_altitude() -> Lines {
    let altitudes = ratios((400.0, 36_000.0), 120);
    let of = |name: &str, power: f64| -> Series {
        curve(name, &altitudes, |altitude| days(power, altitude))
    };
    figure(
        picture(
            "orbit-raising",
            "Ten watts of thrusters for a kilogram raise a satellite to 1200 km in ten days",
            "From 350 km in one plane, 2000 s of specific impulse, half of the power in the jet, \
             96 % sunlight, drag of 0.02 m2/kg at moderate activity",
            "skyrack: physics::orbit_raising",
        ),
        (Measure::new("Altitude of the working orbit", "km"), Measure::new("Time", "d")),
        (Scale::Log, Scale::Log),
        vec![of("3 W/kg", 3.0), of("10 W/kg", 10.0), of("30 W/kg", 30.0)],
    )
}

fn days(watts_per_kilogram: f64, altitude: f64) -> f64 {
    let satellite = Raising {
        mass: Mass::new::<kilogram>(1_000.0),
        power: Power::new::<kilowatt>(watts_per_kilogram),
        efficiency: fraction(0.5),
        specific_impulse: Time::new::<second>(2_000.0),
        thrusting_share: fraction(0.96),
        drag_area: Area::new::<square_meter>(20.0),
    };
    let inclination = Angle::new::<degree>(TILT);
    let way = RaisingPath {
        from: Length::new::<kilometer>(FROM),
        to: Length::new::<kilometer>(altitude),
        from_inclination: inclination,
        to_inclination: inclination,
    };
    let air = |at: Length| -> MassDensity {
        density(at, SolarActivity::Moderate).map_or(MassDensity::from_base(0.0), |air| air.value)
    };
    let raised = satellite.along(&way, air, |_, _| DoseRate::from_base(0.0));
    raised.map_or(f64::NAN, |raised| raised.time.get::<day>())
}
