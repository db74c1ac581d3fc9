//! All satellites together.

use super::inputs;
use crate::system::choices::Upkeep;
use crate::units::{Count, Frequency, Money, MoneyPerTime, Ratio, Time};

inputs! {
    /// All satellites together.
    Fleet fleet;

    /// Share of satellites that fail in the first year; at a failure shape of one, in each year, of
    /// those left.
    failure_rate: Frequency, in "1/yr" 0..=0.99 from "platforms.starlink_fleet.annual_failure_rate"
        label "Satellite failures" in Failures, better Lower, Technology, read by Costs, stream 33;

    /// Weibull shape of the failures of satellites: below one infant mortality, at one a constant
    /// rate, above one wear-out.
    failure_shape: Ratio, in "1" 0.2..=10 from "model.fleet.failure_shape"
        label "Shape of satellite failures" in Failures,
        better Neither, Convention, read by Costs, stream 35;

    /// Spare satellites per working one, launched with them.
    spares: Ratio, in "1" 0..=2 from "model.spare_satellites.fraction"
        label "Spare satellites" in Failures,
        better Neither, Design, read by Satellites, stream 213;
        choose SatelliteSpares;

    /// Cost of operations per year as a share of the satellites with their computers.
    operations_share: Frequency, in "1/yr" 0..=1 from "model.fleet.operations_share"
        label "Operations as share of price" in Failures,
        better Lower, Convention, read by Costs, stream 32;

    /// Hardware bought each year to replace failures, as a share of the satellites with their
    /// computers.
    replenishment: Frequency, in "1/yr" 0..=2 from "model.fleet.replenishment"
        label "Replenishment per year" in Failures,
        better Lower, Convention, read by Costs, stream 2;

    /// Share of the replenished hardware that is launched, with failed launches and insurance, in
    /// both cost and carbon.
    replenishment_launched: Ratio, in "1" 0..=1 from "model.fleet.replenishment_launched"
        label "Replenishment that is launched" in Failures,
        better Lower, Convention, read by Costs, stream 119;

    /// Policy when computers wear out before their satellite: retire the satellite or renew them in
    /// orbit.
    upkeep: Upkeep, in "choice" 0..=1 from "model.fleet.upkeep"
        label "Upkeep of computers" in Failures, better Neither, Design, read by Costs, stream 214;

    /// Cost of servicing per satellite and year where computers are renewed in orbit.
    servicing: MoneyPerTime, in "USD/yr" 0..=1.0e9 from "model.fleet.servicing"
        label "Servicing cost per satellite" in Failures,
        better Lower, Market, read by Costs, stream 120;

    /// Learning rate of satellites: fall of their price, without computers, per doubling of the
    /// number built.
    learning_rate: Ratio, in "1" 0..=0.9 from "model.fleet.learning_rate"
        label "Learning rate of satellites" in Failures,
        better Neither, Convention, read by Costs, stream 15;

    /// Unit number of the satellite whose prices are stated.
    priced_unit: Count, in "1" 1..=1.0e9 from "model.fleet.priced_unit"
        label "Unit number of stated prices" in Failures,
        better Neither, Convention, read by Costs, stream 121;

    /// Mean time from spending on development to the first launch.
    development_lead: Time, in "yr" 0..=20 from "model.fleet.development_lead"
        label "Lead time of development" in Finance,
        better Lower, Market, read by Costs, stream 122;

    /// One-time cost of development and qualification.
    development: Money, in "MUSD" 0..=1.0e6 from "model.fleet.development"
        label "Development cost" in Program, better Lower, Market, read by Costs, stream 215;
}
