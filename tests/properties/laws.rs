//! Laws of physics and money, over random cases.

use crate::common::{
    Reach, cases, check, default_case, gap, range, shipped_cases, sized_by_the_limit, the, value,
    with,
};
use proptest::prelude::*;
use skyrack::constants::{ASTRONOMICAL_UNIT, EARTH_RADIUS};
use skyrack::physics::eclipse::{EclipseGeometry, critical_beta, shadow};
use skyrack::physics::environment::{Environment, calendar};
use skyrack::physics::orbit::{CircularOrbit, OrbitPlane};
use skyrack::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
use skyrack::physics::sun::{Epoch, SolarYear};
use skyrack::system::evaluation::Evaluation;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;
use skyrack::system::notes::Note;
use skyrack::system::pins::Pins;
use skyrack::units::{
    Angle, ArealMass, Irradiance, Length, Power, Temperature, Time, degree, fraction, hour, kelvin,
    kilometer,
};

const ROUNDING: f64 = 1.0e-12;

fn evaluate(case: &Case) -> Evaluation {
    Evaluator::new(case).evaluate(case)
}

fn both(one: &Evaluation, other: &Evaluation, path: &str) -> Option<(f64, f64)> {
    value(one, path).zip(value(other, path))
}

/// A value of an input between the one in the case and the highest allowed.
fn raised(case: &Case, path: &str, share: f64) -> Case {
    let input = the(path);
    let now = (input.get)(case);
    with(case, path, now + share * (range(input).1.min(4.0 * now.abs().max(1.0e-12)) - now))
}

fn ordinary_cases() -> impl Strategy<Value = Case> {
    prop_oneof![cases(Reach::Near), cases(Reach::Wide)].prop_map(|random| random.case)
}

/// Checks that a metric never falls where an input rises, and that it is compared often enough.
fn rises(input: &'static str, metric: &'static str) {
    let compared = std::cell::Cell::new(0);
    check(1_500, (ordinary_cases(), 0.01..1.0), |(case, share)| {
        let (before, after) = (evaluate(&case), evaluate(&raised(&case, input, share)));
        if let Some((before, after)) = both(&before, &after, metric) {
            compared.set(compared.get() + 1);
            prop_assert!(after >= before * (1.0 - ROUNDING), "{metric}: {before} then {after}");
        }
        Ok(())
    });
    assert!(compared.get() > 200, "only {} cases of {metric}", compared.get());
}

#[test]
fn prop_random_cases_are_not_all_impossible() {
    let closing = std::cell::Cell::new(0);
    check(500, cases(Reach::Near), |random| {
        let exists = value(&evaluate(&random.case), "radiator.panel_area").is_some();
        closing.set(closing.get() + u32::from(exists));
        Ok(())
    });
    assert!(closing.get() > 150, "only {} of 500 near the defaults have a design", closing.get());
}

#[test]
fn prop_a_hotter_radiator_needs_less_area() {
    let compared = std::cell::Cell::new(0);
    check(2_000, (ordinary_cases(), 0.5..80.0), |(case, warmer)| {
        let temperature = (the("coolant.temperature").get)(&case);
        let hotter = with(&case, "coolant.temperature", f64::min(temperature + warmer, 500.0));
        let (cold, hot) = (evaluate(&case), evaluate(&hotter));
        if let Some((cold, hot)) = both(&cold, &hot, "radiator.panel_area") {
            compared.set(compared.get() + 1);
            prop_assert!(hot <= cold * (1.0 + ROUNDING), "{cold} m2, {warmer} K warmer {hot} m2");
        }
        Ok(())
    });
    assert!(compared.get() > 500, "only {}", compared.get());
}

fn radiators() -> impl Strategy<Value = (Radiator, SurroundingLoads)> {
    (0.05..1.0, 0.0..1.0, 0.5..2.0, 0.0..100.0, 0.0..100.0).prop_map(
        |(emissivity, absorptance, faces, infrared, sunlight)| {
            let radiator = Radiator::new(RadiatorParameters {
                emissivity: fraction(emissivity),
                absorptance: fraction(absorptance),
                fin_effectiveness: fraction(0.9),
                emitting_faces: fraction(faces),
                areal_mass: ArealMass::from_base(5.0),
            });
            let loads = SurroundingLoads {
                earth_infrared: Irradiance::from_base(infrared),
                solar: Irradiance::from_base(sunlight),
                ..SurroundingLoads::default()
            };
            (radiator.unwrap(), loads)
        },
    )
}

#[test]
fn prop_double_heat_needs_double_area() {
    check(2_000, (radiators(), 400.0..600.0, 1.0..1.0e9), |((radiator, loads), root, watts)| {
        let root = Temperature::new::<kelvin>(root);
        let heat = Power::from_base(watts);
        if let (Ok(one), Ok(two)) =
            (radiator.area(heat, root, &loads), radiator.area(heat * 2.0, root, &loads))
        {
            prop_assert!(gap(2.0 * one.base(), two.base()) < ROUNDING);
            prop_assert!(
                gap(radiator.mass(two).base(), 2.0 * radiator.mass(one).base()) < ROUNDING
            );
        }
        Ok(())
    });
}

#[test]
fn prop_twice_the_satellites_are_twice_of_everything_they_are_made_of() {
    let doubled = [
        "power.bus",
        "radiator.heat",
        "radiator.panel_area",
        "array.power_bol",
        "array.area",
        "battery.energy",
        "mass.dry",
        "mass.launched",
        "power.thrusters",
        "ground.capex",
        "ground.present_cost",
        "satellite.count",
    ];
    let kept = [
        "mass.per_it_power",
        "satellite.launched_mass",
        "radiator.temperature",
        "chip.temperature",
        "radiation.dose",
        "downlink.bits_per_joule",
        "ground.cost_per_it_energy",
        "carbon.ground",
    ];
    check(1_000, (ordinary_cases(), 1_u32..50), |(case, count)| {
        let case = sized_by_the_limit(&case);
        let one = (the("satellite.it_power_limit").get)(&case);
        let single = with(&case, "it.power", one * f64::from(count));
        let double = with(&case, "it.power", 2.0 * one * f64::from(count));
        // twice the satellites speak to twice the antennas on the ground
        let antennas = (the("link.antennas_per_station").get)(&case);
        let double = with(&double, "link.antennas_per_station", 2.0 * antennas);
        let (single, double) = (evaluate(&single), evaluate(&double));
        for path in doubled {
            if let Some((single, double)) = both(&single, &double, path) {
                prop_assert!(gap(2.0 * single, double) < 1.0e-11, "{path}: {single} {double}");
            }
        }
        for path in kept {
            if let Some((single, double)) = both(&single, &double, path) {
                prop_assert!(gap(single, double) < 1.0e-11, "{path}: {single} {double}");
            }
        }
        Ok(())
    });
}

#[test]
fn prop_more_mass_never_launches_cheaper() {
    for input in ["satellite.mass_margin", "radiator.areal_mass", "it.specific_mass"] {
        rises(input, "mass.launched");
        rises(input, "launch.cost");
        rises(input, "launch.count");
    }
}

#[test]
fn prop_cost_rises_with_every_price() {
    for input in
        ["launch.flight_price", "it.price", "array.price", "radiator.price", "battery.price"]
    {
        rises(input, "orbit.cost_per_it_energy");
    }
    for input in ["ground.electricity_price", "ground.facility_price", "it.price", "ground.pue"] {
        rises(input, "ground.cost_per_it_energy");
    }
}

#[test]
fn prop_a_rocket_that_lifts_more_costs_the_same_and_carries_more() {
    rises("launch.payload_low_orbit", "launch.payload");
    check(1_500, (ordinary_cases(), 0.01..1.0), |(case, share)| {
        for input in ["launch.payload_low_orbit", "launch.capacity"] {
            let (one, other) = (evaluate(&case), evaluate(&raised(&case, input, share)));
            if let Some((before, after)) = both(&one, &other, "launch.price_per_launch") {
                prop_assert_eq!(before.to_bits(), after.to_bits(), "{}", input);
            }
        }
        Ok(())
    });
}

#[test]
fn prop_cost_rises_with_the_discount_rate() {
    rises("finance.orbit_discount_rate", "orbit.cost_per_it_energy");
    rises("finance.ground_discount_rate", "ground.cost_per_it_energy");
}

#[test]
fn prop_losses_need_more_array() {
    for input in ["array.degradation", "satellite.housekeeping", "coolant.pressure_drop"] {
        rises(input, "array.power_bol");
    }
}

#[test]
fn prop_what_the_radiators_emit_is_the_electric_heat_and_what_they_absorb() {
    check(2_000, ordinary_cases(), |case| {
        let evaluation = evaluate(&case);
        let at = |path: &str| value(&evaluation, path);
        if let (Some(emitted), Some(heat), Some(absorbed)) =
            (at("radiator.emission"), at("radiator.heat"), at("radiator.absorbed_heat"))
        {
            prop_assert!(gap(emitted, heat + absorbed) < 1.0e-9, "{emitted} {heat} {absorbed}");
        }
        Ok(())
    });
}

#[test]
fn prop_every_watt_from_the_array_becomes_heat_or_leaves_as_a_beam() {
    check(2_000, ordinary_cases(), |case| {
        let evaluation = evaluate(&case);
        let at = |path: &str| value(&evaluation, path).unwrap_or(f64::NAN);
        if value(&evaluation, "radiator.heat").is_some() {
            let dark = at("environment.sizing_shadow") / at("orbit.period");
            let into = at("power.array_mean") - at("power.wiring_loss")
                + at("power.eclipse_saving") * dark;
            let out = at("radiator.heat") + at("power.radiated") + at("power.jet");
            prop_assert!(gap(into, out) < 1.0e-11, "{into} {out}");
        }
        Ok(())
    });
}

#[test]
fn prop_no_design_beats_its_bounds() {
    check(4_000, cases(Reach::Wide), |random| {
        let evaluation = evaluate(&random.case);
        if let (Some(flux), Some(bound)) =
            (value(&evaluation, "radiator.net_flux"), value(&evaluation, "radiator.bound"))
        {
            prop_assert!(flux <= bound, "radiator: {flux} W/m2 above {bound} W/m2");
        }
        for (estimate, bound) in BOUNDED {
            if let (Some(got), Some(most)) =
                (value(&evaluation, estimate), value(&evaluation, bound))
            {
                prop_assert!(got <= most * (1.0 + ROUNDING), "{estimate}: {got} above {most}");
            }
        }
        Ok(())
    });
}

/// Estimates and what no design gets beyond, whatever the inputs.
const BOUNDED: [(&str, &str); 5] = [
    ("radiator.net_flux", "radiator.bound"),
    ("array.efficiency", "array.efficiency_bound"),
    ("launch.payload", "launch.payload_bound"),
    ("downlink.rate", "downlink.capacity"),
    ("orbit.availability", "radiation.availability"),
];

#[test]
fn prop_no_scenario_beats_its_bounds() {
    for (name, case) in shipped_cases() {
        let case = Case { pins: Pins::default(), ..case };
        let evaluation = evaluate(&case);
        let chemistry = ("battery.mass_bound", "battery.mass");
        for (estimate, bound) in BOUNDED.into_iter().chain([chemistry]) {
            if let (Some(got), Some(most)) =
                (value(&evaluation, estimate), value(&evaluation, bound))
            {
                assert!(got <= most * (1.0 + ROUNDING), "{name}: {estimate} {got}, {bound} {most}");
            }
        }
        for note in [Note::RadioTooWeak, Note::LightTooWeak] {
            assert!(!evaluation.notes.has(note), "{name}: {}", note.text());
        }
    }
}

#[test]
fn prop_no_shadow_above_the_critical_angle() {
    check(5_000, (6_560.0..50_000.0, 6_340.0..6_380.0, 0.0..90.0), |(orbit, earth, beta)| {
        let geometry = EclipseGeometry {
            orbit_radius: Length::new::<kilometer>(orbit),
            shadow_radius: Length::new::<kilometer>(earth),
            beta: Angle::new::<degree>(beta),
            sun_distance: ASTRONOMICAL_UNIT,
            period: Time::new::<hour>(1.6),
        };
        let critical =
            critical_beta(geometry.orbit_radius, geometry.shadow_radius, geometry.sun_distance);
        let time = shadow(&geometry).shadow.base();
        if geometry.beta.base() > critical.base() + 1.0e-9 {
            prop_assert!(time <= 0.0, "{time} s of shadow above the critical angle");
        } else if geometry.beta.base() < critical.base() - 1.0e-6 {
            prop_assert!(time > 0.0, "no shadow below the critical angle");
        }
        Ok(())
    });
}

fn orbits() -> impl Strategy<Value = CircularOrbit> {
    let plane = prop_oneof![
        (0.0..24.0).prop_map(|ltan| OrbitPlane::SunSynchronous { ltan: Time::new::<hour>(ltan) }),
        (0.0..180.0, 0.0..360.0).prop_map(|(inclination, raan)| OrbitPlane::Inclined {
            inclination: Angle::new::<degree>(inclination),
            raan: Angle::new::<degree>(raan),
        }),
    ];
    let start = Epoch::from_calendar(2030, 1, 1).unwrap();
    (200.0..5_500.0, plane).prop_map(move |(altitude, plane)| {
        CircularOrbit::new(Length::new::<kilometer>(altitude), plane, start).unwrap()
    })
}

#[test]
fn prop_an_environment_is_possible() {
    let year = SolarYear::new(2030);
    let attitude = default_case().radiator.attitude;
    check(1_000, orbits(), |orbit| {
        let environment = Environment::new(&orbit, &year, attitude);
        let lit = environment.sunlit_fraction.base();
        let share = environment.eclipse_max / environment.period;
        prop_assert!((0.5..=1.0).contains(&lit), "sunlit {lit}");
        prop_assert!(share.base() < 0.5, "longest shadow {} of the orbit", share.base());
        prop_assert!(1.0 - lit <= share.base() + 1.0e-3, "mean shadow above the longest");
        let days = environment.eclipse_days / Time::new::<hour>(24.0);
        prop_assert!((0.0..=366.0).contains(&days.base()));
        prop_assert!((days.base() > 0.0) == (environment.eclipse_max.base() > 0.0));
        let high = EARTH_RADIUS + environment.altitude;
        prop_assert!(gap(high.base(), environment.semi_major_axis.base()) < ROUNDING);
        Ok(())
    });
}

#[test]
fn prop_days_with_the_sun_high_above_the_plane_have_no_shadow() {
    let year = SolarYear::new(2030);
    check(300, orbits(), |orbit| {
        // The largest shadow that any oblate Earth can cast on this circle.
        let critical = critical_beta(orbit.mean_radius(), EARTH_RADIUS, ASTRONOMICAL_UNIT * 1.02);
        for day in calendar(&orbit, &year) {
            let high = day.beta.abs().base() > critical.base() + 0.01;
            prop_assert!(!high || day.shadow.base() <= 0.0, "{day:?}");
        }
        Ok(())
    });
}
