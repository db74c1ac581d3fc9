//! A chart of one's own: longest shadow over altitude, for two inclinations of the Sun to the
//! orbit.
//!
//! `cargo run --no-default-features --features charts --example chart -- shadow.png`; without a
//! name the picture is painted and not written.
#![allow(clippy::print_stdout, reason = "an example shows what it found")]

use skyrack::charts::{Chart, Lines, Measure, Picture, Scale, Series, Stroke};
use skyrack::constants::{ASTRONOMICAL_UNIT, EARTH_RADIUS};
use skyrack::physics::eclipse::{EclipseGeometry, shadow};
use skyrack::physics::orbit::keplerian_period;
use skyrack::units::{Angle, Length, degree, kilometer, minute};

/// Shadow of one orbit in minutes.
fn shadow_minutes(altitude_km: f64, beta_deg: f64) -> f64 {
    let orbit_radius = EARTH_RADIUS + Length::new::<kilometer>(altitude_km);
    let orbit = EclipseGeometry {
        orbit_radius,
        shadow_radius: EARTH_RADIUS,
        beta: Angle::new::<degree>(beta_deg),
        sun_distance: ASTRONOMICAL_UNIT,
        period: keplerian_period(orbit_radius),
    };
    shadow(&orbit).shadow.get::<minute>()
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let series = [0.0, 60.0].map(|beta| Series {
        name: format!("Sun {beta}° above the orbit"),
        points: (300..=2_000)
            .step_by(50)
            .map(|km| (f64::from(km), Some(shadow_minutes(f64::from(km), beta))))
            .collect(),
        stroke: Stroke::Solid,
    });
    let chart = Lines {
        picture: Picture::new("shadow", "A higher orbit has a shorter share of shadow"),
        across: Measure::new("Altitude", "km"),
        along: Measure::new("Shadow of one orbit", "min"),
        scales: (Scale::Linear, Scale::Linear),
        series: series.to_vec(),
        level: None,
        steps: Vec::new(),
    };

    // The picture as PNG; `chart.csv()` and `chart.json()` give its data.
    let picture = chart.png(1.0)?;
    println!("{} bytes of PNG, {} rows of data", picture.len(), chart.csv().lines().count() - 1);
    if let Some(name) = std::env::args().nth(1) {
        std::fs::write(name, picture)?;
    }
    Ok(())
}
