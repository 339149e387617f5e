//! Where everything stands: a pure function of the size and of what is focused.

use ratatui::layout::{Rect, Size};

/// How many panes are in the stack.
pub const PANES: usize = 6;

/// The three layouts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// 110 columns and more: a broad stack beside the detail.
    Wide,
    /// 60 to 109 columns: a narrow stack beside the detail.
    Medium,
    /// Fewer than 60 columns or 16 rows: the list or the detail, never both.
    Single,
}

impl Shape {
    /// The layout for a size.
    pub const fn of(size: Size) -> Self {
        match (size.width, size.height) {
            (0..60, _) | (_, 0..16) => Self::Single,
            (60..110, _) => Self::Medium,
            _ => Self::Wide,
        }
    }
}

/// What the layout has to know of the state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The focused pane, from 0.
    pub pane: usize,
    /// Whether the detail has the focus rather than the pane.
    pub on_detail: bool,
    /// Whether what has the focus has the whole screen.
    pub zoomed: bool,
    /// How many rows each pane would like.
    pub wanted: [usize; PANES],
}

/// A header row and what stands under it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PaneArea {
    /// The header: one row, or none.
    pub header: Rect,
    /// The content.
    pub body: Rect,
}

impl PaneArea {
    fn split(area: Rect) -> Self {
        let header = Rect {
            height: area.height.min(1),
            ..area
        };
        let body = Rect {
            y: area.y.saturating_add(header.height),
            height: area.height - header.height,
            ..area
        };
        Self { header, body }
    }

    /// Both together.
    pub fn whole(self) -> Rect {
        self.header.union(self.body)
    }
}

/// The areas of the explore screen; what is not shown is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Explore {
    /// The bar at the top.
    pub bar: Rect,
    /// The stack of panes.
    pub panes: [PaneArea; PANES],
    /// The line between stack and detail.
    pub divide: Rect,
    /// The entry in full.
    pub detail: PaneArea,
    /// The hints at the bottom.
    pub hints: Rect,
}

/// Divides the screen.
pub fn explore(area: Rect, view: View) -> Explore {
    let shape = Shape::of(area.as_size());
    let mut out = Explore::default();
    if area.is_empty() {
        return out;
    }
    let (bar, body, hints) = bars(area);
    out.bar = bar;
    out.hints = hints;
    if view.zoomed || shape == Shape::Single {
        let whole = PaneArea::split(body);
        if view.on_detail {
            out.detail = whole;
        } else if let Some(pane) = out.panes.get_mut(view.pane) {
            *pane = whole;
        }
        return out;
    }
    let left = match shape {
        Shape::Wide => (body.width * 2 / 5).clamp(44, 62),
        _ => (body.width * 2 / 5).clamp(26, 44),
    };
    let stack = Rect {
        width: left,
        ..body
    };
    out.divide = Rect {
        x: body.x + left,
        width: 1,
        ..body
    };
    out.detail = PaneArea::split(Rect {
        x: body.x + left + 1,
        width: body.width - left - 1,
        ..body
    });
    let mut y = stack.y;
    for (pane, rows) in out.panes.iter_mut().zip(heights(stack.height, view)) {
        *pane = PaneArea::split(Rect {
            y,
            height: rows,
            ..stack
        });
        y += rows;
    }
    out
}

/// The bar at the top and the hints at the bottom, and what is left between them. On the smallest
/// screens the hints go first, then the bar.
pub fn bars(area: Rect) -> (Rect, Rect, Rect) {
    let top = u16::from(area.height >= 2);
    let bottom = u16::from(area.height >= 4);
    let bar = Rect {
        height: top,
        ..area
    };
    let body = Rect {
        y: area.y + top,
        height: area.height - top - bottom,
        ..area
    };
    let hints = Rect {
        y: area.y + area.height - bottom,
        height: bottom,
        ..area
    };
    (bar, body, hints)
}

/// The height of each pane with its header: every pane keeps its header and a few rows, the focused
/// one gets what it wants, and what is left over goes round the others.
fn heights(height: u16, view: View) -> [u16; PANES] {
    let total = usize::from(height);
    let few = (total.saturating_sub(14) / 10).min(4);
    let mut rows = [0; PANES];
    let mut left = total.saturating_sub(PANES);
    for (at, (row, &wanted)) in rows.iter_mut().zip(&view.wanted).enumerate() {
        if at != view.pane {
            *row = few.min(wanted);
            left = left.saturating_sub(*row);
        }
    }
    if let (Some(row), Some(&wanted)) = (rows.get_mut(view.pane), view.wanted.get(view.pane)) {
        *row = wanted.min(left);
        left -= *row;
    }
    while left > 0 {
        let mut given = false;
        for (row, &wanted) in rows.iter_mut().zip(&view.wanted) {
            if left > 0 && *row < wanted {
                *row += 1;
                left -= 1;
                given = true;
            }
        }
        if !given {
            break;
        }
    }
    if let Some(last) = rows.last_mut() {
        *last += left;
    }
    rows.map(|row| u16::try_from(row + 1).unwrap_or(u16::MAX))
}

/// A box in the middle, at most this large. Where only a sliver would be left beside it, it takes all.
pub fn overlay(area: Rect, width: u16, height: u16) -> Rect {
    let fit = |room: u16, wish: u16, sliver: u16| {
        if room >= wish.saturating_add(2 * sliver) {
            wish
        } else {
            room
        }
    };
    let width = fit(area.width, width, 6);
    let height = fit(area.height, height, 2);
    Rect {
        x: area.x + (area.width - width) / 2,
        y: area.y + (area.height - height) / 2,
        width,
        height,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(pane: usize) -> View {
        View {
            pane,
            on_detail: false,
            zoomed: false,
            wanted: [13, 60, 90, 20, 50, 70],
        }
    }

    #[test]
    fn the_focused_pane_is_tall_and_every_header_is_in_sight() {
        for height in 16..80 {
            let out = explore(Rect::new(0, 0, 100, height), view(2));
            assert!(
                out.panes.iter().all(|pane| pane.header.height == 1),
                "{height}"
            );
            let focused = out.panes[2].body.height;
            assert!(
                out.panes.iter().all(|pane| pane.body.height <= focused),
                "{height}"
            );
            let sum: u16 = out.panes.iter().map(|pane| pane.whole().height).sum();
            assert_eq!(sum, height - 2);
        }
    }

    #[test]
    fn a_pane_that_needs_little_leaves_room_to_the_others() {
        let out = explore(Rect::new(0, 0, 160, 45), view(0));
        assert_eq!(out.panes[0].body.height, 13);
        assert!(out.panes[1].body.height >= 4);
    }

    #[test]
    fn no_area_leaves_the_screen_at_any_size() {
        for width in 0..130 {
            for height in 0..50 {
                for (zoomed, on_detail) in
                    [(false, false), (false, true), (true, false), (true, true)]
                {
                    let area = Rect::new(0, 0, width, height);
                    let out = explore(
                        area,
                        View {
                            on_detail,
                            zoomed,
                            ..view(1)
                        },
                    );
                    let all = out
                        .panes
                        .iter()
                        .chain([&out.detail])
                        .map(|pane| pane.whole());
                    for part in all.chain([out.bar, out.hints, out.divide]) {
                        assert_eq!(part.intersection(area), part, "{width}x{height}");
                    }
                    let boxed = overlay(area, 80, 20);
                    assert_eq!(boxed.intersection(area), boxed);
                }
            }
        }
    }
}
