//! Text becomes a quantity: `650 km`, `1361 W/m2`, `1500 USD2026/kg`.
//!
//! A number (`1e3`, `1_000`, `−3`), then units joined by a space, `*`, `·` or `/`, with powers
//! written `m2`, `m^2` or `m²`. Units join from left to right: `USD2026/kW/yr` divides twice. Money
//! names its currency and price year. A price per power and year counts the year as 8 760 hours;
//! every other year has 365.25 days. `degC` is a point on the Celsius scale where it stands alone,
//! and a kelvin within a product. `rad` is an absorbed dose; the angle is `radian` or `deg`. A dose
//! is no energy per mass, a share (`%`) no count, and `Hz` no rate of events.

mod date;
mod error;
mod reader;
mod table;

use std::ops::Range;

pub use date::{format_date, parse_date};
pub use error::{UnitError, UnitFault};
use reader::{MoneyYear, UnitReader};
use table::UnitScale;

use super::words::dimension_words;
use super::{DIMENSIONLESS, Exponents, PER_TIME, Sort};

/// A currency that prices are written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Currency {
    /// United States dollar.
    Usd,
    /// Euro.
    Eur,
}

impl Currency {
    /// Its letters.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Usd => "USD",
            Self::Eur => "EUR",
        }
    }
}

/// Currency and price year of a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct MoneyBasis {
    /// The currency.
    pub currency: Currency,
    /// The year whose money it is; none in a unit of a table that states the year elsewhere.
    pub year: Option<u16>,
}

/// Words in a unit that tell quantities of equal exponents apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each word of a unit marks on its own")]
pub struct Marks {
    /// A share: `%`, `ppm`.
    pub share: bool,
    /// Things that are counted: `launches`, `GPU`.
    pub count: bool,
    /// Waves: `Hz`.
    pub wave: bool,
    /// Emissions: `kgCO2`, `tCO2e`.
    pub emission: bool,
    /// A quotient of two units of a dimension: `kg/kg`, `W/kW`.
    pub quotient: bool,
}

impl Marks {
    /// Words for what these marks say, where a quantity of a sort may not be it.
    const fn refused_by(self, sort: Sort) -> Option<&'static str> {
        match sort {
            Sort::Count | Sort::Ratio | Sort::Wave | Sort::Emission if self.share => {
                Some("a share")
            }
            Sort::Plain | Sort::Ratio | Sort::Wave | Sort::Emission if self.count => {
                Some("a count")
            }
            Sort::Plain | Sort::Count | Sort::Ratio | Sort::Emission if self.wave => {
                Some("a frequency of waves")
            }
            Sort::Plain | Sort::Count if self.quotient => Some("a ratio of two quantities"),
            _ => None,
        }
    }
}

/// A unit: what one of it is worth in base units.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Unit {
    scale: UnitScale,
    offset: f64,
    /// Money in it.
    pub money: Option<MoneyBasis>,
    /// Words in it that tell things of equal exponents apart.
    pub marks: Marks,
}

impl Unit {
    /// Its dimension.
    pub const fn exponents(&self) -> Exponents {
        self.scale.exponents
    }

    /// A value in this unit, in base units; money stays in its own currency and price year.
    pub fn to_base(&self, value: f64) -> f64 {
        value * self.scale.numerator / self.scale.denominator + self.offset
    }

    /// A value in base units, in this unit.
    pub fn from_base(&self, base: f64) -> f64 {
        (base - self.offset) * self.scale.denominator / self.scale.numerator
    }

    /// Whether it is the Celsius scale, whose zero is not zero kelvin.
    pub fn is_celsius(&self) -> bool {
        self.offset > 0.0
    }

    /// Whether it is a unit of such a quantity.
    pub fn measures(&self, exponents: &Exponents, sort: Sort) -> bool {
        self.exponents() == *exponents && self.refused(sort).is_none()
    }

    /// What a number in this unit is, where a quantity of the sort may not be it.
    fn refused(&self, sort: Sort) -> Option<String> {
        let exponents = self.exponents();
        if self.marks.emission && sort != Sort::Emission {
            return Some("an emission of CO2".to_owned());
        }
        if self.is_celsius() {
            return (sort != Sort::Point).then(|| dimension_words(&exponents, Sort::Point));
        }
        let is_rate = exponents == PER_TIME;
        if exponents != DIMENSIONLESS && !is_rate {
            return None;
        }
        // A rate shown in `1/yr` is no ratio of two quantities.
        let sort = if is_rate && sort == Sort::Ratio { Sort::Plain } else { sort };
        let words = self.marks.refused_by(sort)?;
        let is_per_time = is_rate && !self.marks.wave;
        Some(if is_per_time { format!("{words} per time") } else { words.to_owned() })
    }
}

/// A quantity read from text.
#[derive(Debug, Clone, PartialEq)]
pub struct Parsed {
    /// Value in base units; money in its own currency and price year.
    pub value_base: f64,
    /// The number as written.
    pub number: f64,
    /// Its dimension.
    pub exponents: Exponents,
    /// Price year, if it is a price.
    pub price_year: Option<u16>,
    /// The unit; none after a bare number.
    pub unit: Option<Unit>,
    /// Bytes of the number.
    pub number_span: Range<usize>,
    /// Bytes of the unit; empty after a bare number.
    pub unit_span: Range<usize>,
}

impl Parsed {
    /// Currency and price year, if it is a price.
    pub fn money(&self) -> Option<MoneyBasis> {
        self.unit.and_then(|unit| unit.money)
    }

    /// Whether it was written on the Celsius scale.
    pub fn is_celsius(&self) -> bool {
        self.unit.is_some_and(|unit| unit.is_celsius())
    }

    /// The value in base units, if the dimension and the sort are those wanted. `text` is what was
    /// read.
    ///
    /// # Errors
    /// [`UnitFault::MissingUnit`] for a bare number, [`UnitFault::Dimension`] for another dimension
    /// or another thing of this dimension.
    pub fn expect(&self, exponents: &Exponents, sort: Sort, text: &str) -> Result<f64, UnitError> {
        let same = self.exponents == *exponents;
        let refused = self.unit.and_then(|unit| unit.refused(sort));
        if same && refused.is_none() {
            return Ok(self.value_base);
        }
        let expected = dimension_words(exponents, sort);
        let found = text.trim().to_owned();
        if self.unit.is_none() {
            let fault = UnitFault::MissingUnit { expected, found };
            return Err(UnitError { span: self.number_span.clone(), fault });
        }
        let found_words = match refused {
            Some(words) if same => words,
            _ => dimension_words(&self.exponents, self.sort()),
        };
        let span = self.number_span.start..self.unit_span.end;
        Err(UnitError { span, fault: UnitFault::Dimension { expected, found_words, found } })
    }

    /// The sort that its words name; without such a word, the first of its dimension.
    pub fn sort(&self) -> Sort {
        match self.unit.map(|unit| unit.marks) {
            Some(marks) if marks.emission => Sort::Emission,
            Some(marks) if marks.wave => Sort::Wave,
            Some(marks) if marks.count => Sort::Count,
            _ => Sort::Point,
        }
    }
}

/// Reads a quantity such as `1500 USD2026/kg`; a bare number is a quantity without dimension.
///
/// # Errors
/// [`UnitError`] with the bytes at fault.
pub fn parse_quantity(text: &str) -> Result<Parsed, UnitError> {
    let mut reader = UnitReader::new(text, MoneyYear::Stated);
    reader.skip_space();
    if reader.rest().is_empty() {
        return Err(UnitError { span: 0..text.len(), fault: UnitFault::Empty });
    }
    if reader.rest().starts_with(['$', '€']) {
        return Err(reader.leading_sign());
    }
    let (number, number_span) = reader.number()?;
    reader.skip_space();
    let start = reader.at;
    if reader.rest().is_empty() {
        let unit_span = number_span.end..number_span.end;
        return Ok(Parsed {
            value_base: number,
            number,
            exponents: DIMENSIONLESS,
            price_year: None,
            unit: None,
            number_span,
            unit_span,
        });
    }
    let unit = reader.whole_unit()?;
    let unit_span = start..text.trim_end().len();
    let value_base = unit.to_base(number);
    if !value_base.is_finite() || (number != 0.0 && value_base == 0.0 && !unit.is_celsius()) {
        let fault = UnitFault::Size { found: text.trim().to_owned() };
        return Err(UnitError { span: number_span.start..unit_span.end, fault });
    }
    Ok(Parsed {
        value_base,
        number,
        exponents: unit.exponents(),
        price_year: unit.money.and_then(|money| money.year),
        unit: Some(unit),
        number_span,
        unit_span,
    })
}

/// Reads a unit alone, such as `USD/kg`; here money may leave its year to a column of the table.
///
/// # Errors
/// [`UnitError`] with the bytes at fault.
pub fn parse_unit(text: &str) -> Result<Unit, UnitError> {
    let mut reader = UnitReader::new(text, MoneyYear::Elsewhere);
    reader.skip_space();
    if reader.rest().is_empty() {
        return Err(UnitError { span: 0..text.len(), fault: UnitFault::Empty });
    }
    reader.whole_unit()
}

#[cfg(test)]
mod tests;
