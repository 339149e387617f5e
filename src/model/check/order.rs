//! Entries stand in the order of the kinds, in whatever order the file has its lists.

use super::Checker;
use crate::model::{Entry, EntryId, Kind};

impl Checker<'_> {
    /// Puts the lists into the order of the kinds.
    pub(super) fn arrange(&mut self) {
        if self.sections.is_sorted() {
            return;
        }
        let mut entries = std::mem::take(&mut self.entries);
        let mut heads = std::mem::take(&mut self.heads);
        let mut lists = Vec::new();
        for &(kind, start) in self.sections.iter().rev() {
            let list = (entries.split_off(start), heads.split_off(start));
            lists.push((kind, start, list));
        }
        lists.sort_by_key(|&(kind, ..)| kind);
        for (kind, start, (mut entries, heads)) in lists {
            if kind == Kind::Pillar {
                let moved = |id: EntryId| EntryId::new(id.index() - start + self.entries.len());
                for entry in &mut entries {
                    renumber(entry, moved);
                }
            }
            self.entries.extend(entries);
            self.heads.extend(heads);
        }
    }
}

fn renumber(entry: &mut Entry, moved: impl Fn(EntryId) -> EntryId) {
    entry.parent = entry.parent.map(&moved);
    for child in &mut entry.children {
        *child = moved(*child);
    }
}
