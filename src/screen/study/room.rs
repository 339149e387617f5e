//! Where a card lies on the screen.

use ratatui::layout::Rect;

use crate::ui::layout;

/// Cards are never wider than this many cells.
const MEASURE: u16 = 88;

/// The room for the card: under the bar and the header, over the hints, in the middle of a wide
/// screen, with some air above where there is room.
pub(super) fn body(area: Rect) -> Rect {
    let (_, body, _) = layout::bars(area);
    let head = 1.min(body.height);
    let air = u16::from(body.height >= 16) + u16::from(body.height >= 30);
    let width = body.width.min(MEASURE);
    Rect {
        x: body.x + (body.width - width) / 2,
        y: body.y + head + air,
        width,
        height: body.height - head - air,
    }
}
