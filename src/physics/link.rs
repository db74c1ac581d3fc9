//! Links: what the downlink carries, radio to the ground and light in space.

mod interconnect;
mod optical;
mod radio;

pub use interconnect::{JobPart, carried_share, interconnect_need, line_of_sight};
pub use optical::{
    GaussianBeam, OpticalLink, ReceivedPower, free_space_loss, optimum_truncation, photons_per_bit,
    photons_per_one, pointing_loss, q_factor, telescope_gain, truncated_gaussian_efficiency,
};
pub use radio::{RadioLink, slant_range};

use crate::constants::EARTH_RADIUS;
use crate::units::{
    Angle, Count, InformationPerEnergy, InformationRate, Length, Power, Ratio, complement, fraction,
};

/// Links of one satellite to the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Downlink {
    /// Rate of one terminal while it is in contact.
    pub terminal_rate: InformationRate,
    /// Terminals that work at the same time.
    pub terminals: Count,
    /// Share of the time with a station in view: see [`contact_share`]; 1 through a relay.
    pub contact_share: Ratio,
    /// Share of the contact time in which weather and stations allow the link: see
    /// [`any_site_availability`].
    pub availability: Ratio,
}

/// Mean rate that reaches the ground.
///
/// # Model
/// ```text
/// C = n r c A
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | C | mean rate | bit/s |
/// | n, r | terminals, rate of each | 1, bit/s |
/// | c | share of the time with a station in view | 1 |
/// | A | availability of the link then | 1 |
///
/// # Assumes
/// Enough memory on board to wait for a station, and an antenna there that is free; see
/// [`station_share`].
///
/// # Valid for
/// Means over days.
///
/// # References
/// Definition
pub fn downlink_capacity(downlink: Downlink) -> InformationRate {
    let share: Ratio = downlink.contact_share * downlink.availability;
    downlink.terminal_rate * downlink.terminals * share
}

/// Mean rate that the antennas of all ground stations leave to each satellite of a fleet.
///
/// # Model
/// ```text
/// C = N a r p / n
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | C | mean rate per satellite | bit/s |
/// | N, a | stations, antennas of each | 1 |
/// | r | rate of one link | bit/s |
/// | p | share of the time in which weather leaves a station open | 1 |
/// | n | satellites | 1 |
///
/// # Assumes
/// An antenna serves one satellite at a time and always has one in view: a bound, which a fleet
/// that covers the sky reaches and a single satellite does not. What one satellite can do alone is
/// [`downlink_capacity`]; the smaller of both counts.
///
/// # Valid for
/// Fleets of at least one satellite, spread evenly.
///
/// # References
/// Definition
pub fn station_share(
    stations: &Stations,
    link_rate: InformationRate,
    fleet: Ratio,
) -> InformationRate {
    let antennas: Ratio = stations.number.number() * stations.antennas.number();
    link_rate * antennas * stations.availability / fleet
}

/// Ground stations that a fleet shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stations {
    /// How many.
    pub number: Count,
    /// Antennas of each that work at the same time.
    pub antennas: Count,
    /// Share of the time in which weather leaves one of them open.
    pub availability: Ratio,
}

/// Data that can leave per energy that the computers use; a rate over a power, as
/// [`downlink_capacity`] gives it.
pub fn bits_per_joule(rate: InformationRate, it_power: Power) -> InformationPerEnergy {
    rate / it_power
}

/// Share of the time in which at least one of several ground stations sees a satellite.
///
/// # Model
/// ```text
/// c = 1 − (1 − c_1)^n        c_1 = (1 − cos λ) / 2        λ = acos(R_e cos ε / (R_e + h)) − ε
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | λ | radius of the circle on the ground that sees the satellite, as an angle at the center | radian |
/// | ε | lowest elevation that is used | deg |
/// | h | altitude | m |
/// | n | stations | 1 |
///
/// # Assumes
/// Stations spread at random over the sphere. A polar orbit passes a station near a pole four times
/// as often, a station on the equator about half as often as this mean.
///
/// # Valid for
/// Elevation 0 to 90 deg.
///
/// # References
/// Spherical geometry
pub fn contact_share(altitude: Length, lowest_elevation: Angle, stations: Count) -> Ratio {
    let (sine, cosine) = (lowest_elevation.sin().base(), lowest_elevation.cos().base());
    let reach: Ratio = EARTH_RADIUS * cosine / (EARTH_RADIUS + altitude);
    let reach = reach.base();
    // cos λ of the difference of two angles
    let circle = reach * cosine + (1.0 - reach * reach).max(0.0).sqrt() * sine;
    any_of(fraction((0.5 * (1.0 - circle)).max(0.0)), stations)
}

/// Availability of a link that needs one of several sites of equal availability.
///
/// # Model
/// ```text
/// A = 1 − (1 − p)^n
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | A | share of the time with at least one site open | 1 |
/// | p, n | availability of each site, number of sites | 1 |
///
/// # Assumes
/// Clouds of different sites are independent: sites some hundred kilometers or more apart, each in
/// view. Correlated weather makes it too high.
///
/// # Valid for
/// Shares 0 to 1.
///
/// # References
/// Product of probabilities; site availability of the order of 0.7 in \[Birch2022\], abstract
pub fn any_site_availability(site: Ratio, sites: Count) -> Ratio {
    any_of(site, sites)
}

/// As [`any_site_availability`], for sites that differ: 1 − ∏ (1 − `p_i`).
pub fn any_of_sites_availability(sites: &[Ratio]) -> Ratio {
    complement(sites.iter().fold(fraction(1.0), |closed, &site| closed * complement(site)))
}

fn any_of(one: Ratio, several: Count) -> Ratio {
    complement(complement(one).pow(several.number()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{
        bit_per_joule, count, degree, gigabit_per_second, kilometer, kilowatt, megawatt,
    };

    #[test]
    fn ten_gbit_per_s_for_a_megawatt_are_10_000_bits_per_joule() {
        let downlink = Downlink {
            terminal_rate: InformationRate::new::<gigabit_per_second>(20.0),
            terminals: count(2.0),
            contact_share: fraction(0.5),
            availability: fraction(0.5),
        };
        let rate = downlink_capacity(downlink);
        assert!((rate.get::<gigabit_per_second>() - 10.0).abs() < 1e-12);
        let data = bits_per_joule(rate, Power::new::<megawatt>(1.0));
        assert!((data.get::<bit_per_joule>() - 10_000.0).abs() < 1e-9);
        assert!(bits_per_joule(rate, Power::new::<kilowatt>(1.0)) > data);
    }

    #[test]
    fn a_station_sees_half_of_the_sphere_from_infinity_and_nothing_from_the_ground() {
        let share = |altitude: f64, elevation: f64| {
            let elevation = Angle::new::<degree>(elevation);
            contact_share(Length::new::<kilometer>(altitude), elevation, count(1.0)).base()
        };
        assert!((share(1.0e12, 0.0) - 0.5).abs() < 1e-8);
        assert!(share(0.0, 10.0).abs() < 1e-12 && share(550.0, 90.0).abs() < 1e-12);
        // λ = acos(6378.137 cos 10° / 6928.137) − 10° = 14.955°
        assert!((share(550.0, 10.0) - 0.016_936).abs() < 1e-5, "{}", share(550.0, 10.0));
    }

    #[test]
    fn ten_antennas_of_20_gbit_per_s_leave_60_mbit_per_s_to_3334_satellites() {
        let stations =
            Stations { number: count(10.0), antennas: count(1.0), availability: fraction(1.0) };
        let link = InformationRate::new::<gigabit_per_second>(20.0);
        let share = |stations: &Stations, fleet: f64| {
            station_share(stations, link, fraction(fleet)).get::<gigabit_per_second>()
        };
        assert!((share(&stations, 3_334.0) - 200.0 / 3_334.0).abs() < 1e-15);
        let more = Stations { antennas: count(8.0), ..stations };
        assert!((share(&more, 3_334.0) / share(&stations, 3_334.0) - 8.0).abs() < 1e-12);
        assert!((share(&stations, 1.0) - 200.0).abs() < 1e-12);
    }

    #[test]
    fn three_sites_of_70_percent_are_open_97p3_percent_of_the_time() {
        let site = fraction(0.7);
        assert!((any_site_availability(site, count(3.0)).base() - 0.973).abs() < 1e-12);
        assert!((any_of_sites_availability(&[site; 3]).base() - 0.973).abs() < 1e-12);
        assert_eq!(any_of_sites_availability(&[]), fraction(0.0));
        assert_eq!(any_site_availability(site, count(0.0)), fraction(0.0));
    }
}
