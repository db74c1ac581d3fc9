//! The battery.

use super::inputs;
use crate::units::{Count, MoneyPerEnergy, Ratio, SpecificEnergy};

inputs! {
    /// The battery.
    Battery battery;

    /// Energy of the battery pack per mass.
    specific_energy: SpecificEnergy, in "Wh/kg" 1..=5_000
        from "subsystems.battery_li.specific_energy_pack"
        label "Battery specific energy" in Battery,
        better Higher, Technology, read by Satellites, stream 62;

    /// Depth of discharge that is never exceeded, however few the cycles.
    depth_limit: Ratio, in "1" 0.01..=1 from "model.battery.depth_limit"
        label "Depth of discharge limit" in Battery,
        better Higher, Design, read by Satellites, stream 220;

    /// Cycle life of the battery pack at the reference depth of discharge.
    cycles: Count, in "1" 1..=1.0e7 from "subsystems.battery_li.cycles_at_40pct"
        label "Battery cycle life" in Battery,
        better Higher, Technology, read by Satellites, stream 126;

    /// Depth of discharge at which `battery.cycles` is stated.
    reference_depth: Ratio, in "1" 0.01..=1 from "model.battery_aging.reference_depth"
        label "Cycle life reference depth" in Battery,
        better Higher, Convention, read by Satellites, stream 221;

    /// Exponent k of the cycle life, which is proportional to depth of discharge to the power -k.
    cycle_exponent: Ratio, in "1" 0.1..=10 from "model.battery_aging.cycle_exponent"
        label "Battery cycle life exponent" in Battery,
        better Neither, Technology, read by Satellites, stream 127;

    /// Energy out of the battery over energy in.
    round_trip_efficiency: Ratio, in "1" 0.1..=1 from "subsystems.battery_li.round_trip_efficiency"
        label "Battery round-trip efficiency" in Battery,
        better Higher, Technology, read by Satellites, stream 65;

    /// Specific energy of the active material of the cells alone, an upper bound for packs of this
    /// chemistry.
    chemistry_bound: SpecificEnergy, in "Wh/kg" 1..=20_000
        from "model.battery_bound.specific_energy"
        label "Battery chemistry bound" in Battery,
        better Neither, Convention, read by Costs, stream 128;

    /// Share of the battery capacity left at end of life.
    end_of_life_capacity: Ratio, in "1" 0.1..=1 from "model.battery_aging.end_of_life_capacity"
        label "Battery capacity at end of life" in Battery,
        better Higher, Convention, read by Satellites, stream 66;

    /// Price of the battery per stored energy.
    price: MoneyPerEnergy, in "USD/Wh" 0..=1_000 from "subsystems.battery_li.cost"
        label "Battery price" in Battery, better Lower, Market, read by Costs, stream 53;
}
