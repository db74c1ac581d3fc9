//! A launch company that is owned: its flights and its cash, year by year.

use crate::economics::finance::{DatedFlows, Discounting, InternalRate, Payment};
use crate::economics::schedule::Delivery;
use crate::numeric::whole::whole_at_least;
use crate::units::{Frequency, Money, MoneyPerTime, Ratio, Time, fraction, quantities};

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const NO_MONEY: Money = Money::from_base(0.0);
/// Longest horizon, in years.
const MOST_YEARS: usize = 60;
/// Payments that the spending until the first flight is laid out in, at most.
const MOST_PARTS: u8 = 40;
/// Steps of a search, each of which halves what is searched.
const STEPS: usize = 100;
/// Flights in place of a need without end.
const ENDLESS: Ratio = fraction(1.0e12);
/// Largest price of a flight that is searched, over all that is spent.
const MOST_PRICE: f64 = 1.0e6;
/// Largest cadence that is searched, in flights a year.
const MOST_CADENCE: f64 = 1.0e6;

/// A stage that flies again.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RocketStage {
    /// Price of building one.
    pub price: Money,
    /// Flights of one.
    pub flights: Ratio,
    /// Flights of one in a year.
    pub rate: Frequency,
}

/// Flights that the program of the owner needs.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Need {
    /// Flights that bring the fleet to orbit, failed ones included.
    pub fleet: Ratio,
    /// Time after which what a flight brought is flown again; a year or more.
    pub life: Time,
    /// Share of the fleet that is flown again each year in place of what fails.
    pub repeated: Frequency,
}

/// A launch company under the control of a program.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Company {
    /// Price of control, paid today.
    pub control: Money,
    /// Spending until the first flight, evenly over the wait.
    pub completion: Money,
    /// Time to the first flight.
    pub wait: Time,
    /// Cost of the company from the first flight on, however often it flies.
    pub fixed: MoneyPerTime,
    /// Its booster.
    pub booster: RocketStage,
    /// Its upper stage.
    pub ship: RocketStage,
    /// Propellant, refurbishment, range and staff of a flight.
    pub operations: Money,
    /// Price of a launch that the program buys otherwise.
    pub market_price: Money,
    /// Flights a year that others buy.
    pub outside_flights: Frequency,
    /// Their price.
    pub outside_price: Money,
    /// Flights a year once the ramp is over.
    pub cadence: Frequency,
    /// Time after the first flight in which the cadence rises.
    pub ramp: Time,
    /// What the program needs.
    pub need: Need,
    /// Tax on profit.
    pub tax: Ratio,
    /// Years of its mean yearly cash that the company is sold for at the horizon.
    pub resale: Time,
    /// Time from today that is counted.
    pub horizon: Time,
    /// Discount rate.
    pub rate: Frequency,
}

/// A year of the company.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnedYear {
    /// Its end.
    pub end: Time,
    /// Flights for the program.
    pub program: Ratio,
    /// Flights for others.
    pub outside: Ratio,
    /// Launches that the program need not buy, and sales to others.
    pub earned: Money,
    /// Flights and the fixed cost.
    pub running: Money,
    /// Stages that are bought at its start.
    pub stages: Money,
}

/// What owning brings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Owned {
    /// The company.
    pub company: Company,
    /// Flights for the program within the horizon.
    pub program_flights: Ratio,
    /// Flights for others.
    pub outside_flights: Ratio,
    /// What it is sold for at the horizon, before tax.
    pub sale: Money,
    /// Net present value, after tax.
    pub net_value: Money,
}

/// What has happened until a year.
struct CompanyYears {
    company: Company,
    year: usize,
    /// Flights of the fleet by the end of each year, those in place of failures aside.
    fleet: [Ratio; MOST_YEARS + 1],
    flown: Ratio,
    boosters: Ratio,
    ships: Ratio,
}

impl CompanyYears {
    /// Flights of the fleet by a time, in a straight line between the ends of years.
    fn fleet_by(&self, time: Time) -> Ratio {
        let years = (time / ONE_YEAR).base().clamp(0.0, self.year as f64);
        let lower = (0..=self.year).rev().find(|year| *year as f64 <= years).unwrap_or(0);
        let upper = (lower + 1).min(self.year);
        let part = fraction(years - lower as f64);
        self.fleet[lower] + (self.fleet[upper] - self.fleet[lower]) * part
    }

    /// Flights of the next year: of the fleet, in place of failures, for others.
    fn flights(&self, start: Time, end: Time) -> [Ratio; 3] {
        let Company { need, outside_flights, .. } = self.company;
        let most = self.company.flights_by(end) - self.company.flights_by(start);
        let so_far = self.fleet[self.year];
        let flying = so_far - self.fleet_by(start - need.life);
        let missing = need.fleet + self.fleet_by(end - need.life) - so_far;
        let fleet = missing.smaller(most);
        let again = (flying * (need.repeated * ONE_YEAR)).smaller(most - fleet);
        let outside: Ratio = outside_flights * self.company.at_work(end);
        [fleet, again, outside.smaller(most - fleet - again)]
    }
}

impl Iterator for CompanyYears {
    type Item = OwnedYear;

    fn next(&mut self) -> Option<OwnedYear> {
        let company = self.company;
        if self.year >= company.years() {
            return None;
        }
        let (start, end) = (ONE_YEAR * self.year as f64, ONE_YEAR * (self.year + 1) as f64);
        let [fleet, again, outside] = self.flights(start, end);
        let program = fleet + again;
        let flights = program + outside;
        let boosters = company.booster.owned(self.boosters, self.flown, flights);
        let ships = company.ship.owned(self.ships, self.flown, flights);
        let stages = company.booster.price * (boosters - self.boosters)
            + company.ship.price * (ships - self.ships);
        self.fleet[self.year + 1] = self.fleet[self.year] + fleet;
        self.year += 1;
        self.flown += flights;
        (self.boosters, self.ships) = (boosters, ships);
        Some(OwnedYear {
            end,
            program,
            outside,
            earned: company.market_price * program + company.outside_price * outside,
            running: company.operations * flights + company.fixed * company.at_work(end),
            stages,
        })
    }
}

impl RocketStage {
    /// Stages that have been bought when so many flights follow in a year: whole ones, enough to
    /// fly them all and to be worn out by all flights so far.
    fn owned(&self, before: Ratio, flown: Ratio, flights: Ratio) -> Ratio {
        let worn: Ratio = flown / self.flights;
        let at_once: Ratio = flights / (self.rate * ONE_YEAR);
        let all: Ratio = ((flown + flights) / self.flights).larger(worn + at_once);
        before.larger(fraction(whole_at_least(all.base())))
    }
}

impl Company {
    /// Whole years of the horizon.
    fn years(&self) -> usize {
        let years = (self.horizon / ONE_YEAR).base();
        (1..=MOST_YEARS).take_while(|year| *year as f64 <= years + 0.5).count()
    }

    /// Flights that are possible by a time.
    fn flights_by(&self, time: Time) -> Ratio {
        let dates =
            Delivery { launches: fraction(f64::INFINITY), cadence: self.cadence, ramp: self.ramp };
        dates.launched_by(time - self.wait)
    }

    /// Part of the year that ends at a time in which the company flies.
    fn at_work(&self, end: Time) -> Time {
        (end - self.wait).larger(Time::from_base(0.0)).smaller(ONE_YEAR)
    }

    /// The years from today to the horizon.
    ///
    /// # Model
    /// ```text
    /// own_y = min(N + R(y - L) + q A_y - F_y, c_y),   outside_y = min(o, c_y - own_y)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | N, L | flights that bring the fleet to orbit, life of what they bring | 1, yr |
    /// | `F_y`, R(t) | flights of the fleet before year y, and by time t | 1 |
    /// | `A_y`, q | flights whose satellites are in orbit, share flown again a year | 1, 1/yr |
    /// | `c_y` | flights that are possible in year y, after the wait and along the ramp | 1 |
    /// | o | flights that others buy | 1 |
    ///
    /// Whole stages are bought at the start of the year, so many that all flights of the year can
    /// be flown and no stage flies more than its number of times.
    ///
    /// # Assumes
    /// The program waits for its rocket and has its fleet flown again until the horizon; no flight
    /// is flown that neither it nor others have asked for. Stages wear one after the other; what is
    /// left in those in service at the horizon is worth nothing.
    ///
    /// # Valid for
    /// Horizons up to 60 years, counted in whole years; lives of a year or more.
    ///
    /// # References
    /// Definition; docs/model/launch.md
    pub fn course(&self) -> impl Iterator<Item = OwnedYear> + use<> {
        let none = fraction(0.0);
        CompanyYears {
            company: *self,
            year: 0,
            fleet: [none; MOST_YEARS + 1],
            flown: none,
            boosters: none,
            ships: none,
        }
    }

    /// What the company is sold for at the horizon: years of its mean yearly cash from the first
    /// flight on, nothing where it has none.
    fn sale(&self) -> Money {
        let end = ONE_YEAR * self.years() as f64;
        let cash = self.course().fold(NO_MONEY, |sum, year| sum + year.cash());
        let time = end - self.wait;
        if time.base() <= 0.0 {
            return NO_MONEY;
        }
        (cash * (self.resale / time)).larger(NO_MONEY)
    }

    /// All payments after tax, received ones positive.
    ///
    /// # Model
    /// ```text
    /// today -K,  until the wait -F (1 - τ),  start of y -S_y (1 - τ),
    /// end of y (p own_y + p_o outside_y - o f_y - x t_y) (1 - τ),  horizon V - τ (V - K)
    /// V = max(0, m Σ_y cash_y / (T - w))
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | K, F, w | price of control, spending to the first flight, time until then | USD, USD, yr |
    /// | `S_y` | stages bought in year y | USD |
    /// | p, `p_o` | price of a launch for the program and for others | USD |
    /// | o, `f_y` | operations of a flight, all flights of year y | USD, 1 |
    /// | x, `t_y` | fixed cost, part of the year after the first flight | USD/yr, yr |
    /// | V, m, T | what the company is sold for, years of its mean cash, horizon | USD, yr, yr |
    /// | τ | tax on profit | 1 |
    ///
    /// # Assumes
    /// The owner has other profit against which losses and stages are set off in the year in which
    /// they are paid; the price of control is set off when the company is sold.
    ///
    /// # Valid for
    /// As [`Company::course`].
    ///
    /// # References
    /// Definition; docs/model/launch.md
    pub fn payments(&self) -> impl Iterator<Item = Payment> + use<> {
        let company = *self;
        let at_once = Time::from_base(0.0);
        let kept = fraction(1.0) - company.tax;
        let pay = move |at: Time, over: Time, amount: Money| Payment { at, over, amount };
        let parts = libm::ceil((company.wait / ONE_YEAR).base()).clamp(1.0, f64::from(MOST_PARTS));
        let completion = (0..MOST_PARTS).map(f64::from).take_while(move |part| *part < parts);
        let completion = completion.map(move |part| {
            let at = company.wait * ((part + 0.5) / parts);
            pay(at, at_once, company.completion * kept * (-1.0 / parts))
        });
        let years = company.course().flat_map(move |year| {
            let start = year.end - ONE_YEAR;
            [
                pay(start, at_once, year.stages * kept * -1.0),
                pay(year.end, ONE_YEAR, (year.earned - year.running) * kept),
            ]
        });
        let sale = company.sale();
        let end = ONE_YEAR * company.years() as f64;
        let sold = pay(end, at_once, sale - (sale - company.control) * company.tax);
        let bought = pay(at_once, at_once, company.control * -1.0);
        std::iter::once(bought).chain(completion).chain(years).chain(std::iter::once(sold))
    }

    /// Net present value of all payments; see [`Company::payments`] for model, range and
    /// references.
    pub fn net_value(&self) -> Money {
        let discounting = Discounting::at(self.rate);
        self.payments().fold(NO_MONEY, |sum, one| sum + one.amount * discounting.factor(one.at))
    }

    /// Flights and value of owning it; see [`Company::payments`] for model, range and references.
    pub fn owned(&self) -> Owned {
        let none = fraction(0.0);
        let (program_flights, outside_flights) = self
            .course()
            .fold((none, none), |(own, other), year| (own + year.program, other + year.outside));
        Owned {
            company: *self,
            program_flights,
            outside_flights,
            sale: self.sale(),
            net_value: self.net_value(),
        }
    }
}

impl OwnedYear {
    /// What it leaves, before tax.
    pub fn cash(&self) -> Money {
        self.earned - self.running - self.stages
    }
}

impl Owned {
    fn flows(&self) -> DatedFlows {
        DatedFlows::of(self.company.payments().collect())
    }

    /// Rate at which owning is worth nothing; none where there is none or more than one.
    ///
    /// See [`DatedFlows::rates_of_return`] for model, range and references.
    pub fn rate_of_return(&self) -> Option<Frequency> {
        match self.flows().rates_of_return() {
            InternalRate::Single(rate) => Some(rate),
            InternalRate::None | InternalRate::Ambiguous(_) => None,
        }
    }

    /// Time from which on the present value of all payments stays above zero; none within the
    /// horizon.
    ///
    /// See [`DatedFlows::payback`] for model, range and references.
    pub fn payback(&self) -> Option<Time> {
        self.flows().payback(self.company.rate)?.for_good
    }

    /// Price of control at which owning is worth nothing; none where it is not even for free.
    ///
    /// # Model
    /// ```text
    /// K* = K + NPV / (1 - τ v(T))
    /// ```
    /// Symbols of [`Company::payments`]; v(T) is the present value of a dollar at the horizon.
    ///
    /// # Assumes
    /// As there.
    ///
    /// # Valid for
    /// As there.
    ///
    /// # References
    /// Definition; docs/model/launch.md
    pub fn equal_control(&self) -> Option<Money> {
        let company = &self.company;
        let end = ONE_YEAR * company.years() as f64;
        let kept = fraction(1.0) - company.tax * Discounting::at(company.rate).factor(end);
        Some(company.control + self.net_value / kept).filter(|price| price.base() >= 0.0)
    }

    /// Flights that bring the fleet to orbit, from which on owning pays at the stated cadence; none
    /// where it never does.
    ///
    /// # Model
    /// Root of the net present value of [`Company::payments`], by halving.
    ///
    /// # Assumes
    /// Value that rises with the flights; of steps by whole stages, one is found.
    ///
    /// # Valid for
    /// As there.
    ///
    /// # References
    /// Definition; docs/model/launch.md
    pub fn equal_fleet(&self) -> Option<Ratio> {
        let company = self.company;
        let most = company.flights_by(company.horizon).base();
        let with = |fleet: f64| Company {
            need: Need { fleet: fraction(fleet), ..company.need },
            ..company
        };
        least(most, with).map(fraction)
    }

    /// Flights a year, all of them needed by the program, from which on owning pays; none where it
    /// never does. See [`Owned::equal_fleet`] for model, range and references.
    pub fn equal_cadence(&self) -> Option<Frequency> {
        let need = Need { fleet: ENDLESS, ..self.company.need };
        let company = Company { need, ..self.company };
        let a_year = |number: f64| Frequency::from_base(number / ONE_YEAR.base());
        let with = |number: f64| Company { cadence: a_year(number), ..company };
        least(MOST_CADENCE, with).map(a_year)
    }

    /// Price of a launch for the program at which owning is worth nothing: the cost of a flight
    /// with capital and the fixed cost in it; none where no price does it, as where the program
    /// flies nothing. See [`Owned::equal_fleet`] for model, range and references.
    pub fn full_flight_cost(&self) -> Option<Money> {
        let company = self.company;
        let with = |price: f64| Company { market_price: Money::from_base(price), ..company };
        let spent = company.control + company.completion + company.fixed * company.horizon;
        let flown = company.booster.price + company.ship.price + company.operations;
        let most = ((spent + flown) * MOST_PRICE).base();
        least(most, with).map(Money::from_base)
    }
}

/// The least number, up to a most one, with which owning is not worth less than nothing.
fn least(most: f64, with: impl Fn(f64) -> Company) -> Option<f64> {
    let pays = |number: f64| with(number).net_value().base() >= 0.0;
    if pays(0.0) {
        return Some(0.0);
    }
    if !pays(most) {
        return None;
    }
    let (mut low, mut high) = (0.0, most);
    for _ in 0..STEPS {
        let middle = 0.5 * (low + high);
        if pays(middle) { high = middle } else { low = middle }
    }
    Some(high)
}
