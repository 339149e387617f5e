//! The words that a strategy uses, and how a reader's word comes near one: another form of it, the
//! other spelling of English, or a slip of the fingers.

use std::collections::HashMap;

use memchr::memmem;

use super::word_boundary;
use crate::text::stem::{is_english, stem};

/// No more words than this stand for one that was typed.
const MOST: usize = 6;
/// Fewer letters have no slips: every short word is near another.
const SLIPS_FROM: usize = 4;
/// From so many letters two slips are mended.
const TWO_SLIPS_FROM: usize = 8;
/// The words that an empty list names are no further than a slip in so many letters.
const NEAR: usize = 3;

/// Every word of the names and sentences, folded.
#[derive(Clone, Debug, Default)]
pub(super) struct Vocabulary {
    words: Vec<Word>,
    /// All of them, one on each line, so that one look finds a text in any.
    all: String,
    /// By stem, the places of the words that have it.
    stems: HashMap<String, Vec<usize>>,
}

#[derive(Clone, Debug)]
struct Word {
    text: String,
    chars: usize,
    letters: u32,
    /// How often it stands anywhere.
    count: usize,
}

impl Vocabulary {
    /// The words of folded texts.
    pub(super) fn new<'a>(texts: impl Iterator<Item = &'a str>) -> Self {
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for text in texts {
            for word in words(text) {
                *counts.entry(word).or_default() += 1;
            }
        }
        let mut words: Vec<Word> = counts
            .into_iter()
            .map(|(text, count)| Word {
                text: text.to_owned(),
                chars: text.chars().count(),
                letters: letters(text),
                count,
            })
            .collect();
        words.sort_unstable_by(|one, other| one.text.cmp(&other.text));
        let mut stems: HashMap<String, Vec<usize>> = HashMap::new();
        for (at, word) in words.iter().enumerate() {
            if is_english(&word.text) {
                stems.entry(stem(&word.text)).or_default().push(at);
            }
        }
        let all: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let all = all.join("\n");
        Self { words, all, stems }
    }

    /// Whether a text stands in any word.
    pub(super) fn holds(&self, text: &str) -> bool {
        memmem::find(self.all.as_bytes(), text.as_bytes()).is_some()
    }

    /// Other forms of a word, by the stem that it shares with them once both are spelt alike.
    pub(super) fn forms(&self, text: &str) -> Vec<String> {
        if !is_english(text) {
            return Vec::new();
        }
        let alike = self.stems.get(&stem(text));
        let words = alike
            .into_iter()
            .flatten()
            .filter_map(|&at| self.words.get(at));
        let others = words.filter(|word| word.text != text);
        others.take(MOST).map(|word| word.text.clone()).collect()
    }

    /// The nearest words to one that is mistyped: one slip away, from eight letters two.
    pub(super) fn mended(&self, text: &str) -> Vec<String> {
        let chars = text.chars().count();
        let slips = match chars {
            0..SLIPS_FROM => return Vec::new(),
            SLIPS_FROM..TWO_SLIPS_FROM => 1,
            _ => 2,
        };
        self.nearest(text, slips, false)
    }

    /// Words to name when nothing was found: a few edits away, or with the same beginning.
    pub(super) fn near(&self, text: &str) -> Vec<String> {
        let start: String = text.chars().take(4).collect();
        let chars = text.chars().count();
        if chars >= 5 {
            let mut alike: Vec<&Word> = self
                .words
                .iter()
                .filter(|word| word.text.starts_with(&start) && is_english(&word.text))
                .collect();
            alike.sort_by_key(|word| std::cmp::Reverse(word.count));
            if !alike.is_empty() {
                let few = alike.into_iter().take(3);
                return few.map(|word| word.text.clone()).collect();
            }
        }
        let slips = chars / NEAR;
        let mut near = self.nearest(text, slips, true);
        near.truncate(3);
        near
    }

    /// The words at the least distance, the commonest first. What is only named must begin alike.
    fn nearest(&self, text: &str, slips: usize, begins: bool) -> Vec<String> {
        if !is_english(text) {
            return Vec::new();
        }
        let (chars, wanted) = (text.chars().count(), letters(text));
        let limit = u32::try_from(slips * 2).unwrap_or(u32::MAX);
        let mut best: Vec<(usize, &Word)> = Vec::new();
        let mut least = slips;
        for word in &self.words {
            let is_far = word.chars.abs_diff(chars) > least
                || (word.letters ^ wanted).count_ones() > limit
                || word.chars < SLIPS_FROM.min(chars)
                || !is_english(&word.text)
                || begins && word.text.as_bytes().first() != text.as_bytes().first();
            if is_far {
                continue;
            }
            let distance = strsim::osa_distance(&word.text, text);
            if distance <= least {
                least = distance;
                best.push((distance, word));
            }
        }
        best.retain(|(distance, _)| *distance == least);
        best.sort_by_key(|(_, word)| std::cmp::Reverse(word.count));
        // A plural at the same distance is the same word to a reader, and is found by its form.
        best.truncate(2);
        best.into_iter()
            .map(|(_, word)| word.text.clone())
            .collect()
    }
}

/// The words of a folded text.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|each: char| !each.is_alphanumeric())
        .filter(|word| word.len() > 1)
}

/// The letters of a word, a bit each.
fn letters(text: &str) -> u32 {
    let bit = |each: u8| 1 << (each.wrapping_sub(b'a') & 31);
    text.bytes().fold(0, |bits, each| bits | bit(each))
}

/// Whether a folded text has a word as a whole.
pub(super) fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        word_boundary::starts(text, at) && word_boundary::ends(text, at + word.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary() -> Vocabulary {
        let texts = [
            "the organisation of defence was upgraded and reacted",
            "a digital agency and a headquarters",
            "digital reactions",
        ];
        Vocabulary::new(texts.into_iter())
    }

    #[test]
    fn forms_share_a_stem_and_a_spelling() {
        let vocabulary = vocabulary();
        for (typed, form) in [
            ("upgrade", "upgraded"),
            ("upgrading", "upgraded"),
            ("organization", "organisation"),
            ("defense", "defence"),
            ("react", "reacted"),
        ] {
            let forms = vocabulary.forms(typed);
            assert!(forms.iter().any(|word| word == form), "{typed}: {forms:?}");
        }
        assert!(vocabulary.forms("digital").is_empty());
        assert!(vocabulary.forms("か").is_empty());
    }

    #[test]
    fn slips_are_mended_by_length() {
        let vocabulary = vocabulary();
        assert_eq!(vocabulary.mended("dijital"), ["digital"]);
        assert_eq!(vocabulary.mended("agnecy"), ["agency"]);
        assert_eq!(vocabulary.mended("headqarterz"), ["headquarters"]);
        assert!(vocabulary.mended("agnecz").is_empty());
        assert!(vocabulary.mended("agn").is_empty());
    }
}
