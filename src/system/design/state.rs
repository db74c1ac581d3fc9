//! What the passes of the closed loop hand on, and how the next one begins.

use crate::units::{Area, Irradiance, Mass, Ratio, fraction};

/// Relative tolerance of areas and mass at the fixed point.
const TOLERANCE: f64 = 5.0e-10;
/// Largest slope dF/dx for which a secant step is taken; with a negative slope the step only damps.
const MOST_SLOPE: f64 = 0.9;

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
        let near = |new: f64, old: f64| (new - old).abs() <= TOLERANCE * new.abs();
        near(self.to.array_area.base(), self.from.array_area.base())
            && near(self.to.panel_area.base(), self.from.panel_area.base())
            && near(self.to.launched.base(), self.from.launched.base())
            && near(self.to.fin_effectiveness.base(), self.from.fin_effectiveness.base())
            && near(self.to.panel_emission.base(), self.from.panel_emission.base())
    }

    /// What to try next. Each number answers most to itself (larger panels see less of the array,
    /// heavier satellites carry more propellant); two passes show how much, and the secant takes
    /// that out.
    pub(super) fn after(&self, before: &Self) -> State {
        let next = |pick: fn(&State) -> f64| {
            let (from, to) = (pick(&self.from), pick(&self.to));
            let slope = (to - pick(&before.to)) / (from - pick(&before.from));
            if slope.is_finite() && slope < MOST_SLOPE {
                from + (to - from) / (1.0 - slope)
            } else {
                to
            }
        };
        State {
            array_area: Area::from_base(next(|state| state.array_area.base())),
            panel_area: Area::from_base(next(|state| state.panel_area.base())),
            launched: Mass::from_base(next(|state| state.launched.base())),
            fin_effectiveness: fraction(next(|state| state.fin_effectiveness.base())),
            panel_emission: Irradiance::from_base(next(|state| state.panel_emission.base())),
        }
    }
}
