//! When satellites start to work: launches one after the other, and what waiting for them costs.

use super::finance::Discounting;
use crate::units::{CountRate, Frequency, Ratio, Time, fraction, quantities};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
/// Steps that the cadence rises in, at most.
const MOST_STEPS: f64 = 20.0;

/// Launches that bring a fleet to orbit one after the other.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Delivery {
    /// Launches that have to succeed.
    pub launches: Ratio,
    /// Launches a year that succeed, once the full cadence is reached.
    pub cadence: Frequency,
    /// Time until it is.
    pub ramp: Time,
}

/// A stretch of even cadence.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    /// Its beginning.
    start: Time,
    /// Launches before it.
    before: Ratio,
    /// Launches a year in it.
    cadence: Frequency,
    /// Its end, launches after it; the last one has none.
    after: Option<Ratio>,
}

impl Delivery {
    /// Launches that have to succeed, of a cadence that counts the failed ones too.
    ///
    /// # Model
    /// ```text
    /// successes a year = c n / n_e
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | c | launches a year, failures included | 1/yr |
    /// | n, `n_e` | launches that have to succeed, and expected with their repeats | 1 |
    ///
    /// # Assumes
    /// Failures are spread evenly over the launches.
    ///
    /// # Valid for
    /// Positive numbers of launches.
    ///
    /// # References
    /// Definition; [`manifest`](super::launch::manifest) counts the launches
    pub fn repeating(launches: Ratio, expected: Ratio, cadence: CountRate, ramp: Time) -> Self {
        Self { launches, cadence: cadence * (launches / expected), ramp }
    }

    /// The stretches of even cadence: the ramp in yearly steps, then the full cadence.
    fn stretches(&self) -> impl Iterator<Item = Stretch> + use<> {
        let delivery = *self;
        let ramp: Ratio = delivery.ramp / ONE_YEAR;
        let n_steps = libm::ceil(ramp.base().max(0.0)).min(MOST_STEPS);
        let step: Time = if n_steps > 0.0 { delivery.ramp / n_steps } else { Time::from_base(0.0) };
        let mut before = fraction(0.0);
        let mut index = 0.0;
        std::iter::from_fn(move || {
            if index > n_steps {
                return None;
            }
            let start: Time = step * index;
            index += 1.0;
            let cadence: Frequency = delivery.cadence * (index / (n_steps + 1.0));
            let is_last = index > n_steps;
            let after = (!is_last).then(|| before + cadence * step);
            let stretch = Stretch { start, before, cadence, after };
            before = after.unwrap_or(before);
            Some(stretch)
        })
    }

    /// Time from the first possible launch to the last.
    ///
    /// # Model
    /// ```text
    /// launch k leaves when the sum of the cadence reaches k
    /// cadence = c j / (n + 1) in step j of n yearly steps of the ramp, then c
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | c | full cadence | 1/yr |
    /// | n | years of the ramp, rounded up | 1 |
    ///
    /// # Assumes
    /// Launches are evenly spaced within a step. A satellite starts to work when it is launched;
    /// the time that its check-out takes is in the leads of what is paid for it.
    ///
    /// # Valid for
    /// Positive cadences; infinite without one, zero at an infinite one.
    ///
    /// # References
    /// Definition; docs/model/cost-core.md
    pub fn duration(&self) -> Time {
        self.date(self.launches)
    }

    /// Time at which so many launches have left; see [`Delivery::duration`] for model, range and
    /// references.
    pub fn date(&self, launch: Ratio) -> Time {
        let mut stretches = self.stretches();
        let stretch = stretches.find(|one| one.after.is_none_or(|after| launch <= after));
        stretch.map_or(Time::from_base(0.0), |one| one.start + (launch - one.before) / one.cadence)
    }

    /// Launches that have left by a time, in parts; see [`Delivery::duration`] for model, range and
    /// references.
    pub fn launched_by(&self, time: Time) -> Ratio {
        let mut sum = fraction(0.0);
        for stretch in self.stretches().take_while(|one| one.start <= time) {
            let reached = stretch.before + stretch.cadence * (time - stretch.start);
            sum = stretch.after.map_or(reached, |after| reached.smaller(after));
        }
        sum.smaller(self.launches)
    }

    /// Mean present value of one dollar on the day of each launch.
    ///
    /// # Model
    /// ```text
    /// D = (1/n) Σ_k v(t_k)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | n | launches | 1 |
    /// | `t_k` | day of launch k ([`Delivery::duration`]) | yr |
    /// | v | present value of one dollar at that time | 1 |
    ///
    /// In each stretch of even cadence the sum is geometric, so that it costs the same for ten
    /// launches and for a million.
    ///
    /// # Assumes
    /// Each launch brings the same share of the fleet.
    ///
    /// # Valid for
    /// Whole launches, positive cadences; 1 for no launch or no cadence. Zero where the first
    /// launch is so late that a dollar then is worth less than the smallest number.
    ///
    /// # References
    /// Geometric sum; docs/model/cost-core.md
    pub fn mean_discount(&self, discounting: &Discounting) -> Ratio {
        let rate: Frequency = discounting.continuous_rate();
        if rate.base() == 0.0 || self.launches.base() < 1.0 || self.cadence.base() <= 0.0 {
            return fraction(1.0);
        }
        let mut sum = fraction(0.0);
        for stretch in self.stretches() {
            let first = libm::floor(stretch.before.base()) + 1.0;
            let end = stretch.after.map_or(self.launches, |after| after.smaller(self.launches));
            let count = libm::floor(end.base()) - first + 1.0;
            if count >= 1.0 {
                let date: Time =
                    stretch.start + (fraction(first) - stretch.before) / stretch.cadence;
                sum += discounting.factor(date) * series(rate / stretch.cadence, count);
            }
        }
        sum / self.launches
    }
}

/// Σ e^(−x j) for j from 0 to `count` − 1.
fn series(exponent: Ratio, count: f64) -> Ratio {
    let x = exponent.base();
    if x == 0.0 { fraction(count) } else { fraction(libm::expm1(-x * count) / libm::expm1(-x)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{each_per_year, per_year, year};

    fn delivery(launches: f64, cadence: f64, ramp: f64) -> Delivery {
        Delivery {
            launches: fraction(launches),
            cadence: Frequency::new::<per_year>(cadence),
            ramp: Time::new::<year>(ramp),
        }
    }

    #[test]
    fn forty_launches_at_ten_a_year_take_four_years() {
        assert!((delivery(40.0, 10.0, 0.0).duration().get::<year>() - 4.0).abs() < 1e-12);
    }

    #[test]
    fn a_ramp_of_three_years_costs_half_of_it() {
        // a quarter, a half and three quarters of ten, then ten a year
        let dates = delivery(40.0, 10.0, 3.0);
        assert!((dates.duration().get::<year>() - 5.5).abs() < 1e-12);
        assert!((dates.date(fraction(2.5)).get::<year>() - 1.0).abs() < 1e-12);
        assert!((dates.date(fraction(5.0)).get::<year>() - 1.5).abs() < 1e-12);
    }

    #[test]
    fn launches_by_a_date_are_the_inverse_of_the_date() {
        let dates = delivery(400.0, 10.0, 3.0);
        for count in [0.5, 2.5, 6.0, 15.0, 40.0, 399.0] {
            let there = dates.launched_by(dates.date(fraction(count)));
            assert!((there.base() - count).abs() < 1e-9, "{count}");
        }
        assert!(dates.launched_by(Time::new::<year>(-1.0)).base().abs() < 1e-15);
    }

    #[test]
    fn mean_discount_is_the_sum_over_the_launches() {
        for (launches, cadence, ramp) in [
            (1.0, 10.0, 0.0),
            (294.0, 25.0, 0.0),
            (294.0, 25.0, 4.0),
            (7.0, 2.0, 2.5),
            (3.0, 0.4, 9.0),
        ] {
            let dates = delivery(launches, cadence, ramp);
            let discounting = Discounting::at(Frequency::new::<per_year>(0.12));
            let mut sum = 0.0;
            let mut launch = 1.0;
            while launch <= launches {
                sum += discounting.factor(dates.date(fraction(launch))).base();
                launch += 1.0;
            }
            let got = dates.mean_discount(&discounting).base();
            assert!((got - sum / launches).abs() < 1e-12, "{launches} {cadence} {ramp}");
        }
    }

    #[test]
    fn repeats_take_the_time_of_all_launches_at_the_whole_cadence() {
        for ramp in [0.0, 2.5].map(Time::new::<year>) {
            let cadence = CountRate::new::<each_per_year>(10.0);
            let repeated = Delivery::repeating(fraction(40.0), fraction(50.0), cadence, ramp);
            let all = delivery(50.0, 10.0, ramp.get::<year>());
            let ratio = (repeated.duration() / all.duration()).base();
            assert!((ratio - 1.0).abs() < 1e-12, "{ratio}");
        }
    }

    #[test]
    fn a_dollar_after_ten_thousand_years_is_worth_nothing_and_no_floor_stands_for_it() {
        let dear = Discounting::at(Frequency::new::<per_year>(0.2));
        let worth = delivery(1.0, 1.0e-4, 0.0).mean_discount(&dear).base();
        assert!(worth.to_bits() == 0, "{worth}");
    }

    #[test]
    fn without_a_rate_or_a_cadence_waiting_costs_nothing() {
        let free = Discounting::at(Frequency::new::<per_year>(0.0));
        assert!((delivery(9.0, 1.0, 2.0).mean_discount(&free).base() - 1.0).abs() < 1e-15);
        let dear = Discounting::at(Frequency::new::<per_year>(0.1));
        assert!((delivery(9.0, 0.0, 2.0).mean_discount(&dear).base() - 1.0).abs() < 1e-15);
    }
}
