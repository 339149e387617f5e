//! Putting styled text on cells, cut to fit and never outside its area.

use std::borrow::Cow;

use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use crate::text::{mark, wrap};

/// Draws a line at the top left of an area, cut with a mark where it does not fit.
pub fn line(area: Rect, canvas: &mut Canvas<'_>, line: &Line<'_>) {
    if area.is_empty() {
        return;
    }
    let room = usize::from(area.width);
    let mut x = area.x;
    let mut left = room;
    let total: usize = line
        .spans
        .iter()
        .map(|span| wrap::width(&span.content))
        .sum();
    for span in &line.spans {
        let width = wrap::width(&span.content);
        let last_that_fits = total > room && width >= left;
        let text = if last_that_fits {
            Cow::Owned(cut_with_more(&span.content, left, canvas.glyphs.more))
        } else {
            Cow::Borrowed(span.content.as_ref())
        };
        (x, _) =
            canvas
                .buf
                .set_stringn(x, area.y, text.as_ref(), left, line.style.patch(span.style));
        left = usize::from(area.right().saturating_sub(x));
        if left == 0 || last_that_fits {
            break;
        }
    }
}

/// Draws a line against the right edge of an area and returns what is left of the area; draws
/// nothing when less than `keep` cells would be left.
pub fn right(area: Rect, canvas: &mut Canvas<'_>, line: &Line<'_>, keep: u16) -> Rect {
    let width = line
        .spans
        .iter()
        .map(|span| wrap::width(&span.content))
        .sum::<usize>();
    let Ok(width) = u16::try_from(width) else {
        return area;
    };
    if area.height == 0 || width == 0 || area.width < width.saturating_add(keep) {
        return area;
    }
    canvas
        .buf
        .set_line(area.right() - width, area.y, line, width);
    Rect {
        width: area.width - width,
        ..area
    }
}

/// Repeats a symbol of one cell along a row.
pub fn rule(area: Rect, canvas: &mut Canvas<'_>, symbol: &str, style: Style) {
    for x in area.left()..area.right() {
        if let Some(cell) = canvas.buf.cell_mut((x, area.y)) {
            cell.set_symbol(symbol).set_style(style);
        }
    }
}

/// Fills an area with blanks of a style. A wide character that would straddle an edge is blanked
/// whole, or the terminal would draw half of it over what stands beside.
pub fn clear(area: Rect, canvas: &mut Canvas<'_>, style: Style) {
    for y in area.top()..area.bottom() {
        if area.left() > canvas.buf.area.left()
            && let Some(cell) = canvas.buf.cell_mut((area.left() - 1, y))
            && wrap::width(cell.symbol()) > 1
        {
            cell.set_symbol(" ");
        }
        for x in area.left()..area.right() {
            if let Some(cell) = canvas.buf.cell_mut((x, y)) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }
}

/// The spans of a text with its marked bytes in another style.
pub fn marked(
    text: &str,
    marks: &[std::ops::Range<usize>],
    plain: Style,
    mark: Style,
) -> Vec<Span<'static>> {
    mark::runs(0..text.len(), marks)
        .into_iter()
        .filter_map(|(range, is_marked)| {
            let style = if is_marked { plain.patch(mark) } else { plain };
            Some(Span::styled(text.get(range)?.to_owned(), style))
        })
        .collect()
}

/// A text that must end in the mark of what follows, since more of the line is lost after it.
fn cut_with_more(text: &str, cells: usize, more: &str) -> String {
    let room = cells.saturating_sub(wrap::width(more));
    if wrap::width(text) <= room {
        return format!("{text}{more}");
    }
    let cut = wrap::cut(text, room, "");
    format!("{}{more}", cut.trim_end())
}
