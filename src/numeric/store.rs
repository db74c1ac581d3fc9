//! A lossy store between a supply that changes from step to step and a constant demand of one, over
//! a year that repeats.
//!
//! Tests play the solar years through it; what they find is tabulated.

/// A store, per demand: energy in demand times steps, power over the demand.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Store {
    /// Most that it holds, as it can be given back.
    pub capacity: f64,
    /// Most that goes in, and most that comes out, in a step.
    pub power: f64,
    /// What comes out of what goes in; the loss falls when it goes in.
    pub efficiency: f64,
}

/// One step of a store; what comes out counts below zero.
#[derive(Debug, Clone, Copy)]
struct StoreStep {
    /// What is in the store after it.
    state: f64,
    /// What goes in or comes out at its power, as if it were neither full nor empty.
    asked: f64,
    /// What goes in or comes out.
    moved: f64,
}

impl Store {
    /// A step in which the supply is over the demand by `surplus`, or under it where that is below
    /// zero.
    fn step(self, state: f64, surplus: f64) -> StoreStep {
        let Self { capacity, power, efficiency } = self;
        if surplus >= 0.0 {
            let asked = if surplus < power { surplus } else { power };
            let room = (capacity - state) / efficiency;
            if asked < room {
                StoreStep { state: state + asked * efficiency, asked, moved: asked }
            } else {
                StoreStep { state: capacity, asked, moved: room }
            }
        } else {
            let asked = if -surplus < power { surplus } else { -power };
            let moved = if -asked < state { asked } else { -state };
            StoreStep { state: state + moved, asked, moved }
        }
    }
}

/// Mean flows of a step, over the demand.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Flows {
    /// Supply.
    pub supply: f64,
    /// Supply that meets the demand at once.
    pub direct: f64,
    /// Supply that goes into the store.
    pub charged: f64,
    /// Demand that the store meets.
    pub discharged: f64,
    /// Supply that nothing takes.
    pub curtailed: f64,
    /// Demand that nothing meets.
    pub unserved: f64,
}

/// Mean flows of a year that ends as it began: `scale` times the supply of each step, demand first,
/// then the store.
///
/// A supply without steps gives no flows.
pub fn cycle(supply: &[f64], scale: f64, store: Store) -> Flows {
    if supply.is_empty() {
        return Flows::default();
    }
    let mut sums = Flows::default();
    let mut state = returning(supply, scale, store);
    let mut step = 0;
    while step < supply.len() {
        let given = scale * supply[step];
        let surplus = given - 1.0;
        let StoreStep { state: after, moved, .. } = store.step(state, surplus);
        step += 1;
        state = after;
        sums.supply += given;
        if surplus >= 0.0 {
            sums.direct += 1.0;
            sums.charged += moved;
            sums.curtailed += surplus - moved;
        } else {
            sums.direct += given;
            sums.discharged -= moved;
            sums.unserved += moved - surplus;
        }
    }
    let steps = supply.len() as f64;
    Flows {
        supply: sums.supply / steps,
        direct: sums.direct / steps,
        charged: sums.charged / steps,
        discharged: sums.discharged / steps,
        curtailed: sums.curtailed / steps,
        unserved: sums.unserved / steps,
    }
}

/// What is in the store at the start of a year that ends with the same.
///
/// The end of a year is its start moved by the year's balance and held between two bounds: the ends
/// of a year begun empty and begun full. If they meet, they are the answer, and they meet early:
/// the last eighth of the year mostly tells. Otherwise the upper bound returns where a store
/// without bounds would gain over the year, the lower one where it would lose.
fn returning(supply: &[f64], scale: f64, store: Store) -> f64 {
    let mut full = (0.0, 0.0);
    for eighths in [1, 8] {
        let last = &supply[supply.len() - supply.len() * eighths / 8..];
        full = end(last, scale, store, store.capacity);
        let empty = end(last, scale, store, 0.0);
        if full.0 <= empty.0 || (eighths == 8 && full.1 < 0.0) {
            return empty.0;
        }
    }
    full.0
}

/// What is in the store after these steps, and what a store without bounds would have gained.
fn end(supply: &[f64], scale: f64, store: Store, start: f64) -> (f64, f64) {
    let (mut state, mut gain) = (start, 0.0);
    let mut step = 0;
    while step < supply.len() {
        let StoreStep { state: after, asked, .. } = store.step(state, scale * supply[step] - 1.0);
        step += 1;
        state = after;
        gain += if asked >= 0.0 { asked * store.efficiency } else { asked };
    }
    (state, gain)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NO_STORE: Store = Store { capacity: 0.0, power: 0.0, efficiency: 0.85 };

    /// Days of eight steps at 3 and sixteen at none, every third of them dark.
    fn days(count: usize) -> Vec<f64> {
        let step = |at: usize| if at % 24 < 8 && (at / 24) % 3 != 2 { 3.0 } else { 0.0 };
        (0..24 * count).map(step).collect()
    }

    fn store(capacity: f64, efficiency: f64) -> Store {
        Store { capacity, power: capacity / 4.0, efficiency }
    }

    fn close(got: f64, want: f64) -> bool {
        (got - want).abs() <= 1e-12 * got.abs().max(want.abs()).max(1.0)
    }

    #[test]
    fn supply_and_demand_balance_over_the_year() {
        for (scale, capacity, efficiency) in [
            (0.3, 5.0, 0.9),
            (1.0, 16.0, 0.8),
            (2.5, 40.0, 1.0),
            (9.0, 500.0, 0.7),
            (0.9, 1e6, 0.9),
        ] {
            let flows = cycle(&days(60), scale, store(capacity, efficiency));
            assert!(
                close(flows.supply, flows.direct + flows.charged + flows.curtailed),
                "{flows:?}"
            );
            assert!(close(1.0, flows.direct + flows.discharged + flows.unserved), "{flows:?}");
            assert!(close(flows.discharged, efficiency * flows.charged), "{flows:?}");
        }
    }

    #[test]
    fn no_store_leaves_what_is_used_at_once() {
        let flows = cycle(&days(3), 2.0, NO_STORE);
        assert!(close(flows.direct, 16.0 / 72.0) && close(flows.unserved, 56.0 / 72.0));
        assert!(close(flows.curtailed, 5.0 * 16.0 / 72.0), "{flows:?}");
    }

    #[test]
    fn an_endless_store_serves_what_the_balance_allows() {
        let endless = Store { capacity: 1e6, power: 1e6, efficiency: 0.8 };
        // mean supply 0.6: 0.2 at once, 0.4 x 0.8 later
        let short = cycle(&days(3), 0.9, endless);
        let (direct, later) = (16.0 / 72.0, (0.6 - 16.0 / 72.0) * 0.8);
        assert!(close(short.direct, direct) && close(short.discharged, later), "{short:?}");
        assert!(close(short.unserved, 1.0 - direct - later) && close(short.curtailed, 0.0));
        let rich = cycle(&days(3), 3.0, endless);
        assert!(close(rich.unserved, 0.0) && rich.curtailed > 0.0, "{rich:?}");
    }

    #[test]
    fn a_constant_supply_needs_no_store() {
        for scale in [1.0, 1.7] {
            let flows = cycle(&[1.0; 48], scale, NO_STORE);
            assert!(close(flows.unserved, 0.0) && close(flows.curtailed, scale - 1.0));
        }
        assert!(close(cycle(&[1.0; 48], 0.6, store(10.0, 0.9)).unserved, 0.4));
    }

    #[test]
    fn more_supply_and_more_store_leave_less_unserved() {
        let year = days(30);
        let mut last = 1.0;
        for step in 0..40_u8 {
            let flows = cycle(&year, 0.2 + 0.1 * f64::from(step), store(8.0, 0.9));
            assert!(flows.unserved <= last + 1e-12, "{step}");
            last = flows.unserved;
        }
        last = 1.0;
        for capacity in 0..60_u8 {
            let flows = cycle(&year, 2.0, store(f64::from(capacity), 0.9));
            assert!(flows.unserved <= last + 1e-12, "{capacity}");
            last = flows.unserved;
        }
    }

    #[test]
    fn nothing_at_all_gives_no_flows() {
        assert_eq!(cycle(&[], 1.0, NO_STORE), Flows::default());
        assert!(close(cycle(&[0.0; 5], 1.0, store(4.0, 0.9)).unserved, 1.0));
    }
}
