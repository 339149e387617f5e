//! One word of a query, made ready for many lines.

use super::align::{self, FAR, FIRST, NEAR, SEPARATED, START, WORD};
use super::letters::{self, Letters};

/// A folded word.
#[derive(Clone, Debug)]
pub(in crate::search) struct Word {
    pub(super) letters: Vec<Letter>,
    /// The set of its letters.
    pub(super) set: u64,
    /// What a letter adds to a score at most.
    pub(super) step: i32,
}

/// A letter of a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Letter {
    pub(super) symbol: char,
    bytes: [u8; 4],
    /// How it is kept in sets.
    bit: u64,
    /// With the letter before it.
    pair: [u64; 2],
    /// What it adds to a score right behind the letter before it.
    near: i32,
}

impl Word {
    pub(in crate::search) fn new(text: &str) -> Self {
        let mut letters: Vec<Letter> = Vec::new();
        for symbol in text.chars() {
            letters.push(Letter::new(symbol, letters.last()));
        }
        Self {
            set: letters::set(text),
            step: letters.iter().map(|each| each.near).max().unwrap_or(NEAR),
            letters,
        }
    }

    /// Whether all of its letters are in a set.
    pub(in crate::search) const fn is_in(&self, set: u64) -> bool {
        self.set & !set == 0
    }

    /// How many of its pairs of letters may stand together in a line that is made of these.
    pub(in crate::search) fn pairs_in(&self, line: &Letters) -> usize {
        let pairs = self.letters.iter().skip(1);
        pairs.filter(|letter| line.have(letter.pair)).count()
    }

    /// Whether the word goes on where the other one ends.
    pub(super) fn extends(&self, other: &Self) -> bool {
        self.letters.starts_with(&other.letters)
    }

    /// No line that is made of these letters gives a better score.
    pub(in crate::search) fn bound(&self, line: &Letters) -> i32 {
        let Some((first, others)) = self.letters.split_first() else {
            return 0;
        };
        let head = if line.begin_with(first.bit) {
            START
        } else if line.head_with(first.bit) {
            WORD
        } else {
            0
        };
        let others = others.iter().map(|each| {
            if line.have(each.pair) {
                each.near
            } else if line.head_with(each.bit) {
                NEAR
            } else {
                FAR
            }
        });
        FIRST + head + others.sum::<i32>()
    }
}

impl Letter {
    fn new(symbol: char, before: Option<&Self>) -> Self {
        let mut bytes = [0; 4];
        symbol.encode_utf8(&mut bytes);
        Self {
            symbol,
            bytes,
            bit: letters::letter(symbol),
            pair: before.map_or([0, 0], |before| letters::pair(before.symbol, symbol)),
            near: match before {
                Some(before) if align::is_separator(before.symbol) => SEPARATED,
                _ => NEAR,
            },
        }
    }

    /// The byte behind the first place of the letter in a text, from a byte on.
    pub(super) fn after(&self, text: &[u8], from: usize) -> Option<usize> {
        let rest = text.get(from..)?;
        let bytes = self.bytes.get(..self.symbol.len_utf8())?;
        let (&last, others) = bytes.split_last()?;
        let mut at = 0;
        loop {
            // The last byte tells letters of one script apart.
            at += memchr::memchr(last, rest.get(at..)?)?;
            if rest.get(..at)?.ends_with(others) {
                return Some(from + at + 1);
            }
            at += 1;
        }
    }
}
