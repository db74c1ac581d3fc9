//! The data center on the ground.

use super::arithmetic::{DAY, ONE, OPERATING_YEAR, PETAFLOP_PER_SECOND, YEAR};
use super::metrics;
use crate::units::{
    EmissionPerEnergy, Energy, Frequency, Money, MoneyPerEnergy, MoneyPerPower, MoneyPerTime,
    Power, Ratio, Time,
};

metrics! {
    /// The data center on the ground.
    GroundMetrics ground, with m, case, e;

    /// Cost of building, power and cooling on the ground.
    facility_cost: Money, in "MUSD", "Facility cost" = case.ground.facility_price * case.it.power;

    /// Cost of the computers on the ground.
    computers_cost: Money, in "MUSD", "Cost of computers on ground" =
        case.it.price * case.it.power;

    /// Cost of electricity or fuel on the ground per year.
    electricity_cost: MoneyPerTime, in "MUSD/yr", "Electricity cost per year" =
        m.ground().power_price()? * case.it.power * case.it.utilization *
            case.ground.availability * case.ground.pue * OPERATING_YEAR / YEAR;

    /// Price of electricity, fuel per electricity of the own plant, or energy bought beside solar
    /// power per electricity of the site.
    power_price: MoneyPerEnergy, in "USD/kWh", "Price of power on ground" = e.ground.supply.price,
        "`ground.electricity_price`, or `ground.heat_rate` x `ground.fuel_price` where \
         `ground.supply` is own, or `ground.backup_price` x `ground.solar_unserved` where it \
         is solar.";

    /// Greenhouse gases of energy bought or fuel burnt, per energy of the site.
    power_carbon: EmissionPerEnergy, in "g/kWh", "Carbon of bought power or fuel" =
        e.ground.burden.power_carbon,
        "`ground.carbon_intensity`, or `ground.heat_rate` x `ground.fuel_carbon` where \
         `ground.supply` is own, or `ground.backup_carbon` x `ground.solar_unserved` where it \
         is solar.";

    /// Greenhouse gases of the site's electricity from any supply, with manufacturing of solar
    /// panels and storage.
    supply_carbon: EmissionPerEnergy, in "g/kWh", "Carbon of power, all sources" =
        e.ground.burden.supply_carbon,
        "`ground.power_carbon`, plus making what supplies it over the energy of \
         `ground.mean_power`: `ground.solar_carbon` times `ground.solar_power` over \
         `ground.solar_life`, and `ground.storage_carbon` times `ground.storage_energy` over \
         `ground.storage_life`.";

    /// Cost of the own plant.
    generation_cost: Money, in "MUSD", "Own plant cost" = e.ground.cost.assets.generation.price,
        "`ground.generation_price` x `it.power` x `ground.pue` where `ground.supply` is own, \
         else zero.";

    /// Mean power of the site.
    mean_power: Power, in "kW", "Mean power of the site" =
        case.it.power * case.it.utilization * case.ground.availability * case.ground.pue;

    /// Rating of the solar panels (AC).
    solar_power: Power, in "kW", "Solar panel rating" = e.ground.plant().field,
        "`ground.mean_power` / `ground.solar_output` x the least-cost point, for \
         `ground.firm_share`, of the curve of `ground.solar_site` at \
         `ground.storage_efficiency`, where `ground.supply` is solar, else zero; costs by \
         `ground.solar_price`, `ground.solar_life`, `ground.solar_upkeep`, \
         `ground.storage_price`, `ground.storage_life`, `ground.storage_upkeep`, \
         `ground.storage_usable`, `ground.solar_lead`, `finance.horizon`, \
         `ground.discount_rate`, `finance.tax`, `finance.write_off`.";

    /// Energy that the storage holds when new.
    storage_energy: Energy, in "MWh", "Storage capacity" = e.ground.plant().storage,
        "Hours of load at the least-cost point of `ground.solar_power`, times \
         `ground.mean_power` over `ground.storage_usable`.";

    /// Share of the site's energy that solar panels and storage do not deliver.
    solar_unserved: Ratio, in "1", "Energy not served by solar" = e.ground.year().unserved,
        "One less `ground.firm_share` where `ground.supply` is solar, else zero.";

    /// Share of the output of the solar panels that is curtailed.
    solar_curtailed: Ratio, in "1", "Solar output curtailed" = e.ground.year().curtailed,
        "Value at the least-cost point of `ground.solar_power`.";

    /// Full equivalent cycles of the storage per year.
    storage_cycles: Frequency, in "1/yr", "Full storage cycles per year" = e.ground.year().cycles,
        "Value at the least-cost point of `ground.solar_power`.";

    /// Cost of the solar panels.
    solar_cost: Money, in "MUSD", "Solar panel cost" =
        case.ground.solar_price * m.ground().solar_power()?;

    /// Cost of the storage.
    storage_cost: Money, in "MUSD", "Storage cost" =
        case.ground.storage_price * m.ground().storage_energy()?;

    /// Rent per year.
    lease_cost: MoneyPerTime, in "MUSD/yr", "Rent per year" =
        case.ground.lease * case.it.power * OPERATING_YEAR / YEAR;

    /// Cost per year of maintenance of facility, own plant, solar panels and storage.
    maintenance_cost: MoneyPerTime, in "MUSD/yr", "Maintenance per year" =
        case.ground.maintenance * m.ground().facility_cost()? + case.ground.generation_upkeep *
            m.ground().generation_cost()? + case.ground.solar_upkeep * m.ground().solar_cost()? +
            case.ground.storage_upkeep * m.ground().storage_cost()?;

    /// Cost per year of computers on the ground that replace failed ones.
    repair_cost: MoneyPerTime, in "MUSD/yr", "Repairs per year" =
        case.ground.failure_rate * m.ground().computers_cost()?;

    /// Cost of water per year.
    water_cost: MoneyPerTime, in "MUSD/yr", "Water cost per year" =
        case.ground.water_use * case.ground.water_price * case.it.power * case.it.utilization *
            case.ground.availability * OPERATING_YEAR / YEAR;

    /// First cost of the ground side.
    capex: Money, in "USD", "Ground first cost" =
        m.ground().facility_cost()? + m.ground().computers_cost()? +
            m.ground().generation_cost()? + m.ground().solar_cost()? + m.ground().storage_cost()?;

    /// First cost of the ground side per IT power.
    capex_per_it_power: MoneyPerPower, in "USD/W", "Ground first cost per IT power" =
        m.ground().capex()? / case.it.power;

    /// Share of the IT power delivered on the ground.
    availability: Ratio, in "1", "Ground availability" = case.ground.availability,
        "Equal to the input `ground.availability`.";

    /// Present value of all purchases of the facility, less credit at the horizon, over its price.
    facility_purchase_factor: Ratio, in "1", "Facility purchase factor" =
        e.ground.result.factors.building,
        "Purchases once per `ground.facility_life`, each paid `ground.facility_lead` before, \
         over `finance.horizon` at `ground.discount_rate`, with `finance.tax` and \
         `finance.write_off`.";

    /// Present value of all purchases of computers on the ground, less credit at the horizon, over
    /// their price.
    computers_purchase_factor: Ratio, in "1", "Ground computer purchase factor" =
        e.ground.result.factors.computers,
        "Purchases once per `it.life`, each paid `it.lead` before and sold for `ground.resale` of \
         its price at the end, over `finance.horizon` at \
         `ground.discount_rate`, with `finance.tax` and `finance.write_off`.";

    /// Present value of all purchases of the own plant, less credit at the horizon, over its price.
    generation_purchase_factor: Ratio, in "1", "Own plant purchase factor" =
        e.ground.result.factors.generation,
        "Purchases once per `ground.generation_life`, each paid `ground.generation_lead` \
         before, over `finance.horizon` at `ground.discount_rate`, with `finance.tax` \
         and `finance.write_off`.";

    /// Present value of all purchases of the solar panels, less credit at the horizon, over their
    /// price; zero without them.
    solar_purchase_factor: Ratio, in "1", "Solar panel purchase factor" =
        e.ground.result.factors.solar_field,
        "Purchases once per `ground.solar_life` where `ground.supply` is solar, each paid \
         `ground.solar_lead` before, over `finance.horizon` at \
         `ground.discount_rate`, with `finance.tax` and `finance.write_off`.";

    /// Present value of all purchases of the storage, less credit at the horizon, over its price;
    /// zero without it.
    storage_purchase_factor: Ratio, in "1", "Storage purchase factor" =
        e.ground.result.factors.storage,
        "Purchases once per `ground.storage_life` where `ground.supply` is solar, each paid \
         `ground.solar_lead` before, over `finance.horizon` at \
         `ground.discount_rate`, with `finance.tax` and `finance.write_off`.";

    /// Present value of the emissions of the building, priced alike at each
    /// start, over those of the first.
    building_emissions_factor: Ratio, in "1", "Building emissions factor" =
        e.ground.result.factors.building_emissions,
        "Emissions once per `ground.facility_life`, without the interest of a lead, over \
         `finance.horizon` at `ground.discount_rate`, with `finance.tax` and \
         `finance.write_off`; zero without `finance.carbon_price`.";

    /// Present value of the emissions of computers on the ground, priced alike at each
    /// start, over those of the first.
    computers_emissions_factor: Ratio, in "1", "Ground computer emissions factor" =
        e.ground.result.factors.computers_emissions,
        "Emissions once per `it.life`, without the interest of a lead, over `finance.horizon` at \
         `ground.discount_rate`, with `finance.tax` and `finance.write_off`; zero without \
         `finance.carbon_price`.";

    /// Present value of the emissions of solar panels, priced alike at each
    /// start, over those of the first.
    solar_emissions_factor: Ratio, in "1", "Solar panel emissions factor" =
        e.ground.result.factors.solar_emissions,
        "Emissions once per `ground.solar_life`, without the interest of a lead, over \
         `finance.horizon` at `ground.discount_rate`, with `finance.tax` and \
         `finance.write_off`; zero without `finance.carbon_price`.";

    /// Present value of the emissions of their storage, priced alike at each
    /// start, over those of the first.
    storage_emissions_factor: Ratio, in "1", "Storage emissions factor" =
        e.ground.result.factors.storage_emissions,
        "Emissions once per `ground.storage_life`, without the interest of a lead, over \
         `finance.horizon` at `ground.discount_rate`, with `finance.tax` and \
         `finance.write_off`; zero without `finance.carbon_price`.";

    /// Present value of a yearly cost on the ground over that cost.
    annuity: Time, in "yr", "Ground annuity" = e.ground.result.annuity,
        "Annuity over `finance.horizon` at `ground.discount_rate`.";

    /// Present cost of the ground side over the horizon.
    present_cost: Money, in "USD", "Ground present cost" = e.ground.result.present_cost,
        "Sum of the ledger `cost_ground`: each purchase at its factor, such as \
         `ground.facility_purchase_factor`, and each yearly cost at `ground.annuity`.";

    /// Present cost of the ground side over the horizon per IT power.
    present_cost_per_it_power: MoneyPerPower, in "USD/W", "Ground present cost per IT power" =
        m.ground().present_cost()? / case.it.power;

    /// Levelized cost of the site's electricity from any supply.
    supply_cost: MoneyPerEnergy, in "USD/MWh", "Cost of power, all sources" =
        (m.ground().generation_cost()? * m.ground().generation_purchase_factor()? +
            m.ground().solar_cost()? * m.ground().solar_purchase_factor()? +
            m.ground().storage_cost()? * m.ground().storage_purchase_factor()? +
            (m.ground().electricity_cost()? + case.ground.generation_upkeep *
            m.ground().generation_cost()? + case.ground.solar_upkeep * m.ground().solar_cost()? +
            case.ground.storage_upkeep * m.ground().storage_cost()?) * m.ground().annuity()?) /
            (m.ground().mean_power()? * OPERATING_YEAR * m.ground().annuity()? / YEAR);

    /// Cost of the ground side per IT power and year.
    cost_per_it_power_year: MoneyPerEnergy, in "USD/kW/yr", "Ground cost per power and year" =
        m.ground().cost_per_it_energy()?;

    /// Cost of the ground side per available IT energy.
    cost_per_it_energy: MoneyPerEnergy, in "USD/MWh", "Ground cost per IT energy" =
        e.ground.result.per_energy,
        "`ground.present_cost` over the discounted IT energy: `it.power` times \
         `ground.availability` times 8 760 h per year times `ground.annuity`.";

    /// Cost of an available accelerator-hour on the ground.
    cost_per_gpu_hour: MoneyPerTime, in "USD/h", "Ground cost per GPU-hour" =
        m.ground().cost_per_it_energy()? * case.it.accelerator_power;

    /// Cost on the ground of a petaflop per second for a day, dense FP8.
    cost_per_petaflop_day: Money, in "USD", "Ground cost per petaflop day" =
        m.ground().cost_per_gpu_hour()? * DAY * PETAFLOP_PER_SECOND / case.it.accelerator_rate;

    /// Price of a sold accelerator-hour on the ground, in the first year, at which the net present
    /// value is zero: what compares with rents.
    price_per_sold_gpu_hour: MoneyPerTime, in "USD/h", "Ground price per sold GPU-hour" =
        m.ground().cost_per_gpu_hour()? / case.it.utilization * m.ground().annuity()? *
            m.ground().start_factor()? / m.ground().revenue_years()?;

    /// Discount rate of the ground side in constant prices.
    discount_rate: Frequency, in "1/yr", "Real ground discount rate" = e.case.ground_rate(),
        "`finance.ground_discount_rate`; less `finance.inflation`, over one plus it, where it is \
         stated in prices of the day.";

    /// Time from the first possible start to the full power of the site.
    years_to_full_power: Time, in "yr", "Ground time to full power" =
        case.ground.delay + case.ground.ramp;

    /// Mean present value, on the day when the site could start with power, of one dollar when a
    /// hall of it starts.
    start_factor: Ratio, in "1", "Ground start factor" = e.ground.start,
        "1 over 1 plus `ground.discount_rate`, to the power of `ground.delay` in \
         years, times the mean of the same over twelve halls that start evenly over \
         `ground.ramp`.";

    /// Sales of accelerator-hours on the ground in the first year.
    revenue: MoneyPerTime, in "MUSD/yr", "Ground sales in first year" =
        case.it.gpu_hour_price * case.it.power / case.it.accelerator_power *
            case.ground.availability * case.it.utilization * OPERATING_YEAR / YEAR;

    /// Present value of the sales on the ground over those of the first year.
    revenue_years: Time, in "yr", "Ground years of sales" = e.ground.worth.years,
        "`ground.annuity` times `ground.start_factor`, with prices that change by \
         `it.gpu_hour_price_change`.";

    /// Net present value of the ground side after tax: sales less cost over the horizon, on the day
    /// of the first possible start.
    net_present_value: Money, in "MUSD", "Ground net present value" =
        (m.ground().revenue()? * m.ground().revenue_years()? - m.ground().present_cost()? *
            m.ground().start_factor()?) * (ONE - case.finance.tax);
}
