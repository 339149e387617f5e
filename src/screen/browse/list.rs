//! The rows of one pane, which of them is selected, and which are in sight.

use super::row::Row;
use crate::env::Env;
use crate::model::{EntryId, Kind};
use crate::ui::scroll;

/// A list with a selection that rests on entries alone.
#[derive(Debug, Default)]
pub(super) struct List {
    rows: Vec<Row>,
    at: usize,
    offset: usize,
    /// The wheel has moved the view away from the selection.
    adrift: bool,
}

impl List {
    /// Takes new rows, keeping the selection on its entry, or as near as can be.
    pub(super) fn fill(&mut self, rows: Vec<Row>) {
        let before = self.selected();
        self.rows = rows;
        if before.is_none_or(|id| !self.select(id)) {
            self.at = self.nearest(self.at);
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) const fn offset(&self) -> usize {
        self.offset
    }

    pub(super) const fn set_offset(&mut self, offset: usize) {
        self.offset = offset;
    }

    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// The rows from the first in sight on.
    pub(super) fn visible(&self) -> impl Iterator<Item = (usize, Row)> {
        self.rows.iter().copied().enumerate().skip(self.offset)
    }

    pub(super) fn row(&self, at: usize) -> Option<Row> {
        self.rows.get(at).copied()
    }

    pub(super) fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.rows.iter().filter_map(|row| row.entry())
    }

    pub(super) fn selected(&self) -> Option<EntryId> {
        self.rows.get(self.at).and_then(|row| row.entry())
    }

    /// Which of the entries that `counts` takes is selected, from 1, and how many of them there are.
    pub(super) fn position(&self, counts: impl Fn(EntryId) -> bool) -> (usize, usize) {
        let count = |rows: &[Row]| {
            rows.iter()
                .filter(|row| row.entry().is_some_and(&counts))
                .count()
        };
        (
            count(self.rows.get(..=self.at).unwrap_or_default()),
            count(&self.rows),
        )
    }

    /// Selects an entry; false when it is not listed.
    pub(super) fn select(&mut self, id: EntryId) -> bool {
        let found = self.rows.iter().position(|row| *row == Row::Entry(id));
        self.adrift = false;
        if let Some(at) = found {
            self.at = at;
        }
        found.is_some()
    }

    /// Selects the row with this number if it is an entry.
    pub(super) fn select_row(&mut self, at: usize) -> bool {
        let found = self.row(at).and_then(Row::entry).is_some();
        if found {
            self.at = at;
        }
        found
    }

    /// The first pillar rather than the first goal: it is what people come for.
    pub(super) fn skip_to_pillars(&mut self, env: &Env) {
        if let Some(first) = env.strategy.of_kind(Kind::Pillar).first() {
            self.select(*first);
        }
    }

    /// Moves by some entries, stopping at the ends; false when it could not move.
    pub(super) fn step(&mut self, by: isize) -> bool {
        self.adrift = false;
        let start = self.at;
        for _ in 0..by.unsigned_abs() {
            let next = if by > 0 {
                (self.at + 1..self.rows.len()).find(|at| self.is_entry(*at))
            } else {
                (0..self.at).rev().find(|at| self.is_entry(*at))
            };
            match next {
                Some(next) => self.at = next,
                None => break,
            }
        }
        self.at != start
    }

    pub(super) fn top(&mut self) {
        self.adrift = false;
        self.at = self.nearest(0);
    }

    pub(super) fn bottom(&mut self) {
        self.adrift = false;
        self.at = self.nearest(self.rows.len().saturating_sub(1));
    }

    /// Moves the view, not the selection.
    pub(super) fn wheel(&mut self, by: i16) {
        self.adrift = true;
        self.offset = self.offset.saturating_add_signed(isize::from(by));
    }

    /// Brings the selection, and a heading right above it, into a view of this height.
    pub(super) fn settle(&mut self, height: usize) {
        if self.adrift {
            self.offset = self.offset.min(scroll::limit(self.rows.len(), height));
            return;
        }
        let margin = if height > 6 { 2 } else { 0 };
        self.offset = scroll::follow(self.offset, self.at, height, self.rows.len(), margin);
        let near = self.offset == 1 || self.offset == self.at;
        if height > 2
            && near
            && matches!(
                self.row(self.offset.saturating_sub(1)),
                Some(Row::Heading(_))
            )
        {
            self.offset -= 1;
        }
    }

    fn is_entry(&self, at: usize) -> bool {
        self.row(at).and_then(Row::entry).is_some()
    }

    fn nearest(&self, at: usize) -> usize {
        let at = at.min(self.rows.len().saturating_sub(1));
        (at..self.rows.len())
            .find(|at| self.is_entry(*at))
            .or_else(|| (0..at).rev().find(|at| self.is_entry(*at)))
            .unwrap_or(0)
    }
}
