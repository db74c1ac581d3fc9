//! Damage of solar cells: the fluence of the belts and of the Sun behind a cover glass, and the
//! power that it leaves.

use super::solar_protons::{SolarProtons, cell_protons};
use super::{Belts, DoseRange, SolarCycle, range};
use crate::physics::table::{TablePlace, belts as table};
use crate::units::{
    Length, ParticleFluence, ParticleFlux, Ratio, fraction, per_square_centimeter_year,
};

/// Damage of a cell by a year in orbit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellDamage {
    /// Normally incident electrons of 1 MeV that damage the cell as much.
    pub rate: ParticleFlux,
    /// How it was found.
    pub range: DoseRange,
}

/// What stands between space and cell, and how the cell takes protons.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CellCover {
    /// Thickness of the cover glass.
    pub glass: Length,
    /// Electrons of 1 MeV that take as much of the cell's maximum power as a proton of 10 MeV.
    pub damage_ratio: Ratio,
}

impl Belts {
    /// Damage of the belts and of solar protons to a cell of gallium arsenide and its kin.
    ///
    /// # Model
    /// ```text
    /// Φ' = Φ'_e + k (Φ'_p + x Φ'_s)
    /// Φ'_p, Φ'_e: tabulated by orbit and glass, read as the dose of annual_dose is
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | Φ' | electrons of 1 MeV a year | 1/cm²/yr |
    /// | `Φ'_p`, `Φ'_e` | trapped particles as 10 MeV protons and 1 MeV electrons of the same damage | 1/cm²/yr |
    /// | k | damage ratio for maximum power | 1 |
    /// | x, `Φ'_s` | share of solar protons, and they without the magnetic field | 1, 1/cm²/yr |
    ///
    /// The tables were made with spectra of AP-8 and AE-8, slowed down straight through fused
    /// silica, and weighted with the non-ionizing energy loss in gallium arsenide at a threshold of
    /// 21 eV.
    ///
    /// # Assumes
    /// The back of the cell is shielded. The damage depends on the displacement dose alone,
    /// whatever particle gave it. Solar protons as their mean over ten years at 90 % confidence.
    ///
    /// # Valid for
    /// Cells of gallium arsenide and on it. Glass of 25 to 1500 μm, beyond which the value at the
    /// end stands and the range says so; orbits as for the dose.
    ///
    /// # References
    /// \[Srniel2013\], abstract: one curve for all particles at 21 eV; \[Spenvisguide\], equivalent
    /// fluences that the tables meet within 0.79 to 1.40; `src/physics/data/make_cell_tables.py`,
    /// `make_belts.py`
    pub fn cell_damage(
        &self,
        cover: &CellCover,
        cycle: SolarCycle,
        sun: &SolarProtons,
    ) -> CellDamage {
        let log_glass = libm::log(cover.glass.base());
        let depth = TablePlace::find(&table::LOG_GLASS, log_glass);
        let flux = |column| {
            let value = self.value(&table::CELLS, column, depth, table::FLOOR_GLASS);
            ParticleFlux::new::<per_square_centimeter_year>(value)
        };
        let protons = flux(table::CELL_PROTON + cycle.protons());
        let electrons = flux(table::CELL_ELECTRON + cycle.electrons());
        let solar: ParticleFlux = cell_protons(cover.glass) * sun.share();
        CellDamage {
            rate: electrons + cover.damage_ratio * (protons + solar),
            range: self.range.max(range(&table::LOG_GLASS, log_glass)),
        }
    }
}

/// How the power of a cell falls with the fluence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FluenceCurve {
    /// Loss of power per tenfold fluence, far beyond the scale; zero for cells whose loss is not
    /// told by their fluence.
    pub slope: Ratio,
    /// Fluence of 1 MeV electrons from which on the loss grows with its logarithm.
    pub scale: ParticleFluence,
}

impl FluenceCurve {
    /// Power left over that of a new cell.
    ///
    /// # Model
    /// ```text
    /// r = 1 − C log10(1 + Φ/Φ_x), not below zero
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | r | remaining factor | 1 |
    /// | C, `Φ_x` | slope and scale, from two points of a data sheet | 1, 1/cm² |
    /// | Φ | fluence of 1 MeV electrons | 1/cm² |
    ///
    /// # Assumes
    /// No annealing.
    ///
    /// # Valid for
    /// Losses up to about a third.
    ///
    /// # References
    /// \[Solarpy\], degradation equation
    pub fn remaining(&self, fluence: ParticleFluence) -> Ratio {
        let decades = libm::log10(1.0 + (fluence / self.scale).base().max(0.0));
        fraction((1.0 - self.slope.base() * decades).max(0.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::{Angle, degree, kilometer, micrometer, per_square_centimeter};

    fn belts(altitude: f64, inclination: f64) -> (Belts, SolarProtons) {
        let (altitude, inclination) =
            (Length::new::<kilometer>(altitude), Angle::new::<degree>(inclination));
        (Belts::of(altitude, inclination), SolarProtons::of(altitude, inclination))
    }

    fn cover(glass: f64) -> CellCover {
        CellCover { glass: Length::new::<micrometer>(glass), damage_ratio: fraction(1134.8) }
    }

    /// A cell with 0.89 of its power at 5e14 and 0.84 at 1e15.
    fn curve() -> FluenceCurve {
        FluenceCurve {
            slope: fraction(0.2220),
            scale: ParticleFluence::new::<per_square_centimeter>(2.347e14),
        }
    }

    fn rate(altitude: f64, inclination: f64, glass: f64) -> f64 {
        let (belts, sun) = belts(altitude, inclination);
        let damage = belts.cell_damage(&cover(glass), SolarCycle::Worst, &sun);
        damage.rate.get::<per_square_centimeter_year>()
    }

    #[test]
    fn the_points_of_the_data_sheet_are_met() {
        for (fluence, remaining) in [(0.0, 1.0), (5.0e14, 0.89), (1.0e15, 0.84)] {
            let got = curve().remaining(ParticleFluence::new::<per_square_centimeter>(fluence));
            assert!((got.base() - remaining).abs() < 5e-4, "{fluence} {got:?}");
        }
    }

    #[test]
    fn a_row_of_the_table_without_sun_is_met() {
        let (belts, _) = belts(400.0, 50.0);
        let damage = belts.cell_damage(&cover(100.0), SolarCycle::Maximum, &SolarProtons::NONE);
        let rows = include_str!("../data/belt_cells.csv");
        let row = rows.lines().find(|line| line.starts_with("400,50,100,")).unwrap();
        let cells: Vec<f64> = row.split(',').skip(3).map(|x| x.parse().unwrap()).collect();
        let want = 1134.8 * cells[1] + cells[3];
        let got = damage.rate.get::<per_square_centimeter_year>();
        assert!((got / want - 1.0).abs() < 1e-9, "{got} {want}");
        assert_eq!(damage.range, DoseRange::Tabulated);
    }

    #[test]
    fn low_orbit_costs_a_good_cell_some_percent_in_five_years_and_geostationary_more() {
        let five_years = |rate: f64| {
            curve().remaining(ParticleFluence::new::<per_square_centimeter>(5.0 * rate)).base()
        };
        let low = five_years(rate(650.0, 98.0037, 100.0));
        let high = five_years(rate(35_786.0, 0.05, 100.0));
        assert!((0.96..0.99).contains(&low), "{low}");
        assert!((0.86..0.96).contains(&high), "{high}");
    }

    #[test]
    fn thicker_glass_always_helps_and_the_end_says_so() {
        for (altitude, inclination) in
            [(400.0, 51.6), (650.0, 98.0), (850.0, 70.0), (35_786.0, 0.0)]
        {
            let mut last = f64::INFINITY;
            for glass in [25.0, 40.0, 80.0, 100.0, 170.0, 333.0, 800.0, 1499.0] {
                let now = rate(altitude, inclination, glass);
                assert!(now.is_finite() && now < last, "{altitude} {glass}");
                last = now;
            }
        }
        let (belts, sun) = belts(650.0, 98.0037);
        for glass in [10.0, 2000.0] {
            let damage = belts.cell_damage(&cover(glass), SolarCycle::Worst, &sun);
            assert_eq!(damage.range, DoseRange::Extrapolated);
        }
    }
}
