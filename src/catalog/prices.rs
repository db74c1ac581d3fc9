//! Money of one year in money of another, in one place.

use std::collections::BTreeMap;

use thiserror::Error;

use crate::units::parse::{Currency, MoneyBasis};

/// Why money cannot be converted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PriceError {
    /// The year has no index.
    #[error("no price index for {year}; the index covers {first} to {last}")]
    NoIndex {
        /// The year asked for.
        year: u16,
        /// First year of the index.
        first: u16,
        /// Last year of the index.
        last: u16,
    },
    /// The currency has no rate in that year.
    #[error("no exchange rate from {currency} to USD in {year}; rates cover {first} to {last}")]
    NoRate {
        /// The currency.
        currency: &'static str,
        /// The year asked for.
        year: u16,
        /// First year with a rate.
        first: u16,
        /// Last year with a rate.
        last: u16,
    },
    /// The money does not say its year.
    #[error("money without a price year")]
    NoYear,
}

/// Consumer prices by year, and the exchange rate.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PriceIndex {
    pub(super) by_year: BTreeMap<u16, f64>,
    /// Dollars per euro with the years that it is good for.
    pub(super) euro: Option<(f64, u16, u16)>,
}

impl PriceIndex {
    /// The index of a year.
    ///
    /// # Errors
    /// [`PriceError::NoIndex`] outside the table.
    pub fn index(&self, year: u16) -> Result<f64, PriceError> {
        let (first, last) = self.years();
        self.by_year.get(&year).copied().ok_or(PriceError::NoIndex { year, first, last })
    }

    /// First and last year of the table.
    pub fn years(&self) -> (u16, u16) {
        let first = self.by_year.keys().next().copied().unwrap_or_default();
        let last = self.by_year.keys().next_back().copied().unwrap_or_default();
        (first, last)
    }

    /// What a value in `from` is multiplied by to be in dollars of `price_year`, if it holds money
    /// to `power`.
    ///
    /// Money of the price year itself needs no index.
    ///
    /// # Errors
    /// [`PriceError`] if the year is not stated, or has no index or rate.
    pub fn factor(&self, from: MoneyBasis, price_year: u16, power: i8) -> Result<f64, PriceError> {
        let year = from.year.ok_or(PriceError::NoYear)?;
        let rate = match (from.currency, self.euro) {
            (Currency::Usd, _) => 1.0,
            (Currency::Eur, Some((rate, first, last))) if (first..=last).contains(&year) => rate,
            (Currency::Eur, known) => {
                let (first, last) = known.map_or((0, 0), |(_, first, last)| (first, last));
                return Err(PriceError::NoRate {
                    currency: from.currency.code(),
                    year,
                    first,
                    last,
                });
            }
        };
        let inflation =
            if year == price_year { 1.0 } else { self.index(price_year)? / self.index(year)? };
        Ok((rate * inflation).powi(i32::from(power)))
    }
}
