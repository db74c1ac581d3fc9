//! How much work gets done: errors, dose, storms and shadow that stop the computers, links between the satellites of a job, and the
//! way of results to the ground.

use crate::physics::environment::Environment;
use crate::physics::link::{
    Downlink, JobPart, any_site_availability, bits_per_joule, carried_share, contact_share,
    downlink_capacity, interconnect_need,
};
use crate::physics::radiation::parts::DoseTolerance;
use crate::physics::radiation::{Checkpointing, upset_rate};
use crate::system::choices::GroundPath;
use crate::system::inputs::Case;
use crate::system::metrics::Outcome;
use crate::units::{
    AbsorbedDose, Frequency, InformationRate, OperationRate, Power, Ratio, complement, fraction,
};

/// Writes what stops the computers and what the links carry; after the dose and the bounds of the links.
pub(super) fn report(
    case: &Case,
    environment: &Environment,
    satellite_it: Power,
    outcome: &mut Outcome,
) {
    report_errors(case, outcome);
    report_shadow(case, environment, outcome);
    report_downlink(case, environment, satellite_it, outcome);
    report_interconnect(case, satellite_it, outcome);
}

fn report_errors(case: &Case, outcome: &mut Outcome) {
    let Some((dose_rate, dose)) = outcome.trapped_dose_rate.zip(outcome.radiation_dose) else {
        return;
    };
    let one: Frequency = upset_rate(dose_rate, case.errors_per_dose);
    let parts: Ratio = case.job_power.smaller(case.it_power) / case.accelerator_power;
    let job: Frequency = one * parts;
    let saving = Checkpointing { write: case.checkpoint_write, restart: case.checkpoint_restart };
    let lost: Ratio = saving.lost_throughput(job);
    let storms: Ratio = (case.storms * case.storm_outage).smaller(fraction(1.0));
    outcome.error_rate = Some(one);
    outcome.job_error_rate = Some(job);
    outcome.checkpoint_interval = (job.base() > 0.0).then(|| saving.interval(job));
    outcome.lost_throughput = Some(lost);
    outcome.storm_loss = Some(storms);
    let working = report_lost_parts(case, dose, outcome);
    let left: Ratio = complement(lost) * complement(storms) * working;
    outcome.radiation_availability = Some(case.pins.radiation_availability.unwrap_or(left));
}

/// Writes what the dose of the mission ends, and gives the share of the computers at work, mean over it.
fn report_lost_parts(case: &Case, dose: AbsorbedDose, outcome: &mut Outcome) -> Ratio {
    let computers = DoseTolerance { median: case.failure_dose, spread: case.failure_dose_spread };
    let working = computers.mean_working(dose);
    outcome.lost_parts = Some(computers.lost(dose));
    outcome.parts_working = Some(working);
    working
}

fn report_shadow(case: &Case, environment: &Environment, outcome: &mut Outcome) {
    let lit = case.pins.sunlit_fraction.unwrap_or(environment.sunlit_fraction);
    outcome.eclipse_loss = Some(complement(case.eclipse_share) * complement(lit));
}

fn report_downlink(
    case: &Case,
    environment: &Environment,
    satellite_it: Power,
    outcome: &mut Outcome,
) {
    let contact = match case.ground_path {
        GroundPath::Direct => {
            contact_share(environment.altitude, case.lowest_elevation, case.stations)
        }
        GroundPath::Relay => fraction(1.0),
    };
    let weather = any_site_availability(case.site_availability, case.site_diversity);
    let link_rate = bounded(case.ground_rate, outcome.radio_capacity);
    let capacity = downlink_capacity(Downlink {
        terminal_rate: link_rate,
        terminals: case.ground_links,
        contact_share: contact,
        availability: weather,
    });
    let rate = case.downlink_rate.smaller(capacity);
    outcome.contact_share = Some(contact);
    outcome.weather_availability = Some(weather);
    outcome.link_rate = Some(link_rate);
    outcome.downlink_capacity = Some(capacity);
    outcome.downlink_rate = Some(rate);
    outcome.bits_per_joule = Some(bits_per_joule(rate, satellite_it));
}

/// A stated rate, as far as its bound allows.
fn bounded(stated: InformationRate, bound: Option<InformationRate>) -> InformationRate {
    bound.map_or(stated, |bound| stated.smaller(bound))
}

/// Operations per second that accelerators of this IT power could do.
fn operations(case: &Case, it: Power) -> OperationRate {
    case.accelerator_rate * (it / case.accelerator_power)
}

fn report_interconnect(case: &Case, satellite_it: Power, outcome: &mut Outcome) {
    let rate = operations(case, satellite_it);
    let need = interconnect_need(&JobPart {
        need: case.interconnect_need,
        rate,
        satellite: satellite_it,
        job: case.job_power.smaller(case.it_power),
    });
    let one = bounded(case.terminal_rate, outcome.terminal_capacity);
    let capacity: InformationRate = one * case.terminals;
    outcome.downlink_per_operation = outcome.downlink_rate.map(|downlink| downlink / rate);
    outcome.downlink_need_per_operation =
        Some(case.downlink_need * case.accelerator_power / case.accelerator_rate);
    outcome.interconnect_need_rate = Some(need);
    outcome.interconnect_capacity = Some(capacity);
    outcome.interconnect_per_operation = Some(capacity / rate);
    outcome.work_carried = Some(carried_share(capacity, need));
}
