//! What a search found, best first; why each matched is told when somebody looks.

use std::ops::Range;

use super::explain::{Why, explain};
use super::matcher::Matcher;
use super::request::{LinkedNames, Request};
use super::{Corpus, Query, Told};
use crate::model::EntryId;

/// The entries that match, best first.
#[derive(Clone, Debug, Default)]
pub struct Hits {
    read: Box<Read>,
    /// The place of each in the corpus, and how well it matches.
    ranked: Vec<(usize, i64)>,
    total: usize,
    /// Whether there may be more that were not looked at.
    is_open: bool,
}

/// How a query was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Read {
    /// As it was typed.
    pub(super) query: Query,
    /// With all that is meant by it.
    pub(super) meant: Query,
    /// For each word, whether it was looked for in pieces.
    pub(super) loose: Vec<bool>,
    pub(super) told: Vec<Told>,
}

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

impl Hits {
    pub(super) const fn new(
        read: Box<Read>,
        ranked: Vec<(usize, i64)>,
        (total, is_open): (usize, bool),
    ) -> Self {
        Self {
            read,
            ranked,
            total,
            is_open,
        }
    }

    /// What was asked for.
    pub const fn query(&self) -> &Query {
        &self.read.query
    }

    /// What to say above the hits: words that were mended or are missing.
    pub fn told(&self) -> &[Told] {
        &self.read.told
    }

    /// Puts the entries of which this is true behind the others.
    pub fn put_last(&mut self, corpus: &Corpus, is_last: impl Fn(EntryId) -> bool) {
        let documents = &corpus.documents;
        self.ranked
            .sort_by_key(|&(place, _)| documents.get(place).is_some_and(|it| is_last(it.entry)));
    }

    /// Puts entries before all others, in this order; those that were not found are added.
    pub fn put_first(&mut self, corpus: &Corpus, entries: &[EntryId]) {
        let place = |id: &EntryId| corpus.documents.iter().position(|it| it.entry == *id);
        let first: Vec<usize> = entries.iter().filter_map(place).collect();
        self.ranked.retain(|(place, _)| !first.contains(place));
        self.ranked
            .splice(0..0, first.into_iter().map(|place| (place, i64::MAX)));
        self.total = self.total.max(self.ranked.len());
    }

    /// How many are at hand.
    pub fn len(&self) -> usize {
        self.ranked.len()
    }

    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.ranked.is_empty()
    }

    /// How many match in all; no more than the limit are at hand.
    pub const fn total(&self) -> usize {
        self.total
    }

    /// Whether more may match than [`Hits::total`] says: of words that are found in pieces alone, no
    /// more than the best are looked at.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// The entries, best first, of the corpus that was searched.
    pub fn entries(&self, corpus: &Corpus) -> impl Iterator<Item = EntryId> {
        self.ranked
            .iter()
            .filter_map(|&(place, _)| Some(corpus.documents.get(place)?.entry))
    }

    /// Some of them, with the reasons, in the corpus that was searched.
    pub fn explained(&self, corpus: &Corpus, range: Range<usize>) -> Vec<Hit> {
        let request = Request::new(corpus, &self.read.meant);
        let mut linked = LinkedNames::new(&request);
        let mut matcher = Matcher::default();
        let end = range.end.min(self.ranked.len());
        let ranked = self.ranked.get(range.start..end).unwrap_or_default();
        ranked
            .iter()
            .filter_map(|&(place, score)| {
                let found = request.found(place, &self.read.loose, (&mut linked, &mut matcher))?;
                let document = corpus.documents.get(place)?;
                let (marks, why) =
                    explain(corpus, document, &request.needles, &found, &mut matcher);
                Some(Hit {
                    entry: document.entry,
                    score,
                    marks,
                    why,
                })
            })
            .collect()
    }
}
