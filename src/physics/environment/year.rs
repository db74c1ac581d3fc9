//! One orbit through the days of a year. Plain numbers in SI units and radians; this is the inner
//! loop of every study.

use std::f64::consts::{FRAC_1_PI, PI, TAU};

use super::loads::{Attitude, Sky};
use super::pass::{DAY_S, Pass};
use super::tally::{Extreme, LoadTally};
use super::{DayOfOrbit, Environment, SizingOrbit};
use crate::constants::EARTH_MEAN_RADIUS;
use crate::physics::albedo::Lit;
use crate::physics::eclipse::{edges, half_angle};
use crate::physics::radiation::Belts;
use crate::physics::radiation::solar_protons::SolarProtons;
use crate::physics::sun::{mean_sun_rate, obliquity_2000};
use crate::units::{Angle, Irradiance, Time, fraction};

impl Pass<'_> {
    /// Everything the year says of the orbit.
    pub(super) fn environment(&self, attitude: Attitude) -> Environment {
        let tally = LoadTally::of(self, attitude);
        let days = self.days() as f64;
        let ratio = (self.orbit.semi_major_axis() / EARTH_MEAN_RADIUS).base();
        let lit = Lit::from(ratio);
        let radiator = |at: Extreme| self.sky(at.index).radiator(ratio, &lit, attitude);
        let irradiance = |at: Extreme| Irradiance::from_base(self.track.irradiance[at.index]);
        let array = self.sky(tally.array_hot.index).array(ratio, &lit);
        let ram_array = 2.0 * FRAC_1_PI * tally.cos_beta / days;
        let ram_radiator = match attitude {
            Attitude::EdgeOn => self.ram_edge_on(),
            Attitude::Nadir | Attitude::OrbitNormal => 0.0,
            Attitude::ArrayBack => ram_array,
        };
        Environment {
            period: self.orbit.period(),
            speed: self.orbit.speed(),
            inclination: self.orbit.inclination(),
            altitude: self.orbit.altitude(),
            semi_major_axis: self.orbit.semi_major_axis(),
            sunlit_fraction: fraction(tally.illumination / days),
            eclipse_max: Time::from_base(self.longest_shadow_s(tally.widest)),
            eclipse_days: Time::from_base(f64::from(tally.shadow_days) * DAY_S),
            eclipse_count: fraction(tally.shadow_share_days * DAY_S * self.mean_rate() / TAU),
            beta_min: fraction(self.turning_point(tally.lowest.index)).asin(),
            beta_max: fraction(self.turning_point(tally.highest.index)).asin(),
            solar_irradiance_mean: Irradiance::from_base(tally.energy / tally.illumination),
            sizing: self.sizing(tally.hungriest.index),
            hot: radiator(tally.hot),
            hot_irradiance: irradiance(tally.hot),
            cold: radiator(tally.cold),
            cold_irradiance: irradiance(tally.cold),
            array,
            ram_share_array: fraction(ram_array),
            ram_share_radiator: fraction(ram_radiator),
            belts: Belts::of(self.orbit.altitude(), self.orbit.inclination()),
            solar_protons: SolarProtons::of(self.orbit.altitude(), self.orbit.inclination()),
        }
    }

    /// Sun angle and shadow at a sample.
    fn sky(&self, index: usize) -> Sky {
        let sin_beta = self.sines[index];
        let cos_beta = (1.0 - sin_beta * sin_beta).max(0.0).sqrt();
        let (umbra, shadow) = self.edges(index);
        let shadow = 0.5 * (half_angle(umbra, cos_beta) + half_angle(shadow, cos_beta));
        Sky { sin_beta, cos_beta, shadow }
    }

    /// Cosines of the angles from the anti-Sun line at which umbra and penumbra of a day end.
    fn edges(&self, index: usize) -> (f64, f64) {
        edges(self.radii[index], self.per_orbit_radius, self.track.inverse_distance[index])
    }

    /// Longest shadow near the day of the widest one.
    fn longest_shadow_s(&self, widest: Extreme) -> f64 {
        if widest.value <= 0.0 {
            return 0.0;
        }
        let index = widest.index;
        let [before, noon, after] =
            [self.sines[index - 1], self.sines[index], self.sines[index + 1]];
        let crosses = noon * before <= 0.0 || noon * after <= 0.0;
        let sine = if crosses { 0.0 } else { self.turning_point(index) };
        let cosine = (1.0 - sine * sine).max(0.0).sqrt();
        let (_, edge) = self.edges(index);
        let half = half_angle(edge, cosine).max(widest.value);
        2.0 * half / self.rate(index)
    }

    /// Turning point of the sine near a sample, by a parabola; the sample itself where there is
    /// none within a day.
    fn turning_point(&self, index: usize) -> f64 {
        let [before, noon, after] =
            [self.sines[index - 1], self.sines[index], self.sines[index + 1]];
        let (slope, bend) = (0.5 * (after - before), before - 2.0 * noon + after);
        let offset = -slope / bend;
        if offset.abs() <= 1.0 { (noon + 0.5 * slope * offset).clamp(-1.0, 1.0) } else { noon }
    }

    /// The orbit of a day as the array meets it.
    fn sizing(&self, index: usize) -> SizingOrbit {
        let sine = self.sines[index];
        let (_, edge) = self.edges(index);
        let half = half_angle(edge, (1.0 - sine * sine).max(0.0).sqrt());
        let rate = self.rate(index);
        SizingOrbit {
            irradiance: Irradiance::from_base(self.track.irradiance[index]),
            sunlit: Time::from_base(2.0 * (PI - half) / rate),
            shadow: Time::from_base(2.0 * half / rate),
        }
    }

    /// Rate at which the satellite turns away from the Sun's azimuth in its plane on a day.
    ///
    /// The Sun turns about the pole of the ecliptic, the plane about the Earth's axis; their
    /// difference w moves the azimuth by (w·n − (s·n)(w·s)) / cos² β.
    fn rate(&self, index: usize) -> f64 {
        let height = self.track.z[index];
        let sine = self.sines[index];
        let node = self.orbit.raan_at(self.year.noon(index - 1)).base();
        let (sin_i, cos_i) = libm::sincos(self.orbit.inclination().base());
        let (sin_pole, cos_pole) = libm::sincos(obliquity_2000().base());
        let pole_on_normal = sin_pole * libm::cos(node) * sin_i + cos_pole * cos_i;
        let drift = self.orbit.raan_rate().base();
        let along_normal = mean_sun_rate().base() * pole_on_normal - drift * cos_i;
        let cos_squared = (1.0 - sine * sine).max(1e-3);
        self.nodal_rate() - (along_normal + sine * drift * height) / cos_squared
    }

    /// [`Pass::rate`], mean over the year.
    fn mean_rate(&self) -> f64 {
        let around =
            mean_sun_rate().base() * obliquity_2000().cos().base() - self.orbit.raan_rate().base();
        self.nodal_rate() - around * self.orbit.inclination().cos().base()
    }

    pub(super) fn nodal_rate(&self) -> f64 {
        TAU / self.orbit.nodal_period().base()
    }

    /// Year mean of |normal · velocity| of a panel that holds the Sun line and the vertical: of
    /// |sin β| over the arithmetic-geometric mean of 1 and |sin β|, which is the orbit mean of |sin
    /// β| / √(1 − cos² β cos² u).
    fn ram_edge_on(&self) -> f64 {
        let year = &self.sines[1..=self.days()];
        let chosen = year.iter().step_by(4);
        let count = chosen.len() as f64;
        chosen.map(|sine| sine.abs() / mean_of_means(sine.abs())).sum::<f64>() / count
    }

    /// Cosine of the Sun's angle to the plane at noon, or where that orbit meets no shadow, in the
    /// first or the last of the day if that one does.
    fn cosine_in_most_shadow(&self, index: usize, edge: f64) -> f64 {
        let square_of = |sine: f64| 1.0 - sine * sine;
        let noon = square_of(self.sines[index]);
        let to_last_orbit = 1.0 - 2.0 * self.half_an_orbit();
        let squares = [index - 1, index + 1].map(|beside| {
            let midnight = square_of(0.5 * (self.sines[index] + self.sines[beside]));
            noon + to_last_orbit * (midnight - noon)
        });
        let beside = squares[0].max(squares[1]);
        let is_lit = noon <= edge * edge;
        let most = if is_lit && beside > edge * edge { beside } else { noon };
        most.max(0.0).sqrt()
    }

    /// Half of an orbit in days.
    pub(super) fn half_an_orbit(&self) -> f64 {
        0.5 * TAU / (self.nodal_rate() * DAY_S)
    }

    /// One day for charts.
    pub(super) fn day(&self, day_of_year: usize) -> DayOfOrbit {
        let index = day_of_year + 1;
        let sine = self.sines[index];
        let (umbra, shadow) = self.edges(index);
        let cosine = self.cosine_in_most_shadow(index, shadow);
        let rate = self.rate(index);
        let sky = self.sky(index);
        let time = |edge: f64| Time::from_base(2.0 * half_angle(edge, cosine) / rate);
        DayOfOrbit {
            epoch: self.year.noon(day_of_year),
            beta: Angle::from_base(libm::copysign(libm::acos(cosine.min(1.0)), sine)),
            shadow: time(shadow),
            umbra: time(umbra),
            illumination: fraction(1.0 - sky.shadow * FRAC_1_PI),
            irradiance: Irradiance::from_base(self.track.irradiance[index]),
        }
    }
}

/// Arithmetic-geometric mean of 1 and a positive number; three steps give 1e-4 from 0.01 on.
fn mean_of_means(number: f64) -> f64 {
    let (mut arithmetic, mut geometric) = (1.0, number.max(1e-9));
    for _ in 0..4 {
        (arithmetic, geometric) = (0.5 * (arithmetic + geometric), (arithmetic * geometric).sqrt());
    }
    0.5 * (arithmetic + geometric)
}
