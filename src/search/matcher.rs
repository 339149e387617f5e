//! Words in pieces: how `fuzzy-matcher` scores them, and where it sees their letters. This is the
//! one file that names the crate.

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;

use super::filter::Aligner;
use super::needle::Needle;
use super::word_boundary;

/// The matcher's time grows with the product of both lengths.
const MAX_BYTES: usize = 400;
/// The least score for each letter: a letter alone gives 16, one that begins a word more, gaps
/// take away.
const LEAST: i32 = 17;
/// The longest step inside one word: `secrity` for `security`.
const STEP: usize = 2;

/// The matcher and its buffers. One for each thread: it is not meant to be shared.
#[derive(Default)]
pub(super) struct Matcher {
    skim: SkimMatcherV2,
    aligner: Aligner,
}

impl Matcher {
    /// The score with which a word in pieces counts.
    pub(super) fn least(needle: &Needle<'_>) -> i32 {
        i32::try_from(needle.chars).map_or(i32::MAX, |chars| chars.saturating_mul(LEAST))
    }

    /// The score of a word in a folded text for each of its letters, and the places of the letters
    /// in characters, when they read as the word: in few runs, each of which begins a word of the
    /// text or follows closely in the same one.
    pub(super) fn meet(&mut self, text: &str, needle: &Needle<'_>) -> Option<(i64, Vec<usize>)> {
        if !needle.goes_fuzzily() || text.len() > MAX_BYTES {
            return None;
        }
        let score = self
            .aligner
            .score(text, &needle.word, Self::least(needle))?;
        let each = score / i32::try_from(needle.chars).ok()?;
        if each < LEAST {
            return None;
        }
        // The crate gives places of letters together with another score at times, so it is asked
        // for places alone; and what it sees depends on what it saw before, so it sees the same
        // before each.
        self.skim.fuzzy_match("a", "a");
        let (_, places) = self.skim.fuzzy_indices(text, needle.text)?;
        let is_whole = places.len() == needle.chars;
        (is_whole && reads(text, &places, needle.most_runs())).then_some((each.into(), places))
    }
}

fn reads(text: &str, places: &[usize], most: usize) -> bool {
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    let begins = |place: usize| {
        bytes
            .get(place)
            .is_some_and(|&at| word_boundary::starts(text, at) || word_boundary::is_han(text, at))
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
