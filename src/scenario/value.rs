//! One entry becomes a value in base units, or errors that say what to type.

use std::ops::Range;

use super::Amount;
use super::error::{Fault, ScenarioError};
use super::read::{Entry, list};
use super::set;
use super::syntax::{Content, TomlNode};
use super::tables::{Key, Tables, nearest};
use crate::system::value::Form;
use crate::units::format::with_price_year;
use crate::units::parse::{Parsed, UnitError, UnitFault, parse_date, parse_quantity};
use crate::units::words::{dimension_example, dimension_words};
use crate::units::{DIMENSIONLESS, Exponents, PER_TIME};

const ANGLE: Exponents = [0, 0, 0, 0, 0, 1, 0, 0, 0, 0];
const DOSE: Exponents = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1];
/// Values are allowed this much beyond a bound, relative to it: a bound in another unit is rounded.
const BOUND_ROUNDING: f64 = 1.0e-12;

/// The word that leaves a decision to the rules of design.
pub(super) const AUTO: &str = "auto";

/// Value that an entry states.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Given {
    pub(super) amount: Amount,
    /// The value as written.
    pub(super) written: String,
    /// Whether it was written in money of another year.
    pub(super) converted: bool,
}

/// Reads the values of one scenario.
pub(super) struct Values<'v> {
    pub(super) tables: &'v Tables<'v>,
    pub(super) price_year: u16,
}

/// One number with what was written.
pub(super) struct Single {
    pub(super) base: f64,
    pub(super) written: String,
    pub(super) converted: bool,
}

/// What is read: a value of an entry, for a key.
#[derive(Clone, Copy)]
pub(super) struct Target<'t> {
    pub(super) entry: &'t Entry,
    pub(super) node: &'t TomlNode,
    pub(super) key: &'t Key,
}

pub(super) type Outcome<T> = Result<T, Box<ScenarioError>>;

impl Values<'_> {
    /// A text that could stand for `key`: its default, or the example of its dimension.
    pub(super) fn example(&self, key: &Key) -> String {
        if let Form::Choice(names) = key.form {
            return names.first().map_or_else(String::new, |name| (*name).to_owned());
        }
        let default = self.tables.catalog.value(key.default, self.price_year).ok();
        match default.filter(|spread| spread.nominal != 0.0) {
            Some(spread) => key.text(spread.nominal, self.price_year),
            None if key.form == Form::Date => "2027-01-01".to_owned(),
            None => dimension_example(&key.exponents, key.sort).unwrap_or("1").to_owned(),
        }
    }

    /// The value that an entry states for a key.
    pub(super) fn given(&self, entry: &Entry, key: &Key) -> Result<Given, Vec<ScenarioError>> {
        match &entry.node.content {
            Content::Text(text, _) if key.decision.is_some() && text.trim() == AUTO => {
                Ok(self.auto(key))
            }
            Content::Table(fields) => self.spread(entry, key, fields),
            _ => match self.single(Target { entry, node: &entry.node, key }) {
                Ok(Single { base, written, converted }) => {
                    Ok(Given { amount: Amount::certain(base), written, converted })
                }
                Err(error) => Err(vec![*error]),
            },
        }
    }

    /// What `"auto"` states: the default, until the rules of design decide.
    fn auto(&self, key: &Key) -> Given {
        let default = self.tables.catalog.value(key.default, self.price_year);
        let value = default.map_or(key.range().0, |spread| spread.nominal);
        let amount = Amount { is_auto: true, ..Amount::certain(value) };
        Given { amount, written: AUTO.to_owned(), converted: false }
    }

    pub(super) fn single(&self, at: Target<'_>) -> Outcome<Single> {
        let key = at.key;
        let single = match key.form {
            Form::Quantity => self.quantity(at)?,
            Form::Choice(names) => choice(at, names)?,
            Form::Date => date(at)?,
        };
        self.check_range(at, &single)?;
        check_whole(at, &single)?;
        Ok(single)
    }

    fn quantity(&self, at: Target<'_>) -> Outcome<Single> {
        let Target { entry, node, key } = at;
        let (Content::Text(text, _) | Content::Number(text)) = &node.content else {
            let wanted = format!(
                "{} such as `{}`",
                dimension_words(&key.exponents, key.sort),
                self.example(key)
            );
            return Err(Box::new(wrong_type(entry, key.path, &wanted, node)));
        };
        let parsed = parse_quantity(text).and_then(|parsed| {
            let base = parsed.expect(&key.exponents, key.sort, text)?;
            Ok((parsed, base))
        });
        let (parsed, base) = parsed.map_err(|error| Box::new(self.unit_error(at, text, &error)))?;
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
        let converted = parsed.price_year.is_some_and(|year| year != self.price_year);
        Ok(Single { base: base * factor, written: text.trim().to_owned(), converted })
    }

    /// The unit that was likely meant: the nearest one, or the word with its first letter in the
    /// other case, if the value then has the dimension and lies in the range of the input.
    fn meant_unit(
        key: &Key,
        (text, span): (&str, &Range<usize>),
        (found, nearest): (&str, Option<&str>),
    ) -> Option<String> {
        let mut letters = found.chars();
        let first = letters.next()?;
        let other: String = if first.is_lowercase() {
            first.to_uppercase().chain(letters).collect()
        } else {
            first.to_lowercase().chain(letters).collect()
        };
        let (low, high) = key.range();
        // Where another piece is wrong too, the dimension cannot be judged.
        let fits = |unit: &str, unjudged: bool| {
            parse_quantity(&replaced(text, span, unit)).map_or(unjudged, |parsed| {
                parsed.exponents == key.exponents
                    && (parsed.money().is_some() || (low..=high).contains(&parsed.value_base))
            })
        };
        let nearest = nearest.map(|near| (near.to_owned(), true));
        let candidates = [nearest, Some((other, false)), Some((found.to_uppercase(), false))];
        let fitting =
            candidates.into_iter().flatten().find(|(unit, unjudged)| fits(unit, *unjudged));
        fitting.map(|(unit, _)| unit)
    }

    fn unit_error(&self, at: Target<'_>, text: &str, error: &UnitError) -> ScenarioError {
        let Target { entry, node, key } = at;
        let place = entry.place_of(node.piece(&error.span));
        let words = dimension_words(&key.exponents, key.sort);
        let example = format!("`{}` is {words}, such as `{}`", key.path, self.example(key));
        let new = ScenarioError::new(Fault::Unit(error.fault.clone()), Some(place)).key(key.path);
        match &error.fault {
            UnitFault::UnknownUnit { found, nearest } => {
                match Self::meant_unit(key, (text, &error.span), (found, nearest.as_deref())) {
                    Some(near) => new
                        .label(format!("did you mean `{near}`?"))
                        .note(example)
                        .help("write")
                        .patch(
                            node.span.clone(),
                            typed(entry, &replaced(text, &error.span, &near)),
                        ),
                    None => new.label("no unit of this program").note(example),
                }
            }
            UnitFault::MoneyWithoutYear { meant, .. } => {
                let meant = self.in_price_year(meant);
                new.label("of which year?")
                    .note(example)
                    .help("write")
                    .patch(node.span.clone(), typed(entry, &meant))
            }
            UnitFault::Comma { meant, .. } => {
                let whole = replaced(text, &error.span, meant);
                new.label("group digits with `_`, and write the decimal sign as `.`")
                    .help("write")
                    .patch(node.span.clone(), typed(entry, &whole))
            }
            UnitFault::MissingUnit { .. } => self.missing_unit(at, text, new),
            UnitFault::Dimension { found_words, .. } => {
                let new = new.label(format!("this is {found_words}")).note(example);
                match self.neighbor(key, text) {
                    Some(other) => new.help(format!(
                        "`{}` takes {found_words}: {}",
                        other.path,
                        other.meaning.trim_end_matches('.')
                    )),
                    None => dimension_hint(at, text, new),
                }
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

    /// The one input of the same table whose key ends in the same word and whose dimension the text
    /// has: `launch.flight_price` for a price per launch that is given to `launch.price`.
    fn neighbor(&self, key: &Key, text: &str) -> Option<&Key> {
        let found = parse_quantity(text).ok()?.exponents;
        let word = |path: &'static str| path.rsplit(['.', '_']).next();
        let fits = |other: &&Key| {
            other.table() == key.table()
                && other.path != key.path
                && word(other.path) == word(key.path)
                && other.exponents == found
                && found != key.exponents
        };
        let mut fitting = self.tables.inputs.iter().filter(fits);
        fitting.next().filter(|_| fitting.next().is_none())
    }

    fn missing_unit(&self, at: Target<'_>, text: &str, new: ScenarioError) -> ScenarioError {
        let Target { entry, node, key } = at;
        let unit = with_price_year(key.unit, self.price_year);
        let whole = format!("{} {unit}", text.trim());
        new.label("a bare number has no unit")
            .note(format!(
                "`{}` is {}, such as `{}`",
                key.path,
                dimension_words(&key.exponents, key.sort),
                self.example(key)
            ))
            .help("if it is meant in the unit that reports use, write")
            .patch(node.span.clone(), typed(entry, &whole))
    }

    fn in_price_year(&self, meant: &str) -> String {
        let shown = self.price_year.to_string();
        ["USD", "EUR"].iter().fold(meant.to_owned(), |text, code| {
            text.replace(&format!("{code}2026"), &format!("{code}{shown}"))
        })
    }

    fn check_range(&self, at: Target<'_>, single: &Single) -> Outcome<()> {
        let Target { entry, node, key } = at;
        let (low, high) = key.range();
        let inside = single.base >= low - low.abs() * BOUND_ROUNDING
            && single.base <= high + high.abs() * BOUND_ROUNDING;
        if inside || matches!(key.form, Form::Choice(_)) {
            return Ok(());
        }
        let shown = |base: f64| key.text(base, self.price_year);
        let mut value = shown(single.base);
        if value == shown(low) || value == shown(high) {
            value.clone_from(&single.written);
        }
        let fault =
            Fault::Range { key: key.path.to_owned(), value, low: shown(low), high: shown(high) };
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
                "`{}` is {}",
                single.written,
                shown(single.base)
            ))));
        }
        let share = single.base / 100.0;
        let percent = key.exponents == DIMENSIONLESS
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
}

/// Refuses a part of a thing that is counted, with the whole numbers beside it.
fn check_whole(at: Target<'_>, single: &Single) -> Outcome<()> {
    let Target { entry, node, key } = at;
    if !key.is_whole || single.base.fract() == 0.0 {
        return Ok(());
    }
    let fault = Fault::Whole { key: key.path.to_owned(), value: single.written.clone() };
    let (below, above) = (single.base.floor(), single.base.ceil());
    let error = ScenarioError::new(fault, Some(entry.place_of(node.span.clone())))
        .key(key.path)
        .label(format!("write {below} or {above}"));
    let meaning = key.meaning.trim_end_matches('.');
    Err(Box::new(error.note(format!("`{}`: {meaning}", key.path))))
}

/// What to add where a rate or an angle was likely meant.
fn dimension_hint(at: Target<'_>, text: &str, new: ScenarioError) -> ScenarioError {
    let Target { entry, node, key } = at;
    let found = parse_quantity(text).map_or(DIMENSIONLESS, |parsed| parsed.exponents);
    if key.exponents == PER_TIME && found == DIMENSIONLESS {
        let whole = format!("{}/yr", text.trim());
        return new
            .help("if it is meant per year, write")
            .patch(node.span.clone(), typed(entry, &whole));
    }
    let is_point = |parsed: &Parsed| parsed.is_celsius() && parsed.exponents == key.exponents;
    if parse_quantity(text).is_ok_and(|parsed| is_point(&parsed)) {
        return new.note("a difference of temperatures is written in K");
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

fn choice(at: Target<'_>, names: &[&str]) -> Outcome<Single> {
    let Target { entry, node, key } = at;
    let Content::Text(text, _) = &node.content else {
        let wanted = format!("one of {}", list(names.iter().copied()));
        return Err(Box::new(wrong_type(entry, key.path, &wanted, node)));
    };
    let word = text.trim();
    match names.iter().position(|&name| name == word) {
        Some(position) => {
            Ok(Single { base: position as f64, written: word.to_owned(), converted: false })
        }
        None => Err(Box::new(unknown_choice(at, key.path, word, names))),
    }
}

pub(super) fn unknown_choice(
    at: Target<'_>,
    path: &str,
    word: &str,
    names: &[&str],
) -> ScenarioError {
    let Target { entry, node, .. } = at;
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

fn date(at: Target<'_>) -> Outcome<Single> {
    let Target { entry, node, key } = at;
    let (Content::Text(text, _) | Content::Day(text)) = &node.content else {
        return Err(Box::new(wrong_type(entry, key.path, "a day such as `2027-01-01`", node)));
    };
    match parse_date(text) {
        Ok(base) => Ok(Single { base, written: text.trim().to_owned(), converted: false }),
        Err(error) => {
            let place = entry.place_of(node.piece(&error.span));
            let error = ScenarioError::new(Fault::from(error), Some(place)).key(key.path);
            Err(Box::new(error.label("year, month, day: `2027-01-01`")))
        }
    }
}

pub(super) fn wrong_type(
    entry: &Entry,
    path: &str,
    wanted: &str,
    node: &TomlNode,
) -> ScenarioError {
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
