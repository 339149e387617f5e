//! What is kept of a search that was closed.

use crate::model::Kind;
use crate::text::Clean;

/// A search that was closed: brought back when it is opened again, and walked by `n` and `N`.
#[derive(Clone, Debug, Default)]
pub struct SearchMemory {
    pub(super) query: String,
    pub(super) scope: Option<Kind>,
    pub(super) hits: Vec<Clean>,
    pub(super) at: usize,
}

impl SearchMemory {
    /// Steps to the next hit or the one before, round the list; its id, and its place from 1.
    pub fn step(&mut self, forward: bool) -> Option<(Clean, usize, usize)> {
        let count = self.hits.len();
        self.at = (self.at + if forward { 1 } else { count.max(1) - 1 }) % count.max(1);
        Some((self.hits.get(self.at)?.clone(), self.at + 1, count))
    }
}
