//! The hits of a query, best first.

use std::ops::Range;

use super::{Corpus, Field, Query};
use crate::model::EntryId;
use crate::text::Clean;

/// An entry that matches.
#[derive(Clone, Debug)]
pub struct Hit {
    /// The entry.
    pub entry: EntryId,
    /// How well; higher is better.
    pub score: i64,
    /// The bytes of the entry's name that matched.
    pub marks: Vec<Range<usize>>,
    /// Why it matched, when the name alone does not show it.
    pub why: Option<Why>,
}

/// Why an entry matched.
#[derive(Clone, Debug)]
pub struct Why {
    /// In which field.
    pub field: Field,
    /// The words around the match.
    pub snippet: Clean,
    /// The bytes of the snippet that matched.
    pub marks: Vec<Range<usize>>,
}

/// The entries that match, best first, at most `limit`; and how many match in all. An empty query
/// matches everything within its scope, in the order of the file.
pub fn find(_corpus: &Corpus, _query: &Query, _limit: usize) -> (Vec<Hit>, usize) {
    todo!("H-search")
}
