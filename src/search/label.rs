//! A name of an entry, folded, and the ways in which a word may be in it.

use std::ops::Range;

use super::corpus::Field;
use super::edges;
use super::literal::{self, Tier};
use super::matcher::Matcher;
use super::needle::Needle;
use super::sieve::Sieve;
use crate::text::Clean;
use crate::text::fold::Folded;

/// A short text that names an entry.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) field: Field,
    pub(super) shown: Clean,
    pub(super) folded: Folded,
    chars: usize,
    initials: Box<str>,
}

impl Label {
    pub(super) fn new(field: Field, shown: &Clean) -> Self {
        let folded = Folded::new(shown);
        let text = folded.as_str();
        let initials: String = text
            .char_indices()
            .filter(|&(at, each)| each.is_alphanumeric() && edges::starts(text, at))
            .map(|(_, each)| each)
            .collect();
        Self {
            field,
            shown: shown.clone(),
            chars: text.chars().count(),
            initials: initials.into(),
            folded,
        }
    }

    /// How much of the label a word is, of 50.
    pub(super) fn share(&self, needle: &Needle<'_>) -> i64 {
        i64::try_from(needle.chars * 50 / self.chars.max(1)).map_or(50, |share| share.min(50))
    }

    /// The best place of the word as it is.
    pub(super) fn literal(&self, needle: &Needle<'_>) -> Option<Tier> {
        literal::best(self.folded.as_str(), needle).map(|(tier, _)| tier)
    }

    /// The word in pieces: how well, and how well within that, of 60.
    pub(super) fn loose(
        &self,
        sieve: &Sieve,
        needle: &Needle<'_>,
        matcher: &mut Matcher,
    ) -> Option<(Tier, i64)> {
        if self.fragments(needle).is_some() {
            return Some((Tier::Fragments, 0));
        }
        if self.is_initials(needle) {
            return Some((Tier::Initials, 0));
        }
        if !sieve.may_run(needle, Matcher::least(needle)) {
            return None;
        }
        let (each, _) = matcher.meet(self.folded.as_str(), needle)?;
        Some((Tier::Fuzzy, (each * 2).clamp(0, 60)))
    }

    /// The bytes of the shown text that a word matches, however it does.
    pub(super) fn places(&self, needle: &Needle<'_>, matcher: &mut Matcher) -> Vec<Range<usize>> {
        let text = self.folded.as_str();
        let mut places = literal::places(text, needle);
        if places.is_empty() && !needle.exact {
            places = self
                .fragments(needle)
                .or_else(|| self.initials(needle))
                .or_else(|| {
                    let (_, letters) = matcher.meet(text, needle)?;
                    Some(bytes(text, &letters))
                })
                .unwrap_or_default();
        }
        places
            .into_iter()
            .map(|place| self.folded.original(place))
            .collect()
    }

    fn fragments(&self, needle: &Needle<'_>) -> Option<Vec<Range<usize>>> {
        if needle.fragments.is_empty() {
            return None;
        }
        let text = self.folded.as_str();
        let mut at = 0;
        let mut places = Vec::with_capacity(needle.fragments.len());
        for fragment in &needle.fragments {
            let found = at + text.get(at..)?.find(fragment.as_str())?;
            at = found + fragment.len();
            places.push(found..at);
        }
        Some(places)
    }

    fn is_initials(&self, needle: &Needle<'_>) -> bool {
        needle.chars >= 2
            && self.initials.starts_with(needle.text)
            && (needle.chars >= 3 || self.initials.len() == needle.text.len())
    }

    fn initials(&self, needle: &Needle<'_>) -> Option<Vec<Range<usize>>> {
        let text = self.folded.as_str();
        self.is_initials(needle).then(|| {
            text.char_indices()
                .filter(|&(at, each)| each.is_alphanumeric() && edges::starts(text, at))
                .map(|(at, each)| at..at + each.len_utf8())
                .take(needle.chars)
                .collect()
        })
    }
}

fn bytes(text: &str, letters: &[usize]) -> Vec<Range<usize>> {
    text.char_indices()
        .enumerate()
        .filter(|(place, _)| letters.binary_search(place).is_ok())
        .map(|(_, (at, each))| at..at + each.len_utf8())
        .collect()
}
