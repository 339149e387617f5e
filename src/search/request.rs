//! A query made ready for a corpus, and what it finds in one document.

use memchr::memmem;

use super::corpus::{Corpus, Document};
use super::matcher::Matcher;
use super::needle::Needle;
use super::query::Query;
use super::score::{self, Found, Scores};
use crate::model::{Kind, Weight};

/// An entry that matches, by its place in the corpus.
pub(super) struct Match {
    pub(super) place: usize,
    pub(super) kind: Kind,
    pub(super) score: i64,
    /// How many words it has.
    pub(super) words: usize,
}

/// Which documents have a word in their names, as far as somebody has asked.
pub(super) struct LinkedNames(Vec<Vec<Option<bool>>>);

impl LinkedNames {
    pub(super) fn new(request: &Request<'_>) -> Self {
        Self(vec![Vec::new(); request.needles.len()])
    }
}

/// What does not change while a query is looked for.
pub(super) struct Request<'a> {
    pub(super) corpus: &'a Corpus,
    kind: Option<Kind>,
    topic: Option<&'a str>,
    pub(super) needles: Vec<Needle<'a>>,
    not: Vec<memmem::Finder<'a>>,
    phrase: String,
}

impl<'a> Request<'a> {
    pub(super) fn new(corpus: &'a Corpus, query: &'a Query) -> Self {
        let words: Vec<&str> = query.terms.iter().map(|term| term.text.as_str()).collect();
        Self {
            corpus,
            kind: query.kind,
            topic: query.topic.as_deref(),
            needles: query.terms.iter().map(Needle::new).collect(),
            not: query.not.iter().map(memmem::Finder::new).collect(),
            phrase: words.join(" "),
        }
    }

    /// What each word found in a document that matches, those that are `loose` in pieces too. A
    /// word may have found nothing where it is small or where none has all.
    pub(super) fn found(
        &self,
        place: usize,
        loose: &[bool],
        (linked, matcher): (&mut LinkedNames, &mut Matcher),
    ) -> Option<Vec<Option<Found>>> {
        let document = self.corpus.documents.get(place)?;
        let needles = self.needles.iter().zip(loose).zip(&mut linked.0);
        let found = needles.map(|((needle, &loose), known)| {
            let guess = || loose.then(|| score::loose(self.corpus, document, needle, matcher))?;
            score::meant(self.corpus, document, needle)
                .0
                .or_else(guess)
                .or_else(|| score::linked(self.corpus, document, needle, known))
        });
        Some(found.collect())
    }

    /// Joins what the words found in a document: all that it needs, or nothing. The name of a
    /// linked entry only helps out: it counts when another word is in the entry itself, or the
    /// search would find all that stands near. `needed` is how many words must be there.
    pub(super) fn meet(
        &self,
        place: usize,
        own: &[Scores],
        needed: usize,
        linked: &mut LinkedNames,
    ) -> Option<Match> {
        let score = |scores: &Scores| scores.get(place).copied().filter(|&score| score > 0);
        let mut needles = self.needles.iter().zip(own);
        let is_met = own.is_empty()
            || needles.any(|(needle, scores)| !needle.is_small && score(scores).is_some());
        let document = self.corpus.documents.get(place).filter(|_| is_met)?;
        if !self.is_in_scope(document) || self.is_excluded(document) {
            return None;
        }
        let (mut sum, mut count) = (0, 0);
        for (scores, (needle, known)) in own.iter().zip(self.needles.iter().zip(&mut linked.0)) {
            if needle.is_small {
                sum += score(scores).unwrap_or_default() / 40;
                continue;
            }
            let linked = || Some(score::linked(self.corpus, document, needle, known)?.score);
            let found = score(scores).or_else(linked);
            sum += found.unwrap_or_default();
            count += usize::from(found.is_some());
        }
        let words = self.needles.len();
        let together = together(self.corpus, document, (words, &self.phrase));
        let behind = if document.kind == Kind::Source && self.kind.is_none() {
            // What a source is of stands before it.
            4500 * i64::try_from(count).unwrap_or_default()
        } else {
            0
        };
        (count >= needed).then(|| Match {
            place,
            kind: document.kind,
            score: (sum + together + of_weight(document.weight) + of_kind(document.kind) - behind)
                .max(1),
            words: count,
        })
    }

    /// How many words must be there.
    pub(super) fn needed(&self) -> usize {
        self.needles
            .iter()
            .filter(|needle| !needle.is_small)
            .count()
    }

    pub(super) fn is_in_scope(&self, document: &Document) -> bool {
        self.kind.is_none_or(|kind| kind == document.kind)
            && self.topic.is_none_or(|topic| document.is_of_topic(topic))
    }

    fn is_excluded(&self, document: &Document) -> bool {
        self.not.iter().any(|not| {
            let mut names = self.corpus.names(document);
            not.find(document.prose.as_bytes()).is_some() || names.any(|name| name.has(not))
        })
    }
}

/// What several words earn by standing together in a name.
fn together(corpus: &Corpus, document: &Document, (words, phrase): (usize, &str)) -> i64 {
    if words < 2 {
        return 0;
    }
    let together = |text: &str| {
        if text == phrase {
            // As good as a name that is one word, for each of them.
            1200 * i64::try_from(words).unwrap_or(1)
        } else if text.starts_with(phrase) {
            500
        } else if text.contains(phrase) {
            400
        } else {
            0
        }
    };
    let names = corpus.names(document);
    names
        .map(|name| together(name.text()))
        .max()
        .unwrap_or_default()
}

/// What matters more comes before what matters less where both match alike.
const fn of_weight(weight: Weight) -> i64 {
    match weight {
        Weight::Key => 300,
        Weight::Main => 150,
        Weight::Context => 0,
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
