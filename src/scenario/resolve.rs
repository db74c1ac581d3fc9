//! Layers of a scenario become one value per input.

use super::chain::Chain;
use super::correlation;
use super::decided;
use super::error::{Fault, ScenarioError, SourcePlace};
use super::lacking;
use super::prices::{self, PRICES};
use super::read::Entry;
use super::reference::{Reference, reference_id};
use super::setting::Setting;
use super::stated_soot::{self, StatedSoot};
use super::tables::{Key, Tables};
use super::value::{Given, Values};
use super::write::digest;
use super::{Amount, Origin, PRICE_YEAR, Pinned, Remark, Resolved, Scenario};
use crate::catalog::groups::Filled;
use crate::catalog::{LookupError, Row, Spread, Stated};
use crate::system::rates::RATES;
use crate::system::value::Form;
use crate::units::format::{format_number, with_price_year};
use crate::units::parse::parse_date;

/// The choice that decides which price a vehicle gives.
const BASIS: &str = "launch.price_basis";
/// Unknown for many vehicles; then it has no value, whatever stays.
const BLACK_CARBON: &str = "launch.black_carbon";
/// Digits of a catalog number in texts.
const SHOWN_DIGITS: usize = 6;

struct Resolver<'r> {
    tables: &'r Tables<'r>,
    values: Values<'r>,
    errors: &'r mut Vec<ScenarioError>,
    notes: Vec<Remark>,
    settings: Vec<Setting>,
}

/// Resolves the layers; faults are added to `errors`.
pub(super) fn resolve(
    chain: &Chain,
    tables: &Tables<'_>,
    errors: &mut Vec<ScenarioError>,
) -> Option<Scenario> {
    let stated_year =
        chain.layers.iter().rev().find_map(|layer| layer.document.price_year.as_ref());
    let price_year = stated_year.map_or(PRICE_YEAR, |spot| spot.value);
    let values = Values { tables, price_year };
    let mut resolver = Resolver { tables, values, errors, notes: Vec::new(), settings: Vec::new() };
    let has_index =
        resolver.check_price_year(price_year, stated_year.map(|spot| spot.place.clone()));
    resolver.stated(chain);
    resolver.errors.extend(prices::stated_twice(chain));
    let references = resolver.references(chain);
    if has_index {
        resolver.fill(&references);
    }
    match stated_soot::judged(&resolver.settings) {
        StatedSoot::Used(known) => resolver.settings.push(*known),
        StatedSoot::Ignored(remark) => resolver.notes.push(remark),
        StatedSoot::Unstated => {}
    }
    decided::settle(&mut resolver.settings, chain, resolver.errors);
    let pins = resolver.pins(chain);
    if !has_index || chain.layers.is_empty() {
        return None;
    }
    let inputs = resolver.winners(&references)?;
    let asked = chain.asked.and_then(|asked| chain.layers.get(asked));
    let title =
        asked.and_then(|layer| layer.document.title.clone()).unwrap_or_else(|| chain.stem.clone());
    let mut scenario = Scenario {
        title,
        file: chain.file.clone(),
        digest: String::new(),
        set: Vec::new(),
        price_year,
        inputs,
        pins,
        free: free(chain, tables),
        claims: chain
            .asked
            .and_then(|asked| chain.layers.get(asked))
            .map_or_else(Vec::new, |layer| layer.document.claims.clone()),
        correlations: correlation::merged(
            chain.layers.iter().flat_map(|layer| &layer.document.correlations),
        ),
        notes: resolver.notes,
    };
    scenario.digest = digest(&scenario);
    Some(scenario)
}

/// The inputs that a fix may change.
fn free(chain: &Chain, tables: &Tables<'_>) -> Vec<&'static str> {
    let stated = chain.layers.iter().rev().find_map(|layer| layer.document.free.as_ref());
    let inputs = tables.inputs.iter();
    match stated {
        Some(paths) => {
            let listed = |key: &&Key| paths.iter().any(|spot| spot.value == key.path);
            inputs.filter(listed).map(|key| key.path).collect()
        }
        None => inputs.filter(|key| key.free).map(|key| key.path).collect(),
    }
}

fn origin(entry: &Entry) -> Origin {
    if entry.text.name == super::set::NAME {
        return Origin::Set;
    }
    Origin::File { name: entry.text.name.clone(), line: entry.place().line() }
}

impl<'r> Resolver<'r> {
    fn check_price_year(&mut self, year: u16, place: Option<SourcePlace>) -> bool {
        match self.tables.catalog.prices().index(year) {
            Ok(_) => true,
            Err(error) => {
                let error = ScenarioError::new(Fault::Price(error), place)
                    .key("price_year")
                    .label("catalog prices cannot be converted to this year");
                self.errors.push(error);
                false
            }
        }
    }

    fn stated(&mut self, chain: &Chain) {
        for (rank, layer) in chain.layers.iter().enumerate() {
            for entry in &layer.document.inputs {
                let Some(&key) = self.tables.input(&entry.path) else { continue };
                match self.values.given(entry, &key) {
                    Ok(given) => {
                        let Given { amount, written, converted } = given;
                        let origin = origin(entry);
                        let resolved = Resolved { key, amount, origin, written, confidence: None };
                        let path = key.path;
                        self.settings.push(Setting {
                            path,
                            rank,
                            stated: true,
                            converted,
                            resolved,
                        });
                    }
                    Err(errors) => self.errors.extend(errors),
                }
            }
        }
    }

    fn note_conversion(&mut self, key: &Key, written: &str, amount: &Amount) {
        let text = format!("`{written}` is {}", key.text(amount.value, self.values.price_year));
        self.notes.push(Remark { code: "converted", path: key.path.to_owned(), text });
    }

    fn pins(&mut self, chain: &Chain) -> Vec<Pinned> {
        let mut pins: Vec<Pinned> = Vec::new();
        for entry in chain.layers.iter().flat_map(|layer| &layer.document.pins) {
            let Some(&key) = self.tables.pin(&entry.path) else { continue };
            match self.values.given(entry, &key) {
                Ok(given) => {
                    let Given { amount, written, converted } = given;
                    if converted {
                        self.note_conversion(&key, &written, &amount);
                    }
                    pins.retain(|pinned| pinned.key.path != key.path);
                    pins.push(Pinned { key, amount, origin: origin(entry), written });
                }
                Err(errors) => self.errors.extend(errors),
            }
        }
        let place =
            |pinned: &Pinned| self.tables.pins.iter().position(|key| key.path == pinned.key.path);
        pins.sort_by_key(place);
        pins
    }

    fn references(&mut self, chain: &'r Chain) -> Vec<Reference<'r>> {
        let mut references = Vec::new();
        for (rank, layer) in chain.layers.iter().enumerate() {
            for entry in &layer.document.references {
                let Some(group) = self.tables.catalog.group(&entry.path) else { continue };
                match reference_id(entry, group, self.tables.catalog) {
                    Ok(id) => references.push(Reference { group, id, rank, entry }),
                    Err(error) => self.errors.push(*error),
                }
            }
        }
        references.sort_by_key(|one| (one.rank, self.tables.catalog.place(&one.group.key)));
        references
    }

    /// The price bases in force from layer `start` to below layer `end`, each with the layer that
    /// it begins in.
    fn bases(&self, start: usize, end: usize) -> Vec<(usize, String)> {
        let default = self.tables.input(BASIS).and_then(|key| self.tables.catalog.row(key.default));
        let mut bases = vec![(start, default.and_then(Row::text).unwrap_or_default().to_owned())];
        let stated = self.settings.iter().filter(|setting| setting.stated && setting.path == BASIS);
        for setting in stated.filter(|setting| setting.rank < end) {
            let basis = setting.resolved.written.clone();
            if setting.rank <= start {
                bases = vec![(start, basis)];
            } else {
                bases.push((setting.rank, basis));
            }
        }
        bases
    }

    fn fill(&mut self, references: &[Reference<'_>]) {
        for reference in references {
            let group = reference.group;
            let later = references.iter().filter(|other| other.group.key == group.key);
            let end = later.map(|other| other.rank).filter(|&rank| rank > reference.rank).min();
            for (rank, basis) in self.bases(reference.rank, end.unwrap_or(usize::MAX)) {
                let inputs = group.inputs();
                for input in inputs.iter().filter(|input| !PRICES.contains(input)) {
                    if rank == reference.rank || group.depends_on_basis(input) {
                        self.fill_one(&[input], (rank, &basis), reference);
                    }
                }
                self.fill_one(&PRICES, (rank, &basis), reference);
            }
        }
    }

    /// Fills the first of some inputs that the entry gives.
    fn fill_one(&mut self, paths: &[&str], (rank, basis): (usize, &str), from: &Reference<'_>) {
        let (catalog, group) = (self.tables.catalog, from.group);
        let own = group.first_filled(catalog, &from.id, paths, basis);
        // The price of another vehicle must not stay.
        let anyhow = || group.filled_anyhow(catalog, &from.id, paths);
        let found = own.or_else(|| (rank == from.rank).then(anyhow).flatten());
        let Some((path, filled)) = found else { return };
        let Some(&key) = self.tables.input(path) else { return };
        if own.is_none() {
            self.note_other_basis(&key, &filled, (&from.id, basis));
        }
        match self.filled(&key, &filled, from) {
            Ok(resolved) => self.settings.push(Setting {
                path: key.path,
                rank,
                stated: false,
                converted: false,
                resolved,
            }),
            Err(error) => self.errors.push(*error),
        }
    }

    fn note_other_basis(&mut self, key: &Key, filled: &Filled<'_>, (id, basis): (&str, &str)) {
        let address = filled.numerator.address();
        let confidence = filled.numerator.confidence.word().replace('_', " ");
        let text = format!(
            "the catalog has no `{basis}` value of `{}` for `{id}`; its {address} is taken \
                ({confidence})",
            key.path
        );
        let note = Remark { code: "basis", path: key.path.to_owned(), text };
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn filled(
        &self,
        key: &Key,
        filled: &Filled<'_>,
        reference: &Reference<'_>,
    ) -> Result<Resolved, Box<ScenarioError>> {
        let year = self.values.price_year;
        let place = || Some(reference.entry.place());
        let fail = |error: LookupError| {
            let fault = Fault::Lookup { key: key.path.to_owned(), error };
            Box::new(
                ScenarioError::new(fault, place())
                    .key(&reference.entry.path)
                    .label("this entry of the catalog"),
            )
        };
        if let Form::Choice(names) = key.form {
            return chosen(key, names, filled.numerator, reference);
        }
        let above = self.tables.catalog.value(&filled.numerator.address(), year).map_err(fail)?;
        let mut spread = above;
        let (mut address, mut written) = (filled.numerator.address(), row_text(filled.numerator));
        let mut confidence = filled.numerator.confidence;
        if let Some(row) = filled.denominator {
            let below = self.tables.catalog.value(&row.address(), year).map_err(fail)?;
            spread = Spread {
                low: above.low / below.high,
                nominal: above.nominal / below.nominal,
                high: above.high / below.low,
            };
            address = format!("{address} / {}", row.address());
            written = format!("{written} / {}", row_text(row));
            confidence = confidence.max(row.confidence);
        }
        let (low, high) = key.range();
        if !(low..=high).contains(&spread.nominal) {
            let shown = |base: f64| key.text(base, year);
            let fault = Fault::Range {
                key: key.path.to_owned(),
                value: shown(spread.nominal),
                low: shown(low),
                high: shown(high),
            };
            let error = ScenarioError::new(fault, place()).key(&reference.entry.path);
            return Err(Box::new(error.label("from this entry of the catalog").note(address)));
        }
        let reference = format!("{} = \"{}\"", reference.entry.path, reference.id);
        let origin = Origin::Catalog { reference, address };
        let amount = amount(spread);
        Ok(Resolved { key: *key, amount, origin, written, confidence: Some(confidence) })
    }

    /// Cuts the spread of a catalog value at the range of its input, with a remark.
    fn cut(&mut self, mut resolved: Resolved) -> Resolved {
        let key = resolved.key;
        let Some((least, most)) = resolved.amount.spread else { return resolved };
        let (low, high) = key.range();
        let nominal = resolved.amount.value;
        let cut = (least.max(low).min(nominal), most.min(high).max(nominal));
        if cut.0 > least || cut.1 < most {
            let shown = |base: f64| key.text(base, self.values.price_year);
            let text = format!(
                "the catalog's spread {} to {} is cut at the range of the input, {} to {}",
                shown(least),
                shown(most),
                shown(low),
                shown(high)
            );
            self.notes.push(Remark { code: "cut", path: key.path.to_owned(), text });
        }
        resolved.amount.spread = (cut.0 < cut.1).then_some(cut);
        resolved
    }

    /// Of each input the value that counts; nothing if a default is missing.
    fn winners(&mut self, references: &[Reference<'_>]) -> Option<Vec<Resolved>> {
        let keys: Vec<Key> = self.tables.inputs.clone();
        let mut inputs = Vec::with_capacity(keys.len());
        let mut lacks = Vec::new();
        for key in keys {
            let winner = prices::last(&self.settings, key.path);
            let winner =
                winner.map(|setting| (setting.rank, setting.converted, setting.resolved.clone()));
            let (rank, converted, resolved) = match winner {
                Some((rank, converted, resolved)) => (Some(rank), converted, resolved),
                None => match self.default(&key) {
                    Ok(resolved) => (None, false, resolved),
                    Err(error) => {
                        self.errors.push(*error);
                        continue;
                    }
                },
            };
            if converted {
                self.note_conversion(&key, &resolved.written, &resolved.amount);
            }
            lacks.extend(self.lacks(&key, &resolved, rank, references));
            inputs.push(prices::undrawn(self.cut(resolved)));
        }
        self.errors.extend(lacking::errors(references, &lacks));
        prices::settle(&mut inputs, &self.settings, self.values.price_year);
        (inputs.len() == self.tables.inputs.len()).then_some(inputs)
    }

    /// The last reference that could fill an input and does not, by its place, where what stays is
    /// a value of another entry. A value that is nobody else's stays with a remark.
    fn lacks(
        &mut self,
        key: &Key,
        resolved: &Resolved,
        rank: Option<usize>,
        references: &[Reference<'_>],
    ) -> Option<(usize, &'static str)> {
        let of_input = references.iter().enumerate();
        let of_input = of_input.filter(|(_, one)| one.group.inputs().contains(&key.path));
        let (at, last) = of_input.max_by_key(|(_, reference)| reference.rank)?;
        let bases = self.bases(last.rank, usize::MAX);
        let basis = bases.last().filter(|_| last.group.depends_on_basis(key.path));
        let wanted = basis.map_or(last.rank, |(rank, _)| *rank);
        let rank = if PRICES.contains(&key.path) { prices::rank(&self.settings) } else { rank };
        if rank.is_some_and(|rank| rank >= wanted) || !lacking::is_needed(key, &self.settings) {
            return None;
        }
        let own = |address: &str| {
            let is_known = key.path != BLACK_CARBON;
            is_known && last.group.is_of_another(self.tables.catalog, address, &last.id)
        };
        let from = match &resolved.origin {
            Origin::Default { address } | Origin::Catalog { address, .. } if own(address) => {
                return Some((at, key.path));
            }
            Origin::Default { address } | Origin::Catalog { address, .. } => address.clone(),
            Origin::File { name, line } => format!("{name}:{line}"),
            Origin::Set => "--set".to_owned(),
            Origin::Follows { path } => (*path).to_owned(),
        };
        let what = basis.map_or_else(|| "such".to_owned(), |(_, basis)| format!("`{basis}`"));
        let shown = key.text(resolved.amount.value, self.values.price_year);
        let text = format!(
            "the catalog has no {what} value for `{}`, so `{}` stays {shown} ({from})",
            last.id, key.path
        );
        self.notes.push(Remark { code: "kept", path: key.path.to_owned(), text });
        None
    }

    fn default(&self, key: &Key) -> Result<Resolved, Box<ScenarioError>> {
        let address = key.default.to_owned();
        let lookup = |error| {
            Box::new(ScenarioError::new(Fault::Lookup { key: key.path.to_owned(), error }, None))
        };
        let row = self.tables.catalog.row(&address);
        let row = row.ok_or_else(|| lookup(LookupError::NoRow { address: address.clone() }))?;
        let origin = Origin::Default { address: address.clone() };
        let text = row.text().unwrap_or_default();
        let value = match key.form {
            Form::Quantity => {
                let spread =
                    self.tables.catalog.value(&address, self.values.price_year).map_err(lookup)?;
                if !row.measures(&key.exponents, key.sort) {
                    let reason = format!("the default `{address}` is another quantity");
                    let fault = Fault::Spread { key: key.path.to_owned(), reason };
                    return Err(Box::new(ScenarioError::new(fault, None)));
                }
                let is_nominal = row.is_nominal && RATES.contains(&key.path);
                let amount = Amount { is_nominal, ..amount(spread) };
                let confidence = Some(row.confidence);
                return Ok(Resolved {
                    key: *key,
                    amount,
                    origin,
                    written: row_text(row),
                    confidence,
                });
            }
            Form::Choice(names) => names.iter().position(|&name| name == text).map(|at| at as f64),
            Form::Date => parse_date(text).ok(),
        };
        let value = value.ok_or_else(|| {
            let fault = Fault::Choice { key: key.path.to_owned(), found: text.to_owned() };
            Box::new(ScenarioError::new(fault, None))
        })?;
        Ok(Resolved {
            key: *key,
            amount: Amount::certain(value),
            origin,
            written: text.to_owned(),
            confidence: Some(row.confidence),
        })
    }
}

/// A choice that a row of a reference states.
fn chosen(
    key: &Key,
    names: &[&str],
    row: &Row,
    reference: &Reference<'_>,
) -> Result<Resolved, Box<ScenarioError>> {
    let text = row.text().unwrap_or_default();
    let Some(position) = names.iter().position(|&name| name == text) else {
        let fault = Fault::Choice { key: key.path.to_owned(), found: text.to_owned() };
        return Err(Box::new(ScenarioError::new(fault, Some(reference.entry.place()))));
    };
    let stated = format!("{} = \"{}\"", reference.entry.path, reference.id);
    Ok(Resolved {
        key: *key,
        amount: Amount::certain(position as f64),
        origin: Origin::Catalog { reference: stated, address: row.address() },
        written: text.to_owned(),
        confidence: Some(row.confidence),
    })
}

fn amount(spread: Spread) -> Amount {
    let wide = (spread.low < spread.high).then_some((spread.low, spread.high));
    Amount { spread: wide, ..Amount::certain(spread.nominal) }
}

/// Value and unit of a row as the catalog states them.
fn row_text(row: &Row) -> String {
    match &row.stated {
        Stated::Text(text) => text.clone(),
        Stated::Number { nominal, .. } => {
            let year = row.price_basis().and_then(|basis| basis.year);
            let unit =
                year.map_or_else(|| row.unit.clone(), |year| with_price_year(&row.unit, year));
            format!("{} {unit}", format_number(*nominal, SHOWN_DIGITS))
        }
    }
}
