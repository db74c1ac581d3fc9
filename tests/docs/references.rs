//! The references to the catalog in the page of inputs.

use skyrack::catalog::Catalog;
use skyrack::report::tables::filled;

/// A page with a row per reference below it: key, entries, inputs that they fill.
pub(crate) fn below(page: String) -> String {
    let catalog = Catalog::builtin();
    let mut out = page
        + "\n## References to the catalog\n\nA key whose value is the name of an entry: it \
                   fills several inputs at once.\n\n| key | entries | what it does |\n| --- | --- \
                   | --- |\n";
    for group in catalog.groups() {
        let ids: Vec<String> = group.ids(catalog).iter().map(|id| format!("`{id}`")).collect();
        out.push_str(&format!("| `{}` | {} | {} |\n", group.key, ids.join(", "), filled(group)));
    }
    out
}
