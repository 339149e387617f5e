//! Many short texts, folded and side by side, with what is known of each before it is read.

use super::block::{Block, SIZE};
use super::letters::Letters;
use super::parallel::in_order;

/// Lines to be searched. They are numbered from 0 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    /// All full but the last.
    blocks: Vec<Block>,
}

impl Lines {
    /// The lines of a text.
    pub fn of(text: &str) -> Self {
        Self::from_all(&text.lines().collect::<Vec<_>>())
    }

    /// Folds many texts by as many threads as the machine has.
    pub fn from_all<T: AsRef<str> + Sync>(texts: &[T]) -> Self {
        let blocks = in_order(texts.chunks(SIZE), |part| {
            let mut block = Block::default();
            for text in part {
                block.push(text.as_ref());
            }
            block
        });
        Self { blocks }
    }

    /// Makes now what would be made with the first queries, so that those are as quick as others.
    pub fn prepare(&self) {
        in_order(self.blocks.iter(), |block| {
            block.all_letters();
        });
    }

    /// Folds a text and adds it.
    pub fn push(&mut self, text: &str) {
        match self.blocks.last_mut() {
            Some(last) if last.len() < SIZE => last.push(text),
            _ => {
                let mut block = Block::default();
                block.push(text);
                self.blocks.push(block);
            }
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        let last = self.blocks.last().map_or(0, Block::len);
        self.blocks.len().saturating_sub(1) * SIZE + last
    }

    /// Whether there are none.
    pub const fn is_empty(&self) -> bool {
        self.blocks.is_empty()
    }

    /// A line, folded.
    pub fn text(&self, line: usize) -> &str {
        self.block(line / SIZE)
            .map_or("", |block| block.text(line % SIZE))
    }

    /// What is matched of a line: all of it, unless it is very long.
    pub fn head(&self, line: usize) -> &str {
        self.block(line / SIZE)
            .map_or("", |block| block.head(line % SIZE))
    }

    /// The set of the letters of a line.
    pub(in crate::search) fn set(&self, line: usize) -> u64 {
        self.block(line / SIZE)
            .map_or(0, |block| block.set(line % SIZE))
    }

    pub(in crate::search) fn letters(&self, line: usize) -> Letters {
        self.block(line / SIZE)
            .map(|block| block.letters(line % SIZE))
            .unwrap_or_default()
    }

    pub(super) fn block(&self, nth: usize) -> Option<&Block> {
        self.blocks.get(nth)
    }

    pub(super) const fn blocks(&self) -> usize {
        self.blocks.len()
    }
}

impl<T: AsRef<str>> FromIterator<T> for Lines {
    fn from_iter<I: IntoIterator<Item = T>>(texts: I) -> Self {
        let mut lines = Self::default();
        for text in texts {
            lines.push(text.as_ref());
        }
        lines
    }
}
