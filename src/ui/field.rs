//! A field to type into: the part of the text around the cursor, and where the cursor stands.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

use super::canvas::Canvas;
use super::paint;
use crate::text::wrap;

/// What is in the field.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// The text.
    pub text: &'a str,
    /// The cursor, in characters from the start.
    pub cursor: usize,
    /// Whether all of it is selected, so that typing replaces it.
    pub selected: bool,
    /// What stands before it, in two cells.
    pub prompt: &'a str,
    /// What to say while it is empty.
    pub invite: &'a str,
}

/// Draws the field on one row.
pub fn draw(area: Rect, canvas: &mut Canvas<'_>, field: &Field<'_>) {
    let theme = canvas.theme;
    let prompt = Span::styled(field.prompt.to_owned(), theme.key);
    let body = if field.text.is_empty() {
        Span::styled(field.invite.to_owned(), theme.dim)
    } else {
        let shown: String = field.text.chars().skip(skipped(area, field)).collect();
        let style = if field.selected {
            theme.selected_away
        } else {
            theme.text
        };
        Span::styled(shown, style)
    };
    paint::line(area, canvas, &Line::from(vec![prompt, body]));
}

/// The cell of the cursor: the terminal's own, so that an input method opens its window there.
pub fn cursor(area: Rect, field: &Field<'_>) -> Option<Position> {
    if area.is_empty() {
        return None;
    }
    let skip = skipped(area, field);
    let before: String = field
        .text
        .chars()
        .skip(skip)
        .take(field.cursor.saturating_sub(skip))
        .collect();
    let x = area.x.saturating_add(2 + wrap::width(&before) as u16);
    Some(Position::new(x.min(area.right() - 1), area.y))
}

/// How many characters are out of sight on the left so that the cursor is in sight.
fn skipped(area: Rect, field: &Field<'_>) -> usize {
    let room = usize::from(area.width).saturating_sub(3);
    let mut widths: Vec<usize> = field
        .text
        .chars()
        .take(field.cursor)
        .map(|each| wrap::width(each.encode_utf8(&mut [0; 4])))
        .collect();
    let mut total: usize = widths.iter().sum();
    widths.reverse();
    let mut skip = 0;
    while total > room
        && let Some(width) = widths.pop()
    {
        total -= width;
        skip += 1;
    }
    skip
}
