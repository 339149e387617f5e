//! A name of an entry, folded, and the ways in which a word may be in it.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memmem::Finder;

use super::field::Field;
use super::filter::{Lines, letters};
use super::literal::{self, MatchTier};
use super::matcher::Matcher;
use super::needle::Needle;
use super::word_boundary;
use crate::text::Clean;
use crate::text::fold::Folded;

/// A short text that names an entry. Its folded text is a line of its own.
#[derive(Clone, Debug)]
pub(super) struct Label {
    pub(super) field: Field,
    pub(super) shown: Clean,
    /// It is the label before it once more, with long vowels as they are typed.
    pub(super) is_typed: bool,
    chars: usize,
    initials: Box<str>,
    /// The letters that begin a word, as a set.
    heads: u64,
}

/// A label with its line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name<'a> {
    pub(super) label: &'a Label,
    pub(super) lines: &'a Lines,
    pub(super) line: usize,
}

impl Label {
    /// The label of a text, and another one if long vowels in it are typed in another way.
    pub(super) fn all(field: Field, shown: &Clean) -> impl Iterator<Item = Self> {
        let plain = Self::new(field, shown, Folded::new(shown).as_str());
        let typed = Folded::typed(shown).map(|folded| Self {
            is_typed: true,
            ..Self::new(field, shown, folded.as_str())
        });
        std::iter::once(plain).chain(typed)
    }

    /// The label of a text that folds to this.
    fn new(field: Field, shown: &Clean, folded: &str) -> Self {
        let initials: String = folded
            .char_indices()
            .filter(|&(at, each)| each.is_alphanumeric() && word_boundary::starts(folded, at))
            .map(|(_, each)| each)
            .collect();
        let heads = folded.char_indices().filter(|&(at, _)| {
            word_boundary::starts(folded, at) || word_boundary::is_han(folded, at)
        });
        Self {
            field,
            shown: shown.clone(),
            is_typed: false,
            chars: folded.chars().count(),
            heads: heads.fold(0, |bits, (_, each)| bits | letters::letter(each)),
            initials: initials.into(),
        }
    }

    /// What is to be folded for its line.
    pub(super) fn line(&self) -> Cow<'_, str> {
        if self.is_typed {
            Cow::Owned(self.folded().as_str().to_owned())
        } else {
            Cow::Borrowed(&self.shown)
        }
    }

    fn folded(&self) -> Folded {
        let typed = self.is_typed.then(|| Folded::typed(&self.shown)).flatten();
        typed.unwrap_or_else(|| Folded::new(&self.shown))
    }
}

impl<'a> Name<'a> {
    /// The folded text.
    pub(super) fn text(&self) -> &'a str {
        self.lines.text(self.line)
    }

    /// Whether the word may be in it as it is; quickly told.
    pub(super) fn may_hold(&self, needle: &Needle<'_>) -> bool {
        needle.word.is_in(self.lines.set(self.line))
            && needle.word.pairs_in(&self.lines.letters(self.line)) + 1 >= needle.chars
    }

    /// Whether the word may be in it in pieces that begin words; quickly told.
    pub(super) fn may_read(&self, needle: &Needle<'_>) -> bool {
        needle.first & !self.label.heads == 0 && needle.word.is_in(self.lines.set(self.line))
    }

    /// How much of the label a word is, of 50.
    pub(super) fn share(&self, needle: &Needle<'_>) -> i64 {
        let share = needle.chars * 50 / self.label.chars.max(1);
        i64::try_from(share).map_or(50, |share| share.min(50))
    }

    /// The best place of the word as it is. Where vowels are long, English words stand inside
    /// Japanese ones that nobody means: a house in `kaihousei`.
    pub(super) fn literal(&self, needle: &Needle<'_>) -> Option<MatchTier> {
        let (tier, _) = literal::best(self.text(), needle)?;
        (!self.label.is_typed || tier >= MatchTier::WordStart).then_some(tier)
    }

    /// Whether an entry that must not have this text is one that has it.
    pub(super) fn has(&self, not: &Finder<'_>) -> bool {
        let text = self.text();
        let mut places = not.find_iter(text.as_bytes());
        places.any(|at| !self.label.is_typed || word_boundary::starts(text, at))
    }

    /// The word in its runs of one script, or as the initials of the label.
    pub(super) fn pieces(&self, needle: &Needle<'_>) -> Option<MatchTier> {
        if self.fragments(needle).is_some() {
            return Some(MatchTier::Fragments);
        }
        self.is_initials(needle).then_some(MatchTier::Initials)
    }

    /// The bytes of the shown text that a word matches, however it does.
    pub(super) fn places(&self, needle: &Needle<'_>, matcher: &mut Matcher) -> Vec<Range<usize>> {
        let text = self.text();
        let mut places = match self.literal(needle) {
            Some(_) => literal::places(text, needle),
            None => Vec::new(),
        };
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
        // Only what is on the screen needs the way back to the shown text.
        let folded = self.label.folded();
        places
            .into_iter()
            .map(|place| folded.original(place))
            .collect()
    }

    fn fragments(&self, needle: &Needle<'_>) -> Option<Vec<Range<usize>>> {
        if needle.fragments.is_empty() {
            return None;
        }
        let text = self.text();
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
            && self.label.initials.starts_with(needle.text)
            && (needle.chars >= 3 || self.label.initials.len() == needle.text.len())
    }

    fn initials(&self, needle: &Needle<'_>) -> Option<Vec<Range<usize>>> {
        let text = self.text();
        self.is_initials(needle).then(|| {
            text.char_indices()
                .filter(|&(at, each)| each.is_alphanumeric() && word_boundary::starts(text, at))
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
