//! The orbit, and the orbital side in time and money.

use super::arithmetic::{DAY, ONE, OPERATING_YEAR, PETAFLOP_PER_SECOND, YEAR};
use super::metrics;
use crate::units::{
    Angle, Area, AreaTime, Frequency, Length, Money, MoneyPerEnergy, MoneyPerPower, MoneyPerTime,
    Ratio, Time,
};

metrics! {
    /// The orbit, and the orbital side in time and money.
    OrbitMetrics orbit, with m, case, e;

    /// Period of the orbit.
    period: Time, in "min", "Orbital period" = e.orbit()?.period,
        "2 pi times the square root of the cube of the Earth's radius plus `orbit.altitude`, \
         over the Earth's gravitational parameter.";

    /// Inclination of the orbit plane to the equator.
    inclination: Angle, in "deg", "Orbit inclination" = e.orbit()?.inclination,
        "Inclination at `orbit.altitude` for which J2, J2 squared, J4 and J6 turn the node \
         with the mean Sun where `orbit.plane` is sun-synchronous; else the input \
         `orbit.inclination`.";

    /// Time from the end of the mission to re-entry by drag alone.
    lifetime: Time, in "yr", "Orbit lifetime" = e.one()?.motion.decay?,
        "Integral over altitude of one over the decay rate, from `orbit.altitude` down to \
         `propulsion.decay_floor`, at the air density of `environment.solar_activity`, with \
         `propulsion.drag_coefficient`, `array.area`, `radiator.panel_area` and `mass.dry`.";

    /// Share of the work lost where computers are throttled in eclipse.
    eclipse_loss: Ratio, in "1", "Work lost in eclipse" =
        (ONE - case.it.eclipse_share) * (ONE - m.environment().sunlit_fraction()?);

    /// First cost of the orbital side.
    capex: Money, in "USD", "Orbit first cost" =
        m.cost().hardware()? + m.launch().cost()? + m.cost().launch_insurance()? +
            case.fleet.development;

    /// First cost of the orbital side per IT power.
    capex_per_it_power: MoneyPerPower, in "USD/W", "Orbit first cost per IT power" =
        m.orbit().capex()? / case.it.power;

    /// Time after which a satellite is bought again.
    asset_life: Time, in "yr", "Life of a satellite in service" = e.side()?.lives.satellite,
        "`satellite.life`, or `it.life` where that is shorter and `fleet.upkeep` is retire.";

    /// Time after which the computers of a satellite are bought again.
    computer_life: Time, in "yr", "Life of computers in orbit" = e.side()?.lives.computers,
        "The shorter of `satellite.life` and `it.life`.";

    /// Share of the IT power delivered over the life, after failures beyond the spares, radiation
    /// and eclipses.
    availability: Ratio, in "1", "Orbit availability" = e.side()?.availability,
        "Product of `radiation.availability`, `work.carried`, 1 - `orbit.eclipse_loss` and \
         the shares left by failures of accelerators and satellites beyond spares: \
         `it.failure_rate`, `it.failure_shape`, `it.spares`, `it.accelerator_power`; \
         `fleet.failure_rate`, `fleet.failure_shape`, `satellite.count`, `satellite.spares`; \
         `orbit.computer_life`, `orbit.asset_life`.";

    /// Present value of all purchases of satellites, less credit at the horizon, over the first
    /// price.
    platform_factor: Ratio, in "1", "Satellite purchase factor" =
        e.cost()?.result.factors.platform,
        "Purchases once per `orbit.asset_life`, each paid `satellite.lead` and \
         `propulsion.raising_time` before, over `finance.horizon` at `orbit.discount_rate`, \
         with `finance.tax` and `finance.write_off`.";

    /// Present value of all purchases of computers in orbit, less credit at the horizon, over the
    /// first price.
    computers_factor: Ratio, in "1", "Orbit computer purchase factor" =
        e.cost()?.result.factors.computers,
        "Purchases once per `orbit.computer_life`, each paid `it.orbit_lead` and \
         `propulsion.raising_time` before, over `finance.horizon` at `orbit.discount_rate`, \
         with `finance.tax` and `finance.write_off`.";

    /// Present value of all launches of satellites, less credit at the horizon, over the first
    /// price.
    launch_factor: Ratio, in "1", "Launch purchase factor" = e.cost()?.result.factors.launch,
        "Launches once per `orbit.asset_life`, each paid `satellite.lead` and \
         `propulsion.raising_time` before, over `finance.horizon` at `orbit.discount_rate`, \
         with `finance.tax` and `finance.write_off`.";

    /// Present value of all launches of computers, less credit at the horizon, over the first
    /// price.
    computers_launch_factor: Ratio, in "1", "Computer launch purchase factor" =
        e.cost()?.result.factors.computers_launch,
        "Launches once per `orbit.computer_life`, each paid `satellite.lead` and \
         `propulsion.raising_time` before, over `finance.horizon` at `orbit.discount_rate`, \
         with `finance.tax` and `finance.write_off`.";

    /// Present value of the emissions of satellites and their launch, priced alike at each
    /// start, over those of the first.
    platform_emissions_factor: Ratio, in "1", "Satellite emissions factor" =
        e.cost()?.result.factors.platform_emissions,
        "Emissions once per `orbit.asset_life`, without the interest of a lead, over \
         `finance.horizon` at `orbit.discount_rate`, with `finance.tax` and \
         `finance.write_off`; zero without `finance.carbon_price`.";

    /// Present value of the emissions of computers in orbit and their launch, priced alike at each
    /// start, over those of the first.
    computers_emissions_factor: Ratio, in "1", "Orbit computer emissions factor" =
        e.cost()?.result.factors.computers_emissions,
        "Emissions once per `orbit.computer_life`, without the interest of a lead, over \
         `finance.horizon` at `orbit.discount_rate`, with `finance.tax` and \
         `finance.write_off`; zero without `finance.carbon_price`.";

    /// Value of development spending at the mean start of operation, over the spending.
    development_factor: Ratio, in "1", "Interest factor of development" =
        e.cost()?.plan.once.factor,
        "1 plus `orbit.discount_rate`, to the power of `fleet.development_lead` in \
         years, over `orbit.start_factor`.";

    /// Price of a sold accelerator-hour in orbit, in the first year, at which the net present value
    /// is zero: what compares with rents.
    price_per_sold_gpu_hour: MoneyPerTime, in "USD/h", "Orbit price per sold GPU-hour" =
        m.orbit().cost_per_gpu_hour()? / case.it.utilization * m.orbit().annuity()? *
            m.orbit().start_factor()? / m.orbit().revenue_years()?;

    /// Time from the first possible launch to the last, with which all power is in orbit.
    years_to_full_power: Time, in "yr", "Orbit time to full power" =
        m.launch().years_to_build()?;

    /// Gain of the ground side per IT power if it had its power on the dates of the launches in
    /// place of its own: the difference of two net present values of the same program on the same
    /// day; negative where the ground is earlier.
    value_of_earlier_power: MoneyPerPower, in "USD/kW", "Value of power on launch dates" =
        m.ground().net_present_value()? / m.ground().start_factor()? *
            (m.orbit().ground_rate_start_factor()? - m.ground().start_factor()?) / case.it.power;

    /// Discount rate of the orbital side in constant prices.
    discount_rate: Frequency, in "1/yr", "Real orbit discount rate" = e.case.orbit_rate(),
        "`finance.orbit_discount_rate`; less `finance.inflation`, over one plus it, where it is \
         stated in prices of the day.";

    /// Mean present value, on the day of the first possible launch, of one dollar when a satellite
    /// starts, at the discount rate of the ground.
    ground_rate_start_factor: Ratio, in "1", "Orbit start at ground rate" =
        e.priced()?.start_at_ground_rate,
        "Mean discount factor of the `launch.count` launch dates up to \
         `launch.years_to_build`, at `ground.discount_rate`.";

    /// Mean present value, on the day of the first possible launch, of one dollar when a satellite
    /// starts.
    start_factor: Ratio, in "1", "Orbit start factor" = e.priced()?.start,
        "Mean discount factor of the `launch.count` launch dates up to \
         `launch.years_to_build`, at `orbit.discount_rate`.";

    /// Present value of a yearly cost in orbit over that cost.
    annuity: Time, in "yr", "Orbit annuity" = e.cost()?.result.annuity,
        "Annuity over `finance.horizon` at `orbit.discount_rate`.";

    /// Present cost of the orbital side over the horizon.
    present_cost: Money, in "USD", "Orbit present cost" = e.priced()?.result.present_cost,
        "Sum of the ledger `cost_orbit`: each purchase at its factor, such as \
         `orbit.platform_factor`, and each yearly cost at `orbit.annuity`.";

    /// Present cost of the orbital side over the horizon per IT power.
    present_cost_per_it_power: MoneyPerPower, in "USD/W", "Orbit present cost per IT power" =
        m.orbit().present_cost()? / case.it.power;

    /// Cost of the orbital side per IT power and year.
    cost_per_it_power_year: MoneyPerEnergy, in "USD/kW/yr", "Orbit cost per power and year" =
        m.orbit().cost_per_it_energy()?;

    /// Cost of the orbital side per available IT energy.
    cost_per_it_energy: MoneyPerEnergy, in "USD/MWh", "Orbit cost per IT energy" =
        e.priced()?.result.per_energy,
        "`orbit.present_cost` over the discounted IT energy: `it.power` times \
         `orbit.availability` times 8 760 h per year times `orbit.annuity`.";

    /// Cost of an available accelerator-hour in orbit.
    cost_per_gpu_hour: MoneyPerTime, in "USD/h", "Orbit cost per GPU-hour" =
        m.orbit().cost_per_it_energy()? * case.it.accelerator_power;

    /// Cost in orbit of a petaflop per second for a day, dense FP8.
    cost_per_petaflop_day: Money, in "USD", "Orbit cost per petaflop day" =
        m.orbit().cost_per_gpu_hour()? * DAY * PETAFLOP_PER_SECOND / case.it.accelerator_rate;

    /// Sales of accelerator-hours in orbit in the first year.
    revenue: MoneyPerTime, in "MUSD/yr", "Orbit sales in first year" =
        case.it.gpu_hour_price * case.it.power / case.it.accelerator_power *
            m.orbit().availability()? * case.it.utilization * OPERATING_YEAR / YEAR;

    /// Present value of the sales in orbit over those of the first year.
    revenue_years: Time, in "yr", "Orbit years of sales" = e.priced()?.worth.years,
        "`orbit.annuity` times `orbit.start_factor`, with prices that change by \
         `it.gpu_hour_price_change`.";

    /// Net present value of the orbital side after tax: sales less cost over the horizon, on the
    /// day of the first possible start.
    net_present_value: Money, in "MUSD", "Orbit net present value" =
        (m.orbit().revenue()? * m.orbit().revenue_years()? - m.orbit().present_cost()? *
            m.orbit().start_factor()?) * (ONE - case.finance.tax);

    /// Number of satellites, spares included, over the number of objects tracked in orbit today.
    tracked_share: Ratio, in "1", "Satellites over tracked objects" =
        (m.satellite().count()? + m.satellite().spares()?) / case.environment.tracked_objects;

    /// Mean distance between the satellites if they were spread over the shell of their altitude.
    shell_spacing: Length, in "km", "Mean spacing in orbital shell" =
        e.one()?.footprint.shell_spacing,
        "Square root of the area of the sphere at `orbit.altitude` over `satellite.count` \
         plus `satellite.spares`.";

    /// Mean cross-section of one satellite: half of one face of its panels.
    cross_section: Area, in "m2", "Satellite cross-section" =
        (m.array().area()? + m.radiator().panel_area()?) / (2.0 * m.satellite().count()?);

    /// Cross-section of the fleet times the sum of its life and its time to re-entry.
    area_time: AreaTime, in "m2 yr", "Area-time in orbit" =
        m.orbit().cross_section()? * (m.satellite().count()? + m.satellite().spares()?) *
            (m.orbit().asset_life()? + m.propulsion().disposal_time()?);

    /// Visual magnitude of a satellite overhead, as a diffusely scattering sphere; lower is
    /// brighter, astronomers ask for 7 or higher.
    magnitude: Ratio, in "1", "Visual magnitude" = e.one()?.footprint.magnitude?,
        "Magnitude of a Lambert sphere of `orbit.cross_section` and `satellite.reflectance` \
         at `orbit.altitude` and `satellite.phase_angle` in sunlight of magnitude -26.74.";
}
