//! The stems of texts, and the sentences of a strategy by theirs.

use crate::model::{EntryId, Kind, Strategy};
use crate::text::fold::Folded;
use crate::text::stem::stem;

/// Words that do not tell one name from another.
pub(super) const LITTLE: &[&str] = &[
    "the", "of", "a", "an", "and", "for", "on", "in", "to", "with", "by", "at",
];

/// The stems of the words of a name.
pub(super) fn stems(text: &str) -> Vec<String> {
    let folded = Folded::new(text);
    let words = folded.as_str().split(|each: char| !each.is_alphanumeric());
    let words = words.filter(|word| !word.is_empty() && !LITTLE.contains(word));
    words.map(stem).collect()
}

/// A stem of a question, and the stems of what an author says to mean the same.
pub(super) struct Word {
    pub(super) stem: String,
    pub(super) meant: Vec<Vec<String>>,
}

impl Word {
    /// Whether stems have it, or all of what means the same.
    pub(super) fn is_in(&self, said: &[String]) -> bool {
        let mut meant = self.meant.iter();
        said.contains(&self.stem) || meant.any(|words| words.iter().all(|word| said.contains(word)))
    }
}

/// A sentence of the model, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) entry: EntryId,
    pub(super) text: String,
    pub(super) stems: Vec<String>,
    /// Of a caveat, not of what the entry says itself.
    pub(super) is_caveat: bool,
}

/// Every sentence of a strategy but of its sources, in the order of the entries.
pub(super) fn sentences(strategy: &Strategy) -> Vec<Sentence> {
    let entries = strategy
        .entries()
        .filter(|(_, entry)| entry.kind != Kind::Source);
    let all = entries.flat_map(|(entry, facts)| {
        let own = facts.summary.iter().chain(&facts.details);
        let own = own.map(|text| (text, false));
        let caveats = facts.caveats.iter().map(|caveat| (&caveat.text, true));
        let sentences = own.chain(caveats).flat_map(|(text, is_caveat)| {
            split(text).into_iter().map(move |text| (text, is_caveat))
        });
        sentences.map(move |(text, is_caveat)| Sentence {
            entry,
            text: text.trim().to_owned(),
            stems: stems(text),
            is_caveat,
        })
    });
    all.collect()
}

/// The sentences of a text: a full stop ends one where a capital follows, but for `No. 42`.
fn split(text: &str) -> Vec<&str> {
    let ends = text.match_indices(". ").filter(|(at, _)| {
        let after = text.get(at + 2..).and_then(|rest| rest.chars().next());
        let is_new = after.is_some_and(|each| each.is_uppercase() || each == '\'');
        is_new && !text.get(..*at).is_some_and(|before| before.ends_with("No"))
    });
    let mut from = 0;
    let mut parts: Vec<&str> = Vec::new();
    for (at, _) in ends {
        parts.extend(text.get(from..=at));
        from = at + 2;
    }
    parts.extend(text.get(from..));
    parts
}

/// What gives a reason.
pub(super) const REASONS: &[&str] = &[
    "because",
    "so that",
    "in order to",
    "for this reason",
    "therefore",
    "due to",
];

/// Words for numbers.
const NUMBERS: &[&str] = &[
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "twenty", "thirty", "hundred", "thousand", "million",
];

/// Whether a text has a number that is no year.
pub(super) fn has_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|each: char| !each.is_alphanumeric());
    words.any(|word| {
        let is_digits = !word.is_empty() && word.bytes().all(|each| each.is_ascii_digit());
        NUMBERS.contains(&word) || is_digits && !is_year(word)
    })
}

/// Whether a text has a year.
pub(super) fn has_year(text: &str) -> bool {
    text.split(|each: char| !each.is_alphanumeric())
        .any(is_year)
}

/// Whether a word is a year.
pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|each| each.is_ascii_digit())
}
