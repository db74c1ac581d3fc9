//! Mass roll-up: equipment, structure as a share of the dry mass, margin.

use crate::domain::{DomainError, within};
use crate::units::{Mass, Ratio, complement, fraction, unity};

/// The two shares of a roll-up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MassParameters {
    /// Structure, mechanisms and harness over dry mass without margin.
    pub structure_share: Ratio,
    /// Margin over dry mass without margin.
    pub margin: Ratio,
}

/// A checked pair of shares.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MassRollUp {
    parameters: MassParameters,
}

/// Lines of a dry mass; their sum is `dry`.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DryMass {
    /// All equipment that was counted item by item.
    pub equipment: Mass,
    /// Structure, mechanisms and harness.
    pub structure: Mass,
    /// Margin.
    pub margin: Mass,
    /// Sum of the lines above.
    pub dry: Mass,
}

impl MassRollUp {
    /// Checks the shares once, so that the methods below cannot fail.
    ///
    /// # Errors
    /// [`DomainError`] if the structure share is outside 0 to 0.95 or the margin outside 0 to 5.
    pub fn new(parameters: MassParameters) -> Result<Self, DomainError> {
        within::<unity>("structure share", 0.0..=0.95, parameters.structure_share)?;
        within::<unity>("mass margin", 0.0..=5.0, parameters.margin)?;
        Ok(Self { parameters })
    }

    /// Dry mass of a satellite from the sum of its equipment.
    ///
    /// # Model
    /// ```text
    /// m_0 = m_e / (1 − s),  m_s = s m_0,  m = m_0 (1 + g)
    /// ```
    /// | symbol | meaning | unit |
    /// | --- | --- | --- |
    /// | `m_e` | sum of the equipment | kg |
    /// | `m_0`, m | dry mass without and with margin | kg |
    /// | `m_s`, s | structure and its share of `m_0` | kg, 1 |
    /// | g | margin over `m_0` | 1 |
    ///
    /// # Assumes
    /// Structure in proportion to dry mass; propellant does not enter.
    ///
    /// # Valid for
    /// Structure shares up to 0.95.
    ///
    /// # References
    /// Definition of the two shares, see docs/model/heat-chain.md
    pub fn dry_mass(&self, equipment: Mass) -> DryMass {
        let MassParameters { structure_share, margin } = self.parameters;
        let bare = equipment / complement(structure_share);
        let (structure, margin): (Mass, Mass) = (bare * structure_share, bare * margin);
        DryMass { equipment, structure, margin, dry: equipment + structure + margin }
    }

    /// Dry mass with margin over equipment: how many kilograms one more kilogram of equipment
    /// brings.
    pub fn growth_factor(&self) -> Ratio {
        (fraction(1.0) + self.parameters.margin) / complement(self.parameters.structure_share)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::kilogram;

    fn roll_up(structure: f64, margin: f64) -> MassRollUp {
        let parameters =
            MassParameters { structure_share: fraction(structure), margin: fraction(margin) };
        MassRollUp::new(parameters).unwrap()
    }

    #[test]
    fn structure_is_its_share_of_the_dry_mass() {
        let lines = roll_up(0.15, 0.0).dry_mass(Mass::new::<kilogram>(46.3));
        assert!(((lines.structure / lines.dry).base() - 0.15).abs() < 1e-15);
        assert!((lines.dry.get::<kilogram>() - 46.3 / 0.85).abs() < 1e-12);
    }

    #[test]
    fn the_lines_sum_to_the_dry_mass() {
        let lines = roll_up(0.15, 0.2).dry_mass(Mass::new::<kilogram>(1_000.0));
        let sum: Mass = lines.equipment + lines.structure + lines.margin;
        assert!(((sum / lines.dry).base() - 1.0).abs() < 1e-15);
        assert!((lines.dry.get::<kilogram>() - 1_000.0 * 1.2 / 0.85).abs() < 1e-9);
        assert!((roll_up(0.15, 0.2).growth_factor().base() - 1.2 / 0.85).abs() < 1e-15);
    }

    #[test]
    fn a_satellite_of_structure_alone_is_refused() {
        let parameters = MassParameters { structure_share: fraction(1.0), margin: fraction(0.0) };
        assert_eq!(
            MassRollUp::new(parameters).unwrap_err().to_string(),
            "structure share is 1 1, outside 0 to 0.95 1"
        );
    }
}
