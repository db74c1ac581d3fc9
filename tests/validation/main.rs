//! The model beside published tables and independent programs.
use skyrack::studies::validate::*;

#[test]
fn show() {
    let v = validate(&embedded(), None);
    println!("{}", skyrack::report::table::text(&table(&v), 200));
    println!("{}", skyrack::report::table::text(&level_table(&v), 200));
    for m in &v.missed {
        println!(
            "{} | {} | {} | {} {} tol {} {:?}",
            m.table, m.column, m.row, m.got, m.want, m.tolerance, m.reason
        );
    }
    for m in &v.skipped {
        println!("{m:?}");
    }
}
