//! One search over all documents, by several threads.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::search::filter::Filter;
use crate::search::filter::parallel::{share, threads};
use crate::search::matcher::Matcher;
use crate::search::needle::Needle;
use crate::search::request::{LinkedNames, Match, Request};
use crate::search::score::{self, Scores};

/// How many labels are looked at more closely when a word is in few as it is.
pub(super) const GUESSES: usize = 1000;

/// How many entries are done between two looks at whether to stop.
const SIZE: usize = 1024;

/// Fewer entries than this are done before another thread has started.
const ALONE: usize = 3000;

/// The search, and whether it is still wanted.
pub(super) struct Sweep<'a> {
    pub(super) request: &'a Request<'a>,
    pub(super) stop: &'a AtomicBool,
}

impl Sweep<'_> {
    /// What a word finds as it is; and the documents that have its text. When it is known that only
    /// some may have it, only those are looked at.
    pub(super) fn own(
        &self,
        needle: &Needle<'_>,
        among: Option<&[u32]>,
    ) -> Option<(Scores, Vec<u32>)> {
        let corpus = self.request.corpus;
        let count = corpus.documents.len();
        let all: Vec<u32>;
        let among = match among {
            Some(among) if !needle.is_more_than_text() && needle.is_plain() => among,
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
                        let (own, has) = score::meant(corpus, document, needle);
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
                *slot = score;
            }
            if has {
                having.push(place);
            }
        }
        self.goes_on().then_some((scores, having))
    }

    /// How many documents within the scope a word has found.
    pub(super) fn count(&self, scores: &Scores) -> usize {
        let documents = self.request.corpus.documents.iter();
        scores
            .iter()
            .zip(documents)
            .filter(|&(&score, document)| score > 0 && self.request.is_in_scope(document))
            .count()
    }

    /// Looks for a word in pieces where it is not as it is: where there is plenty, those would be
    /// noise at the end. Tells whether more may be there than were looked at.
    pub(super) fn guess(
        &self,
        needle: &Needle<'_>,
        filter: &mut Filter,
        scores: &mut Scores,
    ) -> Option<bool> {
        let corpus = self.request.corpus;
        let threads = threads_for(scores.len());
        let parts = corpus.documents.chunks(SIZE).zip(scores.chunks_mut(SIZE));
        share(parts, threads, |parts| {
            while let Some(part) = parts.next().filter(|_| self.goes_on()) {
                for (document, score) in part.0.iter().zip(part.1) {
                    if *score == 0
                        && self.request.is_in_scope(document)
                        && let Some(found) = score::pieces(corpus, document, needle)
                    {
                        *score = found.score;
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
        let corpus = self.request.corpus;
        let word = [needle.text.to_owned()];
        let least = Matcher::least(needle);
        let best = filter.find_above(&corpus.labels, &word, least, self.stop)?;
        let mut matcher = Matcher::default();
        let mut guessed: Vec<(usize, i64)> = Vec::new();
        for &(line, _) in &best.lines {
            let owner = corpus.owners.get(line).map_or(0, |&owner| owner as usize);
            let Some(document) = corpus.documents.get(owner) else {
                continue;
            };
            let is_open = scores.get(owner) == Some(&0) && self.request.is_in_scope(document);
            let mut names = corpus.names(document).enumerate();
            if is_open
                && let Some((at, name)) = names.find(|(_, name)| name.line == line)
                && let Some((each, _)) = matcher.meet(name.text(), needle)
            {
                guessed.push((owner, score::fuzzy((at, name), needle, each).score));
            }
        }
        for (owner, score) in guessed {
            if let Some(slot) = scores.get_mut(owner) {
                *slot = score.max(*slot);
            }
        }
        Some(best.lines.len() >= GUESSES)
    }

    /// The documents in which so many words found something.
    pub(super) fn join(&self, own: &[Scores], needed: usize) -> Option<Vec<Match>> {
        let count = self.request.corpus.documents.len();
        let parts = (0..count).step_by(SIZE);
        let parts = share(parts, threads_for(count), |parts| {
            let mut linked = LinkedNames::new(self.request);
            let mut matches = Vec::new();
            while let Some(from) = parts.next().filter(|_| self.goes_on()) {
                for place in from..count.min(from + SIZE) {
                    matches.extend(self.request.meet(place, own, needed, &mut linked));
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
