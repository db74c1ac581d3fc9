//! Owning the rocket beside buying launches.

use super::super::inputs::Case;
use super::super::metrics::Outcome;
use crate::economics::finance::Discounting;
use crate::economics::rocket::{BuildUp, Purchase, flight_cost, purchase_return};
use crate::units::Money;

/// Writes what a flight costs its owner into the outcome, and what control of the company brings where it is bought.
pub(super) fn report(case: &Case, market_price: Money, outcome: &mut Outcome) {
    let cost = flight_cost(&BuildUp {
        booster: case.booster_price,
        booster_flights: case.booster_flights,
        ship: case.ship_price,
        ship_flights: case.ship_flights,
        operations: case.flight_operations,
    });
    outcome.rocket_flight_cost = Some(cost);
    outcome.rocket_cost_per_mass = Some(cost / case.payload_low_orbit);
    if case.rocket_control.base() <= 0.0 {
        return;
    }
    let owned = purchase_return(
        &Purchase {
            control: case.rocket_control,
            completion: case.rocket_completion,
            wait: case.rocket_wait,
            market_price,
            flight_cost: cost,
            payload: case.payload_low_orbit,
            cadence: case.cadence,
            ramp: case.ramp,
        },
        &Discounting::at(case.orbit_discount_rate),
        case.horizon,
    );
    outcome.rocket_flights = Some(owned.flights);
    outcome.rocket_net_value = Some(owned.net_value);
    outcome.rocket_breakeven_mass = owned.breakeven_mass;
    outcome.rocket_payback = owned.payback;
}
