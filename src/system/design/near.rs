//! Satellites that differ in size alone, each closed from where the one before it ended.

use super::parts::equipment;
use super::state::{LoopStep, State};
use super::{ClosurePass, Design, Fixed, MOST_PASSES};
use crate::domain::DomainError;
use crate::physics::environment::Environment;
use crate::system::inputs::Case;
use crate::system::lift::WayUp;
use crate::system::notes::Note;
use crate::units::{Area, Power, Ratio, fraction};

impl Fixed<'_> {
    /// Panel area that has to work at the end of the life where so much is installed.
    pub(super) fn needed(&self, installed: Area) -> Area {
        self.sections.map_or(installed, |spare| spare.needed(installed))
    }

    /// The pass that gives what it took.
    pub(super) fn closed_from(&self, start: State) -> Result<ClosurePass, Note> {
        let (mut state, mut before) = (start, None::<LoopStep>);
        for _ in 0..MOST_PASSES {
            let pass = self.pass(&state)?;
            let step = LoopStep { from: state, to: pass.state() };
            if step.is_closed() {
                return if self.can_raise(&pass) { Ok(pass) } else { Err(Note::NoWay) };
            }
            state = before.map_or(step.to, |before| step.after(&before));
            before = Some(step);
        }
        Err(Note::NotConverged)
    }

    /// The same for another IT power.
    fn resize(&mut self, it: Power) {
        self.it = it;
        self.satellites = self.case.it.power / it;
        self.eclipse_saving =
            (fraction(1.0) - self.case.it.eclipse_share) * it / self.case.pmad.efficiency;
        self.equipment = equipment(self.case, it);
    }
}

/// Closes satellites of one case at one size after another.
///
/// Each begins where the one before it ended, scaled to its power, which takes fewer passes; what
/// is found differs from [`close`](super::close) by less than the tolerance of the loop.
pub struct Sizes<'a> {
    fixed: Fixed<'a>,
    last: Option<(Power, State)>,
}

impl<'a> Sizes<'a> {
    /// Satellites of a case in its environment and on their way to it.
    ///
    /// # Errors
    /// The note that says why none exists at any size.
    pub fn new(
        case: &'a Case,
        environment: &'a Environment,
        way: &Result<Option<WayUp>, DomainError>,
    ) -> Result<Self, Note> {
        Ok(Self { fixed: Fixed::new(case, environment, way, case.it.power)?, last: None })
    }

    /// The satellite with this IT power.
    ///
    /// # Errors
    /// As [`close`](super::close).
    pub fn close(&mut self, it_power: Power) -> Result<Design, Note> {
        self.fixed.resize(it_power);
        let start = match self.last {
            Some((power, state)) => state.scaled(it_power / power),
            None => self.fixed.start()?,
        };
        let pass = self.fixed.closed_from(start)?;
        self.last = Some((it_power, pass.state()));
        Ok(self.fixed.design(&pass))
    }
}

impl State {
    /// The state of a satellite so many times as large.
    fn scaled(self, by: Ratio) -> Self {
        Self {
            array_area: self.array_area * by,
            panel_area: self.panel_area * by,
            launched: self.launched * by,
            fin_effectiveness: self.fin_effectiveness,
            panel_emission: self.panel_emission,
        }
    }
}
