//! Some lines that lie together, so that a thread can take them as one.

use std::sync::OnceLock;

use super::letters::{self, Letters};
use crate::text::fold::{Folded, fold_ascii};

/// How many lines a block has.
pub(super) const SIZE: usize = 4096;

/// The matcher's time grows with the product of both lengths, so only the beginning of a very long
/// line is matched.
const MOST_BYTES: usize = 1000;

/// As many bytes as a search looks at in one go.
const WINDOW: usize = 32;

/// Up to [`SIZE`] lines, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Block {
    text: String,
    /// Where each line ends.
    ends: Vec<usize>,
    /// The letters of each. They are apart because most lines are passed over by them alone.
    sets: Vec<u64>,
    /// Made when it is first needed, for all of them.
    letters: OnceLock<Vec<Letters>>,
}

impl Block {
    pub(super) fn push(&mut self, text: &str) {
        let start = self.text.len();
        if !fold_ascii(text, &mut self.text) {
            self.text.push_str(Folded::new(text).as_str());
        }
        let added = self.text.get(start..).unwrap_or_default();
        self.sets.push(letters::set(added));
        self.letters.take();
        self.ends.push(self.text.len());
    }

    pub(super) const fn len(&self) -> usize {
        self.ends.len()
    }

    fn start(&self, line: usize) -> usize {
        let start = line.checked_sub(1).and_then(|before| self.ends.get(before));
        start.copied().unwrap_or_default()
    }

    pub(super) fn text(&self, line: usize) -> &str {
        let end = self.ends.get(line).copied().unwrap_or_default();
        self.text.get(self.start(line)..end).unwrap_or_default()
    }

    pub(super) fn head(&self, line: usize) -> &str {
        let text = self.text(line);
        if text.len() <= MOST_BYTES {
            return text;
        }
        let ends = (0..=MOST_BYTES).rev();
        let end = ends.into_iter().find(|&at| text.is_char_boundary(at));
        text.get(..end.unwrap_or_default()).unwrap_or_default()
    }

    /// What is matched of a line with some bytes behind it, and its own length: a search is quicker
    /// where it may read on.
    pub(super) fn window(&self, line: usize) -> (&[u8], usize) {
        let start = self.start(line);
        let len = match self.ends.get(line).map_or(0, |end| end - start) {
            len @ ..=MOST_BYTES => len,
            _ => self.head(line).len(),
        };
        let rest = self.text.as_bytes().get(start..).unwrap_or_default();
        let window = rest.get(..len + WINDOW);
        (window.or_else(|| rest.get(..len)).unwrap_or_default(), len)
    }

    pub(super) fn sets(&self) -> &[u64] {
        &self.sets
    }

    pub(super) fn set(&self, line: usize) -> u64 {
        self.sets.get(line).copied().unwrap_or_default()
    }

    pub(super) fn letters(&self, line: usize) -> Letters {
        self.all_letters().get(line).copied().unwrap_or_default()
    }

    /// What the lines are made of.
    pub(super) fn all_letters(&self) -> &[Letters] {
        self.letters.get_or_init(|| {
            let lines = 0..self.len();
            lines.map(|line| Letters::new(self.text(line))).collect()
        })
    }
}
