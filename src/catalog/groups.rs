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
    /// `kind.id.quantity` if it is the same row for every entry, `kind.@word.quantity` if a row
    /// `word` of the entry says whose row it is: the launch site of a vehicle.
    pub numerator: String,
    /// Quantity of the row that divides it; empty for none.
    pub denominator: String,
}

impl Filling {
    /// Whether it gives the same row to every entry: what holds where an entry has no row of its
    /// own.
    fn is_general(&self) -> bool {
        self.numerator.matches('.').count() > 1 && !self.numerator.contains('@')
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
        self.first_filled(catalog, id, &[input], basis).map(|(_, filled)| filled)
    }

    /// The first of some inputs, in the order of the table, that entry `id` gives under price
    /// basis `basis`, with its rows.
    pub fn first_filled<'c>(
        &self,
        catalog: &'c Catalog,
        id: &str,
        inputs: &[&str],
        basis: &str,
    ) -> Option<(&str, Filled<'c>)> {
        let ways = self.fillings.iter().filter(|filling| inputs.contains(&filling.input.as_str()));
        ways.filter(|filling| filling.when.is_empty() || filling.when == basis)
            .find_map(|filling| Some((&*filling.input, self.rows(catalog, id, filling)?)))
    }

    /// As [`ReferenceGroup::first_filled`], under whichever price basis the entry has rows for,
    /// the first in the order of the table.
    pub fn filled_anyhow<'c>(
        &self,
        catalog: &'c Catalog,
        id: &str,
        inputs: &[&str],
    ) -> Option<(&str, Filled<'c>)> {
        let mut ways =
            self.fillings.iter().filter(|filling| inputs.contains(&filling.input.as_str()));
        ways.find_map(|filling| Some((&*filling.input, self.rows(catalog, id, filling)?)))
    }

    /// Whether a row is that of another entry of the group than `id`.
    pub fn is_of_another(&self, catalog: &Catalog, address: &str, id: &str) -> bool {
        let own = address.split('.').nth(1).unwrap_or("");
        own != id && self.ids(catalog).contains(&own)
    }

    fn rows<'c>(&self, catalog: &'c Catalog, id: &str, filling: &Filling) -> Option<Filled<'c>> {
        if filling.is_general() {
            let numerator = catalog.row(&filling.numerator)?;
            return Some(Filled { numerator, denominator: None });
        }
        if filling.numerator.contains('@') {
            return self.followed(catalog, id, &filling.numerator);
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

    /// The row of the entry that a row of this one names: `model.@site.latitude` is that of the
    /// launch site of a vehicle.
    fn followed<'c>(&self, catalog: &'c Catalog, id: &str, numerator: &str) -> Option<Filled<'c>> {
        let (kind, rest) = numerator.split_once(".@")?;
        let (word, quantity) = rest.split_once('.')?;
        let named = catalog.row(&format!("{}.{id}.{word}", self.kind))?.text()?;
        let numerator = catalog.row(&format!("{kind}.{named}.{quantity}"))?;
        Some(Filled { numerator, denominator: None })
    }
}
