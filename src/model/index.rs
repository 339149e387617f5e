//! What is asked often, worked out once: ids, kinds, back links, the order of time.

use super::rows::Rows;
use super::table::Table;
use super::{Entry, EntryId, Kind};

/// The tables of a strategy.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ids: Table,
    kinds: Vec<Vec<EntryId>>,
    incoming: Rows<(EntryId, u32)>,
    citing: Rows<EntryId>,
}

impl Index {
    pub(super) fn new(entries: &[Entry], ids: Table) -> Self {
        let mut kinds = vec![Vec::new(); Kind::ALL.len()];
        for (id, entry) in numbered(entries) {
            if let Some(list) = kinds.get_mut(entry.kind as usize) {
                list.push(id);
            }
        }
        if let Some(events) = kinds.get_mut(Kind::Event as usize) {
            events.sort_by_key(|id: &EntryId| {
                entries
                    .get(id.index())
                    .and_then(|e| e.event().map(|f| f.date))
            });
        }
        Self {
            ids,
            kinds,
            incoming: Rows::new(entries.len(), |put| {
                for (id, entry) in numbered(entries) {
                    for (which, link) in entry.links.iter().enumerate() {
                        put(link.to, (id, which as u32));
                    }
                }
            }),
            citing: Rows::new(entries.len(), |put| {
                // Who cited each source last, so that nobody is listed twice.
                let mut last = vec![None; entries.len()];
                for (id, entry) in numbered(entries) {
                    for cite in entry.all_cites() {
                        let last = last.get_mut(cite.source.index());
                        if last.is_some_and(|last| last.replace(id) != Some(id)) {
                            put(cite.source, id);
                        }
                    }
                }
            }),
        }
    }

    pub(super) fn by_id(&self, entries: &[Entry], id: &str) -> Option<EntryId> {
        let is = |entry: EntryId| entries.get(entry.index()).is_some_and(|e| &*e.id == id);
        self.ids.find(id, is)
    }

    pub(super) fn of_kind(&self, kind: Kind) -> &[EntryId] {
        self.kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn incoming(&self, id: EntryId) -> &[(EntryId, u32)] {
        self.incoming.row(id)
    }

    pub(super) fn citing(&self, source: EntryId) -> &[EntryId] {
        self.citing.row(source)
    }
}

fn numbered(entries: &[Entry]) -> impl Iterator<Item = (EntryId, &Entry)> {
    let positions = (0..entries.len()).map(EntryId::new);
    positions.zip(entries)
}
