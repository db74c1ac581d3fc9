//! How the invariants read the project: its files, code without tests, paths that code names.

use std::path::{Path, PathBuf};

pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn files_below(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[expect(clippy::disallowed_methods, reason = "tests read the project's own files")]
pub(crate) fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap()
}

/// Every source file but the made tables, which are numbers.
pub(crate) fn sources() -> Vec<(String, String)> {
    files_below(&root().join("src"), ".rs")
        .into_iter()
        .filter(|path| !path.starts_with(root().join("src/physics/data")))
        .map(|path| {
            let name =
                path.strip_prefix(root().join("src")).unwrap().to_string_lossy().into_owned();
            (name, read(&path))
        })
        .collect()
}

/// The code of a file without tests and comments.
pub(crate) fn code_of(text: &str) -> String {
    let code = without_tests(text);
    let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.collect::<Vec<_>>().join("\n")
}

/// The text of a file without the items that are compiled for tests alone; of a file for tests
/// alone, its heading.
pub(crate) fn without_tests(text: &str) -> String {
    let mut kept = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        match line.trim() {
            "#![cfg(test)]" => break,
            "#[cfg(test)]" => skip_item(&mut lines),
            _ => kept.push(line),
        }
    }
    kept.join("\n")
}

/// Skips the item below an attribute: down to its closing brace, or one line.
fn skip_item<'t>(lines: &mut impl Iterator<Item = &'t str>) {
    let is_attribute = |line: &&str| line.trim().starts_with("#[");
    let Some(first) = lines.find(|line| !is_attribute(line)) else { return };
    let indent = &first[..first.len() - first.trim_start().len()];
    let is_end =
        |line: &str| [format!("{indent}}}"), format!("{indent}}};")].contains(&line.into());
    if !first.ends_with([';', '}']) {
        lines.find(|line| is_end(line));
    }
}

/// The folder or file below `src` that a file belongs to.
pub(crate) fn module_of(file: &str) -> &str {
    file.split(['/', '.']).next().unwrap_or(file)
}

/// The path of the module that a file holds: `units/parse.rs` is `units`, `parse`.
pub(crate) fn module_path(file: &str) -> Vec<&str> {
    file.trim_end_matches(".rs").split('/').collect()
}

/// Splits at commas outside of braces.
fn parts(list: &str) -> Vec<&str> {
    let (mut parts, mut depth, mut start) = (Vec::new(), 0, 0);
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(&list[start..]);
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// Every path that a text such as `a::{b, c::{d as e}}` names.
pub(crate) fn leaves(text: &str) -> Vec<String> {
    let text = text.trim();
    let Some((before, list)) = text.split_once('{') else {
        return vec![text.split(" as ").next().unwrap_or(text).trim().to_owned()];
    };
    let mut depth = 1;
    let is_end = |c: char| {
        depth += i32::from(c == '{') - i32::from(c == '}');
        depth == 0
    };
    let end = list.find(is_end).unwrap_or(list.len());
    let inner = parts(&list[..end]).into_iter().flat_map(leaves);
    inner.map(|leaf| format!("{before}{leaf}")).collect()
}

/// Every path that code of a module names from the root of the crate, or by `super`.
pub(crate) fn named_paths(own: &[&str], code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for (word, base) in [("crate::", 0), ("super::", own.len() - 1)] {
        for (at, _) in code.match_indices(word) {
            if code[..at].ends_with("super::") {
                continue;
            }
            let end = code[at..].find([';', ')', '<', ' ', ',']).map_or(code.len(), |end| at + end);
            let braced = code[at..end].contains('{') || code[..at].trim_end().ends_with("use");
            let end = if braced { code[at..].find(';').map_or(end, |end| at + end) } else { end };
            for leaf in leaves(&code[at + word.len()..end]) {
                let up = leaf.matches("super::").count();
                let mut path: Vec<String> =
                    own[..base.saturating_sub(up)].iter().map(|part| (*part).to_owned()).collect();
                path.extend(leaf.replace("super::", "").split("::").map(str::to_owned));
                found.push(path);
            }
        }
    }
    found
}

/// Functions of a file and the blocks of its types: name, and the text down to the closing brace.
pub(crate) fn blocks<'t>(code: &'t str, keyword: &str) -> Vec<(String, &'t str)> {
    let mut found = Vec::new();
    let mut at = 0;
    for line in code.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        let own = body.trim_start_matches("pub(super) ").trim_start_matches("pub(crate) ");
        let own = own.trim_start_matches("pub ").trim_start_matches("const ");
        let Some(name) = own.strip_prefix(keyword) else { continue };
        let end =
            code[start..].find(&format!("\n{indent}}}")).map_or(code.len(), |end| start + end);
        let one_line = line.trim_end().ends_with('}') && line.contains('{');
        let end = if one_line { at } else { end };
        found.push((name.to_owned(), &code[start..end]));
    }
    found
}

/// The word that a text begins with.
pub(crate) fn word(text: &str) -> &str {
    text.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).next().unwrap_or("")
}

/// Whether a text calls the free function `name`.
pub(crate) fn calls(text: &str, name: &str) -> bool {
    text.match_indices(&format!("{name}(")).any(|(at, _)| {
        let before = text[..at].chars().next_back().unwrap_or(' ');
        !(before.is_ascii_alphanumeric()
            || matches!(before, '_' | '.' | ':')
            || text[..at].ends_with("fn "))
    })
}

#[test]
fn items_for_tests_are_cut_and_what_follows_stays() {
    let text = "a\n#[cfg(test)]\npub mod store;\nb\n#[cfg(test)]\nmod tests {\n    x\n}\nc\n";
    assert_eq!(without_tests(text), "a\nb\nc");
    assert_eq!(without_tests("//! Tests.\n#![cfg(test)]\nuse a;\n"), "//! Tests.");
}
