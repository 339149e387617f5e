//! Words of the file inside messages: made safe, cut short, and what was likely meant.

use crate::text::Clean;

/// The most characters of the file that a message repeats.
const LONGEST: usize = 60;

/// Words of the file as a message repeats them.
pub fn quoted(text: &str) -> String {
    let end = text
        .char_indices()
        .nth(LONGEST)
        .map_or(text.len(), |(at, _)| at);
    let clean = Clean::new(text.get(..end).unwrap_or_default());
    if end < text.len() {
        format!("{clean}...")
    } else {
        clean.to_string()
    }
}

/// The word among `known` that `word` is a slip of, if one is near enough.
pub fn nearest<'a>(word: &str, known: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    let allowed = match word.chars().count() {
        0..3 => 0,
        count => (count / 3).min(4),
    };
    known
        .filter(|each| each.len().abs_diff(word.len()) <= 8)
        .map(|each| (strsim::osa_distance(&word, &each.to_lowercase()), each))
        .filter(|&(distance, each)| {
            distance <= allowed
                || (word.len() >= 4 && (each.starts_with(&word) || word.starts_with(each)))
        })
        .min_by_key(|&(distance, _)| distance)
        .map(|(_, each)| each)
}

/// ``did you mean `x`?``, or the whole choice after some words.
pub(super) fn did_you_mean<'a>(
    word: &str,
    known: impl Iterator<Item = &'a str> + Clone,
    otherwise: &str,
) -> String {
    if let Some(near) = nearest(word, known.clone()) {
        return format!("did you mean `{near}`?");
    }
    let all: Vec<String> = known.map(|each| format!("`{each}`")).collect();
    if all.is_empty() {
        return "leave it out".to_owned();
    }
    format!("{otherwise} {}", all.join(", "))
}

/// The noun with its article: `an actor`, `a pillar`.
pub(super) fn a(noun: &str) -> String {
    let article = if noun.starts_with(['a', 'e', 'i', 'o', 'u']) {
        "an"
    } else {
        "a"
    };
    format!("{article} {noun}")
}
