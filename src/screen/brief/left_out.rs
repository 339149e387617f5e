//! What is left out of a slide, over it: links, caveats, sources; each can be opened.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::brief::LeftOut;
use crate::model::EntryId;
use crate::text::wrap;
use crate::ui::canvas::Canvas;
use crate::ui::{frame, paint, pane, scroll};

/// Cells of the labels: at least so many, and at most; a longer label goes on below itself.
const LABEL: (usize, usize) = (13, 18);

/// Below this width a label stands over its line.
const NARROW: u16 = 50;

/// The state: which line is selected, which row is the first in sight.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Panel {
    /// The selected line.
    pub(super) at: usize,
    offset: usize,
}

/// A row of the panel: a part of a line's label, and of its text.
struct Row {
    line: usize,
    label: Range<usize>,
    text: Range<usize>,
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
        let label = label_width(lines, inner.width);
        for (y, row) in (inner.top()..inner.bottom()).zip(rows.iter().skip(self.offset)) {
            let place = Rect {
                y,
                height: 1,
                ..inner
            };
            let Some(line) = lines.get(row.line) else {
                continue;
            };
            let head = line
                .label
                .get(row.label.clone())
                .unwrap_or_default()
                .trim_end();
            let pad = label.saturating_sub(wrap::width(head));
            let text = line.text.get(row.text.clone()).unwrap_or_default();
            let spans = vec![
                Span::raw("  "),
                Span::styled(head.to_owned(), canvas.theme.verb),
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

fn label_width(lines: &[LeftOut], width: u16) -> usize {
    if width < NARROW {
        return 0;
    }
    let widths = lines.iter().map(|line| wrap::width(&line.label) + 1);
    widths.max().unwrap_or(0).clamp(LABEL.0, LABEL.1)
}

fn rows(lines: &[LeftOut], width: u16) -> Vec<Row> {
    let label = label_width(lines, width);
    let cells = usize::from(width).saturating_sub(label + 4).max(1);
    let mut rows = Vec::new();
    for (line, left) in lines.iter().enumerate() {
        let room = if label == 0 { cells } else { label - 1 };
        let has_label = !left.label.is_empty();
        let mut labels: Vec<_> = if has_label {
            wrap::wrap(&left.label, room)
        } else {
            Vec::new()
        };
        let mut texts = wrap::wrap(&left.text, cells);
        if label == 0 {
            // The label first, then the text below it.
            texts.splice(0..0, labels.iter().map(|_| 0..0));
        }
        let count = labels.len().max(texts.len());
        labels.resize(count, 0..0);
        texts.resize(count, 0..0);
        let both = labels.into_iter().zip(texts);
        rows.extend(both.map(|(label, text)| Row { line, label, text }));
    }
    rows
}
