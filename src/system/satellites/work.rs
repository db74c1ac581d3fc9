//! How much work gets done: errors, dose, storms and shadow that stop the computers, links between
//! the satellites of a job, and the way of results to the ground.

use super::dose::ChipDose;
use super::reach::Reach;
use crate::numeric::whole::whole_at_least;
use crate::physics::environment::Environment;
use crate::physics::link::{
    self, JobPart, Stations, any_site_availability, bits_per_joule, carried_share, contact_share,
    downlink_capacity, interconnect_need, station_share,
};
use crate::physics::radiation::parts::DoseTolerance;
use crate::physics::radiation::{Checkpointing, upset_rate};
use crate::system::choices::GroundPath;
use crate::system::environment::{Surroundings, sunlit_fraction};
use crate::system::inputs::Case;
use crate::units::{
    Count, Frequency, InformationPerEnergy, InformationRate, OperationRate, Power, Ratio, Time,
    complement, fraction,
};

/// Most optical terminals of a satellite.
const MOST_TERMINALS: f64 = 1_000.0;

/// How much work gets done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Work {
    /// Work lost to errors, dose and storms.
    pub losses: Losses,
    /// Share of the work lost where computers are throttled in shadow.
    pub eclipse_loss: Ratio,
    /// The way of results to the ground.
    pub downlink: DownlinkCapacity,
    /// Links between the satellites of a job.
    pub interconnect: Interconnect,
}

/// Work lost to errors, dose and storms.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Losses {
    /// Errors of one accelerator that send its job back to the last checkpoint.
    pub error_rate: Frequency,
    /// The same of a whole job.
    pub job_error_rate: Frequency,
    /// Best time of work between two checkpoints; none without errors.
    pub checkpoint_interval: Option<Time>,
    /// Share of the work lost to checkpoints, restarts and work done twice.
    pub throughput: Ratio,
    /// Share of time lost to solar storms.
    pub storms: Ratio,
    /// Share of the computers that dose has ended by the end of the mission.
    pub parts: Ratio,
    /// Share of the computers that dose leaves at work, mean over the mission.
    pub working: Ratio,
    /// Share of the work that is left, as pinned or from the shares above.
    pub availability: Ratio,
}

/// The way of results to the ground, of one satellite.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DownlinkCapacity {
    /// Share of the time with a station in view, or one through a relay.
    pub contact: Ratio,
    /// Share of the contact that weather leaves.
    pub weather: Ratio,
    /// Rate of one link in contact.
    pub link_rate: InformationRate,
    /// Mean rate that the links can bring to the ground.
    pub capacity: InformationRate,
    /// Mean rate that the antennas on the ground leave to one satellite; none through a relay.
    pub station_share: Option<InformationRate>,
    /// Mean rate: what is allotted, as far as links and stations carry it.
    pub rate: InformationRate,
    /// The same per IT energy.
    pub bits_per_joule: InformationPerEnergy,
}

/// Links between the satellites of a job.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Interconnect {
    /// Rate that one satellite exchanges at full work.
    pub need: InformationRate,
    /// Rate that its terminals carry, each way.
    pub capacity: InformationRate,
    /// Share of the work that they carry.
    pub carried: Ratio,
}

impl Work {
    /// Of satellites of this IT power each.
    pub(super) fn new(
        case: &Case,
        environment: &Environment,
        it_power: Power,
        dose: &ChipDose,
        reach: &Reach,
    ) -> Self {
        let lit = sunlit_fraction(case, environment);
        Self {
            losses: Losses::new(case, dose),
            eclipse_loss: complement(case.it.eclipse_share) * complement(lit),
            downlink: DownlinkCapacity::new(case, environment, it_power, reach),
            interconnect: Interconnect::new(case, it_power, reach),
        }
    }

    /// Share of the work that radiation, shadow and the links between satellites leave.
    pub fn kept(&self) -> Ratio {
        self.losses.availability * (fraction(1.0) - self.eclipse_loss) * self.interconnect.carried
    }
}

impl Losses {
    fn new(case: &Case, dose: &ChipDose) -> Self {
        let it = &case.it;
        let error_rate: Frequency = upset_rate(dose.trapped, it.errors_per_dose);
        let parts: Ratio = it.job_power.smaller(it.power) / it.accelerator_power;
        let job_error_rate: Frequency = error_rate * parts;
        let saving = Checkpointing { write: it.checkpoint_write, restart: it.checkpoint_restart };
        let throughput = saving.lost_throughput(job_error_rate);
        let storms: Ratio = (case.environment.storms * it.storm_outage).smaller(fraction(1.0));
        let computers = DoseTolerance { median: it.failure_dose, spread: it.failure_dose_spread };
        let working = computers.mean_working(dose.mission);
        let left: Ratio = complement(throughput) * complement(storms) * working;
        Self {
            error_rate,
            job_error_rate,
            checkpoint_interval: (job_error_rate.base() > 0.0)
                .then(|| saving.interval(job_error_rate)),
            throughput,
            storms,
            parts: computers.lost(dose.mission),
            working,
            availability: case.pins.radiation_availability.unwrap_or(left),
        }
    }
}

impl DownlinkCapacity {
    fn new(case: &Case, environment: &Environment, it_power: Power, reach: &Reach) -> Self {
        let stated = &case.link;
        let contact = match stated.ground_path {
            GroundPath::Direct => {
                contact_share(environment.altitude, stated.lowest_elevation, stated.stations)
            }
            GroundPath::Relay => fraction(1.0),
        };
        let weather = any_site_availability(stated.site_availability, stated.site_diversity);
        let link_rate =
            reach.radio.map_or(stated.ground_rate, |bound| stated.ground_rate.smaller(bound));
        let capacity = downlink_capacity(link::Downlink {
            terminal_rate: link_rate,
            terminals: stated.ground_links,
            contact_share: contact,
            availability: weather,
        });
        let stations = Stations {
            number: stated.stations,
            antennas: stated.antennas_per_station,
            availability: stated.site_availability,
        };
        let fleet: Ratio = case.it.power / it_power;
        let station_share = (stated.ground_path == GroundPath::Direct)
            .then(|| station_share(&stations, link_rate, fleet));
        let carried = station_share.map_or(capacity, |share| capacity.smaller(share));
        let rate = stated.downlink_rate.smaller(carried);
        let bits_per_joule = bits_per_joule(rate, it_power);
        Self { contact, weather, link_rate, capacity, station_share, rate, bits_per_joule }
    }
}

/// Optical terminals of a satellite that carry all of what its work exchanges with others; none
/// where it exchanges nothing. Where no satellite closes, whose evaluation says why, as many as the
/// case states.
pub fn terminals_needed(case: &Case, surroundings: &Surroundings) -> Count {
    let reach = Reach::new(case, &surroundings.environment);
    let Ok(power) = super::shared_power(case, surroundings) else { return case.link.terminals };
    let links = Interconnect::new(case, power, &reach);
    let terminals = links.need / case.link.terminal_rate.smaller(reach.terminal);
    let whole = if terminals.is_nan() { 0.0 } else { whole_at_least(terminals.base()) };
    Count::from_base(whole.min(MOST_TERMINALS))
}

impl Interconnect {
    fn new(case: &Case, it_power: Power, reach: &Reach) -> Self {
        let it = &case.it;
        let rate: OperationRate = it.accelerator_rate * (it_power / it.accelerator_power);
        let need = interconnect_need(&JobPart {
            need: it.interconnect_need,
            rate,
            satellite: it_power,
            job: it.job_power.smaller(it.power),
        });
        let one = case.link.terminal_rate.smaller(reach.terminal);
        let capacity: InformationRate = one * case.link.terminals;
        Self { need, capacity, carried: carried_share(capacity, need) }
    }
}
