//! A field of solar panels on the ground and its storage, hour by hour through a year of its site.
//!
//! Sizes are per load, which is constant. The year is played through once for every point of the
//! curves, in `table/make.rs`; here they are only read.

use super::table::TablePlace;
use super::table::solar::{FIELD, MEAN, SITES};
use crate::domain::{DomainError, within};
use crate::units::{Frequency, Ratio, Time, fraction, hour, unity};

/// Share of the load that sun and storage serve, in the rows of the curves.
pub(super) const SERVED: [f64; 25] = [
    0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.875, 0.9, 0.925, 0.95, 0.96, 0.97, 0.98, 0.985,
    0.99, 0.9925, 0.995, 0.996, 0.997, 0.998, 0.999, 0.9995, 1.0,
];
/// Hours of the load that the storage holds, in the columns of the curves.
pub(super) const HOURS: [f64; 25] = [
    0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 20.0, 22.0,
    24.0, 28.0, 32.0, 36.0, 40.0, 48.0, 60.0, 72.0, 96.0,
];
/// Round-trip efficiencies of the curves.
pub(super) const EFFICIENCY: [f64; 3] = [0.7, 0.85, 1.0];
/// Hours in which a full storage is emptied and an empty one filled, at the fastest.
#[cfg(test)]
pub(super) const DISCHARGE_HOURS: f64 = 4.0;

/// Site whose year of sun and weather is played through.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SolarSite {
    /// Amarillo in the Texas Panhandle, the year 2012.
    Texas,
    /// Daggett in the Mojave desert of California, a typical year.
    Mojave,
    /// Greensboro in North Carolina, a typical year.
    Carolina,
}

impl SolarSite {
    /// Column of the tables.
    const fn column(self) -> usize {
        match self {
            Self::Texas => 0,
            Self::Mojave => 1,
            Self::Carolina => 2,
        }
    }

    /// Name of the site's column in the table of solar years.
    ///
    /// See [`curve`] for model, range and references.
    pub fn name(self) -> &'static str {
        SITES[self.column()]
    }

    /// Mean output of a field over its rating.
    ///
    /// See [`curve`] for model, range and references.
    pub fn capacity_factor(self) -> Ratio {
        fraction(MEAN[self.column()])
    }
}

/// Demand on a field and its storage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarDemand {
    /// Where.
    pub site: SolarSite,
    /// Share of the load's energy that field and storage serve.
    pub served: Ratio,
    /// Round-trip efficiency of the storage.
    pub efficiency: Ratio,
}

impl SolarDemand {
    /// Gives the demand back if it lies inside the tables; outside, their ends are used.
    ///
    /// See [`curve`] for model, range and references.
    ///
    /// # Errors
    /// [`DomainError`] if the served share is outside 0.5 to 1 or the efficiency outside 0.7
    /// to 1.
    pub fn checked(self) -> Result<Self, DomainError> {
        within::<unity>("share served", SERVED[0]..=1.0, self.served)?;
        within::<unity>("efficiency", EFFICIENCY[0]..=1.0, self.efficiency)?;
        Ok(self)
    }
}

/// Sizes over the load.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarPlant {
    /// Rating of the field over the load.
    pub field: Ratio,
    /// Time for which a full storage serves the load.
    pub storage: Time,
}

/// A year of a plant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SolarBalance {
    /// Output of the field over the load.
    pub output: Ratio,
    /// Share of the load that the field serves at once.
    pub direct: Ratio,
    /// Share of the load that the storage serves.
    pub stored: Ratio,
    /// Share of the load that neither serves.
    pub unserved: Ratio,
    /// Share of the output that nothing takes.
    pub curtailed: Ratio,
    /// Full storages given back.
    pub cycles: Frequency,
}

/// A plant and its year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SizedPlant {
    /// Sizes.
    pub plant: SolarPlant,
    /// What it does in the year.
    pub balance: SolarBalance,
    /// Whether its storage is the largest that is tabulated.
    pub is_at_end: bool,
}

/// Plants of a curve, one for each storage that is tabulated.
pub const N_PLANTS: usize = HOURS.len();

/// A plant of the curve that serves a demand, before its year is told.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlantOnCurve {
    /// Sizes; the field is infinite where none serves the demand with this storage.
    pub plant: SolarPlant,
    /// Share of the load that the storage serves.
    pub stored: Ratio,
    /// Whether its storage is the largest that is tabulated.
    pub is_at_end: bool,
}

/// Full storages given back when it serves this share of the load.
fn cycles(stored: f64, storage: Time) -> Frequency {
    if storage.base() > 0.0 { fraction(stored) / storage } else { Frequency::from_base(0.0) }
}

/// The plants that serve a demand, from no storage to the largest that is tabulated.
///
/// # Model
/// ```text
/// x(s) smallest field with unserved(x, s) <= 1 - f
/// g_t = x p_t,   direct = min(g_t, 1)
/// charge: c_t = min(g_t - 1, s / 4 h, (s - e_t) / η),   e_{t+1} = e_t + η c_t   where g_t >= 1
/// give back: d_t = min(1 - g_t, s / 4 h, e_t),            e_{t+1} = e_t - d_t        where g_t < 1
/// e_8760 = e_0
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | x, s | rating of the field over the load, storage in hours of the load | 1, h |
/// | f | share served | 1 |
/// | `p_t` | output of the site's field in hour t over its rating | 1 |
/// | `e_t`, η | what is in the storage, round-trip efficiency | h, 1 |
/// | `c_t`, `d_t` | charged and given back, over the load | 1 |
///
/// x(s) and what the storage serves are tabulated for 25 storages from 0 to 96 h, 25 shares from
/// 0.5 to 1 and efficiencies of 0.7, 0.85 and 1, each found hour by hour to a part in 100 000.
/// Between tabulated shares and efficiencies they are on straight lines, and so is x between
/// storages: whatever falls on field and storage in proportion to their sizes is least at one of
/// the 25.
///
/// # Assumes
/// Constant load, on whose size those of the plant do not depend. Sun first, then the storage, then
/// what is bought. All losses of the storage when it is charged, none while it waits. It is charged
/// and emptied in four hours at the fastest. The year repeats.
///
/// # Valid for
/// What [`SolarDemand::checked`] accepts; a storage that a field of 40 times the load cannot fill
/// enough has an infinite field, the largest storage never. Between the rows the field is up to 3 %
/// larger than the hour-by-hour one, never smaller.
///
/// # References
/// \[Nsrdb2018\] for the years of Texas and Mojave, \[Tmy3\] for Carolina, \[Pvlib2023\] for the
/// output of the field; docs/model/ground.md
pub fn curve(demand: &SolarDemand) -> [PlantOnCurve; N_PLANTS] {
    let served = TablePlace::find(&SERVED, demand.served.base());
    let efficiency = TablePlace::find(&EFFICIENCY, demand.efficiency.base());
    let table = &FIELD[demand.site.column()];
    core::array::from_fn(|column| {
        let (field, stored) = efficiency.straight(|e| served.straight(|row| table[e][row][column]));
        let plant =
            SolarPlant { field: fraction(field), storage: Time::new::<hour>(HOURS[column]) };
        PlantOnCurve { plant, stored: fraction(stored), is_at_end: column + 1 == N_PLANTS }
    })
}

/// A plant of the curve of a demand with its year.
///
/// # Model
/// ```text
/// curtailed = 1 - (f - d + d / η) / (x p)
/// ```
/// | symbol | meaning | unit |
/// | --- | --- | --- |
/// | f, η | share served, round-trip efficiency | 1, 1 |
/// | d | share of the load that the storage serves | 1 |
/// | x, p | rating of the field over the load, mean output of the field over its rating | 1, 1 |
///
/// # Assumes
/// As [`curve`].
///
/// # Valid for
/// Points of [`curve`] for the same demand.
///
/// # References
/// As [`curve`].
pub fn with_year(demand: &SolarDemand, point: &PlantOnCurve) -> SizedPlant {
    let (served, stored) = (demand.served.base(), point.stored.base());
    let output = point.plant.field.base() * MEAN[demand.site.column()];
    let taken = served - stored + stored / demand.efficiency.base();
    SizedPlant {
        is_at_end: point.is_at_end,
        plant: point.plant,
        balance: SolarBalance {
            output: fraction(output),
            direct: fraction(served - stored),
            stored: fraction(stored),
            unserved: fraction(1.0 - served),
            curtailed: fraction((1.0 - taken / output).max(0.0)),
            cycles: cycles(stored, point.plant.storage),
        },
    }
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::table::make::solar_years;
    use super::*;
    use crate::numeric::store::{Store, cycle};
    use crate::units::per_year;

    static YEARS: LazyLock<Vec<Vec<f64>>> = LazyLock::new(solar_years);
    const SITES_OF_ALL: [SolarSite; 3] = [SolarSite::Texas, SolarSite::Mojave, SolarSite::Carolina];

    /// The year of a plant, hour by hour: what the curves were made of.
    fn hourly(site: SolarSite, plant: &SolarPlant, efficiency: Ratio) -> SolarBalance {
        let hours = plant.storage.get::<hour>().max(0.0);
        let gives_back = efficiency.base() > 0.0;
        let store = Store {
            capacity: if gives_back { hours } else { 0.0 },
            power: hours / DISCHARGE_HOURS,
            efficiency: if gives_back { efficiency.base().min(1.0) } else { 1.0 },
        };
        let output = &YEARS[site.column()];
        let flows = cycle(output, plant.field.base(), store);
        let share = if flows.supply > 0.0 { flows.curtailed / flows.supply } else { 0.0 };
        SolarBalance {
            output: fraction(flows.supply),
            direct: fraction(flows.direct),
            stored: fraction(flows.discharged),
            unserved: fraction(flows.unserved),
            curtailed: fraction(share),
            cycles: cycles(flows.discharged, plant.storage),
        }
    }

    fn demand(site: SolarSite, served: f64, efficiency: f64) -> SolarDemand {
        SolarDemand { site, served: fraction(served), efficiency: fraction(efficiency) }
    }

    /// The plant of the curve with the storage that is given in hours.
    fn sized(demand: &SolarDemand, hours: f64) -> SizedPlant {
        let storage = Time::new::<hour>(hours);
        let point = curve(demand).into_iter().find(|point| point.plant.storage == storage).unwrap();
        with_year(demand, &point)
    }

    fn plant(field: f64, hours: f64) -> SolarPlant {
        SolarPlant { field: fraction(field), storage: Time::new::<hour>(hours) }
    }

    #[test]
    fn sites_stand_at_their_columns() {
        assert_eq!(SITES_OF_ALL.map(SolarSite::name), SITES);
        assert_eq!(SITES, ["texas", "mojave", "carolina"]);
    }

    #[test]
    fn fields_of_the_south_west_give_more_than_the_mean_of_the_united_states() {
        // EIA: 24.4 % in 2025
        let factors = SITES_OF_ALL.map(|site| site.capacity_factor().base());
        assert!((factors[0] - 0.307).abs() < 5e-4, "{factors:?}");
        assert!((factors[1] - 0.324).abs() < 5e-4, "{factors:?}");
        assert!((factors[2] - 0.231).abs() < 5e-4, "{factors:?}");
    }

    #[test]
    fn every_year_balances() {
        for site in SITES_OF_ALL {
            for (field, hours, efficiency) in [
                (0.5, 0.0, 0.9),
                (3.0, 12.0, 0.85),
                (5.0, 16.0, 0.9),
                (8.0, 60.0, 1.0),
                (20.0, 400.0, 0.7),
            ] {
                let year = hourly(site, &plant(field, hours), fraction(efficiency));
                let [output, direct, stored, unserved, curtailed] =
                    [year.output, year.direct, year.stored, year.unserved, year.curtailed]
                        .map(Ratio::base);
                assert!((direct + stored + unserved - 1.0).abs() < 1e-12, "{site:?} {year:?}");
                let used = direct + stored / efficiency + curtailed * output;
                assert!((used / output - 1.0).abs() < 1e-12, "{site:?} {year:?}");
                assert!((output / (field * site.capacity_factor().base()) - 1.0).abs() < 1e-12);
            }
        }
    }

    #[test]
    fn no_storage_is_direct_use_and_an_endless_one_the_balance_of_energy() {
        for site in SITES_OF_ALL {
            let bare = hourly(site, &plant(3.0, 0.0), fraction(0.9));
            assert!(bare.stored.base() == 0.0 && bare.direct.base() < 0.55, "{bare:?}");
            let scarce = hourly(site, &plant(2.0, 1e5), fraction(0.8));
            let later = (scarce.output - scarce.direct).base() * 0.8;
            assert!(
                (scarce.stored.base() - later).abs() < 1e-12 && scarce.curtailed.base() < 1e-12
            );
            let rich = hourly(site, &plant(8.0, 1e5), fraction(0.8));
            assert!(rich.unserved.base() < 1e-12, "{rich:?}");
        }
    }

    #[test]
    fn every_point_of_the_curves_serves_its_share_and_no_smaller_field_does() {
        for site in SITES_OF_ALL {
            for (e, efficiency) in EFFICIENCY.into_iter().enumerate() {
                for (row, served) in SERVED.into_iter().enumerate().step_by(3) {
                    for (column, hours) in HOURS.into_iter().enumerate().skip(row % 3).step_by(3) {
                        let (field, stored) = FIELD[site.column()][e][row][column];
                        if field.is_infinite() {
                            let most = hourly(site, &plant(40.0, hours), fraction(efficiency));
                            assert!(
                                most.unserved.base() > 1.0 - served,
                                "{site:?} {served} {hours}"
                            );
                            continue;
                        }
                        let year = hourly(site, &plant(field, hours), fraction(efficiency));
                        assert!(year.unserved.base() <= 1.0 - served + 2e-9, "{site:?} {year:?}");
                        assert!((year.stored.base() - stored).abs() < 1e-12);
                        let less =
                            hourly(site, &plant(field * 0.9999, hours), fraction(efficiency));
                        assert!(less.unserved.base() > 1.0 - served, "{site:?} {served} {hours}");
                    }
                }
            }
        }
    }

    #[test]
    fn curves_fall_with_storage_and_rise_with_the_share_served() {
        for site in FIELD {
            for efficiency in site {
                for (row, fields) in efficiency.iter().enumerate() {
                    assert!(fields.windows(2).all(
                        |pair| pair[1].0 <= pair[0].0 * (1.0 + 1e-5) || pair[0].0.is_infinite()
                    ));
                    let more = efficiency[(row + 1).min(SERVED.len() - 1)];
                    assert!(fields.iter().zip(more).all(|(less, more)| less.0 <= more.0));
                    assert!(fields[HOURS.len() - 1].0.is_finite());
                }
            }
        }
    }

    #[test]
    fn between_the_rows_the_field_is_near_the_hour_by_hour_one() {
        let mut worst: (f64, f64) = (0.0, 0.0);
        for site in SITES_OF_ALL {
            for served in [0.525, 0.75, 0.88, 0.94, 0.965, 0.985, 0.9935, 0.9972, 0.9985, 0.9993] {
                for (efficiency, hours) in
                    [(0.78, 14.0), (0.78, 28.0), (0.9, 14.0), (0.9, 28.0), (0.9, 48.0)]
                {
                    let sized = sized(&demand(site, served, efficiency), hours);
                    if sized.plant.field.base().is_infinite() {
                        continue;
                    }
                    let field = sized.plant.field.base();
                    // how much smaller or larger the field may be: unserved energy at nearby fields
                    let unserved = |scale: f64| {
                        let near = SolarPlant { field: fraction(field * scale), ..sized.plant };
                        hourly(site, &near, fraction(efficiency)).unserved.base() - (1.0 - served)
                    };
                    let (mut low, mut high) = (0.9, 1.1);
                    for _ in 0..30 {
                        let middle = 0.5 * (low + high);
                        if unserved(middle) > 1e-9 { low = middle } else { high = middle }
                    }
                    worst = (worst.0.min(1.0 / high - 1.0), worst.1.max(1.0 / high - 1.0));
                }
            }
        }
        assert!(worst.0 > -1e-4 && worst.1 < 0.03, "{worst:?}");
    }

    #[test]
    fn texas_at_99_percent_takes_six_times_the_load_and_more_than_a_day() {
        let sized = sized(&demand(SolarSite::Texas, 0.99, 0.85), 28.0);
        let field = sized.plant.field.base();
        assert!((field - 5.918).abs() < 5e-3, "{field}");
        let year = hourly(SolarSite::Texas, &sized.plant, fraction(0.85));
        assert!((year.curtailed - sized.balance.curtailed).base().abs() < 1e-6, "{year:?}");
        assert!(
            (year.cycles.get::<per_year>() - sized.balance.cycles.get::<per_year>()).abs() < 1e-3
        );
    }

    #[test]
    fn the_curve_ends_with_a_plant_that_exists() {
        for site in SITES_OF_ALL {
            let points = curve(&demand(site, 1.0, 0.9));
            let (last, others) = points.split_last().unwrap();
            assert!(last.is_at_end && last.plant.field.base().is_finite(), "{site:?}");
            assert!(others.iter().all(|point| !point.is_at_end));
            assert!(points.windows(2).all(|pair| pair[0].plant.storage < pair[1].plant.storage));
        }
    }

    #[test]
    fn demands_outside_the_tables_are_refused() {
        assert!(demand(SolarSite::Texas, 0.99, 0.9).checked().is_ok());
        for (served, efficiency) in
            [(0.49, 0.9), (1.01, 0.9), (0.9, 0.69), (0.9, 1.01), (f64::NAN, 0.9)]
        {
            assert!(demand(SolarSite::Texas, served, efficiency).checked().is_err());
        }
    }
}
