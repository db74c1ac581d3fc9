//! The data center on the ground.

use super::inputs;
use crate::physics::solar_site::SolarSite;
use crate::system::choices::PowerSupply;
use crate::units::{
    EmissionPerEnergy, Frequency, MoneyPerEnergy, MoneyPerPower, MoneyPerVolume, Ratio,
    SpecificMass, Time, VolumePerEnergy,
};

inputs! {
    /// The data center on the ground.
    Ground ground;

    /// Price of building, power and cooling per IT power, without computers.
    facility_price: MoneyPerPower, in "USD/W" 0..=1_000 from "regions.dc_build.capex_per_mw"
        label "Facility price" in Building, better Neither, Market, read by Costs, stream 19;

    /// Life of building, power and cooling.
    facility_life: Time, in "yr" 1..=60 from "regions.dc_build.facility_life"
        label "Facility life" in Lives, better Neither, Technology, read by Costs, stream 38;

    /// Mean time from payment to operation of the facility.
    facility_lead: Time, in "yr" 0..=20 from "model.lead_facility.mean_lead"
        label "Lead time of facility" in Building, better Neither, Market, read by Costs, stream 39;

    /// Wait for power before the site can start.
    delay: Time, in "yr" 0..=30 from "model.ground.delay"
        label "Wait for power" in Building, better Neither, Market, read by Costs, stream 170;

    /// Time from the first power of the site to its full power, in which its halls start one after
    /// the other.
    ramp: Time, in "yr" 0..=20 from "model.ground.ramp"
        label "Ramp to full power on ground" in Building,
        better Neither, Market, read by Costs, stream 500;

    /// Yearly maintenance as a share of the facility's price.
    maintenance: Frequency, in "1/yr" 0..=1 from "model.ground.maintenance"
        label "Facility maintenance" in Building, better Neither, Market, read by Costs, stream 25;

    /// Power usage effectiveness: facility power over IT power.
    pue: Ratio, in "1" 1..=5 from "model.ground.pue"
        label "PUE" in Energy, better Neither, Technology, read by Costs, stream 40;

    /// Power supply of the site: the grid at `ground.electricity_price`, its own plant, or solar
    /// panels with storage.
    supply: PowerSupply, in "choice" 0..=2 from "model.ground.supply"
        label "Power supply on ground" in Energy, better Neither, Design, read by Costs, stream 252;

    /// Price of the own plant per peak power of the site, reserve included.
    generation_price: MoneyPerPower, in "USD/kW" 0..=1.0e6 from "regions.ccgt.capex"
        label "Own plant price" in Energy, better Neither, Market, read by Costs, stream 171;

    /// Life of the own plant.
    generation_life: Time, in "yr" 1..=60 from "model.generation.life"
        label "Own plant life" in Energy, better Neither, Technology, read by Costs, stream 172;

    /// Mean time from payment to operation of the own plant.
    generation_lead: Time, in "yr" 0..=20 from "model.generation.lead"
        label "Lead time of own plant" in Energy, better Neither, Market, read by Costs, stream 173;

    /// Yearly upkeep of the own plant as a share of its price.
    generation_upkeep: Frequency, in "1/yr" 0..=1 from "model.generation.upkeep"
        label "Own plant upkeep" in Energy, better Neither, Market, read by Costs, stream 174;

    /// Heat of the fuel per electrical energy of the own plant.
    heat_rate: Ratio, in "Btu/kWh" 0..=50_000 from "regions.ccgt.heat_rate"
        label "Heat rate of own plant" in Energy,
        better Neither, Technology, read by Costs, stream 175;

    /// Greenhouse gases of the own plant's fuel per heat, which the heat rate turns into those of
    /// its power.
    fuel_carbon: EmissionPerEnergy, in "kg/MMBtu" 0..=1_000 from "regions.natural_gas.carbon"
        label "Fuel carbon of own plant" in Energy,
        better Neither, Nature, read by Costs, stream 503;

    /// Price of the fuel per heat.
    fuel_price: MoneyPerEnergy, in "USD/MMBtu" 0..=1_000 from "regions.ccgt.gas_price"
        label "Fuel price" in Energy, better Neither, Market, read by Costs, stream 176;

    /// Site for whose year of sunlight the solar panels and their storage are sized.
    solar_site: SolarSite, in "choice" 0..=2 from "model.solar.site"
        label "Site of solar panels" in Building, better Neither, Design, read by Costs, stream 253;

    /// Share of the site's energy that solar panels and storage deliver.
    firm_share: Ratio, in "1" 0.5..=1 from "model.solar.firm_share"
        label "Solar share of site energy" in Building,
        better Neither, Design, read by Costs, stream 254;

    /// Price of solar panels with tracker and inverter per inverter rating (AC).
    solar_price: MoneyPerPower, in "USD/W" 0..=100 from "regions.solar_field.price"
        label "Solar panel price" in Building, better Neither, Market, read by Costs, stream 177;

    /// Life of the solar panels.
    solar_life: Time, in "yr" 1..=60 from "model.solar.life"
        label "Solar panel life" in Building, better Neither, Technology, read by Costs, stream 178;

    /// Mean time from payment to operation of the solar panels and their storage.
    solar_lead: Time, in "yr" 0..=20 from "model.solar.lead"
        label "Lead time of solar and storage" in Building,
        better Neither, Market, read by Costs, stream 179;

    /// Yearly upkeep of the solar panels as a share of their price.
    solar_upkeep: Frequency, in "1/yr" 0..=1 from "model.solar.upkeep"
        label "Solar panel upkeep" in Building, better Neither, Market, read by Costs, stream 180;

    /// Output of the solar panels for which they are sized, over that of new ones without faults.
    solar_output: Ratio, in "1" 0.1..=1 from "model.solar.output"
        label "Solar output after losses" in Building,
        better Neither, Technology, read by Costs, stream 181;

    /// Price of the storage per energy capacity when new, with inverters for four hours.
    storage_price: MoneyPerEnergy, in "USD/kWh" 0..=10_000 from "regions.storage.price"
        label "Storage price" in Building, better Neither, Market, read by Costs, stream 182;

    /// Life of the storage.
    storage_life: Time, in "yr" 1..=60 from "regions.storage.life"
        label "Storage life" in Building, better Neither, Technology, read by Costs, stream 183;

    /// Yearly upkeep of the storage as a share of its price.
    storage_upkeep: Frequency, in "1/yr" 0..=1 from "regions.storage.upkeep"
        label "Storage upkeep" in Building, better Neither, Market, read by Costs, stream 184;

    /// Energy out of the storage over energy in.
    storage_efficiency: Ratio, in "1" 0.7..=1 from "regions.storage.efficiency"
        label "Storage efficiency" in Building,
        better Neither, Technology, read by Costs, stream 185;

    /// Energy capacity for which the storage is sized, over its capacity when new.
    storage_usable: Ratio, in "1" 0.1..=1 from "regions.storage.usable"
        label "Usable share of storage" in Building,
        better Neither, Technology, read by Costs, stream 186;

    /// Price of the energy that solar panels and storage do not deliver.
    backup_price: MoneyPerEnergy, in "USD/kWh" 0..=100 from "model.solar.backup_price"
        label "Backup energy price" in Building, better Neither, Market, read by Costs, stream 187;

    /// Rent per IT power of a leased building; the price of the building is then set to zero.
    lease: MoneyPerEnergy, in "USD/kW/yr" 0..=1.0e6 from "model.ground.lease"
        label "Data center rent" in Building, better Neither, Market, read by Costs, stream 255;

    /// Price of electricity.
    electricity_price: MoneyPerEnergy, in "USD/kWh" 0..=10
        from "regions.us_avg.electricity_industrial"
        label "Electricity price" in Energy, better Neither, Market, read by Costs, stream 43;

    /// Share of time that the computers on the ground are available.
    availability: Ratio, in "1" 0.01..=1 from "model.ground.availability"
        label "Ground availability" in Building,
        better Neither, Technology, read by Costs, stream 23;

    /// Share of computers on the ground that fail for good per year and are replaced.
    failure_rate: Frequency, in "1/yr" 0..=2 from "compute.failure_phys.annual_rate"
        label "Computer failures on ground" in Building,
        better Neither, Technology, read by Costs, stream 18;

    /// Share of the price of computers that they bring when they are sold at the end of their life
    /// on the ground; in orbit they burn.
    resale: Ratio, in "1" 0..=0.95 from "compute.resale.share"
        label "Resale of computers on ground" in Computers,
        better Neither, Market, read by Costs, stream 506;

    /// Water use per IT energy.
    water_use: VolumePerEnergy, in "L/kWh" 0..=20 from "regions.wue.average"
        label "Water use" in Energy, better Neither, Technology, read by Costs, stream 63;

    /// Price of water.
    water_price: MoneyPerVolume, in "USD/m3" 0..=1_000 from "model.water.price"
        label "Water price" in Energy, better Neither, Market, read by Costs, stream 69;

    /// Greenhouse gases of the grid's power; an own plant has those of its fuel
    /// (`ground.fuel_carbon`), solar panels and storage their own.
    carbon_intensity: EmissionPerEnergy, in "g/kWh" 0..=3_000 from "regions.us_avg.carbon_intensity"
        label "Carbon intensity of power" in Energy,
        better Neither, Market, read by Costs, stream 188;

    /// Greenhouse gases of manufacturing solar panels with tracker and inverter per inverter rating
    /// (AC).
    solar_carbon: SpecificMass, in "kg/kW" 0..=1.0e5 from "model.solar.carbon"
        label "Embodied carbon of solar panels" in Building,
        better Neither, Technology, read by Costs, stream 189;

    /// Greenhouse gases of manufacturing the storage per energy capacity when new.
    storage_carbon: EmissionPerEnergy, in "kg/kWh" 0..=10_000 from "regions.storage.carbon"
        label "Embodied carbon of storage" in Building,
        better Neither, Technology, read by Costs, stream 190;

    /// Greenhouse gases of the energy that solar panels and storage do not deliver.
    backup_carbon: EmissionPerEnergy, in "g/kWh" 0..=3_000 from "model.solar.backup_carbon"
        label "Carbon of backup energy" in Building,
        better Neither, Technology, read by Costs, stream 191;

    /// Greenhouse gases of the building per IT power.
    embodied_carbon: SpecificMass, in "kg/kW" 0..=1.0e5
        from "environment.dc_building_embodied.tco2e_per_mw"
        label "Embodied carbon of building" in Building,
        better Neither, Technology, read by Costs, stream 192;
}
