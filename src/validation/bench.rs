//! Where values meet their references: tolerances, errors and their quantiles.

use super::flown::FlownRow;
use super::library::is_called_by_run;
use super::read::{Labeled, SheetRow, Trouble};
use super::{MissedRow, TableResult, Validation};
use crate::domain::DomainError;
use crate::units::format::format_number;

/// Tolerance of a column that is shown for information.
pub(super) const NOT_JUDGED: &str = "shown, not judged";

/// How far a value may be from its reference.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum ReferenceTolerance {
    /// In the unit of the column.
    Absolute(f64),
    /// As a share of the reference.
    Relative(f64),
    /// The two are the same number.
    Exact,
    /// Not judged: the difference is shown for information, as a share of the reference.
    Shown,
    /// The larger over the smaller is at most a factor that each row states.
    FactorOfRow,
}

impl ReferenceTolerance {
    /// Error of a value; infinite where there is no value. `scale` stands for the reference in
    /// relative errors.
    pub(super) fn error(self, got: f64, want: f64, scale: f64) -> f64 {
        let apart = (got - want).abs();
        let error = match self {
            Self::Absolute(_) | Self::Exact => apart,
            Self::Relative(_) | Self::Shown if apart == 0.0 => 0.0,
            Self::Relative(_) | Self::Shown => apart / scale.abs(),
            Self::FactorOfRow if got > 0.0 && want > 0.0 => (got / want).max(want / got),
            Self::FactorOfRow => f64::INFINITY,
        };
        if error.is_nan() { f64::INFINITY } else { error }
    }

    pub(super) fn allows(self, error: f64) -> bool {
        match self {
            Self::Absolute(most) | Self::Relative(most) => error <= most,
            Self::Exact => error == 0.0,
            Self::Shown => true,
            // a row that states no factor is met by the same number alone
            Self::FactorOfRow => error <= 1.0,
        }
    }

    /// How far a value may be from this reference, in its unit.
    pub(super) fn reach(self, scale: f64) -> f64 {
        match self {
            Self::Absolute(most) => most,
            Self::Relative(most) => most * scale.abs(),
            Self::Exact | Self::FactorOfRow => 0.0,
            Self::Shown => f64::INFINITY,
        }
    }

    /// Unit of the errors of a column whose values have this unit.
    pub(super) fn unit(self, of_values: &str) -> String {
        match self {
            Self::Absolute(_) | Self::Exact => of_values.to_owned(),
            Self::Relative(_) | Self::Shown => "rel".to_owned(),
            Self::FactorOfRow => "factor".to_owned(),
        }
    }

    /// In words.
    pub(super) fn words(self, of_values: &str) -> String {
        match self {
            Self::Absolute(most) if of_values == "1" => format!("{} abs", format_number(most, 4)),
            Self::Absolute(most) => format!("{} {of_values}", format_number(most, 4)),
            Self::Relative(most) if most >= 1.0e-4 => {
                format!("{} %", format_number(100.0 * most, 4))
            }
            Self::Relative(most) => format!("{} rel", format_number(most, 4)),
            Self::Exact => "exact".to_owned(),
            Self::Shown => NOT_JUDGED.to_owned(),
            Self::FactorOfRow => "factor of the row".to_owned(),
        }
    }
}

/// One column of a table, or one class of its rows.
#[derive(Debug, Clone, Copy)]
pub(super) struct BenchColumn {
    /// Name of the reference column, with the class of rows behind a comma.
    pub(super) name: &'static str,
    /// Level of evidence, 0 to 3.
    pub(super) level: u8,
    /// Unit of the values.
    pub(super) unit: &'static str,
    /// Tolerance.
    pub(super) tolerance: ReferenceTolerance,
    /// The model called.
    pub(super) model: &'static str,
}

/// A column of a table.
pub(super) const fn column(
    name: &'static str,
    level: u8,
    unit: &'static str,
    tolerance: ReferenceTolerance,
    model: &'static str,
) -> BenchColumn {
    BenchColumn { name, level, unit, tolerance, model }
}

/// Errors of one table.
pub(super) struct Bench {
    tallies: Vec<ErrorTally>,
    flown: Vec<FlownRow>,
}

struct ErrorTally {
    column: &'static BenchColumn,
    kept: bool,
    errors: Vec<f64>,
    missed: Vec<MissedRow>,
}

impl ErrorTally {
    fn miss(&mut self, row: String, (got, want): (f64, f64), tolerance: f64) {
        let column = self.column.name.to_owned();
        let (table, reason) = (String::new(), None);
        self.missed.push(MissedRow { table, column, row, got, want, tolerance, reason });
    }
}

impl Bench {
    pub(super) fn new(columns: &'static [BenchColumn], keeps: impl Fn(&str) -> bool) -> Self {
        let tally = |column: &'static BenchColumn| ErrorTally {
            column,
            kept: keeps(column.name),
            errors: Vec::new(),
            missed: Vec::new(),
        };
        Self { tallies: columns.iter().map(tally).collect(), flown: Vec::new() }
    }

    /// Compares a value with its reference.
    pub(super) fn judge<L: Labeled + ?Sized>(
        &mut self,
        row: &L,
        column: &str,
        got: f64,
        want: f64,
    ) {
        self.judge_scaled(row, column, (got, want), want);
    }

    /// Compares a value, or the refusal of the model to give one, with its reference.
    pub(super) fn judge_result<L: Labeled + ?Sized>(
        &mut self,
        row: &L,
        column: &str,
        got: Result<f64, DomainError>,
        want: f64,
    ) {
        let refusal = got.as_ref().err().map(|error| format!("refused: {error}"));
        let before = self.n_missed(column);
        self.judge(row, column, got.unwrap_or(f64::NAN), want);
        if let Some(tally) = self.tally(column)
            && tally.missed.len() > before
            && let Some(row) = tally.missed.last_mut()
        {
            row.reason = refusal;
        }
    }

    /// Compares a value with its reference, relative to a scale that is not the reference.
    pub(super) fn judge_scaled<L: Labeled + ?Sized>(
        &mut self,
        row: &L,
        column: &str,
        (got, want): (f64, f64),
        scale: f64,
    ) {
        let Some(tally) = self.tally(column) else { return };
        let tolerance = tally.column.tolerance;
        let error = tolerance.error(got, want, scale);
        tally.errors.push(error);
        if !tolerance.allows(error) {
            tally.miss(row.label(), (got, want), tolerance.reach(scale));
        }
    }

    /// Compares a value with what flew, in the band that the row states.
    pub(super) fn judge_flown(
        &mut self,
        row: &SheetRow<'_>,
        column: &str,
        got: f64,
    ) -> Result<(), Trouble> {
        let Some(tally) = self.tally(column) else { return Ok(()) };
        let flown = FlownRow::read(row, (column, tally.column.unit), got)?;
        let error = tally.column.tolerance.error(got, flown.flown, flown.flown);
        tally.errors.push(error);
        if !flown.is_in_band() {
            tally.miss(row.label(), (got, flown.flown), flown.flown * (flown.band_factor - 1.0));
        }
        self.flown.push(flown);
        Ok(())
    }

    fn n_missed(&mut self, column: &str) -> usize {
        self.tally(column).map_or(0, |tally| tally.missed.len())
    }

    fn tally(&mut self, column: &str) -> Option<&mut ErrorTally> {
        self.tallies.iter_mut().find(|tally| tally.kept && tally.column.name == column)
    }

    /// Adds the results to a validation.
    pub(super) fn finish(self, table: &str, validation: &mut Validation) {
        let of_table = |row: FlownRow| FlownRow { table: table.to_owned(), ..row };
        validation.flown.extend(self.flown.into_iter().map(of_table));
        for mut tally in self.tallies {
            if tally.errors.is_empty() {
                continue;
            }
            tally.errors.sort_by(f64::total_cmp);
            let BenchColumn { name, level, unit, tolerance, model } = *tally.column;
            validation.tables.push(TableResult {
                table: table.to_owned(),
                column: name.to_owned(),
                level,
                is_called_by_run: is_called_by_run(model),
                rows: tally.errors.len(),
                within: tally.errors.len() - tally.missed.len(),
                median: quantile(&tally.errors, 0.5),
                p95: quantile(&tally.errors, 0.95),
                max: quantile(&tally.errors, 1.0),
                unit: tolerance.unit(unit),
                tolerance: tolerance.words(unit),
            });
            validation.missed.extend(
                tally.missed.into_iter().map(|row| MissedRow { table: table.to_owned(), ..row }),
            );
        }
    }
}

/// Smallest of the sorted errors that this share of them does not exceed.
pub(super) fn quantile(sorted: &[f64], share: f64) -> f64 {
    let rank = libm::ceil(share * sorted.len() as f64).max(1.0);
    sorted.iter().zip(1_u32..).find(|(_, place)| f64::from(*place) >= rank).map_or(0.0, |(e, _)| *e)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_errors_of_the_list() {
        let errors: Vec<f64> = (1..=20).map(f64::from).collect();
        assert!((quantile(&errors, 0.5) - 10.0).abs() < 1e-15);
        assert!((quantile(&errors, 0.95) - 19.0).abs() < 1e-15);
        assert!((quantile(&errors, 1.0) - 20.0).abs() < 1e-15);
    }

    #[test]
    fn a_value_that_does_not_exist_is_outside_every_tolerance() {
        for tolerance in [
            ReferenceTolerance::Absolute(1e300),
            ReferenceTolerance::Relative(1e300),
            ReferenceTolerance::Exact,
        ] {
            assert!(!tolerance.allows(tolerance.error(f64::NAN, 1.0, 1.0)), "{tolerance:?}");
        }
    }

    #[test]
    fn a_value_on_the_edge_is_within() {
        let tolerance = ReferenceTolerance::Absolute(0.5);
        assert!(tolerance.allows(tolerance.error(2.5, 2.0, 2.0)));
        assert!(!tolerance.allows(tolerance.error(2.51, 2.0, 2.0)));
        assert!(
            ReferenceTolerance::Relative(0.0)
                .allows(ReferenceTolerance::Relative(0.0).error(0.0, 0.0, 0.0))
        );
    }

    #[test]
    fn tolerances_are_shown_with_their_unit() {
        assert_eq!(ReferenceTolerance::Absolute(0.02).words("deg"), "0.02 deg");
        assert_eq!(ReferenceTolerance::Relative(0.0025).words("deg/d"), "0.25 %");
        assert_eq!(ReferenceTolerance::Relative(1e-7).words("deg/d"), "1e-7 rel");
        assert_eq!(ReferenceTolerance::Exact.words("1"), "exact");
    }
}
