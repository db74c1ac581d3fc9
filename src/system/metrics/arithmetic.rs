//! What expressions of metrics are made of beside metrics and inputs, and how they are printed.

use crate::units::{
    Money, MoneyPerMass, OPERATING_YEAR_SECONDS, OperationRate, Ratio, Time, YEAR_SECONDS, fraction,
};

/// One.
pub const ONE: Ratio = fraction(1.0);
/// A year of 365.25 days.
pub const YEAR: Time = Time::from_base(YEAR_SECONDS);
/// The 8 760 hours that a year of work counts.
pub const OPERATING_YEAR: Time = Time::from_base(OPERATING_YEAR_SECONDS);
/// A day.
pub const DAY: Time = Time::from_base(86_400.0);
/// A petaflop per second.
pub const PETAFLOP_PER_SECOND: OperationRate = OperationRate::from_base(1.0e15);

/// Names that formulas may use beside paths, in base units.
pub static FORMULA_CONSTANTS: &[(&str, f64)] = &[
    ("year", YEAR_SECONDS),
    ("operating_year", OPERATING_YEAR_SECONDS),
    ("day", DAY.base()),
    ("petaflop_per_second", PETAFLOP_PER_SECOND.base()),
];

/// A price where it is not negative.
pub fn some_not_negative(price: MoneyPerMass) -> Option<MoneyPerMass> {
    Some(price).filter(|price| price.base() >= 0.0)
}

/// The larger of two prices.
pub fn max(one: Money, other: Money) -> Money {
    one.larger(other)
}

/// An expression as a reader types it, printed when the program is compiled: paths in place of
/// calls, constants in small letters.
///
/// `m.array().power_bol()? / case.it.power` becomes `array.power_bol / it.power`.
pub(super) struct Printed<const N: usize> {
    bytes: [u8; N],
    length: usize,
}

impl<const N: usize> Printed<N> {
    /// Prints code of `N` bytes; the text is never longer.
    pub(super) const fn new(code: &str) -> Self {
        let code = code.as_bytes();
        let (mut printed, mut at) = (Self { bytes: [b' '; N], length: 0 }, 0);
        while at < code.len() {
            let skipped = silent(code, at);
            if skipped > 0 {
                at += skipped;
            } else if starts(code, at, b"ONE") && is_word_start(code, at) {
                printed.push(b'1');
                at += 3;
            } else {
                printed.push(if code[at].is_ascii_whitespace() { b' ' } else { code[at] });
                at += 1;
            }
        }
        printed
    }

    const fn push(&mut self, byte: u8) {
        let repeats_space = byte == b' ' && self.length > 0 && self.bytes[self.length - 1] == b' ';
        if !repeats_space {
            self.bytes[self.length] = byte.to_ascii_lowercase();
            self.length += 1;
        }
    }

    /// The text.
    pub(super) const fn text(&self) -> &str {
        match std::str::from_utf8(self.bytes.split_at(self.length).0) {
            Ok(text) => text,
            Err(_) => "",
        }
    }
}

/// Bytes of code at a place that a reader does not see.
const fn silent(code: &[u8], at: usize) -> usize {
    let is_start = is_word_start(code, at);
    if is_start && starts(code, at, b"m.") || starts(code, at, b"()") || is_whole(code, at) {
        2
    } else if is_start && starts(code, at, b"case.") {
        5
    } else if code[at] == b'?' {
        1
    } else {
        0
    }
}

const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'.'
}

const fn is_word_start(code: &[u8], at: usize) -> bool {
    at == 0 || !is_word(code[at - 1])
}

/// Whether the `.0` of a whole number stands here.
const fn is_whole(code: &[u8], at: usize) -> bool {
    let is_last = at + 2 >= code.len() || !is_word(code[at + 2]);
    starts(code, at, b".0") && is_last && at > 0 && code[at - 1].is_ascii_digit()
}

const fn starts(code: &[u8], at: usize, with: &[u8]) -> bool {
    let mut same = 0;
    while same < with.len() && at + same < code.len() && code[at + same] == with[same] {
        same += 1;
    }
    same == with.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_is_printed_as_arithmetic_over_paths() {
        let code = "(ONE + m.satellite().spares()? / m.satellite().count()?)\n    * case.it.price";
        let text = "(1 + satellite.spares / satellite.count) * it.price";
        assert_eq!(Printed::<80>::new(code).text(), text);
        let code = "2.0 * DAY + 1.05 * case.it.life * OPERATING_YEAR";
        assert_eq!(Printed::<80>::new(code).text(), "2 * day + 1.05 * it.life * operating_year");
    }
}
