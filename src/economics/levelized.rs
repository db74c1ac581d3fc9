//! The one cost core: purchases, running costs and energy of either side become one cost per
//! energy.
//!
//! Orbit and ground go through the same functions. Given the same [`CostPlan`] they return the same
//! number, bit for bit. Everything is in constant prices.

mod assets;
mod purchases;

pub use self::assets::{Asset, Assets};
pub use self::purchases::DatedPurchases;

use crate::domain::{DomainError, within};
use crate::economics::finance::Discounting;
use crate::units::{
    Energy, Frequency, Money, MoneyPerEnergy, MoneyPerTime, Power, Ratio, Time, complement,
    fraction, kilowatt, per_year, quantities, unity, usd, usd_per_year, year,
};

/// Longest horizon, in years.
pub const MAX_HORIZON: usize = 40;

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(quantities::OPERATING_YEAR_SECONDS);

/// Tax on profit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Taxation {
    /// Share of the profit.
    pub rate: Ratio,
    /// Time over which a price is written off evenly, or the asset's life where that is shorter.
    pub write_off: Time,
}

/// One-time payment of the whole program, such as development.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Once {
    /// Price.
    pub price: Money,
    /// Its value at the mean start of operation, over the price: interest from payment to the first
    /// start, and the later ones less discounted ([`Delivery`](super::schedule::Delivery)).
    pub factor: Ratio,
    /// Time from payment to the first possible start: the date of the payment, whose interest is in
    /// the factor.
    pub lead: Time,
}

impl Once {
    /// Nothing.
    const NONE: Self =
        Self { price: Money::from_base(0.0), factor: fraction(1.0), lead: Time::from_base(0.0) };
}

/// Purchases, running costs and delivery of one side.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CostPlan {
    /// Purchases.
    pub assets: Assets<Asset>,
    /// One-time payment, whatever the horizon.
    pub once: Once,
    /// Running cost, the same in every year, paid at its end.
    pub yearly: MoneyPerTime,
    /// Tax on profit.
    pub tax: Taxation,
    /// Discount rate in constant prices, 1/yr, compounded yearly.
    pub discount_rate: Frequency,
    /// Whole years that are counted, 1 to [`MAX_HORIZON`].
    pub horizon: Time,
    /// Power delivered to the computers, by design all year.
    pub it_power: Power,
    /// Share of the energy of that power which is delivered.
    pub availability: Ratio,
}

impl CostPlan {
    /// A plan without costs, tax or discounting: one year of one watt.
    pub const EMPTY: Self = Self {
        assets: Assets::UNUSED,
        once: Once::NONE,
        yearly: MoneyPerTime::from_base(0.0),
        tax: Taxation { rate: fraction(0.0), write_off: ONE_YEAR },
        discount_rate: Frequency::from_base(0.0),
        horizon: ONE_YEAR,
        it_power: Power::from_base(1.0),
        availability: fraction(1.0),
    };

    /// Gives the plan back if it lies inside the model.
    ///
    /// See [`levelized`] for model, range and references.
    ///
    /// # Errors
    /// [`DomainError`] names the first value outside: horizon not whole or not within 1 to 40
    /// years, rate outside 0 to 1/yr, power not positive, availability outside 0.000001 to 1, a tax
    /// outside 0 to 0.9, or an asset with a negative price, a life outside 0.1 to 1000 years, a
    /// salvage share beyond ±1 or a lead outside 0 to 20 years.
    pub fn checked(self) -> Result<Self, DomainError> {
        within::<year>("horizon", 1.0..=MAX_HORIZON as f64, self.horizon)?;
        let horizon = self.horizon.get::<year>();
        let broken_year = Time::new::<year>((horizon - horizon.round()).abs());
        within::<year>("part of a year in the horizon", 0.0..=1e-9, broken_year)?;
        within::<per_year>("discount rate", 0.0..=1.0, self.discount_rate)?;
        within::<kilowatt>("IT power", f64::MIN_POSITIVE..=f64::MAX, self.it_power)?;
        within::<unity>("availability", 1e-6..=1.0, self.availability)?;
        within::<usd_per_year>("running cost", 0.0..=f64::MAX, self.yearly)?;
        within::<usd>("price", 0.0..=f64::MAX, self.once.price)?;
        within::<unity>("tax", 0.0..=0.9, self.tax.rate)?;
        within::<year>("write-off", 0.1..=1000.0, self.tax.write_off)?;
        for asset in self.assets.each().filter(|asset| !asset.is_unused()) {
            within::<usd>("price", 0.0..=f64::MAX, asset.price)?;
            within::<year>("life", 0.1..=1000.0, asset.life)?;
            within::<unity>("salvage share", -1.0..=1.0, asset.salvage)?;
            within::<year>("lead time", 0.0..=20.0, asset.lead)?;
        }
        Ok(self)
    }
}

/// Cost of one side over the horizon and per energy.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Levelized {
    /// All costs, less what is unused at the horizon, discounted to the start of operation.
    pub present_cost: Money,
    /// Available energy, discounted like the cost.
    pub present_energy: Energy,
    /// First purchases at their prices, without interest before operation.
    pub capex: Money,
    /// Cost per available energy.
    pub per_energy: MoneyPerEnergy,
    /// The same quantity under the name it is read by in USD/kW/yr: cost per available
    /// kilowatt-year of 8 760 h.
    pub per_power_year: MoneyPerEnergy,
    /// Present cost of each asset over its price.
    pub factors: Assets<Ratio>,
    /// Present value of a yearly cost over that cost.
    pub annuity: Time,
}

impl Levelized {
    /// Present cost of other prices on the same lives, leads, rate and horizon: that of
    /// [`levelized`] for a plan that differs from the one of this result in prices and running cost
    /// alone, without working out its discounting anew.
    pub fn present_cost_at(&self, plan: &CostPlan) -> Money {
        present_cost(&plan.assets, &self.factors, running_cost(plan, self.annuity))
    }

    /// Present cost of some of the purchases and of the running cost of its plan; see [`levelized`]
    /// for model, range and references.
    pub fn present_cost_of(&self, assets: &Assets<Asset>, yearly: MoneyPerTime) -> Money {
        present_cost(assets, &self.factors, yearly * self.annuity)
    }
}

/// Cost per available energy of a plan.
///
/// # Model
/// ```text
/// cost = Σ_a e_a A(H) + y A(H) + o f,   energy = P h A(H),   per energy = cost / energy
/// e_a  = p (b - s v(L)) / A(L),   b = i + τ (i - A(w)/w) / (1 - τ),   i = (1 + r)^g
/// A(n) = (1 - v(n)) / r,          v(n) = (1 + r)^-n
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | p, L, s, g | price, life, salvage share and lead of an asset | USD, yr, 1, yr |
/// | `e_a` | its equal yearly cost | USD/yr |
/// | y | running cost | USD/yr |
/// | o, f | what is paid once, and its value at the mean start of operation over its price | USD, 1 |
/// | τ, w | tax on profit; time of the write-off, at most L | 1, yr |
/// | b | what the price has to earn before tax, at the start of operation, over the price | 1 |
/// | r, H | discount rate and horizon | 1/yr, yr |
/// | P, h | IT power; 8 760 h a year times availability | kW, h |
///
/// This is the sum of the yearly ledger ([`ledger`]) in closed form. The ledger buys each asset at
/// the start and again whenever its life ends inside the horizon, and at the horizon credits the
/// unused part of the last purchase: the present value of the yearly costs `e_a` it still has
/// before it, and of its salvage. The powers of v(L) of the purchases and of that credit add up to
/// `e_a A(H)` for every horizon and every life, whole or not.
///
/// # Assumes
/// Constant prices, the same running cost and energy in each year. Purchases at the beginning,
/// running cost and energy at the end of a year; both sides alike. A start delayed as a whole moves
/// cost and energy alike and does not show; money tied up before the start does (`lead`). Running
/// costs, what is paid once, and interest that is part of the discount rate are set off against
/// profit in the year they fall in; the write-off is in constant prices. Debt is in the discount
/// rate.
///
/// # Valid for
/// What [`CostPlan::checked`] accepts. Outside, the result may be infinite or not a number; nothing
/// panics.
///
/// # References
/// \[Otps2024\], pages 56 and 57 (levelized cost with the recovery factor, 8 760 h a year);
/// \[Sam2026\] for the fixed charge rate that a recovery factor replaces
pub fn levelized(plan: &CostPlan) -> Levelized {
    let terms = Terms::of(plan);
    let factors = terms.factors(&plan.assets);
    let present_cost = present_cost(&plan.assets, &factors, running_cost(plan, terms.years));
    let capex = plan.assets.each().fold(plan.once.price, |sum, asset| sum + asset.price);
    let present_energy = yearly_energy(plan) * (terms.years / ONE_YEAR);
    let per_energy = present_cost / present_energy;
    Levelized {
        present_cost,
        present_energy,
        capex,
        per_energy,
        per_power_year: per_energy,
        factors,
        annuity: terms.years,
    }
}

/// Present cost of what is not bought anew: the one-time payment and the running cost.
fn running_cost(plan: &CostPlan, annuity: Time) -> Money {
    plan.once.price * plan.once.factor + plan.yearly * annuity
}

fn present_cost(assets: &Assets<Asset>, factors: &Assets<Ratio>, running: Money) -> Money {
    assets
        .each()
        .zip(factors.each())
        .fold(running, |sum, (asset, factor)| sum + asset.price * *factor)
}

/// Terms shared by all parts of a plan.
struct Terms {
    discounting: Discounting,
    tax: Taxation,
    /// Loss of value over the horizon.
    loss: Ratio,
    /// Annuity of the horizon.
    years: Time,
}

impl Terms {
    fn of(plan: &CostPlan) -> Self {
        let discounting = Discounting::at(plan.discount_rate);
        let loss = discounting.loss(plan.horizon);
        let is_free = plan.discount_rate.base() == 0.0;
        let years = if is_free { plan.horizon } else { loss / plan.discount_rate };
        Self { discounting, tax: plan.tax, loss, years }
    }

    /// Present cost of each asset over its price; zero for one that is not bought. Neighbors with
    /// the same life or lead share an exponential.
    fn factors(&self, assets: &Assets<Asset>) -> Assets<Ratio> {
        let mut wear = Wear::NONE;
        assets.map(|asset| {
            if asset.is_unused() {
                return fraction(0.0);
            }
            wear = wear.moved_to(asset, self);
            self.factor(asset, &wear)
        })
    }

    fn factor(&self, asset: &Asset, wear: &Wear) -> Ratio {
        let horizon_per_life =
            if self.is_free() { self.years / asset.life } else { self.loss / wear.loss };
        (wear.paid() - asset.salvage * complement(wear.loss)) * horizon_per_life
    }

    fn is_free(&self) -> bool {
        self.discounting.rate().base() == 0.0
    }
}

/// Discount factors of an asset's life and lead.
#[derive(Clone, Copy)]
struct Wear {
    life: Time,
    lead: Time,
    /// Loss of value over the life.
    loss: Ratio,
    /// Price at the start of operation over price at payment.
    interest: Ratio,
    /// Earnings that the tax takes beside it.
    tax: Ratio,
}

impl Wear {
    /// A life and a lead of zero: nothing lost, no interest.
    const NONE: Self = Self {
        life: Time::from_base(0.0),
        lead: Time::from_base(0.0),
        loss: fraction(0.0),
        interest: fraction(1.0),
        tax: fraction(0.0),
    };

    fn moved_to(mut self, asset: &Asset, terms: &Terms) -> Self {
        if asset.life == self.life && asset.lead == self.lead {
            return self;
        }
        if asset.life != self.life {
            self.life = asset.life;
            self.loss = terms.discounting.loss(asset.life);
        }
        if asset.lead != self.lead {
            self.lead = asset.lead;
            self.interest = terms.discounting.growth(asset.lead);
        }
        let Taxation { rate, write_off } = terms.tax;
        if rate.base() > 0.0 {
            let time: Time = write_off.smaller(asset.life);
            let written_off: Ratio = terms.discounting.annuity(time) / time;
            self.tax = rate * (self.interest - written_off) / complement(rate);
        }
        self
    }

    /// Earnings that a purchase needs, over its price.
    fn paid(&self) -> Ratio {
        self.interest + self.tax
    }
}

fn yearly_energy(plan: &CostPlan) -> Energy {
    plan.it_power * OPERATING_YEAR * plan.availability
}

/// One year of the ledger. Amounts are as paid; the two present values are discounted to the start.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearEntry {
    /// Year of operation, from 1.
    pub year: u32,
    /// Assets bought at the beginning of the year or inside it.
    pub purchases: Money,
    /// Interest on them from payment to start.
    pub interest: Money,
    /// Earnings that their tax needs.
    pub tax: Money,
    /// One-time payment.
    pub once: Money,
    /// Salvage of the assets replaced in the year.
    pub salvage: Money,
    /// Unused part of the assets, credited at the end of the last year.
    pub unused: Money,
    /// Running cost, at the end of the year.
    pub running: Money,
    /// Available energy, at the end of the year.
    pub energy: Energy,
    /// Present value of the costs less the credits of the year, each discounted from its own date.
    pub present_cost: Money,
    /// Present value of the energy.
    pub present_energy: Energy,
}

/// The plan year by year; the present values add up to those of [`levelized`].
///
/// The number of entries is the horizon in whole years, at most [`MAX_HORIZON`]. See [`levelized`]
/// for model, range and references.
pub fn ledger(plan: &CostPlan) -> impl Iterator<Item = YearEntry> + '_ {
    let terms = Terms::of(plan);
    let horizon = plan.horizon.get::<year>();
    let limit = u32::try_from(MAX_HORIZON).unwrap_or(u32::MAX);
    (1..=limit)
        .take_while(move |entry| f64::from(*entry) <= horizon + BROKEN_LIFE)
        .map(move |entry| terms.entry(plan, entry, f64::from(entry) + 1.0 > horizon + BROKEN_LIFE))
}

/// Share of a life within which a replacement counts as falling on a date, so that rounding buys
/// nothing twice.
const BROKEN_LIFE: f64 = 1e-9;

/// Purchases of one asset up to a time: at 0, L, 2L ... before it.
fn n_purchases(asset: &Asset, time: Time) -> Ratio {
    fraction(((time / asset.life).base() - BROKEN_LIFE).ceil().max(0.0))
}

impl Terms {
    fn entry(&self, plan: &CostPlan, entry: u32, is_last: bool) -> YearEntry {
        let end = ONE_YEAR * f64::from(entry);
        let factor = self.discounting.factor(end);
        let running = plan.yearly * ONE_YEAR;
        let energy = yearly_energy(plan);
        let once = if entry == 1 { plan.once.price } else { Money::from_base(0.0) };
        let mut sum = YearEntry {
            year: entry,
            purchases: Money::from_base(0.0),
            interest: Money::from_base(0.0),
            tax: Money::from_base(0.0),
            once,
            salvage: Money::from_base(0.0),
            unused: Money::from_base(0.0),
            running,
            energy,
            present_cost: running * factor + once * plan.once.factor,
            present_energy: energy * factor,
        };
        for asset in plan.assets.each().filter(|asset| !asset.is_unused()) {
            self.add_purchases(&mut sum, asset, end);
            if is_last {
                let unused = self.unused(asset, end);
                sum.unused += unused;
                sum.present_cost -= unused * factor;
            }
        }
        sum
    }

    fn add_purchases(&self, sum: &mut YearEntry, asset: &Asset, end: Time) {
        let before = n_purchases(asset, end - ONE_YEAR);
        let bought = n_purchases(asset, end) - before;
        if bought.base() <= 0.0 {
            return;
        }
        let replaced = if before.base() > 0.0 { bought } else { bought - fraction(1.0) };
        let wear = Wear::NONE.moved_to(asset, self);
        sum.purchases += asset.price * bought;
        sum.interest += asset.price * (wear.interest - fraction(1.0)) * bought;
        sum.tax += asset.price * wear.tax * bought;
        sum.salvage += asset.price * asset.salvage * replaced;
        let first_salvage = before.larger(fraction(1.0));
        sum.present_cost += asset.price
            * (wear.paid() * self.series(asset, before, bought)
                - asset.salvage * self.series(asset, first_salvage, replaced));
    }

    /// Σ v(jL) over `count` lives from `first` on.
    fn series(&self, asset: &Asset, first: Ratio, count: Ratio) -> Ratio {
        let discounting = &self.discounting;
        discounting.factor(asset.life * first)
            * (discounting.annuity(asset.life * count) / discounting.annuity(asset.life))
    }

    /// Value at the horizon of what the last purchase still has before it.
    fn unused(&self, asset: &Asset, horizon: Time) -> Money {
        let left = asset.life * n_purchases(asset, horizon) - horizon;
        let wear = Wear::NONE.moved_to(asset, self);
        let yearly_cost: MoneyPerTime = asset.price * self.factor(asset, &wear) / self.years;
        yearly_cost * self.discounting.annuity(left)
            + asset.price * asset.salvage * self.discounting.factor(left)
    }
}

/// Share of the cost that the ledger and the closed form disagree by: the residual that a report
/// prints.
///
/// See [`levelized`] for model, range and references.
pub fn residual(plan: &CostPlan) -> Ratio {
    let cost = levelized(plan).present_cost;
    let summed = ledger(plan).fold(Money::from_base(0.0), |sum, entry| sum + entry.present_cost);
    if cost.base() == 0.0 { fraction(summed.base()) } else { complement(summed / cost) }
}

#[cfg(test)]
mod tests;
