//! Cash by year as a table and in words.

use super::head::title;
use super::table::{DIGITS, text as table_text, wrap};
use crate::studies::cashflow::{
    Appraisal, Cash, CashFlow, CashYear, Coverage, Equity, EquityYear, Payback, Side, TaxLosses,
};
use crate::studies::evaluated::EvaluatedScenario;
use crate::studies::table::{Cell, Column, Table};
use crate::system::notes::Note;
use crate::units::format::{format_number, with_price_year};
use crate::units::{Frequency, Money, Time, million_usd, per_year, year};

/// What the years assume where launches cannot keep up.
const AGAIN: &str = "what is bought again is flown here on the day that it is due, beyond that \
    cadence, so that the share at work is higher than the launches would keep up";
/// Width of the names of columns in the legend.
const LEGEND: usize = 15;

/// Debt in prices of the day.
const INDEXED: &str = "; debt is an indexed loan: what is owed rises with prices and bears the \
    real rate, so that in early years it asks for less than a loan at a market's rate";

/// Unit of the yearly flows.
fn unit(cash: &Cash<'_>) -> String {
    if cash.terms.inflation.is_some() {
        "MUSD of the day".to_owned()
    } else {
        with_price_year("MUSD", cash.subject.scenario.price_year)
    }
}

/// Prices of the years, if not constant ones.
fn prices(cash: &Cash<'_>) -> Option<String> {
    let rate = cash.terms.inflation?;
    let price_year = cash.subject.scenario.price_year;
    let mut words = format!(
        "years and rates of return are in prices of the day, which are those of {price_year} \
         at the first possible start and rise by {}; present values are in constant prices",
        percent(rate)
    );
    if cash.has_debt() {
        words.push_str(INDEXED);
    }
    Some(words)
}

/// A column of the years: its name, what it holds, and its amount in a year.
struct YearColumn {
    name: &'static str,
    meaning: &'static str,
    of: fn(&CashYear) -> Money,
}

const fn year_column(
    name: &'static str,
    meaning: &'static str,
    of: fn(&CashYear) -> Money,
) -> YearColumn {
    YearColumn { name, meaning, of }
}

/// Columns of money before tax.
const PAID: &[YearColumn] = &[
    year_column("purchases", "hardware, launches, buildings, development", |one| -one.purchases),
    year_column(
        "running",
        "electricity, upkeep, operation, insurance: what is paid every year",
        |one| -one.running,
    ),
    year_column("sales", "of accelerator-hours", |one| one.sales),
    year_column(
        "credit",
        "salvage, and the unused part of what was bought at the end of its horizon",
        |one| one.credit,
    ),
];

/// Columns where profit is taxed.
const BEFORE_TAX: YearColumn =
    year_column("before tax", "of the columns before it", |one| one.before_tax);
const WRITTEN_OFF: YearColumn =
    year_column("written off", "part of the purchases that is set off for tax", |one| {
        -one.written_off
    });
const TAXED: &[YearColumn] = &[
    BEFORE_TAX,
    WRITTEN_OFF,
    year_column("tax", "on profit; positive where a loss saves tax on other profit", |one| {
        -one.tax
    }),
];

/// The same where losses are carried forward.
const CARRIED: &[YearColumn] = &[
    BEFORE_TAX,
    WRITTEN_OFF,
    year_column("tax", "on profit, after the losses of earlier dates", |one| -one.tax),
    year_column("loss carried", "what is left of losses, in constant prices", |one| {
        one.loss_carried
    }),
];

/// What is left.
const LEFT: &[YearColumn] =
    &[year_column("net", "of sales and credit, after all costs and tax", |one| one.net)];

/// The columns of money of the years.
fn columns(cash: &Cash<'_>) -> Vec<&'static YearColumn> {
    let taxed = match (cash.is_taxed(), cash.terms.losses) {
        (false, _) => &[],
        (true, TaxLosses::SetOff) => TAXED,
        (true, TaxLosses::Carried) => CARRIED,
    };
    PAID.iter().chain(taxed).chain(LEFT).collect()
}

/// The years of both sides.
pub fn cash_table(cash: &Cash<'_>) -> Table {
    let unit = unit(cash);
    let money = columns(cash);
    let mut columns = vec![Column::words("side"), Column::numbers("year", "")];
    let mut names: Vec<&str> = money.iter().map(|one| one.name).chain(["sum"]).collect();
    if cash.has_debt() {
        names.extend(debt_columns(cash).iter().map(|(name, _)| *name));
    }
    columns.extend(names.into_iter().map(|name| Column::numbers(name, &unit)));
    columns.push(Column::numbers("at work", "%"));
    let mut table = Table::new("cash by year", columns);
    for flow in &cash.flows {
        let mut sum = Money::from_base(0.0);
        for (place, one) in flow.years.iter().enumerate() {
            sum += one.net;
            let mut row =
                vec![Cell::text(flow.side.name()), Cell::number(Some(f64::from(one.year)))];
            row.extend(money.iter().map(|column| amount((column.of)(one))));
            row.push(amount(sum));
            row.extend(flow.equity.iter().flat_map(|equity| debt_cells(&equity.years[place])));
            row.push(Cell::number(Some(100.0 * one.at_work.base())));
            table.push(row);
        }
    }
    table
}

fn amount(money: Money) -> Cell {
    Cell::number(Some(money.get::<million_usd>()))
}

fn debt_cells(debt: &EquityYear) -> [Cell; 6] {
    [debt.draw, -debt.interest, -debt.repayment, debt.shield, debt.net, debt.owed].map(amount)
}

/// What the other columns of the years hold, by their names: before those of money and after them.
const YEAR: (&str, &str) =
    ("year", "of the program; 1 begins with the first possible start, 0 and below lie before it");
const AFTER: &[(&str, &str)] = &[
    ("sum", "of net from the first year on"),
    ("at work", "mean share of the fleet or site inside its horizon"),
];

/// The same of the years of the debt.
const DEBT_COLUMNS: &[(&str, &str)] = &[
    ("draw", "borrowed"),
    ("interest", "paid on what is owed"),
    ("repayment", "of what was borrowed"),
    ("tax shield", "tax that the interest saves"),
    ("to owners", "what is left to them, after tax"),
    ("owed", "at the end of the year"),
];

/// The same of an indexed loan, in prices of the day.
const INDEXED_COLUMNS: &[(&str, &str)] = &[
    ("draw", "borrowed"),
    (
        "real interest",
        "paid on what is owed, without the rise of prices, which the debt itself bears",
    ),
    ("repayment", "of what was borrowed, at the prices of its year"),
    ("tax shield", "tax that the interest saves"),
    ("to owners", "what is left to them, after tax"),
    ("indexed debt", "owed at the end of the year, at its prices"),
];

const fn debt_columns(cash: &Cash<'_>) -> &'static [(&'static str, &'static str)] {
    if cash.terms.inflation.is_some() { INDEXED_COLUMNS } else { DEBT_COLUMNS }
}

/// Some columns of one side's years under bare names, for a terminal.
fn narrow(all: &Table, side: &str, names: &[&str]) -> Table {
    let places: Vec<usize> = names
        .iter()
        .filter_map(|name| all.columns.iter().position(|column| column.name == *name))
        .collect();
    let columns = places.iter().map(|place| {
        let column = &all.columns[*place];
        let unit = if column.unit == "%" { "%" } else { "" };
        Column::numbers(&column.name, unit)
    });
    let mut table = Table::new(side, columns.collect());
    let own = all.rows.iter().filter(|row| matches!(&row[0], Cell::Text(name) if name == side));
    for row in own {
        table.push(places.iter().map(|place| row[*place].clone()).collect());
    }
    table
}

/// The years of each side, a table each, with what the columns hold below.
fn years_text(cash: &Cash<'_>, width: usize) -> String {
    let all = cash_table(cash);
    let unit = unit(cash);
    let money = columns(cash).into_iter().map(|one| (one.name, one.meaning));
    let mut legend: Vec<(&str, &str)> =
        std::iter::once(YEAR).chain(money).chain(AFTER.iter().copied()).collect();
    let names: Vec<&str> = legend.iter().map(|(name, _)| *name).collect();
    let debts = debt_columns(cash).iter().map(|(name, _)| *name);
    let debt: Vec<&str> = std::iter::once("year").chain(debts).collect();
    let mut out = String::new();
    for flow in &cash.flows {
        let side = flow.side.name();
        out.push_str(&format!("\n{side} [{unit}]\n"));
        out.push_str(&table_text(&narrow(&all, side, &names), width));
        if flow.equity.is_some() {
            out.push_str(&format!("\n{side}, debt and owners [{unit}]\n"));
            out.push_str(&table_text(&narrow(&all, side, &debt), width));
        }
    }
    out.push('\n');
    if cash.has_debt() {
        legend.extend(debt_columns(cash));
    }
    for (name, meaning) in legend {
        for (line, part) in wrap(meaning, width.saturating_sub(LEGEND)).iter().enumerate() {
            let name = if line == 0 { name } else { "" };
            out.push_str(&format!("{name:LEGEND$}{part}\n"));
        }
    }
    out.push_str("what is paid is negative, what is received positive\n");
    out
}

fn percent(rate: Frequency) -> String {
    format!("{} %/yr", format_number(100.0 * rate.get::<per_year>(), DIGITS))
}

/// An amount in millions of dollars, as text.
fn millions(amount: Money) -> String {
    format_number(amount.get::<million_usd>(), DIGITS)
}

fn rate_words(rates: &[Frequency]) -> String {
    match rates {
        [] => "none".to_owned(),
        [rate] => percent(*rate),
        several => {
            let all: Vec<String> = several.iter().map(|rate| percent(*rate)).collect();
            format!("ambiguous: {}", all.join(", "))
        }
    }
}

/// When it is paid back, in words.
fn payback_words(appraisal: &Appraisal) -> String {
    let years = |time: Time| format!("{} yr", format_number(time.get::<year>(), DIGITS));
    match appraisal.payback {
        None => "never".to_owned(),
        Some(Payback { first, for_good: None }) => {
            format!("after {}, but not for good", years(first))
        }
        Some(Payback { first, for_good: Some(last) }) if last > first => {
            format!("after {}, for good after {}", years(first), years(last))
        }
        Some(Payback { first, .. }) => format!("after {}", years(first)),
    }
}

/// Value, rate of return and payback, in words.
fn appraisal_words(appraisal: &Appraisal, unit: &str) -> String {
    format!(
        "net present value {} {unit}, internal rate of return {}, paid back, discounted, {}",
        millions(appraisal.net_value),
        rate_words(appraisal.rate_of_return.rates()),
        payback_words(appraisal),
    )
}

/// What investors ask of one side, in a sentence.
fn side_words(cash: &Cash<'_>, flow: &CashFlow) -> String {
    let subject = cash.subject;
    let price_year = subject.scenario.price_year;
    let [unit, dollars] = ["MUSD", "USD"].map(|unit| with_price_year(unit, price_year));
    let shown = |path: &str| {
        subject.shown(path).map_or_else(|| "none".to_owned(), |value| format_number(value, DIGITS))
    };
    let name = flow.side.name();
    let found = if cash.is_taxed() {
        format!(
            "after tax: {}; before tax: {}",
            appraisal_words(&flow.after_tax, &unit),
            appraisal_words(&flow.before_tax, &unit)
        )
    } else {
        appraisal_words(&flow.after_tax, &unit)
    };
    format!(
        "{name}: {found}; it costs {} {dollars}/MWh, {} {dollars}/h per accelerator that is up \
            (sales count the hours in which it is used), {} {dollars} per petaflop-day; a year \
            earlier is worth {} {unit}",
        shown(&format!("{name}.cost_per_it_energy")),
        shown(&format!("{name}.cost_per_gpu_hour")),
        shown(&format!("{name}.cost_per_petaflop_day")),
        millions(flow.year_earlier),
    )
}

/// How profit is taxed, where it is.
fn tax_words(cash: &Cash<'_>) -> Option<String> {
    let rate = cash.flows.first().map(|flow| flow.tax).filter(|rate| rate.base() > 0.0)?;
    let losses = match cash.terms.losses {
        TaxLosses::SetOff => {
            "losses are set off at once against other profit of the owners, which --losses carried \
             changes"
        }
        TaxLosses::Carried => {
            "losses are carried forward against later profit of the program, and what is left of \
             them at the end is lost"
        }
    };
    Some(format!(
        "tax is {} % of profit after write-off; {losses}; the rate of the side is after tax and \
            discounts both",
        format_number(100.0 * rate.base(), DIGITS)
    ))
}

/// What the owners ask of one side with debt, in a sentence.
fn equity_words(subject: &EvaluatedScenario, side: Side, equity: &Equity) -> String {
    let unit = with_price_year("MUSD", subject.scenario.price_year);
    let origin = if equity.is_implied { ", from the discount rate" } else { "" };
    let covered = equity.coverage.map_or_else(
        || "no year with sales and debt".to_owned(),
        |Coverage { least, mean }| {
            let [least, mean] = [least, mean].map(|ratio| format_number(ratio.base(), DIGITS));
            format!(
                "sales less running cost cover interest and repayment {least} times at least, \
                {mean} times in the mean"
            )
        },
    );
    format!(
        "{} with debt: net present value to the owners {} {unit} at {}{origin}, their rate of \
            return {}; {covered}; weighted cost of capital {}",
        side.name(),
        millions(equity.net_value),
        percent(equity.cost_of_equity),
        rate_words(equity.rate_of_return.rates()),
        percent(equity.weighted_cost),
    )
}

/// Questions of investors, in words, above the years.
pub fn cash_text(cash: &Cash<'_>, width: usize) -> String {
    let mut out = format!("{}\n", title(&cash.subject.scenario));
    let mut sentences = Vec::new();
    for flow in &cash.flows {
        sentences.push(side_words(cash, flow));
        let with_debt = flow.equity.as_ref();
        sentences.extend(with_debt.map(|one| equity_words(cash.subject, flow.side, one)));
    }
    for (side, why) in &cash.unlisted {
        sentences.push(format!("{}: not listed: {why}", side.name()));
    }
    sentences.extend(tax_words(cash));
    sentences.extend(prices(cash));
    if cash.subject.evaluation.notes.has(Note::SlowerThanLife) {
        sentences.push(format!("note: {}; {AGAIN}", Note::SlowerThanLife.text()));
    }
    for line in sentences.iter().flat_map(|words| wrap(words, width)) {
        out.push_str(&format!("{line}\n"));
    }
    if cash.flows.is_empty() {
        return out;
    }
    out.push_str(&years_text(cash, width));
    let worst = cash.flows.iter().map(|flow| flow.residual.base()).fold(0.0, f64::max);
    out.push_str(&format!("present values agree with the closed form within {worst:.0e}\n"));
    out
}
