//! Cost in orbit.

use super::arithmetic::{ONE, max};
use super::metrics;
use crate::units::{Money, MoneyPerTime};

metrics! {
    /// Cost in orbit.
    CostMetrics cost, with m, case, e;

    /// Cost of the solar arrays.
    array: Money, in "MUSD", "Cost of solar arrays" =
        (m.array().power_bol()? * case.array.price + m.array().area()? * case.array.areal_price) *
            (ONE + m.satellite().spares()? / m.satellite().count()?) *
            m.satellite().parts_factor()?;

    /// Cost of the batteries.
    battery: Money, in "MUSD", "Cost of batteries" =
        m.battery().energy()? * case.battery.price * (ONE + m.satellite().spares()? /
            m.satellite().count()?) * m.satellite().parts_factor()?;

    /// Cost of the radiators with louvers, loop, pumps and heat pump.
    radiator: Money, in "MUSD", "Cost of radiators" =
        (m.radiator().panel_area()? * case.radiator.price + m.radiator().louver_area()? *
            case.radiator.louver_price + m.radiator().heat()? * case.coolant.loop_price +
            m.power().heat_pump()? * case.heat_pump.price) * (ONE + m.satellite().spares()? /
            m.satellite().count()?) * m.satellite().parts_factor()?;

    /// Power distribution.
    power_distribution: Money, in "MUSD", "Cost of power distribution" =
        m.power().bus()? * case.pmad.price * (ONE + m.satellite().spares()? /
            m.satellite().count()?) * m.satellite().parts_factor()?;

    /// Cost of structure, booms, cables, pipes and shielding.
    structure: Money, in "MUSD", "Cost of structure and shield" =
        ((m.mass().structure()? + m.mass().booms()? + m.mass().cables()? + m.mass().pipes()?) *
            case.satellite.structure_price + m.mass().shielding()? * case.shielding.price) *
            (ONE + m.satellite().spares()? / m.satellite().count()?) *
            m.satellite().parts_factor()?;

    /// Cost of avionics, propulsion and links.
    avionics: Money, in "MUSD", "Cost of avionics and propulsion" =
        (m.satellite().count()? + m.satellite().spares()?) * (case.satellite.avionics_price +
            max(case.propulsion.price, case.propulsion.power_price *
                m.propulsion().raising_power()? / m.satellite().count()?) +
                case.link.terminals * case.link.terminal_price +
                m.satellite().joints()? * case.satellite.joint_price) *
            m.satellite().parts_factor()?;

    /// Cost of assembly, integration and test.
    assembly: Money, in "MUSD", "Cost of assembly and test" =
        case.satellite.assembly_share * (m.cost().array()? + m.cost().battery()? +
            m.cost().radiator()? + m.cost().power_distribution()? + m.cost().structure()? +
            m.cost().avionics()?);

    /// Cost of the satellites without their computers at a price that is stated for the whole.
    stated_platform: Money, in "MUSD", "Cost of satellites as stated" =
        case.satellite.platform_price * case.it.power * (ONE + m.satellite().spares()? /
            m.satellite().count()?) * m.fleet().learning_factor()?;

    /// Cost of the computers in orbit with spares on board.
    computers: Money, in "MUSD", "Cost of computers in orbit" =
        case.it.power * case.it.price * (ONE + case.it.spares) * (ONE + m.satellite().spares()?
            / m.satellite().count()?);

    /// Cost of the satellites with their computers, spare satellites included.
    hardware: Money, in "MUSD", "Cost of satellites" = e.program()?.hardware,
        "Sum of `cost.array`, `cost.battery`, `cost.radiator`, `cost.power_distribution`, \
         `cost.structure`, `cost.avionics`, `cost.assembly`, `cost.stated_platform` and \
         `cost.computers`.";

    /// Premium of launch insurance.
    launch_insurance: Money, in "MUSD", "Cost of launch insurance" =
        case.finance.launch_insurance * m.cost().hardware()?;

    /// Cost of operations per year.
    operations: MoneyPerTime, in "MUSD/yr", "Operations per year" =
        (m.satellite().count()? + m.satellite().spares()?) * (case.satellite.ground_operations +
            m.fleet().servicing_paid()?) + case.fleet.operations_share * m.cost().hardware()?;

    /// Cost per year of hardware that replaces failures.
    replenishment: MoneyPerTime, in "MUSD/yr", "Replenishment cost per year" =
        case.fleet.replenishment * m.cost().hardware()?;

    /// Cost per year of launches of the replenished hardware with their insurance, at the price of
    /// the first launches.
    replenishment_launch: MoneyPerTime, in "MUSD/yr", "Replenishment launches per year" =
        case.fleet.replenishment * case.fleet.replenishment_launched * (m.launch().cost()? +
            m.cost().launch_insurance()?);

    /// Premium of in-orbit insurance per year.
    orbit_insurance: MoneyPerTime, in "MUSD/yr", "In-orbit insurance per year" =
        case.finance.orbit_insurance * m.cost().hardware()?;
}
