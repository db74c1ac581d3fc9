//! Mass launched over the years: what prices learn from.

use crate::system::inputs::Case;

/// Mass launched over the years, relative to now.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Experience {
    /// Mass ever launched over that launched until now.
    pub total: f64,
    /// Mass per year over that of now.
    pub flow: f64,
}

/// Mass ever launched after so many years: the yearly mass grows at a constant rate up to its
/// limit.
///
/// `start` is the mass launched until now in years of the present flow, `limit` the largest flow
/// over the present one.
pub fn experience(years: f64, growth: f64, (start, limit): (f64, f64)) -> Experience {
    let rate = libm::log1p(growth);
    let until = if rate > 0.0 { libm::log(limit.max(1.0)) / rate } else { f64::INFINITY };
    let rising = years.min(until);
    let risen = if rate == 0.0 { rising } else { libm::expm1(rate * rising) / rate };
    let flow = libm::exp(rate * rising);
    let more = risen + flow * (years - rising).max(0.0);
    Experience { total: 1.0 + more / start, flow }
}

/// Mass launched: what all years learn from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stock {
    /// Mass launched until now, in years of the present flow.
    pub(super) start: f64,
    /// The largest flow over the present one.
    pub(super) limit: f64,
    /// Mass of a year of the present flow, in kilograms.
    pub(super) yearly: f64,
}

impl Stock {
    /// The stock that the launch price of a case has learned from: its own mass at purchase where
    /// it has learned before the first year, so that the years learn on from there.
    pub(super) fn of_launch(&self, case: &Case) -> f64 {
        let launch = &case.launch;
        let has_learned =
            launch.learning_rate.base() > 0.0 && launch.cumulative_mass > launch.learned_mass;
        if has_learned { launch.cumulative_mass.base() / self.yearly } else { self.start }
    }
}
