//! The embedded font, IBM Plex Sans: widths with kerning, breaking of lines, outlines.

use std::sync::LazyLock;

use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

static REGULAR: LazyLock<Font> =
    LazyLock::new(|| Font::new(include_bytes!("fonts/IBMPlexSans-Regular.ttf")));
static SEMIBOLD: LazyLock<Font> =
    LazyLock::new(|| Font::new(include_bytes!("fonts/IBMPlexSans-SemiBold.ttf")));

/// A font, parsed once.
struct Font {
    face: Option<Face<'static>>,
    pairs: Vec<PairAdjustment<'static>>,
    /// Kerning between the printable letters of ASCII, row by left letter: measuring text is most
    /// of a layout.
    common: Vec<i16>,
}

/// Printable letters of ASCII.
const COMMON: usize = 95;

/// Place of a letter among the printable ones of ASCII.
fn common(letter: char) -> Option<usize> {
    let place = usize::try_from(u32::from(letter)).ok()?.checked_sub(0x20)?;
    (place < COMMON).then_some(place)
}

impl Font {
    fn new(bytes: &'static [u8]) -> Self {
        let face = Face::parse(bytes, 0).ok();
        let pairs = pair_tables(face.as_ref());
        let mut font = Self { face, pairs, common: Vec::new() };
        let letters: Vec<Option<GlyphId>> =
            (' '..='~').map(|letter| font.face.as_ref()?.glyph_index(letter)).collect();
        let between =
            |left: &Option<GlyphId>, right: &Option<GlyphId>| font.kerning((*left)?, (*right)?);
        let common = letters
            .iter()
            .flat_map(|left| letters.iter().map(move |right| between(left, right).unwrap_or(0)))
            .collect();
        font.common = common;
        font
    }

    fn kerning(&self, left: GlyphId, right: GlyphId) -> Option<i16> {
        self.pairs.iter().find_map(|pair| pair_advance(pair, left, right))
    }

    /// Change of distance between two letters of a line.
    fn between(&self, left: (char, GlyphId), right: (char, GlyphId)) -> i16 {
        match (common(left.0), common(right.0)) {
            (Some(row), Some(column)) => {
                self.common.get(row * COMMON + column).copied().unwrap_or(0)
            }
            _ => self.kerning(left.1, right.1).unwrap_or(0),
        }
    }
}

/// Height of a capital letter over the size of the font.
pub(crate) const CAPITAL: f64 = 0.698;
/// Reach above the base line over the size of the font, as far as digits and letters go.
pub(crate) const ASCENT: f64 = 0.76;
/// Reach below the base line over the size of the font.
pub(crate) const DESCENT: f64 = 0.22;
/// Distance of lines over the size of the font.
pub(crate) const LEADING: f64 = 1.24;

/// Weight of the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Running text.
    #[default]
    Regular,
    /// Titles and totals.
    SemiBold,
}

impl Weight {
    fn font(self) -> &'static Font {
        match self {
            Self::Regular => &REGULAR,
            Self::SemiBold => &SEMIBOLD,
        }
    }
}

/// Width of a line of text.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    lay_out(weight.font(), text, |_, _| ()) * size
}

/// Hands every glyph's outline to `builder`, which `place` moves to the pen's position (in font
/// sizes).
pub(crate) fn outline<B: OutlineBuilder>(
    text: &str,
    weight: Weight,
    mut glyph: impl FnMut(f64, f64) -> B,
) -> Vec<B> {
    let mut drawn = Vec::with_capacity(text.len());
    let font = weight.font();
    if let Some(face) = &font.face {
        let unit = 1.0 / f64::from(face.units_per_em());
        lay_out(font, text, |id, pen| {
            let mut builder = glyph(pen, unit);
            if face.outline_glyph(id, &mut builder).is_some() {
                drawn.push(builder);
            }
        });
    }
    drawn
}

/// Walks through the glyphs of a line; gives its length. Both lengths are in font sizes.
fn lay_out(font: &Font, text: &str, mut visit: impl FnMut(GlyphId, f64)) -> f64 {
    let Some(face) = &font.face else { return 0.0 };
    let unit = 1.0 / f64::from(face.units_per_em());
    let mut pen = 0.0;
    let mut before: Option<(char, GlyphId)> = None;
    for letter in text.chars() {
        let Some(id) = face.glyph_index(letter).or_else(|| face.glyph_index('?')) else { continue };
        if let Some(before) = before {
            pen += f64::from(font.between(before, (letter, id))) * unit;
        }
        visit(id, pen);
        pen += f64::from(face.glyph_hor_advance(id).unwrap_or(0)) * unit;
        before = Some((letter, id));
    }
    pen
}

/// The pair tables of a font. It keeps kerning in its positioning table, not in a `kern` table.
fn pair_tables(face: Option<&Face<'static>>) -> Vec<PairAdjustment<'static>> {
    let Some(table) = face.and_then(|face| face.tables().gpos) else { return Vec::new() };
    let kern = ttf_parser::Tag::from_bytes(b"kern");
    // Each script has its own list of lookups; together they hold each pair once.
    let features = table.features.into_iter().filter(|feature| feature.tag == kern);
    let mut lookups: Vec<u16> = features.flat_map(|feature| feature.lookup_indices).collect();
    lookups.sort_unstable();
    lookups.dedup();
    lookups
        .into_iter()
        .filter_map(|index| table.lookups.get(index))
        .flat_map(|lookup| lookup.subtables.into_iter::<PositioningSubtable>())
        .filter_map(|subtable| match subtable {
            PositioningSubtable::Pair(pair) => Some(pair),
            _ => None,
        })
        .collect()
}

/// Change of distance between two glyphs, if the table knows the left one.
fn pair_advance(pair: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    match pair {
        PairAdjustment::Format1 { coverage, sets } => {
            Some(sets.get(coverage.get(left)?)?.get(right)?.0.x_advance)
        }
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            Some(matrix.get((classes.0.get(left), classes.1.get(right)))?.0.x_advance)
        }
    }
}

/// Breaks a text into lines that are at most `room` wide and at most `most` many; the last ends in
/// `…` if need be.
///
/// Lines break at spaces; a word that is too long by itself breaks after `/`, `-`, `_` or `.`.
pub fn wrap(text: &str, (size, weight): (f64, Weight), room: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    for (glue, piece) in pieces(text, |word| width(word, size, weight) > room) {
        let longer = if line.is_empty() { piece.clone() } else { format!("{line}{glue}{piece}") };
        if line.is_empty() || width(&longer, size, weight) <= room || lines.len() + 1 >= most {
            line = longer;
        } else {
            lines.push(std::mem::replace(&mut line, piece));
        }
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines.iter().map(|line| shorten(line, size, weight, room)).collect()
}

/// As [`wrap`], with lines of about the same length, so that no word stands alone on the last.
pub fn balance(text: &str, (size, weight): (f64, Weight), room: f64, most: usize) -> Vec<String> {
    let lines = wrap(text, (size, weight), room, most);
    let (mut low, mut high) = (0.4 * room, room);
    for _ in 0..8 {
        let middle = 0.5 * (low + high);
        let narrower = wrap(text, (size, weight), middle, most + 1);
        let fits =
            narrower.len() <= lines.len() && narrower.iter().all(|line| !line.ends_with('…'));
        if fits { high = middle } else { low = middle }
    }
    let balanced = wrap(text, (size, weight), high, most);
    if lines.len() > 1 && balanced.len() == lines.len() { balanced } else { lines }
}

/// The pieces between which a line may break, each with what joins it to the piece before.
fn pieces(text: &str, too_long: impl Fn(&str) -> bool) -> Vec<(&'static str, String)> {
    let mut pieces: Vec<(&'static str, String)> = Vec::new();
    let mut after_number = false;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let unit = word.starts_with(|letter: char| letter.is_alphabetic() || letter == '%')
            && word.len() < 9;
        match pieces.last_mut() {
            // A number and its unit stay together.
            Some((_, number)) if after_number && unit => {
                number.push(' ');
                number.push_str(word);
            }
            _ if too_long(word) => {
                let parts = word.split_inclusive(['/', '-', '_', '.']);
                pieces.extend(
                    parts
                        .enumerate()
                        .map(|(index, part)| (if index == 0 { " " } else { "" }, part.to_owned())),
                );
            }
            _ => pieces.push((" ", word.to_owned())),
        }
        after_number = word.parse::<f64>().is_ok();
    }
    pieces
}

/// Cuts a line so that it is at most `room` wide, with `…` at the cut.
pub fn shorten(text: &str, size: f64, weight: Weight, room: f64) -> String {
    if width(text, size, weight) <= room {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    (1..letters.len())
        .rev()
        .map(|count| format!("{}…", letters[..count].iter().collect::<String>().trim_end()))
        .find(|short| width(short, size, weight) <= room)
        .unwrap_or_else(|| "…".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_add_advances_and_kerning() {
        let apart = width("T", 100.0, Weight::Regular) + width("o", 100.0, Weight::Regular);
        let together = width("To", 100.0, Weight::Regular);
        assert!(together < apart - 1.0, "{together} against {apart}");
        assert!(width("", 100.0, Weight::Regular).abs() < 1e-12);
    }

    #[test]
    fn the_letters_of_our_units_are_in_both_fonts() {
        for weight in [Weight::Regular, Weight::SemiBold] {
            let face = weight.font().face.as_ref().unwrap();
            for letter in "Aa019·×−–≥≤²³β°ηεσ…→↑↓\u{2009}|±₂".chars() {
                assert!(face.glyph_index(letter).is_some(), "{letter}");
            }
        }
    }

    #[test]
    fn lines_break_between_words_and_end_in_dots() {
        let lines = wrap("one two three four five six", (20.0, Weight::Regular), 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'));
        assert!(lines.iter().all(|line| width(line, 20.0, Weight::Regular) <= 100.0));
    }

    #[test]
    fn balanced_lines_leave_no_word_alone() {
        let text = "In orbit the same kilowatt of computing costs more than on the ground";
        let room = width(text, 20.0, Weight::Regular) - 10.0;
        let lines = balance(text, (20.0, Weight::Regular), room, 3);
        assert_eq!(lines.len(), 2);
        assert!(width(&lines[1], 20.0, Weight::Regular) > 0.4 * room, "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn long_words_break_after_slashes_and_dashes() {
        let lines = wrap("published/analysis-1", (20.0, Weight::Regular), 110.0, 3);
        assert_eq!(lines, ["published/", "analysis-1"]);
    }

    #[test]
    fn a_word_too_long_is_cut() {
        let short = shorten("Donaudampfschifffahrt", 20.0, Weight::Regular, 80.0);
        assert!(short.ends_with('…') && width(&short, 20.0, Weight::Regular) <= 80.0);
    }
}
