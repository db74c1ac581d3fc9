//! What the closed loop makes of drag.

use skyrack::charts::{Lines, Measure, Scale, Series, Stroke};
use skyrack::physics::atmosphere::SolarActivity;
use skyrack::system::evaluation::Evaluation;
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
            "Drag feeds on itself: at 240 km the array is twice that at 650 km, and half of the \
             mass is propellant",
            "Mass per IT power of the reference, its choices kept: dawn-dusk, five years, moderate \
             solar activity unless named",
            "skyrack: reference-2026, drawn where the closed loop settles",
        ),
        (Measure::new("Altitude", "km"), Measure::new("Mass per IT power", "kg/kW")),
        (Scale::Log, Scale::Log),
        vec![
            dashed(line("launched, Sun active", &altitudes, &high, |outcome| {
                outcome.metrics().mass().launched()
            })),
            line("launched", &altitudes, &moderate, |outcome| outcome.metrics().mass().launched()),
            line("array", &altitudes, &moderate, |outcome| outcome.metrics().mass().array()),
            line("radiators", &altitudes, &moderate, |outcome| {
                outcome.metrics().mass().radiator_panels()
            }),
            line("battery", &altitudes, &moderate, |outcome| outcome.metrics().battery().mass()),
            line("thrusters, propellant", &altitudes, &moderate, |outcome| {
                Some(
                    outcome.metrics().mass().propulsion()?
                        + outcome.metrics().mass().propellant()?,
                )
            }),
        ],
    )
}

fn outcomes(altitudes: &[f64], activity: SolarActivity) -> Vec<Evaluation> {
    let subject = scenario("reference-2026");
    let mut model = subject.model.clone();
    // the choices of the reference stay, so that only drag acts
    let mut case = subject.design;
    case.environment.solar_activity = activity;
    let at = |&altitude: &f64| {
        case.orbit.altitude = Length::new::<kilometer>(altitude);
        model.evaluate(&case)
    };
    altitudes.iter().map(at).collect()
}

fn line(
    name: &str,
    altitudes: &[f64],
    outcomes: &[Evaluation],
    mass: fn(&Evaluation) -> Option<Mass>,
) -> Series {
    let value = |outcome: &Evaluation| mass(outcome).map(|mass| mass.get::<kilogram>() / IT);
    let points = altitudes.iter().copied().zip(outcomes.iter().map(value)).collect();
    Series { name: name.to_owned(), points, stroke: Stroke::Solid }
}
