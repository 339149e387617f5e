//! A list for every entry, all of them in one.

use super::EntryId;

/// For each entry a row of items, in the order in which they were put.
#[derive(Clone, Debug)]
pub(super) struct Rows<T> {
    items: Vec<T>,
    /// Where each row ends among the items.
    ends: Vec<u32>,
}

impl<T> Default for Rows<T> {
    fn default() -> Self {
        Self {
            items: Vec::new(),
            ends: Vec::new(),
        }
    }
}

impl<T: Copy> Rows<T> {
    /// Rows for so many entries. `fill` is asked twice for the same items: to count, and to put
    /// them.
    pub(super) fn new(entries: usize, fill: impl Fn(&mut dyn FnMut(EntryId, T))) -> Self {
        let mut ends = vec![0_u32; entries];
        let mut any = None;
        fill(&mut |row, item| {
            any.get_or_insert(item);
            if let Some(count) = ends.get_mut(row.index()) {
                *count += 1;
            }
        });
        // From counts to where each row begins; each moves on to its end as it is filled.
        let mut sum = 0;
        for end in &mut ends {
            sum += std::mem::replace(end, sum);
        }
        let mut items = any.map_or_else(Vec::new, |any| vec![any; sum as usize]);
        fill(&mut |row, item| {
            let Some(end) = ends.get_mut(row.index()) else {
                return;
            };
            if let Some(place) = items.get_mut(*end as usize) {
                *place = item;
                *end += 1;
            }
        });
        Self { items, ends }
    }

    /// The row of an entry.
    pub(super) fn row(&self, entry: EntryId) -> &[T] {
        let end = |at: usize| self.ends.get(at).map_or(0, |&end| end as usize);
        let start = entry.index().checked_sub(1).map_or(0, end);
        let row = self.items.get(start..end(entry.index()));
        row.unwrap_or_default()
    }
}
