//! Payloads that makers and NASA publish, at orbits that no vehicle was fitted to, and satellites
//! that raise themselves.

use super::super::bench::ReferenceTolerance::Relative;
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::catalog::Catalog;
use crate::physics::ascent::{Ascent, Sites, Stages, VehiclePayload};
use crate::physics::orbit_raising::{PlannedWay, RaisingPath};
use crate::scenario::PRICE_YEAR;
use crate::system::inputs::input;
use crate::units::format::display_unit;
use crate::units::{
    Angle, Area, DoseRate, Force, Length, Mass, MassDensity, Time, Velocity, day, degree, kilogram,
    kilometer, meter_per_second,
};

pub(super) const ADAPTERS: &[Adapter] = &[POINTS, RAISING];

const POINTS: Adapter = Adapter {
    file: "launch_points.csv",
    source: "rows of catalog launch_vehicles: user manuals and makers, and NASA's performance \
        query for C3, each with its source there",
    inputs: &["vehicle", "point", "kind", "altitude_km", "inclination_deg", "c3_km2_s2"],
    columns: COLUMNS,
    remark: "The band of 15 % was stated before comparing. Every vehicle meets its payload to low \
        orbit; Vulcan, Ariane 62 and 64, New Glenn and H3 meet their payload to a transfer orbit \
        too, by one number for the losses that a lighter payload saves. None of the rows here was \
        used, but for New Glenn, whose upper stage was chosen along NASA's three points. Mars is \
        C3 = 12 km²/s².",
    judge: Judge::Csv(point),
};

const RAISING: Adapter = Adapter {
    file: "orbit_raising.csv",
    source: "Python: Newton's law under small thrust and drag",
    inputs: &[
        "from_km",
        "to_km",
        "mass_kg",
        "thrust_N",
        "impulse_s",
        "drag_area_m2",
        "density_300_kg_m3",
        "height_km",
    ],
    columns: RAISED,
    remark: "Made by make_orbit_raising.py beside it: the orbit is followed by the Runge-Kutta \
        method, from a circle until its semi-major axis is that of the target.",
    judge: Judge::Csv(raised),
};

const RAISED: &[BenchColumn] = &[
    column("propellant_kg", 1, "kg", Relative(0.001), PLANNED),
    column("time_d", 1, "d", Relative(0.001), PLANNED),
];
const PLANNED: &str = "physics::orbit_raising::PlannedWay::raised";

/// The same orbits and satellites in 24 steps, in one plane.
fn raised(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let number = |name: &str| row.number(name);
    let kilometers = |name: &str| number(name).map(Length::new::<kilometer>);
    let plane = Angle::from_base(1.0);
    let path = RaisingPath {
        from: kilometers("from_km")?,
        to: kilometers("to_km")?,
        from_inclination: plane,
        to_inclination: plane,
    };
    let (at_300, height) = (number("density_300_kg_m3")?, kilometers("height_km")?);
    let air = |altitude: Length| {
        let above = (altitude - Length::new::<kilometer>(300.0)) / height;
        MassDensity::from_base(at_300 * libm::exp(-above.base()))
    };
    let way = PlannedWay::<DoseRate>::new(&path, air, |_, _| DoseRate::from_base(0.0))
        .map_err(|error| Trouble::new(error.to_string()))?;
    let satellite =
        (Area::from_base(number("drag_area_m2")?), Time::from_base(number("impulse_s")?));
    let mass = Mass::new::<kilogram>(number("mass_kg")?);
    let found = way.raised(mass, Force::from_base(number("thrust_N")?), satellite);
    let propellant = found.propellant.get::<kilogram>();
    bench.judge(row, "propellant_kg", propellant, number("propellant_kg")?);
    bench.judge(row, "time_d", found.time.get::<day>(), number("time_d")?);
    Ok(())
}

const COLUMNS: &[BenchColumn] =
    &[column("payload_kg", 1, "kg", Relative(0.15), "physics::ascent::VehiclePayload::payload")];

fn point(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let entry = VehicleEntry { id: row.text("vehicle")? };
    let payload = entry.vehicle()?.payload(&ascent(row, &entry)?);
    bench.judge(row, "payload_kg", payload.get::<kilogram>(), row.number("payload_kg")?);
    Ok(())
}

fn ascent(row: &SheetRow<'_>, entry: &VehicleEntry<'_>) -> Result<Ascent, Trouble> {
    let sites = Sites::one(Angle::from_base(entry.number("launch.latitude")?));
    let altitude = || Ok(Length::new::<kilometer>(row.number("altitude_km")?));
    let inclination = || Ok(Angle::new::<degree>(row.number("inclination_deg")?));
    match row.text("kind")? {
        "circular" => Ok(Ascent::to_circular(sites, altitude()?, inclination()?)),
        "transfer" => Ok(Ascent::to_transfer(sites, altitude()?, inclination()?)),
        "escape" => {
            let excess = 1_000.0 * row.number("c3_km2_s2")?.sqrt();
            Ok(Ascent::to_escape(Velocity::new::<meter_per_second>(excess)))
        }
        kind => Err(Trouble::new(format!("`{kind}` is no kind of orbit"))),
    }
}

/// An entry of the catalog.
struct VehicleEntry<'e> {
    id: &'e str,
}

impl VehicleEntry<'_> {
    /// What the entry gives an input, in base units.
    fn number(&self, path: &str) -> Result<f64, Trouble> {
        let catalog = Catalog::builtin();
        let group = catalog.group("launch.vehicle");
        let filled = group.and_then(|group| group.filled(catalog, self.id, path, "list"));
        let address = filled.map(|filled| filled.numerator.address());
        let value = address.and_then(|address| catalog.value(&address, PRICE_YEAR).ok());
        let value = value.ok_or_else(|| Trouble::new(format!("{} has no {path}", self.id)))?;
        debug_assert!(input(path).is_some_and(|input| display_unit(input.unit).is_some()));
        Ok(value.nominal)
    }

    fn mass(&self, path: &str) -> Result<Mass, Trouble> {
        Ok(Mass::from_base(self.number(path)?))
    }

    fn time(&self, path: &str) -> Result<Time, Trouble> {
        Ok(Time::from_base(self.number(path)?))
    }

    fn vehicle(&self) -> Result<VehiclePayload, Trouble> {
        let stages = Stages {
            liftoff: self.mass("launch.liftoff_mass")?,
            lower_burnout: self.mass("launch.lower_burnout_mass")?,
            lower_specific_impulse: self.time("launch.lower_specific_impulse")?,
            dry: self.mass("launch.stage_dry_mass")?,
            propellant: self.mass("launch.stage_propellant")?,
            specific_impulse: self.time("launch.specific_impulse")?,
            relief: Velocity::from_base(self.number("launch.loss_relief")?),
        };
        let low_orbit = self.mass("launch.payload_low_orbit")?;
        VehiclePayload::new(low_orbit, stages).map_err(|error| Trouble::new(error.to_string()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::validation::tables::EMBEDDED;

    fn row(id: &str, quantity: &str) -> f64 {
        let address = format!("launch_vehicles.{id}.{quantity}");
        Catalog::builtin().value(&address, PRICE_YEAR).unwrap().nominal
    }

    fn payload(id: &str, ascent: &Ascent) -> f64 {
        VehicleEntry { id }.vehicle().unwrap().payload(ascent).get::<kilogram>()
    }

    #[test]
    fn the_payloads_of_the_table_are_those_of_the_catalog() {
        let (_, text) = EMBEDDED.iter().find(|(name, _)| *name == "launch_points.csv").unwrap();
        for line in text.lines().skip(1) {
            let fields: Vec<&str> = line.split(',').collect();
            let stated: f64 = fields[6].parse().unwrap();
            assert!((stated - row(fields[0], fields[1])).abs() < 1e-9, "{line}");
        }
    }

    #[test]
    fn the_losses_saved_are_those_that_meet_the_payload_to_a_transfer_orbit() {
        let apogee = Length::new::<kilometer>(35_786.0);
        for id in ["vulcan", "ariane62", "ariane64", "new_glenn_7x2", "h3_24"] {
            let latitude = VehicleEntry { id }.number("launch.latitude").unwrap();
            let six = Angle::new::<degree>(6.0);
            let sites = Sites::one(Angle::from_base(latitude));
            let inclination = sites.latitude.abs().larger(six);
            let found = payload(id, &Ascent::to_transfer(sites, apogee, inclination));
            assert!((found / row(id, "payload_gto") - 1.0).abs() < 2e-3, "{id}: {found}");
        }
    }

    #[test]
    fn what_a_booster_keeps_for_its_return_is_what_the_reused_payload_is_lower_by() {
        let low = Ascent::to_escape(Velocity::from_base(0.0));
        for (reused, expended) in
            [("falcon9", "falcon9_expended"), ("falcon_heavy", "falcon_heavy_expended")]
        {
            let [one, other] = [reused, expended].map(|id| VehicleEntry { id }.vehicle().unwrap());
            let losses = one.velocity_to_low_orbit() - other.velocity_to_low_orbit();
            assert!(losses.base().abs() < 5.0, "{reused}: {losses:?}");
            assert!(one.payload(&low) < other.payload(&low));
        }
    }

    #[test]
    fn the_lightest_satellite_that_flew_to_the_equator_is_carried_with_the_booster_back() {
        let sites = Sites::one(Angle::new::<degree>(28.5));
        let altitude = Length::new::<kilometer>(600.0);
        let ascent = Ascent::to_circular(sites, altitude, Angle::new::<degree>(0.2));
        assert!(payload("falcon9", &ascent) > 330.0);
    }
}
