//! What power, aperture and distance let a link carry at most, beside the rates that are stated.

use crate::physics::environment::Environment;
use crate::physics::link::{GaussianBeam, OpticalLink, RadioLink, pointing_loss, slant_range};
use crate::system::inputs::Case;
use crate::system::metrics::Outcome;
use crate::system::notes::{Note, Notes};
use crate::units::{InformationRate, Length, Power, Ratio};

/// Writes the bounds of a radio link to the ground and of an optical terminal, and says where a stated rate exceeds one.
pub(super) fn report(
    case: &Case,
    environment: &Environment,
    outcome: &mut Outcome,
    notes: &mut Notes,
) {
    let radio = (case.ground_bandwidth.base() > 0.0).then(|| radio_capacity(case, environment));
    let light = terminal_capacity(case);
    outcome.radio_capacity = radio;
    outcome.terminal_capacity = Some(light);
    let weak_radio = radio.is_some_and(|capacity| case.ground_rate > capacity);
    notes.add_if(weak_radio, Note::RadioTooWeak);
    let weak_light = case.terminals.base() > 0.0 && case.terminal_rate > light;
    notes.add_if(weak_light, Note::LightTooWeak);
}

fn radio_capacity(case: &Case, environment: &Environment) -> InformationRate {
    let link = RadioLink {
        carrier: case.ground_carrier,
        bandwidth: case.ground_bandwidth,
        sent: case.ground_power,
        transmitter: case.ground_antenna,
        receiver: case.station_antenna,
        antenna_efficiency: case.antenna_efficiency,
        noise: case.station_noise,
        efficiency: case.ground_efficiency,
    };
    link.capacity(slant_range(environment.altitude, case.lowest_elevation))
}

fn terminal_capacity(case: &Case) -> InformationRate {
    let waist: Length = case.terminal_aperture / (2.0 * std::f64::consts::SQRT_2);
    let beam = GaussianBeam { waist, wavelength: case.terminal_wavelength };
    let steady: Ratio = pointing_loss(beam.half_divergence(), case.terminal_jitter);
    let link = OpticalLink {
        wavelength: case.terminal_wavelength,
        transmitter: case.terminal_aperture,
        receiver: case.terminal_aperture,
        range: case.terminal_distance,
        efficiency: case.terminal_efficiency * steady,
    };
    let sent: Power = case.terminal_power * case.radiated_share;
    link.bit_rate(link.received_power(sent).power, case.photons_per_bit)
}
