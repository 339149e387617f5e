//! Words of the file inside messages: made safe, cut short, and what was likely meant.

use std::fmt;

use crate::text::{Clean, suggest};

/// The most characters of the file that a message repeats.
const LONGEST: usize = 60;

/// Words of other notations for "there is none".
pub(super) const NOTHING: &[&str] = &["null", "nil", "undefined", "NULL", "none"];

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
    suggest::nearest(word, known).into_iter().next()
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

/// A noun with its article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Articled<'a>(&'a str);

/// The noun with its article: `an actor`, `a pillar`.
pub(super) const fn a(noun: &str) -> Articled<'_> {
    Articled(noun)
}

impl fmt::Display for Articled<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let article = if self.0.starts_with(['a', 'e', 'i', 'o', 'u']) {
            "an"
        } else {
            "a"
        };
        write!(out, "{article} {}", self.0)
    }
}
