use super::*;
use crate::units::{
    cubic_meter, each_per_year, kilogram, kilowatt, megawatt, million_usd, tonne, usd,
    usd_per_kilogram, year,
};

fn falcon9() -> Vehicle {
    Vehicle {
        payload: Mass::new::<tonne>(12.0),
        volume: Volume::new::<cubic_meter>(145.0),
        price: Money::new::<million_usd>(74.0),
        failure_rate: fraction(0.0),
        cadence: CountRate::new::<each_per_year>(165.0),
        most: None,
        parts: fraction(1.0),
    }
}

fn satellite(mass: f64, volume: f64) -> Stowed {
    Stowed { mass: Mass::new::<kilogram>(mass), volume: Volume::new::<cubic_meter>(volume) }
}

fn fleet(working: u128) -> Fleet {
    Fleet { working, spare: 0 }
}

fn close(got: f64, want: f64, relative: f64) -> bool {
    (got - want).abs() <= relative * got.abs().max(want.abs())
}

const BOTH: [Sharing; 2] = [Sharing::Dedicated, Sharing::Shared];

#[test]
fn fleet_is_rounded_up_and_spares_are_whole() {
    let sized = |total: f64, one: f64, share: f64| {
        Fleet::sized(Power::new::<megawatt>(total), Power::new::<kilowatt>(one), fraction(share))
    };
    assert_eq!(sized(40.0, 100.0, 0.0), Fleet { working: 400, spare: 0 });
    assert_eq!(sized(40.0, 99.0, 0.05), Fleet { working: 405, spare: 21 });
    assert_eq!(sized(0.3, 100.0, 0.1), Fleet { working: 3, spare: 1 });
    assert_eq!(sized(1.0, 0.0, 0.1).total(), u128::MAX);
}

#[test]
fn falcon_9_to_a_sun_synchronous_orbit_costs_6170_usd_per_kilogram() {
    let full =
        manifest(fleet(12), &satellite(1000.0, 5.0), &falcon9(), Sharing::Dedicated).unwrap();
    assert_eq!(full.launches, 1);
    assert!((full.price_per_mass.get::<usd_per_kilogram>() - 6170.0).abs() < 5.0);
    assert!(close(full.fill.base(), 1.0, 1e-12));
}

#[test]
fn one_megawatt_at_54_kg_per_kilowatt_needs_34_flights_of_nova() {
    let nova = Vehicle { payload: Mass::new::<kilogram>(1600.0), ..falcon9() };
    let launched = manifest(fleet(40), &satellite(1350.0, 0.0), &nova, Sharing::Shared).unwrap();
    assert_eq!(launched.launches, 34);
}

#[test]
fn no_launch_takes_a_satellite_larger_than_itself() {
    for (too_large, fits) in [
        (satellite(12_000.1, 1.0), satellite(12_000.0, 1.0)),
        (satellite(1.0, 145.1), satellite(1.0, 145.0)),
    ] {
        for sharing in BOTH {
            assert_eq!(manifest(fleet(3), &too_large, &falcon9(), sharing), None);
            assert_eq!(manifest(fleet(3), &fits, &falcon9(), sharing).unwrap().launches, 3);
        }
    }
}

#[test]
fn a_satellite_that_is_put_together_in_orbit_takes_whole_launches_of_its_own() {
    let vehicle = Vehicle { parts: fraction(3.0), ..falcon9() };
    let of = |mass: f64, sharing| manifest(fleet(2), &satellite(mass, 1.0), &vehicle, sharing);
    let whole = of(30_000.0, Sharing::Dedicated).unwrap();
    assert_eq!(whole.launches, 6);
    assert!(close(whole.fill.base(), 30.0 / 36.0, 1e-12));
    assert!(close(whole.cost.get::<million_usd>(), 6.0 * 74.0, 1e-12));
    let shared = of(30_000.0, Sharing::Shared).unwrap();
    assert_eq!(shared.launches, 5);
    assert!(close(shared.cost.get::<million_usd>(), 5.0 * 74.0, 1e-12));
    assert_eq!(of(1_000.0, Sharing::Dedicated).unwrap().launches, 6);
    assert_eq!(of(36_000.1, Sharing::Dedicated), None);
}

#[test]
fn one_gigawatt_takes_falcon_9_27_years() {
    let launched =
        manifest(fleet(54_000), &satellite(1000.0, 0.0), &falcon9(), Sharing::Shared).unwrap();
    assert_eq!(launched.launches, 4500);
    assert!((launched.time_to_build.unwrap().get::<year>() - 27.3).abs() < 0.05);
}

#[test]
fn fifty_launches_of_200_t_carry_a_gigawatt_at_100_kilowatt_per_tonne_for_two_billion() {
    let vehicle = Vehicle {
        payload: Mass::new::<tonne>(200.0),
        price: price_per_launch(
            MoneyPerMass::new::<usd_per_kilogram>(200.0),
            Mass::new::<tonne>(200.0),
        ),
        ..falcon9()
    };
    let launched =
        manifest(fleet(1000), &satellite(10_000.0, 0.0), &vehicle, Sharing::Shared).unwrap();
    assert_eq!(launched.launches, 50);
    assert!(close(launched.cost.get::<usd>(), 2.0e9, 1e-12));
}

#[test]
fn bulky_satellites_are_limited_by_volume() {
    let bulky = fit(&satellite(500.0, 29.0), &falcon9());
    assert_eq!((bulky.by_mass, bulky.by_volume, bulky.satellites()), (24, 5, 5));
    assert_eq!(bulky.limit, PayloadLimit::Volume);
    assert_eq!(fit(&satellite(5000.0, 29.0), &falcon9()).limit, PayloadLimit::Mass);
    let shared = manifest(fleet(10), &satellite(500.0, 29.0), &falcon9(), Sharing::Shared).unwrap();
    assert!(close(shared.cost.get::<million_usd>(), 148.0, 1e-12));
}

#[test]
fn more_mass_never_launches_cheaper() {
    for sharing in BOTH {
        let mut before = Money::from_base(0.0);
        for step in 0..1200 {
            let load = satellite(10.0 * f64::from(step + 1), 3.0);
            let now = manifest(fleet(37), &load, &falcon9(), sharing).unwrap().cost;
            assert!(now >= before, "{step}");
            before = now;
        }
    }
}

#[test]
fn more_volume_never_launches_cheaper() {
    for sharing in BOTH {
        let costs: Vec<Money> = (1..=145)
            .map(|volume| satellite(300.0, f64::from(volume)))
            .map(|load| manifest(fleet(37), &load, &falcon9(), sharing).unwrap().cost)
            .collect();
        assert!(costs.windows(2).all(|pair| pair[1] >= pair[0]));
    }
}

#[test]
fn a_shared_launch_is_never_dearer_than_a_dedicated_one() {
    for step in 1..120 {
        let load = satellite(100.0 * f64::from(step), 0.5 * f64::from(step));
        let [dedicated, shared] =
            BOTH.map(|sharing| manifest(fleet(7), &load, &falcon9(), sharing).unwrap());
        assert!(shared.cost.base() <= dedicated.cost.base() * (1.0 + 1e-12));
        assert!(shared.launches <= dedicated.launches);
    }
}

#[test]
fn three_failures_in_ten_need_ten_launches_for_seven() {
    let risky = Vehicle { failure_rate: fraction(0.3), ..falcon9() };
    let launched =
        manifest(fleet(84), &satellite(1000.0, 1.0), &risky, Sharing::Dedicated).unwrap();
    assert_eq!(launched.launches, 7);
    assert!(close(launched.expected_launches.base(), 10.0, 1e-12));
    assert!(close(launched.cost.get::<million_usd>(), 740.0, 1e-12));
    assert!(close(launched.repeats.get::<million_usd>(), 222.0, 1e-12));
}

#[test]
fn no_cadence_no_date_and_no_payload_no_manifest() {
    let still = Vehicle { cadence: CountRate::from_base(0.0), ..falcon9() };
    let load = satellite(100.0, 1.0);
    assert_eq!(manifest(fleet(1), &load, &still, Sharing::Shared).unwrap().time_to_build, None);
    let empty = Vehicle { payload: Mass::from_base(0.0), ..falcon9() };
    assert!(BOTH.iter().all(|sharing| manifest(fleet(1), &load, &empty, *sharing).is_none()));
    assert!(BOTH.iter().all(|sharing| manifest(fleet(0), &load, &falcon9(), *sharing).is_none()));
    let doomed = Vehicle { failure_rate: fraction(1.0), ..falcon9() };
    assert!(BOTH.iter().all(|sharing| manifest(fleet(1), &load, &doomed, *sharing).is_none()));
    let nonsense = satellite(f64::NAN, f64::NAN);
    assert!(
        BOTH.iter().all(|sharing| manifest(fleet(1), &nonsense, &falcon9(), *sharing).is_none())
    );
}
