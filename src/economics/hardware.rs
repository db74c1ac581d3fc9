//! Cost of a satellite, part by part.

use crate::units::{
    Area, Count, Energy, Mass, Money, MoneyPerArea, MoneyPerEnergy, MoneyPerMass, MoneyPerPower,
    Power, Ratio, fraction,
};

/// Parts of one satellite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Parts {
    /// Power of the array at begin of life.
    pub array: Power,
    /// Area of the array.
    pub array_area: Area,
    /// Energy of the battery, as built.
    pub battery: Energy,
    /// Radiator panel, one face.
    pub radiator: Area,
    /// Area under louvers.
    pub louvers: Area,
    /// Heat that the loop carries.
    pub heat: Power,
    /// Power of the heat pump.
    pub heat_pump: Power,
    /// Power that the distribution carries: the bus power.
    pub distribution: Power,
    /// Structure.
    pub structure: Mass,
    /// Shielding.
    pub shielding: Mass,
    /// IT power, the computers in use.
    pub it_power: Power,
    /// Spare computers on board, as share of those in use.
    pub spare_computers: Ratio,
    /// Electric power of the thrusters that raise it.
    pub thrusters: Power,
    /// Optical terminals.
    pub terminals: Count,
}

/// Prices of the parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// Array, per power at begin of life.
    pub array: MoneyPerPower,
    /// Array, per area.
    pub array_area: MoneyPerArea,
    /// Battery pack, per energy as built.
    pub battery: MoneyPerEnergy,
    /// Radiator, per panel area.
    pub radiator: MoneyPerArea,
    /// Louvers, per area under them.
    pub louvers: MoneyPerArea,
    /// Pumps, heat exchangers and lines, per heat carried.
    pub loops: MoneyPerPower,
    /// Heat pump with its heat exchangers, per power that it takes.
    pub heat_pump: MoneyPerPower,
    /// Power management and distribution, per bus power.
    pub distribution: MoneyPerPower,
    /// Structure.
    pub structure: MoneyPerMass,
    /// Shielding.
    pub shielding: MoneyPerMass,
    /// Computers, per IT power; the same chips as on the ground.
    pub computers: MoneyPerPower,
    /// Avionics and attitude control of one satellite.
    pub avionics: Money,
    /// The smallest set of thrusters, tanks and power processing of one satellite.
    pub propulsion: Money,
    /// The same per electric power of the thrusters, where that is more.
    pub thrusters: MoneyPerPower,
    /// One optical terminal.
    pub terminal: Money,
    /// Assembly, integration and test, as share of the hardware without computers.
    pub assembly_share: Ratio,
}

/// Cost of one satellite, part by part.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HardwareCost {
    /// Array.
    pub array: Money,
    /// Battery.
    pub battery: Money,
    /// Radiator panels with louvers.
    pub radiator: Money,
    /// Loop.
    pub loops: Money,
    /// Heat pump.
    pub heat_pump: Money,
    /// Power management and distribution.
    pub distribution: Money,
    /// Structure.
    pub structure: Money,
    /// Shielding.
    pub shielding: Money,
    /// Avionics.
    pub avionics: Money,
    /// Propulsion.
    pub propulsion: Money,
    /// Optical terminals.
    pub terminals: Money,
    /// Assembly, integration and test.
    pub assembly: Money,
    /// All of the above at a price that is stated for the whole.
    pub stated: Money,
    /// Computers with the spares on board.
    pub computers: Money,
}

impl HardwareCost {
    /// Everything but the computers; see [`hardware_cost`] for model, range and references.
    pub fn platform(&self) -> Money {
        self.parts() + self.assembly + self.stated
    }

    /// The whole satellite; see [`hardware_cost`] for model, range and references.
    pub fn total(&self) -> Money {
        self.platform() + self.computers
    }

    /// The same satellite with every part of the platform multiplied by `factor`, such as a mean
    /// over a series ([`mean_unit_factor`](super::learning::mean_unit_factor)); computers keep
    /// their price.
    ///
    /// See [`hardware_cost`] for model, range and references.
    #[must_use]
    pub fn with_platform_factor(self, factor: Ratio) -> Self {
        Self {
            array: self.array * factor,
            battery: self.battery * factor,
            radiator: self.radiator * factor,
            loops: self.loops * factor,
            heat_pump: self.heat_pump * factor,
            distribution: self.distribution * factor,
            structure: self.structure * factor,
            shielding: self.shielding * factor,
            avionics: self.avionics * factor,
            propulsion: self.propulsion * factor,
            terminals: self.terminals * factor,
            assembly: self.assembly * factor,
            stated: self.stated * factor,
            computers: self.computers,
        }
    }

    /// The same satellite at a price that is stated for its platform as a whole, in place of its
    /// parts.
    ///
    /// See [`hardware_cost`] for model, range and references.
    #[must_use]
    pub fn at_stated_price(self, price: Money) -> Self {
        Self { stated: price, ..self.with_platform_factor(fraction(0.0)) }
    }

    fn parts(&self) -> Money {
        self.array
            + self.battery
            + self.radiator
            + self.loops
            + self.heat_pump
            + self.distribution
            + self.structure
            + self.shielding
            + self.avionics
            + self.propulsion
            + self.terminals
    }
}

/// Cost of one satellite from its parts.
///
/// # Model
/// ```text
/// part = size x price,   assembly = t Σ parts,   computers = P (1 + s) c
/// propulsion = max(p, P_t p_t)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | t | share of assembly, integration and test | 1 |
/// | P, s, c | IT power, spare computers on board, price of computers | W, 1, USD/W |
/// | p, `P_t`, `p_t` | smallest propulsion, power of thrusters, their price | USD, W, USD/W |
///
/// # Assumes
/// Prices are linear in size, at the volume they are quoted for; development is not in them.
/// Computers are bought tested, so assembly is a share of the rest.
///
/// # Valid for
/// Non-negative sizes and prices.
///
/// # References
/// Definition; prices are catalog rows `subsystems.*` and `model.*`
pub fn hardware_cost(parts: &Parts, prices: &Prices) -> HardwareCost {
    let cost = HardwareCost {
        array: parts.array * prices.array + parts.array_area * prices.array_area,
        battery: parts.battery * prices.battery,
        radiator: parts.radiator * prices.radiator + parts.louvers * prices.louvers,
        loops: parts.heat * prices.loops,
        heat_pump: parts.heat_pump * prices.heat_pump,
        distribution: parts.distribution * prices.distribution,
        structure: parts.structure * prices.structure,
        shielding: parts.shielding * prices.shielding,
        avionics: prices.avionics,
        propulsion: prices.propulsion.larger(parts.thrusters * prices.thrusters),
        terminals: prices.terminal * parts.terminals,
        assembly: Money::from_base(0.0),
        stated: Money::from_base(0.0),
        computers: parts.it_power * (fraction(1.0) + parts.spare_computers) * prices.computers,
    };
    HardwareCost { assembly: cost.parts() * prices.assembly_share, ..cost }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{
        kilogram, kilowatt, square_meter, usd, usd_per_kilogram, usd_per_kilowatt,
        usd_per_square_meter, usd_per_watt, watt_hour,
    };

    /// Thirty kilowatts of IT with the catalog's nominals for 2026.
    fn parts() -> Parts {
        Parts {
            array: Power::new::<kilowatt>(40.86),
            array_area: Area::new::<square_meter>(170.0),
            battery: Energy::new::<watt_hour>(18_900.0),
            radiator: Area::new::<square_meter>(47.1),
            louvers: Area::new::<square_meter>(0.0),
            heat: Power::new::<kilowatt>(34.5),
            heat_pump: Power::new::<kilowatt>(0.0),
            distribution: Power::new::<kilowatt>(34.5),
            structure: Mass::new::<kilogram>(243.0),
            shielding: Mass::new::<kilogram>(20.0),
            it_power: Power::new::<kilowatt>(30.0),
            spare_computers: fraction(0.2),
            thrusters: Power::new::<kilowatt>(1.5),
            terminals: Count::from_base(4.0),
        }
    }

    fn prices() -> Prices {
        Prices {
            array: MoneyPerPower::new::<usd_per_watt>(5.4),
            array_area: MoneyPerArea::new::<usd_per_square_meter>(645.0),
            battery: Money::new::<usd>(0.5) / Energy::new::<watt_hour>(1.0),
            radiator: MoneyPerArea::new::<usd_per_square_meter>(3250.0),
            louvers: MoneyPerArea::new::<usd_per_square_meter>(5000.0),
            loops: MoneyPerPower::new::<usd_per_kilowatt>(1000.0),
            heat_pump: MoneyPerPower::new::<usd_per_kilowatt>(5000.0),
            distribution: MoneyPerPower::new::<usd_per_kilowatt>(1000.0),
            structure: MoneyPerMass::new::<usd_per_kilogram>(1000.0),
            shielding: MoneyPerMass::new::<usd_per_kilogram>(50.0),
            computers: MoneyPerPower::new::<usd_per_kilowatt>(32_300.0),
            avionics: Money::new::<usd>(850_000.0),
            propulsion: Money::new::<usd>(400_000.0),
            thrusters: MoneyPerPower::new::<usd_per_watt>(47.6),
            terminal: Money::new::<usd>(300_000.0),
            assembly_share: fraction(0.15),
        }
    }

    fn close(got: Money, want: f64) -> bool {
        (got.get::<usd>() - want).abs() <= 1e-12 * want.abs()
    }

    #[test]
    fn each_part_is_size_times_price() {
        let cost = hardware_cost(&parts(), &prices());
        assert!(close(cost.array, 330_294.0));
        assert!(close(cost.battery, 9450.0));
        assert!(close(cost.radiator, 153_075.0));
        assert!(close(cost.loops, 34_500.0));
        assert!(close(cost.structure, 243_000.0));
        assert!(close(cost.shielding, 1000.0));
        assert!(close(cost.terminals, 1_200_000.0));
        assert!(close(cost.computers, 1_162_800.0));
    }

    #[test]
    fn parts_assembly_and_computers_add_up_to_the_total() {
        let cost = hardware_cost(&parts(), &prices());
        let parts = 330_294.0
            + 9450.0
            + 153_075.0
            + 34_500.0
            + 34_500.0
            + 243_000.0
            + 1000.0
            + 850_000.0
            + 400_000.0
            + 1_200_000.0;
        assert!(close(cost.assembly, 0.15 * parts));
        assert!(close(cost.platform(), 1.15 * parts));
        assert!(close(cost.total(), 1.15 * parts + 1_162_800.0));
    }

    #[test]
    fn learning_cheapens_the_platform_and_leaves_the_computers() {
        let first = hardware_cost(&parts(), &prices());
        let later = first.with_platform_factor(fraction(0.5));
        assert!(close(later.platform(), 0.5 * first.platform().get::<usd>()));
        assert_eq!(later.computers, first.computers);
    }
}
