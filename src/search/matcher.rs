//! The fuzzy matcher, kept sober: the one file that names `fuzzy-matcher`.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::edges;
use super::needle::Needle;

/// The matcher's time grows with the product of both lengths.
const MAX_BYTES: usize = 400;
/// The least score for each letter: a letter alone gives 16, one that begins a word more, gaps
/// take away.
const LEAST: i64 = 17;
/// The longest step inside one word: `secrity` for `security`.
const STEP: usize = 2;

/// The matcher and its buffers. One for each search: it is not meant to be shared.
#[derive(Default)]
pub(super) struct Matcher {
    skim: SkimMatcherV2,
}

impl Matcher {
    /// The score of a word in a folded text for each of its letters, and the places of the letters
    /// in characters, when they read as the word: in few runs, each of which begins a word of the
    /// text or follows closely in the same one.
    pub(super) fn meet(&self, text: &str, needle: &Needle<'_>) -> Option<(i64, Vec<usize>)> {
        if !needle.goes_fuzzily() || text.len() > MAX_BYTES || !is_in_order(text, needle.text) {
            return None;
        }
        // The score depends on what was matched before, so the same is matched before each. The
        // faster `fuzzy_match` would disagree with `fuzzy_indices`.
        self.skim.fuzzy_match("a", "a");
        let (score, places) = self.skim.fuzzy_indices(text, needle.text)?;
        let each = score / i64::try_from(needle.chars).ok()?;
        if each < LEAST || places.len() != needle.chars {
            return None;
        }
        reads(text, &places, needle.most_runs()).then_some((each, places))
    }
}

/// Whether the letters of a word stand in a text in order, which is most often not so and quickly
/// told.
fn is_in_order(text: &str, word: &str) -> bool {
    let mut letters = text.chars();
    word.chars()
        .all(|each| letters.any(|letter| letter == each))
}

fn reads(text: &str, places: &[usize], most: usize) -> bool {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let begins = |place: usize| {
        bytes
            .get(place)
            .is_some_and(|&at| edges::starts(text, at) || edges::is_han(text, at))
    };
    let mut runs = 0;
    let mut last: Option<usize> = None;
    for &place in places {
        if last.is_none_or(|last| place != last + 1) {
            runs += 1;
            let follows = last.is_some_and(|last| {
                place > last && place - last <= STEP + 1 && !(last + 1..place).any(begins)
            });
            if !follows && !begins(place) {
                return false;
            }
        }
        last = Some(place);
    }
    runs <= most
}
