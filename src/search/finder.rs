//! The search itself: which entries match, best first, and what is kept for the next key.

use std::cmp::Reverse;
use std::sync::atomic::{AtomicBool, Ordering};

use memchr::memmem;

use super::corpus::Document;
use super::filter::Filter;
use super::matcher::Matcher;
use super::needle::Needle;
use super::rank;
use super::score::{self, Found};
use super::share::{share, threads};
use super::tried::Tried;
use super::{Corpus, Hit, Hits, Query};
use crate::model::Kind;

/// A word that this many entries have as it is needs no guessing.
const PLENTY: usize = 30;

/// How many labels are looked at more closely when a word is in few as it is.
const GUESSES: usize = 1000;

/// How many entries are done between two looks at whether to stop.
const SIZE: usize = 1024;

/// Fewer entries than this are done before another thread has started.
const ALONE: usize = 3000;

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
        let search = Search::new(corpus, query);
        let sweep = Sweep {
            search: &search,
            stop,
        };
        let mut own = Vec::new();
        let mut loose = Vec::new();
        let mut tried = Vec::new();
        let mut is_open = false;
        let filters = search.needles.len().max(self.filters.len());
        self.filters.resize_with(filters, || Filter::new(GUESSES));
        for (needle, filter) in search.needles.iter().zip(&mut self.filters) {
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
        if !search.needles.is_empty() {
            best(&mut matches, limit);
        }
        matches.truncate(limit);
        let ranked = matches.into_iter();
        let ranked = ranked.map(|each| (each.place, each.score)).collect();
        Some(Hits::new(query.clone(), loose, ranked, (total, is_open)))
    }
}

/// An entry that matches, by its place in the corpus.
struct Match {
    place: usize,
    kind: Kind,
    score: i64,
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

/// One search over all documents, by several threads.
struct Sweep<'a> {
    search: &'a Search<'a>,
    stop: &'a AtomicBool,
}

/// For each document, how well a word sits in it; 0 where it does not.
type Scores = Vec<i32>;

impl Sweep<'_> {
    /// What a word finds as it is; and the documents that have its text. When it is known that only
    /// some may have it, only those are looked at.
    fn own(&self, needle: &Needle<'_>, among: Option<&[u32]>) -> Option<(Scores, Vec<u32>)> {
        let corpus = self.search.corpus;
        let count = corpus.documents.len();
        let all: Vec<u32>;
        let among = match among {
            Some(among) if !needle.is_more_than_text() => among,
            _ => {
                all = (0..u32::try_from(count).unwrap_or(u32::MAX)).collect();
                &all
            }
        };
        let parts = share(among.chunks(SIZE), threads_for(among.len()), |parts| {
            let mut found = Vec::new();
            while let Some(part) = parts.next().filter(|_| self.goes_on()) {
                for &place in part {
                    if let Some(document) = corpus.documents.get(place as usize) {
                        let (own, has) = score::own(corpus, document, needle);
                        if own.is_some() || has {
                            found.push((place, own.map_or(0, |own| own.score), has));
                        }
                    }
                }
            }
            found
        });
        let mut scores = vec![0; count];
        let mut having = Vec::new();
        for (place, score, has) in parts.into_iter().flatten() {
            if let Some(slot) = scores.get_mut(place as usize) {
                *slot = i32::try_from(score).unwrap_or(i32::MAX);
            }
            if has {
                having.push(place);
            }
        }
        self.goes_on().then_some((scores, having))
    }

    /// How many documents within the scope a word has found.
    fn count(&self, scores: &Scores) -> usize {
        let documents = self.search.corpus.documents.iter();
        scores
            .iter()
            .zip(documents)
            .filter(|&(&score, document)| score > 0 && self.search.is_in_scope(document))
            .count()
    }

    /// Looks for a word in pieces where it is not as it is: where there is plenty, those would be
    /// noise at the end. Tells whether more may be there than were looked at.
    fn guess(&self, needle: &Needle<'_>, filter: &mut Filter, scores: &mut Scores) -> Option<bool> {
        let corpus = self.search.corpus;
        let threads = threads_for(scores.len());
        let parts = corpus.documents.chunks(SIZE).zip(scores.chunks_mut(SIZE));
        share(parts, threads, |parts| {
            while let Some(part) = parts.next().filter(|_| self.goes_on()) {
                for (document, score) in part.0.iter().zip(part.1) {
                    if *score == 0
                        && self.search.is_in_scope(document)
                        && let Some(found) = score::pieces(corpus, document, needle)
                    {
                        *score = i32::try_from(found.score).unwrap_or(i32::MAX);
                    }
                }
            }
        });
        let is_open = needle.goes_fuzzily() && self.guess_letters(needle, filter, scores)?;
        self.goes_on().then_some(is_open)
    }

    /// Looks for the letters of a word in the labels, for documents that have found nothing yet.
    fn guess_letters(
        &self,
        needle: &Needle<'_>,
        filter: &mut Filter,
        scores: &mut Scores,
    ) -> Option<bool> {
        let corpus = self.search.corpus;
        let word = [needle.text.to_owned()];
        let least = Matcher::least(needle);
        let best = filter.find_above(&corpus.labels, &word, least, self.stop)?;
        let mut matcher = Matcher::default();
        let mut guessed: Vec<(usize, i32)> = Vec::new();
        for &(line, _) in &best.lines {
            let owner = corpus.owners.get(line).map_or(0, |&owner| owner as usize);
            let Some(document) = corpus.documents.get(owner) else {
                continue;
            };
            let is_open = scores.get(owner) == Some(&0) && self.search.is_in_scope(document);
            let mut names = corpus.names(document).enumerate();
            if is_open
                && let Some((at, name)) = names.find(|(_, name)| name.line == line)
                && let Some((each, _)) = matcher.meet(name.text(), needle)
            {
                let found = score::fuzzy((at, name), needle, each);
                guessed.push((owner, i32::try_from(found.score).unwrap_or(i32::MAX)));
            }
        }
        for (owner, score) in guessed {
            if let Some(slot) = scores.get_mut(owner) {
                *slot = score.max(*slot);
            }
        }
        Some(best.lines.len() >= GUESSES)
    }

    /// The documents in which every word found something.
    fn join(&self, own: &[Scores]) -> Option<Vec<Match>> {
        let count = self.search.corpus.documents.len();
        let parts = (0..count).step_by(SIZE);
        let parts = share(parts, threads_for(count), |parts| {
            let mut linked = Linked::new(self.search);
            let mut matches = Vec::new();
            while let Some(from) = parts.next().filter(|_| self.goes_on()) {
                for place in from..count.min(from + SIZE) {
                    matches.extend(self.search.meet(place, own, &mut linked));
                }
            }
            matches
        });
        let mut matches: Vec<Match> = parts.into_iter().flatten().collect();
        matches.sort_unstable_by_key(|each| each.place);
        self.goes_on().then_some(matches)
    }

    fn goes_on(&self) -> bool {
        !self.stop.load(Ordering::Relaxed)
    }
}

fn threads_for(documents: usize) -> usize {
    if documents < ALONE { 1 } else { threads() }
}

/// Which documents have a word in their names, as far as somebody has asked.
pub(super) struct Linked(Vec<Vec<Option<bool>>>);

impl Linked {
    pub(super) fn new(search: &Search<'_>) -> Self {
        Self(vec![Vec::new(); search.needles.len()])
    }
}

/// What does not change while a query is looked for.
pub(super) struct Search<'a> {
    corpus: &'a Corpus,
    kind: Option<Kind>,
    pub(super) needles: Vec<Needle<'a>>,
    not: Vec<memmem::Finder<'a>>,
    phrase: String,
}

impl<'a> Search<'a> {
    pub(super) fn new(corpus: &'a Corpus, query: &'a Query) -> Self {
        let words: Vec<&str> = query.terms.iter().map(|term| term.text.as_str()).collect();
        Self {
            corpus,
            kind: query.kind,
            needles: query.terms.iter().map(Needle::new).collect(),
            not: query.not.iter().map(memmem::Finder::new).collect(),
            phrase: words.join(" "),
        }
    }

    /// What each word found in a document that matches, those that are `loose` in pieces too.
    pub(super) fn found(
        &self,
        place: usize,
        loose: &[bool],
        matcher: &mut Matcher,
    ) -> Option<Vec<Found>> {
        let document = self.corpus.documents.get(place)?;
        let mut linked = Linked::new(self);
        let needles = self.needles.iter().zip(loose).zip(&mut linked.0);
        needles
            .map(|((needle, &loose), known)| {
                let guess =
                    || loose.then(|| score::loose(self.corpus, document, needle, matcher))?;
                score::own(self.corpus, document, needle)
                    .0
                    .or_else(guess)
                    .or_else(|| score::linked(self.corpus, document, needle, known))
            })
            .collect()
    }

    /// Joins what the words found in a document: every one something, or nothing. The name of a
    /// linked entry only helps out: it counts when another word is in the entry itself, or the
    /// search would find all that stands near.
    fn meet(&self, place: usize, own: &[Scores], linked: &mut Linked) -> Option<Match> {
        let score = |scores: &Scores| scores.get(place).copied().filter(|&score| score > 0);
        let is_met = own.is_empty() || own.iter().any(|scores| score(scores).is_some());
        let document = self.corpus.documents.get(place).filter(|_| is_met)?;
        if !self.is_in_scope(document) || self.is_excluded(document) {
            return None;
        }
        let needles = self.needles.iter().zip(&mut linked.0);
        let words = own.iter().zip(needles).map(|(scores, (needle, known))| {
            let linked = || Some(score::linked(self.corpus, document, needle, known)?.score);
            score(scores).map(i64::from).or_else(linked)
        });
        Some(Match {
            place,
            kind: document.kind,
            score: words.sum::<Option<i64>>()?
                + rank::together(self.corpus, document, (self.needles.len(), &self.phrase))
                + rank::of_kind(document.kind),
        })
    }

    fn is_in_scope(&self, document: &Document) -> bool {
        self.kind.is_none_or(|kind| kind == document.kind)
    }

    fn is_excluded(&self, document: &Document) -> bool {
        self.not.iter().any(|not| {
            let has = |text: &str| not.find(text.as_bytes()).is_some();
            let mut names = self.corpus.names(document);
            has(&document.prose) || names.any(|name| has(name.text()))
        })
    }
}

/// Searches once.
pub fn hits(corpus: &Corpus, query: &Query, limit: usize) -> Hits {
    let found = Finder::default().find(corpus, query, limit, &AtomicBool::new(false));
    found.unwrap_or_default()
}

/// Searches once and explains every hit; how many match in all is told as well.
pub fn find(corpus: &Corpus, query: &Query, limit: usize) -> (Vec<Hit>, usize) {
    let hits = hits(corpus, query, limit);
    (hits.explained(corpus, 0..hits.len()), hits.total())
}
