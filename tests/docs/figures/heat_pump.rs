//! Mass of radiator and power against the temperature to which heat is lifted.

use skyrack::charts::{Lines, Measure, Scale};
use skyrack::constants::STEFAN_BOLTZMANN;
use skyrack::physics::heat_pump::{HeatPump, HeatPumpParameters};
use skyrack::units::{
    ArealMass, SpecificMass, Temperature, fraction, kilogram_per_kilowatt,
    kilogram_per_square_meter,
};

use super::reference::{Row, rows};
use super::{curve, dashed, dots, figure, picture, places};

const OPTIMA: &str = "heat_pump_optimum";
const COLD: f64 = 320.0;
const SINK: f64 = 240.0;
const PANEL: f64 = 6.0;
const EMISSIVITY: f64 = 0.9;

pub(crate) fn mass_of_lift() -> Lines {
    let radiators = places((COLD, 420.0), 51);
    let line = |name: &str, power: f64, share: f64| {
        curve(name, &radiators, |kelvin| {
            let mass = pump(power, share).mass(Temperature::from_base(kelvin));
            mass.get::<kilogram_per_kilowatt>()
        })
    };
    figure(
        picture(
            "heat-pump",
            "At half of Carnot's performance a heat pump pays only where power weighs less than 16 \
             kg/kW",
            "Mass of panels and power supply; heat taken up at 320 K, sink of 240 K, panels of 6 \
             kg/m2 with two faces of 0.9; dashed: 0.7 of Carnot's",
            "skyrack: mass of radiator and power; dots: SciPy, the lightest radiator temperature; \
             at 320 K no lift is best",
        ),
        (Measure::new("Temperature of the radiator", "K"), Measure::new("Mass per heat", "kg/kW")),
        (Scale::Linear, Scale::Linear),
        vec![
            line("power of 20 kg/kW", 20.0, 0.5),
            line("10 kg/kW", 10.0, 0.5),
            line("5 kg/kW", 5.0, 0.5),
            dashed(line("20 kg/kW, 0.7", 20.0, 0.7)),
            dashed(line("10 kg/kW, 0.7", 10.0, 0.7)),
            dots("lightest", lightest()),
        ],
    )
}

fn pump(power: f64, share: f64) -> HeatPump {
    HeatPump::new(HeatPumpParameters {
        cold: Temperature::from_base(COLD),
        sink: Temperature::from_base(SINK),
        carnot_share: fraction(share),
        panel_mass: ArealMass::new::<kilogram_per_square_meter>(PANEL),
        panel_emission: fraction(2.0 * EMISSIVITY) * STEFAN_BOLTZMANN,
        power_mass: SpecificMass::new::<kilogram_per_kilowatt>(power),
    })
    .unwrap()
}

/// Optima of the pumps that are drawn.
fn lightest() -> Vec<(f64, f64)> {
    let panel = [
        ("T_cold_K", COLD),
        ("T_sink_K", SINK),
        ("radiator_kg_m2", PANEL),
        ("emissivity", EMISSIVITY),
        ("sides", 2.0),
    ];
    let drawn = [(0.02, 0.5), (0.01, 0.5), (0.005, 0.5), (0.02, 0.7), (0.01, 0.7)];
    let fits = |row: &&Row| {
        let pump = |&(power, share): &(f64, f64)| {
            row.has(&[("power_kg_W", power), ("carnot_fraction", share)])
        };
        row.has(&panel) && drawn.iter().any(pump)
    };
    let point = |row: &Row| (row.number("T_rad_opt_K"), row.number("mass_kg_per_kW_heat_at_opt"));
    let mut points: Vec<(f64, f64)> = rows(OPTIMA).iter().filter(fits).map(point).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    points
}
