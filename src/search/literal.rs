//! Words found as they are.

use std::ops::Range;

use super::needle::Needle;
use super::word_boundary;

/// How well a word sits in a text; later is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MatchTier {
    /// Its letters, in order.
    Fuzzy,
    /// The first letters of the text's words.
    Initials,
    /// Its runs of one script, in order.
    Fragments,
    /// Inside a word.
    Inside,
    /// The beginning of a word.
    WordStart,
    /// A whole word.
    Word,
    /// The whole text.
    Exact,
}

/// The best place of a word in a folded text: how good, and its first byte.
pub(super) fn best(text: &str, needle: &Needle<'_>) -> Option<(MatchTier, usize)> {
    let mut best = None;
    for at in needle.finder.find_iter(text.as_bytes()) {
        let tier = tier(text, at, needle);
        if best.is_none_or(|(before, _)| tier > before) {
            best = Some((tier, at));
        }
        if tier >= MatchTier::Word {
            break;
        }
    }
    best.filter(|&(tier, _)| match tier {
        MatchTier::Inside => needle.goes_inside(),
        MatchTier::WordStart => !needle.is_whole,
        _ => true,
    })
}

/// Every place of a word in a folded text that is as good as the best, or begins a word.
pub(super) fn places(text: &str, needle: &Needle<'_>) -> Vec<Range<usize>> {
    let Some((best, _)) = best(text, needle) else {
        return Vec::new();
    };
    let least = best.min(MatchTier::WordStart);
    needle
        .finder
        .find_iter(text.as_bytes())
        .filter(|&at| tier(text, at, needle) >= least)
        .map(|at| at..at + needle.text.len())
        .collect()
}

fn tier(text: &str, at: usize, needle: &Needle<'_>) -> MatchTier {
    let end = at + needle.text.len();
    if at == 0 && end == text.len() {
        MatchTier::Exact
    } else if !word_boundary::starts(text, at) {
        MatchTier::Inside
    } else if word_boundary::ends(text, end) || is_plural(text, end, needle) {
        MatchTier::Word
    } else {
        MatchTier::WordStart
    }
}

/// Whether only the ending of a plural follows: `cable` is a word of `submarine cables`.
fn is_plural(text: &str, end: usize, needle: &Needle<'_>) -> bool {
    needle.chars >= 3
        && needle
            .text
            .ends_with(|each: char| each.is_ascii_lowercase())
        && text.get(end..).is_some_and(|rest| rest.starts_with('s'))
        && word_boundary::ends(text, end + 1)
}
