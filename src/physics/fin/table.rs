//! The fin's effectiveness as a sum of Chebyshev polynomials, made at build time from its CSV.

/// Terms in the conductance number.
pub(super) const NUMBER_TERMS: usize = 11;
/// Terms in the sink ratio.
pub(super) const SINK_TERMS: usize = 10;
/// Highest conductance number of the table.
pub(super) const HIGHEST_NUMBER: f64 = 20.0;
/// Factor in 1/√(1 + 2 Nc).
pub(super) const STRETCH: f64 = 2.0;
/// The table's unit: one billionth.
pub(super) const UNIT: f64 = 1.0e-9;

/// Coefficients: a row for each power of the conductance number's variable.
const COEFFICIENTS: [[f64; SINK_TERMS]; NUMBER_TERMS] =
    read(include_bytes!("../data/fin_effectiveness.csv"));

/// Reads whole billionths; the first line names the columns.
const fn read(text: &[u8]) -> [[f64; SINK_TERMS]; NUMBER_TERMS] {
    let mut rows = [[0.0; SINK_TERMS]; NUMBER_TERMS];
    let mut at = 0;
    while text[at] != b'\n' {
        at += 1;
    }
    let mut cell = 0;
    while cell < NUMBER_TERMS * SINK_TERMS {
        at += 1;
        let negative = text[at] == b'-';
        if negative {
            at += 1;
        }
        let mut whole: i64 = 0;
        while text[at] != b',' && text[at] != b'\n' {
            whole = whole * 10 + (text[at] - b'0') as i64;
            at += 1;
        }
        let value = whole as f64 * UNIT;
        rows[cell / SINK_TERMS][cell % SINK_TERMS] = if negative { -value } else { value };
        cell += 1;
    }
    rows
}

/// The same sum in powers of both variables, which costs half as much; rounding stays below 1e-12.
static POWERS: [[f64; SINK_TERMS]; NUMBER_TERMS] = powers(&COEFFICIENTS);

/// From polynomials to powers, first along the rows and then along the columns.
const fn powers(
    polynomials: &[[f64; SINK_TERMS]; NUMBER_TERMS],
) -> [[f64; SINK_TERMS]; NUMBER_TERMS] {
    let mut sums = [[0.0; SINK_TERMS]; NUMBER_TERMS];
    let (mut one, mut other) = (0, 0);
    let (numbers, sinks) = (chebyshev::<NUMBER_TERMS>(), chebyshev::<SINK_TERMS>());
    while one < NUMBER_TERMS * SINK_TERMS {
        while other < NUMBER_TERMS * SINK_TERMS {
            let (number, sink) = (one / SINK_TERMS, one % SINK_TERMS);
            let (row, column) = (other / SINK_TERMS, other % SINK_TERMS);
            sums[row][column] +=
                polynomials[number][sink] * numbers[number][row] * sinks[sink][column];
            other += 1;
        }
        other = 0;
        one += 1;
    }
    sums
}

/// Coefficients of the first Chebyshev polynomials: a row for each, its powers from zero.
const fn chebyshev<const N: usize>() -> [[f64; N]; N] {
    let mut rows = [[0.0; N]; N];
    rows[0][0] = 1.0;
    rows[1][1] = 1.0;
    let mut row = 2;
    while row < N {
        let mut power = 0;
        while power < N {
            let raised = if power > 0 { 2.0 * rows[row - 1][power - 1] } else { 0.0 };
            rows[row][power] = raised - rows[row - 2][power];
            power += 1;
        }
        row += 1;
    }
    rows
}

/// The coefficients, for the test that makes them anew.
#[cfg(test)]
pub(super) fn coefficients() -> &'static [[f64; SINK_TERMS]; NUMBER_TERMS] {
    &COEFFICIENTS
}

/// The conductance number's variable, 1 at zero and least at the table's end.
pub(super) fn variable(number: f64) -> f64 {
    1.0 / (1.0 + STRETCH * number).sqrt()
}

/// Effectiveness inside the table.
pub(super) fn effectiveness(number: f64, sink: f64) -> f64 {
    let least = variable(HIGHEST_NUMBER);
    let first = (2.0 * variable(number) - 1.0 - least) / (1.0 - least);
    let second = 2.0 * sink - 1.0;
    // Columns are summed first, side by side, then over the sink's powers.
    let mut columns = POWERS[NUMBER_TERMS - 1];
    for row in POWERS[..NUMBER_TERMS - 1].iter().rev() {
        for (column, coefficient) in columns.iter_mut().zip(row) {
            *column = *column * first + coefficient;
        }
    }
    columns.iter().rev().fold(0.0, |sum, column| sum * second + column)
}
