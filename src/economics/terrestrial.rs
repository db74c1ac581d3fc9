//! The same computing on the ground: what it buys and what it runs on.

use crate::units::{
    Energy, Frequency, Money, MoneyPerEnergy, MoneyPerPower, MoneyPerTime, MoneyPerVolume, Power,
    Ratio, Time, VolumePerEnergy, quantities,
};

use super::levelized::{Asset, Assets, CostPlan};
use super::operations::replacement_cost;

const ONE_YEAR: Time = Time::from_base(quantities::YEAR_SECONDS);
const OPERATING_YEAR: Time = Time::from_base(quantities::OPERATING_YEAR_SECONDS);

/// Building with its electrical and cooling plant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Facility {
    /// Price per IT power.
    pub price: MoneyPerPower,
    /// Life.
    pub life: Time,
    /// Mean time from payment to operation.
    pub lead: Time,
    /// Maintenance a year, as share of the price.
    pub maintenance: Frequency,
    /// Rent per IT power where the building is leased.
    pub lease: MoneyPerEnergy,
}

/// Computers, the same as in orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Computers {
    /// Price per IT power.
    pub price: MoneyPerPower,
    /// Life.
    pub life: Time,
    /// Time from payment to operation.
    pub lead: Time,
    /// Share that fails in a year and is replaced.
    pub failure_rate: Frequency,
    /// Share of the price that they bring at the end of their life.
    pub resale: Ratio,
}

/// A field of solar panels with its storage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarSupply {
    /// Rating of the field, as bought.
    pub field: Power,
    /// Price per rating.
    pub field_price: MoneyPerPower,
    /// Life of the field.
    pub field_life: Time,
    /// Upkeep of the field a year, as share of its price.
    pub field_upkeep: Frequency,
    /// Energy that the storage holds, as bought.
    pub storage: Energy,
    /// Price per energy held.
    pub storage_price: MoneyPerEnergy,
    /// Life of the storage.
    pub storage_life: Time,
    /// Upkeep of the storage a year, as share of its price.
    pub storage_upkeep: Frequency,
    /// Mean time from payment to operation of both.
    pub lead: Time,
}

impl SolarSupply {
    /// The field as an asset; see [`ground_cost`] for model, range and references.
    pub fn field_asset(&self) -> Asset {
        Asset { lead: self.lead, ..Asset::new(self.field * self.field_price, self.field_life) }
    }

    /// The storage as an asset; see [`ground_cost`] for model, range and references.
    pub fn storage_asset(&self) -> Asset {
        let price: Money = self.storage * self.storage_price;
        Asset { lead: self.lead, ..Asset::new(price, self.storage_life) }
    }

    /// Upkeep of both; see [`ground_cost`] for model, range and references.
    pub fn upkeep(&self) -> MoneyPerTime {
        self.field_asset().price * self.field_upkeep
            + self.storage_asset().price * self.storage_upkeep
    }
}

/// Where the power comes from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Supply {
    /// Price of energy: the tariff, fuel of own generation, or what sun and storage leave to be
    /// bought, per energy of the site.
    pub price: MoneyPerEnergy,
    /// Own generation per peak power of the site; zero on the grid.
    pub generation: MoneyPerPower,
    /// Life of own generation.
    pub generation_life: Time,
    /// Mean time from payment to operation of own generation.
    pub generation_lead: Time,
    /// Upkeep of own generation a year, as share of its price.
    pub upkeep: Frequency,
    /// Solar panels and storage, if there are any.
    pub solar: Option<SolarSupply>,
}

/// A site on the ground.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundSite {
    /// IT power.
    pub it_power: Power,
    /// Share of the capacity used, as mean power over IT power.
    pub utilization: Ratio,
    /// Share of the time in which the computers are up.
    pub availability: Ratio,
    /// Power usage effectiveness: energy of the site over that of the computers.
    pub pue: Ratio,
    /// Building.
    pub facility: Facility,
    /// Computers.
    pub computers: Computers,
    /// Power.
    pub supply: Supply,
    /// Water per energy of the computers.
    pub water_use: VolumePerEnergy,
    /// Price of water.
    pub water_price: MoneyPerVolume,
}

/// What a site costs: assets for the cost core, and the running cost in its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GroundCost {
    /// Purchases.
    pub assets: Assets<Asset>,
    /// Energy.
    pub power: MoneyPerTime,
    /// Maintenance of the building and of own generation.
    pub maintenance: MoneyPerTime,
    /// Rent of the building.
    pub lease: MoneyPerTime,
    /// Failed computers.
    pub replacement: MoneyPerTime,
    /// Water.
    pub water: MoneyPerTime,
}

impl GroundCost {
    /// All running costs; see [`ground_cost`] for model, range and references.
    pub fn yearly(&self) -> MoneyPerTime {
        self.power + self.maintenance + self.lease + self.replacement + self.water
    }
}

/// Energy that the computers of a site draw in a year of 8 760 h.
///
/// See [`ground_cost`] for model, range and references.
pub fn yearly_it_energy(site: &GroundSite) -> Energy {
    site.it_power * site.utilization * site.availability * OPERATING_YEAR
}

/// Assets and running cost of a site.
///
/// # Model
/// ```text
/// E = P u a 8760 h
/// power = π PUE E,   maintenance = m k P + n g PUE P + n_x p_x X + n_s p_s S
/// lease = ℓ_r P 8760 h / yr
/// replacement = f c P,   water = w ω E
/// assets: building k P, computers c P, generation g PUE P, field p_x X, storage p_s S
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | P, u, a | IT power, utilization, availability | kW, 1, 1 |
/// | E | energy of the computers in a year | kWh |
/// | π, PUE | price of energy, power usage effectiveness | USD/kWh, 1 |
/// | k, m | price of the building, its maintenance | USD/W, 1/yr |
/// | c, f | price of computers, share that fails | USD/W, 1/yr |
/// | g | own generation per peak power of the site, reserve included | USD/W |
/// | w, ω | water per energy of the computers, its price | L/kWh, USD/m³ |
/// | n, `ℓ_r` | upkeep of own generation, rent of the building | 1/yr, USD/kW/yr |
/// | X, S | rating of the solar field, what its storage holds | kW, kWh |
/// | `p_x`, `p_s`, `n_x`, `n_s` | their prices and upkeep | USD/kW, USD/kWh, 1/yr |
///
/// # Assumes
/// The overhead scales with the load. Computers that are down draw nothing; those that are up but
/// idle are in the utilization. Land is not counted. One energy price for all years.
///
/// # Valid for
/// PUE of 1 and more, shares from 0 to 1.
///
/// # References
/// \[Datacentres2026\], for water per IT energy; the rest by definition; docs/model/ground.md
pub fn ground_cost(site: &GroundSite) -> GroundCost {
    let energy = yearly_it_energy(site);
    let peak: Power = site.it_power * site.pue;
    let building: Money = site.it_power * site.facility.price;
    let computers: Money = site.it_power * site.computers.price;
    let generation: Money = peak * site.supply.generation;
    let solar = site.supply.solar.as_ref();
    let assets = Assets {
        building: Asset { lead: site.facility.lead, ..Asset::new(building, site.facility.life) },
        computers: Asset {
            lead: site.computers.lead,
            salvage: site.computers.resale,
            ..Asset::new(computers, site.computers.life)
        },
        generation: Asset {
            lead: site.supply.generation_lead,
            ..Asset::new(generation, site.supply.generation_life)
        },
        solar_field: solar.map_or(Asset::UNUSED, SolarSupply::field_asset),
        storage: solar.map_or(Asset::UNUSED, SolarSupply::storage_asset),
        ..Assets::UNUSED
    };
    let mut maintenance = building * site.facility.maintenance + generation * site.supply.upkeep;
    if let Some(solar) = solar {
        maintenance += solar.upkeep();
    }
    GroundCost {
        assets,
        power: site.supply.price * energy * site.pue / ONE_YEAR,
        maintenance,
        lease: site.it_power * site.facility.lease * (OPERATING_YEAR / ONE_YEAR),
        replacement: replacement_cost(computers, site.computers.failure_rate),
        water: site.water_price * (site.water_use * energy) / ONE_YEAR,
    }
}

/// A site as a plan of the cost core.
///
/// See [`ground_cost`] for model, range and references.
pub fn ground_plan(site: &GroundSite, discount_rate: Frequency, horizon: Time) -> CostPlan {
    let cost = ground_cost(site);
    CostPlan {
        assets: cost.assets,
        yearly: cost.yearly(),
        discount_rate,
        horizon,
        it_power: site.it_power,
        availability: site.availability,
        ..CostPlan::EMPTY
    }
}

/// Fuel price of own generation per electrical energy.
///
/// # Model
/// ```text
/// π = q p_f
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | q | heat rate, heat over electricity | 1 |
/// | `p_f` | price of the fuel per heat | USD/kWh |
///
/// # Assumes
/// Heat rate and fuel price on the same heating value.
///
/// # Valid for
/// Heat rates above 1.
///
/// # References
/// \[Otps2024\], page 57, the fuel term of the levelized cost
pub fn fuel_price(heat_rate: Ratio, fuel: MoneyPerEnergy) -> MoneyPerEnergy {
    fuel * heat_rate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::economics::levelized::levelized;
    use crate::units::{
        Volume, cubic_meter, fraction, kilowatt_hour, liter_per_kilowatt_hour, megawatt,
        million_usd, per_year, usd_per_cubic_meter, usd_per_kilowatt, usd_per_kilowatt_hour,
        usd_per_kilowatt_year, usd_per_watt, usd_per_year, year,
    };

    /// The catalog's defaults for 2026, one megawatt.
    fn site() -> GroundSite {
        GroundSite {
            it_power: Power::new::<megawatt>(1.0),
            utilization: fraction(0.8),
            availability: fraction(1.0),
            pue: fraction(1.2),
            facility: Facility {
                price: MoneyPerPower::new::<usd_per_watt>(13.0),
                life: Time::new::<year>(15.0),
                lead: Time::from_base(0.0),
                maintenance: Frequency::new::<per_year>(0.03),
                lease: MoneyPerEnergy::from_base(0.0),
            },
            computers: Computers {
                price: MoneyPerPower::new::<usd_per_kilowatt>(32_300.0),
                life: Time::new::<year>(5.0),
                lead: Time::from_base(0.0),
                failure_rate: Frequency::new::<per_year>(0.045),
                resale: fraction(0.0),
            },
            supply: Supply {
                price: MoneyPerEnergy::new::<usd_per_kilowatt_hour>(0.0977),
                generation: MoneyPerPower::from_base(0.0),
                generation_life: Time::new::<year>(25.0),
                generation_lead: Time::from_base(0.0),
                upkeep: Frequency::new::<per_year>(0.03),
                solar: None,
            },
            water_use: VolumePerEnergy::new::<liter_per_kilowatt_hour>(0.4),
            water_price: MoneyPerVolume::new::<usd_per_cubic_meter>(1.0),
        }
    }

    fn rate(value: f64) -> Frequency {
        Frequency::new::<per_year>(value)
    }

    fn horizon() -> Time {
        Time::new::<year>(15.0)
    }

    fn close(got: f64, want: f64, relative: f64) -> bool {
        (got - want).abs() <= relative * got.abs().max(want.abs())
    }

    #[test]
    fn industrial_power_costs_856_usd_per_kilowatt_and_year() {
        let mut site = site();
        (site.utilization, site.pue) = (fraction(1.0), fraction(1.0));
        let mut power_alone = ground_plan(&site, rate(0.1), horizon());
        power_alone.assets = Assets::UNUSED;
        power_alone.yearly = ground_cost(&site).power;
        let cost = levelized(&power_alone).per_power_year.get::<usd_per_kilowatt_year>();
        assert!((cost - 855.85).abs() < 0.01, "{cost}");
    }

    #[test]
    fn running_costs_are_those_of_8760_hours() {
        let cost = ground_cost(&site());
        let energy = 0.8 * 8.76e6;
        assert!(close(yearly_it_energy(&site()).get::<kilowatt_hour>(), energy, 1e-12));
        assert!(close(cost.power.get::<usd_per_year>(), 0.0977 * 1.2 * energy, 1e-12));
        assert!(close(cost.maintenance.get::<usd_per_year>(), 390_000.0, 1e-12));
        assert!(close(cost.replacement.get::<usd_per_year>(), 1_453_500.0, 1e-12));
        assert!(close(cost.water.get::<usd_per_year>(), 0.4e-3 * energy, 1e-12));
        let volume: Volume = site().water_use * yearly_it_energy(&site());
        assert!(close(volume.get::<cubic_meter>(), 2803.2, 1e-12));
    }

    #[test]
    fn assets_stand_at_their_places() {
        let assets = ground_cost(&site()).assets;
        assert!(close(assets.building.price.get::<million_usd>(), 13.0, 1e-12));
        assert!(close(assets.computers.price.get::<million_usd>(), 32.3, 1e-12));
        assert!(assets.generation.price.base().abs() < f64::MIN_POSITIVE);
    }

    #[test]
    fn own_gas_costs_fuel_and_plant_in_place_of_the_tariff() {
        let mut gas = site();
        gas.supply.generation = MoneyPerPower::new::<usd_per_kilowatt>(2400.0);
        // 6 654 Btu/kWh is 1.950 kWh of heat per kWh; 4 USD/MMBtu is 0.013649 USD per kWh of heat
        let fuel =
            fuel_price(fraction(1.950_1), MoneyPerEnergy::new::<usd_per_kilowatt_hour>(0.013_649));
        assert!((fuel.get::<usd_per_kilowatt_hour>() - 0.026_617).abs() < 1e-6);
        gas.supply.price = fuel;
        let plant = ground_cost(&gas).assets.generation.price.get::<million_usd>();
        assert!(close(plant, 2.88, 1e-12));
        let cost =
            |site: &GroundSite| levelized(&ground_plan(site, rate(0.103), horizon())).per_energy;
        assert!(cost(&gas) < cost(&site()));
    }

    #[test]
    fn sun_and_storage_cost_their_assets_their_upkeep_and_what_is_bought_beside_them() {
        let solar = SolarSupply {
            field: Power::new::<megawatt>(5.0),
            field_price: MoneyPerPower::new::<usd_per_watt>(1.5),
            field_life: Time::new::<year>(30.0),
            field_upkeep: Frequency::new::<per_year>(0.012),
            storage: Power::new::<megawatt>(1.0) * Time::new::<crate::units::hour>(16.0),
            storage_price: MoneyPerEnergy::new::<usd_per_kilowatt_hour>(125.0),
            storage_life: Time::new::<year>(20.0),
            storage_upkeep: Frequency::new::<per_year>(0.02),
            lead: Time::new::<year>(1.0),
        };
        let mut sunny = site();
        sunny.supply.solar = Some(solar);
        let cost = ground_cost(&sunny);
        assert!(close(cost.assets.solar_field.price.get::<million_usd>(), 7.5, 1e-12));
        assert!(close(cost.assets.storage.price.get::<million_usd>(), 2.0, 1e-12));
        assert!(close(cost.assets.storage.lead.get::<year>(), 1.0, 1e-15));
        // 390 000 of the building, 1.2 % of 7.5 million, 2 % of 2 million
        assert!(close(cost.maintenance.get::<usd_per_year>(), 520_000.0, 1e-12));
        assert_eq!(ground_cost(&site()).assets.solar_field, Asset::UNUSED);
    }

    #[test]
    fn every_price_raises_the_cost() {
        let cost =
            |site: &GroundSite| levelized(&ground_plan(site, rate(0.103), horizon())).per_energy;
        let base = cost(&site());
        let dearer: [fn(&mut GroundSite); 12] = [
            |site| site.facility.lease = MoneyPerEnergy::new::<usd_per_kilowatt_hour>(0.01),
            |site| site.facility.price *= 1.1,
            |site| site.facility.life *= 0.9,
            |site| site.facility.lead = Time::new::<year>(1.0),
            |site| site.facility.maintenance *= 1.1,
            |site| site.computers.price *= 1.1,
            |site| site.computers.failure_rate *= 1.1,
            |site| site.supply.price *= 1.1,
            |site| site.supply.generation = MoneyPerPower::new::<usd_per_watt>(0.1),
            |site| site.pue = fraction(1.3),
            |site| site.utilization = fraction(0.9),
            |site| site.water_price *= 1.1,
        ];
        for (index, change) in dearer.iter().enumerate() {
            let mut changed = site();
            change(&mut changed);
            assert!(cost(&changed) > base, "{index}");
        }
    }

    #[test]
    fn computers_are_the_largest_part_and_power_the_smaller_one() {
        let plan = ground_plan(&site(), rate(0.103), horizon());
        let result = levelized(&plan);
        let computers = plan.assets.computers.price * result.factors.computers;
        let building = plan.assets.building.price * result.factors.building;
        assert!(computers > building + plan.yearly * result.annuity);
        let per_kilowatt = (computers / result.present_energy).get::<usd_per_kilowatt_year>();
        assert!((8000.0..9000.0).contains(&per_kilowatt), "{per_kilowatt}");
    }
}
