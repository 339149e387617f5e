//! A strategy as bytes: written while the program is built, so that nothing is parsed or checked
//! when it starts.
//!
//! The bytes are in postcard's wire format (<https://postcard.jamesmunns.com>). They are read by the
//! program that they were built into and by no other, so they have no version. Texts stay where they
//! are among them.

use super::table::Table;
use super::{Across, Entry, Meta, Step, Strategy};
use crate::text::Clean;

/// The bytes of a strategy; `None` when they cannot be written.
pub fn freeze(strategy: &Strategy) -> Option<Vec<u8>> {
    postcard::to_stdvec(&strategy.parts()).ok()
}

/// The strategy of such bytes; `None` when they are others.
pub(super) fn thaw(bytes: &'static [u8]) -> Option<Strategy> {
    type Parts = (
        Meta,
        Vec<Entry>,
        Vec<Step>,
        Vec<(Clean, Clean)>,
        Vec<Across>,
    );
    let parts = postcard::from_bytes::<Parts>(bytes);
    let (meta, entries, briefing, synonyms, across) = parts.ok()?;
    let ids = Table::of(&entries);
    let mut strategy = Strategy::new(meta, entries, briefing, ids);
    strategy.synonyms = synonyms;
    strategy.across = across;
    Some(strategy)
}
