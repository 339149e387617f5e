//! What is said of brackets that do not match.

use std::ops::Range;

use crate::model::Problem;
use crate::model::problem::Place;

/// The bracket that closes a bracket.
pub(super) const fn closes(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// A bracket that closes another one than is open; `open` is that one, and where it stands.
pub(super) fn mismatched(
    text: &str,
    open: (u8, usize),
    bracket: u8,
    span: Range<usize>,
) -> Problem {
    let (opened, found) = (char::from(open.0), char::from(bracket));
    let needed = char::from(closes(open.0));
    let open = open.1;
    Problem::error(span, format!("expected `{needed}`, found `{found}`"))
        .label(format!("does not close the `{opened}`"))
        .help(format!(
            "close the `{opened}` of {} with `{needed}` first",
            Place::of(text, open)
        ))
        .other(open..open + 1, "opened here")
}

/// A bracket that closes what was never opened.
pub(super) fn surplus(bracket: u8, span: Range<usize>) -> Problem {
    let found = char::from(bracket);
    Problem::error(span, format!("this `{found}` closes nothing")).help("take it out")
}

/// A bracket that is still open at the end.
pub(super) fn unclosed(bracket: u8, open: usize) -> Problem {
    let (opened, needed) = (char::from(bracket), char::from(closes(bracket)));
    Problem::error(open..open + 1, format!("this `{opened}` is never closed"))
        .help(format!("add the `{needed}` that belongs to it"))
}
