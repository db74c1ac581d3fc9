//! Rate of one link against distance.

use skyrack::charts::{Lines, Measure, Scale};
use skyrack::physics::link::OpticalLink;
use skyrack::system::satellites::radio_link;
use skyrack::units::{
    InformationRate, Length, Power, count, fraction, gigabit_per_second, kilometer, meter,
    micrometer, watt,
};

use super::reference::{Row, rows, scenario};
use super::{curve, dashed, dots, figure, picture, ratios};

const FRIIS: &str = "optical_friis";
const SENT: f64 = 5.0;
const PHOTONS: f64 = 100.0;
/// Optics of 0.8 on either side and a loss of one half, as in the table.
const EFFICIENCY: f64 = 0.8 * 0.8 * 0.5;

pub(crate) fn rate_against_distance() -> Lines {
    let distances = ratios((1.0, 40_000.0), 93);
    let training = scenario("training-2026");
    let light = |name: &str, aperture: f64| {
        curve(name, &distances, |distance| {
            let link = telescopes(aperture, distance);
            let caught = link.received_power(Power::new::<watt>(SENT)).power;
            gigabits(link.bit_rate(caught, count(PHOTONS)))
        })
    };
    let radio = curve("radio, 0.5 m to 1.5 m", &distances, |distance| {
        gigabits(radio_link(&training.case).capacity(Length::new::<kilometer>(distance)))
    });
    let need = training.shown("link.interconnect_need").unwrap()
        / training.shown("link.terminals").unwrap();
    let lines = figure(
        picture(
            "links",
            "With 5 W and 10 cm, light could carry training to 1 700 km; radio carries it nowhere",
            "Light: 5 W sent at 1.55 um, optics and margin of 0.32, 100 photons per bit. Radio: 40 \
             W in 3.6 GHz at 19 GHz",
            "skyrack: Gaussian beam, Shannon's bound; dots: NumPy, Friis formula, 0.05 m to 0.3 m, \
             at 1 km more than was sent",
        ),
        (Measure::new("Distance", "km"), Measure::new("Rate of one link", "Gbit/s")),
        (Scale::Log, Scale::Log),
        vec![
            light("light, 0.3 m", 0.3),
            light("light, 0.1 m", 0.1),
            light("light, 0.05 m", 0.05),
            dashed(radio),
            dots("NumPy", friis()),
        ],
    );
    Lines {
        level: Some((need, "training on satellites of 36 kW, per terminal".to_owned())),
        ..lines
    }
}

fn gigabits(rate: InformationRate) -> f64 {
    rate.get::<gigabit_per_second>()
}

fn telescopes(aperture: f64, distance: f64) -> OpticalLink {
    OpticalLink {
        wavelength: Length::new::<micrometer>(1.55),
        transmitter: Length::new::<meter>(aperture),
        receiver: Length::new::<meter>(aperture),
        range: Length::new::<kilometer>(distance),
        efficiency: fraction(EFFICIENCY),
    }
}

/// Rates from the photons of the table: equal telescopes, 1.55 um, 5 W.
fn friis() -> Vec<(f64, f64)> {
    let fits = |row: &&Row| {
        row.has(&[("wavelength_m", 1.55e-6), ("p_tx_W", SENT)])
            && row.has(&[("d_tx_m", row.number("d_rx_m"))])
    };
    let point =
        |row: &Row| (row.number("range_m") / 1e3, row.number("photons_per_s") / PHOTONS / 1e9);
    let mut points: Vec<(f64, f64)> = rows(FRIIS).iter().filter(fits).map(point).collect();
    points.sort_by(|one, other| one.0.total_cmp(&other.0));
    points
}
