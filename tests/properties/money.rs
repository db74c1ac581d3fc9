//! Both sides go through one cost core, and break-even is where they meet.

use crate::common::{Reach, cases, check, default_case, gap, shipped_cases, value, with};
use proptest::prelude::*;
use skyrack::economics::finance::annuity_present_value;
use skyrack::economics::launch::{Fleet, Sharing, Stowed, Vehicle, manifest};
use skyrack::economics::levelized::{Asset, Assets, CostPlan, Once, Taxation, levelized, residual};
use skyrack::system::evaluator::Evaluator;
use skyrack::system::inputs::Case;
use skyrack::units::{
    CountRate, Frequency, Mass, Money, MoneyPerMass, MoneyPerTime, Power, Time, Volume,
    cubic_meter, each_per_year, fraction, kilogram, million_usd, per_year, usd_per_year, watt,
    year,
};

fn plans() -> impl Strategy<Value = CostPlan> {
    let assets = proptest::collection::vec(
        (0.0..1.0e10, 0.5..60.0, 0.0..5.0),
        Assets::UNUSED.each().count(),
    );
    let program = (0.0..1.0e10, 0.5..3.0, prop_oneof![Just(0.0), 0.0..0.5], 1.0..30.0);
    (assets, 0.0..1.0e9, 0.0..0.5, 1_u32..40, (1.0..1.0e9, 0.1..1.0), program).prop_map(
        |(assets, yearly, rate, horizon, (watts, availability), (once, factor, tax, write_off))| {
            let mut drawn = assets.into_iter();
            let asset = |(price, life, lead): (f64, f64, f64)| Asset {
                lead: Time::new::<year>(lead),
                ..Asset::new(Money::from_base(price), Time::new::<year>(life))
            };
            CostPlan {
                assets: Assets::UNUSED.map(|unused| drawn.next().map_or(*unused, asset)),
                yearly: MoneyPerTime::new::<usd_per_year>(yearly),
                discount_rate: Frequency::new::<per_year>(rate),
                horizon: Time::new::<year>(f64::from(horizon)),
                it_power: Power::new::<watt>(watts),
                availability: fraction(availability),
                once: Once {
                    price: Money::from_base(once),
                    factor: fraction(factor),
                    lead: Time::from_base(0.0),
                },
                tax: Taxation { rate: fraction(tax), write_off: Time::new::<year>(write_off) },
            }
        },
    )
}

#[test]
fn prop_equal_cash_flows_cost_exactly_the_same() {
    check(2_000, plans(), |plan| {
        let (one, other) = (levelized(&plan), levelized(&plan.clone()));
        let ratio = one.per_energy / other.per_energy;
        prop_assert_eq!(ratio.base().to_bits(), 1.0_f64.to_bits());
        Ok(())
    });
}

#[test]
fn prop_the_yearly_ledger_adds_up_to_the_levelized_cost() {
    check(2_000, plans(), |plan| {
        let left = residual(&plan).base().abs();
        prop_assert!(left < 1.0e-9, "{left:e}");
        Ok(())
    });
}

/// A case in which both sides buy the same computers and nothing else.
fn twins(case: &Case) -> Case {
    let free = [
        "satellite.avionics_price",
        "satellite.structure_price",
        "satellite.assembly_share",
        "satellite.joint_price",
        "satellite.platform_price",
        "satellite.ground_operations",
        "fleet.spares",
        "fleet.development",
        "fleet.operations_share",
        "fleet.replenishment",
        "fleet.servicing",
        "ground.supply",
        "ground.lease",
        "array.areal_price",
        "array.price",
        "battery.price",
        "pmad.price",
        "coolant.loop_price",
        "radiator.price",
        "propulsion.price",
        "shielding.price",
        "link.terminal_price",
        "launch.flight_price",
        "finance.launch_insurance",
        "finance.orbit_insurance",
        "it.spares",
        "ground.facility_price",
        "ground.maintenance",
        "ground.electricity_price",
        "ground.failure_rate",
        "ground.resale",
        "ground.water_price",
    ];
    let mut twins = free.iter().fold(*case, |case, path| with(&case, path, 0.0));
    // One satellite, so that dividing and multiplying by their number rounds nothing.
    twins = with(&twins, "satellite.count", 1.0);
    for (path, enough) in [("launch.capacity", 1.0e8), ("launch.fairing_volume", 1.0e6)] {
        twins = with(&twins, path, enough);
    }
    twins.mission.life = twins.it.life;
    twins.satellite.life = twins.it.life;
    twins.it.orbit_lead = twins.it.lead;
    twins.nominal.ground = twins.nominal.orbit;
    twins.finance.ground_discount_rate = twins.finance.orbit_discount_rate;
    twins.pins.availability = Some(twins.ground.availability);
    twins
}

#[test]
fn prop_the_same_computers_on_both_sides_cost_exactly_the_same() {
    let compared = std::cell::Cell::new(0);
    check(1_000, cases(Reach::Near), |random| {
        let case = twins(&random.case);
        let evaluation = Evaluator::new(&case).evaluate(&case);
        if let Some(ratio) = value(&evaluation, "ratio.cost") {
            compared.set(compared.get() + 1);
            prop_assert_eq!(ratio.to_bits(), 1.0_f64.to_bits(), "{}", ratio);
        }
        Ok(())
    });
    assert!(compared.get() > 100, "only {}", compared.get());
}

/// Checks the break-even price of a case; `None` where there is nothing to check.
fn breakeven(case: &Case) -> Option<Result<(), String>> {
    let mut model = Evaluator::new(case);
    let evaluation = model.evaluate(case);
    let free = value(&evaluation, "breakeven.ratio_at_free_launch")?;
    let signed = value(&evaluation, "breakeven.launch_price_signed")?;
    let Some(price) = value(&evaluation, "breakeven.launch_price") else {
        let confirmed = free > 1.0 && signed < 0.0;
        return Some(confirmed.then_some(()).ok_or_else(|| format!("none, but {free}, {signed}")));
    };
    let mut paid = *case;
    paid.pins.launch_price_per_mass = Some(MoneyPerMass::from_base(price));
    let ratio = value(&model.evaluate(&paid), "ratio.cost")?;
    Some((gap(ratio, 1.0) < 1.0e-9).then_some(()).ok_or_else(|| format!("ratio {ratio}")))
}

#[test]
fn prop_paying_the_breakeven_price_makes_both_sides_equal() {
    let compared = std::cell::Cell::new(0);
    let cases = prop_oneof![cases(Reach::Near), cases(Reach::Wide)];
    // Dear electricity gives a price above zero more often.
    check(2_000, (cases, 0.0..10.0), |(random, price)| {
        let case = with(&random.case, "ground.electricity_price", price / 3.6e6);
        if let Some(checked) = breakeven(&case) {
            compared.set(compared.get() + 1);
            prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
        }
        Ok(())
    });
    assert!(compared.get() > 500, "only {}", compared.get());
}

#[test]
fn prop_the_breakeven_price_of_every_scenario_is_confirmed() {
    for (name, case) in shipped_cases() {
        let checked = breakeven(&case);
        assert!(matches!(checked, Some(Ok(()))), "{name}: {checked:?}");
    }
}

#[test]
fn prop_free_launch_is_the_cost_at_a_launch_price_of_zero() {
    for (name, case) in shipped_cases() {
        let mut paid = case;
        paid.pins.launch_price_per_mass = Some(MoneyPerMass::from_base(0.0));
        let mut model = Evaluator::new(&case);
        let free = value(&model.evaluate(&case), "breakeven.ratio_at_free_launch").unwrap();
        let ratio = value(&model.evaluate(&paid), "ratio.cost").unwrap();
        assert!(gap(free, ratio) < 1.0e-12, "{name}: {free} {ratio}");
    }
}

#[test]
fn prop_the_net_value_falls_with_the_rate_where_sales_pay_for_the_start() {
    let case = default_case();
    let mut last = f64::INFINITY;
    for step in 0..40 {
        let rate = f64::from(step) * 0.01 / 31_557_600.0;
        let dearer = with(&case, "finance.ground_discount_rate", rate);
        let net =
            value(&Evaluator::new(&dearer).evaluate(&dearer), "ground.net_present_value").unwrap();
        assert!(net < last, "{rate}: {net} after {last}");
        last = net;
    }
}

#[test]
fn prop_equal_rates_are_the_grounds_rate_on_both_sides() {
    let case = default_case();
    let mut equal = case;
    equal.finance.orbit_discount_rate = case.finance.ground_discount_rate;
    let stated = value(&Evaluator::new(&case).evaluate(&case), "ratio.cost_equal_rates").unwrap();
    let paid = value(&Evaluator::new(&equal).evaluate(&equal), "ratio.cost").unwrap();
    assert!(gap(stated, paid) < 1.0e-12, "{stated} {paid}");
}

#[test]
fn prop_heavier_satellites_never_launch_cheaper() {
    let numbers = (1_u32..500, 10.0..5.0e4, 0.1..500.0, 1.0..3.0, any::<bool>());
    check(5_000, numbers, |(working, mass, volume, heavier, is_shared)| {
        let sharing = if is_shared { Sharing::Shared } else { Sharing::Dedicated };
        let vehicle = Vehicle {
            payload: Mass::new::<kilogram>(40_000.0),
            volume: Volume::new::<cubic_meter>(300.0),
            price: Money::new::<million_usd>(74.0),
            failure_rate: fraction(0.02),
            cadence: CountRate::new::<each_per_year>(100.0),
            most: None,
            parts: fraction(1.0),
        };
        let fleet = Fleet { working: u128::from(working), spare: 1 };
        let cost = |kilograms: f64| {
            let stowed = Stowed {
                mass: Mass::new::<kilogram>(kilograms),
                volume: Volume::new::<cubic_meter>(volume),
            };
            manifest(fleet, &stowed, &vehicle, sharing).map(|booked| booked.cost.base())
        };
        match (cost(mass), cost(mass * heavier)) {
            (Some(light), Some(heavy)) => prop_assert!(heavy >= light * (1.0 - 1.0e-12)),
            (None, heavy) => prop_assert!(heavy.is_none(), "a heavier one fits"),
            (Some(_), None) => {}
        }
        Ok(())
    });
}

#[test]
fn prop_an_annuity_without_interest_is_the_number_of_years() {
    check(1_000, (0.5..60.0, 1.0e-12..1.0e-7), |(years, rate)| {
        let life = Time::new::<year>(years);
        let at = |rate: f64| annuity_present_value(Frequency::new::<per_year>(rate), life);
        prop_assert!(gap(at(0.0).base(), life.base()) < 1.0e-15);
        prop_assert!(gap(at(rate).base(), life.base()) < 100.0 * rate + 1.0e-12);
        Ok(())
    });
}
