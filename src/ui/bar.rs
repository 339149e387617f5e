//! The bar at the top, which always says whose strategy this is and whether it is in force, and
//! the line at the bottom.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;
use crate::model::{Meta, Status};
use crate::text::wrap;
use crate::wording;

/// What the name of a strategy keeps of the bar.
const LEAST_NAME: u16 = 4;

/// Draws the bar at the top. When it is narrow the name is cut, never the status.
pub fn top(area: Rect, canvas: &mut Canvas<'_>, meta: &Meta) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    canvas.buf.set_style(area, theme.bar);
    let warn = !matches!(meta.status, Status::InForce);
    let style = if warn {
        theme.bar.patch(theme.bar_warning)
    } else {
        theme.bar
    };
    let mut words = wording::short_status(&meta.status);
    if wrap::width(&words) + 2 + usize::from(LEAST_NAME) > usize::from(area.width) {
        // Since when is on the first page too; that it is so must not be missed.
        words.truncate(words.find(' ').filter(|_| warn).unwrap_or(words.len()));
    }
    let status = Line::from(vec![Span::styled(format!(" {words} "), style)]);
    let room = paint::right(area, canvas, &status, LEAST_NAME);
    let mut spans = vec![Span::styled(" ", theme.bar)];
    let name = wording::title(meta);
    if usize::from(room.width) > wrap::width(&name) + 13 {
        spans.push(Span::styled("senryaku  ", theme.bar));
    }
    spans.push(Span::styled(name, theme.bar.patch(theme.bar_title)));
    paint::line(room, canvas, &Line::from(spans));
}

/// A key and what it does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The key, as [`crate::config::Key`] shows it.
    pub key: String,
    /// What it does, in a word or two.
    pub says: &'static str,
}

/// Draws as many hints as fit, the last one always, and where one is against the right edge.
pub fn hints(area: Rect, canvas: &mut Canvas<'_>, hints: &[Hint], place: &str) {
    if area.is_empty() {
        return;
    }
    let theme = canvas.theme;
    let width = |hint: &Hint| wrap::width(&hint.key) + wrap::width(hint.says) + 3;
    let last = hints.last().map_or(0, width);
    let place = Line::from(Span::styled(format!("{place} "), theme.dim));
    let room = paint::right(area, canvas, &place, 40.min(area.width / 2));
    let mut left = usize::from(room.width).saturating_sub(1 + last);
    let mut spans = vec![Span::raw(" ")];
    for (at, hint) in hints.iter().enumerate() {
        let is_last = at + 1 == hints.len();
        if !is_last {
            if width(hint) > left {
                continue;
            }
            left -= width(hint);
        }
        spans.push(Span::styled(hint.key.clone(), theme.key));
        spans.push(Span::styled(format!(" {}  ", hint.says), theme.hint));
    }
    paint::line(room, canvas, &Line::from(spans));
}

/// Draws a notice in place of the hints.
pub fn notice(area: Rect, canvas: &mut Canvas<'_>, text: &str, style: Style) {
    if area.is_empty() {
        return;
    }
    paint::line(
        area,
        canvas,
        &Line::from(Span::styled(format!(" {text}"), style)),
    );
}
