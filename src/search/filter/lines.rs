//! Many short texts, folded and side by side, with what is known of each before it is read.

use super::letters::Letters;
use crate::text::fold::{Folded, fold_ascii};

/// The matcher's time grows with the product of both lengths, so longer lines are cut.
const MAX_BYTES: usize = 1000;

/// Lines to be searched. They are numbered from 0 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
    /// The letters of each. They are apart because most lines are passed over by them alone.
    sets: Vec<u64>,
    more: Vec<Letters>,
}

impl Lines {
    /// Folds a text and adds it.
    pub fn push(&mut self, text: &str) {
        let start = self.text.len();
        if !fold_ascii(text, &mut self.text) {
            self.text.push_str(Folded::new(text).as_str());
        }
        self.text.truncate(self.boundary(start + MAX_BYTES));
        let added = self.text.get(start..).unwrap_or_default();
        let (set, letters) = Letters::of(added);
        self.sets.push(set);
        self.more.push(letters);
        self.ends.push(self.text.len());
    }

    /// The last end of a character up to a byte.
    fn boundary(&self, most: usize) -> usize {
        (0..=most.min(self.text.len()))
            .rev()
            .find(|&at| self.text.is_char_boundary(at))
            .unwrap_or_default()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A line, folded and cut.
    pub fn text(&self, line: usize) -> &str {
        let start = line.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(line).copied().unwrap_or_default();
        let start = start.copied().unwrap_or_default();
        self.text.get(start..end).unwrap_or_default()
    }

    /// The sets of the letters of some lines.
    pub(super) fn sets(&self, from: usize, to: usize) -> &[u64] {
        self.sets.get(from..to).unwrap_or_default()
    }

    pub(super) fn set(&self, line: usize) -> u64 {
        self.sets.get(line).copied().unwrap_or_default()
    }

    pub(super) fn letters(&self, line: usize) -> Letters {
        self.more.get(line).copied().unwrap_or_default()
    }
}

impl<T: AsRef<str>> Extend<T> for Lines {
    fn extend<I: IntoIterator<Item = T>>(&mut self, texts: I) {
        for text in texts {
            self.push(text.as_ref());
        }
    }
}

impl<T: AsRef<str>> FromIterator<T> for Lines {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut lines = Self::default();
        lines.extend(texts);
        lines
    }
}
