//! One word of a query, made ready for many lines.

use super::gains::{self, FAR, FIRST, NEAR, SEPARATED, START, WORD};
use super::letters::{self, Letters};

/// A folded word.
#[derive(Clone, Debug)]
pub(in crate::search) struct Word {
    pub(super) letters: Vec<Letter>,
    /// The set of its letters.
    pub(super) set: u64,
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
        self.gains(0, line)
    }

    /// What the letters from one on add to a score at most.
    pub(super) fn gains(&self, from: usize, line: &Letters) -> i32 {
        let letters = self.letters.iter().enumerate().skip(from);
        letters.map(|(nth, letter)| letter.gain(nth, line)).sum()
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
                Some(before) if gains::is_separator(before.symbol) => SEPARATED,
                _ => NEAR,
            },
        }
    }

    /// What it adds to a score at most, as this one of the letters of its word.
    pub(super) const fn gain(&self, nth: usize, line: &Letters) -> i32 {
        match nth {
            0 if line.begin_with(self.bit) => FIRST + START,
            0 if line.head_with(self.bit) => FIRST + WORD,
            0 => FIRST,
            _ if line.have(self.pair) => self.near,
            _ if line.head_with(self.bit) => NEAR,
            _ => FAR,
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
            if others.is_empty() || rest.get(..at)?.ends_with(others) {
                return Some(from + at + 1);
            }
            at += 1;
        }
    }
}
