//! Time that drag takes to bring a satellite down.

use skyrack::charts::{Lines, Measure, Scale, Series};
use skyrack::physics::atmosphere::SolarActivity;
use skyrack::physics::drag::lifetime;
use skyrack::units::{AreaPerMass, Length, kilometer, square_meter_per_kilogram, year};

use super::reference::{rows, sorted};
use super::{curve, dots, figure, picture, places};

/// Drag area per mass of the curves and of the rows shown, in square meters per kilogram.
const DRAG_AREA: f64 = 0.02;
/// End of the decay in the reference, in kilometers.
const END: f64 = 300.0;
/// Years after which a satellite must be down.
const LIMIT: f64 = 5.0;

pub(crate) fn lifetime_over_altitude() -> Lines {
    let altitudes = places((330.0, 900.0), 115);
    let decay = |name: &str, activity: SolarActivity| -> Series {
        curve(name, &altitudes, |altitude| {
            let drag_area = AreaPerMass::new::<square_meter_per_kilogram>(DRAG_AREA);
            let [from, to] = [altitude, END].map(Length::new::<kilometer>);
            lifetime(from, drag_area, activity, to).unwrap().time.get::<year>()
        })
    };
    let rows = rows("orbit_lifetime_to_300km").into_iter();
    let rows = rows.filter(|row| row.is_at("cd_area_over_mass_m2_kg", DRAG_AREA));
    let stated = rows.map(|row| (row.number("alt_km"), row.number("years_to_300_km")));
    let lines = figure(
        picture(
            "atmosphere-drag",
            "The Sun decides when drag clears an orbit: from 550 km after one year or after sixty",
            "Circular orbit down to 300 km, 0.02 m2 of drag area per kg (twice the area, half the \
             time), one level of activity all the way",
            "skyrack: physics::drag::lifetime on NRLMSISE-00; dots: SciPy integral over NRLMSIS \
             2.1, which is thinner; level: propulsion.disposal_limit",
        ),
        (Measure::new("Altitude at the start", "km"), Measure::new("Time to decay", "yr")),
        (Scale::Linear, Scale::Log),
        vec![
            decay("low activity, F10.7 65", SolarActivity::Low),
            decay("moderate, F10.7 140", SolarActivity::Moderate),
            decay("high, F10.7 250", SolarActivity::High),
            dots("NRLMSIS 2.1", sorted(stated)),
        ],
    );
    Lines { level: Some((LIMIT, "years allowed".to_owned())), ..lines }
}
