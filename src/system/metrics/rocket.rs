//! Owning the rocket.

use super::metrics;
use crate::units::{Mass, Money, MoneyPerMass, Ratio, Time};

metrics! {
    /// Owning the rocket.
    RocketMetrics rocket, with m, case, e;

    /// Cost of a flight to the owner of the rocket.
    flight_cost: Money, in "MUSD", "Owner's cost per flight" =
        case.rocket.booster_price / case.rocket.booster_flights + case.rocket.ship_price /
            case.rocket.ship_flights + case.rocket.flight_operations;

    /// Cost of a flight to the owner of the rocket, per payload to the low reference orbit.
    cost_per_mass: MoneyPerMass, in "USD/kg", "Owner's cost per mass" =
        m.rocket().flight_cost()? / case.launch.payload_low_orbit;

    /// Number of flights of the owned rocket within the horizon.
    flights: Ratio, in "1", "Flights of own rocket" = e.offer()?.owned?.flights,
        "Flights from `rocket.wait` on at `launch.cadence`, reached over `launch.ramp`, up to \
         `finance.horizon`; only where `rocket.control` is paid.";

    /// Net present value of owning the rocket: savings against bought launches, less its capital.
    net_present_value: Money, in "MUSD", "Net present value of own rocket" =
        e.offer()?.owned?.net_value,
        "Present value at `orbit.discount_rate` of `launch.price_per_launch` less \
         `rocket.flight_cost` for each of `rocket.flights`, less `rocket.control` and \
         `rocket.completion`.";

    /// Mass launched whose undiscounted savings repay control and completion.
    breakeven_mass: Mass, in "t", "Breakeven mass of own rocket" =
        e.offer()?.owned?.breakeven_mass?,
        "Sum of `rocket.control` and `rocket.completion` over the saving per mass: \
         `launch.price_per_launch` less `rocket.flight_cost`, over \
         `launch.payload_low_orbit`.";

    /// Time at which discounted savings have repaid the capital of the owned rocket.
    payback: Time, in "yr", "Payback time of own rocket" = e.offer()?.owned?.payback?,
        "Time at which the cumulative sum of `rocket.net_present_value` reaches zero; none \
         where it does not within `finance.horizon`.";
}
