//! The one frame there is: around an overlay.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;

/// Clears an area, draws a frame with a title and returns the room inside. A frame that would take
/// most of a tiny screen is left out.
pub fn frame(area: Rect, canvas: &mut Canvas<'_>, title: &str) -> Rect {
    let (theme, glyphs) = (canvas.theme, canvas.glyphs);
    paint::clear(area, canvas, theme.ground.patch(theme.text));
    if area.width < 8 || area.height < 5 {
        return area;
    }
    let [across, down] = glyphs.sides;
    let (left, right) = (area.left(), area.right() - 1);
    let (top, bottom) = (area.top(), area.bottom() - 1);
    for y in [top, bottom] {
        paint::rule(
            Rect {
                y,
                height: 1,
                ..area
            },
            canvas,
            across,
            theme.frame,
        );
    }
    for y in top..=bottom {
        for x in [left, right] {
            if let Some(cell) = canvas.buf.cell_mut((x, y)) {
                cell.set_symbol(down).set_style(theme.frame);
            }
        }
    }
    let spots = [(left, top), (right, top), (left, bottom), (right, bottom)];
    for (spot, corner) in spots.into_iter().zip(glyphs.corners) {
        if let Some(cell) = canvas.buf.cell_mut(spot) {
            cell.set_symbol(corner).set_style(theme.frame);
        }
    }
    let room = Rect {
        x: left + 2,
        width: area.width - 4,
        height: 1,
        ..area
    };
    paint::line(
        room,
        canvas,
        &Line::from(Span::styled(format!(" {title} "), theme.header_focused)),
    );
    inside(area)
}

/// The room inside a frame.
pub const fn inside(area: Rect) -> Rect {
    if area.width < 8 || area.height < 5 {
        return area;
    }
    Rect {
        x: area.x + 2,
        y: area.y + 1,
        width: area.width - 4,
        height: area.height - 2,
    }
}
