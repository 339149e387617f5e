//! A strategy as bytes: written while the program is built, so that nothing is parsed or checked
//! when it starts.
//!
//! The bytes are in postcard's wire format (<https://postcard.jamesmunns.com>). They are read by the
//! program that they were built into and by no other, so they have no version. Texts stay where they
//! are among them.

use super::table::Table;
use super::{Entry, Meta, Step, Strategy};

/// The bytes of a strategy; `None` when they cannot be written.
pub fn freeze(strategy: &Strategy) -> Option<Vec<u8>> {
    postcard::to_stdvec(&strategy.parts()).ok()
}

/// The strategy of such bytes; `None` when they are others.
pub(super) fn thaw(bytes: &'static [u8]) -> Option<Strategy> {
    let parts = postcard::from_bytes::<(Meta, Vec<Entry>, Vec<Step>)>(bytes);
    let (meta, entries, briefing) = parts.ok()?;
    let ids = Table::of(&entries);
    Some(Strategy::new(meta, entries, briefing, ids))
}
