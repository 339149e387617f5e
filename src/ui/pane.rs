//! A pane: one header row with number, title and count, and the rows under it.

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;
use crate::text::wrap;

/// What a header says.
#[derive(Clone, Debug, Default)]
pub struct Header {
    /// The number of the pane, which is the key that leads to it.
    pub number: Option<usize>,
    /// The title.
    pub title: String,
    /// What is selected, when no row is in sight to show it.
    pub aside: String,
    /// Where one is, or how many there are.
    pub count: String,
    /// Whether the pane has the focus.
    pub focused: bool,
}

/// Draws a header: `━ 1 Pillars ━━━━━━ 3 of 8 ━`.
pub fn header(area: Rect, canvas: &mut Canvas<'_>, header: &Header) {
    if area.is_empty() {
        return;
    }
    let (theme, glyphs) = (canvas.theme, canvas.glyphs);
    let (style, rule_style, rule) = if header.focused {
        (
            theme.header_focused,
            theme.rule_focused,
            glyphs.rule_focused,
        )
    } else {
        (theme.header, theme.rule, glyphs.rule)
    };
    paint::rule(area, canvas, rule, rule_style);
    let mut room = Rect {
        x: area.x + 1.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    // In the colour of texts, or the words would take that of the rule below them.
    let aside_style = theme.text.patch(theme.dim);
    if !header.count.is_empty() {
        let count = Line::from(Span::styled(format!(" {} ", header.count), aside_style));
        room = paint::right(room, canvas, &count, 12);
    }
    let mut spans = Vec::new();
    let number = header
        .number
        .map(|number| format!("{number} "))
        .unwrap_or_default();
    spans.push(Span::styled(format!(" {number}{} ", header.title), style));
    if !header.aside.is_empty() {
        // What is cut keeps its blank, or the mark of the cut would touch the count.
        let used = wrap::width(&header.title) + wrap::width(&number) + 4;
        let left = usize::from(room.width).saturating_sub(used);
        let aside = wrap::cut(&header.aside, left, glyphs.more);
        spans.push(Span::styled(format!(" {aside} "), aside_style));
    }
    paint::line(room, canvas, &Line::from(spans));
}

/// Draws a row of a list; a selected one gets a pointer and the style over its whole width.
pub fn row(area: Rect, canvas: &mut Canvas<'_>, line: &Line<'_>, selected: Option<Style>) {
    if area.is_empty() {
        return;
    }
    let text = Rect {
        x: area.x + 2.min(area.width),
        width: area.width.saturating_sub(2),
        ..area
    };
    paint::line(text, canvas, line);
    if let Some(style) = selected {
        canvas.buf.set_stringn(
            area.x,
            area.y,
            canvas.glyphs.pointer,
            usize::from(area.width),
            Style::default(),
        );
        canvas.buf.set_style(Rect { height: 1, ..area }, style);
    }
}
