//! Sun angle and shadow of each day of the year of a case.

use super::evaluated::EvaluatedScenario;
use super::shown::Plain;
use crate::physics::eclipse::{critical_beta, limb_radius};
use crate::physics::environment::{DayOfOrbit, calendar as days_of};
use crate::physics::orbit::CircularOrbit;
use crate::physics::sun::SunState;
use crate::system::environment::orbit;
use crate::units::{Angle, degree, minute};
use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

/// The days of a year. In JSON each quantity is a column with its unit.
#[derive(Debug, Clone, PartialEq)]
pub struct Calendar {
    /// The year.
    pub year: i32,
    /// Its days from 1 January on.
    pub days: Vec<DayOfOrbit>,
    /// Angle of the Sun above the orbit plane from which on there is no shadow.
    pub critical_beta: Angle,
}

/// A quantity of each day.
#[derive(Serialize)]
struct DailyColumn {
    unit: &'static str,
    values: Vec<f64>,
}

impl DailyColumn {
    fn new(calendar: &Calendar, unit: &'static str, of: impl Fn(&DayOfOrbit) -> f64) -> Self {
        Self { unit, values: calendar.days.iter().map(of).collect() }
    }
}

impl Serialize for Calendar {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_struct("Calendar", 4)?;
        fields.serialize_field("year", &self.year)?;
        let critical = self.critical_beta.get::<degree>();
        fields.serialize_field("critical_beta", &Plain { value: critical, unit: "deg" })?;
        let beta = DailyColumn::new(self, "deg", |day| day.beta.get::<degree>());
        fields.serialize_field("beta", &beta)?;
        let shadow = DailyColumn::new(self, "min", |day| day.shadow.get::<minute>());
        fields.serialize_field("shadow", &shadow)?;
        fields.end()
    }
}

/// The days of the year of a subject; `None` where its orbit does not exist.
///
/// The critical angle is that of the shadow which the days themselves have, of the oblate Earth,
/// on the day on which the Sun is nearest to it.
pub fn calendar(subject: &EvaluatedScenario) -> Option<Calendar> {
    let orbit = orbit(&subject.design).ok()?;
    let year = subject.model.year();
    let days = days_of(&orbit, year);
    let nearest = days
        .iter()
        .zip(year.states())
        .map(|(day, sun)| {
            let critical = critical_on(&orbit, sun, day.beta);
            ((day.beta.base().abs() - critical.base()).abs(), critical)
        })
        .min_by(|(one, _), (other, _)| one.total_cmp(other));
    let (_, critical_beta) = nearest?;
    Some(Calendar { year: year.year(), days, critical_beta })
}

/// The angle above which an orbit has no shadow on one day.
fn critical_on(orbit: &CircularOrbit, sun: &SunState, beta: Angle) -> Angle {
    let radius = orbit.mean_radius();
    let limb = limb_radius(radius, orbit.inclination(), sun.declination, beta);
    critical_beta(radius, limb, sun.distance)
}
