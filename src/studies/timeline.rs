//! Cost of both sides year by year, and the year from which orbit costs no more than the ground:
//! often never.

mod stock;

pub use self::stock::{Experience, experience};

use self::stock::Stock;
use super::batch::Workers;
use super::draw::Draw;
use super::points::{Method, Points, REPLICATES};
use super::sample::fails;
use crate::catalog::Catalog;
use crate::economics::learning::price_factor;
use crate::numeric::distribution::Distribution;
use crate::numeric::hash::derived;
use crate::numeric::statistics::{quantile, share_interval};
use crate::numeric::triplet::Triplet;
use crate::system::evaluation::Evaluation;
use crate::system::evaluator::Evaluator;
use crate::system::inputs::{Case, Input, input};
use crate::system::verdict::GATES;
use crate::units::format::display_unit;
use crate::units::{Ratio, YEAR_SECONDS, fraction, pick};

/// How a trend moves its inputs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TrendForm {
    /// The rate is a fall per doubling of the mass ever launched; raised to this power the factor
    /// multiplies the input.
    Learning,
    /// The rate is a growth per year.
    Growth,
    /// The rate is the growth of the mass launched per year, up to its limit.
    Flow,
}

impl TrendForm {
    /// Bounds of the rate.
    const fn bounds(self) -> (f64, f64) {
        match self {
            Self::Learning => (0.0, 1.0),
            Self::Growth | Self::Flow => (-1.0, f64::INFINITY),
        }
    }
}

/// One uncertain rate and the inputs that it moves.
#[derive(Debug, Clone, Copy)]
pub struct Trend {
    /// Catalog row of the rate.
    pub address: &'static str,
    /// Inputs that are multiplied.
    pub inputs: &'static [&'static str],
    course: TrendForm,
}

/// Everything that changes with the years.
pub const TRENDS: [Trend; 7] = [
    Trend {
        address: "model.timeline.mass_flow_growth",
        inputs: &["launch.cadence"],
        course: TrendForm::Flow,
    },
    Trend {
        address: "launch_vehicles.generic.learning_rate_cumulative_mass",
        inputs: &["launch.flight_price"],
        course: TrendForm::Learning,
    },
    Trend {
        address: SERIES,
        inputs: &[
            "array.price",
            "array.areal_price",
            "battery.price",
            "pmad.price",
            "coolant.loop_price",
            "radiator.price",
            "satellite.structure_price",
            "satellite.avionics_price",
            "propulsion.price",
            "propulsion.power_price",
            "link.terminal_price",
        ],
        course: TrendForm::Learning,
    },
    Trend {
        address: "model.timeline.array_specific_power_growth",
        inputs: &["array.specific_power", "array.areal_mass"],
        course: TrendForm::Growth,
    },
    Trend {
        address: "model.timeline.computer_price_growth",
        inputs: &["it.price"],
        course: TrendForm::Growth,
    },
    Trend {
        address: "model.timeline.electricity_price_growth",
        inputs: &["ground.electricity_price"],
        course: TrendForm::Growth,
    },
    Trend {
        address: "model.timeline.facility_price_growth",
        inputs: &["ground.facility_price"],
        course: TrendForm::Growth,
    },
];
/// The trend of the prices of satellites.
const SERIES: &str = "model.satellite_series.learning_rate";
/// Mass launched by the leader until now, mass that the leader launches in a year, and the most
/// that the leader has asked for: one company throughout.
const LAUNCHED: &str = "launch_vehicles.generic.spacex_cumulative_mass_mar2026";
const FLOW: &str = "launch_vehicles.generic.spacex_mass_to_orbit_per_year";
const FLOW_LIMIT: &str = "platforms.spacex_odc.mass_per_year_target";

/// Result of one sample in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Year {
    ratio: Option<f64>,
    orbit: Option<f64>,
    ground: Option<f64>,
    launch_price: f64,
    /// IT power that the launches of the year can carry.
    ramp: Option<f64>,
    /// A bit for each gate that fails, the first gate in the lowest bit.
    fails: u16,
}

impl Year {
    fn is_cheaper(&self) -> bool {
        self.ratio.is_some_and(|ratio| ratio <= 1.0)
    }
}

/// A number over the samples.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct QuantileBand {
    /// Samples in which it exists, over all.
    pub exists: f64,
    /// 5 %, 50 % and 95 % points of those, in base units.
    pub points: [f64; 3],
}

/// All samples in one year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TimelineYear {
    /// The year.
    pub year: i32,
    /// Cost of orbit over that of the ground.
    pub ratio: Option<QuantileBand>,
    /// Cost per available energy in orbit.
    pub orbit: Option<QuantileBand>,
    /// Cost per available energy on the ground.
    pub ground: Option<QuantileBand>,
    /// Price per kilogram on the vehicle's reference orbit.
    pub launch_price: Option<QuantileBand>,
    /// IT power that the launches of the program can carry since the start, at the mass of that
    /// year.
    pub ramp: Option<QuantileBand>,
    /// Share of the samples that have crossed by the end of the year.
    pub crossed: f64,
}

/// When orbit first costs no more than the ground, over all samples.
#[derive(Debug, Clone, PartialEq)]
pub struct Parity {
    /// Last year looked at.
    pub last: i32,
    /// Samples.
    pub samples: usize,
    /// Samples that cross in each year, years rising.
    pub years: Vec<(i32, usize)>,
    /// Samples that cross by the last year.
    pub crossed: usize,
    /// Share of the samples that cross, with its 95 % interval.
    pub share: (f64, (f64, f64)),
    /// Median year of those that cross.
    pub median_of_crossed: Option<i32>,
    /// Median year of all samples; none where fewer than half cross.
    pub median: Option<i32>,
    /// Years by which 5 % and 95 % of all samples have crossed; none where fewer cross.
    pub span: (Option<i32>, Option<i32>),
}

/// What keeps samples from crossing in which orbit costs no more in some year.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Kept {
    /// Samples in which orbit costs no more in some year, and that never cross.
    pub samples: usize,
    /// Gates that fail in the last such year, with the number of samples; the most frequent first.
    pub gates: Vec<(&'static str, usize)>,
}

/// Gathers first years of parity; `None` stands for a sample that does not cross by the last year.
pub fn parity(first: i32, last: i32, years: &[Option<i32>]) -> Parity {
    let mut crossed: Vec<i32> = years.iter().flatten().copied().collect();
    crossed.sort_unstable();
    let counts = (first..=last)
        .map(|year| (year, crossed.iter().filter(|other| **other == year).count()))
        .collect();
    let share = crossed.len() as f64 / years.len().max(1) as f64;
    let by = |share: f64| {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place")]
        let place = (share * years.len().saturating_sub(1) as f64) as usize;
        crossed.get(place).copied()
    };
    Parity {
        last,
        samples: years.len(),
        years: counts,
        crossed: crossed.len(),
        share: (share, share_interval(crossed.len() as u64, years.len() as u64)),
        median_of_crossed: crossed.get(crossed.len().saturating_sub(1) / 2).copied(),
        median: crossed.get(years.len().saturating_sub(1) / 2).copied(),
        span: (by(0.05), by(0.95)),
    }
}

/// A finished timeline.
#[derive(Debug, Clone, PartialEq)]
pub struct Timeline {
    /// One row for each year.
    pub rows: Vec<TimelineYear>,
    /// The year of parity.
    pub parity: Parity,
    /// Gates that keep samples from it.
    pub kept: Kept,
    /// Inputs that a trend would carry out of their range, so that they stay at its end.
    pub held: Vec<Held>,
}

/// An input that stays at the end of its range.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// The input.
    pub path: &'static str,
    /// Samples in which it does by the last year.
    pub samples: usize,
}

/// Rates of the trends, and the mass launched.
struct Rates {
    distributions: Vec<Distribution>,
    stock: Stock,
}

fn rates(price_year: u16) -> Option<Rates> {
    let catalog = Catalog::builtin();
    let value = |address: &str| catalog.value(address, price_year).ok();
    let distributions: Option<Vec<Distribution>> = TRENDS
        .iter()
        .map(|trend| {
            let rate = value(trend.address)?;
            let per_year = match trend.course {
                TrendForm::Learning => 1.0,
                TrendForm::Growth | TrendForm::Flow => YEAR_SECONDS,
            };
            let points = [rate.low, rate.nominal, rate.high].map(|rate| rate * per_year);
            Some(Distribution::Triplet(Triplet::new(points, trend.course.bounds())))
        })
        .collect();
    let flow = value(FLOW)?.nominal;
    let yearly = flow * YEAR_SECONDS;
    let start = value(LAUNCHED)?.nominal / yearly;
    let stock = Stock { start, limit: value(FLOW_LIMIT)?.nominal / flow, yearly };
    Some(Rates { distributions: distributions?, stock })
}

/// Multiplies the inputs of a case as the trends say after so many years; a bit for each input of
/// the trends, in their order, says which stay at the end of their range.
fn age(case: &mut Case, years: f64, rates: &[f64], stock: &Stock) -> u32 {
    let (mut held, mut bit) = (0, 1);
    let growth = TRENDS.iter().zip(rates).find(|(trend, _)| trend.course == TrendForm::Flow);
    let growth = growth.map_or(0.0, |(_, rate)| *rate);
    let own = stock.of_launch(case);
    for (trend, rate) in TRENDS.iter().zip(rates) {
        let start = if trend.address == SERIES { stock.start } else { own };
        let experience = experience(years, growth, (start, stock.limit));
        let factor = match trend.course {
            TrendForm::Learning => {
                let factor: Ratio = price_factor(fraction(*rate), fraction(experience.total));
                factor.base()
            }
            TrendForm::Growth => libm::pow(1.0 + rate, years),
            TrendForm::Flow => experience.flow,
        };
        for path in trend.inputs {
            let Some(input) = input(path) else { continue };
            let unit = display_unit(input.unit);
            let bound = |end: f64| unit.as_ref().map_or(end, |unit| unit.to_base(end));
            let value = (input.get)(case) * factor_of(input, trend.course, factor);
            let kept = value.clamp(bound(input.low), bound(input.high));
            held |= if kept.to_bits() == value.to_bits() { 0 } else { bit };
            bit <<= 1;
            (input.set)(case, kept);
        }
    }
    held
}

/// The factor of an input: mass per area falls as power per mass grows.
fn factor_of(input: &Input, course: TrendForm, factor: f64) -> f64 {
    let falls = course == TrendForm::Growth && input.path == "array.areal_mass";
    pick(falls, 1.0 / factor, factor)
}

fn read(case: &Case, evaluation: &Evaluation) -> Year {
    let outcome = &evaluation;
    let payload_per_year = outcome
        .metrics()
        .launch()
        .payload()
        .map(|payload| payload.base() * case.launch.cadence.base());
    let mass = outcome
        .metrics()
        .mass()
        .per_it_power()
        .map(super::super::units::quantities::Quantity::base);
    let ramp = payload_per_year.zip(mass).map(|(payload, mass)| payload * YEAR_SECONDS / mass);
    Year {
        ratio: outcome
            .metrics()
            .ratio()
            .cost()
            .map(super::super::units::quantities::Quantity::base),
        orbit: outcome
            .metrics()
            .orbit()
            .cost_per_it_energy()
            .map(super::super::units::quantities::Quantity::base),
        ground: outcome
            .metrics()
            .ground()
            .cost_per_it_energy()
            .map(super::super::units::quantities::Quantity::base),
        launch_price: case.launch.price.base(),
        ramp,
        fails: fails(evaluation),
    }
}

/// A case after so many years. Satellites learn once: by the mass that all launch, or by their own
/// number (`fleet.learning_rate`), whichever leaves orbit cheaper.
fn aged(
    model: &mut Evaluator,
    base: &Case,
    years: f64,
    (rates, stock): (&[f64], &Stock),
) -> (Year, u32) {
    let mut of = |fleet: bool, series: bool| {
        let mut case = *base;
        if !fleet {
            case.fleet.learning_rate = fraction(0.0);
        }
        let mut rates = rates.to_vec();
        let trends = TRENDS.iter().zip(&mut rates).filter(|(trend, _)| trend.address == SERIES);
        trends.filter(|_| !series).for_each(|(_, rate)| *rate = 0.0);
        let held = age(&mut case, years, &rates, stock);
        (read(&case, &model.evaluate(&case)), held)
    };
    let by_mass = of(false, true);
    if base.fleet.learning_rate.base() <= 0.0 {
        return by_mass;
    }
    let by_number = of(true, false);
    let cost = |year: &Year| year.orbit.unwrap_or(f64::INFINITY);
    if cost(&by_number.0) < cost(&by_mass.0) { by_number } else { by_mass }
}

/// Follows every sample from the first year of the scenario to `last`.
///
/// The inputs are those of the sample in the first year; each later year multiplies them by its own
/// draw of the trends ([`TRENDS`]): Wright's law over the mass ever launched, which grows up to a
/// limit, and constant yearly growth. A sample has parity in the first year in which every gate
/// holds and orbit costs at most as much as the ground; a pinned quantity stays pinned. The
/// sunlight is that of the first year throughout. A value that would leave the range of its input
/// stays at its end, and is listed.
pub fn timeline(
    draw: &Draw,
    (first, last): (i32, i32),
    (samples, price_year): (usize, u16),
    workers: &Workers<'_>,
) -> Option<Timeline> {
    let rates = rates(price_year)?;
    let seed = derived(draw.points.seed(), u64::MAX);
    let streams: Vec<usize> = (0..TRENDS.len()).collect();
    let points = Points::new(Method::Sobol, &streams, seed).ok()?;
    let length = usize::try_from(last - first + 1).ok()?;
    let follow = |model: &mut Evaluator, at: usize| {
        if workers.is_stopped() {
            return None;
        }
        let base = draw.case(at as u64);
        let rate = |trend: &usize| {
            let mut share = [0.0];
            points.fill(at as u64 % REPLICATES, *trend, at as u64 / REPLICATES, &mut share);
            rates.distributions[*trend].quantile(share[0])
        };
        let drawn: Vec<f64> = streams.iter().map(rate).collect();
        let mut held = 0;
        let years: Vec<Year> = (0..length)
            .map(|years| {
                let (year, mask) = aged(model, &base, years as f64, (&drawn, &rates.stock));
                held |= mask;
                year
            })
            .collect();
        workers.count(1);
        Some((years, held))
    };
    let model = Evaluator::new(&draw.base);
    let found: Option<Vec<(Vec<Year>, u32)>> = workers.pool.install(|| {
        use rayon::prelude::*;
        (0..samples).into_par_iter().map_init(|| model.clone(), follow).collect()
    });
    let (found, masks): (Vec<Vec<Year>>, Vec<u32>) = found?.into_iter().unzip();
    let crossings: Vec<Option<i32>> = found.iter().map(|years| crossing(first, years)).collect();
    let rows = (0..length).map(|at| row(first, at, &found, &crossings)).collect();
    let (parity, held) = (parity(first, last, &crossings), held(&masks));
    Some(Timeline { rows, parity, kept: kept(&found, &crossings), held })
}

/// What keeps samples from crossing in which orbit costs no more in some year.
fn kept(found: &[Vec<Year>], crossings: &[Option<i32>]) -> Kept {
    let never = found.iter().zip(crossings).filter(|(_, crossing)| crossing.is_none());
    let cheaper = never.filter_map(|(years, _)| years.iter().rev().find(|year| year.is_cheaper()));
    let fails: Vec<u16> = cheaper.map(|year| year.fails).collect();
    let count = |at: usize| fails.iter().filter(|fails| **fails >> at & 1 == 1).count();
    let gates = GATES.iter().enumerate().map(|(at, gate)| (gate.name, count(at)));
    let mut gates: Vec<(&str, usize)> = gates.filter(|(_, samples)| *samples > 0).collect();
    gates.sort_by_key(|(_, samples)| std::cmp::Reverse(*samples));
    Kept { samples: fails.len(), gates }
}

/// The inputs whose bit is set in any sample, with the number of samples.
fn held(masks: &[u32]) -> Vec<Held> {
    let paths = TRENDS.iter().flat_map(|trend| trend.inputs);
    let count = |bit: usize| masks.iter().filter(|mask| **mask >> bit & 1 == 1).count();
    let all = paths.enumerate().map(|(bit, path)| Held { path, samples: count(bit) });
    all.filter(|held| held.samples > 0).collect()
}

fn crossing(first: i32, years: &[Year]) -> Option<i32> {
    let at = years.iter().position(|year| year.fails == 0 && year.is_cheaper())?;
    Some(first + i32::try_from(at).ok()?)
}

fn row(first: i32, at: usize, found: &[Vec<Year>], crossings: &[Option<i32>]) -> TimelineYear {
    let year = first + i32::try_from(at).unwrap_or(0);
    let band = |value: &dyn Fn(&[Year]) -> Option<f64>| {
        let mut values: Vec<f64> = found.iter().filter_map(|years| value(years)).collect();
        let exists = values.len() as f64 / found.len().max(1) as f64;
        let mut point = |p: f64| quantile(&mut values, p);
        Some(QuantileBand { exists, points: [point(0.05)?, point(0.5)?, point(0.95)?] })
    };
    let crossed = crossings.iter().flatten().filter(|other| **other <= year).count();
    TimelineYear {
        year,
        ratio: band(&|years| years[at].ratio),
        orbit: band(&|years| years[at].orbit),
        ground: band(&|years| years[at].ground),
        launch_price: band(&|years| Some(years[at].launch_price)),
        ramp: band(&|years| years[..=at].iter().map(|year| year.ramp).sum()),
        crossed: crossed as f64 / crossings.len().max(1) as f64,
    }
}

#[cfg(test)]
mod tests;
