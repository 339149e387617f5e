//! The ids of a file, and which entry has each.

use std::collections::HashMap;
use std::ops::Range;

use crate::model::{EntryId, Kind};

/// The most ids that are compared with references in search of what was meant.
const GUESSES: usize = 1_000_000;

/// The ids of a file.
pub(super) struct Ids {
    pub(super) known: HashMap<String, Known>,
    pub(super) guesses: usize,
}

/// An entry with an id.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub(super) entry: EntryId,
    pub(super) kind: Kind,
    pub(super) is_citable: bool,
    pub(super) span: Range<usize>,
}

impl Default for Ids {
    fn default() -> Self {
        Self {
            known: HashMap::new(),
            guesses: GUESSES,
        }
    }
}
