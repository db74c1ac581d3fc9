//! Owning the rocket.

use super::metrics;
use crate::units::{CountRate, Frequency, Mass, Money, MoneyPerMass, Power, Ratio, Time};

metrics! {
    /// Owning the rocket.
    RocketMetrics rocket, with m, case, e;

    /// Cost of a flight to the owner of the rocket, its capital and fixed cost aside.
    flight_cost: Money, in "MUSD", "Owner's cost per flight" =
        case.rocket.booster_price / case.rocket.booster_flights + case.rocket.ship_price /
            case.rocket.ship_flights + case.rocket.flight_operations;

    /// Cost of a flight to the owner of the rocket, per payload to the low reference orbit.
    cost_per_mass: MoneyPerMass, in "USD/kg", "Owner's cost per mass" =
        m.rocket().flight_cost()? / case.launch.payload_low_orbit;

    /// Number of flights of the owned rocket within the horizon that the program needs and that can
    /// fly.
    program_flights: Ratio, in "1", "Own flights for the program" =
        e.owned()?.program_flights,
        "`launch.expected_count`, again after the life of a satellite (of its computers by \
         `launch.computers_share`) by `satellite.life`, `mission.life`, `it.life` and \
         `fleet.upkeep`, and in place of failures by `fleet.replenishment` and \
         `fleet.replenishment_launched`; at most those that fly at `launch.cadence`, reached over \
         `launch.ramp`, from `rocket.wait` until `finance.horizon`; only where `rocket.control` \
         is paid.";

    /// Number of flights of the owned rocket within the horizon that others buy.
    outside_flights_flown: Ratio, in "1", "Own flights for others" =
        e.owned()?.outside_flights,
        "`rocket.outside_flights` from `rocket.wait` until `finance.horizon`, as far as \
         `launch.cadence` over `launch.ramp` leaves them beside `rocket.program_flights`; only \
         where `rocket.control` is paid.";

    /// Number of flights of the owned rocket within the horizon.
    flights: Ratio, in "1", "Flights of own rocket" =
        m.rocket().program_flights()? + m.rocket().outside_flights_flown()?;

    /// What the launch company is sold for at the horizon, before tax.
    sale: Money, in "MUSD", "Sale of the launch company" = e.owned()?.sale,
        "`rocket.resale` years of the mean yearly cash, before `finance.tax`, from `rocket.wait` \
         until `finance.horizon`: that of `rocket.net_present_value`; nothing where it is \
         negative.";

    /// Net present value of owning the rocket, after tax.
    net_present_value: Money, in "MUSD", "Net present value of own rocket" =
        e.owned()?.net_value,
        "Present value at `orbit.discount_rate` of `launch.price_per_launch` for each of \
         `rocket.program_flights`, of `rocket.outside_price` for each of \
         `rocket.outside_flights_flown`, and of the sale at `finance.horizon` for \
         `rocket.resale`, less `rocket.control`, `rocket.completion` until `rocket.wait`, \
         `rocket.fixed_cost` from then on, `rocket.flight_operations`, whole stages at \
         `rocket.booster_price` and `rocket.ship_price` for `rocket.booster_flights` and \
         `rocket.ship_flights`, at most `rocket.booster_rate` and `rocket.ship_rate` a year; after \
         `finance.tax`.";

    /// Rate at which owning the rocket is worth nothing.
    rate_of_return: Frequency, in "1/yr", "Rate of return of own rocket" =
        e.owned()?.rate_of_return()?,
        "Root of `rocket.net_present_value` in the rate; none where there is none or more than \
         one.";

    /// Time from which on discounted cash has repaid the capital of the owned rocket.
    payback: Time, in "yr", "Payback time of own rocket" = e.owned()?.payback()?,
        "Time from which on the cumulative sum of `rocket.net_present_value` stays above zero; \
         none where it does not within `finance.horizon`.";

    /// Mass launched to this orbit whose undiscounted savings repay control and completion.
    breakeven_mass: Mass, in "t", "Breakeven mass of own rocket" =
        saved_mass(case.rocket.control + case.rocket.completion,
            m.launch().price_per_launch()? - m.rocket().flight_cost()?,
            m.launch().payload()? * m.launch().fill()?).filter(|_| e.owned().is_some())?,
        "Sum of `rocket.control` and `rocket.completion` over the saving per mass: \
         `launch.price_per_launch` less `rocket.flight_cost`, over `launch.payload` filled to \
         `launch.fill`.";

    /// Price of control at which owning the rocket is worth nothing.
    breakeven_control: Money, in "MUSD", "Breakeven price of control" =
        e.owned()?.equal_control()?,
        "Value of `rocket.control` at which `rocket.net_present_value` is zero; none where it is \
         below zero even for free.";

    /// Flights a year, all needed by the program, from which on owning the rocket pays.
    breakeven_cadence: CountRate, in "1/yr", "Breakeven flights of own rocket" =
        CountRate::from_base(e.owned()?.equal_cadence()?.base()),
        "Least `launch.cadence` at which `rocket.net_present_value` is zero in a program that \
         needs every flight; none where no cadence does it.";

    /// IT power of a program from which on owning the rocket pays at the stated cadence.
    breakeven_power: Power, in "kW", "Breakeven power of own rocket" =
        case.it.power * (e.owned()?.equal_fleet()? / m.launch().expected_count()?),
        "`it.power` with the `launch.expected_count` in proportion at which \
         `rocket.net_present_value` is zero; none where no program is large enough.";

    /// Price of a launch at which owning the rocket is worth nothing: the owner's cost with capital
    /// and fixed cost in it.
    full_flight_cost: Money, in "MUSD", "Owner's full cost per flight" =
        e.owned()?.full_flight_cost()?,
        "Value of `launch.price_per_launch` at which `rocket.net_present_value` is zero; none \
         where no price does it.";

    /// Cost ratio of orbit over ground with launches at the owner's cost of a flight.
    ratio_at_cost: Ratio, in "1", "Cost ratio at owner's cost" =
        ratio_at(m.breakeven().ratio_at_free_launch()?, m.ratio().cost()?,
            m.rocket().flight_cost()?, m.launch().price_per_launch()?)?,
        "`breakeven.ratio_at_free_launch`, and from there to `ratio.cost` in proportion to \
         `rocket.flight_cost` over `launch.price_per_launch`.";

    /// Cost ratio of orbit over ground with launches at the owner's cost, capital and fixed cost
    /// included.
    ratio_with_capital: Ratio, in "1", "Cost ratio, capital included" =
        ratio_at(m.breakeven().ratio_at_free_launch()?, m.ratio().cost()?,
            m.rocket().full_flight_cost()?, m.launch().price_per_launch()?)?,
        "`breakeven.ratio_at_free_launch`, and from there to `ratio.cost` in proportion to \
         `rocket.full_flight_cost` over `launch.price_per_launch`.";
}

/// Cost ratio with launches at another cost than their price: it is linear in it; none where that
/// is nothing.
fn ratio_at(free: Ratio, bought: Ratio, cost: Money, price: Money) -> Option<Ratio> {
    (price.base() > 0.0)
        .then(|| free + (bought - free) * (cost / price))
        .filter(|ratio| ratio.base().is_finite())
}

/// Mass whose launch at this saving per flight repays a sum; none where nothing is saved.
fn saved_mass(sum: Money, saving: Money, payload: Mass) -> Option<Mass> {
    (saving.base() > 0.0).then(|| payload * (sum / saving))
}
