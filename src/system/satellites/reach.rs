//! What power, aperture and distance let a link carry at most; a rate that is stated beyond it
//! counts as far as it.

use crate::physics::environment::Environment;
use crate::physics::link::{OpticalLink, RadioLink, line_of_sight, slant_range};
use crate::system::choices::GroundPath;
use crate::system::inputs::Case;
use crate::system::notes::{Note, Notes};
use crate::units::{InformationRate, Length, Power, Ratio};

/// Bounds on the rates of the links.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Reach {
    /// One radio link to the ground at the lowest elevation; none where the way is another.
    pub radio: Option<InformationRate>,
    /// One optical terminal.
    pub terminal: InformationRate,
    /// Longest distance at which two satellites see each other past the Earth and its air.
    pub sight: Length,
}

impl Reach {
    pub(super) fn new(case: &Case, environment: &Environment) -> Self {
        let link = &case.link;
        let is_radio = link.ground_path == GroundPath::Direct && link.ground_bandwidth.base() > 0.0;
        let range = slant_range(environment.altitude, link.lowest_elevation);
        Self {
            radio: is_radio.then(|| radio_link(case).capacity(range)),
            terminal: terminal_capacity(case),
            sight: line_of_sight(environment.altitude, link.air_height),
        }
    }

    /// Says where a stated rate exceeds its bound.
    pub(super) fn remarks(&self, case: &Case) -> Notes {
        let link = &case.link;
        let mut notes = Notes::default();
        let weak_radio = self.radio.is_some_and(|bound| link.ground_rate > bound);
        notes.add_if(link.ground_links.base() > 0.0 && weak_radio, Note::RadioTooWeak);
        let weak_light = link.terminal_rate > self.terminal;
        notes.add_if(link.terminals.base() > 0.0 && weak_light, Note::LightTooWeak);
        notes
    }
}

/// The radio to the ground of a case.
pub const fn radio_link(case: &Case) -> RadioLink {
    RadioLink {
        carrier: case.link.ground_carrier,
        bandwidth: case.link.ground_bandwidth,
        sent: case.link.ground_power,
        transmitter: case.link.ground_antenna,
        receiver: case.link.station_antenna,
        antenna_efficiency: case.link.antenna_efficiency,
        noise: case.link.station_noise,
        efficiency: case.link.ground_efficiency,
    }
}

fn terminal_capacity(case: &Case) -> InformationRate {
    let link = OpticalLink {
        wavelength: case.link.terminal_wavelength,
        transmitter: case.link.terminal_aperture,
        receiver: case.link.terminal_aperture,
        range: case.link.terminal_distance,
        efficiency: case.link.terminal_efficiency,
    };
    let sent: Power = case.link.terminal_power * case.link.radiated_share;
    let steady: Ratio = link.beam().steadiness(link.range, case.link.terminal_jitter);
    link.bit_rate(link.received_power(sent).power * steady, case.link.photons_per_bit)
}
