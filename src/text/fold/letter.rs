//! What one character is folded to.

use unicode_normalization::char::{canonical_combining_class, compose, decompose_compatible};

/// The folded letters so far.
pub(super) struct Letters {
    text: String,
    /// Whether the last letter may still take a voicing mark.
    open: bool,
    /// Whether the last character joined the letter before it.
    voiced: bool,
    /// Whether long vowels are written as two.
    long: bool,
}

impl Letters {
    pub(super) fn new(bytes: usize, long: bool) -> Self {
        Self {
            text: String::with_capacity(bytes),
            open: false,
            voiced: false,
            long,
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether exactly one letter came since the text had this length.
    pub(super) fn one_since(&self, before: usize) -> bool {
        let since = self.text.get(before..).unwrap_or_default();
        since.chars().count() == 1
    }

    pub(super) fn done(mut self) -> String {
        self.text.shrink_to_fit();
        self.text
    }

    /// Whether the last character was a voicing mark that changed the letter before it.
    pub(super) const fn is_voiced(&self) -> bool {
        self.voiced
    }

    pub(super) fn push(&mut self, each: char) {
        self.voiced = false;
        match each {
            'a'..='z' | '0'..='9' | ' ' => self.keep(each),
            // As characters of their own these would decompose to a space and the mark.
            '゛' => self.voice('\u{3099}'),
            '゜' => self.voice('\u{309A}'),
            _ => decompose_compatible(each, |part| self.part(part)),
        }
    }

    fn part(&mut self, part: char) {
        match part {
            '\u{3099}' | '\u{309A}' => self.voice(part),
            MACRON if self.long => self.lengthen(),
            _ if is_mark(part) => {}
            _ if is_dropped(part) => self.open = false,
            _ if is_hyphen(part) || part.is_whitespace() || part.is_control() => self.keep(' '),
            _ => part.to_lowercase().for_each(|lower| self.letter(lower)),
        }
    }

    fn letter(&mut self, lower: char) {
        match lower {
            // The blocks of the two scripts run in parallel.
            'ァ'..='ヶ' | 'ヽ' | 'ヾ' => {
                self.keep(char::from_u32(lower as u32 - 0x60).unwrap_or(lower));
            }
            'ς' => self.keep('σ'),
            'ı' => self.keep('i'),
            'ł' => self.keep('l'),
            'ø' => self.keep('o'),
            'đ' | 'ð' => self.keep('d'),
            'ħ' => self.keep('h'),
            'ß' => self.text.push_str("ss"),
            'æ' => self.text.push_str("ae"),
            'œ' => self.text.push_str("oe"),
            'þ' => self.text.push_str("th"),
            _ => self.keep(lower),
        }
    }

    fn keep(&mut self, letter: char) {
        self.text.push(letter);
        self.open = true;
    }

    /// Writes the vowel once more, as a keyboard does; a long `o` is mostly typed `ou`.
    fn lengthen(&mut self) {
        match self.text.chars().next_back() {
            Some('o') => self.keep('u'),
            Some(vowel @ ('a' | 'e' | 'i' | 'u')) => self.keep(vowel),
            _ => {}
        }
    }

    /// Joins a voicing mark with its kana; any other letter stays as it is.
    fn voice(&mut self, mark: char) {
        if let Some(last) = self.text.chars().next_back()
            && self.open
            && let Some(voiced) = compose(last, mark)
        {
            self.text.pop();
            self.text.push(voiced);
            self.open = false;
            self.voiced = true;
        }
    }
}

/// The mark of a long vowel.
const MACRON: char = '\u{304}';

/// Whether it is a long vowel of romanised Japanese, or the mark of one.
pub(super) const fn is_long(each: char) -> bool {
    matches!(
        each,
        MACRON | 'ā' | 'ē' | 'ī' | 'ō' | 'ū' | 'Ā' | 'Ē' | 'Ī' | 'Ō' | 'Ū'
    )
}

/// Accents, points and what else takes no place of its own. Vowel signs of Indic scripts are
/// letters: their combining class is 0.
fn is_mark(part: char) -> bool {
    canonical_combining_class(part) != 0
        || matches!(
            part,
            '\u{AD}'
                | '\u{34F}'
                | '\u{180B}'..='\u{180F}'
                | '\u{200B}'..='\u{200F}'
                | '\u{202A}'..='\u{202E}'
                | '\u{2060}'..='\u{206F}'
                | '\u{20DD}'..='\u{20E0}'
                | '\u{20E2}'..='\u{20E4}'
                | '\u{FE00}'..='\u{FE0F}'
                | '\u{FEFF}'
                | '\u{E0000}'..='\u{E0FFF}'
        )
}

/// Apostrophes and middle dots.
const fn is_dropped(part: char) -> bool {
    matches!(
        part,
        '\'' | '`'
            | '‘'
            | '’'
            | '‛'
            | '′'
            | 'ʹ'
            | 'ʻ'
            | 'ʼ'
            | 'ʽ'
            | 'ʾ'
            | 'ʿ'
            | '·'
            | '‧'
            | '・'
    )
}

const fn is_hyphen(part: char) -> bool {
    matches!(part, '-' | '‐' | '‑' | '‒' | '–' | '—' | '―' | '−')
}
