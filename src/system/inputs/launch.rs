//! The launch vehicle and its price.

use super::{Case, inputs};
use crate::economics::launch::{PriceBasis, Sharing, price_per_launch};
use crate::system::choices::EmissionRecord;
use crate::units::{
    Angle, CountRate, Length, Mass, Money, MoneyPerMass, Ratio, Time, Velocity, Volume,
};

inputs! {
    /// The launch vehicle and its price.
    Launch launch;

    /// Payload that a price per kilogram refers to: the nominal one of the vehicle.
    reference_payload: Mass, in "kg" 1..=1.0e8 from "launch_vehicles.falcon9.payload_leo_reusable"
        label "Payload of the price per mass" in Launch,
        better Neither, Fact, read by Costs, stream 308 => contracted;

    /// Launch price of a contract per mass to the reference orbit of the vehicle; it makes the
    /// price of a launch once, with `launch.reference_payload`.
    price: MoneyPerMass, in "USD/kg" 0..=1.0e6 from "launch_vehicles.generic_today.price_per_kg_leo"
        label "Launch price" in Launch,
        better Lower, Market, read by Costs, stream 1 => contracted;

    /// Price of one launch, whatever it carries.
    flight_price: Money, in "MUSD" 0..=1.0e5 from "launch_vehicles.falcon9.price_per_launch"
        label "Price of a launch" in Launch,
        better Lower, Market, read by Costs, stream 307 => per_launch;

    /// Basis of the launch price: list, contract, internal or target.
    price_basis: PriceBasis, in "choice" 0..=3 from "model.launch.price_basis"
        label "Basis of launch price" in Launch,
        better Neither, Convention, read by Costs, stream 245;

    /// Payload of the vehicle to the low reference orbit: circular at 200 km, due east of its site.
    payload_low_orbit: Mass, in "kg" 1..=1.0e8 from "launch_vehicles.falcon9.payload_leo_reusable"
        label "Payload to low orbit" in Launch,
        better Higher, Technology, read by Launch, stream 13;

    /// Payload of a launch to the orbit of the scenario; zero: none stated, so that the stages of
    /// the vehicle give it.
    capacity: Mass, in "kg" 0..=1.0e8 from "model.launch.capacity"
        label "Payload to the orbit, stated" in Launch,
        better Higher, Technology, read by Launch, stream 306;

    /// Altitude at which a launch leaves the satellites, which raise themselves to their working
    /// orbit; zero, or one that is not below it: the working orbit.
    separation_altitude: Length, in "km" 0..=100_000 from "model.launch.separation_altitude"
        label "Altitude of separation" in Launch,
        better Neither, Design, read by Launch, stream 423;
        choose Raising;

    /// Latitude of the launch site.
    latitude: Angle, in "deg" -80..=80 from "model.launch_site_cape.latitude"
        label "Launch site latitude" in Launch,
        better Neither, Design, read by Launch, stream 153;

    /// Latitude of the launch site that `launch.payload_low_orbit` is published for.
    reference_latitude: Angle, in "deg" -80..=80 from "model.launch_site_cape.latitude"
        label "Latitude of published payload" in Launch,
        better Neither, Fact, read by Launch, stream 309;

    /// Specific impulse of the upper stage.
    specific_impulse: Time, in "s" 200..=500 from "model.launch.specific_impulse"
        label "Upper stage specific impulse" in Launch,
        better Neither, Fact, read by Launch, stream 154;

    /// Upper stage when it has burnt out, with what it keeps as reserve or for its return.
    stage_dry_mass: Mass, in "kg" 1..=1.0e7 from "launch_vehicles.falcon9.stage_dry_mass"
        label "Upper stage, burnt out" in Launch,
        better Neither, Fact, read by Launch, stream 300;

    /// Propellant that the upper stage burns.
    stage_propellant: Mass, in "kg" 1..=1.0e8 from "launch_vehicles.falcon9.stage_propellant"
        label "Upper stage propellant" in Launch,
        better Neither, Fact, read by Launch, stream 301;

    /// Mass at lift-off, payload aside.
    liftoff_mass: Mass, in "kg" 1..=1.0e9 from "launch_vehicles.falcon9.liftoff_mass"
        label "Mass at lift-off" in Launch,
        better Neither, Fact, read by Launch, stream 302;

    /// Lower stages when they have burnt out, with what they keep for their return.
    lower_burnout_mass: Mass, in "kg" 0..=1.0e8 from "launch_vehicles.falcon9.lower_burnout_mass"
        label "Lower stages, burnt out" in Launch,
        better Neither, Fact, read by Launch, stream 303;

    /// Specific impulse of the lower stages, mean of their ascent.
    lower_specific_impulse: Time, in "s" 200..=500 from "model.launch.lower_specific_impulse"
        label "Lower stage specific impulse" in Launch,
        better Neither, Fact, read by Launch, stream 304;

    /// Losses of the ascent that a payload to a transfer orbit saves, since it is lighter than one
    /// to low orbit.
    loss_relief: Velocity, in "m/s" -1_000..=3_000 from "model.launch.loss_relief"
        label "Losses saved by light payloads" in Launch,
        better Neither, Fact, read by Launch, stream 305;

    /// Usable volume under the fairing.
    fairing_volume: Volume, in "m3" 0.1..=1.0e6 from "launch_vehicles.falcon9.fairing_volume_usable"
        label "Fairing volume" in Launch, better Higher, Fact, read by Costs, stream 155;

    /// Share of the fairing volume that stowed satellites can fill.
    packing_share: Ratio, in "1" 0.01..=1 from "model.launch.packing_share"
        label "Usable share of fairing volume" in Launch,
        better Higher, Design, read by Costs, stream 246;

    /// Launches per year available to this program.
    cadence: CountRate, in "1/yr" 0.001..=1.0e6 from "launch_vehicles.falcon9.cadence_2026"
        label "Launch cadence" in Launch, better Higher, Market, read by Costs, stream 156;

    /// Time in which launches rise to the full cadence.
    ramp: Time, in "yr" 0..=20 from "model.launch.ramp"
        label "Ramp to full launch cadence" in Launch,
        better Lower, Market, read by Costs, stream 157;

    /// Share of launches that fail.
    failure_rate: Ratio, in "1" 0..=0.9 from "launch_vehicles.generic.launch_failure_rate_mature"
        label "Launch failure rate" in Launch, better Lower, Technology, read by Costs, stream 45;

    /// Purchase of launches: whole launches, or shares of one.
    sharing: Sharing, in "choice" 0..=1 from "model.launch.sharing"
        label "Launch sharing" in Launch, better Neither, Design, read by Costs, stream 247;

    /// Greenhouse gases of one launch, whatever it carries.
    carbon: Mass, in "t" 0..=1.0e6 from "environment.launch_f9.co2_direct"
        label "Greenhouse gases per launch" in Launch,
        better Neither, Technology, read by Costs, stream 158;

    /// Black carbon of one launch, wherever emitted.
    black_carbon: Mass, in "t" 0..=10_000 from "environment.launch_f9.black_carbon"
        label "Black carbon per launch" in Launch,
        better Neither, Nature, read by Costs, stream 159;

    /// Record of the emissions of the vehicle; where they are unknown, black carbon has no value.
    emissions: EmissionRecord, in "choice" 0..=1 from "model.falcon9.emissions"
        label "Record of vehicle emissions" in Launch,
        better Neither, Convention, read by Costs, stream 248;

    /// Learning rate of launch: fall of the price per doubling of the cumulative mass launched.
    learning_rate: Ratio, in "1" 0..=0.9
        from "launch_vehicles.generic.learning_rate_cumulative_mass"
        label "Learning rate of launch" in Launch,
        better Neither, Market, read by Costs, stream 160;

    /// Cumulative mass launched at the time of the price of a launch.
    learned_mass: Mass, in "t" 0.001..=1.0e12
        from "launch_vehicles.generic.spacex_cumulative_mass_mar2026"
        label "Mass launched at stated price" in Launch,
        better Neither, Convention, read by Costs, stream 249;

    /// Cumulative mass launched when this program buys.
    cumulative_mass: Mass, in "t" 0.001..=1.0e12
        from "launch_vehicles.generic.spacex_cumulative_mass_mar2026"
        label "Mass launched at purchase" in Launch,
        better Higher, Market, read by Costs, stream 250;
}

/// A price per kilogram makes the price of a launch.
fn contracted(case: &mut Case) {
    let launch = &mut case.launch;
    launch.flight_price = price_per_launch(launch.price, launch.reference_payload);
}

/// The price of a launch says what it is per kilogram on the reference orbit.
fn per_launch(case: &mut Case) {
    case.launch.price = case.launch.flight_price / case.launch.reference_payload;
}
