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

/// A word that this many entries have as it is needs no guessing.
const PLENTY: usize = 30;

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
        let own: Vec<Vec<Option<Found>>> =
            self.needles.iter().map(|needle| self.own(needle)).collect();
        let mut known = vec![Vec::new(); self.needles.len()];
        let mut matches = Vec::new();
        for (at, document) in self.corpus.documents.iter().enumerate() {
            let words = || own.iter().map(|found| found.get(at).copied().flatten());
            // The name of a linked entry only helps out: it counts when another word is in the
            // entry itself, or the search would find all that stands near.
            let is_met = own.is_empty() || words().any(|found| found.is_some());
            if is_met && self.is_in_scope(document) && !self.is_excluded(document) {
                matches.extend(self.meet(document, words(), &mut known));
            }
        }
        matches
    }

    /// What a word finds in each document. Only a word that stands in few is looked for in pieces:
    /// where there is plenty, those would be noise at the end.
    fn own(&self, needle: &Needle<'_>) -> Vec<Option<Found>> {
        let scoped = || {
            let all = self.corpus.sifted();
            all.map(|(document, sieves)| (self.is_in_scope(document), document, sieves))
        };
        let mut own: Vec<Option<Found>> = scoped()
            .map(|(is_in, document, sieves)| {
                is_in
                    .then(|| score::own(document, sieves, needle))
                    .flatten()
            })
            .collect();
        if !needle.exact && own.iter().flatten().count() < PLENTY {
            for (found, (is_in, document, sieves)) in own.iter_mut().zip(scoped()) {
                if is_in && found.is_none() {
                    *found = score::loose(document, sieves, needle, &self.matcher);
                }
            }
        }
        own
    }

    fn is_in_scope(&self, document: &Document) -> bool {
        self.kind.is_none_or(|kind| kind == document.kind)
    }

    /// Joins what the words found: every one something, or nothing.
    fn meet(
        &self,
        document: &'a Document,
        own: impl Iterator<Item = Option<Found>>,
        known: &mut [Vec<Option<bool>>],
    ) -> Option<Match<'a>> {
        let found = own
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
