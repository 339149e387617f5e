//! Which part of something long is in sight, and the bar that says so.

use ratatui::layout::Rect;

use super::canvas::Canvas;

/// The first row in sight so that `row` is in sight too, moving as little as possible and leaving
/// `margin` rows around it where there is room.
pub fn follow(offset: usize, row: usize, height: usize, length: usize, margin: usize) -> usize {
    if height == 0 {
        return 0;
    }
    let margin = margin.min((height - 1) / 2);
    let least = (row + margin + 1).saturating_sub(height);
    let most = row.saturating_sub(margin);
    offset
        .clamp(least.min(most), most)
        .min(length.saturating_sub(height))
}

/// The furthest offset that still fills the view.
pub const fn limit(length: usize, height: usize) -> usize {
    length.saturating_sub(height)
}

/// Draws the bar in the last column of an area when there is more than fits.
pub fn bar(area: Rect, canvas: &mut Canvas<'_>, offset: usize, length: usize) {
    let height = usize::from(area.height);
    if height == 0 || area.width == 0 || length <= height {
        return;
    }
    let size = (height * height / length).max(1);
    let room = height - size;
    let start = (offset * room + limit(length, height) / 2) / limit(length, height).max(1);
    for row in 0..height {
        let thumb = (start..start + size).contains(&row);
        let symbol = if thumb { canvas.glyphs.thumb } else { " " };
        if let Some(cell) = canvas.buf.cell_mut((area.right() - 1, area.y + row as u16)) {
            cell.set_symbol(symbol).set_style(canvas.theme.rule);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_view_moves_only_when_it_must() {
        assert_eq!(follow(0, 3, 10, 100, 2), 0);
        assert_eq!(follow(0, 9, 10, 100, 2), 2);
        assert_eq!(follow(50, 51, 10, 100, 2), 49);
        assert_eq!(follow(50, 99, 10, 100, 2), 90);
        assert_eq!(follow(5, 0, 1, 3, 2), 0);
        assert_eq!(follow(5, 2, 0, 3, 2), 0);
    }
}
