//! Launch prices at which both sides cost the same.

use super::arithmetic::some_not_negative;
use super::metrics;
use crate::units::{MoneyPerMass, Ratio};

metrics! {
    /// Launch prices at which both sides cost the same.
    BreakevenMetrics breakeven, with m, case, e;

    /// Launch price per mass to this orbit at equal cost of both sides; negative where orbit costs
    /// more even with free launch.
    launch_price_signed: MoneyPerMass, in "USD/kg", "Breakeven launch price, signed" =
        e.cost()?.equal_price,
        "Value of `launch.price_per_mass` at which `ratio.cost` is one.";

    /// Launch price per mass to this orbit at equal cost of both sides, where it is not negative.
    launch_price: MoneyPerMass, in "USD/kg", "Breakeven launch price" =
        some_not_negative(m.breakeven().launch_price_signed()?)?,
        "`breakeven.launch_price_signed` where it is not negative.";

    /// Cost in orbit over cost on the ground, with free launch.
    ratio_at_free_launch: Ratio, in "1", "Cost ratio at free launch" =
        e.cost()?.ratio_free_launch?,
        "`ratio.cost` at a launch price of zero.";
}
