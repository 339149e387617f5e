//! The speaker's note on the same screen.

use std::fmt::Write as _;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Brief;
use crate::env::Env;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::paint;

/// What is said where there is no note.
const NONE: &str = "No note for this step.";

impl Brief {
    /// How many rows the note would like, with its rule; none while it is hidden.
    pub(super) fn note_rows(&self, env: &Env) -> usize {
        if !self.notes {
            return 0;
        }
        1 + wrap::wrap(self.note(), measure(env.size.width)).len()
    }

    fn note(&self) -> &str {
        self.step()
            .and_then(|step| step.note.as_ref())
            .map_or(NONE, |note| note.as_str())
    }

    /// How far the note can be scrolled.
    pub(super) fn note_limit(&self, env: &Env) -> usize {
        let rows = usize::from(self.areas(env).notes.height);
        self.note_rows(env).saturating_sub(rows.max(1))
    }

    pub(super) fn draw_notes(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        if area.is_empty() {
            return;
        }
        let theme = &env.theme;
        let row = |y: u16| Rect {
            y,
            height: 1,
            ..area
        };
        let margin = margin(area.width);
        let note = self.note();
        let lines = wrap::wrap(note, measure(area.width));
        let room = usize::from(area.height - 1);
        let hidden = lines.len().saturating_sub(self.note_scroll + room);
        paint::rule(row(area.y), canvas, env.glyphs.rule, theme.rule);
        let mut title = " Note".to_owned();
        if let Some(minutes) = self.step().and_then(|step| step.minutes) {
            let _ = write!(title, ", {minutes} min");
        }
        if hidden > 0 {
            let key = env.keymap.keys(
                crate::action::Mode::Brief,
                &crate::action::Action::HalfPageDown,
            );
            let key = key.first().map(ToString::to_string).unwrap_or_default();
            let _ = write!(title, ", {hidden} more lines: {key}");
        }
        title.push(' ');
        let head = Rect {
            x: area.x + margin.saturating_sub(1),
            width: area.width - margin.saturating_sub(1),
            ..row(area.y)
        };
        let title = Line::from(Span::styled(title, theme.heading));
        paint::line(head, canvas, &title);
        let rows = area.y + 1..area.bottom();
        for (y, line) in rows.zip(lines.into_iter().skip(self.note_scroll)) {
            let text = note.get(line).unwrap_or_default();
            let place = Rect {
                x: area.x + margin,
                width: area.width - margin,
                ..row(y)
            };
            let line = Line::from(Span::styled(text.to_owned(), theme.note));
            paint::line(place, canvas, &line);
        }
    }
}

const fn margin(width: u16) -> u16 {
    if width < 50 { 1 } else { 4 }
}

fn measure(width: u16) -> usize {
    usize::from(width.saturating_sub(2 * margin(width))).clamp(1, 110)
}
