//! Cash of both sides as one value.

use super::{
    Appraisal, CashFlow, CashTerms, CashYear, Coverage, Equity, EquityYear, Side, TaxLosses,
    Unlisted, financed,
};
use crate::economics::finance::{InternalRate, Payback};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::head::Head;
use crate::studies::shown::yearly;
use crate::units::format::with_price_year;
use crate::units::{Frequency, Money, Time, YEAR_SECONDS, usd, year};
use serde::Serialize;

/// Cash of the sides of a scenario.
#[derive(Debug, Clone)]
pub struct Cash<'s> {
    /// The scenario.
    pub subject: &'s EvaluatedScenario,
    /// The sides that can be listed, in prices of the day where `inflation` is given.
    pub flows: Vec<CashFlow>,
    /// The others, and why.
    pub unlisted: Vec<(Side, Unlisted)>,
    /// How it is laid out.
    pub terms: CashTerms,
}

impl Cash<'_> {
    /// Whether any side has debt.
    pub fn has_debt(&self) -> bool {
        self.flows.iter().any(|flow| flow.equity.is_some())
    }

    /// Whether profit is taxed.
    pub fn is_taxed(&self) -> bool {
        self.flows.iter().any(|flow| flow.tax.base() > 0.0)
    }

    /// Whether losses are carried forward.
    pub fn carries_losses(&self) -> bool {
        self.is_taxed() && self.terms.losses == TaxLosses::Carried
    }
}

/// Cash of both sides on these terms.
pub fn cash<'s>(subject: &'s EvaluatedScenario, terms: &CashTerms) -> Cash<'s> {
    let (mut flows, mut unlisted) = (Vec::new(), Vec::new());
    for side in [Side::Orbit, Side::Ground] {
        match financed(&subject.evaluation, side, terms) {
            Ok(flow) => flows.push(flow),
            Err(why) => unlisted.push((side, why)),
        }
    }
    Cash { subject, flows, unlisted, terms: *terms }
}

/// Cash of both sides as programs read it; money in dollars.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CashAnswer {
    /// Program, scenario, digests and price year.
    #[serde(flatten)]
    pub head: Head,
    /// Unit of the yearly flows.
    pub years_unit: String,
    /// The sides that can be listed.
    pub sides: Vec<SideAnswer>,
    /// The others.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unlisted: Vec<Missing>,
    /// Inflation, 1/yr, where prices of the day were asked for.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "yearly_if_any")]
    pub inflation: Option<Frequency>,
    /// Debt in prices of the day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub debt: Option<&'static str>,
}

/// A side without a list of years.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Missing {
    /// The side.
    pub side: &'static str,
    /// Why.
    pub why: String,
}

/// Cash of one side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SideAnswer {
    /// The side.
    pub side: &'static str,
    /// Unit of the present values.
    pub unit: String,
    /// What investors ask, after tax.
    #[serde(flatten)]
    pub after_tax: AppraisalAnswer,
    /// The same before tax, where profit is taxed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before_tax: Option<AppraisalAnswer>,
    /// Present value of starting a year earlier, after tax.
    pub year_earlier: f64,
    /// Relative difference to the closed form of the evaluation.
    pub residual: f64,
    /// The years.
    pub years: Vec<YearAnswer>,
    /// Cash of the owners after debt, where debt was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equity: Option<EquityAnswer>,
}

/// What investors ask of dated flows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AppraisalAnswer {
    /// Net present value on the day of the first possible start.
    pub net_present_value: f64,
    /// Rates at which it would be zero, 1/yr.
    #[serde(serialize_with = "rates")]
    pub internal_rates_of_return: InternalRate,
    /// Time from the first outlay until it is paid back for the first time, discounted.
    pub payback_years: Option<f64>,
    /// The same for the last time.
    pub payback_for_good_years: Option<f64>,
}

/// Tax of one year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct TaxYear {
    /// Sales and credit less all costs, before tax.
    pub before_tax: f64,
    /// Part of the purchases that is written off.
    pub written_off: f64,
    /// Losses that are carried forward at its end, where they are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub loss_carried: Option<f64>,
}

/// Cash of one year.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct YearAnswer {
    /// Year of the program.
    pub year: i32,
    /// Hardware, launches, buildings and development.
    pub purchases: f64,
    /// Running costs.
    pub running: f64,
    /// Sales.
    pub sales: f64,
    /// Unused part of what was bought.
    pub credit: f64,
    /// Tax paid; negative where a loss saves tax on other profit.
    pub tax: f64,
    /// Sales and credit less all costs, after tax.
    pub net: f64,
    /// Share of the fleet or site inside its horizon.
    pub at_work: f64,
    /// More on the tax, where profit is taxed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_tax: Option<TaxYear>,
    /// Debt and owners.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub equity: Option<DebtYear>,
}

/// Debt and owners in one year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct DebtYear {
    /// Borrowed.
    pub draw: f64,
    /// Interest paid.
    pub interest: f64,
    /// Debt paid back.
    pub repayment: f64,
    /// Tax that the interest saves.
    pub tax_shield: f64,
    /// Cash of the owners, after tax.
    pub net: f64,
    /// Owed at the end of the year.
    pub owed: f64,
}

/// Cash of the owners of a side after debt.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EquityAnswer {
    /// Net present value to the owners.
    pub net_present_value: f64,
    /// Rates at which the dated flows to the owners are worth nothing, 1/yr.
    #[serde(serialize_with = "rates")]
    pub internal_rates_of_return: InternalRate,
    /// Return that the owners ask for, 1/yr.
    #[serde(serialize_with = "yearly")]
    pub cost_of_equity: Frequency,
    /// Whether it follows from the discount rate.
    pub cost_of_equity_from_discount_rate: bool,
    /// Mean rate of owners and lenders, 1/yr.
    #[serde(serialize_with = "yearly")]
    pub weighted_cost_of_capital: Frequency,
    /// Sales less running cost over interest and repayment, where there are such years.
    pub debt_service_coverage: Option<CoverageAnswer>,
}

/// Coverage of interest and repayment.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct CoverageAnswer {
    /// Lowest of the years.
    pub least: f64,
    /// Mean of the years.
    pub mean: f64,
}

fn rates<S: serde::Serializer>(rate: &InternalRate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(rate.rates().iter().map(|rate| rate.base() * YEAR_SECONDS))
}

#[expect(clippy::ref_option, reason = "serde asks for a reference")]
fn yearly_if_any<S: serde::Serializer>(
    rate: &Option<Frequency>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match rate {
        Some(rate) => yearly(rate, serializer),
        None => serializer.serialize_none(),
    }
}

impl CashAnswer {
    /// Cash as programs read it.
    pub fn of(cash: &Cash<'_>) -> Self {
        let unit = with_price_year("USD", cash.subject.scenario.price_year);
        let of_the_day = cash.terms.inflation.map(|_| "USD of the day".to_owned());
        let unlisted = cash.unlisted.iter();
        Self {
            head: Head::of(&cash.subject.scenario),
            years_unit: of_the_day.unwrap_or_else(|| unit.clone()),
            sides: cash.flows.iter().map(|flow| SideAnswer::of(flow, cash, &unit)).collect(),
            unlisted: unlisted
                .map(|(side, why)| Missing { side: side.name(), why: why.to_string() })
                .collect(),
            inflation: cash.terms.inflation,
            debt: (cash.terms.inflation.is_some() && cash.has_debt()).then_some("indexed"),
        }
    }
}

/// An amount in dollars.
fn dollars(amount: Money) -> f64 {
    amount.get::<usd>()
}

impl CoverageAnswer {
    fn of(coverage: Coverage) -> Self {
        Self { least: coverage.least.base(), mean: coverage.mean.base() }
    }
}

impl AppraisalAnswer {
    fn of(appraisal: &Appraisal) -> Self {
        let paid = appraisal.payback;
        let years = |time: Time| time.get::<year>();
        Self {
            net_present_value: dollars(appraisal.net_value),
            internal_rates_of_return: appraisal.rate_of_return.clone(),
            payback_years: paid.map(|Payback { first, .. }| years(first)),
            payback_for_good_years: paid.and_then(|paid| paid.for_good).map(years),
        }
    }
}

impl SideAnswer {
    fn of(flow: &CashFlow, cash: &Cash<'_>, unit: &str) -> Self {
        let debt = |place: usize| flow.equity.as_ref().map(|equity| equity.years[place]);
        let tax = |one: &CashYear| cash.is_taxed().then(|| TaxYear::of(one, cash));
        let years = flow.years.iter().enumerate();
        Self {
            side: flow.side.name(),
            unit: unit.to_owned(),
            after_tax: AppraisalAnswer::of(&flow.after_tax),
            before_tax: cash.is_taxed().then(|| AppraisalAnswer::of(&flow.before_tax)),
            year_earlier: dollars(flow.year_earlier),
            residual: flow.residual.base(),
            years: years.map(|(place, one)| YearAnswer::of(one, tax(one), debt(place))).collect(),
            equity: flow.equity.as_ref().map(EquityAnswer::of),
        }
    }
}

impl TaxYear {
    fn of(one: &CashYear, cash: &Cash<'_>) -> Self {
        Self {
            before_tax: dollars(one.before_tax),
            written_off: dollars(one.written_off),
            loss_carried: cash.carries_losses().then(|| dollars(one.loss_carried)),
        }
    }
}

impl YearAnswer {
    fn of(one: &CashYear, on_tax: Option<TaxYear>, debt: Option<EquityYear>) -> Self {
        Self {
            year: one.year,
            purchases: dollars(one.purchases),
            running: dollars(one.running),
            sales: dollars(one.sales),
            credit: dollars(one.credit),
            tax: dollars(one.tax),
            net: dollars(one.net),
            at_work: one.at_work.base(),
            on_tax,
            equity: debt.map(|debt| DebtYear {
                draw: dollars(debt.draw),
                interest: dollars(debt.interest),
                repayment: dollars(debt.repayment),
                tax_shield: dollars(debt.shield),
                net: dollars(debt.net),
                owed: dollars(debt.owed),
            }),
        }
    }
}

impl EquityAnswer {
    fn of(equity: &Equity) -> Self {
        Self {
            net_present_value: dollars(equity.net_value),
            internal_rates_of_return: equity.rate_of_return.clone(),
            cost_of_equity: equity.cost_of_equity,
            cost_of_equity_from_discount_rate: equity.is_implied,
            weighted_cost_of_capital: equity.weighted_cost,
            debt_service_coverage: equity.coverage.map(CoverageAnswer::of),
        }
    }
}
