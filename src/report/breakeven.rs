//! Roots of a metric in one input.

use super::head::title;
use super::table::{DIGITS, text as table_text, wrap};
use crate::studies::breakeven::{Breakeven, Meetings, Question};
use crate::studies::table::{Cell, Column, Table};
use crate::units::format::{format_number, in_unit, with_price_year};

/// Numbers of a question as text.
struct QuestionWords<'a>(&'a Question<'a>);

impl QuestionWords<'_> {
    fn input_text(&self, base: f64) -> String {
        self.text(base, self.0.input.unit)
    }

    fn metric_text(&self, base: f64) -> String {
        self.text(base, self.0.metric.unit)
    }

    fn text(&self, base: f64, unit: &str) -> String {
        let number = format_number(in_unit(base, unit), DIGITS + 2);
        match with_price_year(unit, self.0.subject.scenario.price_year).as_str() {
            "1" => number,
            unit => format!("{number} {unit}"),
        }
    }
}

/// Where the target is met or jumped over, as a table; a stretch on it has a second end, a jump a
/// second value of the metric.
pub fn breakeven_table(question: &Question<'_>, answer: &Meetings) -> Table {
    let found = &answer.found;
    let (has_stretch, has_jump) = (!found.plateaus.is_empty(), !found.jumps.is_empty());
    let mut table = Table::new("break-even", columns(question, has_stretch, has_jump));
    let shown = |base: f64| in_unit(base, question.input.unit);
    let metric = |base: f64| in_unit(base, question.metric.unit);
    let met = found
        .meetings()
        .into_iter()
        .zip(&answer.failing)
        .map(|((from, to), failing)| (from, to, question.target, None, failing));
    let leaps = found.jumps.iter().zip(&answer.jumps);
    let leapt = leaps
        .map(|(jump, leap)| (jump.at, None, jump.below, Some(jump.above), &leap.failing_gates));
    let mut rows: Vec<_> = met.chain(leapt).collect();
    rows.sort_by(|one, other| one.0.total_cmp(&other.0));
    for (from, to, below, above, failing) in rows {
        let mut row = vec![Cell::Number(shown(from))];
        row.extend(has_stretch.then(|| Cell::number(to.map(shown))));
        row.push(Cell::Number(metric(below)));
        row.extend(has_jump.then(|| Cell::number(above.map(metric))));
        row.push(Cell::text(failing.clone()));
        table.push(row);
    }
    table
}

fn columns(question: &Question<'_>, has_stretch: bool, has_jump: bool) -> Vec<Column> {
    let year = question.subject.scenario.price_year;
    let unit = with_price_year(question.input.unit, year);
    let metric_unit = with_price_year(question.metric.unit, year);
    let mut columns = vec![Column::numbers(question.input.path, &unit)];
    columns.extend(has_stretch.then(|| Column::numbers("to", &unit)));
    columns.push(Column::numbers(question.metric.path, &metric_unit));
    columns.extend(has_jump.then(|| Column::numbers("jumps to", &metric_unit)));
    columns.push(Column::words("failing gates"));
    columns
}

/// What is said where there is no root: the range, its ends, and where the metric does not exist.
fn without_roots(question: &Question<'_>, found: &Breakeven) -> Vec<(&'static str, String)> {
    let (metric, input) = (question.metric.path, question.input.path);
    let words = QuestionWords(question);
    let target = words.metric_text(question.target);
    let text = |value: f64| words.input_text(value);
    let (least, most) = question.range;
    let range = format!("from {} to {}", text(least), text(most));
    let never = format!("none: `{metric}` is never {target} for `{input}` {range}");
    let mut lines = vec![("", never)];
    if let Some(number) = found.still() {
        let line = format!("`{input}` moves nothing here: {} all along", words.metric_text(number));
        return [lines, vec![("  ", line)]].concat();
    }
    for (name, end) in [("low", found.low), ("high", found.high), ("nearest", found.nearest)] {
        if let Some((value, number)) = end {
            let line = format!("{name}: {} at {}", words.metric_text(number), text(value));
            lines.push(("  ", line));
        }
    }
    let gap = 1.0e-9 * (most - least).abs();
    if let Some((value, _)) = found.low.filter(|(value, _)| *value > least + gap) {
        lines.push(("  ", format!("below about {} it does not exist", text(value))));
    }
    if let Some((value, _)) = found.high.filter(|(value, _)| *value < most - gap) {
        lines.push(("  ", format!("above about {} it does not exist", text(value))));
    }
    lines
}

/// The answer in words, with the roots or with the limits where there are none.
pub fn breakeven_text(question: &Question<'_>, answer: &Meetings, width: usize) -> String {
    let (metric, input) = (question.metric.path, question.input.path);
    let (words, found) = (QuestionWords(question), &answer.found);
    let target = words.metric_text(question.target);
    let mut out = format!("{}\n", title(&question.subject.scenario));
    let mut say = |indent: &str, text: String| {
        for line in wrap(&text, width) {
            out.push_str(&format!("{indent}{line}\n"));
        }
    };
    let now =
        question.subject.value(input).map_or_else(String::new, |value| words.input_text(value));
    let meetings = found.meetings();
    match meetings.as_slice() {
        [] => {
            for (indent, line) in without_roots(question, found) {
                say(indent, line);
            }
        }
        [meeting] => {
            let failing = answer.failing.first().map_or("", String::as_str);
            let fails = if failing.is_empty() {
                String::new()
            } else {
                format!("; there this gate fails: {failing}")
            };
            let place = match *meeting {
                (root, None) => format!("at `{input}` = {}", words.input_text(root)),
                (from, Some(to)) => format!(
                    "all along `{input}` from {} to {}",
                    words.input_text(from),
                    words.input_text(to)
                ),
            };
            say("", format!("`{metric}` is {target} {place} (now {now}){fails}"));
        }
        all => {
            let places = if found.plateaus.is_empty() { "values" } else { "values and stretches" };
            say(
                "",
                format!(
                    "`{metric}` is {target} at {} {places} of `{input}` (now {now})",
                    all.len()
                ),
            );
        }
    }
    if let Some(line) = jumps(question, found) {
        say("", line);
    }
    if meetings.len() + found.jumps.len() > 1 {
        out.push_str(&table_text(&breakeven_table(question, answer), width));
    }
    out
}

/// Sentence on jumps over the target.
fn jumps(question: &Question<'_>, found: &Breakeven) -> Option<String> {
    let words = QuestionWords(question);
    let input = question.input.path;
    let target = words.metric_text(question.target);
    match found.jumps.as_slice() {
        [] => None,
        [jump] => Some(format!(
            "it jumps over {target} at `{input}` = {}: {} up to there, {} from there on",
            words.input_text(jump.at),
            words.metric_text(jump.below),
            words.metric_text(jump.above)
        )),
        all => Some(format!("it jumps over {target} at {} values of `{input}`", all.len())),
    }
}
