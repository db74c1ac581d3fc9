//! Other values of one decision, to be compared with the one that was chosen.

use super::counts::with_count;
use super::ladder::{
    LIFTS, Ladder, SHARES, other_separations, with_lift, with_separation, with_share,
};
use crate::system::decisions::Decision;
use crate::system::inputs::Case;
use crate::units::{Count, Temperature};

/// Sizes beside the chosen one that are tried on either side.
const SIZES: u32 = 32;
/// Ratio of the largest of them to the chosen one.
const WIDEST: f64 = 3.0;
/// How much larger an array is tried.
const LARGER: f64 = 1.1;
/// How much cooler a coolant is tried, in kelvin.
const COOLER: f64 = 5.0;

/// A case with this decision taken another way and all others as the scenario leaves them, for each
/// way that is worth a look.
pub fn alternatives(case: &Case, chosen: &Case, decision: Decision) -> Vec<Case> {
    let mut taken = *case;
    taken.open.close(decision);
    match decision {
        Decision::Size => sizes(&taken, chosen),
        Decision::CoolantTemperature => {
            let cooler = Temperature::from_base(chosen.coolant.temperature.base() - COOLER);
            taken.coolant.temperature = cooler;
            vec![taken]
        }
        Decision::EclipseShare => {
            let now = chosen.it.eclipse_share.base();
            let others = SHARES.iter().filter(|share| !is_same(**share, now));
            others.map(|share| with_share(&taken, *share)).collect()
        }
        Decision::Lift => lifts(&taken, chosen),
        Decision::PerLaunch => counts_beside(chosen.satellite.per_launch, 1.0)
            .map(|number| {
                taken.satellite.per_launch = number;
                taken
            })
            .collect(),
        Decision::ArrayArea => {
            taken.array.oversize = chosen.array.oversize * LARGER;
            vec![taken]
        }
        Decision::Raising => separations(&taken, chosen),
        Decision::Terminals => counts_beside(chosen.link.terminals, 0.0)
            .map(|terminals| {
                taken.link.terminals = terminals;
                taken
            })
            .collect(),
        _ => Ladder::of(decision).map_or_else(Vec::new, |ladder| {
            let rung = ladder.rung(chosen);
            let ways: [fn(usize) -> Option<usize>; 2] =
                [|rung| rung.checked_sub(1), |rung| Some(rung + 1)];
            let moved = ways.into_iter().filter_map(|way| ladder.moved(chosen, rung, way));
            moved.map(|(_, moved)| ladder.with_value_of(&taken, &moved)).collect()
        }),
    }
}

/// One more and one less, but none below the least.
fn counts_beside(now: Count, least: f64) -> impl Iterator<Item = Count> {
    let beside = [1.0, -1.0].into_iter().map(move |step| now.base() + step);
    beside.filter(move |number| *number >= least).map(Count::from_base)
}

const fn is_same(one: f64, other: f64) -> bool {
    one.to_bits() == other.to_bits()
}

/// Other altitudes of separation, the working orbit among them.
fn separations(taken: &Case, chosen: &Case) -> Vec<Case> {
    let mut there = *taken;
    there.launch.separation_altitude = chosen.launch.separation_altitude;
    other_separations(&there).map(|rung| with_separation(&there, rung)).collect()
}

/// The lifts next to the chosen one.
fn lifts(taken: &Case, chosen: &Case) -> Vec<Case> {
    let now = LIFTS.iter().position(|lift| *lift >= chosen.heat_pump.lift.base());
    let rung = now.unwrap_or(LIFTS.len() - 1);
    let beside = [rung.checked_sub(1), Some(rung + 1)].into_iter().flatten();
    beside.filter_map(|rung| LIFTS.get(rung)).map(|lift| with_lift(taken, *lift)).collect()
}

/// Other numbers of satellites: those next to the chosen one, then at equal ratios.
fn sizes(taken: &Case, chosen: &Case) -> Vec<Case> {
    let count = chosen.satellite.count.base();
    let ratio = libm::pow(WIDEST, 1.0 / f64::from(SIZES));
    let least = super::counts::least(taken);
    let steps = (1..=SIZES).flat_map(|step| {
        let far = libm::pow(ratio, f64::from(step));
        [(count * far).max(count + f64::from(step)), (count / far).min(count - f64::from(step))]
    });
    let mut counts: Vec<f64> = steps.map(f64::round).filter(|other| *other >= least).collect();
    counts.sort_by(f64::total_cmp);
    counts.dedup();
    counts.into_iter().map(|other| with_count(taken, other)).collect()
}
