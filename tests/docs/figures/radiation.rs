//! Dose behind aluminum.

use skyrack::catalog::Catalog;
use skyrack::charts::{Lines, Measure, Scale};
use skyrack::physics::radiation::solar_protons::SolarProtons;
use skyrack::physics::radiation::{ShieldGeometry, SolarCycle, annual_dose};
use skyrack::units::{Angle, Length, degree, kilometer, millimeter, rad_per_year};

use super::{curve, dashed, dots, figure, picture, ratios};

/// Rows of the catalog at 550 km and 100 degrees, and their thickness in millimeters.
const OTHERS: [(&str, f64); 8] = [
    ("dose_0p5mm", 0.5),
    ("dose_1mm", 1.0),
    ("dose_2mm", 2.0),
    ("dose_3mm", 3.0),
    ("dose_5mm", 5.0),
    ("dose_7mm", 7.0),
    ("dose_10mm", 10.0),
    ("dose_20mm", 20.0),
];
/// Rad in a unit of dose.
const RAD: f64 = 0.01;
const YEARS: f64 = 5.0;

pub(crate) fn dose_behind_aluminum() -> Lines {
    let depths = ratios((0.3, 30.0), 61);
    let trapped = |name: &str, altitude: f64, inclination: f64| {
        curve(name, &depths, |depth| {
            let (altitude, inclination) = place(altitude, inclination);
            let depth = Length::new::<millimeter>(depth);
            let dose = annual_dose(altitude, inclination, depth, SolarCycle::Worst);
            dose.rate.get::<rad_per_year>()
        })
    };
    let solar = curve("protons of the Sun, 650 km", &depths, |depth| {
        let (altitude, inclination) = place(650.0, 98.0);
        let depth = Length::new::<millimeter>(depth);
        let dose = SolarProtons::of(altitude, inclination).dose(ShieldGeometry::Sphere, depth);
        dose.get::<rad_per_year>()
    });
    figure(
        picture(
            "radiation",
            "Ten millimeters stop the electrons; what is left are protons that no plate stops",
            "Dose in silicon at the center of an aluminum sphere, worst phase of the solar cycle",
            "skyrack: AP-8, AE-8, SHIELDOSE-2, ESP-PSYCHIC; dots: SPENVIS after Pfandzelter, 550 \
             km, 100 deg, trapped alone",
        ),
        (Measure::new("Aluminum", "mm"), Measure::new("Dose", "rad/yr")),
        (Scale::Log, Scale::Log),
        vec![
            trapped("belts, 550 km, 100 deg", 550.0, 100.0),
            trapped("belts, 1200 km, 100 deg", 1200.0, 100.4),
            trapped("belts, 400 km, 51.6 deg", 400.0, 51.6),
            trapped("belts, geostationary", 35_786.0, 0.05),
            dashed(solar),
            dots("SPENVIS", OTHERS.map(|(id, depth)| (depth, stated(id)))),
        ],
    )
}

fn place(altitude: f64, inclination: f64) -> (Length, Angle) {
    (Length::new::<kilometer>(altitude), Angle::new::<degree>(inclination))
}

fn stated(id: &str) -> f64 {
    let address = format!("subsystems.{id}.dose_5yr");
    Catalog::builtin().value(&address, 2026).unwrap().nominal / RAD / YEARS
}
