//! Black carbon that a scenario states is used, whatever the vehicle says of its emissions.

use super::setting::Setting;
use super::{Amount, Remark, Resolved};
use crate::system::choices::EmissionRecord;
use crate::system::value::Value;

const SOOT: &str = "launch.black_carbon";
const RECORD: &str = "launch.emissions";
/// How the scenario writes that emissions are known.
const KNOWN: &str = "known";

/// What becomes of stated black carbon.
pub(super) enum StatedSoot {
    /// None is stated, or emissions are known anyway.
    Unstated,
    /// It counts: emissions are known.
    Used(Box<Setting>),
    /// The scenario itself calls emissions unknown.
    Ignored(Remark),
}

/// Makes emissions known where black carbon is stated in the layer of the vehicle or above it.
/// Where the scenario itself calls them unknown beside or above that, a remark says so.
pub(super) fn judged(settings: &[Setting]) -> StatedSoot {
    let last = |path: &str| {
        let of_path = settings.iter().filter(|setting| setting.path == path);
        of_path.max_by_key(|setting| (setting.rank, setting.stated))
    };
    let stated = last(SOOT).filter(|soot| soot.stated).zip(last(RECORD));
    let Some((soot, record)) = stated.filter(|(_, record)| record.resolved.written != KNOWN) else {
        return StatedSoot::Unstated;
    };
    if (record.rank, record.stated) < (soot.rank, true) {
        StatedSoot::Used(Box::new(known(soot, record)))
    } else {
        let text = format!(
            "`{SOOT}` is stated as {} and not used, because `{RECORD}` is unknown",
            soot.resolved.written
        );
        StatedSoot::Ignored(Remark { code: "ignored", path: SOOT.to_owned(), text })
    }
}

/// The setting that makes emissions known, in the layer of the black carbon.
fn known(soot: &Setting, record: &Setting) -> Setting {
    let resolved = Resolved {
        key: record.resolved.key,
        amount: Amount::certain(EmissionRecord::Known.to_base()),
        origin: soot.resolved.origin.clone(),
        written: KNOWN.to_owned(),
        confidence: None,
    };
    Setting { path: RECORD, rank: soot.rank, stated: true, converted: false, resolved }
}
