//! Marked runs of a text, for highlights.

use std::ops::Range;

/// Cuts a part of a text (`line`, in bytes) into runs, each marked or not. `marks` are byte ranges
/// of the whole text, sorted or not, overlapping or not. Runs cover the part exactly, in order, and no run is empty.
pub fn runs(_line: Range<usize>, _marks: &[Range<usize>]) -> Vec<(Range<usize>, bool)> {
    todo!("H-search")
}
