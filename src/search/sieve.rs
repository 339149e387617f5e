//! What tells quickly that a word is not in a name: sets of letters that may hold too much and
//! never too little.

use super::edges;
use super::needle::Needle;

/// The letters of one name. They lie together for all names, so that most are never read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sieve {
    letters: u64,
    pairs: u128,
    /// The letters that begin a word.
    initials: u64,
}

impl Sieve {
    pub(super) fn new(text: &str) -> Self {
        let initials = text
            .char_indices()
            .filter(|&(at, _)| edges::starts(text, at) || edges::is_han(text, at));
        Self {
            letters: letters(text),
            pairs: text
                .chars()
                .zip(text.chars().skip(1))
                .fold(0, |bits, (one, next)| bits | pair(one, next)),
            initials: initials.fold(0, |bits, (_, each)| bits | letter(each)),
        }
    }

    /// Whether the name may have the word as it is.
    pub(super) const fn may_hold(&self, needle: &Needle<'_>) -> bool {
        needle.sieve.letters & !self.letters == 0 && needle.sieve.pairs & !self.pairs == 0
    }

    /// Whether the name may have the word in pieces that begin words.
    pub(super) const fn may_read(&self, needle: &Needle<'_>) -> bool {
        needle.sieve.letters & !self.letters == 0 && needle.first & !self.initials == 0
    }

    /// Whether enough of the word's pairs may stand together for it to fall into few runs.
    pub(super) fn may_run(&self, needle: &Needle<'_>) -> bool {
        let there = needle.pairs.iter().filter(|&pair| self.pairs & pair != 0);
        there.count() + needle.most_runs() >= needle.chars
    }
}

/// One of 64 bits for a letter: a to z and 0 to 9 have their own.
pub(super) const fn letter(letter: char) -> u64 {
    let bit = match letter {
        'a'..='z' => letter as u32 - 'a' as u32,
        '0'..='9' => letter as u32 - '0' as u32 + 26,
        _ => letter as u32 % 28 + 36,
    };
    1 << bit
}

fn letters(text: &str) -> u64 {
    text.chars().fold(0, |bits, each| bits | letter(each))
}

/// One of 128 bits for two letters that stand together.
pub(super) const fn pair(one: char, next: char) -> u128 {
    let mixed = (one as u32)
        .wrapping_mul(0x9E37_79B1)
        .wrapping_add(next as u32)
        .wrapping_mul(0x85EB_CA6B);
    1 << (mixed >> 25)
}
