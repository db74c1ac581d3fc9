//! A steady network of up to eight nodes: conduction, flow in one direction, emission to a sink.

use nalgebra::{SMatrix, SVector};
use thiserror::Error;

use crate::domain::{DomainError, within};
use crate::physics::radiator::fourth;
use crate::units::{
    Area, Power, RadiationConstant, Temperature, ThermalConductance, fraction, kelvin,
    square_meter, unity, watt, watt_per_kelvin, watt_per_square_meter_kelvin4,
};

/// Nodes at most.
pub const MOST_NODES: usize = 8;
/// Newton steps at most; four to eight are usual.
const MOST_STEPS: u8 = 60;
/// Largest miss of a node's balance over the heat that the network turns over.
const TOLERANCE: f64 = 1.0e-12;
/// Miss up to which a state that rounding keeps from closing further is accepted.
const ACCEPTED: f64 = 1.0e-9;

/// Derivatives of the balances.
pub(super) type Matrix = SMatrix<f64, MOST_NODES, MOST_NODES>;
/// One number per node.
pub(super) type Vector = SVector<f64, MOST_NODES>;

/// A node of one network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeatNode(usize);

/// The network has no steady state: some heat finds no way to a sink.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("heat network has no steady state: a node has no way to a sink")]
pub struct NoSteadyState;

/// Nodes and what joins them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HeatNetwork {
    nodes: usize,
    /// Heat made in each node, W.
    heat: Vector,
    /// Entry (i, j): watts that reach node i for each kelvin that j is warmer than i.
    coupling: Matrix,
    /// f ε σ A of each node, W/K⁴, and the flux that its sink returns, W.
    emission: Vector,
    returned: Vector,
}

impl Default for HeatNetwork {
    fn default() -> Self {
        Self::new()
    }
}

impl HeatNetwork {
    /// A network without nodes.
    pub fn new() -> Self {
        Self {
            nodes: 0,
            heat: Vector::zeros(),
            coupling: Matrix::zeros(),
            emission: Vector::zeros(),
            returned: Vector::zeros(),
        }
    }

    /// Adds a node in which `heat` is made.
    ///
    /// # Errors
    /// [`DomainError`] for a ninth node, or heat below zero.
    pub fn node(&mut self, heat: Power) -> Result<HeatNode, DomainError> {
        let nodes = fraction(self.nodes as f64);
        within::<unity>("nodes of a heat network", 0.0..=(MOST_NODES - 1) as f64, nodes)?;
        within::<watt>("heat of a node", 0.0..=f64::MAX, heat)?;
        let node = HeatNode(self.nodes);
        self.heat[node.0] = heat.base();
        self.nodes += 1;
        Ok(node)
    }

    /// Joins two nodes: heat flows both ways, in proportion to the temperature difference.
    ///
    /// # Errors
    /// [`DomainError`] if the conductance is below zero.
    pub fn conduct(
        &mut self,
        first: HeatNode,
        second: HeatNode,
        conductance: ThermalConductance,
    ) -> Result<(), DomainError> {
        self.flow(first, second, conductance)?;
        self.flow(second, first, conductance)
    }

    /// Lets a fluid flow from one node into another, where it takes that node's temperature. A loop
    /// must be closed by the caller: what flows into a node flows out of it.
    ///
    /// # Errors
    /// [`DomainError`] if the heat capacity rate is below zero.
    pub fn flow(
        &mut self,
        from: HeatNode,
        into: HeatNode,
        capacity_rate: ThermalConductance,
    ) -> Result<(), DomainError> {
        let rate = within::<watt_per_kelvin>("conductance", 0.0..=f64::MAX, capacity_rate)?.base();
        self.coupling[(into.0, from.0)] += rate;
        Ok(())
    }

    /// Lets a node radiate to a sink.
    ///
    /// # Errors
    /// [`DomainError`] if the emission or the area is below zero.
    pub fn radiate(
        &mut self,
        node: HeatNode,
        emission: RadiationConstant,
        area: Area,
        sink: Temperature,
    ) -> Result<(), DomainError> {
        within::<watt_per_square_meter_kelvin4>("emission", 0.0..=f64::MAX, emission)?;
        within::<square_meter>("radiating area", 0.0..=f64::MAX, area)?;
        within::<kelvin>("sink temperature", 0.0..=1.0e4, sink)?;
        let factor = emission.base() * area.base();
        self.emission[node.0] += factor;
        self.returned[node.0] += factor * fourth(sink);
        Ok(())
    }

    /// Temperatures at which each node loses what it gains.
    ///
    /// # Model
    /// ```text
    /// Q_i + Σ_j G_ij (T_j − T_i) + K_i (T_s⁴ − T_i⁴) = 0     for each node i
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `Q_i`, `T_i` | heat made in a node, its temperature | W, K |
    /// | `G_ij` | conductance, or heat capacity rate of the fluid from j into i | W/K |
    /// | `K_i` | f ε σ A of a radiating node | W/K⁴ |
    /// | `T_s` | its sink temperature | K |
    ///
    /// Newton's method with the exact Jacobian. The losses are convex and the Jacobian is that of a
    /// monotone system, so that from the second step on all temperatures fall toward the root.
    ///
    /// # Assumes
    /// Constant conductances; each node at one temperature, as a well-stirred vessel where a fluid
    /// passes.
    ///
    /// # Valid for
    /// Up to eight nodes; each balance is closed to 1e-9 of the heat turned over.
    ///
    /// # References
    /// Heat balance, see docs/model/heat-chain.md
    ///
    /// # Errors
    /// [`NoSteadyState`] if some node has no way to a sink.
    pub fn solve(&self) -> Result<[Temperature; MOST_NODES], NoSteadyState> {
        let radiated: f64 = self.emission.iter().sum();
        let gained: f64 = self.heat.iter().sum::<f64>() + self.returned.iter().sum::<f64>();
        if radiated <= 0.0 || gained <= 0.0 {
            return Err(NoSteadyState);
        }
        let mut temperatures = Vector::repeat((gained / radiated).sqrt().sqrt());
        let mut best = f64::INFINITY;
        for _ in 0..MOST_STEPS {
            let (balance, jacobian) = self.linearize(&temperatures);
            let miss = balance.amax() / gained;
            if miss < TOLERANCE || (miss < ACCEPTED && miss >= best) {
                return Ok(std::array::from_fn(|i| Temperature::from_base(temperatures[i])));
            }
            best = if miss < best { miss } else { best };
            let step = jacobian.lu().solve(&balance).ok_or(NoSteadyState)?;
            temperatures -= step;
        }
        Err(NoSteadyState)
    }

    /// Nodes in use.
    pub(super) const fn count(&self) -> usize {
        self.nodes
    }

    /// Heat made in the nodes and returned by their sinks, W.
    pub(super) fn gained(&self) -> f64 {
        self.heat.sum() + self.returned.sum()
    }

    /// Heat that the nodes emit, W.
    pub(super) fn emitted(&self, temperatures: &Vector) -> f64 {
        temperatures.iter().zip(self.emission.iter()).map(|(t, k)| k * t * t * t * t).sum()
    }

    /// Network whose heat, joints and emission are the sums of those of others, each times a
    /// weight.
    pub(super) fn blend<'a>(parts: impl Iterator<Item = (&'a Self, f64)>) -> Self {
        parts.fold(Self::new(), |sum, (part, weight)| Self {
            nodes: part.nodes,
            heat: sum.heat + part.heat * weight,
            coupling: sum.coupling + part.coupling * weight,
            emission: sum.emission + part.emission * weight,
            returned: sum.returned + part.returned * weight,
        })
    }

    /// Balance of each node and its derivatives; unused nodes stay where they are.
    pub(super) fn linearize(&self, temperatures: &Vector) -> (Vector, Matrix) {
        let mut jacobian = self.coupling;
        let mut balance = self.heat + self.returned;
        for i in 0..MOST_NODES {
            if i >= self.nodes {
                balance[i] = 0.0;
                jacobian[(i, i)] = 1.0;
                continue;
            }
            let own = temperatures[i];
            let cubed = self.emission[i] * own * own * own;
            jacobian[(i, i)] = 0.0;
            let (mut inflow, mut coupled) = (0.0, 0.0);
            for j in 0..self.nodes {
                let coupling = jacobian[(i, j)];
                inflow += coupling * (temperatures[j] - own);
                coupled += coupling;
            }
            balance[i] += inflow - cubed * own;
            jacobian[(i, i)] = -coupled - 4.0 * cubed;
        }
        (balance, jacobian)
    }
}

impl HeatNode {
    /// This node's temperature in a solution.
    pub const fn temperature(self, solution: &[Temperature; MOST_NODES]) -> Temperature {
        solution[self.0 % MOST_NODES]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::STEFAN_BOLTZMANN;
    use crate::physics::heat_transport::{HeatChain, HeatChainParameters};
    use crate::physics::radiator::{Radiator, RadiatorParameters, SurroundingLoads};
    use crate::units::{
        ArealMass, HeatTransfer, Irradiance, TemperatureInterval, ThermalResistance, fraction,
    };

    fn watts(value: f64) -> Power {
        Power::from_base(value)
    }

    fn conductance(value: f64) -> ThermalConductance {
        ThermalConductance::from_base(value)
    }

    #[test]
    fn one_node_is_a_black_plate() {
        let mut network = HeatNetwork::new();
        let plate = network.node(watts(459.300_327_939)).unwrap();
        let space = Temperature::from_base(0.0);
        network.radiate(plate, STEFAN_BOLTZMANN, Area::from_base(1.0), space).unwrap();
        let solution = network.solve().unwrap();
        assert!((plate.temperature(&solution).base() - 300.0).abs() < 1.0e-9);
    }

    #[test]
    fn a_network_without_a_sink_has_no_steady_state() {
        let mut network = HeatNetwork::new();
        let first = network.node(watts(1.0)).unwrap();
        let second = network.node(watts(0.0)).unwrap();
        network.conduct(first, second, conductance(1.0)).unwrap();
        assert_eq!(network.solve(), Err(NoSteadyState));
        let third = network.node(watts(0.0)).unwrap();
        network
            .radiate(third, STEFAN_BOLTZMANN, Area::from_base(1.0), Temperature::from_base(200.0))
            .unwrap();
        assert_eq!(network.solve(), Err(NoSteadyState));
    }

    #[test]
    fn a_ninth_node_is_refused() {
        let mut network = HeatNetwork::new();
        for _ in 0..MOST_NODES {
            network.node(watts(1.0)).unwrap();
        }
        assert!(network.node(watts(1.0)).is_err());
    }

    #[test]
    fn a_loop_carries_its_heat_with_the_rise_that_its_flow_gives() {
        let mut network = HeatNetwork::new();
        let plate = network.node(watts(1_000.0)).unwrap();
        let panel = network.node(watts(0.0)).unwrap();
        network.flow(plate, panel, conductance(100.0)).unwrap();
        network.flow(panel, plate, conductance(100.0)).unwrap();
        network
            .radiate(panel, STEFAN_BOLTZMANN, Area::from_base(2.0), Temperature::from_base(250.0))
            .unwrap();
        let solution = network.solve().unwrap();
        let rise = plate.temperature(&solution).base() - panel.temperature(&solution).base();
        assert!((rise - 10.0).abs() < 1.0e-9);
    }

    #[test]
    fn the_chain_is_one_use_of_the_network() {
        let radiator = Radiator::new(RadiatorParameters {
            emissivity: fraction(0.9),
            absorptance: fraction(0.2),
            fin_effectiveness: fraction(0.9),
            emitting_faces: fraction(2.0),
            areal_mass: ArealMass::from_base(8.0),
        })
        .unwrap();
        let parameters = HeatChainParameters {
            accelerator_power: watts(1_400.0),
            junction_resistance: ThermalResistance::from_base(0.02),
            coolant_rise: TemperatureInterval::from_base(0.0),
            panel_film: HeatTransfer::from_base(500.0),
            coolant_temperature: Temperature::from_base(333.15),
            lift: TemperatureInterval::from_base(0.0),
        };
        let chain = HeatChain::new(parameters).unwrap();
        let loads = SurroundingLoads {
            earth_infrared: Irradiance::from_base(140.0),
            ..SurroundingLoads::default()
        };
        let state = chain.panel(&radiator, &loads).unwrap();
        let area = state.area(watts(1_400.0));
        let mut network = HeatNetwork::new();
        let chip = network.node(watts(1_400.0)).unwrap();
        let coolant = network.node(watts(0.0)).unwrap();
        let root = network.node(watts(0.0)).unwrap();
        network.conduct(chip, coolant, conductance(50.0)).unwrap();
        network.conduct(coolant, root, parameters.panel_film * area).unwrap();
        network
            .radiate(
                root,
                state.fin_effectiveness * radiator.emission(),
                area,
                state.sink_temperature,
            )
            .unwrap();
        let solution = network.solve().unwrap();
        for (node, want) in [
            (chip, chain.chip_temperature()),
            (coolant, parameters.coolant_temperature),
            (root, state.root_temperature),
        ] {
            assert!((node.temperature(&solution).base() - want.base()).abs() < 1.0e-8);
        }
    }

    #[test]
    fn every_balance_closes_to_1e_9_in_a_full_network() {
        let mut network = HeatNetwork::new();
        let nodes: Vec<HeatNode> =
            (0..MOST_NODES).map(|i| network.node(watts(100.0 * i as f64)).unwrap()).collect();
        for pair in nodes.windows(2) {
            network.conduct(pair[0], pair[1], conductance(35.0)).unwrap();
        }
        for (node, sink) in [(nodes[0], 180.0), (nodes[3], 260.0), (nodes[6], 3.0)] {
            network
                .radiate(node, STEFAN_BOLTZMANN, Area::from_base(1.5), Temperature::from_base(sink))
                .unwrap();
        }
        let solution = network.solve().unwrap();
        let temperatures = Vector::from_iterator(solution.iter().map(|t| t.base()));
        let (balance, _) = network.linearize(&temperatures);
        assert!(balance.amax() < 1.0e-9 * 2_800.0, "{balance}");
    }
}
