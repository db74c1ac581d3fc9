//! The computers, the same on both sides.

use super::inputs;
use crate::units::{
    AbsorbedDose, Frequency, InformationPerEnergy, InformationPerOperation, MoneyPerPower,
    MoneyPerTime, OperationRate, PackagingDensity, PerDose, Power, Ratio, SpecificHeat,
    SpecificMass, Temperature, TemperatureInterval, ThermalResistance, Time,
};

inputs! {
    /// The computers, the same on both sides.
    It it;

    /// IT power of the whole scenario in sunlight until end of life; in shadow `it.eclipse_share`
    /// of it works.
    power: Power, in "kW" 0.01..=1.0e24 from "model.it.power"
        label "Total IT power" in Program, better Neither, Design, read by Satellites, stream 202;

    /// Mass of boards and cold plates per IT power.
    specific_mass: SpecificMass, in "kg/kW" 0..=200
        from "subsystems.compute_payload_orbit.specific_mass"
        label "Computer mass per power" in Computers,
        better Lower, Technology, read by Satellites, stream 9;

    /// Specific heat of the computers with their cold plates.
    specific_heat: SpecificHeat, in "J/kg/K" 50..=5_000 from "model.thermal_mass.equipment_heat"
        label "Computer specific heat" in Computers,
        better Neither, Technology, read by Satellites, stream 342;

    /// Price of servers with network and storage per IT power, the same on both sides.
    price: MoneyPerPower, in "USD/kW" 0..=1.0e6 from "compute.b300.it_capex_per_kw"
        label "Computer price" in Computers, better Lower, Market, read by Costs, stream 14;

    /// Economic life of the computers, the same on both sides.
    life: Time, in "yr" 0.5..=30 from "compute.life_gpu_economic.life"
        label "Computer life" in Lives, better Neither, Market, read by Costs, stream 16;

    /// Mean time from payment to operation of the computers on the ground.
    lead: Time, in "yr" 0..=20 from "model.lead_computers.mean_lead"
        label "Lead time of computers" in Finance,
        better Neither, Market, read by Costs, stream 28;

    /// Mean time from payment to operation of the computers in orbit, which are bought before they
    /// are built into a satellite and launched.
    orbit_lead: Time, in "yr" 0..=20 from "model.lead_computers_orbit.mean_lead"
        label "Lead time of computers in orbit" in Finance,
        better Lower, Market, read by Costs, stream 505;

    /// Sale price of a used accelerator-hour, the same on both sides.
    gpu_hour_price: MoneyPerTime, in "USD/h" 0..=10_000 from "compute.b200.rental_on_demand"
        label "Sale price per GPU-hour" in Computers,
        better Neither, Market, read by Costs, stream 102;

    /// Relative change of the sale price of an accelerator-hour per year.
    gpu_hour_price_change: Frequency, in "1/yr" -0.9..=0.9 from "model.it.gpu_hour_price_change"
        label "Yearly change of sale price" in Computers,
        better Neither, Market, read by Costs, stream 103;

    /// Dense FP8 operations per second of one accelerator.
    accelerator_rate: OperationRate, in "TFLOP/s" 0.001..=1.0e9 from "compute.b300.fp8_dense"
        label "Operations per second of a GPU" in Computers,
        better Neither, Fact, read by Satellites, stream 104;

    /// Mean share of the IT power that the work draws, the same on both sides.
    utilization: Ratio, in "1" 0.01..=1 from "compute.utilisation.fraction"
        label "Utilization of computers" in Computers,
        better Neither, Market, read by Costs, stream 29;

    /// IT power per accelerator, with its share of hosts and network.
    accelerator_power: Power, in "W" 1..=10_000 from "compute.b300.all_in_it_power_per_gpu"
        label "IT power per GPU" in Computers,
        better Neither, Technology, read by Satellites, stream 81;

    /// Power of the accelerator chip alone at full load.
    chip_power: Power, in "W" 1..=10_000 from "compute.b300.tdp"
        label "Chip power" in Computers, better Neither, Technology, read by Satellites, stream 203;

    /// Highest chip temperature allowed.
    chip_temperature_limit: Temperature, in "K" 250..=500 from "model.chip_limit.temperature"
        label "Chip temperature limit" in Computers,
        better Neither, Technology, read by Costs, stream 105;

    /// Largest fall of temperature of the chips from sunlight to the end of a shadow.
    chip_swing_limit: TemperatureInterval, in "K" 1..=1_000 from "model.chip_limit.swing"
        label "Chip temperature swing limit" in Computers,
        better Neither, Technology, read by Costs, stream 364;

    /// Thermal resistance from chip to coolant: temperature difference per chip power.
    junction_resistance: ThermalResistance, in "K/W" 0..=1
        from "model.cold_plate_2026.junction_resistance"
        label "Chip-to-coolant resistance" in Computers,
        better Neither, Technology, read by Satellites, stream 106;

    /// Share of compute modules that fail for good in the first year in orbit; at a failure shape
    /// of one, in each year, of those left.
    failure_rate: Frequency, in "1/yr" 0..=0.99 from "compute.failure_space.annual_rate"
        label "Computer failures in orbit" in Failures,
        better Lower, Technology, read by Costs, stream 11;

    /// Weibull shape of the failures of computers in orbit: below one infant mortality, at one a
    /// constant rate, above one wear-out.
    failure_shape: Ratio, in "1" 0.2..=10 from "model.it.failure_shape"
        label "Shape of computer failures" in Failures,
        better Neither, Technology, read by Costs, stream 12;

    /// Spare computers carried in each satellite per working one; they fail at the same rate.
    spares: Ratio, in "1" 0..=2 from "subsystems.spares.fraction"
        label "Spare computers on board" in Failures,
        better Neither, Design, read by Satellites, stream 204;
        choose ComputerSpares;

    /// Power draw of a spare computer before it is needed, over that of a working one; zero for
    /// spares that are switched off.
    spare_power: Ratio, in "1" 0..=1 from "model.it.spare_power"
        label "Power draw of spare computers" in Computers,
        better Lower, Design, read by Satellites, stream 205;

    /// Errors of an accelerator per dose that send its job back to the last checkpoint.
    errors_per_dose: PerDose, in "1/rad" 0..=1_000 from "model.radiation.errors_per_dose"
        label "Errors per dose" in Failures,
        better Lower, Technology, read by Satellites, stream 31;

    /// IT power of one job, whose parts share their checkpoints.
    job_power: Power, in "kW" 0..=1.0e9 from "model.it.job_power"
        label "IT power of one job" in Links, better Lower, Design, read by Satellites, stream 206;

    /// Time to write a checkpoint, during which the job stands still.
    checkpoint_write: Time, in "s" 0..=100_000 from "model.checkpoint.write_time"
        label "Time to write a checkpoint" in Failures,
        better Lower, Technology, read by Satellites, stream 21;

    /// Time from an error until work resumes, without the work to be repeated.
    checkpoint_restart: Time, in "s" 0..=100_000 from "model.checkpoint.restart_time"
        label "Restart time after an error" in Failures,
        better Lower, Technology, read by Satellites, stream 37;

    /// Downtime of the computers in a solar storm that stops them.
    storm_outage: Time, in "d" 0..=30 from "model.radiation.storm_outage"
        label "Outage per solar storm" in Failures,
        better Lower, Technology, read by Satellites, stream 48;

    /// Share of the IT power that works in eclipse; below one the computers are throttled, and
    /// battery and array are smaller.
    eclipse_share: Ratio, in "1" 0..=1 from "model.it.eclipse_share"
        label "IT power used in eclipse" in Computers,
        better Neither, Design, read by Satellites, stream 24;
        choose EclipseShare;

    /// Median failure dose: dose at which half of the computers have failed for good.
    failure_dose: AbsorbedDose, in "rad" 10..=1.0e9 from "model.radiation.failure_dose"
        label "Failure dose of computers" in Failures,
        better Higher, Technology, read by Satellites, stream 109;

    /// Spread of the failure dose among computers: standard deviation of its natural logarithm.
    failure_dose_spread: Ratio, in "1" 0.01..=3 from "model.radiation.failure_dose_spread"
        label "Spread of failure dose" in Failures,
        better Neither, Technology, read by Satellites, stream 97;

    /// Highest dose that the computers tolerate.
    dose_limit: AbsorbedDose, in "rad" 1..=1.0e7 from "subsystems.tpu_tid.dose_hbm_irregular"
        label "Dose limit of computers" in Computers,
        better Neither, Technology, read by Costs, stream 207;

    /// Downlink that the work needs per IT energy.
    downlink_need: InformationPerEnergy, in "bit/J" 0..=1.0e9
        from "model.work_inference.data_per_it_energy"
        label "Downlink per IT energy needed" in Links,
        better Neither, Design, read by Costs, stream 208;

    /// Data exchanged with other satellites of a job per possible operation of the accelerators,
    /// where the job spans many satellites.
    interconnect_need: InformationPerOperation, in "bit/FLOP" 0..=1
        from "model.work_inference.interconnect_per_operation"
        label "Data exchange per operation" in Links,
        better Lower, Design, read by Satellites, stream 209;

    /// IT power of the computers per stowed volume.
    packaging: PackagingDensity, in "kW/m3" 0.1..=1.0e4 from "model.computers_stowed.packaging"
        label "Computers per stowed volume" in Computers,
        better Higher, Technology, read by Satellites, stream 110;

    /// Greenhouse gases of manufacturing the computers per IT power.
    embodied_carbon: SpecificMass, in "kg/kW" 0..=1.0e5 from "model.compute_embodied.co2e_per_kw"
        label "Embodied carbon of computers" in Computers,
        better Neither, Technology, read by Costs, stream 111;
}
