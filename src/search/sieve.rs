//! What tells quickly that a word is not in a name: sets of letters that may hold too much and
//! never too little.

use super::edges;
use super::filter::{Letters, letters};
use super::needle::Needle;

/// The letters of one name. They lie together for all names, so that most are never read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sieve {
    set: u64,
    letters: Letters,
    /// The letters that begin a word.
    initials: u64,
}

impl Sieve {
    pub(super) fn new(text: &str) -> Self {
        let initials = text
            .char_indices()
            .filter(|&(at, _)| edges::starts(text, at) || edges::is_han(text, at));
        Self {
            set: letters::set(text),
            letters: Letters::new(text),
            initials: initials.fold(0, |bits, (_, each)| bits | letters::letter(each)),
        }
    }

    /// Whether the name may have the word as it is.
    pub(super) fn may_hold(&self, needle: &Needle<'_>) -> bool {
        needle.word.is_in(self.set) && needle.word.pairs_in(&self.letters) + 1 >= needle.chars
    }

    /// Whether the name may have the word in pieces that begin words.
    pub(super) fn may_read(&self, needle: &Needle<'_>) -> bool {
        needle.word.is_in(self.set) && needle.first & !self.initials == 0
    }

    /// Whether the word may score as much in the name, in few runs.
    pub(super) fn may_run(&self, needle: &Needle<'_>, least: i32) -> bool {
        needle.word.pairs_in(&self.letters) + needle.most_runs() >= needle.chars
            && needle.word.bound(&self.letters) >= least
    }
}
