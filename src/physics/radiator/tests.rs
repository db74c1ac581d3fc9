use super::*;
use crate::physics::fin::FinParameters;
use crate::units::{
    Conductivity, Length, fraction, kelvin, kilogram_per_square_meter, kilowatt, millimeter,
    square_meter, watt, watt_per_meter_kelvin, watt_per_square_meter,
};

const WHITE: RadiatorParameters = RadiatorParameters {
    emissivity: fraction(0.9),
    absorptance: fraction(0.2),
    fin_effectiveness: fraction(1.0),
    emitting_faces: fraction(2.0),
    areal_mass: ArealMass::from_base(8.0),
};

fn at(value: f64) -> Temperature {
    Temperature::new::<kelvin>(value)
}

fn flux(value: f64) -> Irradiance {
    Irradiance::new::<watt_per_square_meter>(value)
}

fn loads() -> SurroundingLoads {
    SurroundingLoads {
        earth_infrared: flux(120.0),
        albedo: flux(40.0),
        solar: flux(10.0),
        array_infrared: flux(15.0),
    }
}

fn aluminum() -> Fin {
    Fin::new(FinParameters {
        length: Length::new::<millimeter>(60.0),
        thickness: Length::new::<millimeter>(0.5),
        conductivity: Conductivity::new::<watt_per_meter_kelvin>(167.0),
    })
    .unwrap()
}

fn close(got: f64, want: f64, tolerance: f64) {
    assert!((got - want).abs() <= tolerance * want.abs(), "got {got}, want {want}");
}

#[test]
fn black_panel_at_300_k_emits_459_w_per_m2() {
    let black =
        RadiatorParameters { emissivity: fraction(1.0), emitting_faces: fraction(1.0), ..WHITE };
    let panel = Radiator::new(black).unwrap();
    let emitted = panel.net_flux(at(300.0), &SurroundingLoads::default());
    close(emitted.get::<watt_per_square_meter>(), 459.300, 1.0e-6);
    close(ideal_flux(at(300.0)).base(), 459.300, 1.0e-6);
}

#[test]
fn sunlight_enters_by_absorptance_and_infrared_by_emissivity() {
    let panel = Radiator::new(WHITE).unwrap();
    close(panel.absorbed(&loads()).base(), 0.9 * 135.0 + 0.2 * 50.0, 1.0e-15);
}

#[test]
fn a_panel_at_the_sink_temperature_rejects_nothing() {
    for panel in [Radiator::new(WHITE).unwrap(), Radiator::new(WHITE).unwrap().with_fin(aluminum())]
    {
        let sink = panel.sink_temperature(&loads());
        assert!(panel.net_flux(sink, &loads()).base().abs() < 1.0e-12);
        assert!(panel.area(Power::new::<watt>(1.0), sink, &loads()).is_err());
    }
}

#[test]
fn a_sink_as_warm_as_the_panel_is_refused_by_name() {
    let panel = Radiator::new(WHITE).unwrap();
    let error =
        panel.area_for_fluid(Power::new::<watt>(1.0), at(310.0), at(300.0), at(300.0)).unwrap_err();
    assert_eq!(error.quantity, "sink temperature");
}

/// Rows of `plate_temperature.csv`: absorptance, emissivity, sunlight, albedo flux, Earth infrared,
/// heat, absorbed, sink, plate.
#[test]
fn plates_have_the_reference_temperatures() {
    let rows = [
        (
            0.08,
            0.8,
            0.0,
            1_322.0 * 0.19 * 2.0 * 0.026_200_090_97,
            217.0 * 2.0 * 0.288_623_646_5,
            0.0,
            101.263_080_3,
            182.780_496_9,
            182.780_496_9,
        ),
        (
            0.08,
            0.8,
            0.0,
            1_322.0 * 0.19 * 2.0 * 0.026_200_090_97,
            217.0 * 2.0 * 0.288_623_646_5,
            300.0,
            101.263_080_3,
            182.780_496_9,
            257.883_984,
        ),
        (
            0.08,
            0.8,
            1_322.0,
            1_322.0 * 0.19 * 0.881_754_201_2,
            217.0 * 0.885_338_973_2,
            300.0,
            277.173_167_4,
            235.101_211_1,
            282.418_8,
        ),
    ];
    for (absorptance, emissivity, solar, albedo, infrared, heat, absorbed, sink, plate) in rows {
        let panel = Radiator::new(RadiatorParameters {
            emissivity: fraction(emissivity),
            absorptance: fraction(absorptance),
            ..WHITE
        })
        .unwrap();
        let loads = SurroundingLoads {
            earth_infrared: flux(infrared),
            albedo: flux(albedo),
            solar: flux(solar),
            array_infrared: flux(0.0),
        };
        close(panel.absorbed(&loads).base(), absorbed, 1.0e-9);
        close(panel.sink_temperature(&loads).base(), sink, 1.0e-9);
        close(panel.equilibrium_temperature(flux(heat), &loads).base(), plate, 1.0e-8);
    }
}

/// Rows of `radiator_area.csv`.
#[test]
fn areas_for_a_cooling_fluid_are_those_of_the_reference() {
    let rows = [
        (293.15, 283.15, 0.0, 0.9, 1.0, 2.0, 1.422_581_637, 1.421_154_395),
        (293.15, 283.15, 180.0, 0.9, 1.0, 2.0, 1.678_982_913, 1.676_424_2),
        (293.15, 283.15, 220.0, 0.85, 0.9, 1.0, 5.079_012_906, 5.064_926_345),
        (313.15, 293.15, 180.0, 0.9, 1.0, 2.0, 1.331_496_186, 1.324_733_443),
    ];
    for (inlet, outlet, sink, emissivity, share, faces, integral, isothermal) in rows {
        let panel = Radiator::new(RadiatorParameters {
            emissivity: fraction(emissivity),
            fin_effectiveness: fraction(share),
            emitting_faces: fraction(faces),
            ..WHITE
        })
        .unwrap();
        let heat = Power::new::<kilowatt>(1.0);
        let area = panel.area_for_fluid(heat, at(inlet), at(outlet), at(sink)).unwrap();
        close(area.get::<square_meter>(), integral, 1.0e-9);
        let mean = panel.net_flux_to(at(0.5 * (inlet + outlet)), at(sink));
        close((heat / mean).get::<square_meter>(), isothermal, 1.0e-9);
    }
}

#[test]
fn the_integral_is_smooth_where_series_and_closed_form_meet() {
    for sink in [1.0, 14.0, 15.1, 40.0, 200.0, 289.0] {
        let (warm, cold, steps) = (320.0, 300.0, 4_000_u32);
        let width = (warm - cold) / f64::from(steps);
        let sum: f64 = (0..steps)
            .map(|k| 1.0 / ((cold + width * (f64::from(k) + 0.5)).powi(4) - f64::powi(sink, 4)))
            .sum();
        close(mean_reciprocal(at(warm), at(cold), at(sink)), sum / f64::from(steps), 1.0e-7);
        close(mean_reciprocal(at(cold), at(warm), at(sink)), sum / f64::from(steps), 1.0e-7);
        let narrow = mean_reciprocal(at(300.000_1), at(300.0), at(sink));
        close(narrow, mean_reciprocal(at(300.000_05), at(300.000_05), at(sink)), 1.0e-8);
    }
}

#[test]
fn a_hotter_panel_needs_less_area_and_double_heat_twice_the_area() {
    for panel in [Radiator::new(WHITE).unwrap(), Radiator::new(WHITE).unwrap().with_fin(aluminum())]
    {
        let mut last = f64::INFINITY;
        for kelvins in [260.0, 280.0, 300.0, 330.0, 360.0, 420.0] {
            let area =
                panel.area(Power::new::<kilowatt>(1.0), at(kelvins), &loads()).unwrap().base();
            let twice =
                panel.area(Power::new::<kilowatt>(2.0), at(kelvins), &loads()).unwrap().base();
            assert!(area < last);
            close(twice, 2.0 * area, 1.0e-15);
            last = area;
        }
    }
}

#[test]
fn no_panel_beats_the_black_body() {
    let panel = Radiator::new(WHITE).unwrap().with_fin(aluminum());
    for kelvins in [200.0, 300.0, 400.0] {
        assert!(panel.net_flux(at(kelvins), &loads()) < 2.0 * ideal_flux(at(kelvins)));
    }
}

#[test]
fn the_mean_surface_emits_net_and_absorbed_flux() {
    let panel = Radiator::new(WHITE).unwrap().with_fin(aluminum());
    let sink = panel.sink_temperature(&loads());
    let surface = mean_surface(at(330.0), sink, panel.fin_effectiveness(at(330.0), sink));
    let emitted = panel.emission().base() * fourth(surface);
    let balance = panel.net_flux(at(330.0), &loads()) + panel.absorbed(&loads());
    close(emitted, balance.base(), 1.0e-13);
    assert!(surface < at(330.0));
}

#[test]
fn a_fin_costs_what_its_effectiveness_says() {
    let bare = Radiator::new(WHITE).unwrap();
    let sink = bare.sink_temperature(&loads());
    let number = aluminum().conductance_number(fraction(0.9), fraction(2.0), at(330.0));
    let share = fin::effectiveness_exact(number, sink / at(330.0)).base();
    let finned = bare.with_fin(aluminum()).net_flux(at(330.0), &loads()).base();
    close(finned, share * bare.net_flux(at(330.0), &loads()).base(), 1.0e-5);
}

#[test]
fn mass_is_area_times_areal_mass() {
    let mass = Radiator::new(WHITE).unwrap().mass(Area::new::<square_meter>(3.0));
    close(mass.base(), 3.0 * ArealMass::new::<kilogram_per_square_meter>(8.0).base(), 1.0e-15);
}

#[test]
fn an_emissivity_above_one_is_refused() {
    let error =
        Radiator::new(RadiatorParameters { emissivity: fraction(1.2), ..WHITE }).unwrap_err();
    assert_eq!(error.to_string(), "radiator emissivity is 1.2 1, outside 0.01 to 1 1");
}

#[test]
fn a_plate_takes_what_the_panels_on_it_send_to_it() {
    let flux = |value: f64| Irradiance::from_base(value);
    let panel =
        FacingPanel { emission: flux(1_000.0), area: Area::from_base(4.0), view: fraction(0.2) };
    let q = panel.absorbed_by(Area::from_base(10.0), fraction(0.8)).base();
    close(q, 0.8 * 0.2 * 1_000.0 * 4.0 / 10.0, 1.0e-15);
    assert_eq!(panel.absorbed_by(Area::from_base(0.0), fraction(0.8)), flux(0.0));
    let alone = FacingPanel { area: Area::from_base(0.0), ..panel };
    assert_eq!(alone.absorbed_by(Area::from_base(10.0), fraction(0.8)), flux(0.0));
}
