//! Optical links.

use super::super::bench::ReferenceTolerance::{Absolute, Exact, Relative};
use super::super::bench::{Bench, BenchColumn, column};
use super::super::read::{SheetRow, Trouble};
use super::{Adapter, Context, Judge};
use crate::physics::link::{
    GaussianBeam, OpticalLink, free_space_loss, optimum_truncation, photons_per_one, pointing_loss,
    q_factor, telescope_gain, truncated_gaussian_efficiency,
};
use crate::units::{Angle, Length, Power, Ratio, fraction, meter, per_second, radian, watt};

pub(super) const ADAPTERS: &[Adapter] = &[
    Adapter {
        file: "optical_friis.csv",
        source: "NumPy 2.4.6: closed forms",
        inputs: &["wavelength_m", "d_tx_m", "d_rx_m", "range_m", "p_tx_W"],
        columns: FRIIS,
        remark: "Where the Friis formula gives more than was sent, the model refuses it \
            (`far_field_valid` 0).",
        judge: Judge::Csv(friis),
    },
    Adapter {
        file: "gaussian_beam.csv",
        source: "NumPy 2.4.6: closed forms",
        inputs: &["waist_m", "wavelength_m", "range_m", "rx_radius_m"],
        columns: BEAM,
        remark: "",
        judge: Judge::Csv(gaussian_beam),
    },
    Adapter {
        file: "truncated_gaussian_gain.csv",
        source: "SciPy 1.17.1: optimum by minimization, quadrature",
        inputs: &["obscuration_ratio"],
        columns: TRUNCATED,
        remark: "",
        judge: Judge::Csv(truncated),
    },
    Adapter {
        file: "pointing_jitter_loss.csv",
        source: "SciPy 1.17.1: quadrature",
        inputs: &["half_divergence_1e2_rad", "jitter_sigma_per_axis_rad"],
        columns: JITTER,
        remark: "",
        judge: Judge::Csv(jitter),
    },
    Adapter {
        file: "ook_ber.csv",
        source: "SciPy 1.17.1",
        inputs: &["ber"],
        columns: BER,
        remark: "",
        judge: Judge::Csv(bit_errors),
    },
];

const FRIIS_MODEL: &str = "physics::link::OpticalLink::friis_power";
const VALID: &str = "far_field_valid";

const FRIIS: &[BenchColumn] = &[
    column("gain_tx_dB_full_aperture", 0, "dB", Relative(1e-6), "physics::link::telescope_gain"),
    column("gain_rx_dB_full_aperture", 0, "dB", Relative(1e-6), "physics::link::telescope_gain"),
    column("free_space_loss_dB", 0, "dB", Relative(1e-6), "physics::link::free_space_loss"),
    column("p_rx_W_eff0p8_each_loss0p5", 0, "W", Relative(1e-6), FRIIS_MODEL),
    column("photons_per_s", 0, "1/s", Relative(1e-6), "physics::link::OpticalLink::photon_rate"),
    column(VALID, 0, "1", Exact, FRIIS_MODEL),
];

fn meters(row: &SheetRow<'_>, column: &str) -> Result<Length, Trouble> {
    row.number(column).map(Length::new::<meter>)
}

fn decibel(ratio: Ratio) -> f64 {
    10.0 * libm::log10(ratio.base())
}

fn friis(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let link = OpticalLink {
        wavelength: meters(row, "wavelength_m")?,
        transmitter: meters(row, "d_tx_m")?,
        receiver: meters(row, "d_rx_m")?,
        range: meters(row, "range_m")?,
        // optics of both telescopes and all other losses, as the columns say
        efficiency: fraction(0.8 * 0.8 * 0.5),
    };
    for (column, got) in [
        ("gain_tx_dB_full_aperture", telescope_gain(link.transmitter, link.wavelength)),
        ("gain_rx_dB_full_aperture", telescope_gain(link.receiver, link.wavelength)),
        ("free_space_loss_dB", free_space_loss(link.range, link.wavelength)),
    ] {
        bench.judge(row, column, decibel(got), row.number(column)?);
    }
    let received = link.friis_power(Power::new::<watt>(row.number("p_tx_W")?));
    bench.judge(row, VALID, f64::from(u8::from(received.is_ok())), row.number(VALID)?);
    let want = row.number("p_rx_W_eff0p8_each_loss0p5")?;
    let photons = row.number("photons_per_s")?;
    if let Ok(power) = received {
        bench.judge(row, "p_rx_W_eff0p8_each_loss0p5", power.get::<watt>(), want);
        bench.judge(row, "photons_per_s", link.photon_rate(power).get::<per_second>(), photons);
    }
    Ok(())
}

const BEAM_MODEL: &str = "physics::link::GaussianBeam";

const BEAM: &[BenchColumn] = &[
    column("rayleigh_range_m", 0, "m", Relative(1e-6), BEAM_MODEL),
    column("beam_radius_m", 0, "m", Relative(1e-6), BEAM_MODEL),
    column("half_divergence_rad", 0, "rad", Relative(1e-6), BEAM_MODEL),
    column("captured_fraction", 0, "1", Relative(1e-6), BEAM_MODEL),
];

fn gaussian_beam(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let beam =
        GaussianBeam { waist: meters(row, "waist_m")?, wavelength: meters(row, "wavelength_m")? };
    let (range, receiver) = (meters(row, "range_m")?, meters(row, "rx_radius_m")?);
    for (column, got) in [
        ("rayleigh_range_m", beam.rayleigh_range().get::<meter>()),
        ("beam_radius_m", beam.radius(range).get::<meter>()),
        ("half_divergence_rad", beam.half_divergence().get::<radian>()),
        ("captured_fraction", beam.captured_fraction(range, receiver).base()),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

const EFFICIENCY: &str = "physics::link::truncated_gaussian_efficiency";
const TRUNCATION: &str = "physics::link::optimum_truncation";

const TRUNCATED: &[BenchColumn] = &[
    column("alpha_opt", 2, "1", Relative(1e-6), TRUNCATION),
    column("alpha_opt_klein_degnan_fit", 0, "1", Absolute(0.01), TRUNCATION),
    column("efficiency_opt_closed_form", 0, "1", Relative(1e-6), EFFICIENCY),
    column("efficiency_opt_quadrature", 2, "1", Relative(1e-6), EFFICIENCY),
];

fn truncated(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let obscuration = fraction(row.number("obscuration_ratio")?);
    let best = optimum_truncation(obscuration);
    let efficiency = truncated_gaussian_efficiency(obscuration, best).base();
    for (column, got) in [
        ("alpha_opt", best.base()),
        ("alpha_opt_klein_degnan_fit", best.base()),
        ("efficiency_opt_closed_form", efficiency),
        ("efficiency_opt_quadrature", efficiency),
    ] {
        bench.judge(row, column, got, row.number(column)?);
    }
    Ok(())
}

const JITTER: &[BenchColumn] = &[
    column("mean_gain_quadrature", 2, "1", Relative(1e-6), "physics::link::pointing_loss"),
    column("mean_gain_closed_form", 0, "1", Relative(1e-6), "physics::link::pointing_loss"),
];

fn jitter(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let divergence = Angle::new::<radian>(row.number("half_divergence_1e2_rad")?);
    let tremble = Angle::new::<radian>(row.number("jitter_sigma_per_axis_rad")?);
    let got = pointing_loss(divergence, tremble).base();
    for column in JITTER {
        bench.judge(row, column.name, got, row.number(column.name)?);
    }
    Ok(())
}

const PHOTONS: &str = "quantum_limit_mean_photons_per_one_bit_over_2";

const BER: &[BenchColumn] = &[
    column("q_factor", 2, "1", Relative(1e-8), "physics::link::q_factor"),
    column(PHOTONS, 0, "1", Relative(1e-8), "physics::link::photons_per_one"),
];

fn bit_errors(row: &SheetRow<'_>, _: &Context, bench: &mut Bench) -> Result<(), Trouble> {
    let ratio = fraction(row.number("ber")?);
    bench.judge(row, "q_factor", q_factor(ratio).base(), row.number("q_factor")?);
    bench.judge(row, PHOTONS, photons_per_one(ratio).base(), row.number(PHOTONS)?);
    Ok(())
}
