//! Reads the text of a quantity from left to right.

use std::ops::Range;

use super::table::{
    MONEY, MONEY_PREFIXES, UnitScale, is_celsius, is_count, is_emission, is_share, is_wave,
    look_up, nearest,
};
use super::{Currency, DIMENSIONLESS, Marks, MoneyBasis, Unit, UnitError, UnitFault};

/// Parentheses may be nested this deep.
const DEPTH_LIMIT: usize = 8;
/// Zero of the Celsius scale.
const CELSIUS_ZERO: f64 = 273.15;
/// Price year shown in a message where none is known.
const SHOWN_YEAR: u16 = 2026;

/// Whether money must name its year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum MoneyYear {
    Stated,
    Elsewhere,
}

/// The first money unit and, if another came, that one.
struct SeenMoney {
    basis: MoneyBasis,
    word: String,
    other: Option<(String, Range<usize>)>,
}

/// Reads the text from left to right.
pub(super) struct UnitReader<'t> {
    text: &'t str,
    pub(super) at: usize,
    money_year: MoneyYear,
    seen: Option<SeenMoney>,
    /// Whether the Celsius scale occurred.
    celsius: bool,
    /// Words of which there are things that share their exponents.
    marks: Marks,
    /// Number of unit words read.
    terms: usize,
    /// Whether one of them has a dimension.
    has_dimension: bool,
}

impl<'t> UnitReader<'t> {
    pub(super) fn new(text: &'t str, money_year: MoneyYear) -> Self {
        Self {
            text,
            at: 0,
            money_year,
            seen: None,
            celsius: false,
            marks: Marks::default(),
            terms: 0,
            has_dimension: false,
        }
    }

    pub(super) fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn skip_space(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> bool {
        match self.peek().filter(|&found| wanted(found)) {
            Some(found) => {
                self.at += found.len_utf8();
                true
            }
            None => false,
        }
    }

    fn digits(&mut self) -> bool {
        let start = self.at;
        while self.take(|c| c.is_ascii_digit())
            || (self.at > start
                && self.rest().starts_with('_')
                && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit())
                && self.take(|c| c == '_'))
        {}
        self.at > start
    }

    fn fail<T>(span: Range<usize>, fault: UnitFault) -> Result<T, UnitError> {
        Err(UnitError { span, fault })
    }

    /// The text from the cursor to the next space, for messages.
    fn word_here(&self) -> (Range<usize>, String) {
        let rest = self.rest();
        let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
        (self.at..self.at + end, rest[..end].to_owned())
    }

    pub(super) fn number(&mut self) -> Result<(f64, Range<usize>), UnitError> {
        let start = self.at;
        self.take(is_sign);
        let whole = self.digits();
        let point = self.at;
        let part = self.take(|c| c == '.') && self.digits();
        if !part && !whole {
            self.at = start;
            let (span, found) = self.word_here();
            return Self::fail(span, UnitFault::NotANumber { found });
        }
        if !part {
            self.at = point;
            self.take(|c| c == '.');
        }
        if self.rest().starts_with(',')
            && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit())
        {
            while self.take(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | '_')) {}
            let found = self.text[start..self.at].to_owned();
            let meant = without_commas(&found);
            return Self::fail(start..self.at, UnitFault::Comma { found, meant });
        }
        let end = self.at;
        if self.take(|c| matches!(c, 'e' | 'E')) {
            self.take(is_sign);
            if !self.digits() {
                self.at = end;
            }
        }
        let span = start..self.at;
        let written = &self.text[span.clone()];
        let plain: String =
            written.chars().filter(|&c| c != '_').map(|c| if c == '−' { '-' } else { c }).collect();
        let mantissa = plain.split(['e', 'E']).next().unwrap_or_default();
        let is_zero = !mantissa.contains(|c: char| c.is_ascii_digit() && c != '0');
        match plain.parse::<f64>() {
            Ok(value) if value.is_finite() && (is_zero || value != 0.0) => Ok((value, span)),
            Ok(_) => Self::fail(span, UnitFault::Size { found: written.to_owned() }),
            Err(_) => Self::fail(span, UnitFault::NotANumber { found: written.to_owned() }),
        }
    }

    pub(super) fn whole_unit(&mut self) -> Result<Unit, UnitError> {
        let start = self.at;
        let scale = self.product(0)?;
        if !self.rest().is_empty() {
            let (span, found) = self.word_here();
            return Self::fail(span, UnitFault::Unexpected { found });
        }
        let money = match self.seen.take() {
            Some(SeenMoney { word: first, other: Some((second, span)), .. })
                if scale.exponents[8] != 0 =>
            {
                return Self::fail(span, UnitFault::MixedMoney { first, second });
            }
            Some(SeenMoney { basis, other: None, .. }) if scale.exponents[8] != 0 => Some(basis),
            _ => None,
        };
        let stands_alone = self.celsius && self.terms == 1 && scale.exponents[4] == 1;
        let offset = if stands_alone { CELSIUS_ZERO } else { 0.0 };
        let scale = scale.reduced().with_operating_year();
        if !(scale.numerator / scale.denominator).is_normal() {
            let found = self.text[start..].trim().to_owned();
            return Self::fail(start..self.text.trim_end().len(), UnitFault::Size { found });
        }
        let quotient = self.has_dimension && scale.exponents == DIMENSIONLESS;
        Ok(Unit { scale, offset, money, marks: Marks { quotient, ..self.marks } })
    }

    fn product(&mut self, depth: usize) -> Result<UnitScale, UnitError> {
        let mut total = UnitScale::ONE;
        let (mut divide, mut divided) = (false, false);
        let mut expects_term = true;
        loop {
            self.skip_space();
            let start = self.at;
            if self.take(|c| c == '/') || self.take_word("per") {
                if divide || (expects_term && self.terms > 0) {
                    let found = self.text[start..self.at].to_owned();
                    return Self::fail(start..self.at, UnitFault::Unexpected { found });
                }
                divide = true;
                expects_term = true;
                continue;
            }
            if !expects_term && self.take(|c| matches!(c, '*' | '·' | '⋅' | '×')) {
                expects_term = true;
                continue;
            }
            if !expects_term && self.hyphen() {
                divide = divided;
                expects_term = true;
                continue;
            }
            if self.rest().is_empty() || self.rest().starts_with(')') {
                break;
            }
            let (term, power) = self.term(depth)?;
            let power = if divide { power.checked_neg() } else { Some(power) };
            let product = power.and_then(|power| total.times(term, power));
            let Some(product) = product else {
                let found = self.text[start..self.at].to_owned();
                return Self::fail(start..self.at, UnitFault::Power { found });
            };
            total = product;
            divided = divide;
            divide = false;
            expects_term = false;
        }
        if expects_term {
            return Self::fail(self.text.len()..self.text.len(), UnitFault::Truncated);
        }
        Ok(total)
    }

    /// A hyphen between two units, as in `GPU-h`; it binds tighter than a division.
    fn hyphen(&mut self) -> bool {
        let mut rest = self.rest().chars();
        let joins =
            rest.next().is_some_and(is_minus) && rest.next().is_some_and(char::is_alphabetic);
        joins && self.take(is_minus)
    }

    fn take_word(&mut self, word: &str) -> bool {
        let follows = self.rest().strip_prefix(word);
        let whole = follows.is_some_and(|rest| rest.starts_with([' ', '(']));
        if whole {
            self.at += word.len();
        }
        whole
    }

    fn term(&mut self, depth: usize) -> Result<(UnitScale, i8), UnitError> {
        let start = self.at;
        if self.take(|c| c == '(') {
            if depth == DEPTH_LIMIT {
                return Self::fail(start..self.at, UnitFault::Depth { limit: DEPTH_LIMIT });
            }
            let inner = self.product(depth + 1)?;
            if !self.take(|c| c == ')') {
                return Self::fail(start..start + 1, UnitFault::Unclosed);
            }
            return Ok((inner, self.power(start)?));
        }
        let one = self.rest().strip_prefix('1');
        if one.is_some_and(|rest| {
            !rest.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '_'))
        }) {
            self.at += 1;
            self.terms += 1;
            return Ok((UnitScale::ONE, 1));
        }
        while if self.at == start { self.take(begins_unit) } else { self.take(is_unit_char) } {
            if self.text[start..self.at].ends_with('%') {
                break;
            }
        }
        if self.at == start {
            let (span, found) = self.word_here();
            return Self::fail(span, UnitFault::Unexpected { found });
        }
        self.terms += 1;
        let scale = self.word(start)?;
        Ok((scale, self.power(start)?))
    }

    /// The unit word from `start` to the cursor; digits at its end are given back as a power.
    fn word(&mut self, start: usize) -> Result<UnitScale, UnitError> {
        let word = &self.text[start..self.at];
        if let Some(scale) = self.money(start)? {
            return Ok(scale);
        }
        let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
        let found =
            look_up(word).or_else(|| look_up(letters).inspect(|_| self.at = start + letters.len()));
        let Some(scale) = found else {
            let fault =
                UnitFault::UnknownUnit { found: letters.to_owned(), nearest: suggestion(letters) };
            return Self::fail(start..start + letters.len(), fault);
        };
        if is_celsius(letters) {
            self.celsius = true;
        }
        self.marks.share |= is_share(letters);
        self.marks.count |= is_count(letters);
        self.marks.wave |= is_wave(letters);
        self.marks.emission |= is_emission(&self.text[start..self.at]);
        self.has_dimension |= scale.exponents != DIMENSIONLESS;
        if letters.ends_with("rad") && self.rest().starts_with("(Si)") {
            self.at += "(Si)".len();
        }
        Ok(scale)
    }

    /// A money word such as `MUSD2026`.
    fn money(&mut self, start: usize) -> Result<Option<UnitScale>, UnitError> {
        let word = &self.text[start..self.at];
        let span = start..self.at;
        let Some((multiple, currency, digits)) = split_money(word) else { return Ok(None) };
        let year = match digits {
            "" if self.money_year == MoneyYear::Elsewhere => None,
            "" => return Err(self.without_year(span, multiple, currency)),
            digits => match digits.parse::<u16>() {
                Ok(year) if (1950..=2100).contains(&year) => Some(year),
                _ => {
                    let digits_span = span.end - digits.len()..span.end;
                    return Self::fail(digits_span, UnitFault::Year { found: digits.to_owned() });
                }
            },
        };
        let basis = MoneyBasis { currency, year };
        match &mut self.seen {
            None => self.seen = Some(SeenMoney { basis, word: word.to_owned(), other: None }),
            Some(seen) if seen.basis != basis && seen.other.is_none() => {
                seen.other = Some((word.to_owned(), span));
            }
            Some(_) => {}
        }
        let multiple =
            MONEY_PREFIXES.iter().find(|(letter, _)| *letter == multiple).map_or(1.0, |(_, m)| *m);
        Ok(Some(UnitScale { numerator: multiple, exponents: MONEY, ..UnitScale::ONE }))
    }

    /// The error of a currency without year, with the whole text as it should be.
    fn without_year(&self, span: Range<usize>, multiple: &str, currency: Currency) -> UnitError {
        let after = &self.text[span.end..];
        let spaced = after.trim_start();
        let year: String = spaced.chars().take_while(char::is_ascii_digit).collect();
        let joined = year.len() == 4 && spaced.len() < after.len();
        let end = if joined { self.text.len() - spaced.len() + 4 } else { span.end };
        let year = if joined { year } else { SHOWN_YEAR.to_string() };
        let before = &self.text[..span.start];
        let gap = if before.ends_with(|c: char| c.is_ascii_digit()) { " " } else { "" };
        let meant =
            format!("{before}{gap}{multiple}{}{year}{}", currency.code(), &self.text[end..]);
        let fault = UnitFault::MoneyWithoutYear {
            found: self.text[span.clone()].to_owned(),
            meant: meant.trim().to_owned(),
        };
        UnitError { span, fault }
    }

    /// The error of `$1500/kg`.
    pub(super) fn leading_sign(&mut self) -> UnitError {
        let start = self.at;
        let code = if self.take(|c| c == '$') { "USD" } else { "EUR" };
        if code == "EUR" {
            self.take(|c| c == '€');
        }
        let span = start..self.at;
        let found = self.text[span.clone()].to_owned();
        self.skip_space();
        let meant = match self.number() {
            Ok((_, number)) => {
                let unit = self.rest().trim();
                let (multiple, unit) = match unit.split_at_checked(1) {
                    Some(("k" | "M" | "B" | "T", rest))
                        if !rest.starts_with(char::is_alphabetic) =>
                    {
                        (&unit[..1], rest)
                    }
                    _ => ("", unit),
                };
                format!("{} {multiple}{code}{SHOWN_YEAR}{unit}", &self.text[number])
            }
            Err(_) => format!("1500 {code}{SHOWN_YEAR}"),
        };
        UnitError { span, fault: UnitFault::MoneyWithoutYear { found, meant } }
    }

    /// The power after a unit: `^2`, `**2`, `2`, `²`, `-1`.
    fn power(&mut self, start: usize) -> Result<i8, UnitError> {
        let marked = if self.rest().starts_with("**") {
            self.at += 2;
            true
        } else {
            self.take(|c| c == '^')
        };
        let opened = marked && self.take(|c| c == '(');
        let from = self.at;
        let mut written = String::new();
        while let Some(found) = self.peek() {
            let first = self.at == from;
            let after_sign = self.rest().chars().nth(1).is_some_and(|c| c.is_ascii_digit());
            match found {
                '-' | '−' | '+' if first && after_sign => {
                    written.push(if found == '+' { '+' } else { '-' });
                }
                _ if found.is_ascii_digit() => written.push(found),
                _ => match superscript(found) {
                    Some(plain) => written.push(plain),
                    None => break,
                },
            }
            self.at += found.len_utf8();
        }
        let closed = !opened || self.take(|c| c == ')');
        let text = || self.text[start..self.at].to_owned();
        if written.is_empty() && !marked {
            return Ok(1);
        }
        match written.parse::<i8>() {
            Ok(power) if closed && power.unsigned_abs() <= 12 => Ok(power),
            _ => Self::fail(start..self.at, UnitFault::Power { found: text() }),
        }
    }
}

/// Splits `MUSD2026` into multiple, currency and digits.
fn split_money(word: &str) -> Option<(&str, Currency, &str)> {
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let digits = &word[letters.len()..];
    let spellings = [
        ("USD", Currency::Usd),
        ("EUR", Currency::Eur),
        ("$", Currency::Usd),
        ("€", Currency::Eur),
    ];
    spellings.iter().find_map(|&(spelling, currency)| {
        let multiple = letters.strip_suffix(spelling)?;
        let known = MONEY_PREFIXES.iter().any(|(letter, _)| *letter == multiple);
        known.then_some((multiple, currency, digits))
    })
}

/// The number that was likely meant: commas group digits where three follow each, else a single one
/// is the decimal sign.
fn without_commas(found: &str) -> String {
    let groups = found.split('.').next().unwrap_or(found).split(',').skip(1);
    if groups.clone().all(|group| group.len() == 3) || found.contains('.') {
        return found.replace(',', "_");
    }
    if groups.count() == 1 { found.replace(',', ".") } else { found.replace(',', "_") }
}

/// The known spelling nearest to an unknown word; of money in other letters, the money.
fn suggestion(word: &str) -> Option<String> {
    let upper = word.to_uppercase();
    for multiple in ["", "K", "M", "B", "T"] {
        for code in ["USD", "EUR"] {
            if upper.strip_prefix(multiple) == Some(code) {
                return Some(format!("{}{code}", multiple.replace('K', "k")));
            }
        }
    }
    nearest(word)
}

fn is_sign(c: char) -> bool {
    c == '+' || is_minus(c)
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '−')
}

fn is_unit_char(c: char) -> bool {
    c.is_alphabetic() || c.is_ascii_digit() || matches!(c, '%' | '°' | '$' | '€' | 'µ')
}

fn begins_unit(c: char) -> bool {
    is_unit_char(c) && !c.is_ascii_digit()
}

fn superscript(c: char) -> Option<char> {
    Some(match c {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        '⁻' => '-',
        _ => return None,
    })
}
