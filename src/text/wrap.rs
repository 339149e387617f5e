//! Width in cells, line breaking by the rules of Unicode (UAX #14), and cutting to fit.

use std::borrow::Cow;
use std::ops::Range;

/// The width of a text in cells.
pub fn width(_text: &str) -> usize {
    todo!("H-search")
}

/// The lines of a text at a width in cells, as byte ranges without the white space at their ends.
/// A word wider than the line is cut between graphemes. At least one line comes back; a width of 0
/// counts as 1 (a wide character then overflows).
pub fn wrap(_text: &str, _cells: usize) -> Vec<Range<usize>> {
    todo!("H-search")
}

/// The text cut to a width in cells, with `end` as its last cells when something was cut off.
pub fn cut<'a>(_text: &'a str, _cells: usize, _end: &str) -> Cow<'a, str> {
    todo!("H-search")
}
