//! What the closed loop makes of drag.

use skyrack::charts::{Lines, Measure, Scale, Series, Stroke};
use skyrack::physics::atmosphere::SolarActivity;
use skyrack::system::metrics::Outcome;
use skyrack::units::{Length, Mass, kilogram, kilometer};

use super::reference::scenario;
use super::{dashed, figure, picture, ratios};

/// Megawatts of IT power of the reference in kilowatts.
const IT: f64 = 1_000.0;

pub(crate) fn mass_against_altitude() -> Lines {
    let altitudes = ratios((208.0, 1_200.0), 140);
    let moderate = outcomes(&altitudes, SolarActivity::Moderate);
    let high = outcomes(&altitudes, SolarActivity::High);
    figure(
        picture(
            "satellite",
            "Drag feeds on itself: at 240 km the array is twice that at 650 km, and half of the mass is propellant",
            "Mass per IT power of the reference: dawn-dusk, five years, moderate solar activity unless named",
            "skyrack: reference-2026, drawn where the closed loop settles",
        ),
        (Measure::new("Altitude", "km"), Measure::new("Mass per IT power", "kg/kW")),
        (Scale::Log, Scale::Log),
        vec![
            dashed(line("launched, Sun active", &altitudes, &high, |outcome| {
                outcome.mass_launched
            })),
            line("launched", &altitudes, &moderate, |outcome| outcome.mass_launched),
            line("array", &altitudes, &moderate, |outcome| outcome.mass_array),
            line("radiators", &altitudes, &moderate, |outcome| outcome.mass_panels),
            line("battery", &altitudes, &moderate, |outcome| outcome.battery_mass),
            line("thrusters, propellant", &altitudes, &moderate, |outcome| {
                Some(outcome.mass_propulsion? + outcome.mass_propellant?)
            }),
        ],
    )
}

fn outcomes(altitudes: &[f64], activity: SolarActivity) -> Vec<Outcome> {
    let subject = scenario("reference-2026");
    let mut model = subject.model.clone();
    let mut case = subject.case;
    case.solar_activity = activity;
    let at = |&altitude: &f64| {
        case.altitude = Length::new::<kilometer>(altitude);
        model.evaluate(&case).outcome
    };
    altitudes.iter().map(at).collect()
}

fn line(
    name: &str,
    altitudes: &[f64],
    outcomes: &[Outcome],
    mass: fn(&Outcome) -> Option<Mass>,
) -> Series {
    let value = |outcome: &Outcome| mass(outcome).map(|mass| mass.get::<kilogram>() / IT);
    let points = altitudes.iter().copied().zip(outcomes.iter().map(value)).collect();
    Series { name: name.to_owned(), points, stroke: Stroke::Solid }
}
