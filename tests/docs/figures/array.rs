//! Power of an array, new and after five years, in orbits from low to high.

use skyrack::charts::{Lines, Measure, Scale, Series, Stroke};
use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::system::evaluation::Evaluation;
use skyrack::units::{Length, kilometer, micrometer, watt_per_square_meter};

use super::reference::{Row, rows};
use super::{dashed, dots, figure, picture, places};

const FLOWN: &str = "flown_arrays";
/// Where each flown wing is drawn, in kilometers and in the order of the table; the first has no
/// row, and the lines are flat there.
const FLOWN_AT: [f64; 2] = [550.0, 420.0];

pub(crate) fn power_per_area() -> Lines {
    let triple = subject(&["array.cell=cell_xtj", "array.degradation=0 1/yr"]);
    let silicon = subject(&[]);
    let after = |outcome: &Evaluation| {
        let left = outcome.metrics().array().remaining_factor()?;
        new(outcome).map(|power| power * left.base())
    };
    figure(
        picture(
            "array",
            "In five years particles take under 5 % of III-V cells up to 1 000 km, and at 2 000 km \
             a fifth behind thin glass",
            "Power per gross area facing the Sun, cells on 0.88 of it, dawn-dusk; III-V cells \
             (29.8 %) lose by particles alone, silicon (21 %) by 2.5 % a year as far up as that is \
             known",
            "skyrack: heat balance and aging in reference-2026; dots: power over area as flown, \
             Starlink V2 Mini (silicon) and iROSA (III-V, outer size)",
        ),
        (Measure::new("Altitude", "km"), Measure::new("Power per area", "W/m2")),
        (Scale::Linear, Scale::Linear),
        vec![
            line("III-V, new", &triple, 100.0, new),
            line("5 years, glass of 500 um", &triple, 500.0, after),
            line("5 years, glass of 100 um", &triple, 100.0, after),
            line("silicon, new", &silicon, 100.0, new),
            dashed(line("silicon, 5 years", &silicon, 100.0, after)),
            dots("flown wings", flown()),
        ],
    )
}

fn subject(set: &[&str]) -> EvaluatedScenario {
    let set: Vec<String> = set.iter().map(|&text| text.to_owned()).collect();
    EvaluatedScenario::new(open("reference-2026", &set).unwrap()).unwrap()
}

fn new(outcome: &Evaluation) -> Option<f64> {
    let density = outcome.metrics().array().power_density();
    density.map(|density| density.get::<watt_per_square_meter>())
}

fn line(
    name: &str,
    subject: &EvaluatedScenario,
    glass: f64,
    value: impl Fn(&Evaluation) -> Option<f64>,
) -> Series {
    let at = |altitude: f64| {
        let mut case = subject.case;
        case.orbit.altitude = Length::new::<kilometer>(altitude);
        case.array.coverglass = Length::new::<micrometer>(glass);
        (altitude, value(&subject.model.clone().evaluate(&case)))
    };
    let points = places((400.0, 2_000.0), 81).into_iter().map(at).collect();
    Series { name: name.to_owned(), points, stroke: Stroke::Solid }
}

fn flown() -> Vec<(f64, f64)> {
    let flux = |row: &Row| 1e3 * row.number("power_kW") / row.number("area_m2");
    FLOWN_AT.into_iter().zip(rows(FLOWN).iter().map(flux)).collect()
}
