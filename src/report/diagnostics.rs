//! Faults of a scenario as messages that point: code, excerpt, caret, note, and what to type.

use annotate_snippets::{AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use crate::scenario::{ScenarioError, ScenarioErrors};

/// Columns that a message may take.
const WIDTH: usize = 120;

/// Messages that somebody reads; a file of another kind has a fault in every line.
const MOST_SHOWN: usize = 20;

/// All faults as text, one message each; several end with a line that counts them.
pub fn render(errors: &ScenarioErrors, colored: bool) -> String {
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    let renderer = renderer.term_width(WIDTH);
    let mut text = String::new();
    for error in errors.0.iter().take(MOST_SHOWN) {
        text.push_str(&renderer.render(&message(error)));
        text.push_str("\n\n");
    }
    if errors.0.len() > 1 {
        let title = match errors.0.len() {
            all @ ..=MOST_SHOWN => format!("{all} errors, nothing was computed"),
            all => format!("{all} errors, the first {MOST_SHOWN} shown, nothing was computed"),
        };
        text.push_str(&renderer.render(&[Group::with_title(Level::ERROR.primary_title(title))]));
        text.push('\n');
    } else {
        text.truncate(text.trim_end().len());
        text.push('\n');
    }
    text
}

fn message(error: &ScenarioError) -> Vec<Group<'_>> {
    let title = Level::ERROR.primary_title(error.fault.to_string()).id(error.fault.code());
    let mut group = Group::with_title(title);
    if let Some(place) = &error.place {
        let mark = AnnotationKind::Primary.span(place.span.clone());
        let mark = if error.label.is_empty() { mark } else { mark.label(&error.label) };
        group = group
            .element(Snippet::source(&place.text.content).path(&place.text.name).annotation(mark));
    }
    for note in &error.notes {
        group = group.element(Level::NOTE.message(note));
    }
    match (&error.help, &error.patch, &error.place) {
        (Some(help), Some(patch), Some(place)) => {
            let change = Patch::new(patch.span.clone(), &patch.replacement);
            let snippet = Snippet::source(&place.text.content).path(&place.text.name).patch(change);
            let help = Group::with_title(Level::HELP.secondary_title(help)).element(snippet);
            vec![group, help]
        }
        (Some(help), ..) => vec![group.element(Level::HELP.message(help))],
        (None, ..) => vec![group],
    }
}
