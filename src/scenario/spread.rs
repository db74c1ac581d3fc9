//! A value with its spread and source: `{ value, low, high, shape, source, date }`.

use std::ops::Range;

use super::error::{Fault, ScenarioError};
use super::read::{Entry, list};
use super::syntax::{Content, Field, TomlNode};
use super::tables::{Key, nearest};
use super::value::{Given, Outcome, Single, Target, Values, unknown_choice, wrong_type};
use super::{Amount, Shape};
use crate::numeric::distribution::Distribution;
use crate::system::rates::RATES;
use crate::system::value::Form;

const FIELDS: [&str; 7] = ["value", "low", "high", "shape", "source", "date", "basis"];
/// What a rate can be stated in: constant prices, or prices of the day.
const BASES: [&str; 2] = ["real", "nominal"];
const EXAMPLE: &str = "write, for instance, `{ value = \"...\", low = \"...\", high = \"...\", \
    source = \"...\" }`";

/// Distance of a value from the middle of its bell that is allowed, over that of low and high.
const MOST_OFF_MIDDLE: f64 = 0.01;
const TRIPLET: &str = "leave `shape` out: low, value and high are then the 5 %, 50 % and 95 % \
    points";

/// The numbers of one table.
struct SpreadNumbers {
    value: Option<Single>,
    low: Option<Single>,
    high: Option<Single>,
    shape: Option<Shape>,
}

impl Values<'_> {
    /// The value that the fields of a table state.
    pub(super) fn spread(
        &self,
        entry: &Entry,
        key: &Key,
        fields: &[Field],
    ) -> Result<Given, Vec<ScenarioError>> {
        let mut errors: Vec<ScenarioError> = fields
            .iter()
            .filter(|field| !FIELDS.contains(&field.name.as_str()))
            .map(|field| unknown_field(entry, key, field))
            .collect();
        let mut number = |name: &str| {
            let node = &find(fields, name)?.node;
            self.single(Target { entry, node, key }).map_err(|error| errors.push(*error)).ok()
        };
        let (value, low, high) = (number("value"), number("low"), number("high"));
        let mut words = |name: &str| {
            let node = &find(fields, name)?.node;
            match &node.content {
                Content::Text(text, _) | Content::Day(text) => Some((text.clone(), node)),
                _ => {
                    let path = format!("{}.{name}", key.path);
                    errors.push(wrong_type(entry, &path, "a text in quotes", node));
                    None
                }
            }
        };
        let source = words("source").map(|(text, _)| text);
        let date = words("date").map(|(text, _)| text);
        let stated_basis = words("basis");
        let shape = words("shape").and_then(|(word, node)| {
            let shape = Shape::ALL.into_iter().find(|shape| shape.word() == word);
            if shape.is_none() {
                errors.push(unknown_shape(entry, key, &word, node));
            }
            shape
        });
        let is_nominal = stated_basis.and_then(|(word, node)| {
            let known = is_nominal(Target { entry, node, key }, &word);
            known.map_err(|error| errors.push(*error)).ok()
        });
        let numbers = SpreadNumbers { value, low, high, shape };
        if errors.is_empty()
            && let Err(error) =
                self.check(Target { entry, node: &entry.node, key }, fields, &numbers)
        {
            errors.push(*error);
        }
        let SpreadNumbers { value, low, high, shape } = numbers;
        match (value, errors.is_empty()) {
            (Some(value), true) => {
                let spread = low.zip(high).map(|(low, high)| (low.base, high.base));
                let is_nominal = is_nominal.unwrap_or(false);
                let certain = Amount::certain(value.base);
                let amount = Amount { spread, shape, source, date, is_nominal, ..certain };
                Ok(Given { amount, written: value.written, converted: value.converted })
            }
            _ => Err(errors),
        }
    }

    /// Whether the numbers make a spread.
    fn check(&self, at: Target<'_>, fields: &[Field], numbers: &SpreadNumbers) -> Outcome<()> {
        let Target { entry, key, .. } = at;
        let fail = |span: &Range<usize>, reason: &str| {
            let fault = Fault::Spread { key: key.path.to_owned(), reason: reason.to_owned() };
            let error = ScenarioError::new(fault, Some(entry.place_of(span.clone())));
            Err(Box::new(error.key(key.path).help(EXAMPLE)))
        };
        let whole = &entry.node.span;
        let Some(value) = &numbers.value else { return fail(whole, "`value` is missing") };
        let first = ["low", "high", "shape"].into_iter().find_map(|name| find(fields, name));
        if let (Some(field), false) = (first, key.form == Form::Quantity) {
            return fail(&field.name_span, "only a quantity has a spread");
        }
        let (low, high) = match (&numbers.low, &numbers.high, find(fields, "shape")) {
            (Some(low), Some(high), _) => (low, high),
            (Some(_), None, _) => return fail(whole, "`low` stands without `high`"),
            (None, Some(_), _) => return fail(whole, "`high` stands without `low`"),
            (None, None, Some(field)) => {
                return fail(&field.name_span, "a `shape` needs `low` and `high`");
            }
            (None, None, None) => return Ok(()),
        };
        if !(low.base <= value.base && value.base <= high.base) {
            let shown = |single: &Single| key.text(single.base, self.price_year);
            let (low, value, high) = (shown(low), shown(value), shown(high));
            let fault = Fault::Order { key: key.path.to_owned(), low, value, high };
            let error = ScenarioError::new(fault, Some(entry.place())).key(key.path);
            return Err(Box::new(error.label("wanted: low at most value at most high")));
        }
        if numbers.shape == Some(Shape::Lognormal) && low.base <= 0.0 {
            let span = find(fields, "low").map_or(whole, |field| &field.node.span);
            return fail(span, "a lognormal shape needs a `low` above zero");
        }
        self.check_bell(at, fields, (low.base, value.base, high.base), numbers.shape)
    }

    /// Whether a value is the middle of its bell, and the bell has its points inside the range.
    fn check_bell(
        &self,
        Target { entry, key, .. }: Target<'_>,
        fields: &[Field],
        (low, value, high): (f64, f64, f64),
        shape: Option<Shape>,
    ) -> Outcome<()> {
        let range = key.range();
        let (bell, middle, off) = match shape {
            Some(Shape::Normal) => {
                let middle = 0.5 * (low + high);
                let bell = Distribution::normal_within((low, high), range);
                (bell, middle, (value - middle).abs() / (high - low))
            }
            Some(Shape::Lognormal) => {
                let middle = libm::sqrt(low * high);
                let bell = Distribution::lognormal_within((low, high), range);
                (bell, middle, libm::log(value / middle).abs() / libm::log(high / low))
            }
            _ => return Ok(()),
        };
        let word = shape.map_or("", Shape::word);
        let fail = |name: &str, reason: String, help: String| {
            let span = find(fields, name).map_or(&entry.node.span, |field| &field.node.span);
            let fault = Fault::Spread { key: key.path.to_owned(), reason };
            let error = ScenarioError::new(fault, Some(entry.place_of(span.clone())));
            Err(Box::new(error.key(key.path).help(help)))
        };
        if low < high && off > MOST_OFF_MIDDLE {
            let middle = key.text(middle, self.price_year);
            let reason = format!("the value is not the middle of a {word} shape, {middle}");
            let help = format!("write `value = \"{middle}\"`, or {TRIPLET}");
            return fail("value", reason, help);
        }
        if low < high && bell.is_none() {
            let reason = format!(
                "no {word} shape inside the range of the input has `low` and `high` as its 5 % and \
                    95 % points"
            );
            return fail("shape", reason, TRIPLET.to_owned());
        }
        Ok(())
    }
}

/// Whether the word says that a rate is nominal.
fn is_nominal(at: Target<'_>, word: &str) -> Outcome<bool> {
    let path = format!("{}.basis", at.key.path);
    if !RATES.contains(&at.key.path) {
        let reason = "only a discount rate has a basis".to_owned();
        let fault = Fault::Spread { key: at.key.path.to_owned(), reason };
        let place = at.entry.place_of(at.node.span.clone());
        return Err(Box::new(ScenarioError::new(fault, Some(place)).key(at.key.path)));
    }
    if BASES.contains(&word) {
        Ok(word == BASES[1])
    } else {
        Err(Box::new(unknown_choice(at, &path, word, &BASES)))
    }
}

fn find<'f>(fields: &'f [Field], name: &str) -> Option<&'f Field> {
    fields.iter().find(|field| field.name == name)
}

fn unknown_shape(entry: &Entry, key: &Key, word: &str, node: &TomlNode) -> ScenarioError {
    let names = Shape::ALL.map(Shape::word);
    unknown_choice(Target { entry, node, key }, &format!("{}.shape", key.path), word, &names)
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

#[cfg(test)]
mod tests {
    use crate::scenario::open;

    fn refused(set: &str) -> String {
        open("reference-2026", &[set.to_owned()]).unwrap_err().to_string()
    }

    #[test]
    fn a_value_off_the_middle_of_its_bell_is_refused_with_what_to_type() {
        let price = |value: &str, shape: &str| {
            format!(
                "launch.price={{ value = \"{value} USD2026/kg\", low = \"500 USD2026/kg\", \
                    high = \"5000 USD2026/kg\", shape = \"{shape}\" }}"
            )
        };
        for (value, shape, middle) in [("2700", "normal", "2750"), ("2750", "lognormal", "1581")] {
            let said = refused(&price(value, shape));
            assert!(said.contains("not the middle") && said.contains(middle), "{said}");
        }
        for (value, shape) in [("2750", "normal"), ("2720", "normal"), ("1581.14", "lognormal")] {
            assert!(open("reference-2026", &[price(value, shape)]).is_ok(), "{value} {shape}");
        }
    }

    #[test]
    fn a_bell_that_the_range_leaves_no_room_for_is_refused() {
        let said = refused(
            "it.utilization={ value = 0.5049995, low = 0.01, high = 0.999999, shape = \"normal\" }",
        );
        assert!(said.contains("no normal shape inside the range"), "{said}");
    }
}
