//! Text folded for matching, with the way back to the original characters.

mod ascii;
mod letter;

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

pub use ascii::fold_ascii;
use letter::{Letters, is_long};

/// The length of a folded kana in bytes.
const KANA: usize = 3;

/// A folded text and, for each of its bytes, where in the original it comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// In order. Empty where every byte stands where it stood.
    pieces: Vec<Piece>,
}

/// Some folded bytes, up to the next piece, and the graphemes that they come from.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    folded: usize,
    original: Range<usize>,
    /// Every character kept its length, so that the way back is a sum.
    even: bool,
}

impl Folded {
    /// Folds a text: no case, no accents, one width, hiragana for katakana. A hyphen becomes a
    /// space; apostrophes and middle dots go, for `プラス・セキュリティ` is also written without.
    pub fn new(text: &str) -> Self {
        Self::with(text, false)
    }

    /// The same with each long vowel as two letters, as those write who type Japanese: `Kanbō` as
    /// `kanbou`. `None` for a text without a macron over a vowel.
    pub fn typed(text: &str) -> Option<Self> {
        if text.is_ascii() || !text.chars().any(is_long) {
            return None;
        }
        let typed = Self::with(text, true);
        (typed.text != Self::new(text).text).then_some(typed)
    }

    fn with(text: &str, long: bool) -> Self {
        let mut plain = String::with_capacity(text.len());
        if fold_ascii(text, &mut plain) && plain.len() == text.len() {
            return Self {
                text: plain,
                pieces: Vec::new(),
            };
        }
        let mut letters = Letters::new(text.len(), long);
        let mut pieces = Vec::new();
        if text.is_ascii() {
            for (at, each) in text.char_indices() {
                let before = letters.len();
                letters.push(each);
                note(&mut pieces, before, letters.len(), at..at + 1, true);
            }
        } else {
            for (at, grapheme) in text.grapheme_indices(true) {
                let before = letters.len();
                grapheme.chars().for_each(|each| letters.push(each));
                let alone = grapheme.chars().nth(1).is_none() && letters.one_since(before);
                let bytes = at..at + grapheme.len();
                if letters.len() == before && letters.is_voiced() {
                    absorb(&mut pieces, before - KANA, bytes.end);
                }
                note(&mut pieces, before, letters.len(), bytes, alone);
            }
        }
        if matches!(pieces.as_slice(), [one] if one.even && one.original == (0..text.len())) {
            pieces = Vec::new();
        }
        Self {
            text: letters.done(),
            pieces,
        }
    }

    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The bytes of the original that a range of bytes of the folded text stands for, widened to
    /// whole graphemes. A range beyond the end is cut there.
    pub fn original(&self, range: Range<usize>) -> Range<usize> {
        let boundary = |at: &usize| self.text.is_char_boundary(*at);
        let end = range.end.min(self.text.len());
        let start = (0..=range.start.min(end)).rev().find(boundary);
        let end = (end..=self.text.len()).find(boundary);
        let (start, end) = (start.unwrap_or(0), end.unwrap_or(0));
        let Some(last) = end.checked_sub(1).filter(|_| start < end) else {
            let place = self.piece(start).map_or(start, |piece| piece.start(start));
            return place..place;
        };
        let from = self.piece(start).map_or(start, |piece| piece.start(start));
        let to = self.piece(last).map_or(end, |piece| piece.end(end));
        from..to
    }

    fn piece(&self, at: usize) -> Option<&Piece> {
        let after = self.pieces.partition_point(|piece| piece.folded <= at);
        self.pieces.get(after.checked_sub(1)?)
    }
}

impl Piece {
    const fn start(&self, at: usize) -> usize {
        if self.even {
            self.original.start + (at - self.folded)
        } else {
            self.original.start
        }
    }

    const fn end(&self, at: usize) -> usize {
        if self.even {
            self.original.start + (at - self.folded)
        } else {
            self.original.end
        }
    }
}

/// Lets the kana at `kana` come from everything up to `end`: a spacing voicing mark, a grapheme of
/// its own, changed it.
fn absorb(pieces: &mut Vec<Piece>, kana: usize, end: usize) {
    let Some(last) = pieces.last_mut() else {
        return;
    };
    if last.even && last.folded < kana {
        last.original.end -= KANA;
        let original = last.original.end..end;
        pieces.push(Piece {
            folded: kana,
            original,
            even: false,
        });
    } else {
        last.original.end = end;
        last.even = false;
    }
}

/// Notes that the bytes of a grapheme became the folded bytes from `before` to `now`.
fn note(pieces: &mut Vec<Piece>, before: usize, now: usize, bytes: Range<usize>, alone: bool) {
    if before == now {
        return;
    }
    let even = alone && now - before == bytes.len();
    if even
        && let Some(last) = pieces.last_mut()
        && last.even
        && last.original.end == bytes.start
    {
        last.original.end = bytes.end;
    } else {
        pieces.push(Piece {
            folded: before,
            original: bytes,
            even,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold(text: &str) -> String {
        Folded::new(text).as_str().to_owned()
    }

    #[test]
    fn case_accents_and_width_do_not_matter() {
        for (text, folded) in [
            ("ＮＩＳＣ", "nisc"),
            ("Odporność", "odpornosc"),
            ("Łódź, Straße, Ærø", "lodz, strasse, aero"),
            ("Naikaku Kanbō Chōkan", "naikaku kanbo chokan"),
            ("ΟΔΟΣ", "οδοσ"),
            ("İstanbul ırk", "istanbul irk"),
        ] {
            assert_eq!(fold(text), folded);
        }
    }

    #[test]
    fn kana_are_one_script_and_keep_their_voice() {
        for text in [
            "サイバー",
            "ｻｲﾊﾞｰ",
            "さいばー",
            "サイハ\u{3099}ー",
            "サイハ゛ー",
        ] {
            assert_eq!(fold(text), "さいばー");
        }
        assert_ne!(fold("ハ"), fold("バ"));
        assert_ne!(fold("バ"), fold("パ"));
        assert_eq!(fold("ヴァ"), "ゔぁ");
        assert_eq!(fold("あ゙"), "あ");
    }

    #[test]
    fn long_vowels_are_two_letters_as_they_are_typed() {
        let typed = |text| Folded::typed(text).map(|folded| folded.as_str().to_owned());
        for (text, folded) in [
            ("Naikaku Kanbō Chōkan", "naikaku kanbou choukan"),
            ("Ōsaka, ĀĒĪŪ", "ousaka, aaeeiiuu"),
            ("Kato\u{304}", "katou"),
            ("戦略 Ryūtsū", "戦略 ryuutsuu"),
        ] {
            assert_eq!(typed(text).as_deref(), Some(folded));
        }
        for text in ["Kato", "kanbou", "戦略", "é", "m\u{304}", "ḡ"] {
            assert_eq!(typed(text), None, "{text}");
        }
        let text = "Naikaku Kanbō";
        let folded = Folded::typed(text).unwrap();
        let at = folded.as_str().find("bou").unwrap();
        assert_eq!(&text[folded.original(at..at + 3)], "bō");
        assert_eq!(&text[folded.original(at..at + 2)], "bō");
    }

    #[test]
    fn marks_inside_words_do_not_matter() {
        assert_eq!(fold("プラス・セキュリティ"), fold("ﾌﾟﾗｽ･ｾｷｭﾘﾃｨ"));
        assert_eq!(fold("プラス・セキュリティ"), fold("プラスセキュリティ"));
        assert_eq!(fold("Jun’ichi"), "junichi");
        assert_eq!(fold("Self‑Defense"), "self defense");
    }

    #[test]
    fn every_letter_folds_once_and_for_all() {
        for each in '\0'..=char::MAX {
            let once = fold(&each.to_string());
            assert_eq!(fold(&once), once, "{each:?} {:x}", each as u32);
        }
    }

    #[test]
    fn matches_lead_back_to_whole_graphemes() {
        let text = "「ｻｲﾊﾞｰ・空間」 e\u{301}Ǆかﾒカ゛";
        let folded = Folded::new(text);
        let original = |part: &str| {
            let at = folded.as_str().find(part).unwrap();
            text.get(folded.original(at..at + part.len())).unwrap()
        };
        assert_eq!(original("ば"), "ﾊﾞ");
        assert_eq!(original("いばー"), "ｲﾊﾞｰ");
        assert_eq!(original("ー空"), "ｰ・空");
        assert_eq!(original("間"), "間");
        assert_eq!(original("e"), "e\u{301}");
        assert_eq!(original("z"), "Ǆ");
        assert_eq!(original("が"), "カ゛");
        assert_eq!(original("か"), "か");
        assert_eq!(folded.original(0..usize::MAX), 0..text.len());
    }
}
