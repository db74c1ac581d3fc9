//! Links between satellites.

use super::metrics;
use crate::units::{Count, InformationPerOperation, InformationRate, Length};

metrics! {
    /// Links between satellites.
    LinkMetrics link, with m, case, e;

    /// Optical terminals per satellite, stated or chosen.
    terminals: Count, in "1", "Optical terminals per satellite" = e.case.link.terminals,
        "`link.terminals` as stated; where it is automatic, the fewest whose capacity, the smaller \
         of `link.terminal_rate` and `link.terminal_capacity` each, carries \
         `link.interconnect_need`.";

    /// Data rate that one satellite exchanges with the others of its job at full work; none where
    /// the job fits into one.
    interconnect_need: InformationRate, in "Gbit/s", "Data exchange needed" =
        e.satellites()?.work.interconnect.need,
        "`it.interconnect_need` x operations per second of a satellite (`it.accelerator_rate` \
         x `satellite.it_power` / `it.accelerator_power`) x share of its job on other \
         satellites: 1 - `satellite.it_power` / smaller of `it.job_power` and `it.power`, at \
         least zero.";

    /// Data rate that the terminals of one satellite carry to other satellites, each way.
    interconnect_capacity: InformationRate, in "Gbit/s", "Data exchange capacity" =
        e.satellites()?.work.interconnect.capacity,
        "`link.terminals` times the smaller of `link.terminal_rate` and \
         `link.terminal_capacity`.";

    /// Data rate that the light of one optical terminal can carry; a stated rate above it does not
    /// count.
    terminal_capacity: InformationRate, in "Gbit/s", "Optical terminal capacity" =
        e.satellites()?.reach.terminal,
        "Photons received per second over `link.photons_per_bit`: `link.terminal_power`, \
         `link.radiated_share`, `link.terminal_efficiency`, a Gaussian beam of \
         `link.terminal_wavelength` between two apertures of `link.terminal_aperture` over \
         `link.terminal_distance`, and `link.terminal_jitter`.";

    /// Longest distance at which two satellites of the orbit see each other past the Earth and its
    /// air.
    line_of_sight: Length, in "km", "Line of sight past the Earth" = e.satellites()?.reach.sight,
        "Twice the square root of the squared radius at `orbit.altitude` less the squared radius \
         at `link.air_height`.";

    /// Distance that the optical terminals bridge; none without terminals.
    distance: Length, in "km", "Distance of optical links" = e.linked_distance(),
        "`link.terminal_distance`, or zero where `link.terminals` is.";

    /// Data exchange capacity of one satellite per possible operation of its accelerators.
    interconnect_per_operation: InformationPerOperation, in "bit/FLOP", "Exchange capacity per \
        operation" =
        m.link().interconnect_capacity()? * case.it.accelerator_power /
            (m.satellite().it_power()? * case.it.accelerator_rate);
}
