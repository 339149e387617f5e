//! Titles in block letters of four cells by four.

use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::Widget;
use tui_big_text::{BigText, PixelSize};

use super::canvas::Canvas;

/// Rows of a line of block letters.
pub const ROWS: u16 = 4;

/// Draws a text in block letters from the top left of an area on, cut where it ends.
pub fn draw(area: Rect, canvas: &mut Canvas<'_>, text: &str, style: Style) {
    let area = area.intersection(canvas.buf.area);
    if area.is_empty() {
        return;
    }
    // A line under block letters would be one under each of their rows.
    let style = style.remove_modifier(Modifier::UNDERLINED);
    BigText::builder()
        .pixel_size(PixelSize::Quadrant)
        .style(style)
        .lines(vec![Line::from(text)])
        .build()
        .render(area, canvas.buf);
}
