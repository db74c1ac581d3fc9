//! What a satellite costs: its parts with their prices, or a price that is stated for the whole.

use super::terms::parts_share;
use crate::economics::hardware::{HardwareCost, Parts, Prices, hardware_cost};
use crate::system::design::Design;
use crate::system::inputs::Case;
use crate::units::Ratio;

/// A satellite at the mean price of the series, by its parts or as stated for the whole.
pub(super) fn bought(case: &Case, design: &Design, learning: Ratio) -> HardwareCost {
    let parts = hardware(case, design);
    let price = case.satellite.platform_price;
    if price.base() > 0.0 {
        parts.at_stated_price(price * design.loads.it * learning)
    } else {
        parts.with_platform_factor(learning * parts_share(case))
    }
}

fn hardware(case: &Case, design: &Design) -> HardwareCost {
    let parts = Parts {
        array: design.array_bol,
        array_area: design.array_area,
        battery: design.battery_energy,
        radiator: design.panel_area,
        louvers: design.panel_area * (case.radiator.louvers * design.faces),
        heat: design.loads.heat,
        heat_pump: design.loads.heat_pump,
        distribution: design.loads.bus,
        structure: design.masses.structure + design.masses.spans(),
        shielding: design.masses.shielding,
        it_power: design.loads.it,
        spare_computers: case.it.spares,
        thrusters: design.raising_power(),
        terminals: case.link.terminals,
    };
    let prices = Prices {
        array: case.array.price,
        array_area: case.array.areal_price,
        battery: case.battery.price,
        radiator: case.radiator.price,
        louvers: case.radiator.louver_price,
        loops: case.coolant.loop_price,
        heat_pump: case.heat_pump.price,
        distribution: case.pmad.price,
        structure: case.satellite.structure_price,
        shielding: case.shielding.price,
        computers: case.it.price,
        avionics: case.satellite.avionics_price + case.joints() * case.satellite.joint_price,
        propulsion: case.propulsion.price,
        thrusters: case.propulsion.power_price,
        terminal: case.link.terminal_price,
        assembly_share: case.satellite.assembly_share,
    };
    hardware_cost(&parts, &prices)
}
