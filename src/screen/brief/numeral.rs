//! The number of a pillar, large, in the margin of a large screen: readable from the last row.

use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use super::Areas;
use crate::env::Env;
use crate::ui::canvas::Canvas;
use crate::ui::glyph::Glyphs;
use crate::ui::paint;

/// Each digit on five rows of three dots, the first row in the highest bits.
const DIGITS: [u16; 10] = [
    0b111_101_101_101_111,
    0b010_110_010_010_111,
    0b111_001_111_100_111,
    0b111_001_111_001_111,
    0b101_101_111_001_001,
    0b111_100_111_001_111,
    0b111_100_111_101_111,
    0b111_001_001_001_001,
    0b111_101_111_101_111,
    0b111_101_111_001_111,
];

/// Cells of a digit with the gap after it; a dot is two cells, which makes it square.
const WIDE: u16 = 8;
const TALL: u16 = 5;

/// Draws a number to the left of the text, where the margin has room for it.
pub(super) fn draw(areas: &Areas, canvas: &mut Canvas<'_>, env: &Env, number: usize) {
    let digits = number.to_string();
    let width = digits.len() as u16 * WIDE;
    let text = areas.text();
    if areas.room.left < width + 8 || text.height < 2 * TALL {
        return;
    }
    let dot = if env.glyphs == Glyphs::ASCII {
        "##"
    } else {
        "██"
    };
    for row in 0..TALL {
        let mut line = String::new();
        for digit in digits.chars().filter_map(|digit| digit.to_digit(10)) {
            let dots = DIGITS.get(digit as usize).copied().unwrap_or(0);
            for column in 0..3 {
                let bit = (TALL - 1 - row) * 3 + (2 - column);
                line.push_str(if dots >> bit & 1 == 1 { dot } else { "  " });
            }
            line.push_str("  ");
        }
        let place = Rect {
            x: text.x - width - 4,
            // Its head is level with the kicker.
            y: text.y.saturating_sub(2) + row,
            width,
            height: 1,
        };
        let line = Line::from(Span::styled(line, env.theme.date));
        paint::line(place.intersection(canvas.buf.area), canvas, &line);
    }
}
