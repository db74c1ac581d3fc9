//! All satellites together.

use super::metrics;
use crate::units::{MoneyPerTime, Ratio};

metrics! {
    /// All satellites together.
    FleetMetrics fleet, with m, case, e;

    /// Spare satellites per working one, stated or chosen.
    spares: Ratio, in "1", "Spare satellites" = e.case.fleet.spares,
        "`fleet.spares` as stated; where it is automatic, the share with which computing costs \
         least.";

    /// Learning factor of satellites: mean price of those built, without computers, over the stated
    /// prices.
    learning_factor: Ratio, in "1", "Learning factor of satellites" = e.side()?.learning,
        "Mean of Wright's law with `fleet.learning_rate` over the satellites built, \
         `satellite.count` and `satellite.spares`, over its value at `fleet.priced_unit`.";

    /// Cost of servicing that is paid per satellite and year.
    servicing_paid: MoneyPerTime, in "USD/yr", "Servicing paid per satellite" =
        e.program()?.servicing,
        "`fleet.servicing` where `fleet.upkeep` is renew, else zero.";
}
