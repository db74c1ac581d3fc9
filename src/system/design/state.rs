//! What the passes of the closed loop hand on, and how the next one begins.

use crate::units::{Area, Irradiance, Mass, Ratio, fraction};

/// Relative tolerance of areas and mass at the fixed point.
const TOLERANCE: f64 = 5.0e-10;
/// Least share of the earlier of two passes in what comes next: −s/(1 − s) where changes fall to a
/// share s from pass to pass, 0.9 at most.
const LEAST_SHARE: f64 = -9.0;
/// Numbers of a state.
const NUMBERS: usize = 5;

/// What one pass of the loop hands to the next.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub(super) struct State {
    /// Array area.
    pub(super) array_area: Area,
    /// Panel area, one face.
    pub(super) panel_area: Area,
    /// Launched mass.
    pub(super) launched: Mass,
    /// Effectiveness of the panel's fins.
    pub(super) fin_effectiveness: Ratio,
    /// Emission of all faces of the panel, per panel area at work.
    pub(super) panel_emission: Irradiance,
}

impl State {
    const fn numbers(&self) -> [f64; NUMBERS] {
        [
            self.array_area.base(),
            self.panel_area.base(),
            self.launched.base(),
            self.fin_effectiveness.base(),
            self.panel_emission.base(),
        ]
    }

    /// The state whose numbers are made of those of two.
    fn with(&self, other: &Self, made: impl Fn(f64, f64) -> f64) -> Self {
        let (ours, theirs) = (self.numbers(), other.numbers());
        let [array_area, panel_area, launched, fin_effectiveness, panel_emission] =
            std::array::from_fn(|at| made(ours[at], theirs[at]));
        Self {
            array_area: Area::from_base(array_area),
            panel_area: Area::from_base(panel_area),
            launched: Mass::from_base(launched),
            fin_effectiveness: fraction(fin_effectiveness),
            panel_emission: Irradiance::from_base(panel_emission),
        }
    }
}

/// What one pass took and gave.
#[derive(Debug, Clone, Copy)]
pub(super) struct LoopStep {
    /// What it took.
    pub(super) from: State,
    /// What it gave.
    pub(super) to: State,
}

impl LoopStep {
    /// Whether the pass gave what it took, but for rounding.
    pub(super) fn is_closed(&self) -> bool {
        let near = |(new, old): (f64, f64)| (new - old).abs() <= TOLERANCE * new.abs();
        self.to.numbers().into_iter().zip(self.from.numbers()).all(near)
    }

    /// What to try next: the mix of what two passes gave in which their relative changes cancel
    /// best (Anderson mixing of depth one). Larger panels see less of the array, heavier satellites
    /// carry more propellant; one number draws the others along, so that all of them are mixed
    /// alike.
    pub(super) fn after(&self, before: &Self) -> State {
        let share = self.share_of(before);
        let mix = |now: f64, then: f64| now - share * (now - then);
        self.to.with(&before.to, mix)
    }

    /// Share of an earlier pass in the mix; none where the passes hardly get nearer.
    fn share_of(&self, before: &Self) -> f64 {
        let (mut across, mut along) = (0.0, 0.0);
        for (now, then) in self.changes().into_iter().zip(before.changes()) {
            across += now * (now - then);
            along += (now - then) * (now - then);
        }
        let share = across / along;
        if share > LEAST_SHARE && share < 1.0 { share } else { 0.0 }
    }

    /// Relative changes of the numbers in the pass.
    fn changes(&self) -> [f64; NUMBERS] {
        let (from, to) = (self.from.numbers(), self.to.numbers());
        let change =
            |from: f64, to: f64| if from.to_bits() == to.to_bits() { 0.0 } else { to / from - 1.0 };
        std::array::from_fn(|at| change(from[at], to[at]))
    }
}
