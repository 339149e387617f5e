//! What a short text is made of, as sets: they may hold too much and never too little.

use super::gains::is_separator;

/// What a line is made of, but for the plain set of its letters.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::search) struct Letters {
    /// The pairs of letters that stand together.
    pairs: [u64; 2],
    /// The letters that earn a bonus by their place.
    heads: u64,
    /// The first letter.
    first: u64,
}

impl Letters {
    /// What any text is made of.
    pub(super) const ALL: Self = Self {
        pairs: [u64::MAX; 2],
        heads: u64::MAX,
        first: u64::MAX,
    };

    pub(in crate::search) fn new(text: &str) -> Self {
        if text.is_ascii() {
            Self::gather(text.bytes().map(char::from))
        } else {
            Self::gather(text.chars())
        }
    }

    fn gather(text: impl Iterator<Item = char>) -> Self {
        let mut letters = Self::default();
        let mut before = None;
        for each in text {
            let bit = letter(each);
            match before {
                None => (letters.first, letters.heads) = (bit, bit),
                Some(before) => {
                    let [low, high] = pair(before, each);
                    letters.pairs = [letters.pairs[0] | low, letters.pairs[1] | high];
                    letters.heads |= if is_separator(before) { bit } else { 0 };
                }
            }
            before = Some(each);
        }
        letters
    }

    /// Whether the text may begin with this letter.
    pub(super) const fn begin_with(&self, letter: u64) -> bool {
        self.first & letter != 0
    }

    /// Whether this letter may stand where it earns a bonus.
    pub(super) const fn head_with(&self, letter: u64) -> bool {
        self.heads & letter != 0
    }

    /// Whether this pair may be there.
    pub(super) const fn have(&self, pair: [u64; 2]) -> bool {
        self.pairs[0] & pair[0] | self.pairs[1] & pair[1] != 0
    }
}

/// One of 64 bits for a letter: a to z and 0 to 9 have their own.
pub(in crate::search) const fn letter(letter: char) -> u64 {
    let bit = match letter {
        'a'..='z' => letter as u32 - 'a' as u32,
        '0'..='9' => letter as u32 - '0' as u32 + 26,
        _ => letter as u32 % 28 + 36,
    };
    1 << bit
}

/// Whether a letter shares its bit with no other.
pub(super) const fn is_alone(letter: char) -> bool {
    letter.is_ascii_lowercase() || letter.is_ascii_digit()
}

/// The letters of a text.
pub(in crate::search) fn set(text: &str) -> u64 {
    if text.is_ascii() {
        text.bytes()
            .fold(0, |bits, each| bits | letter(char::from(each)))
    } else {
        text.chars().fold(0, |bits, each| bits | letter(each))
    }
}

/// One of 128 bits for two letters that stand together.
pub(super) const fn pair(one: char, next: char) -> [u64; 2] {
    let mixed = (one as u32)
        .wrapping_mul(0x9E37_79B1)
        .wrapping_add(next as u32)
        .wrapping_mul(0x85EB_CA6B);
    let bit = 1 << (mixed >> 26 & 63);
    if mixed >> 25 & 1 == 0 {
        [bit, 0]
    } else {
        [0, bit]
    }
}
