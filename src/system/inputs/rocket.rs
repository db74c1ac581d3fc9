//! Owning the rocket.

use super::inputs;
use crate::units::{Count, CountRate, Money, MoneyPerTime, Time};

inputs! {
    /// Owning the rocket.
    Rocket rocket;

    /// Price of control of a launch company; zero leaves out the question of owning the rocket.
    control: Money, in "MUSD" 0..=1.0e7 from "model.rocket.control"
        label "Price of a launch company" in Launch,
        better Neither, Market, read by Costs, stream 161;

    /// Spending until the first flight of the owned rocket, evenly over the wait.
    completion: Money, in "MUSD" 0..=1.0e7 from "model.rocket.completion"
        label "Cost to first flight" in Launch, better Neither, Market, read by Costs, stream 162;

    /// Time until the first flight of the owned rocket.
    wait: Time, in "yr" 0..=40 from "model.rocket.wait"
        label "Wait for first flight" in Launch, better Neither, Market, read by Costs, stream 163;

    /// Cost of building a booster.
    booster_price: Money, in "MUSD" 0..=1.0e5 from "model.rocket.booster_price"
        label "Booster cost" in Launch, better Neither, Market, read by Costs, stream 164;

    /// Number of flights of a booster.
    booster_flights: Count, in "1" 1..=10_000 from "model.rocket.booster_flights"
        label "Flights per booster" in Launch,
        better Neither, Technology, read by Costs, stream 165;

    /// Cost of building an upper stage.
    ship_price: Money, in "MUSD" 0..=1.0e5 from "model.rocket.ship_price"
        label "Upper stage cost" in Launch, better Neither, Market, read by Costs, stream 166;

    /// Number of flights of an upper stage.
    ship_flights: Count, in "1" 1..=10_000 from "model.rocket.ship_flights"
        label "Flights per upper stage" in Launch,
        better Neither, Technology, read by Costs, stream 167;

    /// Cost of propellant, refurbishment, range and staff per flight.
    flight_operations: Money, in "MUSD" 0..=10_000 from "model.rocket.flight_operations"
        label "Operations cost per flight" in Launch,
        better Neither, Market, read by Costs, stream 168;

    /// Cost of the launch company from its first flight on, however often it flies.
    fixed_cost: MoneyPerTime, in "MUSD/yr" 0..=1.0e6 from "model.rocket.fixed_cost"
        label "Fixed cost of the company" in Launch,
        better Neither, Market, read by Costs, stream 530;

    /// Number of flights of a booster in a year.
    booster_rate: CountRate, in "1/yr" 0.1..=1000 from "model.rocket.booster_rate"
        label "Flights per booster and year" in Launch,
        better Neither, Technology, read by Costs, stream 531;

    /// Number of flights of an upper stage in a year.
    ship_rate: CountRate, in "1/yr" 0.1..=1000 from "model.rocket.ship_rate"
        label "Flights per upper stage and year" in Launch,
        better Neither, Technology, read by Costs, stream 532;

    /// Flights a year of the owned rocket that others buy, after those that the program needs.
    outside_flights: CountRate, in "1/yr" 0..=1.0e6 from "model.rocket.outside_flights"
        label "Outside flights per year" in Launch,
        better Neither, Market, read by Costs, stream 533;

    /// Price of a flight of the owned rocket for others.
    outside_price: Money, in "MUSD" 0..=1.0e5 from "model.rocket.outside_price"
        label "Price of an outside flight" in Launch,
        better Neither, Market, read by Costs, stream 534;

    /// Years of its mean yearly cash, before tax, that the launch company is sold for at the
    /// horizon.
    resale: Time, in "yr" 0..=50 from "model.rocket.resale"
        label "Resale of the launch company" in Launch,
        better Neither, Market, read by Costs, stream 535;
}
