//! The table of unit spellings.

use crate::units::Exponents;
use crate::units::quantities::{DIMENSIONLESS, OPERATING_YEAR_SECONDS, YEAR_SECONDS};

/// What a unit is worth in base units: `numerator / denominator`, kept apart so that `0.08
/// USD2026/kWh` is rounded once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct UnitScale {
    pub(super) numerator: f64,
    pub(super) denominator: f64,
    pub(super) exponents: Exponents,
    /// Power of the year in it, for prices per power and year.
    pub(super) years: i8,
}

impl UnitScale {
    pub(super) const ONE: Self =
        Self { numerator: 1.0, denominator: 1.0, exponents: DIMENSIONLESS, years: 0 };

    /// Product of this and `other` to a power; nothing if an exponent or the size leaves its range.
    pub(super) fn times(self, other: Self, power: i8) -> Option<Self> {
        let mut product = self;
        for (sum, exponent) in product.exponents.iter_mut().zip(other.exponents) {
            *sum = sum.checked_add(exponent.checked_mul(power)?)?;
        }
        product.years = product.years.checked_add(other.years.checked_mul(power)?)?;
        let (above, below) = if power < 0 {
            (other.denominator, other.numerator)
        } else {
            (other.numerator, other.denominator)
        };
        for _ in 0..power.unsigned_abs() {
            product.numerator *= above;
            product.denominator *= below;
        }
        let sound = |number: f64| number.is_finite() && number > 0.0;
        (sound(product.numerator) && sound(product.denominator)).then_some(product)
    }

    /// The same with the quotient in lowest terms where it is a whole number, so that `kg` is worth
    /// exactly one.
    pub(super) fn reduced(mut self) -> Self {
        if self.denominator > 1.0 && self.numerator % self.denominator == 0.0 {
            self.numerator /= self.denominator;
            self.denominator = 1.0;
        } else if self.numerator > 1.0 && self.denominator % self.numerator == 0.0 {
            self.denominator /= self.numerator;
            self.numerator = 1.0;
        }
        self
    }

    /// The same with the year of 8 760 hours, where the whole is a price per energy.
    pub(super) fn with_operating_year(mut self) -> Self {
        const PRICE_PER_ENERGY: Exponents = [-2, -1, 2, 0, 0, 0, 0, 0, 1, 0];
        if self.exponents == PRICE_PER_ENERGY {
            for _ in 0..self.years.max(0) {
                self.numerator *= OPERATING_YEAR_SECONDS / YEAR_SECONDS;
            }
            for _ in 0..self.years.min(0).unsigned_abs() {
                self.denominator *= OPERATING_YEAR_SECONDS / YEAR_SECONDS;
            }
        }
        self
    }
}

/// SI prefixes that a symbol takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Prefix {
    pub(super) symbol: &'static str,
    pub(super) name: &'static str,
    /// Power of a thousand, or of ten for `c`.
    numerator: u64,
    denominator: u64,
}

const fn prefix(
    symbol: &'static str,
    name: &'static str,
    numerator: u64,
    denominator: u64,
) -> Prefix {
    Prefix { symbol, name, numerator, denominator }
}

const NANO: Prefix = prefix("n", "nano", 1, 1_000_000_000);
const MICRO: Prefix = prefix("u", "micro", 1, 1_000_000);
const MILLI: Prefix = prefix("m", "milli", 1, 1_000);
const CENTI: Prefix = prefix("c", "centi", 1, 100);
const KILO: Prefix = prefix("k", "kilo", 1_000, 1);
const MEGA: Prefix = prefix("M", "mega", 1_000_000, 1);
const GIGA: Prefix = prefix("G", "giga", 1_000_000_000, 1);
const TERA: Prefix = prefix("T", "tera", 1_000_000_000_000, 1);
const PETA: Prefix = prefix("P", "peta", 1_000_000_000_000_000, 1);
const EXA: Prefix = prefix("E", "exa", 1_000_000_000_000_000_000, 1);

const NONE: &[Prefix] = &[];
const SMALL: &[Prefix] = &[NANO, MICRO, MILLI];
const KILO_ONLY: &[Prefix] = &[KILO, MEGA];
const BIG: &[Prefix] = &[KILO, MEGA, GIGA, TERA, PETA, EXA];
const LENGTHS: &[Prefix] = &[NANO, MICRO, MILLI, CENTI, KILO, MEGA, GIGA];
const ALL: &[Prefix] = &[NANO, MICRO, MILLI, KILO, MEGA, GIGA, TERA, PETA];

/// One unit: its spellings, what it is worth and the prefixes that it takes.
#[derive(Debug)]
pub(super) struct Symbol {
    pub(super) spellings: &'static [&'static str],
    numerator: f64,
    denominator: f64,
    exponents: Exponents,
    pub(super) prefixes: &'static [Prefix],
    years: i8,
}

impl Symbol {
    pub(super) fn scale(&self, prefix: Option<Prefix>) -> UnitScale {
        let (up, down) = prefix.map_or((1, 1), |prefix| (prefix.numerator, prefix.denominator));
        UnitScale {
            numerator: self.numerator * up as f64,
            denominator: self.denominator * down as f64,
            exponents: self.exponents,
            years: self.years,
        }
    }
}

macro_rules! symbols {
    ($($exponents:tt $prefixes:ident { $(
        $($spelling:literal)|+ = $numerator:expr
            $(, over $denominator:expr)? $(, years $years:literal)?;
    )+ })+) => {
        &[$($(Symbol {
            spellings: &[$($spelling),+],
            numerator: $numerator,
            denominator: symbols!(@or 1.0 $($denominator)?),
            exponents: $exponents,
            prefixes: $prefixes,
            years: symbols!(@or 0 $($years)?),
        }),+),+]
    };
    (@or $default:literal) => { $default };
    (@or $default:literal $value:expr) => { $value };
}

const DEGREE: f64 = std::f64::consts::PI / 180.0;
const POUND: f64 = 0.453_592_37;
const FOOT: f64 = 0.304_8;
const BTU: f64 = 1_055.055_852_62;
const OPERATING_DAY: f64 = 86_400.0;

/// Every unit; the first spelling is the one shown.
pub(super) static SYMBOLS: &[Symbol] = symbols! {
    // m kg s A K rad bit op USD Gy
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0] NONE {
        "%" | "percent" = 1.0, over 100.0;
        "ppm" = 1.0, over 1.0e6;
        "ppb" = 1.0, over 1.0e9;
        "count" | "fraction" | "ratio" = 1.0;
        "launches" | "launch" | "flights" | "flight" = 1.0;
        "GPU" | "GPUs" | "chip" | "chips" | "satellites" | "satellite" | "cycles" | "cycle" = 1.0;
        "doubling" | "propellant" = 1.0;
    }
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] LENGTHS { "m" = 1.0; }
    [1, 0, 0, 0, 0, 0, 0, 0, 0, 0] NONE {
        "AU" | "au" = 149_597_870_700.0;
        "ft" = FOOT; "mi" = 5_280.0 * FOOT; "nmi" = 1_852.0;
    }
    [2, 0, 0, 0, 0, 0, 0, 0, 0, 0] NONE { "acre" | "acres" = 43_560.0 * FOOT * FOOT; "ha" = 1.0e4; }
    [3, 0, 0, 0, 0, 0, 0, 0, 0, 0] NONE {
        "L" | "l" = 1.0, over 1_000.0;
        "mL" = 1.0, over 1.0e6;
        "gal" = 3.785_411_784, over 1_000.0;
    }
    [0, 1, 0, 0, 0, 0, 0, 0, 0, 0] ALL { "g" = 1.0, over 1_000.0; }
    [0, 1, 0, 0, 0, 0, 0, 0, 0, 0] BIG { "t" | "tonne" | "tonnes" = 1_000.0; }
    [0, 1, 0, 0, 0, 0, 0, 0, 0, 0] KILO_ONLY {
        "gCO2" | "gCO2e" = 1.0, over 1_000.0;
        "tCO2" | "tCO2e" = 1_000.0;
    }
    [0, 1, 0, 0, 0, 0, 0, 0, 0, 0] NONE { "lb" | "lbs" = POUND; }
    [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] SMALL { "s" | "sec" = 1.0; }
    [0, 0, 1, 0, 0, 0, 0, 0, 0, 0] NONE {
        "min" | "minute" | "minutes" = 60.0;
        "h" | "hr" | "hour" | "hours" = 3_600.0;
        "d" | "day" | "days" = OPERATING_DAY;
        "week" | "weeks" = 7.0 * OPERATING_DAY;
        "month" | "months" = YEAR_SECONDS, over 12.0, years 1;
        "yr" | "year" | "years" = YEAR_SECONDS, years 1;
    }
    [0, 0, 0, 1, 0, 0, 0, 0, 0, 0] ALL { "A" = 1.0; }
    [0, 0, 1, 1, 0, 0, 0, 0, 0, 0] ALL { "Ah" = 3_600.0; }
    [0, 0, 0, 0, 1, 0, 0, 0, 0, 0] SMALL { "K" | "kelvin" = 1.0; }
    [0, 0, 0, 0, 1, 0, 0, 0, 0, 0] NONE { "degC" | "°C" | "celsius" = 1.0; }
    [0, 0, 0, 0, 0, 1, 0, 0, 0, 0] NONE {
        "deg" | "°" | "degree" | "degrees" = DEGREE;
        "radian" | "radians" = 1.0;
        "mrad" = 1.0, over 1.0e3;
        "urad" = 1.0, over 1.0e6;
        "nrad" = 1.0, over 1.0e9;
        "arcmin" = DEGREE, over 60.0;
        "arcsec" = DEGREE, over 3_600.0;
    }
    [0, 0, 0, 0, 0, 0, 1, 0, 0, 0] BIG { "bit" | "bits" = 1.0; "B" | "byte" = 8.0; }
    [0, 0, 0, 0, 0, 0, 1, 0, 0, 0] NONE { "GiB" = 8_589_934_592.0; "TiB" = 8_796_093_022_208.0; }
    [0, 0, -1, 0, 0, 0, 1, 0, 0, 0] BIG { "bps" = 1.0; }
    [0, 0, 0, 0, 0, 0, 0, 1, 0, 0] BIG { "FLOP" | "flop" | "OP" = 1.0; }
    [0, 0, -1, 0, 0, 0, 0, 1, 0, 0] BIG { "FLOPS" | "OPS" = 1.0; }
    [0, 0, -1, 0, 0, 0, 0, 0, 0, 0] BIG { "Hz" = 1.0; }
    [1, 0, -2, 0, 0, 0, 0, 0, 0, 0] NONE { "g0" = 9.806_65; }
    [1, 1, -2, 0, 0, 0, 0, 0, 0, 0] ALL { "N" = 1.0; }
    [-1, 1, -2, 0, 0, 0, 0, 0, 0, 0] ALL { "Pa" = 1.0; "bar" = 1.0e5; }
    [2, 1, -2, 0, 0, 0, 0, 0, 0, 0] ALL { "J" = 1.0; "Wh" = 3_600.0; "eV" = 1.602_176_634e-19; }
    [2, 1, -2, 0, 0, 0, 0, 0, 0, 0] NONE { "Btu" | "BTU" = BTU; "MMBtu" = 1.0e6 * BTU; }
    [2, 1, -3, 0, 0, 0, 0, 0, 0, 0] ALL { "W" | "We" | "Wth" = 1.0; }
    [2, 1, -3, -1, 0, 0, 0, 0, 0, 0] ALL { "V" = 1.0; }
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] SMALL { "Gy" = 1.0; }
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] KILO_ONLY { "rad" = 1.0, over 100.0; }
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] NONE { "kGy" = 1_000.0; }
};

/// Multiples of a currency.
pub(super) const MONEY_PREFIXES: &[(&str, f64)] =
    &[("", 1.0), ("k", 1.0e3), ("M", 1.0e6), ("B", 1.0e9), ("T", 1.0e12)];

/// Exponents of money.
pub(super) const MONEY: Exponents = [0, 0, 0, 0, 0, 0, 0, 0, 1, 0];

/// The unit of a word such as `kWh`; `μ` and `µ` stand for micro.
pub(super) fn look_up(word: &str) -> Option<UnitScale> {
    let exact = SYMBOLS.iter().find(|symbol| symbol.spellings.contains(&word));
    if let Some(symbol) = exact {
        return Some(symbol.scale(None));
    }
    let plain = word.replace(['µ', 'μ'], "u");
    SYMBOLS
        .iter()
        .find_map(|symbol| {
            symbol.prefixes.iter().find_map(|&prefix| {
                let rest = plain.strip_prefix(prefix.symbol)?;
                symbol.spellings.contains(&rest).then(|| symbol.scale(Some(prefix)))
            })
        })
        .or_else(|| {
            SYMBOLS
                .iter()
                .find(|symbol| symbol.spellings.contains(&plain.as_str()))
                .map(|symbol| symbol.scale(None))
        })
}

/// Whether a word makes a share of a number.
pub(super) fn is_share(word: &str) -> bool {
    matches!(word, "%" | "percent" | "ppm" | "ppb")
}

/// Whether a word names things that are counted.
pub(super) fn is_count(word: &str) -> bool {
    const COUNTED: [&str; 12] = [
        "launches",
        "launch",
        "flights",
        "flight",
        "GPU",
        "GPUs",
        "chip",
        "chips",
        "satellites",
        "satellite",
        "cycles",
        "cycle",
    ];
    COUNTED.contains(&word) || word == "count"
}

/// Whether a word is a frequency of waves.
pub(super) fn is_wave(word: &str) -> bool {
    word.ends_with("Hz")
}

/// Whether a word is a mass of greenhouse gases.
pub(super) fn is_emission(word: &str) -> bool {
    word.ends_with("CO2") || word.ends_with("CO2e")
}

/// Whether a word is the Celsius scale.
pub(super) fn is_celsius(word: &str) -> bool {
    matches!(word, "degC" | "°C" | "celsius")
}

/// Names of units in full, for suggestions.
const LONG_NAMES: &[(&str, &str)] = &[
    ("meter", "m"),
    ("metre", "m"),
    ("gram", "g"),
    ("gramme", "g"),
    ("watt", "W"),
    ("joule", "J"),
    ("volt", "V"),
    ("ampere", "A"),
    ("amp", "A"),
    ("newton", "N"),
    ("pascal", "Pa"),
    ("hertz", "Hz"),
    ("gray", "Gy"),
    ("ton", "t"),
    ("liter", "L"),
    ("litre", "L"),
    ("gallon", "gal"),
    ("mile", "mi"),
    ("foot", "ft"),
    ("feet", "ft"),
    ("pound", "lb"),
    ("hectare", "ha"),
    ("watthour", "Wh"),
    ("watt-hour", "Wh"),
    ("degk", "K"),
    ("kelvin", "K"),
];

/// The known spelling nearest to a word, if one is near.
pub(super) fn nearest(word: &str) -> Option<String> {
    let lower = word.to_lowercase();
    let singular = lower.strip_suffix('s').unwrap_or(&lower);
    for (long, symbol) in LONG_NAMES {
        if singular == *long || lower == *long {
            return Some((*symbol).to_owned());
        }
        for prefix in LENGTHS.iter().chain(BIG) {
            if singular.strip_prefix(prefix.name) == Some(long) {
                let written = format!("{}{symbol}", prefix.symbol);
                return look_up(&written).is_some().then_some(written);
            }
        }
    }
    let mut best: Option<((usize, bool, usize), String)> = None;
    let mut consider = |written: String| {
        let known = written.to_lowercase();
        let same_letters = strsim::damerau_levenshtein(&lower, &known);
        let other_start = lower.chars().next() != known.chars().next();
        let rank = (same_letters, other_start, strsim::damerau_levenshtein(word, &written));
        if same_letters * 3 <= word.chars().count().max(3)
            && best.as_ref().is_none_or(|(other, _)| rank < *other)
        {
            best = Some((rank, written));
        }
    };
    for symbol in SYMBOLS {
        for spelling in symbol.spellings {
            consider((*spelling).to_owned());
            for prefix in symbol.prefixes {
                consider(format!("{}{spelling}", prefix.symbol));
            }
        }
    }
    best.map(|(_, written)| written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn no_spelling_means_two_things() {
        let mut seen: BTreeMap<String, UnitScale> = BTreeMap::new();
        for symbol in SYMBOLS {
            for spelling in symbol.spellings {
                let prefixed = symbol.prefixes.iter().map(|&prefix| Some(prefix));
                for prefix in prefixed.chain([None]) {
                    let written =
                        format!("{}{spelling}", prefix.map_or("", |prefix| prefix.symbol));
                    let scale = symbol.scale(prefix);
                    if let Some(other) = seen.insert(written.clone(), scale) {
                        assert_eq!(scale, other, "{written}");
                    }
                    assert_eq!(look_up(&written), Some(scale), "{written}");
                }
            }
        }
    }

    #[test]
    fn near_spellings_are_found() {
        for (typed, meant) in [
            ("Kw", "kW"),
            ("kwh", "kWh"),
            ("kilometers", "km"),
            ("KM", "km"),
            ("kgs", "kg"),
            ("GFLOPs", "GFLOPS"),
            ("mbps", "Mbps"),
            ("Whr", "Wh"),
            ("degK", "K"),
        ] {
            assert_eq!(nearest(typed).as_deref(), Some(meant), "{typed}");
        }
        assert_eq!(nearest("furlong"), None);
    }
}
