//! Cash by year as a table, in words, as JSON.

use super::head::{head, title};
use super::table::{DIGITS, text as table_text, wrap};
use crate::economics::finance::InternalRate;
use crate::studies::cashflow::CashFlow;
use crate::studies::subject::Subject;
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::{format_number, with_price_year};
use crate::units::{Frequency, YEAR_SECONDS, per_year, year};
use serde_json::{Value, json};

const MILLION: f64 = 1.0e6;

/// The years of both sides.
pub fn cash_table(subject: &Subject, flows: &[CashFlow]) -> Table {
    let unit = with_price_year("MUSD", subject.scenario.price_year);
    let mut columns = vec![Column::words("side"), Column::numbers("year", "")];
    columns.extend(
        ["purchases", "running", "tax", "sales", "credit", "net", "sum"]
            .map(|name| Column::numbers(name, &unit)),
    );
    columns.push(Column::numbers("at work", "%"));
    let mut table = Table::new("cash by year", columns);
    for flow in flows {
        let mut sum = 0.0;
        for one in &flow.years {
            sum += one.net;
            let money = |amount: f64| Cell::number(Some(amount / MILLION));
            table.push(vec![
                Cell::text(flow.side.name()),
                Cell::number(Some(f64::from(one.year))),
                money(-one.purchases),
                money(-one.running),
                money(-one.tax),
                money(one.sales),
                money(one.credit),
                money(one.net),
                money(sum),
                Cell::number(Some(100.0 * one.at_work)),
            ]);
        }
    }
    table
}

fn percent(rate: Frequency) -> String {
    format!("{} %/yr", format_number(100.0 * rate.get::<per_year>(), DIGITS))
}

fn rate_words(rate: &InternalRate) -> String {
    match rate {
        InternalRate::None => "none".to_owned(),
        InternalRate::Single(rate) => percent(*rate),
        InternalRate::Ambiguous(rates) => {
            let all: Vec<String> = rates.iter().map(|rate| percent(*rate)).collect();
            format!("ambiguous: {}", all.join(", "))
        }
    }
}

/// What investors ask, in words, above the years.
pub fn cash_text(subject: &Subject, flows: &[CashFlow], width: usize) -> String {
    let unit = with_price_year("MUSD", subject.scenario.price_year);
    let mut out = format!("{}\n", title(&subject.scenario));
    let shown = |path: &str| {
        subject.shown(path).map_or_else(|| "none".to_owned(), |value| format_number(value, DIGITS))
    };
    for flow in flows {
        let name = flow.side.name();
        let payback = flow.payback.map_or_else(
            || "never".to_owned(),
            |time| format!("after {} yr", format_number(time.get::<year>(), DIGITS)),
        );
        let words = format!(
            "{name}: net present value {} {unit}, internal rate of return {}, paid back {payback}; {} {}/MWh, {} {}/h per accelerator, {} {} per petaflop-day; a year earlier is worth {} {unit}",
            format_number(flow.net_value / MILLION, DIGITS),
            rate_words(&flow.rate_of_return),
            shown(&format!("{name}.cost_per_it_energy")),
            with_price_year("USD", subject.scenario.price_year),
            shown(&format!("{name}.cost_per_gpu_hour")),
            with_price_year("USD", subject.scenario.price_year),
            shown(&format!("{name}.cost_per_petaflop_day")),
            with_price_year("USD", subject.scenario.price_year),
            format_number(flow.year_earlier / MILLION, DIGITS),
        );
        for line in wrap(&words, width) {
            out.push_str(&format!("{line}\n"));
        }
    }
    out.push('\n');
    out.push_str(&table_text(&cash_table(subject, flows), width));
    let worst = flows.iter().map(|flow| flow.residual).fold(0.0, f64::max);
    out.push_str(&format!("\npresent values agree with the closed form within {worst:.0e}\n"));
    out
}

/// The years and the answers as JSON.
pub fn cash_json(subject: &Subject, flows: &[CashFlow]) -> Value {
    let unit = with_price_year("USD", subject.scenario.price_year);
    let rates = |rate: &InternalRate| match rate {
        InternalRate::None => json!([]),
        InternalRate::Single(rate) => json!([rate.base() * YEAR_SECONDS]),
        InternalRate::Ambiguous(rates) => {
            json!(rates.iter().map(|rate| rate.base() * YEAR_SECONDS).collect::<Vec<f64>>())
        }
    };
    let sides: Vec<Value> = flows
        .iter()
        .map(|flow| {
            let years: Vec<Value> = flow
                .years
                .iter()
                .map(|one| {
                    json!({
                        "year": one.year, "purchases": one.purchases, "running": one.running, "tax": one.tax,
                        "sales": one.sales, "credit": one.credit, "net": one.net,
                        "at_work": one.at_work,
                    })
                })
                .collect();
            json!({
                "side": flow.side.name(), "unit": unit, "net_present_value": flow.net_value,
                "internal_rates_of_return": rates(&flow.rate_of_return),
                "payback_years": flow.payback.map(|time| time.get::<year>()),
                "year_earlier": flow.year_earlier, "residual": flow.residual, "years": years,
            })
        })
        .collect();
    let mut result = head(subject);
    result.insert("sides".to_owned(), Value::Array(sides));
    Value::Object(result)
}
