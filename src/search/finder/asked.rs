//! A query made ready for a corpus, and what it finds in one document.

use memchr::memmem;

use super::sweep::Scores;
use crate::model::Kind;
use crate::search::corpus::Document;
use crate::search::matcher::Matcher;
use crate::search::needle::Needle;
use crate::search::rank;
use crate::search::score::{self, Found};
use crate::search::{Corpus, Query};

/// An entry that matches, by its place in the corpus.
pub(super) struct Match {
    pub(super) place: usize,
    pub(super) kind: Kind,
    pub(super) score: i64,
}

/// Which documents have a word in their names, as far as somebody has asked.
pub(in crate::search) struct Linked(Vec<Vec<Option<bool>>>);

impl Linked {
    pub(in crate::search) fn new(asked: &Asked<'_>) -> Self {
        Self(vec![Vec::new(); asked.needles.len()])
    }
}

/// What does not change while a query is looked for.
pub(in crate::search) struct Asked<'a> {
    pub(super) corpus: &'a Corpus,
    kind: Option<Kind>,
    pub(in crate::search) needles: Vec<Needle<'a>>,
    not: Vec<memmem::Finder<'a>>,
    phrase: String,
}

impl<'a> Asked<'a> {
    pub(in crate::search) fn new(corpus: &'a Corpus, query: &'a Query) -> Self {
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
    pub(in crate::search) fn found(
        &self,
        place: usize,
        loose: &[bool],
        (linked, matcher): (&mut Linked, &mut Matcher),
    ) -> Option<Vec<Found>> {
        let document = self.corpus.documents.get(place)?;
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
    pub(super) fn meet(&self, place: usize, own: &[Scores], linked: &mut Linked) -> Option<Match> {
        let score = |scores: &Scores| scores.get(place).copied().filter(|&score| score > 0);
        let is_met = own.is_empty() || own.iter().any(|scores| score(scores).is_some());
        let document = self.corpus.documents.get(place).filter(|_| is_met)?;
        if !self.is_in_scope(document) || self.is_excluded(document) {
            return None;
        }
        let needles = self.needles.iter().zip(&mut linked.0);
        let words = own.iter().zip(needles).map(|(scores, (needle, known))| {
            let linked = || Some(score::linked(self.corpus, document, needle, known)?.score);
            score(scores).or_else(linked)
        });
        Some(Match {
            place,
            kind: document.kind,
            score: words.sum::<Option<i64>>()?
                + rank::together(self.corpus, document, (self.needles.len(), &self.phrase))
                + rank::of_kind(document.kind),
        })
    }

    pub(super) fn is_in_scope(&self, document: &Document) -> bool {
        self.kind.is_none_or(|kind| kind == document.kind)
    }

    fn is_excluded(&self, document: &Document) -> bool {
        self.not.iter().any(|not| {
            let mut names = self.corpus.names(document);
            not.find(document.prose.as_bytes()).is_some() || names.any(|name| name.has(not))
        })
    }
}
