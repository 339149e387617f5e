//! Where everything stands on the screen of a briefing: a pure function of the size.

use ratatui::layout::{Position, Rect, Size};

use crate::brief::{Room, room};

/// The areas; what has no room is empty.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Areas {
    /// The bar at the top.
    pub(super) bar: Rect,
    /// The step.
    pub(super) body: Rect,
    /// The room in the body that the step is set in.
    pub(super) room: Room,
    /// The speaker's note.
    pub(super) notes: Rect,
    /// The line of progress.
    pub(super) progress: Rect,
    /// One or two rows at the foot.
    pub(super) foot: Rect,
}

impl Areas {
    /// Divides a screen; `notes` rows are wanted for the note, and it gets half of what there is
    /// at most.
    pub(super) fn of(size: Size, notes: usize) -> Self {
        let area = Rect::from((Position::ORIGIN, size));
        let bar = u16::from(area.height >= 5);
        let foot = match area.height {
            0..3 => 0,
            3..12 => 1,
            _ => 2,
        };
        let progress = u16::from(area.height >= 9);
        let middle = area.height - bar - foot - progress;
        let notes = u16::try_from(notes).unwrap_or(u16::MAX).min(middle / 2);
        let rows = |y: u16, height: u16| Rect { y, height, ..area };
        let body = rows(bar, middle - notes);
        Self {
            bar: rows(0, bar),
            body,
            room: room(body.width, body.height),
            notes: rows(bar + body.height, notes),
            progress: rows(bar + middle, progress),
            foot: rows(bar + middle + progress, foot),
        }
    }

    /// The cells of the room on the screen.
    pub(super) const fn text(&self) -> Rect {
        Rect {
            x: self.body.x + self.room.left,
            y: self.body.y + self.room.top,
            width: self.room.width,
            height: self.room.height,
        }
    }
}

/// The room that a step has on a screen of a size, without notes.
pub fn room_on(size: Size) -> Room {
    Areas::of(size, 0).room
}
