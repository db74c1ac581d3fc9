//! Rows that are missed are listed with the reason, and the list holds nothing else.

use super::EMBEDDED;
use skyrack::validation::known_misses;

#[test]
fn val_every_row_is_within_or_a_known_miss() {
    for row in &EMBEDDED.missed {
        assert!(
            row.reason.is_some(),
            "{}, {}, {}: got {}, want {} within {}",
            row.table,
            row.column,
            row.row,
            row.got,
            row.want,
            row.tolerance
        );
    }
    assert!(EMBEDDED.skipped.is_empty(), "{:?}", EMBEDDED.skipped);
}

#[test]
fn val_every_known_miss_is_still_missed() {
    for entry in known_misses() {
        assert!(
            EMBEDDED.missed.iter().any(|row| entry.is_about(row)),
            "{}, {}, `{}` is met now: remove the entry from known_misses.csv",
            entry.table,
            entry.column,
            entry.row
        );
        assert!(entry.reason.len() > 20, "{}: a reason of {}", entry.table, entry.reason);
    }
}

#[test]
fn val_counts_of_rows_and_misses_agree() {
    let judged: usize = EMBEDDED.tables.iter().map(|one| one.rows).sum();
    let within: usize = EMBEDDED.tables.iter().map(|one| one.within).sum();
    assert_eq!(judged - within, EMBEDDED.missed.len());
    assert_eq!(EMBEDDED.all_within(), EMBEDDED.missed.is_empty());
}

#[test]
fn val_levels_are_0_to_3_and_flown_hardware_alone_is_level_3() {
    for one in &EMBEDDED.tables {
        let is_flown = one.table.starts_with("flown_");
        assert!(one.level <= 3 && (one.level == 3) == is_flown, "{} {}", one.table, one.level);
    }
}

#[test]
fn val_every_row_of_flown_hardware_states_its_band_and_its_source() {
    assert!(EMBEDDED.flown.len() >= 12);
    for row in &EMBEDDED.flown {
        let name = format!("{}, {}", row.hardware, row.quantity);
        assert!(row.band_factor > 1.0 && row.band_factor <= 3.0, "{name}");
        assert!(row.band_reason.len() > 20 && row.source.len() > 20, "{name}");
        assert!(row.url.starts_with("http") && !row.source_date.is_empty(), "{name}");
    }
}
