//! The search itself: which entries match, best first, and what is kept for the next key.

mod sweep;

use std::cmp::Reverse;
use std::sync::atomic::AtomicBool;

use super::filter::Filter;
use super::hit::Read;
use super::meaning;
use super::needle::Needle;
use super::request::{Match, Request};
use super::score::Scores;
use super::{Corpus, Hits, Query, Told};
use sweep::{GUESSES, Sweep};

/// A word that this many entries have as it is needs no guessing.
const PLENTY: usize = 30;

/// Searches a corpus, and is quicker when a query grows from the one before.
#[derive(Debug, Default)]
pub struct Finder {
    postings: Vec<Postings>,
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
        let (read, mut told) = meaning::read(corpus, query);
        let request = Request::new(corpus, &read);
        let sweep = Sweep {
            request: &request,
            stop,
        };
        let mut own = Vec::new();
        let mut loose = Vec::new();
        let mut postings = Vec::new();
        let mut is_open = false;
        let filters = request.needles.len().max(self.filters.len());
        self.filters.resize_with(filters, || Filter::new(GUESSES));
        for (needle, filter) in request.needles.iter().zip(&mut self.filters) {
            let (mut scores, having) =
                sweep.own(needle, Postings::least(&self.postings, needle))?;
            let guesses = needle.is_guessed() && sweep.count(&scores) < PLENTY;
            if guesses {
                is_open |= sweep.guess(needle, filter, &mut scores)?;
            }
            own.push(scores);
            loose.push(guesses);
            postings.extend(Postings::new(needle, having));
        }
        self.postings = postings;
        let mut matches = sweep.join(&own, request.needed())?;
        if matches.is_empty() {
            told.extend(absent(corpus, &request, &own));
            if request.needed() > 1 {
                matches = sweep.join(&own, 1)?;
                let most = matches.iter().map(|each| each.words).max();
                matches.retain(|each| Some(each.words) == most);
                told.extend((!matches.is_empty()).then_some(Told::NotAll));
            }
        }
        if matches.is_empty()
            && let Some(topic) = told.iter().find_map(Told::topic)
        {
            let topic = Query::of_topic(topic, query.kind);
            let request = Request::new(corpus, &topic);
            matches = Sweep {
                request: &request,
                stop,
            }
            .join(&[], 0)?;
        }
        let total = matches.len();
        if !query.terms.is_empty() {
            best(&mut matches, limit);
        }
        matches.truncate(limit);
        let ranked = matches.into_iter();
        let ranked = ranked.map(|each| (each.place, each.score)).collect();
        drop(request);
        let read = Read {
            query: query.clone(),
            meant: read,
            loose,
            told,
        };
        Some(Hits::new(Box::new(read), ranked, (total, is_open)))
    }
}

/// The words that no entry has in any way.
fn absent(corpus: &Corpus, request: &Request<'_>, own: &[Scores]) -> Vec<Told> {
    let needles = request.needles.iter().zip(own);
    let absent = needles.filter(|(needle, scores)| {
        !needle.is_small && !needle.exact && scores.iter().all(|&score| score == 0)
    });
    absent
        .map(|(needle, _)| meaning::missing(corpus, needle.text))
        .collect()
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

/// A text, and the places of the documents that have it.
#[derive(Clone, Debug)]
struct Postings {
    text: String,
    having: Vec<u32>,
}

impl Postings {
    /// What was found for a word; nothing for one that was not looked for in every text.
    fn new(needle: &Needle<'_>, mut having: Vec<u32>) -> Option<Self> {
        having.sort_unstable();
        needle.goes_in_prose().then(|| Self {
            text: needle.text.to_owned(),
            having,
        })
    }

    /// The fewest documents among which all are that have the text of this word.
    fn least<'a>(postings: &'a [Self], needle: &Needle<'_>) -> Option<&'a [u32]> {
        postings
            .iter()
            .filter(|postings| needle.text.contains(&postings.text))
            .map(|postings| postings.having.as_slice())
            .min_by_key(|having| having.len())
    }
}
