//! The hits of a query, best first.

use std::cmp::Reverse;
use std::ops::Range;

use super::corpus::Document;
use super::explain::explain;
use super::matcher::Matcher;
use super::needle::Needle;
use super::score::{self, Found};
use super::{Corpus, Field, Query};
use crate::model::{EntryId, Kind};
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
pub fn find(corpus: &Corpus, query: &Query, limit: usize) -> (Vec<Hit>, usize) {
    let search = Search::new(corpus, query);
    let mut matches = search.matches();
    let total = matches.len();
    if !search.needles.is_empty() {
        matches.sort_by_key(|each| (Reverse(each.score), each.document.kind, each.document.entry));
    }
    let hits = matches
        .into_iter()
        .take(limit)
        .map(|each| {
            let document = each.document;
            let (marks, why) = explain(
                corpus,
                document,
                &search.needles,
                &each.found,
                &search.matcher,
            );
            Hit {
                entry: document.entry,
                score: each.score,
                marks,
                why,
            }
        })
        .collect();
    (hits, total)
}

struct Search<'a> {
    corpus: &'a Corpus,
    kind: Option<Kind>,
    needles: Vec<Needle<'a>>,
    not: Vec<memchr::memmem::Finder<'a>>,
    phrase: String,
    matcher: Matcher,
}

/// An entry that matches, and where each word did.
struct Match<'a> {
    document: &'a Document,
    score: i64,
    found: Vec<Found>,
}

impl<'a> Search<'a> {
    fn new(corpus: &'a Corpus, query: &'a Query) -> Self {
        let words: Vec<&str> = query.terms.iter().map(|term| term.text.as_str()).collect();
        Self {
            corpus,
            kind: query.kind,
            needles: query.terms.iter().map(Needle::new).collect(),
            not: query.not.iter().map(memchr::memmem::Finder::new).collect(),
            phrase: words.join(" "),
            matcher: Matcher::default(),
        }
    }

    fn matches(&self) -> Vec<Match<'a>> {
        let mut known = vec![Vec::new(); self.needles.len()];
        self.corpus
            .documents
            .iter()
            .filter(|document| self.kind.is_none_or(|kind| kind == document.kind))
            .filter_map(|document| self.meet(document, &mut known))
            .collect()
    }

    /// Matches every word, or nothing. The name of a linked entry only helps out: it counts when
    /// another word is in the entry itself, or the search would find all that stands near.
    fn meet(&self, document: &'a Document, known: &mut [Vec<Option<bool>>]) -> Option<Match<'a>> {
        let own: Vec<Option<Found>> = self
            .needles
            .iter()
            .map(|needle| score::own(document, needle, &self.matcher))
            .collect();
        if !own.is_empty() && own.iter().all(Option::is_none) || self.is_excluded(document) {
            return None;
        }
        let found = own
            .into_iter()
            .zip(self.needles.iter().zip(known))
            .map(|(own, (needle, known))| {
                own.or_else(|| score::linked(self.corpus, document, needle, known))
            })
            .collect::<Option<Vec<Found>>>()?;
        let words: i64 = found.iter().map(|each| each.score).sum();
        Some(Match {
            document,
            score: words + self.whole(document) + of_kind(document.kind),
            found,
        })
    }

    fn is_excluded(&self, document: &Document) -> bool {
        self.not.iter().any(|not| {
            let has = |text: &str| not.find(text.as_bytes()).is_some();
            has(&document.prose) || document.labels.iter().any(|each| has(each.folded.as_str()))
        })
    }

    /// What several words earn by standing together in a name.
    fn whole(&self, document: &Document) -> i64 {
        if self.needles.len() < 2 {
            return 0;
        }
        let together = |text: &str| {
            if text == self.phrase {
                1000
            } else if text.starts_with(&self.phrase) {
                200
            } else if text.contains(&self.phrase) {
                100
            } else {
                0
            }
        };
        let labels = document.labels.iter();
        labels
            .map(|label| together(label.folded.as_str()))
            .max()
            .unwrap_or_default()
    }
}

/// What is met first in a strategy comes before what is said of it.
const fn of_kind(kind: Kind) -> i64 {
    match kind {
        Kind::Pillar | Kind::Actor => 8,
        Kind::Goal | Kind::Objective | Kind::Event | Kind::Threat | Kind::Asset => 4,
        Kind::Principle | Kind::Instrument => 2,
        Kind::Claim | Kind::Term | Kind::Source => 0,
    }
}
