//! How much room a step has on a screen: generous margins, and never so many that nothing fits.

/// Prose is never wider than this many cells, for the eye to find the next line.
const MEASURE: u16 = 92;

/// A step never fills more rows than this: a full wall of text is not read.
const TALLEST: u16 = 40;

/// The part of a body that a step is set in, in cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// From the left edge of the body.
    pub left: u16,
    /// From the top of the body.
    pub top: u16,
    /// Cells across.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

/// The room in a body of this size. A row for the kicker stands above it where there is one to
/// spare; [`Room::top`] counts it.
pub const fn room(width: u16, height: u16) -> Room {
    let margin = match width {
        0..30 => 0,
        30..50 => 2,
        50..70 => 4,
        _ => 7,
    };
    let inner = width.saturating_sub(2 * margin);
    let text = if inner > MEASURE { MEASURE } else { inner };
    let top = match height {
        0..7 => 0,
        7..13 => 1,
        13..19 => 2,
        19..30 => 3,
        30..44 => 5,
        _ => 7,
    };
    let below = match height {
        0..13 => 0,
        13..30 => 1,
        _ => 2,
    };
    let rows = height.saturating_sub(top + below);
    Room {
        left: (width - text) / 2,
        top,
        width: text,
        height: if rows > TALLEST { TALLEST } else { rows },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_room_stays_within_its_body_and_is_empty_only_with_it() {
        for width in 0..240 {
            for height in 0..90 {
                let room = room(width, height);
                assert!(room.left + room.width <= width);
                assert!(room.top + room.height <= height);
                assert_eq!(room.width == 0, width == 0);
                assert_eq!(room.height == 0, height == 0);
            }
        }
    }
}
