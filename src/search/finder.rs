//! The search itself: which entries match, best first, and what is kept for the next key.

mod asked;
mod sweep;

use std::cmp::Reverse;
use std::sync::atomic::AtomicBool;

pub(super) use asked::{Asked, Linked};

use super::filter::Filter;
use super::tried::Tried;
use super::{Corpus, Hits, Query};
use asked::Match;
use sweep::{GUESSES, Sweep};

/// A word that this many entries have as it is needs no guessing.
const PLENTY: usize = 30;

/// Searches a corpus, and is quicker when a query grows from the one before.
#[derive(Debug, Default)]
pub struct Finder {
    tried: Vec<Tried>,
    /// One for each word of the query.
    filters: Vec<Filter>,
}

impl Finder {
    /// The entries that match, best first, at most `limit` of them; `None` when it was told to
    /// stop. An empty query matches everything within its scope, in the order of the file. A finder
    /// keeps to one corpus.
    pub fn find(
        &mut self,
        corpus: &Corpus,
        query: &Query,
        limit: usize,
        stop: &AtomicBool,
    ) -> Option<Hits> {
        let asked = Asked::new(corpus, query);
        let sweep = Sweep {
            asked: &asked,
            stop,
        };
        let mut own = Vec::new();
        let mut loose = Vec::new();
        let mut tried = Vec::new();
        let mut is_open = false;
        let filters = asked.needles.len().max(self.filters.len());
        self.filters.resize_with(filters, || Filter::new(GUESSES));
        for (needle, filter) in asked.needles.iter().zip(&mut self.filters) {
            let (mut scores, having) = sweep.own(needle, Tried::least(&self.tried, needle))?;
            let guesses = !needle.exact && sweep.count(&scores) < PLENTY;
            if guesses {
                is_open |= sweep.guess(needle, filter, &mut scores)?;
            }
            own.push(scores);
            loose.push(guesses);
            tried.extend(Tried::new(needle, having));
        }
        self.tried = tried;
        let mut matches = sweep.join(&own)?;
        let total = matches.len();
        if !asked.needles.is_empty() {
            best(&mut matches, limit);
        }
        matches.truncate(limit);
        let ranked = matches.into_iter();
        let ranked = ranked.map(|each| (each.place, each.score)).collect();
        Some(Hits::new(query.clone(), loose, ranked, (total, is_open)))
    }
}

/// Brings the best to the front, in order.
fn best(matches: &mut Vec<Match>, limit: usize) {
    let key = |each: &Match| (Reverse(each.score), each.kind, each.place);
    if limit < matches.len() {
        matches.select_nth_unstable_by_key(limit, key);
        matches.truncate(limit);
    }
    matches.sort_unstable_by_key(key);
}

/// Searches once.
pub fn hits(corpus: &Corpus, query: &Query, limit: usize) -> Hits {
    let found = Finder::default().find(corpus, query, limit, &AtomicBool::new(false));
    found.unwrap_or_default()
}
