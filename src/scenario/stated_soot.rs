//! Black carbon that a scenario states is used, whatever the vehicle says of its emissions.

use super::resolve::{Resolver, Setting};
use super::{Amount, Remark, Resolved};
use crate::system::choices::EmissionRecord;
use crate::system::value::Value;

const SOOT: &str = "launch.black_carbon";
const RECORD: &str = "launch.emissions";
/// How the scenario writes that emissions are known.
const KNOWN: &str = "known";

/// Makes emissions known where black carbon is stated in the layer of the vehicle or above it. Where the scenario itself
/// calls them unknown beside or above that, it says so in a remark.
pub(super) fn tell(resolver: &mut Resolver<'_>) {
    let last = |path: &str| {
        let settings = resolver.settings.iter().filter(|setting| setting.path == path);
        settings.max_by_key(|setting| (setting.rank, setting.stated))
    };
    let Some(soot) = last(SOOT).filter(|soot| soot.stated) else { return };
    let Some(record) = last(RECORD) else { return };
    if record.resolved.written == KNOWN {
        return;
    }
    if (record.rank, record.stated) < (soot.rank, true) {
        let resolved = Resolved {
            key: record.resolved.key,
            amount: Amount::certain(EmissionRecord::Known.to_base()),
            origin: soot.resolved.origin.clone(),
            written: KNOWN.to_owned(),
            confidence: None,
        };
        let rank = soot.rank;
        let known = Setting { path: RECORD, rank, stated: true, converted: false, resolved };
        resolver.settings.push(known);
    } else {
        let text = format!(
            "`{SOOT}` is stated as {} and not used, because `{RECORD}` is unknown",
            soot.resolved.written
        );
        resolver.notes.push(Remark { code: "ignored", path: SOOT.to_owned(), text });
    }
}
