//! Amounts that both sides leave to others over the horizon.

use super::arithmetic::{ONE, OPERATING_YEAR, YEAR};
use super::metrics;
use crate::units::{Energy, Mass, Ratio, Volume};

metrics! {
    /// Amounts that both sides leave to others over the horizon.
    ExternalMetrics external, with m, case, e;

    /// IT energy available in orbit over the horizon, not discounted.
    orbit_energy: Energy, in "MWh", "IT energy in orbit" = e.burden()?.energy,
        "`it.power` times `orbit.availability` for the 8 760 h of each year of \
         `finance.horizon`.";

    /// Mass brought to orbit over the horizon: satellites, their replacements and renewed
    /// computers.
    launched_mass: Mass, in "t", "Mass launched over horizon" =
        e.burden()?.inventory.launched_mass,
        "`mass.launched` times 1 plus `fleet.replenishment` times \
         `fleet.replenishment_launched` times `orbit.asset_life`, plus `mass.computers` times \
         `orbit.asset_life` over `orbit.computer_life` less 1; for `satellite.count` and \
         `satellite.spares`, `finance.horizon` over `orbit.asset_life` times.";

    /// Mass of the computers that are renewed in orbit over the horizon.
    renewed_mass: Mass, in "t", "Computers renewed over horizon" =
        m.mass().computers()? * (ONE + m.satellite().spares()? / m.satellite().count()?) *
            case.finance.horizon * (ONE / m.orbit().computer_life()? - ONE /
            m.orbit().asset_life()?);

    /// Launches over the horizon, with failed ones and empty room, which renewed computers leave
    /// none; fractional where a launch is shared.
    launches: Ratio, in "1", "Launches over horizon" =
        (m.external().launched_mass()? - m.external().renewed_mass()? * (ONE -
            m.launch().fill()?)) / (m.launch().payload()? * m.launch().fill()? * (ONE -
            case.launch.failure_rate));

    /// Mass that burns up at re-entry over the horizon.
    reentry_mass: Mass, in "t", "Mass re-entered over horizon" =
        e.burden()?.inventory.reentry_mass,
        "As `external.launched_mass`, with `mass.dry` in place of the launched mass: \
         `fleet.replenishment`, `fleet.replenishment_launched`, `orbit.asset_life`, \
         `mass.computers`, `orbit.computer_life`, `satellite.count`, `satellite.spares`, \
         `finance.horizon`.";

    /// Greenhouse gases of the launches, mainly from propellant.
    launch_carbon: Mass, in "t", "Carbon of launches" =
        case.launch.carbon * m.external().launches()?;

    /// Greenhouse gases of the launches per mass brought to orbit, with failed launches and empty
    /// room.
    launch_carbon_per_mass: Ratio, in "kg/kg", "Launch carbon per mass" =
        m.external().launch_carbon()? / m.external().launched_mass()?;

    /// Greenhouse gases of manufacturing satellites without computers, with those lost in failed
    /// launches.
    manufacture_carbon: Mass, in "t", "Carbon of making satellites" =
        e.burden()?.carbon.manufacture,
        "`satellite.embodied_carbon` times `mass.dry` less `mass.computers`, for each \
         satellite built over `finance.horizon`: `satellite.count`, `satellite.spares`, those \
         after `orbit.asset_life`, those of `fleet.replenishment` (launched by \
         `fleet.replenishment_launched`), and what `launch.failure_rate` loses.";

    /// Greenhouse gases of manufacturing the computers in orbit, with those lost in failed
    /// launches.
    computers_carbon: Mass, in "t", "Carbon of computers in orbit" = e.burden()?.carbon.computers,
        "`it.embodied_carbon` times `it.power` with `it.spares`, for each set of computers \
         built over `finance.horizon`: `satellite.count`, `satellite.spares`, those after \
         `orbit.computer_life` in each `orbit.asset_life`, those of `fleet.replenishment` \
         (launched by `fleet.replenishment_launched`), and what `launch.failure_rate` loses.";

    /// Greenhouse effect of the nitrogen oxides of re-entry; very uncertain, never part of
    /// `carbon.orbit`.
    reentry_carbon: Mass, in "t", "Warming effect of re-entry" =
        case.satellite.reentry_carbon * m.external().reentry_mass()?;

    /// Black carbon of the launches; none where it is unknown.
    black_carbon: Mass, in "t", "Black carbon of launches" = e.burden()?.soot?,
        "`launch.black_carbon` times `external.launches`, where `launch.emissions` is known.";

    /// Alumina left in the upper atmosphere by re-entry.
    alumina: Mass, in "t", "Alumina of re-entry" =
        case.satellite.reentry_alumina * m.external().reentry_mass()?;

    /// Nitrogen oxides formed by re-entry.
    nitrogen_oxides: Mass, in "t", "Nitrogen oxides of re-entry" =
        case.satellite.reentry_nitrogen_oxides * m.external().reentry_mass()?;

    /// IT energy available on the ground over the horizon, not discounted.
    ground_energy: Energy, in "MWh", "IT energy on ground" =
        case.it.power * case.ground.availability * OPERATING_YEAR * case.finance.horizon / YEAR;

    /// Greenhouse gases of the electricity or fuel bought on the ground.
    ground_power_carbon: Mass, in "t", "Carbon of ground power" =
        m.ground().power_carbon()? * case.ground.pue * case.it.utilization *
            m.external().ground_energy()?;

    /// Greenhouse gases of manufacturing solar panels, spread over their life; zero without them.
    ground_solar_carbon: Mass, in "t", "Carbon of making solar panels" =
        case.ground.solar_carbon * m.ground().solar_power()? * case.finance.horizon /
            case.ground.solar_life;

    /// Greenhouse gases of manufacturing the storage of solar power, spread over its life; zero
    /// without it.
    ground_storage_carbon: Mass, in "t", "Carbon of making storage" =
        case.ground.storage_carbon * m.ground().storage_energy()? * case.finance.horizon /
            case.ground.storage_life;

    /// Greenhouse gases of the building on the ground, spread over its life.
    ground_building_carbon: Mass, in "t", "Carbon of building on ground" =
        case.ground.embodied_carbon * case.it.power * case.finance.horizon /
            case.ground.facility_life;

    /// Greenhouse gases of manufacturing the computers on the ground, replaced ones included.
    ground_computers_carbon: Mass, in "t", "Carbon of computers on ground" =
        case.it.embodied_carbon * case.it.power * case.finance.horizon * (ONE / case.it.life +
            case.ground.failure_rate);

    /// Water used on the ground.
    ground_water: Volume, in "m3", "Water used on ground" =
        case.ground.water_use * case.it.utilization * m.external().ground_energy()?;
}
