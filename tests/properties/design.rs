//! The rules of design: what they choose is the cheapest of all, and nothing better makes it
//! dearer.

use crate::common::{Reach, cases, check, range, the};
use proptest::prelude::*;
use skyrack::economics::launch::Sharing;
use skyrack::physics::environment::Environment;
use skyrack::scenario::open;
use skyrack::system::decisions::{Decision, OpenDecisions};
use skyrack::system::designer::{DesignStanding, choose};
use skyrack::system::environment::Surroundings;
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::{Better, Case, INPUTS, Input, Kind, Stage};
use skyrack::system::value::Form;
use skyrack::units::{
    Count, Length, Power, SpecificMass, Temperature, TemperatureInterval, fraction,
    kilogram_per_kilowatt, kilometer, kilowatt, megawatt,
};

/// Decisions of which the rules find the least cost of all combinations.
const EXACT: [Decision; 6] = [
    Decision::Size,
    Decision::CoolantTemperature,
    Decision::EclipseShare,
    Decision::Lift,
    Decision::Louvers,
    Decision::Terminals,
];
/// Shares in shadow and lifts of a heat pump that the rules try.
const SHARES: [f64; 21] = [
    0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8,
    0.85, 0.9, 0.95, 1.0,
];
const LIFTS: [f64; 5] = [0.0, 5.0, 10.0, 15.0, 20.0];
/// Inputs whose better end may cost more, with the reason.
const OUT: [(&str, &str); 3] = [
    ("array.back_emissivity", "the back of the array heats the radiator"),
    ("propulsion.specific_impulse", "power of the thrusters against propellant"),
    ("launch.price", "makes the price of a launch, which is an input of its own"),
];
/// Relative rise of a cost that counts as none.
const TOLERANCE: f64 = 1.0e-7;

fn opened(mut case: Case, decisions: &[Decision]) -> Case {
    case.open = OpenDecisions::NONE;
    for decision in decisions {
        case.open.open(*decision);
    }
    case
}

/// Groups whose values stay those of the reference: their corners hold no design at all, or what is
/// better of them is a matter of the orbit.
const KEPT: [&str; 9] = [
    "mission.",
    "orbit.",
    "environment.",
    "propulsion.",
    "shielding.",
    "link.",
    "launch.",
    "coolant.",
    "radiator.attitude",
];
/// Power of the factor between the reference and a case of the other properties.
const NEARER: f64 = 0.4;

/// A case near the reference in its orbit, with the exact decisions open.
fn designed_cases() -> impl Strategy<Value = Case> {
    (cases(Reach::Near), 0.0..1.0, 0.7..1.5, 0.5..2.0).prop_map(|(random, size, payload, price)| {
        let reference = open("reference-2026", &[]).unwrap().nominal();
        let mut case = reference;
        let kept = |input: &Input| {
            KEPT.iter().any(|group| input.path.starts_with(group)) || input.decision.is_some()
        };
        for input in INPUTS.iter().filter(|input| input.form == Form::Quantity && !kept(input)) {
            let (now, other) = ((input.get)(&reference), (input.get)(&random.case));
            if now > 0.0 && other > 0.0 {
                (input.set)(&mut case, now * (other / now).powf(NEARER));
            }
        }
        // a coolant that does not freeze: where it does, mass keeps it warm
        case.coolant.freezing = Temperature::from_base(range(the("coolant.freezing")).0);
        case.satellite.array_power = Power::from_base(0.0);
        case.satellite.it_power_limit = Power::new::<kilowatt>(2_000.0);
        case.launch.payload_low_orbit = reference.launch.payload_low_orbit * payload;
        case.launch.flight_price = reference.launch.flight_price * price;
        case.it.chip_temperature_limit = reference.it.chip_temperature_limit;
        case.it.power = Power::new::<megawatt>(0.3 * 300.0_f64.powf(size));
        opened(case, &EXACT)
    })
}

/// The environment of the reference, which no case of this file changes.
fn environment() -> Environment {
    *Evaluator::new(&open("reference-2026", &[]).unwrap().nominal()).environment().unwrap()
}

/// The best design of a case in an environment.
fn best(case: &Case, environment: &Environment) -> DesignStanding {
    choose(case, &Surroundings::of(case, *environment)).standing
}

/// The cheapest of all numbers of satellites, shares in shadow and lifts, with nothing left out.
fn cheapest_of_all(case: &Case, environment: &Environment, most: u32) -> DesignStanding {
    let rest = [Decision::CoolantTemperature, Decision::Terminals]
        .into_iter()
        .filter(|decision| case.open.has(*decision))
        .collect::<Vec<_>>();
    let mut cheapest = DesignStanding::NONE;
    for count in 1..=most {
        if case.it.power / f64::from(count) > case.satellite.it_power_limit {
            continue;
        }
        for (share, lift) in SHARES.iter().flat_map(|share| LIFTS.map(|lift| (*share, lift))) {
            let mut one = opened(*case, &rest);
            one.satellite.count = Count::from_base(f64::from(count));
            one.satellite.it_power = Power::from_base(0.0);
            one.it.eclipse_share = fraction(share);
            one.heat_pump.lift = TemperatureInterval::from_base(lift);
            let standing = best(&one, environment);
            if standing.beats(&cheapest) {
                cheapest = standing;
            }
        }
    }
    cheapest
}

fn is_the_cheapest_of_all(sharing: Sharing) {
    let environment = environment();
    let found = std::cell::Cell::new(0);
    check(16, designed_cases(), |mut case| {
        case.launch.sharing = sharing;
        case = with_pump_that_pays(case);
        case.it.power = Power::new::<megawatt>(1.0);
        let got = best(&case, &environment);
        let wanted = cheapest_of_all(&case, &environment, 60);
        if wanted.is_feasible() {
            found.set(found.get() + 1);
            prop_assert!(got.is_feasible());
            prop_assert!(got.cost <= wanted.cost * (1.0 + 1.0e-9), "{got:?} {wanted:?}");
        }
        Ok(())
    });
    assert!(found.get() > 8, "only {} cases with a design", found.get());
}

#[test]
fn prop_the_chosen_size_on_whole_launches_is_the_cheapest_of_all_numbers() {
    is_the_cheapest_of_all(Sharing::Dedicated);
}

#[test]
fn prop_the_chosen_size_on_shared_launches_is_the_cheapest_of_all_numbers() {
    is_the_cheapest_of_all(Sharing::Shared);
}

/// The cheapest of all sizes, shares and lifts of a case, those that hold no gate included.
fn is_best_of_all(case: &Case, most: u32) -> Result<(), TestCaseError> {
    let environment = environment();
    let got = best(case, &environment);
    let wanted = cheapest_of_all(case, &environment, most);
    prop_assert!(got.violation <= wanted.violation * (1.0 + 1.0e-9), "{got:?} {wanted:?}");
    if (got.violation - wanted.violation).abs() <= 1.0e-9 * wanted.violation {
        prop_assert!(got.cost <= wanted.cost * (1.0 + 1.0e-9), "{got:?} {wanted:?}");
    }
    Ok(())
}

#[test]
fn prop_where_no_design_holds_every_gate_the_least_violation_then_the_cheapest_is_chosen() {
    let strategy = (designed_cases(), 0..3_u8, any::<bool>());
    check(12, strategy, |(mut case, limit, is_shared)| {
        case.launch.sharing = if is_shared { Sharing::Shared } else { Sharing::Dedicated };
        case.it.power = Power::new::<megawatt>(1.0);
        match limit {
            0 => (the("launch.cadence").set)(&mut case, 0.5 / skyrack::units::YEAR_SECONDS),
            1 => (the("it.dose_limit").set)(&mut case, range(the("it.dose_limit")).0),
            _ => (the("it.downlink_need").set)(&mut case, range(the("it.downlink_need")).1),
        }
        is_best_of_all(&case, 40)
    });
}

#[test]
fn a_size_is_the_best_of_all_where_the_work_of_a_satellite_changes_by_steps() {
    for terminals in [2.0, 3.0, 4.0, 6.0, 20.0] {
        let mut case = open("reference-2026", &[]).unwrap().nominal();
        case.it.job_power = Power::new::<kilowatt>(500.0);
        (the("it.interconnect_need").set)(&mut case, 1.0e-4);
        case.link.terminals = Count::from_base(terminals);
        case.open.close(Decision::Terminals);
        is_best_of_all(&case, 60).unwrap();
    }
}

/// The case with a heat pump that may pay, in half of the cases.
fn with_pump_that_pays(mut case: Case) -> Case {
    if case.launch.flight_price.base().to_bits().is_multiple_of(2) {
        case.heat_pump.specific_mass = SpecificMass::new::<kilogram_per_kilowatt>(1.0);
    }
    case
}

#[test]
fn prop_share_and_lift_at_a_stated_size_are_the_cheapest_of_all() {
    let environment = environment();
    check(40, (designed_cases(), 5.0..60.0_f64), |(case, count)| {
        let mut case = with_pump_that_pays(case);
        case.it.power = Power::new::<megawatt>(1.0);
        case.satellite.count = Count::from_base(count.round());
        case.satellite.it_power = Power::from_base(0.0);
        let open = [Decision::CoolantTemperature, Decision::EclipseShare, Decision::Lift];
        let got = best(&opened(case, &open), &environment);
        let mut wanted = DesignStanding::NONE;
        for (share, lift) in SHARES.iter().flat_map(|share| LIFTS.map(|lift| (*share, lift))) {
            let mut one = opened(case, &[Decision::CoolantTemperature]);
            one.it.eclipse_share = fraction(share);
            one.heat_pump.lift = TemperatureInterval::from_base(lift);
            let standing = best(&one, &environment);
            wanted = if standing.beats(&wanted) { standing } else { wanted };
        }
        prop_assert!(!wanted.beats(&got), "{got:?} {wanted:?}");
        Ok(())
    });
}

#[test]
fn prop_a_choice_that_is_stated_as_it_was_made_costs_the_same() {
    let environment = environment();
    let which = 0..EXACT.len();
    check(60, (designed_cases(), which, any::<bool>()), |(mut case, which, is_shared)| {
        case.launch.sharing = if is_shared { Sharing::Shared } else { Sharing::Dedicated };
        let free = choose(&case, &Surroundings::of(&case, environment));
        let mut stated = Case { open: case.open, ..free.case };
        stated.open.close(EXACT[which]);
        let again = best(&stated, &environment);
        prop_assert_eq!(again.is_feasible(), free.standing.is_feasible());
        if again.is_feasible() {
            let cost = free.standing.cost;
            prop_assert!((again.cost - cost).abs() <= 1.0e-9 * cost, "{:?}", EXACT[which]);
        }
        Ok(())
    });
}

/// Altitudes of separation of the ladder below the orbit of the reference, in kilometers; zero is
/// the working orbit.
const SEPARATIONS: [f64; 9] = [0.0, 250.0, 300.0, 350.0, 400.0, 450.0, 500.0, 550.0, 600.0];

#[test]
fn prop_the_chosen_orbit_of_separation_is_the_cheapest_of_all() {
    let environment = environment();
    let raised = std::cell::Cell::new(0);
    check(10, (designed_cases(), any::<bool>()), |(mut case, is_sized)| {
        if is_sized {
            case.satellite.count =
                Count::from_base((case.it.power.get::<kilowatt>() / 80.0).ceil());
            case.open.close(Decision::Size);
        }
        let around = |case: &Case| choose(case, &Surroundings::of(case, environment)).standing;
        let best = SEPARATIONS.map(|altitude| {
            let mut stated = case;
            stated.launch.separation_altitude = Length::new::<kilometer>(altitude);
            around(&stated)
        });
        let best =
            best.into_iter().reduce(|one, other| if other.beats(&one) { other } else { one });
        let best = best.unwrap();
        let mut free = case;
        free.open.open(Decision::Raising);
        let found = choose(&free, &Surroundings::of(&free, environment));
        raised.set(raised.get() + u32::from(found.case.separation() < case.orbit.altitude));
        prop_assert!(found.standing.cost <= best.cost * (1.0 + 1.0e-9), "{found:?} {best:?}");
        Ok(())
    });
    assert!(raised.get() > 0, "{}", raised.get());
}

#[test]
fn a_search_with_nearly_no_spares_on_shared_launches_ends() {
    let mut case = open("reference-2026", &[]).unwrap().nominal();
    case.launch.sharing = Sharing::Shared;
    for spares in [1.0e-3, 1.0e-6, 1.0e-12] {
        case.fleet.spares = fraction(spares);
        let chosen = choose(&case, &Surroundings::of(&case, environment()));
        assert!(chosen.priced < 5_000, "{spares}: {} designs", chosen.priced);
    }
}

#[test]
fn louvers_keep_chips_within_a_swing_that_nothing_cheaper_keeps() {
    let mut case = open("reference-2026", &[]).unwrap().nominal();
    let mut last = best(&case, &environment()).cost;
    for limit in [7.0, 6.2, 5.0] {
        case.it.chip_swing_limit = TemperatureInterval::from_base(limit);
        let chosen = choose(&case, &Surroundings::of(&case, environment()));
        assert!(chosen.standing.is_feasible() && chosen.case.radiator.louvers.base() > 0.0);
        let mut stated = case;
        stated.radiator.louvers = chosen.case.radiator.louvers;
        stated.open.close(Decision::Louvers);
        let cost = best(&stated, &environment()).cost;
        assert!((cost / chosen.standing.cost - 1.0).abs() < 1.0e-9, "{limit} K");
        assert!(chosen.standing.cost >= last);
        last = chosen.standing.cost;
    }
}

#[test]
fn many_satellites_per_launch_are_searched_like_few() {
    let mut case = open("reference-2026", &[]).unwrap().nominal();
    case.it.power = Power::new::<megawatt>(10.0);
    case.launch.payload_low_orbit = 10.0 * case.launch.payload_low_orbit;
    case.satellite.per_launch = Count::from_base(65.0);
    case.open.close(Decision::PerLaunch);
    let free = best(&case, &environment());
    assert!(free.is_feasible());
    for share in SHARES {
        let mut stated = case;
        stated.it.eclipse_share = fraction(share);
        stated.open.close(Decision::EclipseShare);
        let cost = best(&stated, &environment()).cost;
        assert!(free.cost <= cost * (1.0 + 1.0e-9), "share {share}: {cost} {}", free.cost);
    }
}

/// Inputs of technology and of the market with a better end.
fn improvable() -> Vec<&'static Input> {
    let is_out = |input: &Input| OUT.iter().any(|(path, _)| *path == input.path);
    INPUTS
        .iter()
        .filter(|input| input.better != Better::Neither && input.stage != Stage::Orbit)
        .filter(|input| matches!(input.kind, Kind::Technology | Kind::Market))
        .filter(|input| input.form == Form::Quantity && input.decision.is_none() && !is_out(input))
        .collect()
}

/// The case with one input better by a share of itself.
fn better(case: &Case, input: &Input, share: f64) -> Case {
    let (low, high) = range(input);
    let now = (input.get)(case);
    let next = if input.better == Better::Lower { now / share } else { now * share };
    let mut better = *case;
    (input.set)(&mut better, next.clamp(low, high));
    better
}

/// A better offer never makes the best design worse: cheaper where one holds every gate, and nearer
/// to one where none does.
fn is_no_worse(before: &DesignStanding, after: &DesignStanding) -> bool {
    if before.is_feasible() {
        return after.is_feasible() && after.cost <= before.cost * (1.0 + TOLERANCE);
    }
    after.is_feasible() || after.violation <= before.violation * (1.0 + TOLERANCE)
}

#[test]
fn prop_nothing_better_makes_the_best_design_dearer() {
    let environment = environment();
    let inputs = improvable();
    let strategy = (designed_cases(), 0..inputs.len(), 1.001..1.3, any::<bool>());
    check(400, strategy, |(mut case, at, share, is_shared)| {
        case.launch.sharing = if is_shared { Sharing::Shared } else { Sharing::Dedicated };
        let before = best(&case, &environment);
        let after = best(&better(&case, inputs[at], share), &environment);
        prop_assert!(is_no_worse(&before, &after), "{}: {before:?} {after:?}", inputs[at].path);
        Ok(())
    });
}

#[test]
fn prop_chips_that_bear_more_and_rockets_that_lift_more_never_cost_more() {
    let environment = environment();
    check(
        200,
        (designed_cases(), 1.0..1.5, 0.0..40.0_f64),
        |(case, lift, warmer): (Case, f64, f64)| {
            let before = best(&case, &environment);
            let mut hotter = case;
            let limit: &Input = the("it.chip_temperature_limit");
            (limit.set)(&mut hotter, ((limit.get)(&case) + warmer).min(range(limit).1));
            let after = best(&hotter, &environment);
            prop_assert!(is_no_worse(&before, &after), "{warmer} K more: {before:?} {after:?}");
            let mut stronger = case;
            stronger.launch.payload_low_orbit = case.launch.payload_low_orbit * lift;
            let after = best(&stronger, &environment);
            prop_assert!(is_no_worse(&before, &after), "{lift} times more: {before:?} {after:?}");
            Ok(())
        },
    );
}

#[test]
fn an_evaluation_of_an_open_case_is_that_of_the_design_that_was_chosen() {
    for name in ["reference-2026", "stoke-nova", "training-2026", "starcloud-5gw"] {
        let case = open(name, &[]).unwrap().nominal();
        assert!(!case.open.is_empty(), "{name}");
        let evaluation = Evaluator::new(&case).evaluate(&case);
        let frozen = skyrack::system::designer::frozen(&evaluation);
        let again = Evaluator::new(&frozen).evaluate(&frozen);
        assert!(evaluation.says_the_same_as(&again), "{name}");
    }
}
