//! Where everything stands on the screen of a briefing: a pure function of the size.

use ratatui::layout::{Position, Rect, Size};

use crate::brief::{Letters, Setting};

/// From this width on, what is left out stands beside the slide.
const BESIDE: u16 = 160;

/// The areas; what has no room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    /// The bar at the top.
    pub(super) bar: Rect,
    /// The step.
    pub(super) slide: Rect,
    /// The line of progress.
    pub(super) progress: Rect,
    /// The row at the foot.
    pub(super) foot: Rect,
    /// What is left out, over the slide or beside it.
    pub(super) panel: Rect,
}

impl Areas {
    /// Divides a screen. A clean one has no foot: the slide gains its row.
    pub(super) fn of(size: Size, is_clean: bool) -> Self {
        let area = Rect::from((Position::ORIGIN, size));
        let bar = u16::from(area.height >= 3);
        let foot = u16::from(area.height >= 4 && !is_clean);
        let progress = u16::from(area.height >= 9);
        let middle = area.height - bar - foot - progress;
        let rows = |y: u16, height: u16| Rect { y, height, ..area };
        let slide = rows(bar, middle);
        let half = if area.width >= BESIDE {
            area.width / 2
        } else {
            0
        };
        Self {
            bar: rows(0, bar),
            slide,
            progress: rows(bar + middle, progress),
            foot: rows(bar + middle + progress, foot),
            panel: Rect {
                x: area.x + half,
                width: area.width - half,
                ..slide
            },
        }
    }
}

/// How a step is set in an area of the screen.
pub(super) const fn setting(slide: Rect, is_ascii: bool) -> Setting {
    Setting {
        width: slide.width,
        height: slide.height,
        letters: if is_ascii {
            Letters::Spaced
        } else {
            Letters::Block
        },
        large_pillars: false,
    }
}

/// How a step is set on a screen of a size.
pub fn setting_for(size: Size) -> Setting {
    setting(Areas::of(size, false).slide, false)
}
