//! What messages call a quantity: its name with an article, an example, its base units.

use super::quantities::{BASE_SYMBOLS, DIMENSIONLESS, DIMENSIONS, DimensionWords, Exponents, Sort};

/// A quantity in words with its article, such as `a price per mass`; one without a name is shown by
/// its base units.
pub fn dimension_words(exponents: &Exponents, sort: Sort) -> String {
    if *exponents == DIMENSIONLESS && matches!(sort, Sort::Ratio | Sort::Emission) {
        return "a ratio of two quantities".to_owned();
    }
    let words = |named: &DimensionWords| named.words.to_owned();
    named(exponents, sort).map_or_else(|| format!("a quantity in {}", base_unit(exponents)), words)
}

/// A text of this quantity that can be typed, if it has a name.
pub fn dimension_example(exponents: &Exponents, sort: Sort) -> Option<&'static str> {
    named(exponents, sort).map(|dimension| dimension.example)
}

/// The quantity with these exponents, of this sort where there is one.
fn named(exponents: &Exponents, sort: Sort) -> Option<&'static DimensionWords> {
    let mut named = DIMENSIONS.iter().filter(|dimension| dimension.exponents == *exponents);
    let first = named.clone().next();
    named.find(|dimension| dimension.sort == sort).or(first)
}

/// The base units of a dimension as text that can be read back: `kg s-3`; empty without dimension.
pub fn base_unit(exponents: &Exponents) -> String {
    let mut parts = Vec::new();
    for (symbol, &exponent) in BASE_SYMBOLS.iter().zip(exponents) {
        match exponent {
            0 => {}
            1 => parts.push((*symbol).to_owned()),
            power => parts.push(format!("{symbol}^{power}")),
        }
    }
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::PER_TIME;

    #[test]
    fn dimensions_have_words() {
        let length = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
        let odd = [1, 0, 0, 0, 0, 0, 2, 0, 0, 0];
        assert_eq!(dimension_words(&length, Sort::Plain), "a length");
        assert_eq!(dimension_words(&odd, Sort::Plain), "a quantity in m bit^2");
        assert_eq!(
            dimension_example(&[0, -1, 0, 0, 0, 0, 0, 0, 1, 0], Sort::Plain),
            Some("1500 USD2026/kg")
        );
    }

    #[test]
    fn quantities_of_equal_exponents_have_words_of_their_own() {
        for (exponents, sort, words) in [
            (DIMENSIONLESS, Sort::Plain, "a number without unit"),
            (DIMENSIONLESS, Sort::Count, "a count"),
            (DIMENSIONLESS, Sort::Ratio, "a ratio of two quantities"),
            (PER_TIME, Sort::Plain, "a rate"),
            (PER_TIME, Sort::Ratio, "a rate"),
            (PER_TIME, Sort::Count, "a number per time"),
            (PER_TIME, Sort::Wave, "a frequency of waves"),
        ] {
            assert_eq!(dimension_words(&exponents, sort), words);
        }
    }
}
