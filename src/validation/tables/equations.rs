//! What programs find that integrate equations of motion, of heat and of beams.

use super::super::bench::ReferenceTolerance::{Absolute, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::orbit::{degrees, kilometers};
use super::{Adapter, Context, Judge};
use crate::domain::DomainError;
use crate::physics::battery::{Battery, BatteryParameters};
use crate::physics::booms::Boom;
use crate::physics::environment::{Attitude, Environment};
use crate::physics::fin::{Fin, FinParameters};
use crate::physics::heat_transport::{HeatChain, HeatChainParameters};
use crate::physics::orbit::{CircularOrbit, OrbitPlane};
use crate::physics::orbit_raising::{Raising, RaisingPath};
use crate::physics::propulsion::thruster_power;
use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use crate::units::{
    Area, ArealMass, Conductivity, Count, DoseRate, Force, HeatTransfer, Irradiance, Length, Mass,
    MassDensity, Power, Pressure, SpecificEnergy, Temperature, TemperatureInterval,
    ThermalResistance, Time, WaveFrequency, day, fraction, kelvin, kilowatt, kilowatt_hour, second,
    square_meter,
};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "battery_shadow.csv",
        source: "NumPy 2.4.6, SciPy 1.17.1: steps on the equations of motion, charge by charge",
        inputs: &["alt_km", "inc_deg", "raan_deg", "load_kW", "depth", "end_of_life", "round_trip"],
        columns: BATTERY,
        remark: "Made by make_battery_shadow.py beside it. Energy and array power follow from the \
            shadow that the model finds itself.",
        judge: Judge::Csv(battery_shadow),
    },
    Adapter {
        file: "spiral_thrust.csv",
        source: "SciPy 1.17.1 (DOP853): Newton's equations under thrust",
        inputs: &["mass_kg", "thrust_N", "specific_impulse_s", "drag_area_m2", "from_km", "to_km"],
        columns: SPIRAL,
        remark: "Made by make_spiral.py beside it. The power of the thruster is found from the \
            thrust, and the thrust of the satellite from that power. `reached_deg` is where the \
            integrated flight ends that holds the model's yaw, beside the target.",
        judge: Judge::Csv(spiral),
    },
    Adapter {
        file: "heat_chain.csv",
        source: "SciPy 1.17.1 (quad, solve_bvp): coolant, film and sheet place by place",
        inputs: &["heat_kW", "coolant_K", "rise_K", "film_W_m2_K", "half_pitch_m", "thickness_m"],
        columns: CHAIN,
        remark: "Made by make_heat_chain.py beside it. The model takes one effectiveness of the \
            sheet for all of the panel, that of its mean root temperature.",
        judge: Judge::Csv(heat_chain),
    },
    Adapter {
        file: "boom_modes.csv",
        source: "NumPy 2.4.6, SciPy 1.17.1 (eigh): finite elements of a beam",
        inputs: &["carried_kg", "length_m", "slenderness", "modulus_GPa", "frequency_Hz"],
        columns: BOOMS,
        remark: "Made by make_boom_modes.py beside it.",
        judge: Judge::Csv(boom_modes),
    },
];

const BATTERY: &[BenchColumn] = &[
    column("shadow_s", 2, "s", Relative(0.005), "physics::environment::Environment"),
    column("energy_kWh", 2, "kWh", Relative(0.005), "physics::battery::Battery::energy"),
    column("charge_factor", 2, "1", Relative(0.005), "physics::battery::Battery::charge_factor"),
];

fn battery_shadow(row: &SheetRow<'_>, context: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let sun = context.year_2027();
    let plane = OrbitPlane::Inclined {
        inclination: degrees(row.number("inc_deg")?),
        raan: degrees(row.number("raan_deg")?),
    };
    let orbit = CircularOrbit::new(kilometers(row.number("alt_km")?), plane, sun.start());
    let orbit = orbit.map_err(|error| row.impossible(error))?;
    let shadow = Environment::new(&orbit, sun, Attitude::EdgeOn).eclipse_max;
    let storage = battery(row.number("end_of_life")?, row.number("round_trip")?);
    let storage = storage.map_err(|error| row.impossible(error))?;
    let load = Power::new::<kilowatt>(row.number("load_kW")?);
    let energy = storage.energy(load, shadow, fraction(row.number("depth")?));
    let factor = storage.charge_factor(orbit.period() - shadow, shadow);
    for (column, got) in [
        ("shadow_s", shadow.get::<second>()),
        ("energy_kWh", energy.get::<kilowatt_hour>()),
        ("charge_factor", factor.base()),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

/// A battery of which only capacity at end of life and efficiency matter.
pub(super) fn battery(end_of_life: f64, round_trip: f64) -> Result<Battery, DomainError> {
    Battery::new(BatteryParameters {
        specific_energy: SpecificEnergy::from_base(5.4e5),
        depth_limit: fraction(1.0),
        cycles_at_reference: Count::from_base(3.0e4),
        reference_depth: fraction(0.4),
        cycle_exponent: fraction(1.4),
        round_trip_efficiency: fraction(round_trip),
        end_of_life_capacity: fraction(end_of_life),
    })
}

const RAISING: &str = "physics::orbit_raising::Raising::along";

const SPIRAL: &[BenchColumn] = &[
    column("propellant_kg", 2, "kg", Relative(0.005), RAISING),
    column("time_d", 2, "d", Relative(0.005), RAISING),
    column("reached_deg", 2, "deg", Absolute(0.1), RAISING),
];

/// Share of the power in the jet: any, since power and thrust are found from each other.
const EFFICIENCY: f64 = 0.5;

fn raising(row: &SheetRow<'_>) -> Result<(Raising, RaisingPath), Trouble> {
    let impulse = Time::new::<second>(row.number("specific_impulse_s")?);
    let thrust = Force::from_base(row.number("thrust_N")?);
    let satellite = Raising {
        mass: Mass::from_base(row.number("mass_kg")?),
        power: thruster_power(thrust, impulse, fraction(EFFICIENCY)),
        efficiency: fraction(EFFICIENCY),
        specific_impulse: impulse,
        thrusting_share: fraction(1.0),
        drag_area: Area::from_base(row.number("drag_area_m2")?),
    };
    let way = RaisingPath {
        from: kilometers(row.number("from_km")?),
        to: kilometers(row.number("to_km")?),
        from_inclination: degrees(row.number("from_deg")?),
        to_inclination: degrees(row.number("to_deg")?),
    };
    Ok((satellite, way))
}

fn spiral(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (satellite, way) = raising(row)?;
    let (base, scale) = (row.number("air_kg_m3")?, kilometers(row.number("scale_km")?));
    let air = |at: Length| {
        let above = (at - kilometers(300.0)) / scale;
        MassDensity::from_base(base * libm::exp(-above.base()))
    };
    let raised = satellite.along(&way, air, |_, _| DoseRate::from_base(0.0));
    let raised = raised.map_err(|error| row.impossible(error))?;
    bench.judge(row, "propellant_kg", raised.propellant.base(), row.number("propellant_kg")?);
    bench.judge(row, "time_d", raised.time.get::<day>(), row.number("time_d")?);
    let (start, target) = (row.number("from_deg")?, row.number("to_deg")?);
    if (start - target).abs() > 0.0 {
        bench.judge(row, "reached_deg", target, row.number("reached_deg")?);
    }
    Ok(())
}

const CHAIN: &[BenchColumn] = &[
    column("area_m2", 2, "m2", Relative(0.005), "physics::heat_transport::HeatChain::panel"),
    column(
        "chip_K",
        0,
        "K",
        Absolute(1e-6),
        "physics::heat_transport::HeatChain::chip_temperature",
    ),
];

/// A panel of a sheet between tubes.
fn sheet_panel(row: &SheetRow<'_>) -> Result<Radiator, Trouble> {
    let sheet = Fin::new(FinParameters {
        length: Length::from_base(row.number("half_pitch_m")?),
        thickness: Length::from_base(row.number("thickness_m")?),
        conductivity: Conductivity::from_base(row.number("conductivity_W_m_K")?),
    });
    let panel = Radiator::new(RadiatorParameters {
        emissivity: fraction(row.number("emissivity")?),
        absorptance: fraction(0.0),
        fin_effectiveness: fraction(1.0),
        emitting_faces: fraction(2.0),
        areal_mass: ArealMass::from_base(0.0),
    });
    let both = sheet.and_then(|sheet| panel.map(|panel| panel.with_fin(sheet)));
    both.map_err(|error| row.impossible(error))
}

fn chain_of(row: &SheetRow<'_>) -> Result<HeatChain, Trouble> {
    let chain = HeatChain::new(HeatChainParameters {
        accelerator_power: Power::from_base(row.number("chip_W")?),
        junction_resistance: ThermalResistance::from_base(row.number("resistance_K_W")?),
        coolant_rise: TemperatureInterval::from_base(row.number("rise_K")?),
        panel_film: HeatTransfer::from_base(row.number("film_W_m2_K")?),
        coolant_temperature: Temperature::new::<kelvin>(row.number("coolant_K")?),
        lift: TemperatureInterval::from_base(0.0),
    });
    chain.map_err(|error| row.impossible(error))
}

fn heat_chain(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let (panel, chain) = (sheet_panel(row)?, chain_of(row)?);
    let loads = SurroundingLoads {
        earth_infrared: Irradiance::from_base(row.number("load_W_m2")?),
        ..Default::default()
    };
    let heat = Power::new::<kilowatt>(row.number("heat_kW")?);
    let area = chain.panel(&panel, &loads).map(|state| state.area(heat).get::<square_meter>());
    bench.judge_result(row, "area_m2", area, row.number("area_m2")?);
    bench.judge(row, "chip_K", chain.chip_temperature().get::<kelvin>(), row.number("chip_K")?);
    Ok(())
}

const BOOMS: &[BenchColumn] =
    &[column("mass_kg", 2, "kg", Relative(0.001), "physics::booms::Boom::mass")];

fn boom_modes(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let boom = Boom {
        density: MassDensity::from_base(row.number("density_kg_m3")?),
        modulus: Pressure::from_base(1.0e9 * row.number("modulus_GPa")?),
        slenderness: fraction(row.number("slenderness")?),
    };
    let carried = Mass::from_base(row.number("carried_kg")?);
    let length = Length::from_base(row.number("length_m")?);
    let frequency = WaveFrequency::from_base(row.number("frequency_Hz")?);
    let got = boom.mass(carried, length, frequency).base();
    bench.judge(row, "mass_kg", got, row.number("mass_kg")?);
    Ok(())
}
