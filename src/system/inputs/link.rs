//! Links to the ground and between satellites.

use super::inputs;
use crate::system::choices::GroundPath;
use crate::units::{
    Angle, Count, InformationRate, Length, Mass, Money, Power, Ratio, Temperature, WaveFrequency,
};

inputs! {
    /// Links to the ground and between satellites.
    Link link;

    /// Optical terminals per satellite.
    terminals: Count, in "1" 0..=1_000 from "model.link.terminals"
        label "Optical terminals per satellite" in Links,
        better Neither, Design, read by Satellites, stream 241;
        choose Terminals;

    /// Mass of an optical terminal.
    terminal_mass: Mass, in "kg" 0..=1_000 from "subsystems.isl_tesat.mass"
        label "Optical terminal mass" in Links,
        better Lower, Fact, read by Satellites, stream 87;

    /// Electric power of an optical terminal.
    terminal_power: Power, in "W" 0..=1.0e5 from "subsystems.isl_tesat.power"
        label "Optical terminal power" in Links,
        better Neither, Technology, read by Satellites, stream 85;

    /// Data rate of an optical terminal to another satellite, each way.
    terminal_rate: InformationRate, in "Gbit/s" 0..=1.0e6 from "subsystems.isl_tesat.rate"
        label "Optical terminal data rate" in Links,
        better Higher, Technology, read by Satellites, stream 242;

    /// Price of an optical terminal.
    terminal_price: Money, in "USD" 0..=1.0e8 from "subsystems.isl_cost.unit_cost"
        label "Optical terminal price" in Links, better Lower, Market, read by Costs, stream 22;

    /// Path of data to the ground: direct to stations, or through relay satellites.
    ground_path: GroundPath, in "choice" 0..=1 from "model.ground_station.path"
        label "Path of data to ground" in Links,
        better Neither, Design, read by Satellites, stream 243;

    /// Links of one satellite to the ground that work at the same time.
    ground_links: Count, in "1" 0..=1_000 from "model.ground_station.links"
        label "Links to ground per satellite" in Links,
        better Neither, Design, read by Satellites, stream 133;

    /// Data rate of one link to the ground while in contact.
    ground_rate: InformationRate, in "Gbit/s" 0..=1.0e6 from "model.ground_station.link_rate"
        label "Data rate of one ground link" in Links,
        better Neither, Design, read by Satellites, stream 134, free;

    /// Number of ground stations, spread over the Earth.
    stations: Count, in "1" 0..=100_000 from "model.ground_station.stations"
        label "Ground stations" in Links,
        better Neither, Design, read by Satellites, stream 135, free;

    /// Antennas of a ground station that work at the same time, each with one satellite.
    antennas_per_station: Count, in "1" 1..=10_000 from "model.ground_station.antennas"
        label "Antennas per ground station" in Links,
        better Neither, Design, read by Satellites, stream 403, free;

    /// Lowest elevation above the horizon at which a station works.
    lowest_elevation: Angle, in "deg" 0..=89 from "model.ground_station.lowest_elevation"
        label "Lowest station elevation" in Links,
        better Neither, Design, read by Satellites, stream 136;

    /// Share of time in which weather does not interrupt the link at one station.
    site_availability: Ratio, in "1" 0..=1 from "model.ground_station_radio.availability"
        label "Clear weather at one station" in Links,
        better Neither, Nature, read by Satellites, stream 137;

    /// Number of stations that can replace one another while a satellite is in view.
    site_diversity: Count, in "1" 1..=1_000 from "model.ground_station.diversity"
        label "Alternative stations in view" in Links,
        better Neither, Design, read by Satellites, stream 138;

    /// Mean downlink rate allotted to one satellite, limited to `downlink.capacity`.
    downlink_rate: InformationRate, in "Gbit/s" 0..=1.0e6 from "subsystems.downlink_ka.rate"
        label "Allotted downlink rate" in Links,
        better Neither, Design, read by Satellites, stream 244, free;

    /// Carrier frequency of the radio link to the ground.
    ground_carrier: WaveFrequency, in "GHz" 0.1..=1_000 from "model.ground_radio.carrier"
        label "Radio carrier frequency" in Links,
        better Neither, Design, read by Satellites, stream 139;

    /// Bandwidth of one radio link to the ground, each polarization counted; zero for an optical
    /// link.
    ground_bandwidth: WaveFrequency, in "GHz" 0..=1_000 from "model.ground_station_radio.bandwidth"
        label "Radio bandwidth" in Links, better Neither, Design, read by Satellites, stream 140;

    /// Transmit power of one radio link to the ground.
    ground_power: Power, in "W" 0.001..=1.0e6 from "model.ground_radio.power"
        label "Radio transmit power" in Links,
        better Neither, Design, read by Satellites, stream 141;

    /// Diameter of the antenna on the satellite.
    ground_antenna: Length, in "m" 0.01..=100 from "model.ground_radio.antenna"
        label "Satellite antenna diameter" in Links,
        better Neither, Design, read by Satellites, stream 142;

    /// Diameter of the antenna of a ground station.
    station_antenna: Length, in "m" 0.01..=100 from "model.ground_radio.station_antenna"
        label "Station antenna diameter" in Links,
        better Neither, Design, read by Satellites, stream 143;

    /// Noise temperature of a station's receiver, with antenna and sky.
    station_noise: Temperature, in "K" 1..=10_000 from "model.ground_radio.noise"
        label "Station noise temperature" in Links,
        better Neither, Technology, read by Satellites, stream 144;

    /// Gain of an antenna over that of a uniformly illuminated aperture of its size, at both ends.
    antenna_efficiency: Ratio, in "1" 0.01..=1 from "model.ground_radio.antenna_efficiency"
        label "Antenna efficiency" in Links,
        better Neither, Technology, read by Satellites, stream 145;

    /// Share of the radio power left after rain, air, pointing and polarization losses.
    ground_efficiency: Ratio, in "1" 1.0e-6..=1 from "model.ground_radio.efficiency"
        label "Radio path efficiency" in Links,
        better Neither, Nature, read by Satellites, stream 146;

    /// Wavelength of the optical terminals.
    terminal_wavelength: Length, in "um" 0.1..=100 from "model.optical_terminal.wavelength"
        label "Optical terminal wavelength" in Links,
        better Neither, Design, read by Satellites, stream 147;

    /// Diameter of the telescope of an optical terminal.
    terminal_aperture: Length, in "m" 0.001..=10 from "model.optical_terminal.aperture"
        label "Optical terminal aperture" in Links,
        better Neither, Design, read by Satellites, stream 148;

    /// Distance to the satellites with which the optical terminals link.
    terminal_distance: Length, in "km" 0.001..=1.0e6 from "subsystems.isl_tesat.distance"
        label "Distance between satellites" in Links,
        better Lower, Design, read by Satellites, stream 149;

    /// Height above the ground above which the air leaves light between satellites alone.
    air_height: Length, in "km" 0..=200 from "model.optical_terminal.air_height"
        label "Height of air under links" in Links,
        better Lower, Nature, read by Satellites, stream 404;

    /// Pointing jitter of the optical terminals: standard deviation of each axis.
    terminal_jitter: Angle, in "urad" 0..=10_000 from "model.optical_terminal.jitter"
        label "Pointing jitter of terminals" in Links,
        better Lower, Technology, read by Satellites, stream 150;

    /// Share of the light left after losses in optics of both ends and filters, and margin;
    /// diffraction and jitter are separate.
    terminal_efficiency: Ratio, in "1" 1.0e-6..=1 from "model.optical_terminal.efficiency"
        label "Optical link efficiency" in Links,
        better Higher, Technology, read by Satellites, stream 151;

    /// Number of photons that an optical terminal needs per bit.
    photons_per_bit: Count, in "1" 0.1..=1.0e6 from "model.optical_terminal.photons_per_bit"
        label "Photons per bit" in Links, better Lower, Technology, read by Satellites, stream 152;

    /// Share of the power of the optical terminals that leaves the satellite as beams.
    radiated_share: Ratio, in "1" 0..=1 from "model.link.radiated_share"
        label "Radiated share of link power" in Links,
        better Higher, Technology, read by Satellites, stream 93;
}
