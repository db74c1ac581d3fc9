//! Panel area against the temperature of the chip.

use skyrack::charts::{Lines, Measure, Scale};
use skyrack::physics::heat_transport::{HeatChain, HeatChainParameters};
use skyrack::physics::radiator::{Radiator, SurroundingLoads, ideal_flux};
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::units::{
    Power, Temperature, TemperatureInterval, ThermalResistance, fraction, kilowatt, square_meter,
};

use super::reference::{Row, celsius, degrees, rows, scenario};
use super::{curve, dashed, dots, figure, picture, places};

const AREAS: &str = "radiator_area";
const SINK: f64 = 220.0;

/// What differs from the reference.
#[derive(Clone, Copy)]
struct Change {
    /// K/W
    resistance: f64,
    /// K
    rise: f64,
    /// Film and fins that cost nothing.
    is_bound: bool,
}

pub(crate) fn area_for_a_chip() -> Lines {
    let chips = places((30.0, 120.0), 91);
    let subject = scenario("reference-2026");
    let reference = Change { resistance: 0.02, rise: 10.0, is_bound: false };
    let line =
        |name: &str, change: Change| curve(name, &chips, |chip| area(&subject, change, chip));
    figure(
        picture(
            "heat-chain",
            "With a chip at 95 °C each 0.01 K/W on the way to the coolant costs a fifth more panel",
            "Panel area per heat, both faces, sink of 220 K; chips of 1.4 kW, coolant that warms \
             by 10 K, film of 500 W/m2/K, finned sheet",
            "skyrack: chain from chip to panel; dots: SciPy, fluid that cools by 20 K in a panel \
             without film and fins",
        ),
        (
            Measure::new("Temperature of the hottest chip", "°C"),
            Measure::new("Panel area per heat", "m2/kW"),
        ),
        (Scale::Linear, Scale::Log),
        vec![
            line("0.03 K/W", Change { resistance: 0.03, ..reference }),
            line("0.02 K/W, 30 K of rise", Change { rise: 30.0, ..reference }),
            line("0.02 K/W", reference),
            line("0.01 K/W", Change { resistance: 0.01, ..reference }),
            dashed(line(
                "panel as warm as the chip",
                Change { resistance: 0.0, rise: 20.0, is_bound: true },
            )),
            dots("SciPy", scipy()),
        ],
    )
}

fn area(subject: &EvaluatedScenario, change: Change, chip: f64) -> f64 {
    let case = &subject.case;
    let resistance = ThermalResistance::from_base(change.resistance);
    let drop: TemperatureInterval = case.it.chip_power * resistance;
    let rise = TemperatureInterval::from_base(change.rise);
    let coolant = celsius(chip).base() - drop.base() - 0.5 * rise.base();
    let film = if change.is_bound { 1e6 } else { case.radiator.film.base() };
    let chain = HeatChain::new(HeatChainParameters {
        accelerator_power: case.it.chip_power,
        junction_resistance: resistance,
        coolant_rise: rise,
        panel_film: skyrack::units::HeatTransfer::from_base(film),
        coolant_temperature: Temperature::from_base(coolant),
        lift: TemperatureInterval::from_base(0.0),
    })
    .unwrap();
    let panel = if change.is_bound { plain() } else { plain().with_fin(super::radiator::sheet()) };
    let one = Power::new::<kilowatt>(1.0);
    chain
        .panel(&panel, &surroundings())
        .map_or(f64::NAN, |state| state.area(one).get::<square_meter>())
}

fn plain() -> Radiator {
    super::radiator::panel()
}

/// Infrared of the sink on both faces.
fn surroundings() -> SurroundingLoads {
    let emitted = fraction(2.0) * ideal_flux(Temperature::from_base(SINK));
    SurroundingLoads { earth_infrared: emitted, ..SurroundingLoads::default() }
}

fn scipy() -> Vec<(f64, f64)> {
    let fits = |row: &&Row| {
        row.has(&[("emissivity", 0.9), ("fin_eta", 1.0), ("sides", 2.0), ("T_sink_K", SINK)])
            && (row.number("T_in_K") - row.number("T_out_K") - 20.0).abs() < 1e-6
    };
    let point = |row: &Row| {
        (
            degrees(row.number("T_in_K")),
            1e3 * row.number("area_m2_fluid_integral") / row.number("Q_W"),
        )
    };
    rows(AREAS).iter().filter(fits).map(point).collect()
}
