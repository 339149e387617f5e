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

/// A sentence of the model, taken apart.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    pub(super) entry: EntryId,
    pub(super) text: String,
    pub(super) stems: Vec<String>,
}

/// Every sentence of a strategy but of its sources.
pub(super) fn sentences(strategy: &Strategy) -> Vec<Sentence> {
    let entries = strategy
        .entries()
        .filter(|(_, entry)| entry.kind != Kind::Source);
    let all = entries.flat_map(|(entry, facts)| {
        let caveats = facts.caveats.iter().map(|caveat| &caveat.text);
        let texts = facts.summary.iter().chain(&facts.details).chain(caveats);
        let sentences = texts.flat_map(|text| split(text));
        sentences.map(move |text| Sentence {
            entry,
            text: text.trim().to_owned(),
            stems: stems(text),
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
        NUMBERS.contains(&word) || is_digits && word.len() != 4
    })
}
