use super::*;
use crate::economics::finance::{annuity_present_value, capital_recovery_factor, discount_factor};
use crate::units::{megawatt, million_usd, usd_per_kilowatt_hour, usd_per_kilowatt_year};

fn money(value: f64) -> Money {
    Money::new::<usd>(value)
}

fn rate(value: f64) -> Frequency {
    Frequency::new::<per_year>(value)
}

fn years(value: f64) -> Time {
    Time::new::<year>(value)
}

fn plan(assets: &[Asset]) -> CostPlan {
    let mut next = assets.iter().copied();
    let places = Assets::UNUSED.map(|_| next.next().unwrap_or(Asset::UNUSED));
    CostPlan {
        assets: places,
        yearly: MoneyPerTime::new::<usd_per_year>(4.0e6),
        discount_rate: rate(0.15),
        horizon: years(15.0),
        it_power: Power::new::<megawatt>(40.0),
        availability: fraction(0.95),
        ..CostPlan::EMPTY
    }
}

fn mixed() -> CostPlan {
    plan(&[
        Asset::new(money(4.0e8), years(5.0)),
        Asset { salvage: fraction(0.2), lead: years(1.5), ..Asset::new(money(9.0e7), years(7.3)) },
        Asset { salvage: fraction(1.0), ..Asset::new(money(3.0e6), years(30.0)) },
        Asset {
            salvage: fraction(-0.1),
            lead: years(0.25),
            ..Asset::new(money(2.0e6), years(0.35))
        },
        Asset::new(money(5.0e5), years(10.0 / 3.0)),
    ])
}

fn close(got: f64, want: f64, relative: f64) -> bool {
    (got - want).abs() <= relative * got.abs().max(want.abs())
}

/// Rows of NREL's simple levelized cost: capital, fixed cost, variable cost with fuel,
/// availability, rate, years, result.
const SIMPLE: [[f64; 7]; 7] = [
    [1000.0, 15.0, 0.0, 0.25, 0.07, 25.0, 0.046_032_199_64],
    [900.0, 20.0, 0.002 + 6.4 * 4.0 / 1000.0, 0.55, 0.075, 30.0, 0.047_567_644_71],
    [6500.0, 120.0, 0.0023 + 10.4 * 0.7 / 1000.0, 0.92, 0.06, 40.0, 0.078_073_148_64],
    [50_000.0, 0.0, 0.0, 0.99, 0.12, 5.0, 1.599_382_708],
    [8000.0, 400.0, 0.01, 0.66, 0.03, 10.0, 0.241_396_854_3],
    [3000.0, 50.0, 0.0, 0.3, 0.05, 30.0, 0.093_285_504_28],
    [40_000.0, 1000.0, 0.0, 0.995, 0.09, 7.0, 1.026_550_638],
];

#[test]
fn simple_levelized_cost_agrees_with_the_reference() {
    for [capital, fixed, variable, availability, r, n, want] in SIMPLE {
        let mut plan = plan(&[Asset::new(money(capital), years(n))]);
        plan.it_power = Power::new::<kilowatt>(1.0);
        plan.availability = fraction(availability);
        plan.discount_rate = rate(r);
        plan.horizon = years(n);
        plan.yearly = MoneyPerTime::new::<usd_per_year>(fixed + variable * 8760.0 * availability);
        let got = levelized(&plan).per_energy.get::<usd_per_kilowatt_hour>();
        assert!(close(got, want, 1e-9), "{got} {want}");
    }
}

#[test]
fn flat_case_is_price_times_recovery_factor_plus_running_for_any_horizon_and_life() {
    for life in [0.1, 1.0, 2.5, 5.0, 7.77, 10.0, 33.3, 100.0] {
        for horizon in 1..=40 {
            for r in [0.0, 1e-9, 0.03, 0.103, 0.15, 1.0] {
                let mut plan = plan(&[Asset::new(money(3.0e8), years(life))]);
                plan.horizon = years(f64::from(horizon));
                plan.discount_rate = rate(r);
                let yearly =
                    money(3.0e8) * capital_recovery_factor(rate(r), years(life)) + plan.yearly;
                let energy = plan.it_power * OPERATING_YEAR * plan.availability / ONE_YEAR;
                let want: MoneyPerEnergy = yearly / energy;
                let got = levelized(&plan).per_energy;
                assert!(close(got.base(), want.base(), 1e-12));
                assert!(
                    close(summed(&plan).per_energy.base(), want.base(), 1e-12),
                    "{life} {horizon} {r}"
                );
            }
        }
    }
}

fn summed(plan: &CostPlan) -> Levelized {
    let present_cost =
        ledger(plan).fold(Money::from_base(0.0), |sum, entry| sum + entry.present_cost);
    let present_energy =
        ledger(plan).fold(Energy::from_base(0.0), |sum, entry| sum + entry.present_energy);
    let per_energy = present_cost / present_energy;
    Levelized { present_cost, present_energy, per_energy, ..levelized(plan) }
}

#[test]
fn ledger_adds_up_to_the_closed_form() {
    for horizon in 1..=40_u32 {
        for r in [0.0, 0.05, 0.15] {
            let mut plan = mixed();
            plan.horizon = years(f64::from(horizon));
            plan.discount_rate = rate(r);
            assert_eq!(ledger(&plan).count(), horizon as usize);
            let (fast, slow) = (levelized(&plan), summed(&plan));
            assert!(close(fast.present_cost.base(), slow.present_cost.base(), 1e-12));
            assert!(close(fast.present_energy.base(), slow.present_energy.base(), 1e-12));
            assert!(residual(&plan).base().abs() < 1e-12);
        }
    }
}

/// Every purchase, sale and payment by its own date, with nothing summed in closed form but the
/// credit at the end.
#[test]
fn closed_form_agrees_with_every_payment_discounted_one_by_one() {
    let plan = mixed();
    let horizon = plan.horizon.get::<year>();
    let at = |time: f64| 1.15_f64.powf(-time);
    let mut cost = 0.0;
    for asset in plan.assets.each().filter(|asset| asset.price.base() > 0.0) {
        let (price, life) = (asset.price.get::<usd>(), asset.life.get::<year>());
        let carried = 1.15_f64.powf(asset.lead.get::<year>());
        let (mut lives, mut time) = (0.0, 0.0);
        while time < horizon - 1e-9 {
            cost += price * carried * at(time);
            if lives > 0.0 {
                cost -= price * asset.salvage.base() * at(time);
            }
            lives += 1.0;
            time = lives * life;
        }
        let left = time - horizon;
        let recovery = 0.15 / (1.0 - at(life));
        let yearly = price * (carried - asset.salvage.base() * at(life)) * recovery;
        let credit = yearly * (1.0 - at(left)) / 0.15 + price * asset.salvage.base() * at(left);
        cost -= credit * at(horizon);
    }
    for paid in 1..=15 {
        cost += 4.0e6 * at(f64::from(paid));
    }
    assert!(close(levelized(&plan).present_cost.get::<usd>(), cost, 1e-12));
}

#[test]
fn purchases_by_date_add_up_to_the_present_cost_of_their_asset() {
    for (tax, horizon) in [(0.0, 15.0), (0.21, 15.0), (0.21, 7.6), (0.3, 40.0)] {
        let tax = Taxation { rate: fraction(tax), write_off: years(4.0) };
        let plan = CostPlan { tax, horizon: years(horizon), ..mixed() };
        let discounting = Discounting::at(plan.discount_rate);
        let factors = levelized(&plan).factors;
        for (asset, factor) in plan.assets.each().zip(factors.each()) {
            let bought = plan.purchases(asset);
            let nothing = Money::from_base(0.0);
            let end = bought.unused * discounting.factor(plan.horizon);
            let sum = bought.starts().enumerate().fold(-end, |sum, (index, start)| {
                let sold = if index > 0 { bought.salvage } else { nothing };
                let paid = asset.price * discounting.factor(start - asset.lead);
                sum + paid + (bought.tax - sold) * discounting.factor(start)
            });
            let want = asset.price * *factor;
            assert!(close(sum.base(), want.base(), 1e-12), "{asset:?} {horizon}");
        }
    }
}

#[test]
fn the_same_plan_on_both_sides_costs_exactly_the_same() {
    let (orbit, ground) = (levelized(&mixed()), levelized(&mixed()));
    assert_eq!((orbit.per_energy / ground.per_energy).base().to_bits(), 1.0_f64.to_bits());
}

#[test]
fn parts_add_up_to_the_whole() {
    let (plan, result) = (mixed(), levelized(&mixed()));
    let parts = plan.assets.each().zip(result.factors.each());
    let bought = parts
        .fold(plan.yearly * result.annuity, |sum, (asset, factor)| sum + asset.price * *factor);
    assert!(close(bought.base(), result.present_cost.base(), 1e-14));
    assert!(result.factors.storage.base().abs() < f64::MIN_POSITIVE);
}

#[test]
fn a_higher_rate_raises_the_cost_of_a_plan_that_is_mostly_capital() {
    let cost = |r: f64| {
        let plan = CostPlan { discount_rate: rate(r), ..mixed() };
        levelized(&plan).per_energy
    };
    let costs = [0.0, 0.02, 0.05, 0.1, 0.15, 0.3].map(cost);
    assert!(costs.windows(2).all(|pair| pair[0] < pair[1]));
}

#[test]
fn a_running_cost_alone_does_not_feel_the_rate() {
    let at = |r: f64| levelized(&CostPlan { discount_rate: rate(r), ..plan(&[]) }).per_energy;
    assert!(close(at(0.0).base(), at(0.4).base(), 1e-14));
}

#[test]
fn horizon_does_not_move_the_cost_per_energy() {
    let at = |n: f64| levelized(&CostPlan { horizon: years(n), ..mixed() }).per_energy.base();
    assert!((1..=40).all(|n| close(at(f64::from(n)), at(1.0), 1e-13)));
}

#[test]
fn land_costs_its_interest_and_nothing_else() {
    let land = Asset { salvage: fraction(1.0), ..Asset::new(money(1.0e8), years(12.0)) };
    let mut plan = plan(&[land]);
    plan.yearly = MoneyPerTime::from_base(0.0);
    let interest = 1.0e8 * 0.15 * annuity_present_value(rate(0.15), years(15.0)).get::<year>();
    assert!(close(levelized(&plan).present_cost.get::<usd>(), interest, 1e-13));
}

#[test]
fn money_tied_up_before_the_start_bears_interest() {
    let paid = |lead: f64| {
        let asset = Asset { lead: years(lead), ..Asset::new(money(1.0e8), years(5.0)) };
        levelized(&plan(&[asset])).factors.platform
    };
    let growth = 1.0 / discount_factor(rate(0.15), years(2.0)).base();
    assert!(close(paid(2.0).base(), paid(0.0).base() * growth, 1e-13));
    assert!(close(levelized(&mixed()).capex.get::<million_usd>(), 495.5, 1e-12));
}

#[test]
fn first_year_holds_the_first_purchases_and_the_last_the_unused_part() {
    let plan = CostPlan { horizon: years(7.0), ..plan(&[Asset::new(money(100.0), years(5.0))]) };
    let entries: Vec<YearEntry> = ledger(&plan).collect();
    let bought: Vec<f64> = entries.iter().map(|entry| entry.purchases.get::<usd>()).collect();
    assert_eq!(bought, [100.0, 0.0, 0.0, 0.0, 0.0, 100.0, 0.0]);
    let recovery = capital_recovery_factor(rate(0.15), years(5.0));
    let unused = money(100.0) * recovery * annuity_present_value(rate(0.15), years(3.0));
    assert!(close(entries[6].unused.base(), unused.base(), 1e-13));
    assert!(entries[..6].iter().all(|entry| entry.unused.base().abs() < f64::MIN_POSITIVE));
}

#[test]
fn a_life_that_ends_at_the_horizon_buys_nothing_for_the_day_after() {
    for (life, horizon) in [(5.0, 15.0), (10.0 / 3.0, 10.0), (0.1, 3.0), (0.35, 7.0)] {
        let plan =
            CostPlan { horizon: years(horizon), ..plan(&[Asset::new(money(1.0), years(life))]) };
        let bought = ledger(&plan).fold(0.0, |sum, entry| sum + entry.purchases.get::<usd>());
        assert!((bought - (horizon / life).round()).abs() < 1e-9, "{bought}");
    }
}

#[test]
fn suncatcher_launch_alone_costs_14700_usd_per_kilowatt_and_year_without_discounting() {
    let launch = Asset::new(money(3621.0) * (575.0 / 28.295), years(5.0));
    let plan = CostPlan {
        yearly: MoneyPerTime::from_base(0.0),
        discount_rate: rate(0.0),
        horizon: years(5.0),
        it_power: Power::new::<kilowatt>(1.0),
        availability: fraction(1.0),
        ..plan(&[launch])
    };
    let cost = levelized(&plan).per_power_year.get::<usd_per_kilowatt_year>();
    assert!((cost - 14_700.0).abs() < 50.0, "{cost}");
}

#[test]
fn plans_outside_the_model_are_refused_by_name() {
    let refused = |plan: CostPlan| plan.checked().unwrap_err().to_string();
    assert!(mixed().checked().is_ok());
    let long = CostPlan { horizon: years(41.0), ..mixed() };
    assert_eq!(refused(long), "horizon is 41 yr, outside 1 to 40 yr");
    let broken = CostPlan { horizon: years(7.5), ..mixed() };
    assert!(refused(broken).starts_with("part of a year in the horizon is 0.5 yr"));
    let empty = CostPlan { availability: fraction(0.0), ..mixed() };
    assert!(refused(empty).starts_with("availability is 0 1"));
    let short = plan(&[Asset::new(money(1.0), years(0.0))]);
    assert!(refused(short).starts_with("life is 0 yr"));
}

#[test]
fn nonsense_does_not_panic_or_loop() {
    for value in [0.0, -1.0, 1e300, f64::INFINITY, f64::NAN] {
        let asset = Asset {
            price: money(value),
            life: years(value),
            salvage: fraction(value),
            lead: years(value),
        };
        let plan = CostPlan { discount_rate: rate(value), horizon: years(value), ..plan(&[asset]) };
        let _ = (levelized(&plan), residual(&plan));
        assert!(ledger(&plan).count() <= MAX_HORIZON);
    }
}
