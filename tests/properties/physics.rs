//! Laws of single models, over random inputs.

use crate::common::check;
use proptest::prelude::*;
use skyrack::constants::{ASTRONOMICAL_UNIT, EARTH_RADIUS};
use skyrack::physics::eclipse::{EclipseGeometry, critical_beta, shadow};
use skyrack::physics::environment::{Attitude, radiator_loads};
use skyrack::physics::heat_transport::chip_loop::{ChipLoopParameters, LoopPhase, orbit_of_loop};
use skyrack::physics::link::contact_share;
use skyrack::physics::meteoroid::{Armor, ArmorDuty, ArmorParameters};
use skyrack::physics::orbit::{CircularOrbit, OrbitPlane};
use skyrack::physics::radiation::Checkpointing;
use skyrack::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use skyrack::physics::sun::Epoch;
use skyrack::units::{
    Angle, Area, ArealMass, Frequency, HeatCapacity, Irradiance, Length, MassDensity, Power,
    RadiationConstant, Temperature, ThermalConductance, Time, Velocity, count, degree, fraction,
    kelvin, kilometer,
};

fn shadow_share(altitude_km: f64, beta_deg: f64) -> f64 {
    let orbit_radius = EARTH_RADIUS + Length::new::<kilometer>(altitude_km);
    let time = shadow(&EclipseGeometry {
        orbit_radius,
        shadow_radius: EARTH_RADIUS,
        beta: Angle::new::<degree>(beta_deg),
        sun_distance: ASTRONOMICAL_UNIT,
        period: Time::from_base(1.0),
    });
    time.shadow.base()
}

#[test]
fn prop_a_better_emitter_needs_less_area() {
    let law = (0.05..0.9, 0.01..0.1, 280.0..450.0, 0.0..100.0);
    check(1_000, law, |(emissivity, more, root, infrared)| {
        let area = |emissivity: f64| {
            let radiator = Radiator::new(RadiatorParameters {
                emissivity: fraction(emissivity),
                absorptance: fraction(0.2),
                fin_effectiveness: fraction(0.95),
                emitting_faces: fraction(2.0),
                areal_mass: ArealMass::from_base(5.0),
            })
            .unwrap();
            let loads = SurroundingLoads {
                earth_infrared: Irradiance::from_base(infrared),
                ..SurroundingLoads::default()
            };
            radiator.area(Power::from_base(1.0e3), Temperature::new::<kelvin>(root), &loads)
        };
        let (one, other) = (area(emissivity).unwrap(), area(emissivity + more).unwrap());
        prop_assert!(other < one, "{one:?} {other:?}");
        Ok(())
    });
}

#[test]
fn prop_at_one_sun_angle_a_higher_orbit_has_less_of_it_in_shadow() {
    check(2_000, (200.0..39_000.0, 1.0..1_000.0, 0.0..90.0), |(low, more, beta)| {
        let (one, other) = (shadow_share(low, beta), shadow_share(low + more, beta));
        prop_assert!(other <= one + 1.0e-12, "{low} km {one}, {more} km higher {other}");
        Ok(())
    });
}

#[test]
fn prop_shadow_and_heat_are_alike_on_both_sides_of_the_plane() {
    check(1_000, (200.0..39_000.0, 0.0..90.0), |(altitude, beta)| {
        prop_assert!(
            (shadow_share(altitude, beta) - shadow_share(altitude, -beta)).abs() < 1.0e-12
        );
        let ratio = fraction(1.0 + altitude / 6_378.137);
        let dark = Angle::new::<degree>(0.0);
        for attitude in
            [Attitude::EdgeOn, Attitude::Nadir, Attitude::OrbitNormal, Attitude::ArrayBack]
        {
            let loads =
                |beta: f64| radiator_loads(ratio, attitude, Angle::new::<degree>(beta), dark);
            let (one, other) = (loads(beta), loads(-beta));
            for (one, other) in [
                (one.infrared_factor, other.infrared_factor),
                (one.albedo_factor, other.albedo_factor),
                (one.solar_factor, other.solar_factor),
            ] {
                prop_assert!((one.base() - other.base()).abs() < 1.0e-12, "{attitude:?} {beta}");
            }
        }
        Ok(())
    });
}

#[test]
fn prop_shadow_begins_without_a_jump_at_the_critical_angle() {
    check(1_000, (200.0..39_000.0, 1.0e-9..1.0e-6), |(altitude, step)| {
        let radius = EARTH_RADIUS + Length::new::<kilometer>(altitude);
        let critical = critical_beta(radius, EARTH_RADIUS, ASTRONOMICAL_UNIT).base().to_degrees();
        prop_assert!(shadow_share(altitude, critical + step) <= 0.0);
        // the chord grows like the root of the distance to the edge
        let inside = shadow_share(altitude, critical - step);
        prop_assert!((0.0..1.0e-3).contains(&inside), "{inside}");
        Ok(())
    });
}

#[test]
fn prop_a_polar_orbit_through_the_terminator_meets_no_shadow_when_high_and_some_when_low() {
    // At solstice the Sun stands 23.4° off the equator, so a polar plane across its meridian has it
    // 66.6° above the plane.
    check(1_000, 200.0..5_000.0, |altitude| {
        let radius = EARTH_RADIUS + Length::new::<kilometer>(altitude);
        let critical = critical_beta(radius, EARTH_RADIUS, ASTRONOMICAL_UNIT).base().to_degrees();
        let solstice = 66.56;
        prop_assert!((shadow_share(altitude, solstice) > 0.0) == (solstice < critical));
        Ok(())
    });
}

#[test]
fn prop_heat_into_the_loop_leaves_it_through_every_orbit() {
    let law = (1.0e3..1.0e6, 0.0..0.9, 50.0..250.0, 1_000.0..5_000.0, 0.1..2_000.0);
    check(1_000, law, |(heat, throttle, sink, lit, dark)| {
        let capacity = |seconds: f64| HeatCapacity::from_base(heat * seconds / 300.0);
        let parameters = ChipLoopParameters {
            chip_to_plate: ThermalConductance::from_base(heat / 14.0),
            plate_to_coolant: ThermalConductance::from_base(heat / 14.0),
            flow_capacity: ThermalConductance::from_base(heat / 10.0),
            coolant_to_panel: ThermalConductance::from_base(heat / 2.0),
            panel_emission: RadiationConstant::from_base(1.0e-7),
            panel_area: Area::from_base(heat / 700.0),
            chips: capacity(20.0),
            plates: capacity(200.0),
            warm_coolant: capacity(300.0),
            cool_coolant: capacity(300.0),
            panels: capacity(900.0),
        };
        let phase = |duration: f64, share: f64| LoopPhase {
            duration: Time::from_base(duration),
            chip_heat: Power::from_base(0.7 * heat * share),
            coolant_heat: Power::from_base(0.3 * heat),
            sink: Temperature::from_base(sink),
        };
        let orbit = orbit_of_loop(&parameters, &[phase(lit, 1.0), phase(dark, 1.0 - throttle)]);
        prop_assert!(orbit.is_ok(), "{orbit:?}");
        let orbit = orbit.unwrap();
        prop_assert!(orbit.energy_residual.base().abs() < 1.0e-9, "{orbit:?}");
        prop_assert!(orbit.chip_highest >= orbit.coolant_lowest);
        Ok(())
    });
}

#[test]
fn prop_more_stations_and_higher_orbits_are_in_contact_for_longer() {
    check(2_000, (200.0..39_000.0, 0.0..80.0, 0.0..50.0, 0.1..10.0), |case| {
        let (altitude, elevation, stations, more) = case;
        let share = |altitude: f64, stations: f64| {
            let elevation = Angle::new::<degree>(elevation);
            contact_share(Length::new::<kilometer>(altitude), elevation, count(stations)).base()
        };
        let now = share(altitude, stations);
        prop_assert!((0.0..=1.0).contains(&now));
        prop_assert!(share(altitude, stations + more) >= now - 1.0e-15);
        prop_assert!(share(altitude + 100.0 * more, stations) >= now - 1.0e-15);
        Ok(())
    });
}

#[test]
fn prop_armor_grows_with_area_life_and_survival() {
    let armor = Armor::new(ArmorParameters {
        wall_density: MassDensity::from_base(2_700.0),
        brinell_hardness: fraction(95.0),
        wall_sound_speed: Velocity::from_base(5_100.0),
        meteoroid_density: MassDensity::from_base(1_000.0),
        normal_speed: Velocity::from_base(14_000.0),
        depth_factor: fraction(1.8),
    })
    .unwrap();
    check(1_000, (0.01..1.0e4, 0.5..0.999, 1.0..30.0, 1.01..10.0), |case| {
        let (area, survival, years, more) = case;
        let wall = |area: f64, survival: f64, years: f64| {
            let wall = armor.wall(&ArmorDuty {
                area: Area::from_base(area),
                life: Time::from_base(3.155_76e7 * years),
                altitude: Length::new::<kilometer>(650.0),
                survival: fraction(survival),
                debris_factor: fraction(2.0),
            });
            wall.base()
        };
        let now = wall(area, survival, years);
        prop_assert!(now.is_finite() && now >= 0.0);
        prop_assert!(wall(area * more, survival, years) >= now);
        prop_assert!(wall(area, 1.0 - (1.0 - survival) / more, years) >= now);
        prop_assert!(wall(area, survival, years * more) >= now);
        Ok(())
    });
}

#[test]
fn prop_more_errors_never_leave_more_work() {
    check(2_000, (1.0..1.0e4, 0.0..1.0e5, -12.0..-1.0, 1.0..100.0), |case| {
        let (write, restart, power, more) = case;
        let saving =
            Checkpointing { write: Time::from_base(write), restart: Time::from_base(restart) };
        let lost = |rate: f64| saving.lost_throughput(Frequency::from_base(rate)).base();
        let rate = 10_f64.powf(power);
        prop_assert!((0.0..=1.0).contains(&lost(rate)));
        prop_assert!(
            lost(rate * more) >= lost(rate) - 1.0e-3,
            "{} {}",
            lost(rate),
            lost(rate * more)
        );
        Ok(())
    });
}

#[test]
fn prop_an_orbit_outside_its_range_is_refused_with_name_value_unit_and_range() {
    let start = Epoch::from_calendar(2030, 1, 1).unwrap();
    let low = -6_000.0..199.9;
    let high = 40_000.1..1.0e7;
    check(1_000, prop_oneof![low, high], |altitude| {
        let plane = OrbitPlane::Inclined {
            inclination: Angle::new::<degree>(53.0),
            raan: Angle::new::<degree>(0.0),
        };
        let refused = CircularOrbit::new(Length::new::<kilometer>(altitude), plane, start);
        prop_assert!(refused.is_err(), "{altitude} km");
        let text = refused.unwrap_err().to_string();
        for part in ["altitude", "km", "200", "40000"] {
            prop_assert!(text.replace(['_', ' '], "").contains(part), "{text} without {part}");
        }
        Ok(())
    });
}
