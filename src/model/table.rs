//! Finds entries by their ids, which are kept elsewhere and not a second time here.

use std::hash::{BuildHasher, RandomState};

use super::EntryId;

/// A table of handles, each at a place that follows from its id or a little behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// At least half of them empty; as many as a power of two.
    slots: Vec<Option<Slot>>,
    hasher: RandomState,
}

/// A handle, and enough of the hash of its id to tell most others apart.
#[derive(Clone, Copy, Debug)]
struct Slot {
    entry: EntryId,
    hash: u16,
}

impl Table {
    /// An empty table for so many ids.
    pub(super) fn with_room(ids: usize) -> Self {
        Self {
            slots: vec![None; (ids * 2).next_power_of_two()],
            hasher: RandomState::new(),
        }
    }

    /// The entry of an id; `is` tells whether an entry has it.
    pub(super) fn find(&self, id: &str, is: impl Fn(EntryId) -> bool) -> Option<EntryId> {
        let (_, slot) = self.place(id, is)?;
        slot.map(|slot| slot.entry)
    }

    /// Adds the entry of an id, unless there is one, which is given back then.
    pub(super) fn add(
        &mut self,
        id: &str,
        entry: EntryId,
        is: impl Fn(EntryId) -> bool,
    ) -> Option<EntryId> {
        let hash = self.hash(id);
        let (at, slot) = self.place(id, is)?;
        if let Some(slot) = slot {
            return Some(slot.entry);
        }
        if let Some(slot) = self.slots.get_mut(at) {
            *slot = Some(Slot {
                entry,
                hash: (hash >> 48) as u16,
            });
        }
        None
    }

    fn hash(&self, id: &str) -> u64 {
        self.hasher.hash_one(id)
    }

    /// The slot of an id, or the empty one that would be its own.
    fn place(&self, id: &str, is: impl Fn(EntryId) -> bool) -> Option<(usize, Option<Slot>)> {
        let hash = self.hash(id);
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = hash as usize & mask;
        loop {
            let slot = *self.slots.get(at)?;
            match slot {
                Some(found) if found.hash != (hash >> 48) as u16 || !is(found.entry) => {
                    at = (at + 1) & mask;
                }
                _ => return Some((at, slot)),
            }
        }
    }
}
