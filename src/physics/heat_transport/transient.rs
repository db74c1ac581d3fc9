//! A heat network whose nodes store heat, through phases that repeat: an orbit with sunlight and
//! shadow.

use thiserror::Error;

use super::network::{HeatNetwork, HeatNode, MOST_NODES, Matrix, NoSteadyState, Vector};
use crate::domain::{DomainError, within};
use crate::units::{
    HeatCapacity, Ratio, Temperature, TemperatureInterval, Time, difference, fraction,
    joule_per_kelvin, second, unity,
};

/// Newton steps of one stage at most; two to four are usual.
const MOST_STEPS: u8 = 60;
/// Rounds of the cycle at most; three to six are usual.
const MOST_ROUNDS: u8 = 40;
/// Largest miss of a node's balance over the heat that the network turns over in a stage.
const TOLERANCE: f64 = 1.0e-13;
/// Miss up to which a state that rounding keeps from closing further is accepted.
const ACCEPTED: f64 = 1.0e-10;
/// Place of the first stage, 1 − 1/√2: with it the method damps every stiff part.
const STAGE: f64 = 1.0 - std::f64::consts::FRAC_1_SQRT_2;

/// A time during which heat, joints and sinks stay the same.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Phase {
    /// The network as it is in this phase; the nodes are the same in all phases.
    pub network: HeatNetwork,
    /// How long it lasts.
    pub duration: Time,
}

/// A heat network with storage, and the phases of one round.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatCycle {
    capacities: Vector,
    phases: Vec<Phase>,
    steps: u32,
}

/// Temperatures at one time of a round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Moment {
    /// Time since the start of the round.
    pub time: Time,
    /// Temperatures, see [`HeatNode::temperature`].
    pub temperatures: [Temperature; MOST_NODES],
}

/// One round of a cycle.
#[derive(Debug, Clone, PartialEq)]
pub struct Round {
    /// The start, then the end of each time step.
    pub instants: Vec<Moment>,
    /// Heat gained less heat emitted and stored, over heat gained.
    pub energy_residual: Ratio,
    /// Heat stored over heat gained; zero in a round that repeats.
    pub stored: Ratio,
}

/// Why a cycle has no round that repeats.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
#[non_exhaustive]
pub enum CycleError {
    /// Some heat finds no way to a sink.
    #[error(transparent)]
    NoSteadyState(#[from] NoSteadyState),
    /// A value is outside its range.
    #[error(transparent)]
    Domain(#[from] DomainError),
    /// The search ended without a result.
    #[error("heat cycle does not settle within {rounds} rounds")]
    Unsettled {
        /// Rounds tried.
        rounds: u8,
    },
}

impl Round {
    /// Highest temperature of a node; see [`HeatCycle::repeating`].
    pub fn highest(&self, node: HeatNode) -> Temperature {
        let temperatures = self.instants.iter().map(|at| node.temperature(&at.temperatures));
        temperatures.fold(Temperature::from_base(0.0), Temperature::larger)
    }

    /// Lowest temperature of a node; see [`HeatCycle::repeating`].
    pub fn lowest(&self, node: HeatNode) -> Temperature {
        let temperatures = self.instants.iter().map(|at| node.temperature(&at.temperatures));
        temperatures.fold(Temperature::from_base(f64::INFINITY), Temperature::smaller)
    }

    /// Highest less lowest temperature of a node; see [`HeatCycle::repeating`].
    pub fn swing(&self, node: HeatNode) -> TemperatureInterval {
        difference(self.highest(node), self.lowest(node))
    }
}

/// State of a round.
struct March {
    temperatures: Vector,
    /// Derivatives of the temperatures by those at the start.
    sensitivity: Matrix,
    gained: f64,
    emitted: f64,
    stored: f64,
    instants: Vec<Moment>,
}

/// A stage that has been solved: its rise, its balance and derivatives, and what multiplies a
/// change of the rise.
struct SolvedStage {
    rise: Vector,
    balance: Vector,
    jacobian: Matrix,
    system: Matrix,
}

impl HeatCycle {
    /// Checks a cycle of phases; `capacities` in the order in which the nodes were added, zero for
    /// a node that stores nothing, and `steps` time steps in a round, shared among the phases by
    /// their length.
    ///
    /// # Errors
    /// [`DomainError`] if a capacity is below zero or there is not one for each node of each phase,
    /// a phase lasts no time, or the steps are outside 1 to 100 000.
    pub fn new(
        capacities: &[HeatCapacity],
        phases: &[Phase],
        steps: u32,
    ) -> Result<Self, DomainError> {
        within::<unity>("phases of a heat cycle", 1.0..=1.0e4, fraction(phases.len() as f64))?;
        within::<unity>("steps of a heat cycle", 1.0..=1.0e5, fraction(f64::from(steps)))?;
        for phase in phases {
            let nodes = phase.network.count() as f64;
            let given = fraction(capacities.len() as f64);
            within::<unity>("heat capacities", nodes..=nodes, given)?;
            within::<second>("duration of a phase", 1.0e-6..=1.0e12, phase.duration)?;
        }
        let mut kept = Vector::zeros();
        for (place, capacity) in kept.iter_mut().zip(capacities) {
            *place = within::<joule_per_kelvin>("heat capacity", 0.0..=1.0e15, *capacity)?.base();
        }
        Ok(Self { capacities: kept, phases: phases.to_vec(), steps })
    }

    /// The round that repeats: it ends at the temperatures at which it began.
    ///
    /// # Model
    /// ```text
    /// C_i dT_i/dt = Q_i + Σ_j G_ij (T_j − T_i) + K_i (T_s⁴ − T_i⁴) = F_i(T),   T(t + P) = T(t)
    /// C (Y − T) = γ h F(Y),   C (T' − T) = (1 − γ) h F(Y) + γ h F(T'),   γ = 1 − 1/√2
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `C_i` | heat capacity of a node | J/K |
    /// | Q, G, K, `T_s` | as in [`HeatNetwork::solve`], constant in a phase | W, W/K, W/K⁴, K |
    /// | P, h | length of a round, of a time step | s |
    /// | T, Y, T' | temperatures at the start of a step, inside it, at its end | K |
    ///
    /// The implicit method of two stages is of second order, damps stiff parts, and holds nodes
    /// without capacity on their steady balance. Both stages are solved by Newton's method. The
    /// derivative of a round by its start is carried along, so that Newton's method also finds the
    /// start of the round that repeats, from the steady state under the mean loads.
    ///
    /// # Assumes
    /// Each node at one temperature; loads, joints and sinks constant within a phase.
    ///
    /// # Valid for
    /// Up to eight nodes. The energy of a round closes to 1e-9; the error of the temperatures falls
    /// with the square of the time step.
    ///
    /// # References
    /// Method after \[Alexander1977\], not read; order, damping and energy are tested. See
    /// docs/model/heat-chain.md
    ///
    /// # Errors
    /// [`CycleError`] if some node has no way to a sink or the search does not end.
    pub fn repeating(&self) -> Result<Round, CycleError> {
        let total: f64 = self.phases.iter().map(|phase| phase.duration.base()).sum();
        let shares = self.phases.iter().map(|p| (&p.network, p.duration.base() / total));
        let mean = HeatNetwork::blend(shares).solve()?;
        let mut start = Vector::from_iterator(mean.iter().map(|t| t.base()));
        let mut best = f64::INFINITY;
        for _ in 0..MOST_ROUNDS {
            let march = self.march(start)?;
            let change = march.temperatures - start;
            let miss = change.component_mul(&self.capacities).amax() / march.gained;
            if miss < TOLERANCE || (miss < ACCEPTED && miss >= best) {
                let mut round = march.round();
                // a node without capacity does not know its start
                if let (Some(last), Some(first)) =
                    (round.instants.last().copied(), round.instants.first_mut())
                {
                    first.temperatures = last.temperatures;
                }
                return Ok(round);
            }
            best = if miss < best { miss } else { best };
            let turn = Matrix::identity() - march.sensitivity;
            start += turn.lu().solve(&change).ok_or(NoSteadyState)?;
        }
        Err(CycleError::Unsettled { rounds: MOST_ROUNDS })
    }

    /// One round from given temperatures; model as in [`HeatCycle::repeating`].
    ///
    /// # Errors
    /// [`CycleError`] if a node without capacity has no way to a sink or a stage cannot be solved.
    pub fn round_from(&self, start: &[Temperature; MOST_NODES]) -> Result<Round, CycleError> {
        let march = self.march(Vector::from_iterator(start.iter().map(|t| t.base())))?;
        Ok(march.round())
    }

    fn march(&self, start: Vector) -> Result<March, CycleError> {
        let total: f64 = self.phases.iter().map(|phase| phase.duration.base()).sum();
        let mut march = March {
            temperatures: start,
            sensitivity: Matrix::identity(),
            gained: 0.0,
            emitted: 0.0,
            stored: 0.0,
            instants: vec![Moment { time: Time::from_base(0.0), temperatures: as_array(&start) }],
        };
        let mut begin = 0.0;
        for phase in &self.phases {
            let duration = phase.duration.base();
            let steps = (f64::from(self.steps) * duration / total).ceil().max(1.0);
            let step = duration / steps;
            let mut done = 0.0;
            while done < steps {
                self.advance(&phase.network, step, &mut march)?;
                done += 1.0;
                march.instants.push(Moment {
                    time: Time::from_base(begin + step * done),
                    temperatures: as_array(&march.temperatures),
                });
            }
            begin += duration;
        }
        Ok(march)
    }

    /// One time step.
    fn advance(
        &self,
        network: &HeatNetwork,
        step: f64,
        march: &mut March,
    ) -> Result<(), CycleError> {
        let from = march.temperatures;
        let own = STAGE * step;
        let other = (1.0 - STAGE) * step;
        let first = self.stage(network, own, &from, &Vector::zeros())?;
        let last = self.stage(network, own, &from, &(first.balance * other))?;
        march.temperatures = from + last.rise;
        let before = Matrix::from_diagonal(&self.capacities) * march.sensitivity;
        let inner = first.system.lu().solve(&before).ok_or(NoSteadyState)?;
        let carried = before + first.jacobian * inner * other;
        march.sensitivity = last.system.lu().solve(&carried).ok_or(NoSteadyState)?;
        march.gained += step * network.gained();
        march.emitted += other * network.emitted(&(from + first.rise))
            + own * network.emitted(&march.temperatures);
        march.stored += last.rise.dot(&self.capacities);
        Ok(())
    }

    /// Rise over which a stage of this length stores what it gains besides `known`.
    fn stage(
        &self,
        network: &HeatNetwork,
        length: f64,
        from: &Vector,
        known: &Vector,
    ) -> Result<SolvedStage, CycleError> {
        let turnover = length * network.gained().max(network.emitted(from)).max(f64::MIN_POSITIVE);
        let storage = Matrix::from_diagonal(&self.capacities);
        let mut rise = Vector::zeros();
        let mut best = f64::INFINITY;
        for _ in 0..MOST_STEPS {
            let (balance, jacobian) = network.linearize(&(from + rise));
            let system = storage - jacobian * length;
            let excess = known + balance * length - rise.component_mul(&self.capacities);
            let miss = excess.amax() / turnover;
            if miss < TOLERANCE || (miss < ACCEPTED && miss >= best) {
                return Ok(SolvedStage { rise, balance, jacobian, system });
            }
            best = if miss < best { miss } else { best };
            rise += system.lu().solve(&excess).ok_or(NoSteadyState)?;
        }
        Err(NoSteadyState.into())
    }
}

impl March {
    fn round(self) -> Round {
        let missing = self.gained - self.emitted - self.stored;
        let gained = self.gained.max(f64::MIN_POSITIVE);
        Round {
            instants: self.instants,
            energy_residual: fraction(missing / gained),
            stored: fraction(self.stored / gained),
        }
    }
}

fn as_array(temperatures: &Vector) -> [Temperature; MOST_NODES] {
    std::array::from_fn(|i| Temperature::from_base(temperatures[i]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constants::STEFAN_BOLTZMANN;
    use crate::units::{Area, Power, ThermalConductance};

    /// Chip, plate, coolant and panel in a row, with heat and a sink.
    fn row(heat: f64, sink: f64) -> (HeatNetwork, [HeatNode; 4]) {
        let mut network = HeatNetwork::new();
        let nodes = [heat, 0.0, 0.0, 0.0].map(|q| network.node(Power::from_base(q)).unwrap());
        for (pair, conductance) in nodes.windows(2).zip([2_000.0, 4_000.0, 3_000.0]) {
            let joint = ThermalConductance::from_base(conductance);
            network.conduct(pair[0], pair[1], joint).unwrap();
        }
        let panel = Area::from_base(60.0);
        let emission = STEFAN_BOLTZMANN * 1.7;
        network.radiate(nodes[3], emission, panel, Temperature::from_base(sink)).unwrap();
        (network, nodes)
    }

    fn cycle(
        capacities: [f64; 4],
        loads: &[(f64, f64, f64)],
        steps: u32,
    ) -> (HeatCycle, [HeatNode; 4]) {
        let phases: Vec<Phase> = loads
            .iter()
            .map(|(heat, sink, duration)| Phase {
                network: row(*heat, *sink).0,
                duration: Time::from_base(*duration),
            })
            .collect();
        let capacities = capacities.map(HeatCapacity::from_base);
        (HeatCycle::new(&capacities, &phases, steps).unwrap(), row(1.0, 1.0).1)
    }

    const LOADS: [(f64, f64, f64); 2] = [(40_000.0, 230.0, 3_700.0), (25_000.0, 190.0, 2_100.0)];
    const CAPACITIES: [f64; 4] = [2.0e4, 6.0e4, 3.0e5, 4.0e5];

    #[test]
    fn without_heat_capacity_each_phase_is_the_steady_network() {
        let (cycle, nodes) = cycle([0.0; 4], &LOADS, 10);
        let round = cycle.repeating().unwrap();
        for (heat, sink, end) in [(40_000.0, 230.0, 3_700.0), (25_000.0, 190.0, 5_800.0)] {
            let steady = row(heat, sink).0.solve().unwrap();
            let at =
                round.instants.iter().find(|at| (at.time.base() - end).abs() < 1.0e-6).unwrap();
            for node in nodes {
                let gap =
                    node.temperature(&at.temperatures).base() - node.temperature(&steady).base();
                assert!(gap.abs() < 1.0e-8, "{gap}");
            }
        }
        assert!(round.energy_residual.base().abs() < 1.0e-9);
    }

    #[test]
    fn constant_loads_reach_the_steady_state() {
        let (cycle, nodes) = cycle(CAPACITIES, &[(40_000.0, 230.0, 200_000.0)], 400);
        let steady = row(40_000.0, 230.0).0.solve().unwrap();
        let cold = [Temperature::from_base(250.0); MOST_NODES];
        let last = *cycle.round_from(&cold).unwrap().instants.last().unwrap();
        let repeating = cycle.repeating().unwrap();
        for node in nodes {
            let want = node.temperature(&steady).base();
            assert!((node.temperature(&last.temperatures).base() - want).abs() < 1.0e-6);
            assert!(repeating.swing(node).base() < 1.0e-8);
            assert!((repeating.highest(node).base() - want).abs() < 1.0e-8);
        }
    }

    #[test]
    fn the_energy_of_an_orbit_closes_to_1e_9() {
        for steps in [20, 200] {
            for capacities in [CAPACITIES, [0.0, 6.0e4, 0.0, 4.0e5], [1.0e7, 1.0e8, 1.0e9, 1.0]] {
                let round = cycle(capacities, &LOADS, steps).0.repeating().unwrap();
                assert!(round.energy_residual.base().abs() < 1.0e-9, "{:?}", round.energy_residual);
                assert!(round.stored.base().abs() < 1.0e-9, "{:?}", round.stored);
            }
        }
    }

    #[test]
    fn the_round_repeats() {
        let (cycle, nodes) = cycle(CAPACITIES, &LOADS, 200);
        let round = cycle.repeating().unwrap();
        let again = cycle.round_from(&round.instants[0].temperatures).unwrap();
        for (one, two) in round.instants.iter().zip(&again.instants) {
            for node in nodes {
                let gap = node.temperature(&one.temperatures).base()
                    - node.temperature(&two.temperatures).base();
                assert!(gap.abs() < 1.0e-9, "{gap}");
            }
        }
    }

    #[test]
    fn more_heat_capacity_makes_a_smaller_swing() {
        let swings: Vec<f64> = [0.0, 0.3, 1.0, 3.0, 10.0]
            .iter()
            .map(|factor| {
                let (cycle, nodes) = cycle(CAPACITIES.map(|c| c * factor), &LOADS, 200);
                cycle.repeating().unwrap().swing(nodes[3]).base()
            })
            .collect();
        assert!(swings.windows(2).all(|pair| pair[0] > pair[1]), "{swings:?}");
    }

    #[test]
    fn the_error_falls_with_the_square_of_the_time_step() {
        let end = |steps: u32| {
            let (cycle, nodes) = cycle(CAPACITIES, &[(40_000.0, 230.0, 600.0)], steps);
            let cold = [Temperature::from_base(250.0); MOST_NODES];
            let last = *cycle.round_from(&cold).unwrap().instants.last().unwrap();
            nodes[3].temperature(&last.temperatures).base()
        };
        let exact = end(6_400);
        let ratio = (end(100) - exact) / (end(200) - exact);
        assert!((3.6..4.4).contains(&ratio), "{ratio}");
    }

    #[test]
    fn a_single_node_cools_as_the_closed_form_says() {
        // C dT/dt = −K T⁴ gives T⁻³ = T₀⁻³ + 3 K t/C
        let mut network = HeatNetwork::new();
        let plate = network.node(Power::from_base(0.0)).unwrap();
        let (area, empty) = (Area::from_base(1.0), Temperature::from_base(0.0));
        network.radiate(plate, STEFAN_BOLTZMANN, area, empty).unwrap();
        let phase = Phase { network, duration: Time::from_base(2_000.0) };
        let cycle = HeatCycle::new(&[HeatCapacity::from_base(5_000.0)], &[phase], 2_000).unwrap();
        let round = cycle.round_from(&[Temperature::from_base(300.0); MOST_NODES]).unwrap();
        let got = plate.temperature(&round.instants.last().unwrap().temperatures).base();
        let rate = 3.0 * STEFAN_BOLTZMANN.base() * 2_000.0 / 5_000.0;
        let want = 1.0 / libm::cbrt(300.0_f64.powi(-3) + rate);
        assert!((got - want).abs() < 1.0e-4, "{got} {want}");
    }

    #[test]
    fn a_cycle_without_a_sink_is_refused() {
        let mut network = HeatNetwork::new();
        network.node(Power::from_base(1.0)).unwrap();
        let phase = Phase { network, duration: Time::from_base(10.0) };
        let capacities = [HeatCapacity::from_base(1.0)];
        let error = HeatCycle::new(&capacities, &[phase], 10).unwrap().repeating().unwrap_err();
        assert_eq!(error, CycleError::NoSteadyState(NoSteadyState));
        assert!(HeatCycle::new(&[], &[phase], 10).is_err());
        assert!(HeatCycle::new(&capacities, &[], 10).is_err());
    }
}
