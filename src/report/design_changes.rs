//! Where the design changes along a sweep: satellites, launches and what else goes by steps.

use super::studies::SweepReport;
use crate::studies::sweep::{AxisValues, CellDesign, SweepPoint};
use crate::studies::table::{Cell, Column};

impl SweepReport<'_> {
    /// Columns of what is built, and for each its place among the numbers of a design: satellites
    /// and launches always, other choices where they differ among the cells.
    pub(super) fn design_columns(&self) -> Vec<(usize, Column)> {
        let Some(first) = self.cells.iter().next() else { return Vec::new() };
        let names = first.design.named().into_iter().enumerate();
        let varies = |name: &str| {
            self.cells.iter().any(|cell| cell.design.changes(&first.design).contains(&name))
        };
        let shown = names.filter(|(at, (name, _))| *at < CellDesign::FLEET.len() || varies(name));
        shown.map(|(at, (name, _))| (at, Column::words(name))).collect()
    }

    /// The cells of those columns.
    pub(super) fn design_cells(columns: &[(usize, Column)], cell: SweepPoint<'_>) -> Vec<Cell> {
        let numbers = cell.design.named();
        let number = |at: usize| Some(numbers[at].1).filter(|number| !number.is_nan());
        columns.iter().map(|(at, _)| Cell::number(number(*at))).collect()
    }

    /// Neighbors that both close, each with its position and with what changes between them beside
    /// the input itself; of a sweep over the numbers of one input.
    pub(super) fn neighbors(&self) -> Vec<(usize, Vec<&'static str>)> {
        let [axis] = self.axes else { return Vec::new() };
        if matches!(axis.values, AxisValues::Words(_)) {
            return Vec::new();
        }
        let cells: Vec<SweepPoint<'_>> = self.cells.iter().collect();
        let is_shown = |cell: &SweepPoint<'_>| cell.is_feasible() && cell.metric().is_some();
        let pairs = cells.windows(2).enumerate().filter(|(_, pair)| pair.iter().all(is_shown));
        let own = axis.input.and_then(|input| input.decision).and_then(CellDesign::name_of);
        let changes = |pair: &[SweepPoint<'_>]| {
            let changed = pair[0].design.changes(&pair[1].design).into_iter();
            changed.filter(|name| Some(*name) != own).collect()
        };
        pairs.map(|(at, pair)| (at, changes(pair))).collect()
    }

    /// Positions of the neighbors between which satellites or launches change, and of those between
    /// which another choice does alone.
    #[cfg(feature = "charts")]
    pub(super) fn design_changes(&self) -> (Vec<usize>, Vec<usize>) {
        let changed = self.neighbors().into_iter().filter(|(_, what)| !what.is_empty());
        let is_of_fleet = |what: &[&str]| what.iter().any(|name| CellDesign::FLEET.contains(name));
        let (fleet, others): (Vec<_>, Vec<_>) = changed.partition(|(_, what)| is_of_fleet(what));
        let places = |of: Vec<(usize, Vec<&str>)>| of.into_iter().map(|(at, _)| at).collect();
        (places(fleet), places(others))
    }

    /// How often the design changes along the sweep, and what of it; nothing where it stays.
    pub(super) fn changes_sentence(&self) -> Option<String> {
        let all = self.neighbors();
        let changed = all.iter().filter(|(_, what)| !what.is_empty()).count();
        let first = self.cells.iter().next()?;
        let count = |name: &str| all.iter().filter(|(_, what)| what.contains(&name)).count();
        let names = first.design.named().map(|(name, _)| (name, count(name)));
        let parts = names.iter().filter(|(_, count)| *count > 0);
        let parts: Vec<String> = parts.map(|(name, count)| format!("{name} at {count}")).collect();
        let steps = all.len();
        let parts = parts.join(", ");
        (changed > 0).then(|| format!("The design changes at {changed} of {steps} steps: {parts}"))
    }
}
