//! Which inputs somebody chooses: low and high of their catalog rows are what others chose, and no
//! sample draws them unless they are named or the scenario gives them a shape.
//!
//! The kind of an input decides: a design or a convention is chosen. Two tables name what departs
//! from it, each entry with its reason.

use crate::system::inputs::{Input, Kind};

/// Design or convention by kind, and drawn all the same, as nobody knows yet what will be chosen:
/// beginnings of paths.
const DRAWN: &[(&str, &str)] = &[
    ("armor.", "authors differ on materials, hits and the survival that is asked for"),
    ("battery.chemistry_bound", "a bound that cells approach from below"),
    ("battery.end_of_life_capacity", "wear at which operators retire a battery"),
    ("coolant.chip_margin", "control of the loop that nobody has flown yet"),
    ("coolant.freezing", "a property of the mixture"),
    ("coolant.loop_time", "length of loops that nobody has built yet"),
    ("coolant.pressure_drop", "length of loops that nobody has built yet"),
    ("environment.albedo_hot", "a measured spread"),
    ("environment.earth_infrared_hot", "a measured spread"),
    ("environment.tracked_objects", "a number that is counted differently"),
    ("finance.tax", "the law of a country that is not named"),
    ("finance.write_off", "the law of a country that is not named"),
    ("fleet.learning_rate", "experience that no constellation of computers has yet"),
    ("fleet.operations_share", "experience that no constellation of computers has yet"),
    ("fleet.priced_unit", "price lists do not say for which unit they hold"),
    ("fleet.replenishment", "experience that no constellation of computers has yet"),
    ("it.eclipse_share", "a choice that depends on the work"),
    ("launch.latitude", "ranges of one coast"),
    ("link.ground_", "equipment that is on offer to everybody"),
    ("link.lowest_elevation", "terrain of the stations"),
    ("link.site_diversity", "stations that others own"),
    ("link.station", "stations that others own"),
    ("link.terminal_", "equipment that is on offer to everybody"),
    ("propulsion.decay_floor", "a convention that moves a result of physics"),
    ("radiator.fin_conductivity", "a property of the alloy"),
    ("rocket.control", "a price that only its owner knows"),
    ("satellite.phase_angle", "a measured spread"),
];

/// Set by technology or a market, and chosen all the same: paths.
const CHOSEN: &[(&str, &str)] = &[
    ("fleet.development", "what a program spends"),
    ("ground.lease", "whether the building is rented"),
    ("it.downlink_need", "which work is done"),
    ("it.interconnect_need", "which work is done"),
    ("launch.packing_share", "how a satellite is folded"),
    ("propulsion.specific_impulse", "which thruster is bought"),
    ("shielding.structure_thickness", "how the structure is built"),
];

/// Whether somebody chooses an input, so that low and high of its row are no uncertainty.
pub(super) fn is_chosen(input: &Input) -> bool {
    let is_choice = matches!(input.kind, Kind::Design | Kind::Convention);
    let is_drawn = || DRAWN.iter().any(|(start, _)| input.path.starts_with(start));
    CHOSEN.iter().any(|(path, _)| *path == input.path) || is_choice && !is_drawn()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{EMBEDDED, Resolved, open};
    use crate::system::inputs::{INPUTS, input};
    use std::collections::BTreeSet;

    /// Inputs that have a spread in a scenario of the program.
    fn spread() -> BTreeSet<&'static str> {
        let mut found = BTreeSet::new();
        for (name, _) in EMBEDDED {
            let scenario = open(name, &[]).unwrap();
            let has_spread = |one: &&Resolved| one.amount.spread.is_some_and(|(a, b)| a < b);
            found.extend(scenario.inputs.iter().filter(has_spread).map(|one| one.key.path));
        }
        found
    }

    #[test]
    fn every_entry_departs_from_the_kind_of_an_input_that_has_a_spread() {
        let spread = spread();
        for (start, why) in DRAWN {
            let departs = |input: &&Input| {
                let is_choice = matches!(input.kind, Kind::Design | Kind::Convention);
                input.path.starts_with(start) && is_choice && spread.contains(input.path)
            };
            assert!(INPUTS.iter().any(|input| departs(&input)), "{start}: {why}");
        }
        for (path, why) in CHOSEN {
            let kind = input(path).map(|input| input.kind);
            assert!(matches!(kind, Some(Kind::Technology | Kind::Market)), "{path}: {why}");
            assert!(spread.contains(path), "{path} has no spread, so that nothing is decided");
        }
    }
}
