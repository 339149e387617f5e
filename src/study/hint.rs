//! Words that a question and an answer may share.

use std::collections::BTreeSet;

use crate::text::fold::Folded;

/// Letters by which two words count as the same: `strategy` and `strategic`.
const STEM: usize = 5;

/// Words that tell nothing.
const EMPTY: &[&str] = &[
    "the", "and", "for", "from", "with", "its", "that", "this", "into", "are", "was", "has", "who",
    "what", "which", "not", "all", "one", "than", "between",
];

/// The words of a text, cut to their stems.
pub(super) fn stems(text: &str) -> BTreeSet<String> {
    Folded::new(text)
        .as_str()
        .split(|each: char| !each.is_alphanumeric())
        .filter(|word| word.chars().count() > 2 && !EMPTY.contains(word))
        .map(|word| word.chars().take(STEM).collect())
        .collect()
}

/// The words of one text that another text has as well, in whatever form: `open` and `openness`.
pub(super) fn shared(one: &BTreeSet<String>, other: &BTreeSet<String>) -> Vec<String> {
    let has = |stem: &&String| other.iter().any(|each| is_kin(stem, each));
    one.iter().filter(has).cloned().collect()
}

/// Whether two stems are of one word: they differ in no more than their last letters.
fn is_kin(one: &str, other: &str) -> bool {
    let alike = one.chars().zip(other.chars());
    let alike = alike.take_while(|(one, other)| one == other).count();
    let shorter = one.chars().count().min(other.chars().count());
    one == other || (alike >= 4 && alike + 1 >= shorter)
}

/// Whether a text contains another as whole words, whatever its case, width or accents.
pub(super) fn contains(text: &str, part: &str) -> bool {
    let (text, part) = (Folded::new(text), Folded::new(part));
    let (text, part) = (text.as_str(), part.as_str().trim());
    let inside = |each: Option<char>| each.is_some_and(char::is_alphanumeric);
    !part.is_empty()
        && text.match_indices(part).any(|(at, _)| {
            let before = text.get(..at).and_then(|head| head.chars().next_back());
            let after = text
                .get(at + part.len()..)
                .and_then(|tail| tail.chars().next());
            !part.is_ascii() || !(inside(before) || inside(after))
        })
}
