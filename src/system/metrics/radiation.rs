//! Dose, errors and what they cost in work.

use super::metrics;
use crate::units::{AbsorbedDose, DoseRate, Frequency, Ratio, Time};

metrics! {
    /// Dose, errors and what they cost in work.
    RadiationMetrics radiation, with m, case, e;

    /// Ionizing dose at the chips over the mission.
    dose: AbsorbedDose, in "rad", "Dose over the mission" =
        m.radiation().dose_rate()? * m.satellite().life()? + m.radiation().raising_dose()?;

    /// Ionizing dose at the chips on the way from separation to the working orbit.
    raising_dose: AbsorbedDose, in "rad", "Dose of raising" = e.way(|way| way.dose)?,
        "Dose rates as of `radiation.dose_rate` at the altitudes between \
         `launch.separation_altitude` and `orbit.altitude`, times `propulsion.raising_time`; zero \
         where both are the same, none where no satellite closes, as with cells that meet more \
         than `array.fluence_limit`.";

    /// Dose rate of trapped protons and electrons at the chips.
    trapped_dose_rate: DoseRate, in "rad/yr", "Trapped particle dose rate" =
        e.satellites()?.dose.trapped,
        "Dose rate of trapped protons and electrons behind `shielding.thickness` of aluminum \
         at `orbit.altitude` and `orbit.inclination` in `environment.solar_cycle`.";

    /// Dose rate of solar protons at the chips, mean over years.
    solar_dose_rate: DoseRate, in "rad/yr", "Solar proton dose rate" = e.satellites()?.dose.solar,
        "Dose rate of solar protons behind `shielding.thickness` of aluminum on the part of \
         the orbit open to them in the magnetic field at `orbit.altitude` and \
         `orbit.inclination`, times `environment.solar_protons`.";

    /// Dose rate at the chips, all sources.
    dose_rate: DoseRate, in "rad/yr", "Dose rate" =
        m.radiation().trapped_dose_rate()? + m.radiation().solar_dose_rate()? +
            case.environment.cosmic_ray_dose;

    /// Rate of errors of one accelerator that send its job back to the last checkpoint.
    error_rate: Frequency, in "1/yr", "Errors per accelerator" =
        m.radiation().trapped_dose_rate()? * case.it.errors_per_dose;

    /// Rate of errors of a whole job that send it back to the last checkpoint.
    job_error_rate: Frequency, in "1/d", "Errors per job" =
        e.satellites()?.work.losses.job_error_rate,
        "`radiation.error_rate` times the number of accelerators of a job: the smaller of \
         `it.job_power` and `it.power`, over `it.accelerator_power`.";

    /// Optimum working time between two checkpoints; none without errors.
    checkpoint_interval: Time, in "min", "Checkpoint interval" =
        e.satellites()?.work.losses.checkpoint_interval?,
        "Optimum of Young and Daly for `radiation.job_error_rate` and `it.checkpoint_write`.";

    /// Share of the work lost to checkpoints, restarts and repeated work.
    lost_throughput: Ratio, in "1", "Work lost to errors" = e.satellites()?.work.losses.throughput,
        "Daly's model at `radiation.checkpoint_interval`, from `radiation.job_error_rate`, \
         `it.checkpoint_write` and `it.checkpoint_restart`.";

    /// Share of time lost to solar storms.
    storm_loss: Ratio, in "1", "Time lost to solar storms" = e.satellites()?.work.losses.storms,
        "`environment.storms` times `it.storm_outage`, at most one.";

    /// Share of the computers that have failed by dose at the end of the mission.
    lost_parts: Ratio, in "1", "Computers lost to dose" = e.satellites()?.work.losses.parts,
        "Share of a lognormal distribution of failure doses, median `it.failure_dose` and \
         spread `it.failure_dose_spread`, below `radiation.dose`.";

    /// Share of the computers that have not failed by dose, mean over the mission.
    parts_working: Ratio, in "1", "Computers working under dose" =
        e.satellites()?.work.losses.working,
        "One less `radiation.lost_parts`, mean over a dose that rises evenly from zero to \
         `radiation.dose`.";

    /// Share of the work left after errors, solar storms and failures by dose.
    availability: Ratio, in "1", "Availability under radiation" =
        e.satellites()?.work.losses.availability,
        "Product of (1 - `radiation.lost_throughput`), (1 - `radiation.storm_loss`) and \
         `radiation.parts_working`.";
}
