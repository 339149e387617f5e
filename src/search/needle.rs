//! One word of a query, made ready for looking for it in many texts.

use memchr::memmem::Finder;

use super::filter::{Word, letters};
use super::query::{Likeness, Term};
use super::word_boundary::{Script, fragments};
use crate::model::{Kind, Role};

/// A word and what can be known of it before any text is seen.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own about a word"
)]
pub(super) struct Needle<'q> {
    pub(super) text: &'q str,
    pub(super) exact: bool,
    pub(super) finder: Finder<'q>,
    pub(super) chars: usize,
    /// The word as the matcher takes it.
    pub(super) word: Word,
    /// Its first letter, as a set.
    pub(super) first: u64,
    /// Its runs of one script, when there are several.
    pub(super) fragments: Vec<String>,
    /// The beginning of a date in its written form, `2014-1`.
    pub(super) date: Option<String>,
    /// The month it names.
    pub(super) month: Option<i8>,
    pub(super) kind: Option<Kind>,
    pub(super) role: Option<Role>,
    spaced: bool,
    /// It must stand as a word, not in one.
    pub(super) is_whole: bool,
    /// It helps where it stands and need not.
    pub(super) is_small: bool,
    /// The words of a phrase.
    pub(super) parts: Vec<Self>,
    /// Other words that mean the same.
    pub(super) others: Vec<(Self, Likeness)>,
}

impl<'q> Needle<'q> {
    pub(super) fn new(term: &'q Term) -> Self {
        let text = term.text.as_str();
        let fragments = fragments(text);
        let chars: Vec<char> = text.chars().collect();
        Self {
            text,
            exact: term.exact,
            finder: Finder::new(text),
            chars: chars.len(),
            word: Word::new(text),
            first: chars.first().copied().map_or(0, letters::letter),
            fragments: if fragments.len() > 1 && !term.exact {
                fragments
            } else {
                Vec::new()
            },
            date: date(text),
            month: month(text),
            kind: Kind::named(text).filter(|_| !term.exact),
            role: role(text).filter(|_| !term.exact),
            spaced: chars
                .iter()
                .all(|&each| !matches!(Script::of(each), Script::Kana | Script::Han)),
            is_whole: term.is_whole,
            is_small: term.is_small,
            parts: term.parts.iter().map(Self::new).collect(),
            others: term
                .others
                .iter()
                .map(|(other, likeness)| (Self::new(other), *likeness))
                .collect(),
        }
    }

    /// The word as typed, the words of it as a phrase, and those that mean the same.
    pub(super) fn ways(&self) -> impl Iterator<Item = &Self> {
        let others = self.others.iter().map(|(other, _)| other);
        std::iter::once(self).chain(&self.parts).chain(others)
    }

    /// Whether it is looked for in pieces where few entries have it.
    pub(super) fn is_guessed(&self) -> bool {
        let is_mended = |likeness: &Likeness| *likeness == Likeness::Mended;
        let mended = self.others.iter().any(|(_, likeness)| is_mended(likeness));
        !self.exact && !self.is_small && self.parts.is_empty() && !mended
    }

    /// Whether it is read in one way alone, as it is.
    pub(super) const fn is_plain(&self) -> bool {
        self.parts.is_empty() && self.others.is_empty()
    }

    /// Whether it may find what does not have its text: a date, a kind, a role.
    pub(super) const fn is_more_than_text(&self) -> bool {
        self.date.is_some() || self.month.is_some() || self.kind.is_some() || self.role.is_some()
    }

    /// Whether the word may stand inside another in a name: two letters stand in most.
    pub(super) const fn goes_inside(&self) -> bool {
        !self.is_whole && (self.exact || !self.spaced || self.chars >= 3)
    }

    /// Whether the word may stand inside another in a sentence, where more words are.
    pub(super) const fn goes_inside_prose(&self) -> bool {
        !self.is_whole && (self.exact || !self.spaced || self.chars >= 4)
    }

    /// Whether the word may be the beginning of another in a sentence.
    pub(super) const fn goes_before_prose(&self) -> bool {
        !self.is_whole && (self.exact || !self.spaced || self.chars >= 3)
    }

    /// Whether it is looked for in sentences at all: one letter begins some word of each.
    pub(super) const fn goes_in_prose(&self) -> bool {
        self.exact || !self.spaced || self.chars >= 2
    }

    /// Whether it is long enough to be matched by its letters alone.
    pub(super) const fn goes_fuzzily(&self) -> bool {
        !self.exact
            && !self.is_whole
            && self.parts.is_empty()
            && self.chars >= if self.spaced { 4 } else { 3 }
    }

    /// How many runs a fuzzy match may fall into.
    pub(super) fn most_runs(&self) -> usize {
        (self.chars / 2).clamp(2, 4)
    }
}

fn date(text: &str) -> Option<String> {
    let date = text.replace(' ', "-");
    let fits = (3..=10).contains(&date.len())
        && date.char_indices().all(|(at, each)| match at {
            4 | 7 => each == '-',
            _ => each.is_ascii_digit(),
        });
    fits.then_some(date)
}

fn month(text: &str) -> Option<i8> {
    const NAMES: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = NAMES
        .iter()
        .position(|name| *name == text || name.get(..3) == Some(text))?;
    i8::try_from(at + 1).ok()
}

fn role(text: &str) -> Option<Role> {
    Role::ALL
        .iter()
        .copied()
        .find(|role| text == role.word() || text.eq_ignore_ascii_case(role.heading()))
}
