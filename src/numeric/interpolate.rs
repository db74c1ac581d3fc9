//! Interpolation in tables of two columns.

/// Place of an argument in an ascending column: the row below it and the share of the way to the
/// next row.
///
/// `None` outside the column, for a column of fewer than two rows, and for an argument that is not
/// a number.
pub fn place(column: &[f64], argument: f64) -> Option<(usize, f64)> {
    let (first, last) = (column.first()?, column.last()?);
    if column.len() < 2 || !(argument >= *first && argument <= *last) {
        return None;
    }
    let row = column.partition_point(|x| *x <= argument).clamp(1, column.len() - 1) - 1;
    let width = column[row + 1] - column[row];
    Some((row, if width > 0.0 { (argument - column[row]) / width } else { 0.0 }))
}

/// Value between rows on a straight line; `None` outside the table.
pub fn linear(arguments: &[f64], values: &[f64], argument: f64) -> Option<f64> {
    let (row, share) = place(arguments, argument)?;
    let (low, high) = (*values.get(row)?, *values.get(row + 1)?);
    Some(low + share * (high - low))
}

/// Value between rows on a straight line, the nearest end outside the table; zero for an empty
/// table.
pub fn linear_held(arguments: &[f64], values: &[f64], argument: f64) -> f64 {
    let inside = linear(arguments, values, argument);
    let below = arguments.first().is_none_or(|first| argument <= *first);
    let end = if below { values.first() } else { values.last() };
    inside.or_else(|| end.copied()).unwrap_or(0.0)
}

/// Value between rows whose logarithm is on a straight line, as an exponential atmosphere is;
/// `None` outside the table and where a value is not positive.
pub fn log_linear(arguments: &[f64], values: &[f64], argument: f64) -> Option<f64> {
    let (row, share) = place(arguments, argument)?;
    let (low, high) = (*values.get(row)?, *values.get(row + 1)?);
    (low > 0.0 && high > 0.0).then(|| low * libm::exp(share * libm::log(high / low)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEIGHTS: [f64; 3] = [200.0, 300.0, 500.0];

    #[test]
    fn an_exponential_is_met_between_its_rows() {
        let density = HEIGHTS.map(|h| libm::exp(-h / 60.0));
        let got = log_linear(&HEIGHTS, &density, 430.0).unwrap();
        assert!((got / libm::exp(-430.0 / 60.0) - 1.0).abs() < 1e-14);
    }

    #[test]
    fn rows_themselves_are_met() {
        for (x, y) in HEIGHTS.iter().zip([4.0, 2.0, 8.0]) {
            assert!((linear(&HEIGHTS, &[4.0, 2.0, 8.0], *x).unwrap() - y).abs() < 1e-14);
        }
    }

    #[test]
    fn outside_the_table_there_is_no_value() {
        assert_eq!(linear(&HEIGHTS, &[4.0, 2.0, 8.0], 199.0), None);
        assert_eq!(log_linear(&HEIGHTS, &[4.0, 2.0, 8.0], 501.0), None);
        assert_eq!(log_linear(&HEIGHTS, &[4.0, 2.0, 8.0], f64::NAN), None);
        assert_eq!(linear(&[1.0], &[1.0], 1.0), None);
    }

    #[test]
    fn held_ends_stay_at_the_ends() {
        assert!((linear_held(&HEIGHTS, &[4.0, 2.0, 8.0], 0.0) - 4.0).abs() < 1e-15);
        assert!((linear_held(&HEIGHTS, &[4.0, 2.0, 8.0], 9e9) - 8.0).abs() < 1e-15);
        assert!((linear_held(&HEIGHTS, &[4.0, 2.0, 8.0], 400.0) - 5.0).abs() < 1e-15);
    }
}
