//! Propellant for drag and for the way down.

use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::physics::atmosphere::{SolarActivity, density};
use skyrack::physics::drag::deceleration;
use skyrack::physics::propulsion::{deorbit_delta_v, propellant_fraction, spiral_delta_v};
use skyrack::units::{
    AreaPerMass, Length, Time, Velocity, kilometer, second, square_meter_per_kilogram, year,
};

use super::reference::{rows, sorted};
use super::{curve, dashed, dots, figure, picture, places};

/// Drag area per mass of the curves and of the rows shown, in square meters per kilogram.
const DRAG_AREA: f64 = 0.02;
/// Specific impulses of the reference: a thruster that burns, an electric one.
const CHEMICAL: f64 = 220.0;
const ELECTRIC: f64 = 1_500.0;

pub(crate) fn propellant_over_altitude() -> Lines {
    let altitudes = places((300.0, 1_000.0), 141);
    let share = |name: &str, impulse: f64, velocity: fn(Length) -> Velocity| -> Series {
        curve(name, &altitudes, |altitude| {
            let velocity = velocity(Length::new::<kilometer>(altitude));
            100.0 * propellant_fraction(velocity, Time::new::<second>(impulse)).base()
        })
    };
    figure(
        picture(
            "propulsion",
            "A slow spiral takes twice the velocity of one burn and a third of its propellant",
            "The way down: a spiral to 200 km at 1500 s of specific impulse, or one burn to a \
             perigee of 200 km at 220 s; beside it drag at 0.02 m2/kg, moderate activity",
            "skyrack: physics::propulsion, physics::drag; dots: closed forms with NumPy on the \
             density of NRLMSIS 2.1",
        ),
        (Measure::new("Altitude", "km"), Measure::new("Propellant per mass at the start", "%")),
        (Scale::Linear, Scale::Log),
        vec![
            share("one burn, 220 s", CHEMICAL, |from| deorbit_delta_v(from, low())),
            share("spiral, 1500 s", ELECTRIC, |from| spiral_delta_v(from, low())),
            dashed(share("year of drag, 220 s", CHEMICAL, year_of_drag)),
            dashed(share("year of drag, 1500 s", ELECTRIC, year_of_drag)),
            dots("reference rows", sorted(stated())),
        ],
    )
}

/// End of both ways down.
fn low() -> Length {
    Length::new::<kilometer>(200.0)
}

fn year_of_drag(altitude: Length) -> Velocity {
    let air = density(altitude, SolarActivity::Moderate).unwrap().value;
    let drag_area = AreaPerMass::new::<square_meter_per_kilogram>(DRAG_AREA);
    deceleration(air, altitude, drag_area) * Time::new::<year>(1.0)
}

fn stated() -> Vec<(f64, f64)> {
    let rows = rows("drag_makeup").into_iter().filter(|row| {
        row.text("level") == "moderate" && row.is_at("cd_area_over_mass_m2_kg", DRAG_AREA)
    });
    rows.flat_map(|row| {
        ["propellant_fraction_year_isp220", "propellant_fraction_year_isp1500"]
            .map(|column| (row.number("alt_km"), 100.0 * row.number(column)))
    })
    .collect()
}
