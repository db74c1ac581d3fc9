//! Links to the ground.

use super::metrics;
use crate::units::{InformationPerEnergy, InformationPerOperation, InformationRate, Ratio};

metrics! {
    /// Links to the ground.
    DownlinkMetrics downlink, with m, case, e;

    /// Share of the time with a station in view, or with one through a relay.
    contact_share: Ratio, in "1", "Contact with ground" = e.satellites()?.work.downlink.contact,
        "Share of the sphere that sees any of `link.stations` above `link.lowest_elevation` \
         from `orbit.altitude`; one where `link.ground_path` is relay.";

    /// Share of the contact time that weather leaves usable.
    weather_availability: Ratio, in "1", "Weather availability" =
        e.satellites()?.work.downlink.weather,
        "One less the probability that all stations have bad weather: (1 - \
         `link.site_availability`) to the power of `link.site_diversity`.";

    /// Data rate of one link to the ground in contact: the stated rate, up to what a radio can
    /// carry.
    link_rate: InformationRate, in "Gbit/s", "Data rate of one link in contact" =
        e.satellites()?.work.downlink.link_rate,
        "`link.ground_rate`, at most `downlink.radio_capacity` where the link is a radio to a \
         station (`link.ground_path`).";

    /// Mean data rate that the links of one satellite can carry to the ground.
    capacity: InformationRate, in "Gbit/s", "Downlink capacity" =
        case.link.ground_links * m.downlink().link_rate()? * m.downlink().contact_share()? *
            m.downlink().weather_availability()?;

    /// Shannon capacity of one radio link to the ground at the lowest elevation; a stated rate
    /// above it does not count.
    radio_capacity: InformationRate, in "Gbit/s", "Radio link capacity" =
        e.satellites()?.reach.radio?,
        "`link.ground_bandwidth` x log2(1 + carrier / noise): `link.ground_power`, \
         `link.ground_antenna`, `link.station_antenna`, `link.antenna_efficiency`, \
         `link.ground_efficiency` and `link.ground_carrier` against `link.station_noise` over \
         the distance at `link.lowest_elevation` from `orbit.altitude`.";

    /// Mean data rate that the antennas of the ground stations leave to each satellite; none
    /// through a relay.
    station_share: InformationRate, in "Gbit/s", "Ground stations' share" =
        e.satellites()?.work.downlink.station_share?,
        "`link.stations` x `link.antennas_per_station` x `downlink.link_rate` x \
         `link.site_availability` over `it.power` / `satellite.it_power` where \
         `link.ground_path` is direct.";

    /// Mean data rate of one satellite to the ground: the allotted rate, up to what links and
    /// ground stations carry.
    rate: InformationRate, in "Gbit/s", "Downlink rate" = e.satellites()?.work.downlink.rate,
        "Smallest of `link.downlink_rate`, `downlink.capacity` and, without a relay, \
         `downlink.station_share`.";

    /// Downlink per IT energy.
    bits_per_joule: InformationPerEnergy, in "bit/J", "Downlink per IT energy" =
        m.downlink().rate()? / m.satellite().it_power()?;

    /// Downlink per possible operation of the accelerators.
    per_operation: InformationPerOperation, in "bit/FLOP", "Downlink per operation" =
        m.downlink().rate()? * case.it.accelerator_power / (m.satellite().it_power()? *
            case.it.accelerator_rate);

    /// Downlink that the work needs per possible operation of the accelerators.
    need_per_operation: InformationPerOperation, in "bit/FLOP", "Downlink needed per operation" =
        case.it.downlink_need * case.it.accelerator_power / case.it.accelerator_rate;
}
