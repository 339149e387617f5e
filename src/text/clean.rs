//! Text that is safe to put on a terminal: cleaned once, at its entry.

use std::borrow::Borrow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// A text without control characters, bidirectional overrides or invisible characters, on one line.
///
/// Cheap to clone. Made only by [`Clean::new`], so a screen that takes it need not look again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
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
}

impl fmt::Display for Unwanted {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Control => "control character",
            Self::Bidi => "bidirectional control character",
            Self::Invisible => "invisible character",
        })
    }
}

impl Clean {
    /// Cleans a text: white space of any kind becomes one space each, unwanted characters go.
    pub fn new(text: &str) -> Self {
        if !needs_care(text) {
            return Self(text.into());
        }
        let mut clean = String::with_capacity(text.len());
        let mut before = None;
        let mut rest = text.chars().peekable();
        while let Some(each) = rest.next() {
            if each == '\r' && rest.peek() == Some(&'\n') {
                continue;
            }
            if is_line_space(each) {
                clean.push(' ');
            } else if judge(each, before, rest.peek().copied()).is_none() {
                clean.push(each);
            }
            before = Some(each);
        }
        Self(clean.into())
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Deref for Clean {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Clean {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(&self.0)
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
        &self.0
    }
}

impl AsRef<str> for Clean {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

/// The first unwanted character of a text with its byte offset. Line breaks and tabs are white
/// space, not unwanted. Joiners are wanted between letters of scripts that need them and in emoji.
pub fn unwanted(text: &str) -> Option<(usize, char, Unwanted)> {
    if !needs_care(text) {
        return None;
    }
    let mut before = None;
    let mut rest = text.char_indices().peekable();
    while let Some((at, each)) = rest.next() {
        let after = rest.peek().map(|&(_, next)| next);
        if !is_line_space(each)
            && let Some(why) = judge(each, before, after)
        {
            return Some((at, each, why));
        }
        before = Some(each);
    }
    None
}

/// Whether a text may hold line breaks or unwanted characters, told by the first bytes of their
/// UTF-8: most texts hold none, in any script, and need no second look.
fn needs_care(text: &str) -> bool {
    const fn is_suspect(byte: u8) -> bool {
        matches!(
            byte,
            ..0x20 | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3
        )
    }
    // Whole chunks at a time, which the compiler turns into a few wide instructions.
    let mut chunks = text.as_bytes().chunks(64);
    chunks.any(|chunk| chunk.iter().fold(false, |any, &byte| any | is_suspect(byte)))
        // U+3164, which stands among the Japanese and Korean letters.
        || (memchr::memmem::find(text.as_bytes(), b"\xe3\x85").is_some())
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
            if is_line_space(each) || judge(each, None, None).is_some() {
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
