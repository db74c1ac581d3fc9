//! Hardware that flew: its drag and fall, its propellant, its time in shadow, its holes, its dose.

use super::super::bench::ReferenceTolerance::FactorOfRow;
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::equations::battery;
use super::orbit::{degrees, kilometers};
use super::size_laws::aluminum;
use super::{Adapter, Context, Judge};
use crate::domain::DomainError;
use crate::physics::atmosphere::{SolarActivity, density};
use crate::physics::debris::{DebrisOrbit, TubeArmor, TubeDuty};
use crate::physics::drag::{
    Sinking, corotation_factor, decay, deceleration, drag_area_per_mass, semi_major_axis_rate,
};
use crate::physics::environment::{Attitude, Environment};
use crate::physics::meteoroid::ArmorDuty;
use crate::physics::orbit::{CircularOrbit, OrbitPlane};
use crate::physics::propulsion::{exhaust_velocity, propellant_fraction};
use crate::physics::radiation::{Belts, ShieldGeometry, SolarCycle};
use crate::units::{
    Angle, Area, AreaPerMass, Force, Frequency, Length, Mass, MassDensity, Power, Time, Velocity,
    YEAR_SECONDS, day, fraction, hour, kilometer, kilowatt, kilowatt_hour, meter_per_second,
    millimeter, minute, newton, rad_per_year, second, year,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "flown_drag.csv",
        source: "operators and observers; each row names its source",
        inputs: &["hardware", "quantity", "alt_km", "activity", "drag_area_m2", "mass_kg"],
        columns: DRAG,
        remark: "The model's air at the level of solar activity of the date; 2.2 of the catalog is \
            in the drag area. Where the drag is given, no air is in the sink.",
        judge: Judge::Csv(drag),
    },
    Adapter {
        file: "flown_thrust.csv",
        source: "ESA's reports on SMART-1",
        inputs: &["hardware", "quantity", "mass_kg", "specific_impulse_s"],
        columns: THRUST,
        remark: "",
        judge: Judge::Csv(thrust),
    },
    Adapter {
        file: "flown_storage.csv",
        source: "operators and makers; each row names its source",
        inputs: &["hardware", "quantity", "alt_km", "inc_deg"],
        columns: STORAGE,
        remark: "The longest shadow of a year.",
        judge: Judge::Csv(storage),
    },
    Adapter {
        file: "flown_walls.csv",
        source: "the survey of Hubble's arrays after their return",
        inputs: &["hardware", "quantity", "alt_km", "area_m2", "holes"],
        columns: WALLS,
        remark: "Meteoroids and debris together, against one wall of aluminum.",
        judge: Judge::Csv(walls),
    },
    Adapter {
        file: "flown_dose.csv",
        source: "dosimeters outside the space station; each row names its source",
        inputs: &["hardware", "quantity", "alt_km", "inc_deg", "shield_mm"],
        columns: DOSE,
        remark: "Belts at solar minimum behind a slab.",
        judge: Judge::Csv(dose),
    },
];

const DRAG: &[BenchColumn] = &[
    column("drag_mN", 3, "mN", FactorOfRow, "physics::drag::deceleration"),
    column("sink_m_d", 3, "m/d", FactorOfRow, "physics::drag::semi_major_axis_rate"),
    column("fall_km", 3, "km", FactorOfRow, "physics::drag::decay"),
];

/// A satellite and its air, as a row of the table of drag states them.
struct FlownSatellite {
    altitude: Length,
    inclination: Angle,
    activity: SolarActivity,
    mass: Mass,
    drag_area: AreaPerMass,
}

impl FlownSatellite {
    fn of(row: &SheetRow<'_>) -> Result<Self, Trouble> {
        let activity = match row.text("activity")? {
            "low" => SolarActivity::Low,
            "moderate" => SolarActivity::Moderate,
            other => return Err(row.impossible(format!("unknown activity `{other}`"))),
        };
        let mass = Mass::from_base(row.number("mass_kg")?);
        let area = Area::from_base(row.number("drag_area_m2")?);
        Ok(Self {
            altitude: kilometers(row.number("alt_km")?),
            inclination: degrees(row.number("inc_deg")?),
            activity,
            mass,
            drag_area: drag_area_per_mass(fraction(1.0), area, mass),
        })
    }

    fn air(&self, altitude: Length) -> Result<MassDensity, DomainError> {
        density(altitude, self.activity).map(|air| air.value)
    }

    fn force(&self, air: MassDensity) -> Force {
        let slip = corotation_factor(self.altitude, self.inclination);
        self.mass * deceleration(air, self.altitude, self.drag_area) * slip
    }

    /// Meters a day that a force against the motion takes from the orbit.
    fn sink_m_d(&self, drag: Force) -> f64 {
        let unit = MassDensity::from_base(1.0);
        let braked: Force = self.mass * deceleration(unit, self.altitude, self.drag_area);
        let air = unit * (drag / braked);
        let rate = semi_major_axis_rate(air, self.altitude, self.drag_area);
        -86_400.0 * rate.get::<meter_per_second>()
    }

    fn fall(&self, span: Time) -> Length {
        let Self { altitude, inclination, drag_area, .. } = *self;
        let air = |at: Length| self.air(at).unwrap_or(MassDensity::from_base(f64::NAN));
        decay(air, Sinking { altitude, inclination, drag_area }, span)
    }
}

fn drag(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let flight = FlownSatellite::of(row)?;
    let air = flight.air(flight.altitude).map_err(|error| row.impossible(error))?;
    if row.optional("drag_mN")?.is_some() {
        bench.judge_flown(row, "drag_mN", 1.0e3 * flight.force(air).get::<newton>())?;
    }
    if row.optional("sink_m_d")?.is_some() {
        let given = row.optional("given_drag_mN")?;
        let slowing = given.map_or(flight.force(air), |given| Force::from_base(1.0e-3 * given));
        bench.judge_flown(row, "sink_m_d", flight.sink_m_d(slowing))?;
    }
    if let Some(days) = row.optional("days")? {
        let fall = flight.fall(Time::new::<day>(days)).get::<kilometer>();
        bench.judge_flown(row, "fall_km", fall)?;
    }
    Ok(())
}

const THRUST: &[BenchColumn] =
    &[column("propellant_kg", 3, "kg", FactorOfRow, "physics::propulsion::propellant_fraction")];

fn thrust(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let impulse = Time::new::<second>(row.number("specific_impulse_s")?);
    let mass = row.number("mass_kg")?;
    let got = if let Some(velocity) = row.optional("delta_v_m_s")? {
        let velocity = Velocity::new::<meter_per_second>(velocity);
        mass * propellant_fraction(velocity, impulse).base()
    } else {
        let time = Time::new::<hour>(row.number("hours")?);
        let force = Force::new::<newton>(1.0e-3 * row.number("thrust_mN")?);
        let spent: Mass = force * time / exhaust_velocity(impulse);
        spent.base()
    };
    bench.judge_flown(row, "propellant_kg", got)
}

const STORAGE: &[BenchColumn] = &[
    column("shadow_min", 3, "min", FactorOfRow, "physics::environment::Environment"),
    column("energy_kWh", 3, "kWh", FactorOfRow, "physics::battery::Battery::energy"),
];

fn storage(row: &SheetRow<'_>, context: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let sun = context.year_2027();
    let plane =
        OrbitPlane::Inclined { inclination: degrees(row.number("inc_deg")?), raan: degrees(0.0) };
    let orbit = CircularOrbit::new(kilometers(row.number("alt_km")?), plane, sun.start());
    let orbit = orbit.map_err(|error| row.impossible(error))?;
    let shadow = Environment::new(&orbit, sun, Attitude::EdgeOn).eclipse_max;
    if row.optional("shadow_min")?.is_some() {
        bench.judge_flown(row, "shadow_min", shadow.get::<minute>())?;
    }
    let Some(load) = row.optional("load_kW")? else { return Ok(()) };
    let battery = battery(1.0, 0.92).map_err(|error| row.impossible(error))?;
    let depth = fraction(row.number("depth")?);
    let energy = battery.energy(Power::new::<kilowatt>(load), shadow, depth);
    bench.judge_flown(row, "energy_kWh", energy.get::<kilowatt_hour>())
}

const WALLS: &[BenchColumn] =
    &[column("wall_mm", 3, "mm", FactorOfRow, "physics::debris::TubeArmor::wall")];

fn walls(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let altitude = kilometers(row.number("alt_km")?);
    let impossible = |error| row.impossible(error);
    let plate = TubeArmor {
        meteoroids: aluminum(1_000.0, 14.0).map_err(impossible)?,
        debris: aluminum(2_800.0, 9.0).map_err(impossible)?,
        bore: Length::new::<millimeter>(8.6),
        bare: Length::new::<millimeter>(0.7),
    };
    let got = plate.wall(&TubeDuty {
        exposure: ArmorDuty {
            // one hole is expected in this share of the area
            area: Area::from_base(row.number("area_m2")? / row.number("holes")?),
            life: Time::new::<year>(row.number("years")?),
            altitude,
            survival: fraction(libm::exp(-1.0)),
            debris_factor: fraction(1.0),
        },
        debris: DebrisOrbit {
            altitude,
            inclination: degrees(row.number("inc_deg")?),
            activity: SolarActivity::Moderate,
            since_1988: Time::new::<year>(row.number("years_since_1988")?),
            growth: Frequency::from_base(0.02 / YEAR_SECONDS),
        },
        debris_factor: fraction(1.0),
    });
    bench.judge_flown(row, "wall_mm", got.get::<millimeter>())
}

const DOSE: &[BenchColumn] =
    &[column("dose_uGy_d", 3, "uGy/d", FactorOfRow, "physics::radiation::Belts::dose")];

/// Micrograys of a rad, days of a year.
const MICROGRAYS: f64 = 1.0e4 / 365.25;

fn dose(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let belts = Belts::of(kilometers(row.number("alt_km")?), degrees(row.number("inc_deg")?));
    let shield = Length::new::<millimeter>(row.number("shield_mm")?);
    let got = belts.dose(ShieldGeometry::Slab, shield, SolarCycle::Minimum);
    bench.judge_flown(row, "dose_uGy_d", MICROGRAYS * got.rate.get::<rad_per_year>())
}
