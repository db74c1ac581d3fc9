//! One entry becomes a value in base units, or errors that say what to type.

use std::ops::Range;

use super::error::{Fault, ScenarioError};
use super::read::{Entry, list};
use super::set;
use super::syntax::{Content, Field, Node};
use super::tables::{Key, Tables, nearest};
use super::{Amount, Shape};
use crate::system::value::Kind;
use crate::units::Exponents;
use crate::units::format::{dimension_example, dimension_words, format_quantity, with_price_year};
use crate::units::parse::{Parsed, UnitError, UnitFault, parse_date, parse_quantity};

const RATE: Exponents = [0, 0, -1, 0, 0, 0, 0, 0, 0];
const ANGLE: Exponents = [0, 0, 0, 0, 0, 1, 0, 0, 0];
const DOSE: Exponents = [2, 0, -2, 0, 0, 0, 0, 0, 0];
/// Values are allowed this much beyond a bound, relative to it: a bound in another unit is rounded.
const BOUND_ROUNDING: f64 = 1.0e-12;
const FIELDS: [&str; 6] = ["value", "low", "high", "shape", "source", "date"];

/// What an entry states.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    pub(super) amount: Amount,
    /// The value as written.
    pub(super) written: String,
    /// Price year that the value was written in, if it was converted.
    pub(super) converted_from: Option<u16>,
}

/// Reads the values of one scenario.
pub(super) struct Values<'v> {
    pub(super) tables: &'v Tables<'v>,
    pub(super) price_year: u16,
}

/// One number with what was written.
struct Single {
    base: f64,
    written: String,
    converted_from: Option<u16>,
}

type Outcome<T> = Result<T, Box<ScenarioError>>;

impl Values<'_> {
    /// A text that could stand for `key`: its default, or the example of its dimension.
    pub(super) fn example(&self, key: &Key) -> String {
        if let Kind::Choice(names) = key.kind {
            return names.first().map_or_else(String::new, |name| (*name).to_owned());
        }
        let default = self.tables.catalog.value(key.default, self.price_year).ok();
        match default.filter(|spread| spread.nominal != 0.0) {
            Some(spread) => key.text(spread.nominal, self.price_year),
            None if key.kind == Kind::Date => "2027-01-01".to_owned(),
            None => dimension_example(&key.exponents).unwrap_or("1").to_owned(),
        }
    }

    /// The value that an entry states for a key.
    pub(super) fn given(&self, entry: &Entry, key: &Key) -> Result<Given, Vec<ScenarioError>> {
        match &entry.node.content {
            Content::Table(fields) => self.table(entry, key, fields),
            _ => match self.single(entry, &entry.node, key) {
                Ok(Single { base, written, converted_from }) => {
                    Ok(Given { amount: Amount::certain(base), written, converted_from })
                }
                Err(error) => Err(vec![*error]),
            },
        }
    }

    fn table(
        &self,
        entry: &Entry,
        key: &Key,
        fields: &[Field],
    ) -> Result<Given, Vec<ScenarioError>> {
        let mut errors = Vec::new();
        for field in fields.iter().filter(|field| !FIELDS.contains(&field.name.as_str())) {
            errors.push(unknown_field(entry, key, field));
        }
        let find = |name: &str| fields.iter().find(|field| field.name == name);
        let mut number = |name: &str| {
            let field = find(name)?;
            self.single(entry, &field.node, key).map_err(|error| errors.push(*error)).ok()
        };
        let (value, low, high) = (number("value"), number("low"), number("high"));
        let mut words = |name: &str| {
            let field = find(name)?;
            match &field.node.content {
                Content::Text(text, _) => Some(text.clone()),
                Content::Day(day) => Some(day.clone()),
                _ => {
                    let path = format!("{}.{name}", key.path);
                    errors.push(wrong_type(entry, &path, "a text in quotes", &field.node));
                    None
                }
            }
        };
        let (source, date) = (words("source"), words("date"));
        let shape = words("shape").and_then(|word| {
            let shape = Shape::ALL.into_iter().find(|shape| shape.word() == word);
            if let (None, Some(field)) = (shape, find("shape")) {
                errors.push(unknown_shape(entry, key, &word, &field.node));
            }
            shape
        });
        if errors.is_empty()
            && let Err(error) = self.check_spread(
                entry,
                key,
                (find("low"), find("high"), find("shape")),
                value.as_ref(),
                (low.as_ref(), high.as_ref()),
                shape,
            )
        {
            errors.push(*error);
        }
        match (value, errors.is_empty()) {
            (Some(value), true) => {
                let spread = low.zip(high).map(|(low, high)| (low.base, high.base));
                let amount = Amount { value: value.base, spread, shape, source, date };
                Ok(Given { amount, written: value.written, converted_from: value.converted_from })
            }
            _ => Err(errors),
        }
    }

    fn single(&self, entry: &Entry, node: &Node, key: &Key) -> Outcome<Single> {
        let single = match key.kind {
            Kind::Quantity => self.quantity(entry, node, key)?,
            Kind::Choice(names) => choice(entry, node, key, names)?,
            Kind::Date => date(entry, node, key)?,
        };
        self.check_range(entry, node, key, &single)?;
        Ok(single)
    }

    fn quantity(&self, entry: &Entry, node: &Node, key: &Key) -> Outcome<Single> {
        let (Content::Text(text, _) | Content::Number(text)) = &node.content else {
            let wanted =
                format!("{} such as `{}`", dimension_words(&key.exponents), self.example(key));
            return Err(Box::new(wrong_type(entry, key.path, &wanted, node)));
        };
        let parsed = parse_quantity(text).and_then(|parsed| {
            let base = parsed.expect(&key.exponents, text)?;
            Ok((parsed, base))
        });
        let (parsed, base) =
            parsed.map_err(|error| Box::new(self.unit_error(entry, node, key, text, error)))?;
        let factor = parsed.money().map(|money| {
            self.tables.catalog.prices().factor(money, self.price_year, key.exponents[8]).map_err(
                |error| {
                    let place = entry.place_of(node.piece(&parsed.unit_span));
                    let error = ScenarioError::new(Fault::Price(error), Some(place)).key(key.path);
                    let help = format!(
                        "convert it to USD{}, or to another year of the index",
                        self.price_year
                    );
                    Box::new(
                        error
                            .label(format!("cannot be converted to USD{}", self.price_year))
                            .help(help),
                    )
                },
            )
        });
        let factor = factor.transpose()?.unwrap_or(1.0);
        let converted_from = parsed.price_year.filter(|&year| year != self.price_year);
        Ok(Single { base: base * factor, written: text.trim().to_owned(), converted_from })
    }

    fn unit_error(
        &self,
        entry: &Entry,
        node: &Node,
        key: &Key,
        text: &str,
        error: UnitError,
    ) -> ScenarioError {
        let place = entry.place_of(node.piece(&error.span));
        let words = dimension_words(&key.exponents);
        let example = format!("`{}` is {words}, such as `{}`", key.path, self.example(key));
        let fault = error.fault.clone();
        let new = ScenarioError::new(Fault::from(error.clone()), Some(place)).key(key.path);
        match fault {
            UnitFault::UnknownUnit { found, nearest: Some(near) } => {
                let whole = replaced(text, &error.span, &near);
                let _ = found;
                new.label(format!("did you mean `{near}`?"))
                    .note(example)
                    .help("write")
                    .patch(node.span.clone(), typed(entry, &whole))
            }
            UnitFault::UnknownUnit { nearest: None, .. } => {
                new.label("no unit of this program").note(example)
            }
            UnitFault::MoneyWithoutYear { meant, .. } => {
                let meant = self.in_price_year(&meant);
                new.label("of which year?")
                    .note(example)
                    .help("write")
                    .patch(node.span.clone(), typed(entry, &meant))
            }
            UnitFault::Comma { meant, .. } => {
                let whole = replaced(text, &error.span, &meant);
                new.label("group digits with `_`, and write the decimal sign as `.`")
                    .help("write")
                    .patch(node.span.clone(), typed(entry, &whole))
            }
            UnitFault::MissingUnit { .. } => self.missing_unit(entry, node, key, text, new),
            UnitFault::Dimension { found_words, .. } => {
                let parsed = parse_quantity(text).ok();
                let new = new.label(format!("this is {found_words}")).note(example);
                self.dimension_hint(entry, node, key, (text, parsed.as_ref()), new)
            }
            UnitFault::NotANumber { .. } => {
                new.label("a value begins with its number").note(example)
            }
            UnitFault::Empty => new.label("a value is missing").note(example),
            UnitFault::Size { .. } => new.label("too large or too small").note(example),
            UnitFault::Year { .. } => new.label("not a year of prices"),
            UnitFault::MixedMoney { .. } => new.label("another money than before"),
            _ => new.note(example),
        }
    }

    fn missing_unit(
        &self,
        entry: &Entry,
        node: &Node,
        key: &Key,
        text: &str,
        new: ScenarioError,
    ) -> ScenarioError {
        let unit = with_price_year(key.unit, self.price_year);
        let whole = format!("{} {unit}", text.trim());
        new.label("a bare number has no unit")
            .note(format!(
                "`{}` is {}, such as `{}`",
                key.path,
                dimension_words(&key.exponents),
                self.example(key)
            ))
            .help("if it is meant in the unit that reports use, write")
            .patch(node.span.clone(), typed(entry, &whole))
    }

    /// What to add where a rate or an angle was likely meant.
    fn dimension_hint(
        &self,
        entry: &Entry,
        node: &Node,
        key: &Key,
        (text, parsed): (&str, Option<&Parsed>),
        new: ScenarioError,
    ) -> ScenarioError {
        let found = parsed.map_or([0; 9], |parsed| parsed.exponents);
        if key.exponents == RATE && found == [0; 9] {
            let whole = format!("{}/yr", text.trim());
            return new
                .help("if it is meant per year, write")
                .patch(node.span.clone(), typed(entry, &whole));
        }
        if key.exponents == ANGLE && found == DOSE {
            let whole = text.replace("rad", "radian");
            return new
                .note("`rad` is an absorbed dose; an angle is written in `deg` or `radian`")
                .help("write")
                .patch(node.span.clone(), typed(entry, &whole));
        }
        new
    }

    fn in_price_year(&self, meant: &str) -> String {
        let shown = self.price_year.to_string();
        ["USD", "EUR"].iter().fold(meant.to_owned(), |text, code| {
            text.replace(&format!("{code}2026"), &format!("{code}{shown}"))
        })
    }

    fn check_range(&self, entry: &Entry, node: &Node, key: &Key, single: &Single) -> Outcome<()> {
        let (low, high) = key.range();
        let inside = single.base >= low - low.abs() * BOUND_ROUNDING
            && single.base <= high + high.abs() * BOUND_ROUNDING;
        if inside || matches!(key.kind, Kind::Choice(_)) {
            return Ok(());
        }
        let shown = |base: f64| key.text(base, self.price_year);
        let fault = Fault::Range {
            key: key.path.to_owned(),
            value: shown(single.base),
            low: shown(low),
            high: shown(high),
        };
        let label = if single.base < low {
            format!("at least {}", shown(low))
        } else {
            format!("at most {}", shown(high))
        };
        let error = ScenarioError::new(fault, Some(entry.place_of(node.span.clone())))
            .key(key.path)
            .label(label);
        let error = if key.meaning.is_empty() {
            error
        } else {
            error.note(format!("`{}`: {}", key.path, key.meaning.trim_end_matches('.')))
        };
        let parsed = parse_quantity(&single.written).ok();
        if parsed.as_ref().is_some_and(Parsed::is_celsius) {
            return Err(Box::new(error.note(format!(
                "`{}` is {}; a difference of temperatures is written in K",
                single.written,
                format_quantity(single.base, "K", self.price_year)
            ))));
        }
        let share = single.base / 100.0;
        let percent = key.exponents == [0; 9]
            && high <= 1.0
            && single.base >= 2.0
            && share >= low
            && share <= high;
        if percent && parsed.is_some_and(|parsed| parsed.unit.is_none()) {
            let whole = format!("{} %", single.written);
            return Err(Box::new(
                error
                    .help("if percent are meant, write")
                    .patch(node.span.clone(), typed(entry, &whole)),
            ));
        }
        Err(Box::new(error))
    }

    fn check_spread(
        &self,
        entry: &Entry,
        key: &Key,
        (low_field, high_field, shape_field): (Option<&Field>, Option<&Field>, Option<&Field>),
        value: Option<&Single>,
        (low, high): (Option<&Single>, Option<&Single>),
        shape: Option<Shape>,
    ) -> Outcome<()> {
        let fail = |span: Range<usize>, reason: &str| {
            let fault = Fault::Spread { key: key.path.to_owned(), reason: reason.to_owned() };
            let error = ScenarioError::new(fault, Some(entry.place_of(span))).key(key.path);
            Err(Box::new(error.help("write, for instance, `{ value = \"...\", low = \"...\", high = \"...\", shape = \"triangular\" }`")))
        };
        let Some(value) = value else { return fail(entry.node.span.clone(), "`value` is missing") };
        let first = [low_field, high_field, shape_field].into_iter().flatten().next();
        if let (Some(field), false) = (first, key.kind == Kind::Quantity) {
            return fail(field.name_span.clone(), "only a quantity has a spread");
        }
        let (low, high) = match (low, high, shape_field) {
            (Some(low), Some(high), _) => (low, high),
            (Some(_), None, _) => {
                return fail(entry.node.span.clone(), "`low` stands without `high`");
            }
            (None, Some(_), _) => {
                return fail(entry.node.span.clone(), "`high` stands without `low`");
            }
            (None, None, Some(field)) => {
                return fail(field.name_span.clone(), "a `shape` needs `low` and `high`");
            }
            (None, None, None) => return Ok(()),
        };
        if !(low.base <= value.base && value.base <= high.base) {
            let shown = |single: &Single| key.text(single.base, self.price_year);
            let fault = Fault::Order {
                key: key.path.to_owned(),
                low: shown(low),
                value: shown(value),
                high: shown(high),
            };
            let error = ScenarioError::new(fault, Some(entry.place())).key(key.path);
            return Err(Box::new(error.label("wanted: low at most value at most high")));
        }
        if shape == Some(Shape::Lognormal) && low.base <= 0.0 {
            let span =
                low_field.map_or_else(|| entry.node.span.clone(), |field| field.node.span.clone());
            return fail(span, "a lognormal shape needs a `low` above zero");
        }
        Ok(())
    }
}

fn choice(entry: &Entry, node: &Node, key: &Key, names: &[&str]) -> Outcome<Single> {
    let Content::Text(text, _) = &node.content else {
        let wanted = format!("one of {}", list(names.iter().copied()));
        return Err(Box::new(wrong_type(entry, key.path, &wanted, node)));
    };
    let word = text.trim();
    match names.iter().position(|&name| name == word) {
        Some(position) => {
            Ok(Single { base: position as f64, written: word.to_owned(), converted_from: None })
        }
        None => Err(Box::new(unknown_choice(entry, key.path, word, node, names))),
    }
}

fn unknown_choice(
    entry: &Entry,
    path: &str,
    word: &str,
    node: &Node,
    names: &[&str],
) -> ScenarioError {
    let fault = Fault::Choice { key: path.to_owned(), found: word.to_owned() };
    let error = ScenarioError::new(fault, Some(entry.place_of(node.span.clone())))
        .key(path)
        .note(format!("choices: {}", list(names.iter().copied())));
    match nearest(word, names.iter().copied()) {
        Some(near) => error
            .label(format!("did you mean `{near}`?"))
            .help("write")
            .patch(node.span.clone(), typed(entry, near)),
        None => error.label("none of the choices"),
    }
}

fn unknown_shape(entry: &Entry, key: &Key, word: &str, node: &Node) -> ScenarioError {
    let names = Shape::ALL.map(Shape::word);
    unknown_choice(entry, &format!("{}.shape", key.path), word, node, &names)
}

fn unknown_field(entry: &Entry, key: &Key, field: &Field) -> ScenarioError {
    let fault = Fault::UnknownKey { key: format!("{}.{}", key.path, field.name) };
    let place = entry.place_of(field.name_span.clone());
    let error = ScenarioError::new(fault, Some(place)).key(key.path);
    match nearest(&field.name, FIELDS.iter().copied()) {
        Some(near) => error
            .label(format!("did you mean `{near}`?"))
            .help("write")
            .patch(field.name_span.clone(), near),
        None => error
            .label("not a field of a value")
            .note(format!("fields of a value: {}", list(FIELDS.iter().copied()))),
    }
}

fn date(entry: &Entry, node: &Node, key: &Key) -> Outcome<Single> {
    let (Content::Text(text, _) | Content::Day(text)) = &node.content else {
        return Err(Box::new(wrong_type(entry, key.path, "a day such as `2027-01-01`", node)));
    };
    match parse_date(text) {
        Ok(base) => Ok(Single { base, written: text.trim().to_owned(), converted_from: None }),
        Err(error) => {
            let place = entry.place_of(node.piece(&error.span));
            let error = ScenarioError::new(Fault::from(error), Some(place)).key(key.path);
            Err(Box::new(error.label("year, month, day: `2027-01-01`")))
        }
    }
}

pub(super) fn wrong_type(entry: &Entry, path: &str, wanted: &str, node: &Node) -> ScenarioError {
    let fault =
        Fault::Type { key: path.to_owned(), wanted: wanted.to_owned(), found: node.words() };
    ScenarioError::new(fault, Some(entry.place_of(node.span.clone())))
        .key(path)
        .label(format!("this is {}", node.words()))
}

/// A text as it is typed: in quotes in a file, bare on the command line.
pub(super) fn typed(entry: &Entry, text: &str) -> String {
    if entry.text.name == set::NAME { text.to_owned() } else { format!("\"{text}\"") }
}

fn replaced(text: &str, span: &Range<usize>, piece: &str) -> String {
    let before = text.get(..span.start).unwrap_or_default();
    let after = text.get(span.end..).unwrap_or_default();
    format!("{before}{piece}{after}")
}
