//! A row of a pane: light, so that a list of thousands costs nothing until it is drawn.

use crate::model::{EntryId, Kind, Strategy};

/// What a row stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Row {
    /// A heading; never selected.
    Heading(&'static str),
    /// An entry.
    Entry(EntryId),
    /// A silence in time, in months; never selected.
    Gap(i32),
}

impl Row {
    pub(super) const fn entry(self) -> Option<EntryId> {
        match self {
            Self::Entry(id) => Some(id),
            _ => None,
        }
    }
}

/// The entries of some kinds, each kind under its heading.
pub(super) fn by_kind(strategy: &Strategy, kinds: &[Kind]) -> Vec<Row> {
    let mut rows = Vec::new();
    for kind in kinds {
        let entries = strategy.of_kind(*kind);
        if !entries.is_empty() {
            rows.push(Row::Heading(kind.heading()));
            rows.extend(entries.iter().map(|id| Row::Entry(*id)));
        }
    }
    rows
}
