//! What is left out of a slide, over it: links, caveats, sources; each can be opened.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::brief::LeftOut;
use crate::model::EntryId;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::{frame, paint, pane, scroll};

/// Cells of the labels.
const LABEL: usize = 13;

/// The state: which line is selected, which row is the first in sight.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Panel {
    /// The selected line.
    pub(super) at: usize,
    offset: usize,
}

/// A row of the panel: a line's label on its first, and a part of its text.
struct Row {
    line: usize,
    is_first: bool,
    bytes: Range<usize>,
}

impl Panel {
    /// The next line, or the one before.
    pub(super) fn by(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows);
    }

    /// Keeps the selection among the lines and in sight.
    pub(super) fn relayout(&mut self, lines: &[LeftOut], area: Rect) {
        self.at = self.at.min(lines.len().saturating_sub(1));
        let inner = frame::inside(area);
        let rows = rows(lines, inner.width);
        let height = usize::from(inner.height);
        let own = |row: &Row| row.line == self.at;
        let first = rows.iter().position(own).unwrap_or(0);
        let last = rows.iter().rposition(own).unwrap_or(0);
        self.offset = self
            .offset
            .min(first)
            .max((last + 1).saturating_sub(height));
        self.offset = self.offset.min(rows.len().saturating_sub(height));
    }

    /// The entry that the selected line names first.
    pub(super) fn entry(&self, lines: &[LeftOut]) -> Option<EntryId> {
        lines.get(self.at)?.entries.first().copied()
    }

    pub(super) fn draw(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        lines: &[LeftOut],
        title: Option<String>,
    ) {
        let title = format!("Left out of {}", title.unwrap_or_default());
        let title = wrap::cut(
            &title,
            usize::from(area.width.saturating_sub(8)),
            canvas.glyphs.more,
        );
        let inner = frame::frame(area, canvas, &title);
        let rows = rows(lines, inner.width);
        let label = label_width(inner.width);
        for (y, row) in (inner.top()..inner.bottom()).zip(rows.iter().skip(self.offset)) {
            let place = Rect {
                y,
                height: 1,
                ..inner
            };
            let Some(line) = lines.get(row.line) else {
                continue;
            };
            let head = if row.is_first {
                line.label.as_str()
            } else {
                ""
            };
            let head = wrap::cut(head, label.saturating_sub(1), "").into_owned();
            let pad = label.saturating_sub(wrap::width(&head));
            let text = line.text.get(row.bytes.clone()).unwrap_or_default();
            let spans = vec![
                Span::raw("  "),
                Span::styled(head, canvas.theme.verb),
                Span::raw(" ".repeat(pad)),
                Span::styled(text.to_owned(), canvas.theme.text),
            ];
            paint::line(place, canvas, &Line::from(spans));
            if row.line == self.at {
                let style = Some(canvas.theme.selected);
                pane::row(place, canvas, &Line::default(), style);
            }
        }
        scroll::bar(inner, canvas, self.offset, rows.len());
    }
}

const fn label_width(width: u16) -> usize {
    if width < 50 { 0 } else { LABEL }
}

fn rows(lines: &[LeftOut], width: u16) -> Vec<Row> {
    let cells = usize::from(width)
        .saturating_sub(label_width(width) + 4)
        .max(1);
    lines
        .iter()
        .enumerate()
        .flat_map(|(line, left)| {
            let parts = wrap::wrap(&left.text, cells).into_iter().enumerate();
            parts.map(move |(nth, bytes)| Row {
                line,
                is_first: nth == 0,
                bytes,
            })
        })
        .collect()
}
