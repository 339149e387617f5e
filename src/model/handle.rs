//! A handle to an entry: small, copied freely, made only while a strategy is loaded.

use serde::{Deserialize, Serialize};

/// The place of an entry in its strategy. Valid only for the strategy that gave it out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId(u32);

impl EntryId {
    /// The handle of the entry at this position.
    pub(super) const fn new(position: usize) -> Self {
        Self(position as u32)
    }

    /// The position, for tables with one row per entry.
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
