//! Power on board of a satellite.

use super::{Fixed, Loads};
use crate::units::{Force, Mass, Power, Ratio, fraction};

impl Fixed<'_> {
    /// Power on board: bus, pumps and heat depend on each other linearly and are solved at once,
    /// with what the pipes ask of the pumps per heat.
    pub(super) fn loads(&self, drag: Force, launched: Mass, pipes: Ratio) -> Option<Loads> {
        let case = self.case;
        let thrust: Force = drag + launched * self.keeping;
        let thrusters = self.thruster_power(thrust);
        let housekeeping: Power = case.satellite.housekeeping * self.it;
        let spares: Power = case.it.spares * case.it.spare_power * self.it;
        let links: Power = case.link.terminals * case.link.terminal_power;
        let radiated: Power = links * case.link.radiated_share;
        let jet: Power = thrusters * case.propulsion.efficiency;
        let storage: Ratio = self.storage_loss;
        let pump_share: Ratio = self.heat.pump_share + pipes;
        let lifting: Ratio = pump_share + self.heat.lift_share;
        let pumped: Ratio = lifting * (fraction(1.0) + storage);
        let left: Ratio = case.pmad.efficiency - pumped;
        if left.base() <= 0.0 {
            return None;
        }
        let unheated: Power = radiated + jet + self.eclipse_saving * storage;
        let carried: Power =
            self.it + housekeeping + spares + links + thrusters - lifting * unheated;
        let bus: Power = carried / left;
        let battery_loss: Power = (bus - self.eclipse_saving) * storage;
        let heat: Power = bus + battery_loss - radiated - jet;
        Some(Loads {
            it: self.it,
            housekeeping,
            spares,
            links,
            pumps: pump_share * heat,
            heat_pump: self.heat.lift_share * heat,
            thrusters,
            bus,
            eclipse_saving: self.eclipse_saving,
            battery_loss,
            radiated,
            jet,
            heat,
        })
    }
}
