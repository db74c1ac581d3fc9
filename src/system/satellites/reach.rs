//! What power, aperture and distance let a link carry at most; a rate that is stated beyond it counts as far as it.

use crate::physics::environment::Environment;
use crate::physics::link::{OpticalLink, RadioLink, slant_range};
use crate::system::choices::GroundPath;
use crate::system::inputs::Case;
use crate::system::metrics::Outcome;
use crate::system::notes::{Note, Notes};
use crate::units::{InformationRate, Power, Ratio};

/// Writes the bounds of a radio link to the ground and of an optical terminal, and says where a stated rate exceeds one.
pub(super) fn report(
    case: &Case,
    environment: &Environment,
    outcome: &mut Outcome,
    notes: &mut Notes,
) {
    let is_radio = case.ground_path == GroundPath::Direct && case.ground_bandwidth.base() > 0.0;
    let radio = is_radio.then(|| radio_capacity(case, environment));
    let light = terminal_capacity(case);
    outcome.radio_capacity = radio;
    outcome.terminal_capacity = Some(light);
    let weak_radio =
        case.ground_links.base() > 0.0 && radio.is_some_and(|capacity| case.ground_rate > capacity);
    notes.add_if(weak_radio, Note::RadioTooWeak);
    let weak_light = case.terminals.base() > 0.0 && case.terminal_rate > light;
    notes.add_if(weak_light, Note::LightTooWeak);
}

/// The radio to the ground of a case.
pub const fn radio_link(case: &Case) -> RadioLink {
    RadioLink {
        carrier: case.ground_carrier,
        bandwidth: case.ground_bandwidth,
        sent: case.ground_power,
        transmitter: case.ground_antenna,
        receiver: case.station_antenna,
        antenna_efficiency: case.antenna_efficiency,
        noise: case.station_noise,
        efficiency: case.ground_efficiency,
    }
}

fn radio_capacity(case: &Case, environment: &Environment) -> InformationRate {
    radio_link(case).capacity(slant_range(environment.altitude, case.lowest_elevation))
}

fn terminal_capacity(case: &Case) -> InformationRate {
    let link = OpticalLink {
        wavelength: case.terminal_wavelength,
        transmitter: case.terminal_aperture,
        receiver: case.terminal_aperture,
        range: case.terminal_distance,
        efficiency: case.terminal_efficiency,
    };
    let sent: Power = case.terminal_power * case.radiated_share;
    let steady: Ratio = link.beam().steadiness(link.range, case.terminal_jitter);
    link.bit_rate(link.received_power(sent).power * steady, case.photons_per_bit)
}
