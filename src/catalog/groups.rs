//! What a catalog reference fills: `launch.vehicle = "falcon9"` gives the price, the payloads, the
//! fairing.

use super::{Catalog, Row};

/// One way to fill one input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    /// The input that it fills.
    pub input: String,
    /// Value of `launch.price_basis` that it is for; empty for every one.
    pub when: String,
    /// Quantity of the row; `kind.quantity` if the row is of another kind than the group,
    /// `kind.id.quantity` if it is the same row for every entry.
    pub numerator: String,
    /// Quantity of the row that divides it; empty for none.
    pub denominator: String,
}

impl Filling {
    /// Whether it gives the same row to every entry: what holds where an entry has no row of its
    /// own.
    fn is_general(&self) -> bool {
        self.numerator.matches('.').count() > 1
    }
}

/// A key that refers to an entry of the catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReferenceGroup {
    /// The key, such as `launch.vehicle`.
    pub key: String,
    /// Kind of the entries.
    pub kind: String,
    /// How the ids begin.
    pub prefix: String,
    /// Ways to fill its inputs; of those for one input the first whose rows exist is taken.
    pub fillings: Vec<Filling>,
}

/// The rows that give one input.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Filled<'c> {
    /// The row of the value.
    pub numerator: &'c Row,
    /// The row that divides it.
    pub denominator: Option<&'c Row>,
}

impl ReferenceGroup {
    /// The inputs that it can fill, each once.
    pub fn inputs(&self) -> Vec<&str> {
        let mut inputs: Vec<&str> = Vec::new();
        for filling in &self.fillings {
            if !inputs.contains(&filling.input.as_str()) {
                inputs.push(&filling.input);
            }
        }
        inputs
    }

    /// Whether what fills `input` depends on the price basis.
    pub fn depends_on_basis(&self, input: &str) -> bool {
        self.fillings.iter().any(|filling| filling.input == input && !filling.when.is_empty())
    }

    /// The ids that fill at least one input, in the order of the catalog.
    pub fn ids<'c>(&self, catalog: &'c Catalog) -> Vec<&'c str> {
        let fits = |id: &str| {
            id.starts_with(&self.prefix)
                && self
                    .fillings
                    .iter()
                    .filter(|filling| !filling.is_general())
                    .any(|filling| self.rows(catalog, id, filling).is_some())
        };
        catalog.ids(&self.kind).into_iter().map(|(id, _)| id).filter(|id| fits(id)).collect()
    }

    /// The rows of entry `id` that give `input` under price basis `basis`.
    pub fn filled<'c>(
        &self,
        catalog: &'c Catalog,
        id: &str,
        input: &str,
        basis: &str,
    ) -> Option<Filled<'c>> {
        let mut ways = self.fillings.iter();
        ways.by_ref()
            .filter(|filling| filling.input == input)
            .filter(|filling| filling.when.is_empty() || filling.when == basis)
            .find_map(|filling| self.rows(catalog, id, filling))
    }

    /// As [`ReferenceGroup::filled`], under whichever price basis the entry has rows for, the first
    /// in order of the table.
    pub fn filled_anyhow<'c>(
        &self,
        catalog: &'c Catalog,
        id: &str,
        input: &str,
    ) -> Option<Filled<'c>> {
        let mut ways = self.fillings.iter().filter(|filling| filling.input == input);
        ways.find_map(|filling| self.rows(catalog, id, filling))
    }

    fn rows<'c>(&self, catalog: &'c Catalog, id: &str, filling: &Filling) -> Option<Filled<'c>> {
        if filling.is_general() {
            let numerator = catalog.row(&filling.numerator)?;
            return Some(Filled { numerator, denominator: None });
        }
        let row = |quantity: &str| {
            let (kind, quantity) = quantity.split_once('.').unwrap_or((&self.kind, quantity));
            catalog.row(&format!("{kind}.{id}.{quantity}"))
        };
        let numerator = row(&filling.numerator)?;
        let denominator = match filling.denominator.as_str() {
            "" => None,
            quantity => Some(row(quantity)?),
        };
        Some(Filled { numerator, denominator })
    }
}
