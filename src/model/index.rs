//! What is asked often, worked out once: ids, kinds, back links, the order of time.

use std::collections::HashMap;

use super::{Entry, EntryId, Kind};
use crate::text::Clean;

/// The tables of a strategy.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ids: HashMap<Clean, EntryId>,
    kinds: Vec<Vec<EntryId>>,
    incoming: Vec<Vec<(EntryId, usize)>>,
    citing: Vec<Vec<EntryId>>,
}

impl Index {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut kinds = vec![Vec::new(); Kind::ALL.len()];
        let mut incoming = vec![Vec::new(); entries.len()];
        let mut citing: Vec<Vec<EntryId>> = vec![Vec::new(); entries.len()];
        for (id, entry) in numbered(entries) {
            if let Some(list) = kinds.get_mut(entry.kind as usize) {
                list.push(id);
            }
            for (which, link) in entry.links.iter().enumerate() {
                if let Some(list) = incoming.get_mut(link.to.index()) {
                    list.push((id, which));
                }
            }
            for cite in entry.all_cites() {
                if let Some(list) = citing.get_mut(cite.source.index())
                    && list.last() != Some(&id)
                {
                    list.push(id);
                }
            }
        }
        if let Some(events) = kinds.get_mut(Kind::Event as usize) {
            events.sort_by_key(|id: &EntryId| {
                entries
                    .get(id.index())
                    .and_then(|e| e.event().map(|f| f.date))
            });
        }
        let ids = numbered(entries).map(|(id, entry)| (entry.id.clone(), id));
        Self {
            ids: ids.collect(),
            kinds,
            incoming,
            citing,
        }
    }

    pub(super) fn by_id(&self, id: &str) -> Option<EntryId> {
        self.ids.get(id).copied()
    }

    pub(super) fn of_kind(&self, kind: Kind) -> &[EntryId] {
        self.kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn incoming(&self, id: EntryId) -> &[(EntryId, usize)] {
        self.incoming.get(id.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn citing(&self, source: EntryId) -> &[EntryId] {
        self.citing.get(source.index()).map_or(&[], Vec::as_slice)
    }
}

fn numbered(entries: &[Entry]) -> impl Iterator<Item = (EntryId, &Entry)> {
    let positions = (0..entries.len()).map(EntryId::new);
    positions.zip(entries)
}
