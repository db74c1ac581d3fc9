//! What surrounds every chart: title, subtitle, source line.

use super::Picture;
use super::font::{LEADING, Weight, balance, width, wrap};
use super::scene::{Rect, Scene, Text};
use super::theme::{FAINT, FOOT, GRAY, MARGIN, SUBTITLE, TITLE};

/// A scene with its heading and foot, and the box that is left for the chart.
pub(super) struct Frame {
    pub(super) scene: Scene,
    pub(super) body: Rect,
}

/// Sets title, subtitle and foot of a picture as it is.
pub(super) fn open(picture: &Picture) -> Frame {
    open_for(picture, 0.0)
}

/// Sets title, subtitle and foot; the picture grows so that the body is at least `body_height`
/// high.
pub(super) fn open_for(picture: &Picture, body_height: f64) -> Frame {
    let width = f64::from(picture.width.max(1000));
    let room = width - 2.0 * MARGIN;
    let mut headings = Scene::new(width, 0.0);
    let top = heading(&mut headings, picture, room);
    let (foot, foot_lines, stamp) = foot(picture, room);
    let height = f64::from(picture.height.max(600)).max((top + body_height + foot).ceil());

    let mut scene = Scene { height, ..headings };
    let bottom = height - foot;
    scene.line(vec![(MARGIN, bottom + 18.0), (width - MARGIN, bottom + 18.0)], FAINT, 1.5);
    let base = bottom + 18.0 + 16.0 + FOOT;
    for (index, line) in foot_lines.into_iter().enumerate() {
        scene.text(
            Text::new(line, (MARGIN, base + index as f64 * FOOT * LEADING)).size(FOOT).color(GRAY),
        );
    }
    scene.text(Text::new(stamp, (width - MARGIN, base)).size(FOOT).color(GRAY).end());
    Frame { scene, body: Rect::new(MARGIN, top, width - MARGIN, bottom) }
}

/// Draws title and subtitle; gives the height at which the body begins.
fn heading(scene: &mut Scene, picture: &Picture, room: f64) -> f64 {
    let lines = |size: f64| wrap(&picture.title, (size, Weight::SemiBold), room, 9).len();
    let one = [TITLE, 38.0, 36.0].into_iter().find(|&size| lines(size) <= 1);
    let two = || [TITLE, 36.0, 32.0].into_iter().find(|&size| lines(size) <= 2);
    let size = one.or_else(two).unwrap_or(30.0);
    let mut base = MARGIN - 8.0;
    for line in balance(&picture.title, (size, Weight::SemiBold), room, 3) {
        base += size * if base < MARGIN { 1.0 } else { 1.18 };
        scene.text(Text::new(line, (MARGIN, base)).size(size).bold());
    }
    base += 8.0;
    for line in balance(&picture.subtitle, (SUBTITLE, Weight::Regular), room, 3) {
        base += SUBTITLE * LEADING;
        scene.text(Text::new(line, (MARGIN, base)).size(SUBTITLE).color(GRAY));
    }
    base + 34.0
}

/// Height and lines of the foot, and the stamp at its right end.
fn foot(picture: &Picture, room: f64) -> (f64, Vec<String>, String) {
    let digest = picture.digest.strip_prefix("sha256:").unwrap_or(&picture.digest);
    let short: String = digest.chars().take(12).collect();
    let stamp = if short.is_empty() {
        "skyrack".to_owned()
    } else {
        format!("skyrack · scenario {short}")
    };
    let left = room - width(&stamp, FOOT, Weight::Regular) - 40.0;
    let lines = wrap(&picture.footer, (FOOT, Weight::Regular), left, 3);
    let height = 18.0 + 16.0 + FOOT * LEADING * lines.len().max(1) as f64 + 26.0;
    (height, lines, stamp)
}
