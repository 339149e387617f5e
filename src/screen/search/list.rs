//! The hits in a list: which is selected, and which are in sight.

use crate::env::Env;
use crate::model::EntryId;
use crate::search::{Hit, Hits};
use crate::text::Clean;

/// Hits, explained as far as somebody has looked.
#[derive(Debug, Default)]
pub(super) struct List {
    found: Hits,
    explained: Vec<Hit>,
    at: usize,
    offset: usize,
}

impl List {
    pub(super) fn new(found: Hits, at: usize) -> Self {
        Self {
            found,
            explained: Vec::new(),
            at,
            offset: 0,
        }
    }

    /// How many entries match, listed or not.
    pub(super) const fn total(&self) -> usize {
        self.found.total()
    }

    /// Whether there may be more.
    pub(super) const fn is_open(&self) -> bool {
        self.found.is_open()
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) const fn at(&self) -> usize {
        self.at
    }

    pub(super) const fn offset(&self) -> usize {
        self.offset
    }

    /// The hits from the first in sight on, with their numbers, as far as they fill the list.
    pub(super) fn in_sight(&self) -> impl Iterator<Item = (usize, &Hit)> {
        self.explained.iter().enumerate().skip(self.offset)
    }

    pub(super) fn chosen(&self) -> Option<EntryId> {
        self.explained.get(self.at).map(|hit| hit.entry)
    }

    pub(super) fn ids(&self, env: &Env) -> Vec<Clean> {
        let entries = self.found.entries(env.corpus.corpus());
        entries
            .map(|entry| env.strategy.entry(entry).id.clone())
            .collect()
    }

    /// Selects a hit some rows on; [`List::settle`] is to follow.
    pub(super) const fn by(&mut self, rows: isize) {
        self.at = self.at.saturating_add_signed(rows);
    }

    /// Selects the hit at a row of the list; whether it was selected already.
    pub(super) fn point(&mut self, row: usize) -> bool {
        let mut top = 0;
        let hit = self.in_sight().find(|(_, hit)| {
            top += rows(hit);
            row < top
        });
        let Some((hit, _)) = hit else {
            return false;
        };
        std::mem::replace(&mut self.at, hit) == hit
    }

    /// Keeps the selection in the list and in sight, in a list of this height, and explains what
    /// is in sight.
    pub(super) fn settle(&mut self, height: usize, env: &Env) {
        self.at = self.at.min(self.found.len().saturating_sub(1));
        self.offset = self.offset.min(self.at);
        let known = self.explained.len();
        if known < self.found.len() && known <= self.at + height {
            // Some more than are needed, for the next keys.
            let more = known..self.at + 2 * height + 1;
            let hits = self.found.explained(env.corpus.corpus(), more);
            self.explained.extend(hits);
        }
        while self.offset < self.at {
            let part = self.explained.get(self.offset..=self.at);
            if part.unwrap_or_default().iter().map(rows).sum::<usize>() <= height {
                break;
            }
            self.offset += 1;
        }
    }
}

/// How many rows a hit takes: one more when it says why it matched.
fn rows(hit: &Hit) -> usize {
    1 + usize::from(hit.why.is_some())
}
