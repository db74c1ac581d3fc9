use super::*;
use crate::physics::fin::{Fin, FinParameters};
use crate::physics::radiator::RadiatorParameters;
use crate::units::{
    ArealMass, Conductivity, Length, joule_per_kilogram_kelvin, kelvin, kelvin_interval,
    kilogram_per_cubic_meter, kilogram_per_second, kilopascal, kilowatt, millimeter, watt,
    watt_per_meter_kelvin, watt_per_square_meter,
};

const REFERENCE: HeatChainParameters = HeatChainParameters {
    accelerator_power: Power::from_base(1_400.0),
    junction_resistance: ThermalResistance::from_base(0.02),
    coolant_rise: TemperatureInterval::from_base(10.0),
    panel_film: HeatTransfer::from_base(500.0),
    coolant_temperature: Temperature::from_base(333.15),
    lift: TemperatureInterval::from_base(0.0),
};

fn chain(parameters: HeatChainParameters) -> HeatChain {
    HeatChain::new(parameters).unwrap()
}

fn panel(share: f64) -> Radiator {
    Radiator::new(RadiatorParameters {
        emissivity: fraction(0.9),
        absorptance: fraction(0.2),
        fin_effectiveness: fraction(share),
        emitting_faces: fraction(2.0),
        areal_mass: ArealMass::from_base(8.0),
    })
    .unwrap()
}

fn finned() -> Radiator {
    panel(1.0).with_fin(
        Fin::new(FinParameters {
            length: Length::new::<millimeter>(60.0),
            thickness: Length::new::<millimeter>(0.5),
            conductivity: Conductivity::new::<watt_per_meter_kelvin>(167.0),
        })
        .unwrap(),
    )
}

fn loads() -> SurroundingLoads {
    SurroundingLoads {
        earth_infrared: Irradiance::new::<watt_per_square_meter>(140.0),
        albedo: Irradiance::new::<watt_per_square_meter>(30.0),
        ..SurroundingLoads::default()
    }
}

#[test]
fn chip_of_1400_w_on_60_c_coolant_is_at_93_c() {
    let chip = chain(REFERENCE).chip_temperature();
    assert!((chip.get::<kelvin>() - (273.15 + 93.0)).abs() < 1.0e-10);
}

#[test]
fn supply_and_return_differ_by_the_rise() {
    let chain = chain(REFERENCE);
    let rise = difference(chain.return_temperature(), chain.supply_temperature());
    assert!((rise.get::<kelvin_interval>() - 10.0).abs() < 1.0e-12);
}

#[test]
fn film_and_panel_carry_the_same_flux() {
    for (radiator, film) in [
        (panel(1.0), 500.0),
        (panel(0.8), 50.0),
        (finned(), 500.0),
        (finned(), 5.0),
        (finned(), 1.0e6),
    ] {
        let parameters = HeatChainParameters {
            panel_film: HeatTransfer::from_base(film),
            coolant_rise: TemperatureInterval::from_base(0.0),
            ..REFERENCE
        };
        let state = chain(parameters).panel(&radiator, &loads()).unwrap();
        let emitted = radiator.net_flux(state.root_temperature, &loads()).base();
        let root = chain(parameters).root_temperature(Irradiance::from_base(emitted));
        assert!((state.net_flux.base() / emitted - 1.0).abs() < 1.0e-12, "film {film}");
        assert!((root.base() - state.root_temperature.base()).abs() < 1.0e-9, "film {film}");
    }
}

#[test]
fn the_mean_flux_is_that_of_the_integral_along_the_coolant() {
    let parameters = HeatChainParameters {
        coolant_rise: TemperatureInterval::from_base(40.0),
        panel_film: HeatTransfer::from_base(60.0),
        ..REFERENCE
    };
    let radiator = panel(0.9);
    let state = chain(parameters).panel(&radiator, &loads()).unwrap();
    let steps = 2_000_u32;
    let per_heat: f64 = (0..steps)
        .map(|k| {
            let coolant = 313.15 + 40.0 * (f64::from(k) + 0.5) / f64::from(steps);
            let local = HeatChainParameters {
                coolant_temperature: Temperature::from_base(coolant),
                lift: TemperatureInterval::from_base(0.0),
                coolant_rise: TemperatureInterval::from_base(0.0),
                ..parameters
            };
            1.0 / chain(local).panel(&radiator, &loads()).unwrap().net_flux.base()
        })
        .sum::<f64>()
        / f64::from(steps);
    assert!((state.net_flux.base() * per_heat - 1.0).abs() < 1.0e-7);
}

#[test]
fn a_perfect_film_gives_the_area_of_the_radiator_alone() {
    let parameters =
        HeatChainParameters { panel_film: HeatTransfer::from_base(1.0e6), ..REFERENCE };
    let (chain, radiator) = (chain(parameters), panel(0.9));
    let heat = Power::new::<kilowatt>(100.0);
    let state = chain.panel(&radiator, &loads()).unwrap();
    let alone = radiator
        .area_for_fluid(
            heat,
            chain.return_temperature(),
            chain.supply_temperature(),
            state.sink_temperature,
        )
        .unwrap();
    assert!((state.area(heat).base() / alone.base() - 1.0).abs() < 1.0e-4);
}

#[test]
fn warmer_coolant_needs_less_panel() {
    let area = |kelvins: f64| {
        let parameters = HeatChainParameters {
            coolant_temperature: Temperature::from_base(kelvins),
            lift: TemperatureInterval::from_base(0.0),
            ..REFERENCE
        };
        chain(parameters)
            .panel(&finned(), &loads())
            .unwrap()
            .area(Power::new::<kilowatt>(1.0))
            .base()
    };
    assert!(area(300.0) > area(320.0) && area(320.0) > area(360.0));
}

#[test]
fn a_sink_as_warm_as_the_returning_coolant_is_refused() {
    let hot = SurroundingLoads { solar: Irradiance::from_base(8_000.0), ..loads() };
    let error = chain(REFERENCE).panel(&panel(1.0), &hot).unwrap_err();
    assert_eq!(error.quantity, "sink temperature");
}

#[test]
fn water_at_10_k_carries_1_mw_with_23_9_kg_per_s() {
    let heat = Power::new::<kilowatt>(1_000.0);
    let water = SpecificHeat::new::<joule_per_kilogram_kelvin>(4_180.0);
    let flow = coolant_flow(
        heat,
        water,
        TemperatureInterval::new::<kelvin_interval>(10.0),
        SpecificEnergy::from_base(0.0),
    );
    assert!((flow.get::<kilogram_per_second>() - 1.0e6 / 41_800.0).abs() < 1.0e-12);
    let density = MassDensity::new::<kilogram_per_cubic_meter>(1_000.0);
    let pump = pump_power(flow, Pressure::new::<kilopascal>(200.0), density, fraction(0.4));
    assert!((pump.get::<watt>() - 1.0e6 / 41_800.0 * 200.0 / 0.4).abs() < 1.0e-8);
}

#[test]
fn ammonia_that_boils_takes_a_third_of_the_flow_of_a_liquid_with_a_rise_of_30_k() {
    let heat = Power::from_base(100_000.0);
    let liquid = SpecificHeat::from_base(5_242.0);
    let boiling = SpecificEnergy::from_base(499_000.0);
    let flow = |rise: f64, boiling: SpecificEnergy| {
        coolant_flow(heat, liquid, TemperatureInterval::from_base(rise), boiling).base()
    };
    let nothing = SpecificEnergy::from_base(0.0);
    assert!((flow(3.0, boiling) - 100_000.0 / (3.0 * 5_242.0 + 499_000.0)).abs() < 1e-12);
    assert!((flow(30.0, nothing) / flow(3.0, boiling) - 3.273).abs() < 0.001);
    assert!(flow(0.0, nothing).is_infinite());
}
