//! Text folded for matching, with the way back to the original characters.

use std::ops::Range;

/// A folded text and, for each of its bytes, where in the original it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
}

impl Folded {
    /// Folds a text: case, accents, width, hiragana and katakana, combining marks.
    pub fn new(_text: &str) -> Self {
        todo!("H-search")
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of bytes of the folded text stands for, widened to
    /// whole characters.
    pub fn original(&self, _range: Range<usize>) -> Range<usize> {
        todo!("H-search")
    }
}
