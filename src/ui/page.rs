//! A page of prose and of rows that can be followed, laid out for a width.

use std::ops::Range;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::{paint, scroll};
use crate::text::wrap;

/// A blank at which no line is broken.
const UNBROKEN: &str = "\u{a0}";

/// A text whose parts have styles, not laid out yet.
#[derive(Clone, Debug, Default)]
pub struct Prose {
    text: String,
    styles: Vec<(Range<usize>, Style)>,
}

impl Prose {
    /// A prose of one style.
    pub fn new(text: &str, style: Style) -> Self {
        let mut prose = Self::default();
        prose.push(text, style);
        prose
    }

    /// Adds a part.
    pub fn push(&mut self, text: &str, style: Style) {
        let start = self.text.len();
        self.text.push_str(text);
        self.styles.push((start..self.text.len(), style));
    }

    /// Adds a part that stays on one line where it has room: a time.
    pub fn push_whole(&mut self, text: &str, style: Style) {
        self.push(&text.replace(' ', UNBROKEN), style);
    }

    /// Whether there is nothing in it.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The lines at a width in cells.
    pub fn lines(&self, width: usize) -> Vec<Line<'static>> {
        wrap::wrap(&self.text, width)
            .into_iter()
            .map(|line| self.part(&line))
            .collect()
    }

    /// All of it on one line.
    pub fn line(&self) -> Line<'static> {
        self.part(&(0..self.text.len()))
    }

    fn part(&self, line: &Range<usize>) -> Line<'static> {
        let spans = self.styles.iter().filter_map(|(range, style)| {
            let part = range.start.max(line.start)..range.end.min(line.end);
            let text = (part.start < part.end)
                .then(|| self.text.get(part))
                .flatten()?;
            Some(Span::styled(text.replace(UNBROKEN, " "), *style))
        });
        Line::from(spans.collect::<Vec<_>>())
    }
}

/// Lines below a page that are made only in sight.
#[derive(Clone, Copy)]
pub struct More<'a> {
    /// How many.
    pub count: usize,
    /// The line with this number, from 0; cut where it does not fit.
    pub line: &'a dyn Fn(usize) -> Line<'static>,
}

/// A page laid out. `T` is what a row leads to.
#[derive(Clone, Debug)]
pub struct Page<T> {
    width: usize,
    lines: Vec<Line<'static>>,
    follows: Vec<(T, Range<usize>)>,
}

impl<T: Copy> Page<T> {
    /// An empty page of a width in cells.
    pub const fn new(width: usize) -> Self {
        Self {
            width,
            lines: Vec::new(),
            follows: Vec::new(),
        }
    }

    /// Its width in cells.
    pub const fn width(&self) -> usize {
        self.width
    }

    /// An empty line, unless the page is empty or ends in one.
    pub fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| !line.spans.is_empty()) {
            self.lines.push(Line::default());
        }
    }

    /// A prose, `indent` cells from the left.
    pub fn prose(&mut self, prose: &Prose, indent: usize) {
        for line in prose.lines(self.width.saturating_sub(indent)) {
            self.lines.push(indented(line, indent));
        }
    }

    /// A row of its own, cut rather than wrapped: a line of a chart.
    pub fn row(&mut self, text: &str, style: Style) {
        let row = Line::from(Span::styled(text.to_owned(), style));
        self.lines.push(row);
    }

    /// A label in a column of its own, and a prose beside it; below it when the page is narrow.
    pub fn labelled(&mut self, label: &Span<'static>, column: usize, prose: &Prose) {
        let start = self.lines.len();
        let (indent, first) = self.label(label, column);
        self.prose(prose, indent);
        if let Some(first) = first {
            self.put_label(start, &first, indent);
        }
    }

    /// A labelled prose that leads somewhere.
    pub fn follow(&mut self, label: &Span<'static>, column: usize, prose: &Prose, to: T) {
        let start = self.lines.len();
        let (indent, first) = self.label(label, column);
        let from = self.lines.len();
        self.prose(prose, indent);
        if let Some(first) = first {
            self.put_label(start, &first, indent);
        }
        self.follows.push((to, from..self.lines.len()));
    }

    fn label(&mut self, label: &Span<'static>, column: usize) -> (usize, Option<Span<'static>>) {
        let beside = Self::is_beside(self.width, column);
        let indent = if beside { column } else { 2 };
        if label.content.is_empty() {
            return (indent, None);
        }
        if beside && wrap::width(&label.content) < column.max(1) {
            return (indent, Some(label.clone()));
        }
        self.prose(&Prose::new(&label.content, label.style), 0);
        (indent, None)
    }

    fn put_label(&mut self, row: usize, label: &Span<'static>, column: usize) {
        let Some(line) = self.lines.get_mut(row) else {
            return;
        };
        let text = wrap::cut(&label.content, column.saturating_sub(1), "").into_owned();
        let pad = column.saturating_sub(wrap::width(&text));
        let mut spans = vec![Span::styled(text, label.style), Span::raw(" ".repeat(pad))];
        spans.extend(line.spans.drain(..).skip(1));
        line.spans = spans;
    }

    /// How many lines there are.
    pub const fn len(&self) -> usize {
        self.lines.len()
    }

    /// Whether there is nothing on it.
    pub const fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }

    /// How many rows can be followed.
    pub const fn follow_count(&self) -> usize {
        self.follows.len()
    }

    /// Where the row with this number leads.
    pub fn target(&self, which: usize) -> Option<T> {
        self.follows.get(which).map(|(to, _)| *to)
    }

    /// The lines of the row with this number.
    pub fn rows_of(&self, which: usize) -> Option<Range<usize>> {
        self.follows.get(which).map(|(_, rows)| rows.clone())
    }

    /// The row that can be followed at a line.
    pub fn follow_at(&self, line: usize) -> Option<usize> {
        let last = self.follow_from(line + 1).checked_sub(1)?;
        let (_, rows) = self.follows.get(last)?;
        rows.contains(&line).then_some(last)
    }

    /// The first row that can be followed and begins at a line or after it; one more than the last
    /// when there is none.
    pub fn follow_from(&self, line: usize) -> usize {
        self.follows.partition_point(|(_, rows)| rows.start < line)
    }

    /// Whether a label of a column stands beside its text at this width, rather than above it.
    pub const fn is_beside(width: usize, column: usize) -> bool {
        // Verbs take a broad column, which leaves too little beside it where the page is narrow.
        let beside = if column < 12 { 24 } else { 47 };
        column == 0 || width >= column + beside
    }

    /// Draws the part from `offset` on, with the row `selected` marked, and a scroll bar in the
    /// last column when there is more.
    pub fn draw(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        offset: usize,
        selected: Option<usize>,
    ) {
        let marked = selected.and_then(|which| self.rows_of(which));
        let more = More {
            count: 0,
            line: &|_| Line::default(),
        };
        let marked = marked.unwrap_or_default();
        self.draw_with(area, canvas, (offset, marked), &more);
    }

    /// The same with more lines below, and some lines marked.
    pub fn draw_with(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        (offset, marked): (usize, Range<usize>),
        more: &More<'_>,
    ) {
        let (theme, glyphs) = (canvas.theme, canvas.glyphs);
        let length = self.lines.len() + more.count;
        let text = Rect {
            x: area.x + 2.min(area.width),
            width: area.width.saturating_sub(3).min(self.width as u16),
            ..area
        };
        for (y, at) in (area.top()..area.bottom()).zip(offset..length) {
            let row = Rect {
                y,
                height: 1,
                ..text
            };
            match self.lines.get(at) {
                Some(line) => paint::line(row, canvas, line),
                None => paint::line(row, canvas, &(more.line)(at - self.lines.len())),
            }
            if marked.contains(&at) {
                let row = Rect {
                    x: area.x,
                    y,
                    height: 1,
                    width: (text.width + 2).min(area.width.saturating_sub(1)),
                };
                if at == marked.start {
                    canvas
                        .buf
                        .set_stringn(row.x, y, glyphs.pointer, 1, Style::default());
                }
                canvas.buf.set_style(row, theme.selected);
            }
        }
        scroll::bar(area, canvas, offset, length);
    }
}

fn indented(mut line: Line<'static>, indent: usize) -> Line<'static> {
    line.spans.insert(0, Span::raw(" ".repeat(indent)));
    line
}
