//! Samples as CSV and Parquet: one row per sample, numbers in the units of the tables.

use crate::studies::sample::{Rows, SampleColumn};
use crate::system::verdict::GATES;
use crate::units::format::{display_unit, with_price_year};

/// The columns.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// The columns between the index and the verdict.
    pub items: Vec<SampleColumn>,
    /// Year of the money.
    pub price_year: u16,
    /// What a reader of the file must know: version, digests, seed, command.
    pub about: Vec<(String, String)>,
}

impl Layout {
    /// Heading of a column: path and unit in brackets.
    fn heading(&self, item: SampleColumn) -> String {
        format!("{} [{}]", item.path(), with_price_year(item.unit(), self.price_year))
    }

    /// Name and unit of each column between the index and the verdict.
    pub fn columns(&self) -> Vec<(String, String)> {
        self.items
            .iter()
            .map(|item| (item.path().to_owned(), with_price_year(item.unit(), self.price_year)))
            .collect()
    }
}

/// Names of the gates that fail, joined by `+`.
fn failing(fails: u16) -> String {
    let names = GATES.iter().enumerate().filter(|(at, _)| fails >> at & 1 == 1);
    names.map(|(_, gate)| gate.name).collect::<Vec<_>>().join("+")
}

/// The rows as CSV, with a heading; a number that does not exist is an empty cell.
pub fn csv(layout: &Layout, rows: &Rows) -> Vec<u8> {
    use std::fmt::Write as _;
    let mut out = String::from("index");
    for item in &layout.items {
        out.push(',');
        out.push_str(&layout.heading(*item));
    }
    out.push_str(",feasible,failing_gates\n");
    let units: Vec<_> = layout.items.iter().map(|item| display_unit(item.unit())).collect();
    for row in 0..rows.len() {
        // Writing to a string cannot fail.
        let _ = write!(out, "{}", rows.first + row as u64);
        for (column, unit) in rows.columns.iter().zip(&units) {
            let base = column[row];
            out.push(',');
            if !base.is_nan() {
                let _ = write!(out, "{}", unit.as_ref().map_or(base, |unit| unit.from_base(base)));
            }
        }
        let fails = rows.fails[row];
        let _ = writeln!(out, ",{},{}", fails == 0, failing(fails));
    }
    out.into_bytes()
}

/// A column in its unit, the numbers that exist, and for each row whether it does.
#[cfg(feature = "parquet")]
fn shown(item: SampleColumn, column: &[f64]) -> (Vec<f64>, Vec<i16>) {
    let unit = display_unit(item.unit());
    let values = column.iter().filter(|base| !base.is_nan());
    let values =
        values.map(|base| unit.as_ref().map_or(*base, |unit| unit.from_base(*base))).collect();
    (values, column.iter().map(|base| i16::from(!base.is_nan())).collect())
}

/// The rows as a Parquet file: index, the columns, verdict; units and what is known of the run
/// stand in its key-value metadata.
///
/// # Errors
/// What the library says; writing into memory does not fail by itself.
#[cfg(feature = "parquet")]
pub fn parquet(layout: &Layout, rows: &Rows) -> Result<Vec<u8>, ::parquet::errors::ParquetError> {
    use ::parquet::basic::{Compression, LogicalType, Repetition, Type as Physical};
    use ::parquet::data_type::{BoolType, ByteArray, ByteArrayType, DoubleType, Int64Type};
    use ::parquet::file::metadata::KeyValue;
    use ::parquet::file::properties::WriterProperties;
    use ::parquet::file::writer::SerializedFileWriter;
    use ::parquet::schema::types::Type;
    use std::sync::Arc;

    let field = |name: &str, physical: Physical, repetition: Repetition| {
        let text = (physical == Physical::BYTE_ARRAY).then_some(LogicalType::String);
        let built = Type::primitive_type_builder(name, physical)
            .with_repetition(repetition)
            .with_logical_type(text)
            .build();
        built.map(Arc::new)
    };
    let mut fields = vec![field("index", Physical::INT64, Repetition::REQUIRED)?];
    for item in &layout.items {
        fields.push(field(item.path(), Physical::DOUBLE, Repetition::OPTIONAL)?);
    }
    fields.push(field("feasible", Physical::BOOLEAN, Repetition::REQUIRED)?);
    fields.push(field("failing_gates", Physical::BYTE_ARRAY, Repetition::REQUIRED)?);
    let schema = Type::group_type_builder("samples").with_fields(fields).build()?;
    let units = layout.columns().into_iter().map(|(path, unit)| (format!("unit:{path}"), unit));
    let about = layout.about.iter().cloned().chain(units);
    let about = about.map(|(key, value)| KeyValue { key, value: Some(value) }).collect();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(format!("skyrack {}", env!("CARGO_PKG_VERSION")))
        .set_key_value_metadata(Some(about))
        .set_column_dictionary_enabled("index".into(), false)
        .build();
    let mut file = SerializedFileWriter::new(Vec::new(), Arc::new(schema), Arc::new(properties))?;
    let mut group = file.next_row_group()?;
    let mut at = 0;
    while let Some(mut column) = group.next_column()? {
        if at == 0 {
            let first = i64::try_from(rows.first).unwrap_or(i64::MAX);
            let index: Vec<i64> = (first..).take(rows.len()).collect();
            column.typed::<Int64Type>().write_batch(&index, None, None)?;
        } else if let Some(item) = layout.items.get(at - 1) {
            let (values, exists) = shown(*item, &rows.columns[at - 1]);
            column.typed::<DoubleType>().write_batch(&values, Some(&exists), None)?;
        } else if at == layout.items.len() + 1 {
            let feasible: Vec<bool> = rows.fails.iter().map(|fails| *fails == 0).collect();
            column.typed::<BoolType>().write_batch(&feasible, None, None)?;
        } else {
            let names: Vec<ByteArray> =
                rows.fails.iter().map(|fails| failing(*fails).into_bytes().into()).collect();
            column.typed::<ByteArrayType>().write_batch(&names, None, None)?;
        }
        column.close()?;
        at += 1;
    }
    group.close()?;
    file.into_inner()
}
