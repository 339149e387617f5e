//! What is asked often, worked out once: ids, kinds, back links, the order of time.

use std::collections::HashMap;

use super::{Entry, EntryId, Kind};
use crate::text::Clean;

/// The tables of a strategy.
#[derive(Clone, Debug, Default)]
pub(super) struct Index {
    ids: HashMap<Clean, EntryId>,
    kinds: Vec<Vec<EntryId>>,
    incoming: Vec<Vec<(EntryId, u32)>>,
    citing: Vec<Vec<EntryId>>,
}

impl Index {
    pub(super) fn new(entries: &[Entry]) -> Self {
        let mut index = Self {
            ids: HashMap::with_capacity(entries.len()),
            kinds: vec![Vec::new(); Kind::ALL.len()],
            incoming: vec![Vec::new(); entries.len()],
            citing: vec![Vec::new(); entries.len()],
        };
        for (position, entry) in entries.iter().enumerate() {
            let id = EntryId::new(position);
            index.ids.insert(entry.id.clone(), id);
            if let Some(list) = index.kinds.get_mut(entry.kind as usize) {
                list.push(id);
            }
            for (which, link) in entry.links.iter().enumerate() {
                if let Some(list) = index.incoming.get_mut(link.to.index()) {
                    list.push((id, which as u32));
                }
            }
            for cite in entry.all_cites() {
                if let Some(list) = index.citing.get_mut(cite.source.index())
                    && list.last() != Some(&id)
                {
                    list.push(id);
                }
            }
        }
        if let Some(events) = index.kinds.get_mut(Kind::Event as usize) {
            events.sort_by_key(|id| {
                entries
                    .get(id.index())
                    .and_then(|e| e.event().map(|f| f.date))
            });
        }
        index
    }

    pub(super) fn by_id(&self, id: &str) -> Option<EntryId> {
        self.ids.get(id).copied()
    }

    pub(super) fn of_kind(&self, kind: Kind) -> &[EntryId] {
        self.kinds.get(kind as usize).map_or(&[], Vec::as_slice)
    }

    pub(super) fn incoming(&self, id: EntryId) -> &[(EntryId, u32)] {
        self.incoming.get(id.index()).map_or(&[], Vec::as_slice)
    }

    pub(super) fn citing(&self, source: EntryId) -> &[EntryId] {
        self.citing.get(source.index()).map_or(&[], Vec::as_slice)
    }
}
