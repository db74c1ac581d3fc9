//! What failures of computers and of satellites leave of the work.

use super::lives::Lives;
use crate::economics::failures::{Attrition, Batch, delivered_by};
use crate::economics::launch::Fleet;
use crate::system::inputs::Case;
use crate::system::satellites::Satellites;
use crate::units::{Power, Ratio, fraction};

/// Share of the IT power delivered after failures: whole accelerators beyond the spares on board of
/// each satellite, whole satellites beyond the spare ones; none where no satellite closes.
pub(in crate::system) fn left_after_failures(
    case: &Case,
    satellites: &Satellites,
) -> Option<Ratio> {
    let it_power = satellites.one.as_ref()?.design.loads.it;
    Some(after_failures(case, satellites.fleet, it_power, &Lives::of(case)))
}

fn after_failures(case: &Case, fleet: Fleet, it_power: Power, lives: &Lives) -> Ratio {
    let computers = Batch {
        attrition: Attrition {
            failure_rate: case.it.failure_rate,
            shape: case.it.failure_shape,
            spares: case.it.spares,
            life: lives.computers,
        },
        working: it_power / case.it.accelerator_power,
    };
    let satellites: Ratio = fraction(fleet.working as f64);
    let whole_satellites = Batch {
        attrition: Attrition {
            failure_rate: case.fleet.failure_rate,
            shape: case.fleet.failure_shape,
            spares: fraction(fleet.spare as f64) / satellites,
            life: lives.satellite,
        },
        working: satellites,
    };
    delivered_by(&computers) * delivered_by(&whole_satellites)
}
