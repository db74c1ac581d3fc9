//! Prose of the documents in lines of at most 100 columns.
//!
//! Only a paragraph with a longer line is filled anew, so that the others keep the lines that their
//! author gave them. Tables, headings, blocks of code and what has no place to break stay.

/// Columns of a line.
pub(crate) const COLUMNS: usize = 100;

/// Columns of an expression that is kept on one line.
const EXPRESSION: usize = 40;

/// The marker of a list item with its spaces, such as `  - `; nothing where a line begins none.
fn marker(line: &str) -> &str {
    let body = line.trim_start();
    let digits = body.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match digits.strip_prefix(['.', ')']) {
        Some(rest) if digits.len() < body.len() => rest,
        _ => body.strip_prefix(['-', '*', '+']).unwrap_or(body),
    };
    let is_item = rest.len() < body.len() && rest.starts_with(' ');
    if is_item { &line[..line.len() - rest.trim_start().len()] } else { "" }
}

/// Whether a line stands alone: blank, heading, table, comment, quotation, picture.
fn is_alone(line: &str) -> bool {
    let body = line.trim_start();
    body.is_empty() || ["#", "|", "<!--", ">", "!["].iter().any(|start| body.starts_with(start))
}

/// Whether a word belongs to the expression before it: a sign between two symbols stays with both.
fn is_term(before: &str, word: &str) -> bool {
    const SIGNS: [&str; 9] = ["=", "≤", "≥", "<", "≈", "−", "×", "·", "/"];
    let last = before.rsplit(' ').next().unwrap_or("");
    let is_short = before.chars().count() + word.chars().count() < EXPRESSION;
    is_short && (SIGNS.contains(&word) || SIGNS.contains(&last))
}

/// Words of a paragraph. Code between backticks is one word, and a word that would begin a list or
/// a heading at the start of a line hangs on the word before it.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut is_code = false;
    for word in text.split_whitespace() {
        let begins_block = !marker(&format!("{word} ")).is_empty()
            || word.starts_with(['#', '>', '|']) && !is_code;
        match words.last_mut() {
            Some(last) if is_code || begins_block || is_term(last, word) => {
                last.push(' ');
                last.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
        is_code ^= word.matches('`').count() % 2 == 1;
    }
    words
}

/// A paragraph in lines that are as full as they can be.
fn filled(lines: &[&str]) -> String {
    let first = marker(lines[0]);
    let indent = lines[0].len() - lines[0].trim_start().len();
    let hang = if first.is_empty() { indent } else { first.len() };
    let text = lines.join(" ");
    let mut out = String::new();
    let mut line = if first.is_empty() { " ".repeat(indent) } else { first.to_owned() };
    let mut is_empty = true;
    for word in words(&text[line.len()..]) {
        let length = line.chars().count() + usize::from(!is_empty) + word.chars().count();
        if !is_empty && length > COLUMNS {
            push(&mut out, &line);
            line = " ".repeat(hang);
            is_empty = true;
        }
        if !is_empty {
            line.push(' ');
        }
        line.push_str(&word);
        is_empty = false;
    }
    push(&mut out, &line);
    out
}

fn push(out: &mut String, line: &str) {
    out.push_str(line);
    out.push('\n');
}

/// Whether a paragraph may be filled: it has a long line and no break that is meant.
fn wants_filling(lines: &[&str]) -> bool {
    let is_long = lines.iter().any(|line| line.chars().count() > COLUMNS);
    let breaks = lines.iter().any(|line| line.ends_with("  ") || line.ends_with('\\'));
    is_long && !breaks
}

/// The page with its long paragraphs filled anew.
pub(crate) fn wrapped(page: &str) -> String {
    let mut out = String::new();
    let mut paragraph: Vec<&str> = Vec::new();
    let mut is_code = false;
    for line in page.lines().chain([""]) {
        let is_fence = line.trim_start().starts_with("```");
        // four spaces that continue nothing are code too
        let is_fixed = is_code
            || is_fence
            || is_alone(line)
            || paragraph.is_empty() && line.starts_with("    ") && marker(line).is_empty();
        if is_fixed || !marker(line).is_empty() {
            flush(&mut paragraph, &mut out);
        }
        is_code ^= is_fence;
        if is_fixed {
            push(&mut out, line);
        } else {
            paragraph.push(line);
        }
    }
    // the blank line that ends the last paragraph
    out.pop();
    out
}

fn flush(paragraph: &mut Vec<&str>, out: &mut String) {
    if wants_filling(paragraph) {
        out.push_str(&filled(paragraph));
    } else {
        for line in paragraph.iter() {
            push(out, line);
        }
    }
    paragraph.clear();
}

#[test]
fn docs_long_paragraphs_are_filled_and_others_stay() {
    let short = "a\nb\n\n- c\n  d\n\n```text\n";
    assert_eq!(wrapped(short), short);
    let code = format!("a\n\n    {}\n    b\n", "word ".repeat(30).trim());
    assert_eq!(wrapped(&code), code);
    let long = format!("- {} `a b` c\n| {} |\n", "word ".repeat(18).trim(), "cell ".repeat(30));
    let filled = wrapped(&long);
    let lines: Vec<&str> = filled.lines().collect();
    assert_eq!(lines.len(), 2, "{filled}");
    assert_eq!(lines[0], format!("- {} `a b` c", "word ".repeat(18).trim()));
    let longer = format!("1. {} `a b` - c\n", "word ".repeat(19).trim());
    assert_eq!(wrapped(&longer), format!("1. {}\n   `a b` - c\n", "word ".repeat(19).trim()));
    assert_eq!(wrapped(&wrapped(&longer)), wrapped(&longer));
}

#[test]
fn docs_words_that_begin_a_block_hang_on_the_word_before() {
    assert_eq!(words("a - b 1. c"), ["a -", "b 1.", "c"]);
    assert_eq!(words("with 0 ≤ x < 1 and"), ["with", "0 ≤ x < 1", "and"]);
    assert_eq!(words("run `skyrack run x` now"), ["run", "`skyrack run x`", "now"]);
}
