//! Finds entries by their ids, which are kept elsewhere and not a second time here.

use std::hash::{BuildHasher, RandomState};

use super::EntryId;

/// A table of handles, each at a place that follows from its id or a little behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Table {
    /// Positions, counted from 1; 0 in at least half of the slots, which are empty. As many as a
    /// power of two.
    slots: Vec<u32>,
    hasher: RandomState,
}

impl Table {
    /// An empty table for so many ids.
    pub(super) fn with_room(ids: usize) -> Self {
        Self {
            slots: vec![0; (ids * 2).next_power_of_two()],
            hasher: RandomState::new(),
        }
    }

    /// The entry of an id; `is` tells whether an entry has it.
    pub(super) fn find(&self, id: &str, is: impl Fn(EntryId) -> bool) -> Option<EntryId> {
        self.place(id, is)?.1
    }

    /// Adds the entry of an id, unless there is one, which is given back then.
    pub(super) fn add(
        &mut self,
        id: &str,
        entry: EntryId,
        is: impl Fn(EntryId) -> bool,
    ) -> Option<EntryId> {
        let (at, found) = self.place(id, is)?;
        if found.is_none()
            && let Some(slot) = self.slots.get_mut(at)
        {
            *slot = entry.index() as u32 + 1;
        }
        found
    }

    /// The slot of an id with the entry in it, or the empty one that would be its own.
    fn place(&self, id: &str, is: impl Fn(EntryId) -> bool) -> Option<(usize, Option<EntryId>)> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut at = self.hasher.hash_one(id) as usize & mask;
        loop {
            let Some(position) = (*self.slots.get(at)? as usize).checked_sub(1) else {
                return Some((at, None));
            };
            let entry = EntryId::new(position);
            if is(entry) {
                return Some((at, Some(entry)));
            }
            at = (at + 1) & mask;
        }
    }
}
