//! The hits in a list: which is selected, and which are in sight.

use crate::env::Env;
use crate::model::EntryId;
use crate::search::{Hit, Hits, Told};
use crate::text::Clean;
use crate::ui::list::ListState;
use crate::wording;

/// Hits, explained as far as somebody has looked.
#[derive(Debug, Default)]
pub(super) struct List {
    found: Hits,
    explained: Vec<Hit>,
    /// So many at the front are what an answer rests on: that says why they are here.
    rested_on: usize,
    state: ListState,
}

impl List {
    pub(super) fn new(found: Hits, at: usize) -> Self {
        Self {
            found,
            explained: Vec::new(),
            rested_on: 0,
            state: ListState::new(at),
        }
    }

    /// The same with so many at the front that an answer rests on.
    pub(super) const fn resting_on(mut self, count: usize) -> Self {
        self.rested_on = count;
        self
    }

    /// How many entries match, listed or not.
    pub(super) const fn total(&self) -> usize {
        self.found.total()
    }

    /// Whether there may be more.
    pub(super) const fn is_open(&self) -> bool {
        self.found.is_open()
    }

    /// What to say above the list, in one sentence.
    pub(super) fn told(&self) -> String {
        let told: Vec<String> = self.found.told().iter().map(Told::to_string).collect();
        wording::capital(&told.join("; "))
    }

    pub(super) fn len(&self) -> usize {
        self.found.len()
    }

    pub(super) const fn at(&self) -> usize {
        self.state.at()
    }

    pub(super) const fn offset(&self) -> usize {
        self.state.offset()
    }

    /// The hits from the first in sight on, with their numbers, as far as they fill the list.
    pub(super) fn in_sight(&self) -> impl Iterator<Item = (usize, &Hit)> {
        self.explained.iter().enumerate().skip(self.state.offset())
    }

    pub(super) fn chosen(&self) -> Option<EntryId> {
        self.explained.get(self.state.at()).map(|hit| hit.entry)
    }

    pub(super) fn ids(&self, env: &Env) -> Vec<Clean> {
        let entries = self.found.entries(env.library.corpus());
        entries
            .map(|entry| env.strategy.entry(entry).id.clone())
            .collect()
    }

    /// Selects a hit some rows on; [`List::settle`] is to follow.
    pub(super) const fn by(&mut self, rows: isize) {
        self.state.by(rows);
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
        let again = self.state.at() == hit;
        self.state.select(hit);
        again
    }

    /// Keeps the selection in the list and in sight, in a list of this height, and explains what
    /// is in sight.
    pub(super) fn settle(&mut self, height: usize, env: &Env) {
        let count = self.found.len();
        let at = self.state.at().min(count.saturating_sub(1));
        let known = self.explained.len();
        if known < count && known <= at + height {
            // Some more than are needed, for the next keys.
            let more = known..at + 2 * height + 1;
            let mut hits = self.found.explained(env.library.corpus(), more);
            let own = self.rested_on.saturating_sub(known);
            for hit in hits.iter_mut().take(own) {
                hit.why = None;
            }
            self.explained.extend(hits);
        }
        let explained = &self.explained;
        let lines = |at: usize| explained.get(at).map_or(0, rows);
        self.state.relayout_tall(count, height, lines);
    }
}

/// How many rows a hit takes: one more when it says why it matched.
fn rows(hit: &Hit) -> usize {
    1 + usize::from(hit.why.is_some())
}
