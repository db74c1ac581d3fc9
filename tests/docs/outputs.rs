//! Blocks of the pages that show what a command prints, and files that a page tells its reader to
//! write.
//!
//! `<!-- output -->` stands before a fenced block whose first line is `$ command`; what follows in
//! the block is what the command prints. `<!-- output lines=20 -->` keeps the first lines, `<!--
//! output from=mass lines=9 -->` starts at the first line that begins so, `<!-- output json -->`
//! shortens JSON. Digests are left out of all of them, since they change with every row of the
//! catalog. `<!-- file NAME -->` stands before a block that is a file.

use std::fmt::Write as _;

use serde_json::Value;

use crate::shell::Room;

/// Elements of an array that are shown.
const ELEMENTS: usize = 2;
/// Keys of an object that are shown, unless it holds no longer values.
const KEYS: usize = 12;
/// Keys of a whole result that are shown: all that `run` gives.
const RESULT_KEYS: usize = 13;

/// How the output of a command is cut.
#[derive(Debug, Clone, Default)]
struct Cut {
    is_json: bool,
    from: Option<String>,
    lines: Option<usize>,
}

impl Cut {
    fn parse(marker: &str) -> Option<Self> {
        let options = marker.trim().strip_prefix("<!-- output")?.strip_suffix("-->")?;
        let mut cut = Self::default();
        for option in options.split_whitespace() {
            match option.split_once('=') {
                None if option == "json" => cut.is_json = true,
                Some(("from", text)) => cut.from = Some(text.to_owned()),
                Some(("lines", count)) => cut.lines = Some(count.parse().unwrap()),
                _ => panic!("`{marker}`: unknown option `{option}`"),
            }
        }
        Some(cut)
    }

    fn of(&self, text: &str) -> String {
        let is_empty = text.trim().is_empty();
        let text = crate::data::without_digests(text);
        let text = if self.is_json && !is_empty { shortened(&text) } else { text };
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let start = self.from.as_ref().map_or(0, |from| {
            lines.iter().position(|line| line.starts_with(from.as_str())).unwrap_or_else(|| {
                panic!("no line begins with `{from}` in\n{text}");
            })
        });
        let end = self.lines.map_or(lines.len(), |count| (start + count).min(lines.len()));
        let mut out = String::new();
        if start > 0 {
            out.push_str("...\n");
        }
        for line in &lines[start..end] {
            writeln!(out, "{line}").unwrap();
        }
        if end < lines.len() {
            out.push_str("...\n");
        }
        out
    }
}

/// JSON with long arrays and objects cut short, so that its form shows.
fn shortened(text: &str) -> String {
    let value: Value = serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    let mut out = String::new();
    write_short(&value, 0, &mut out);
    out.push('\n');
    out
}

fn write_short(value: &Value, depth: usize, out: &mut String) {
    let line = serde_json::to_string(value).unwrap();
    let is_flat = match value {
        Value::Array(items) => items.iter().all(|item| !item.is_object() && !item.is_array()),
        Value::Object(entries) => {
            entries.values().all(|item| !item.is_object() && !item.is_array())
        }
        _ => true,
    };
    if is_flat && line.len() + 2 * depth < 110 {
        return write!(out, "{line}").unwrap();
    }
    let (open, close) = if value.is_array() { ('[', ']') } else { ('{', '}') };
    let entries: Vec<(String, &Value)> = match value {
        Value::Array(items) => items.iter().map(|item| (String::new(), item)).collect(),
        Value::Object(entries) => {
            entries.iter().map(|(key, item)| (format!("\"{key}\": "), item)).collect()
        }
        _ => return write!(out, "{line}").unwrap(),
    };
    let most = match value {
        Value::Array(_) => ELEMENTS,
        _ if depth == 0 => RESULT_KEYS,
        _ => KEYS,
    };
    let inner = "  ".repeat(depth + 1);
    writeln!(out, "{open}").unwrap();
    for (position, (key, item)) in entries.iter().take(most).enumerate() {
        write!(out, "{inner}{key}").unwrap();
        write_short(item, depth + 1, out);
        let is_last = position + 1 == entries.len();
        writeln!(out, "{}", if is_last { "" } else { "," }).unwrap();
    }
    if entries.len() > most {
        writeln!(out, "{inner}... {} more", entries.len() - most).unwrap();
    }
    write!(out, "{}{close}", "  ".repeat(depth)).unwrap();
}

/// The page with its outputs as the program gives them now.
pub(crate) fn refreshed(page: &str, room: &Room) -> String {
    let mut fresh = String::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        writeln!(fresh, "{line}").unwrap();
        if let Some(cut) = Cut::parse(line) {
            let fence = lines.next().unwrap();
            let command = lines.next().unwrap();
            assert!(fence.starts_with("```") && command.starts_with("$ "), "`{line}`: `{command}`");
            assert!(
                lines.by_ref().any(|line| line == "```"),
                "`{command}`: the block does not end"
            );
            let text = cut.of(&room.run(command));
            write!(fresh, "{fence}\n{command}\n{text}```\n").unwrap();
        } else if let Some(name) = line.trim().strip_prefix("<!-- file ") {
            let name = name.trim_end_matches("-->").trim();
            let fence = lines.next().unwrap();
            assert!(fence.starts_with("```"), "`{line}`: no block follows");
            let body: Vec<&str> = lines.by_ref().take_while(|line| *line != "```").collect();
            room.write(name, &format!("{}\n", body.join("\n")));
            write!(fresh, "{fence}\n{}\n```\n", body.join("\n")).unwrap();
        }
    }
    fresh
}

#[test]
fn docs_a_cut_keeps_what_is_asked_for() {
    let cut = Cut::parse("<!-- output from=b lines=1 -->").unwrap();
    assert_eq!(cut.of("a\nb 1\nc\n"), "...\nb 1\n...\n");
    assert_eq!(Cut::parse("<!-- output -->").unwrap().of("a\n"), "a\n");
    assert!(Cut::parse("text").is_none());
}

#[test]
fn docs_shortened_json_says_how_much_is_left_out() {
    let text = "{\"a\": [{\"b\": 1}, {\"b\": 2}, {\"b\": 3}], \"c\": null}";
    assert_eq!(
        shortened(text),
        "{\n  \"a\": [\n    {\"b\":1},\n    {\"b\":2},\n    ... 1 more\n  ],\n  \"c\": null\n}\n"
    );
}
