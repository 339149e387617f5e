//! The rows of one pane, which of them is selected, and which are in sight.

use crate::model::{EntryId, Kind, Strategy};
use crate::organisation::{Leads, OutlineRow};
use crate::ui::list::ListState;

/// What a row stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// The page about the strategy.
    About,
    /// A heading; never selected.
    Heading(String),
    /// An entry.
    Entry(EntryId),
    /// A silence in time, in months; never selected.
    Gap(i32),
    /// A row of the organisation; selected where it leads to an actor.
    Outline(OutlineRow),
}

impl Row {
    pub(super) const fn entry(&self) -> Option<EntryId> {
        match self {
            Self::Entry(id) => Some(*id),
            Self::Outline(row) => match row.leads {
                Leads::To(id) => Some(id),
                _ => None,
            },
            _ => None,
        }
    }

    /// Whether it can be selected.
    const fn is_choice(&self) -> bool {
        matches!(self, Self::About) || self.entry().is_some()
    }
}

/// The entries of some kinds, each kind under its heading.
pub(super) fn by_kind(strategy: &Strategy, kinds: &[Kind]) -> Vec<Row> {
    let mut rows = Vec::new();
    for kind in kinds {
        let entries = strategy.of_kind(*kind);
        if !entries.is_empty() {
            rows.push(Row::Heading(kind.heading().to_owned()));
            rows.extend(entries.iter().map(|id| Row::Entry(*id)));
        }
    }
    rows
}

/// A list with a selection that rests on entries alone.
#[derive(Debug, Default)]
pub(super) struct List {
    rows: Vec<Row>,
    /// The numbers of the rows that are no entries, in order: few, or one for each silence.
    breaks: Vec<usize>,
    state: ListState,
}

impl List {
    /// Takes new rows, keeping the selection on its entry, or as near as can be.
    /// Gives back the old ones.
    pub(super) fn fill(&mut self, rows: Vec<Row>) -> Vec<Row> {
        let before = self.row(self.at()).cloned();
        let old = std::mem::replace(&mut self.rows, rows);
        self.breaks = breaks(&self.rows);
        let again = before.filter(Row::is_choice);
        if again.is_none_or(|row| !self.select_same(&row)) {
            self.state.select(self.nearest(self.at()));
        }
        old
    }

    /// Puts entries below a row, which must be one.
    pub(super) fn insert(&mut self, below: EntryId, entries: &[EntryId]) {
        let Some(at) = self.find(below) else { return };
        let (rows, below) = (entries.iter().map(|id| Row::Entry(*id)), at + 1);
        self.rows.splice(below..below, rows);
        self.shift(at, entries.len().cast_signed());
    }

    /// Takes some entries out from below a row; they stand there, and none of them is selected.
    pub(super) fn remove(&mut self, below: EntryId, count: usize) {
        let Some(at) = self.find(below) else { return };
        let end = (at + 1 + count).min(self.rows.len());
        self.rows.drain(at + 1..end);
        self.shift(at, -count.cast_signed());
    }

    /// The rows below this one have moved.
    fn shift(&mut self, at: usize, by: isize) {
        let moved = self.breaks.iter_mut().filter(|each| **each > at);
        moved.for_each(|each| *each = each.saturating_add_signed(by));
        if self.at() > at {
            self.state.by(by);
        }
    }

    #[cfg(test)]
    pub(super) fn rows(&self) -> &[Row] {
        &self.rows
    }

    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    pub(super) const fn offset(&self) -> usize {
        self.state.offset()
    }

    pub(super) const fn set_offset(&mut self, offset: usize) {
        self.state.set_offset(offset);
    }

    pub(super) const fn at(&self) -> usize {
        self.state.at()
    }

    /// The rows from the first in sight on.
    pub(super) fn visible(&self) -> impl Iterator<Item = (usize, &Row)> {
        self.rows.iter().enumerate().skip(self.offset())
    }

    pub(super) fn row(&self, at: usize) -> Option<&Row> {
        self.rows.get(at)
    }

    /// Whether the page about the strategy is selected.
    pub(super) fn is_about(&self) -> bool {
        self.row(self.at()) == Some(&Row::About)
    }

    /// How many entries are listed.
    pub(super) const fn count(&self) -> usize {
        self.rows.len() - self.breaks.len()
    }

    pub(super) fn selected(&self) -> Option<EntryId> {
        self.rows.get(self.at()).and_then(Row::entry)
    }

    /// Which of the entries is selected, from 1; 0 when there is none.
    pub(super) fn position(&self) -> usize {
        let above = self.breaks.partition_point(|each| *each <= self.at());
        (self.at() + 1).min(self.rows.len()).saturating_sub(above)
    }

    /// The entry next to the selected one.
    pub(super) fn neighbour(&self, forward: bool) -> Option<EntryId> {
        let next = self.next(self.at(), forward)?;
        self.row(next).and_then(Row::entry)
    }

    /// Selects an entry; false when it is not listed.
    pub(super) fn select(&mut self, id: EntryId) -> bool {
        self.select_same(&Row::Entry(id))
    }

    /// Selects the page about the strategy; false when it is not listed.
    pub(super) fn select_about(&mut self) -> bool {
        self.select_same(&Row::About)
    }

    fn select_same(&mut self, row: &Row) -> bool {
        let found = match row.entry() {
            Some(id) => self.rows.iter().position(|other| other.entry() == Some(id)),
            None => self.rows.iter().position(|other| other == row),
        };
        self.state.select(found.unwrap_or(self.at()));
        found.is_some()
    }

    /// Selects the row with this number if it is an entry.
    pub(super) fn select_row(&mut self, at: usize) -> bool {
        let found = self.row(at).is_some_and(Row::is_choice);
        if found {
            self.state.select(at);
        }
        found
    }

    /// Moves by some entries, stopping at the ends; false when it could not move.
    pub(super) fn step(&mut self, by: isize) -> bool {
        let start = self.at();
        self.state.select(start);
        for _ in 0..by.unsigned_abs() {
            match self.next(self.at(), by > 0) {
                Some(next) => self.state.select(next),
                None => break,
            }
        }
        self.at() != start
    }

    pub(super) fn top(&mut self) {
        self.state.select(self.nearest(0));
    }

    pub(super) fn bottom(&mut self) {
        let last = self.rows.len().saturating_sub(1);
        self.state.select(self.nearest(last));
    }

    /// Moves the view, not the selection.
    pub(super) fn wheel(&mut self, by: i16) {
        self.state.wheel(isize::from(by));
    }

    /// Brings the selection, and a heading right above it, into a view of this height.
    pub(super) fn relayout(&mut self, height: usize) {
        let margin = if height > 6 { 2 } else { 0 };
        self.state.relayout(self.rows.len(), height, margin);
        let offset = self.offset();
        let near = offset == 1 || offset == self.at();
        let fits = self.at() < (offset + height).saturating_sub(1);
        let heading = matches!(self.row(offset.saturating_sub(1)), Some(Row::Heading(_)));
        if fits && near && heading && !self.state.is_adrift() {
            self.state.set_offset(offset - 1);
        }
    }

    /// The next row that is an entry.
    fn next(&self, from: usize, forward: bool) -> Option<usize> {
        if forward {
            (from + 1..self.rows.len()).find(|at| self.is_choice(*at))
        } else {
            (0..from).rev().find(|at| self.is_choice(*at))
        }
    }

    fn find(&self, id: EntryId) -> Option<usize> {
        self.rows.iter().position(|row| *row == Row::Entry(id))
    }

    fn is_choice(&self, at: usize) -> bool {
        self.row(at).is_some_and(Row::is_choice)
    }

    fn nearest(&self, at: usize) -> usize {
        let at = at.min(self.rows.len().saturating_sub(1));
        (at..self.rows.len())
            .find(|at| self.is_choice(*at))
            .or_else(|| (0..at).rev().find(|at| self.is_choice(*at)))
            .unwrap_or(0)
    }
}

fn breaks(rows: &[Row]) -> Vec<usize> {
    let rows = rows.iter().enumerate();
    rows.filter(|(_, row)| row.entry().is_none())
        .map(|(at, _)| at)
        .collect()
}
