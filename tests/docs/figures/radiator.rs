//! Net heat of a radiator panel.

use skyrack::charts::{Lines, Measure, Scale, Series, Stroke};
use skyrack::physics::fin::{Fin, FinParameters};
use skyrack::physics::radiator::{Radiator, RadiatorParameters};
use skyrack::units::{
    ArealMass, Conductivity, Length, Temperature, fraction, millimeter, watt_per_meter_kelvin,
    watt_per_square_meter,
};

use super::reference::{Row, celsius, degrees, rows};
use super::{curve, dashed, dots, figure, picture, places};

const AREAS: &str = "radiator_area";
const FLOWN: &str = "flown_radiators";
const SINKS: [f64; 3] = [0.0, 220.0, 250.0];

pub(crate) fn net_flux() -> Lines {
    let roots = places((-20.0, 120.0), 71);
    let plain = |name: &str, sink: f64| curve(name, &roots, |root| flux(panel(), root, sink));
    figure(
        picture(
            "radiator",
            "At 60 °C a sink of 220 K takes a fifth of what a panel emits, one of 250 K a third, \
             fins 6 %",
            "Net heat per panel area, both faces, emissivity 0.9; fins of aluminum, 2 mm thick and \
             75 mm long",
            "skyrack: net flux; dots: SciPy, area for a fluid that cools by 10 K to 30 K, at its \
             mean temperature; station: two ratings over panel area",
        ),
        (Measure::new("Temperature of the root", "°C"), Measure::new("Net heat per area", "W/m2")),
        (Scale::Linear, Scale::Linear),
        vec![
            dashed(plain("empty sky", 0.0)),
            plain("sink 220 K", 220.0),
            curve("sink 220 K, fins", &roots, |root| flux(panel().with_fin(sheet()), root, 220.0)),
            plain("sink 250 K", 250.0),
            station(),
            dots("SciPy", scipy()),
        ],
    )
}

fn flux(radiator: Radiator, root: f64, sink: f64) -> f64 {
    let sink = Temperature::from_base(sink);
    radiator.net_flux_to(celsius(root), sink).get::<watt_per_square_meter>()
}

pub(super) fn panel() -> Radiator {
    Radiator::new(RadiatorParameters {
        emissivity: fraction(0.9),
        absorptance: fraction(0.18),
        fin_effectiveness: fraction(1.0),
        emitting_faces: fraction(2.0),
        areal_mass: ArealMass::from_base(8.0),
    })
    .unwrap()
}

pub(super) fn sheet() -> Fin {
    Fin::new(FinParameters {
        length: Length::new::<millimeter>(75.0),
        thickness: Length::new::<millimeter>(2.0),
        conductivity: Conductivity::new::<watt_per_meter_kelvin>(167.0),
    })
    .unwrap()
}

/// Heat over area at the fluid's mean temperature, each once.
fn scipy() -> Vec<(f64, f64)> {
    let plain = |row: &Row, sink: f64| {
        row.has(&[("emissivity", 0.9), ("fin_eta", 1.0), ("sides", 2.0), ("T_sink_K", sink)])
    };
    let point = |row: &Row| {
        let mean = 0.5 * (row.number("T_in_K") + row.number("T_out_K"));
        (degrees(mean), row.number("Q_W") / row.number("area_m2_fluid_integral"))
    };
    let table = rows(AREAS);
    let kept = table.iter().filter(|row| SINKS.iter().any(|&sink| plain(row, sink)));
    let mut points: Vec<(f64, f64)> = kept.map(point).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0).then(other.1.total_cmp(&one.1)));
    points.dedup_by(|one, other| {
        (one.0 - other.0).abs() < 1e-6 && (one.1 / other.1 - 1.0).abs() < 1e-6
    });
    points
}

fn station() -> Series {
    let point = |row: &Row| {
        let flux = 1e3 * row.number("heat_kW") / row.number("panel_area_m2");
        let mean = 0.5 * (row.number("inlet_K") + row.number("outlet_K"));
        [(degrees(mean), Some(flux)), (0.0, None)]
    };
    let points = rows(FLOWN).iter().flat_map(point).collect();
    Series { name: "space station".to_owned(), points, stroke: Stroke::Solid }
}
