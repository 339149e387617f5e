//! Text that is safe to put on a terminal: cleaned once, at its entry.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::sync::Arc;

use unicode_width::UnicodeWidthChar;

/// A text without control characters, bidirectional overrides or invisible characters, on one line.
///
/// Cheap to clone. Made only by this module, so a screen that takes it need not look again.
#[derive(Clone, Default)]
pub struct Clean(Arc<str>);

/// Why a character has no place in a text that is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unwanted {
    /// C0, C1 or DEL: can drive a terminal.
    Control,
    /// Changes the direction of what follows, so that text reads as what it is not.
    Bidi,
    /// Takes no cell, so that two texts look alike and are not.
    Invisible,
    /// One mark more than a letter can bear: floods of them run over the lines around.
    Mark,
}

impl Unwanted {
    /// Whether a text with it must not be read at all. Others are left out, as they may have come
    /// with honest words: where to break a line, which way to write a bracket.
    pub const fn is_hostile(self, each: char) -> bool {
        match self {
            Self::Control => true,
            Self::Bidi => !matches!(each, '\u{61c}' | '\u{200e}' | '\u{200f}'),
            Self::Invisible | Self::Mark => false,
        }
    }
}

impl fmt::Display for Unwanted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Control => "control character",
            Self::Bidi => "bidirectional control character",
            Self::Invisible => "invisible character",
            Self::Mark => "mark too many",
        })
    }
}

impl Clean {
    /// Cleans a text: white space of any kind becomes one space each, unwanted characters go.
    pub fn new(text: &str) -> Self {
        if needs_care(text) {
            Self(cleaned(text).into())
        } else {
            Self(text.into())
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// White space of any kind becomes one space each, unwanted characters go.
fn cleaned(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = judged(text).peekable();
    while let Some((_, each, why)) = rest.next() {
        if each == '\r' && rest.peek().is_some_and(|&(_, next, _)| next == '\n') {
            continue;
        }
        if is_line_space(each) {
            clean.push(' ');
        } else if why.is_none() {
            clean.push(each);
        }
    }
    clean
}

impl fmt::Debug for Clean {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), out)
    }
}

impl PartialEq for Clean {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Clean {}

impl Hash for Clean {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialOrd for Clean {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Clean {
    fn cmp(&self, other: &Self) -> Ordering {
        self.as_str().cmp(other.as_str())
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.as_str())
    }
}

impl From<&str> for Clean {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Clean {
    fn from(text: String) -> Self {
        Self::new(&text)
    }
}

impl Borrow<str> for Clean {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

/// The first unwanted character of a text with its byte offset. Line breaks and tabs are white
/// space, not unwanted. Joiners are wanted between letters of scripts that need them and in emoji.
pub fn unwanted(text: &str) -> Option<(usize, char, Unwanted)> {
    all_unwanted(text).next()
}

/// Every unwanted character of a text.
pub fn all_unwanted(text: &str) -> impl Iterator<Item = (usize, char, Unwanted)> {
    let text = if needs_care(text) { text } else { "" };
    judged(text).filter_map(|(at, each, why)| Some((at, each, why?)))
}

/// Every character of a text with its byte offset, and why it is unwanted if it is.
fn judged(text: &str) -> impl Iterator<Item = (usize, char, Option<Unwanted>)> {
    let mut before = None;
    let mut marks = 0;
    // Where the flag ends that is being read.
    let mut flag = 0;
    let mut rest = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (at, each) = rest.next()?;
        let after = rest.peek().map(|&(_, next)| next);
        if each == FLAG {
            flag = at + flag_length(text.get(at..).unwrap_or_default());
        }
        marks = if is_mark(each) { marks + 1 } else { 0 };
        let why = match judge(each, before, after) {
            _ if is_line_space(each) || at < flag => None,
            None if marks > MOST_MARKS => Some(Unwanted::Mark),
            why => why,
        };
        before = Some(each);
        Some((at, each, why))
    })
}

/// The marks that one letter may bear; Tibetan has words with eight.
pub const MOST_MARKS: usize = 12;

/// Whether a character stands on the one before.
fn is_mark(each: char) -> bool {
    // Joined emoji are letters to each other.
    !each.is_ascii() && each != '\u{200d}' && each.width() == Some(0)
}

/// What the flags of England, Scotland and Wales begin with.
const FLAG: char = '\u{1f3f4}';

/// The bytes of a flag of a region, spelt in tags and ended by one; none where it is not.
fn flag_length(text: &str) -> usize {
    let mut tags = 0;
    for (at, each) in text.char_indices().skip(1) {
        match each {
            '\u{e0030}'..='\u{e0039}' | '\u{e0061}'..='\u{e007a}' if tags < 6 => tags += 1,
            '\u{e007f}' if tags > 2 => return at + each.len_utf8(),
            _ => break,
        }
    }
    0
}

/// Whether a text may hold line breaks or unwanted characters, told by the first bytes of their
/// UTF-8: most texts hold none, in any script, and need no second look.
fn needs_care(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_rare = |at: usize| {
        matches!(
            bytes.get(at + 1..at + 3),
            Some([0x85, _] | [0x82, 0x99 | 0x9a] | [0x80, 0xaa..=0xaf])
        )
    };
    match seen(bytes, look) {
        0 => false,
        PERHAPS => memchr::memchr_iter(0xe3, bytes).any(is_rare),
        _ => true,
    }
}

/// What all bytes tell together.
fn seen(bytes: &[u8], look: impl Fn(u8) -> u8 + Copy) -> u8 {
    let (chunks, rest) = bytes.as_chunks::<16>();
    let mut found = chunks
        .iter()
        .fold(0, |found, chunk| found | seen_in(chunk, look));
    // The last chunk may tell some bytes again, which does no harm.
    found |= match bytes.last_chunk::<16>() {
        Some(last) => seen_in(last, look),
        None => rest.iter().fold(0, |found, &byte| found | look(byte)),
    };
    found
}

/// What so many bytes tell: their number is known, which makes them a few wide instructions.
fn seen_in(chunk: &[u8; 16], look: impl Fn(u8) -> u8) -> u8 {
    chunk.iter().fold(0, |found, &byte| found | look(byte))
}

/// Some byte may begin what needs care.
const SUSPECT: u8 = 1;

/// U+3164 or marks may be there, which stand among the Japanese and Korean letters.
const PERHAPS: u8 = 2;

/// What a byte tells. Without a branch, so that the compiler can take many at once.
fn look(byte: u8) -> u8 {
    // Control characters; what begins C1, and the marks of Latin, Hebrew, Arabic and the scripts of
    // India and further east; general punctuation; the last rows of the first plane, and beyond it.
    let suspect = u8::from(byte < 0x20)
        | u8::from(byte == 0x7f)
        | u8::from(byte == 0xc2)
        | u8::from(byte == 0xcc)
        | u8::from(byte == 0xcd)
        | u8::from(byte == 0xd2)
        | u8::from(byte.wrapping_sub(0xd6) <= 0xe2 - 0xd6)
        | u8::from(byte == 0xea)
        | u8::from(byte == 0xed)
        | u8::from(byte == 0xef)
        | u8::from(byte == 0xf0)
        | u8::from(byte == 0xf3);
    (suspect * SUSPECT) | (u8::from(byte == 0xe3) * PERHAPS)
}

const fn is_line_space(each: char) -> bool {
    matches!(
        each,
        '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' | '\u{85}'
    )
}

fn judge(each: char, before: Option<char>, after: Option<char>) -> Option<Unwanted> {
    match each {
        _ if each.is_control() => Some(Unwanted::Control),
        '\u{061C}'
        | '\u{200E}'
        | '\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}' => Some(Unwanted::Bidi),
        '\u{200C}' | '\u{200D}' if joins(before) && joins(after) => None,
        '\u{00AD}'
        | '\u{034F}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{17B4}'
        | '\u{17B5}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200D}'
        | '\u{2060}'..='\u{2065}'
        | '\u{206A}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => Some(Unwanted::Invisible),
        _ => None,
    }
}

fn joins(neighbour: Option<char>) -> bool {
    neighbour.is_some_and(|each| !each.is_ascii() && !each.is_whitespace() && !each.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_and_tabs_become_spaces() {
        assert_eq!(Clean::new("a\r\nb\tc\nd").as_str(), "a b c d");
    }

    #[test]
    fn escapes_overrides_and_invisible_characters_go() {
        assert_eq!(
            Clean::new("a\u{1b}[31mb\u{202e}c\u{200b}d\u{ad}\u{9b}").as_str(),
            "a[31mbcd"
        );
    }

    #[test]
    fn no_unwanted_character_escapes_the_quick_look() {
        for each in '\0'..=char::MAX {
            if is_line_space(each) || judge(each, None, None).is_some() || is_mark(each) {
                assert!(needs_care(&each.to_string()), "U+{:04X}", u32::from(each));
            }
        }
        assert!(!needs_care("Kanbō 国家サイバー統括室 (2025)"));
    }

    #[test]
    fn japanese_and_joined_emoji_stay() {
        for text in [
            "国家サイバー統括室",
            "Kanbō Chōkan",
            "👩\u{200d}🚒",
            "क्\u{200d}ष",
        ] {
            assert_eq!(Clean::new(text).as_str(), text);
            assert_eq!(unwanted(text), None);
        }
    }

    #[test]
    fn floods_of_marks_are_cut_and_what_words_need_stays() {
        let flood = |mark: &str| format!("a{}b", mark.repeat(99));
        for mark in [
            "\u{336}", "\u{5b0}", "\u{64b}", "\u{e49}", "\u{94d}", "\u{20d0}",
        ] {
            let clean = Clean::new(&flood(mark));
            assert_eq!(clean.as_str(), format!("a{}b", mark.repeat(MOST_MARKS)));
            let (at, each, why) = unwanted(&flood(mark)).unwrap();
            assert_eq!(at, 1 + mark.len() * MOST_MARKS);
            assert_eq!((each, why), (mark.chars().next().unwrap(), Unwanted::Mark));
        }
        for text in ["cafe\u{301}", "שָׁלוֹם", "ཧྐྵྨླྺྼྻྂ", "กำ", "हिन्दी"]
        {
            assert_eq!(Clean::new(text).as_str(), text);
        }
    }

    #[test]
    fn the_flag_of_england_is_no_smuggled_text() {
        let tags = |word: &str| -> String {
            let tag = |each: char| char::from_u32(0xe0000 + u32::from(each)).unwrap();
            word.chars().map(tag).collect()
        };
        let england = format!("\u{1f3f4}{}\u{e007f}", tags("gbeng"));
        assert_eq!(Clean::new(&england).as_str(), england);
        for hidden in [
            format!("\u{1f3f4}{}", tags("gbeng")),
            format!("\u{1f3f4}{}\u{e007f}", tags("ignore all")),
            format!("a{}\u{e007f}", tags("gbeng")),
            format!("{england}{}", tags("x")),
        ] {
            assert!(unwanted(&hidden).is_some(), "{hidden:?}");
        }
    }

    #[test]
    fn the_first_unwanted_character_is_named_with_its_place() {
        assert_eq!(
            unwanted("ab\u{202e}"),
            Some((2, '\u{202e}', Unwanted::Bidi))
        );
        assert_eq!(unwanted("é\u{1b}"), Some((2, '\u{1b}', Unwanted::Control)));
        assert_eq!(
            unwanted("a\u{200d}b"),
            Some((1, '\u{200d}', Unwanted::Invisible))
        );
        assert_eq!(unwanted("two\nlines\tand a tab"), None);
    }
}
