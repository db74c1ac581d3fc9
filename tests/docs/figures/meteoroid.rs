//! Wall of the tubes over the surface that a valve guards.

use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::physics::meteoroid::{Armor, ArmorDuty};
use skyrack::scenario::open;
use skyrack::studies::evaluated::EvaluatedScenario;
use skyrack::system::design::armor_parameters;
use skyrack::system::inputs::Case;
use skyrack::units::{Area, Ratio, fraction, millimeter, square_meter};

use super::{curve, dashed, dots, figure, picture, ratios};

/// Scenario whose wall, life and altitude are shown.
const SCENARIO: &str = "reference-2026";

pub(crate) fn wall_over_area() -> Lines {
    let EvaluatedScenario { case, evaluation, .. } =
        EvaluatedScenario::new(open(SCENARIO, &[]).unwrap()).unwrap();
    let areas = ratios((0.1, 1_000.0), 81);
    let wall = |name: &str, survival: f64, debris: Ratio| -> Series {
        curve(name, &areas, |area| thickness(&case, area, fraction(survival), debris))
    };
    let own = (case.armor.section * case.armor.tube_share).get::<square_meter>();
    let built = evaluation.metrics().armor().thickness().unwrap().get::<millimeter>();
    figure(
        picture(
            "meteoroid",
            "Ten times the tubes behind one valve, or a tenth of the risk, ask for about twice the \
             wall",
            "One wall of aluminum without a hole after 5 years at 650 km; as many hits by debris \
             as by meteoroids",
            "skyrack: physics::meteoroid, meteoroid flux of ECSS-E-ST-10-04C; dot: the section of \
             10 m2 of panel in reference-2026",
        ),
        (Measure::new("Surface of tubes", "m2"), Measure::new("Wall", "mm")),
        (Scale::Log, Scale::Log),
        vec![
            wall("survival 0.999", 0.999, case.armor.debris_factor),
            wall("0.99", 0.99, case.armor.debris_factor),
            wall("0.95", 0.95, case.armor.debris_factor),
            wall("0.8", 0.8, case.armor.debris_factor),
            dashed(wall("0.95, meteoroids alone", 0.95, fraction(1.0))),
            dots("reference-2026", [(own, built)]),
        ],
    )
}

/// Wall in millimeters by the whole law of the flux.
fn thickness(case: &Case, area: f64, survival: Ratio, debris_factor: Ratio) -> f64 {
    let duty = ArmorDuty {
        area: Area::new::<square_meter>(area),
        life: case.mission.life,
        altitude: case.orbit.altitude,
        survival,
        debris_factor,
    };
    let areal = Armor::new(armor_parameters(case)).unwrap().areal_mass(&duty).unwrap();
    (areal / case.armor.density).get::<millimeter>()
}
