//! The tokens of RON, read without knowing what they mean, so that broken files can be read too.

use std::ops::Range;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::model) enum Shape {
    /// `(`, `[` or `{`.
    Open(u8),
    /// `)`, `]` or `}`.
    Close(u8),
    /// `,`
    Comma,
    /// `:`
    Colon,
    /// A string of any sort, or a character.
    Text,
    /// A name or a number.
    Word,
    /// A string or a block comment that is still open at the end of the file.
    Unclosed,
    /// Any other character.
    Mark,
}

/// A token and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::model) struct Token {
    /// What it is.
    pub(in crate::model) shape: Shape,
    /// Its bytes.
    pub(in crate::model) span: Range<usize>,
}

/// The tokens of a text, comments and white space left out.
#[derive(Clone, Debug)]
pub(in crate::model) struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    /// The tokens from the start.
    pub(in crate::model) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The tokens from a byte on.
    pub(in crate::model) const fn starting(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }

    fn rest(&self, from: usize) -> &'a [u8] {
        self.text.as_bytes().get(from..).unwrap_or_default()
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    fn character(&self, at: usize) -> Option<char> {
        self.text.get(at..).and_then(|rest| rest.chars().next())
    }

    fn token(&mut self, shape: Shape, end: Option<usize>) -> Token {
        let start = self.at;
        self.at = end.unwrap_or(self.text.len());
        Token {
            shape: if end.is_some() {
                shape
            } else {
                Shape::Unclosed
            },
            span: start..self.at,
        }
    }

    /// Past white space and comments; the open comment when one is never closed.
    fn skip(&mut self) -> Option<Token> {
        loop {
            match self.rest(self.at) {
                [b' ' | b'\t'..=b'\r', ..] => self.at += 1,
                [b'/', b'/', rest @ ..] => {
                    self.at += 2 + memchr::memchr(b'\n', rest).unwrap_or(rest.len());
                }
                [b'/', b'*', ..] => match comment_end(self.text, self.at) {
                    Some(end) => self.at = end,
                    None => return Some(self.token(Shape::Unclosed, None)),
                },
                [0xc2 | 0xe2, ..] => match self.character(self.at) {
                    Some(
                        space @ ('\u{85}' | '\u{200e}' | '\u{200f}' | '\u{2028}' | '\u{2029}'),
                    ) => {
                        self.at += space.len_utf8();
                    }
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    /// The end of a string whose opening quote was passed.
    fn string_end(&self, mut at: usize) -> Option<usize> {
        loop {
            at += memchr::memchr2(b'"', b'\\', self.rest(at))?;
            if self.byte(at) == Some(b'"') {
                return Some(at + 1);
            }
            at += 2;
        }
    }

    /// Whether a raw string goes on here, behind its `r`.
    fn is_raw(&self, from: usize) -> bool {
        self.byte(from + hashes(self.rest(from))) == Some(b'"')
    }

    /// The end of a character literal; `None` for a stray quote.
    fn char_end(&self, from: usize) -> Option<usize> {
        let first = self.character(from)?;
        let mut at = from + first.len_utf8();
        if first == '\\' {
            at += self.character(at)?.len_utf8();
            at += self
                .rest(at)
                .iter()
                .take(12)
                .position(|&each| each == b'\'')?;
        }
        (self.byte(at) == Some(b'\'')).then_some(at + 1)
    }

    fn word_end(&self, from: usize) -> usize {
        self.text
            .get(from..)
            .and_then(|rest| {
                rest.find(|each: char| !(each.is_alphanumeric() || "_.+-#".contains(each)))
            })
            .map_or(self.text.len(), |length| from + length)
    }
}

/// The end of the raw string whose first `#` or quote is at a byte.
pub(super) fn raw_end(text: &str, start: usize) -> Option<usize> {
    let rest = |at: usize| text.as_bytes().get(at..).unwrap_or_default();
    let around = hashes(rest(start));
    if rest(start + around).first() != Some(&b'"') {
        return None;
    }
    let mut at = start + around + 1;
    loop {
        at += memchr::memchr(b'"', rest(at))? + 1;
        if hashes(rest(at)) >= around {
            return Some(at + around);
        }
    }
}

fn hashes(bytes: &[u8]) -> usize {
    bytes.iter().take_while(|&&each| each == b'#').count()
}

/// The end of the block comment that begins at a byte. Block comments nest.
pub(super) fn comment_end(text: &str, start: usize) -> Option<usize> {
    let rest = |at: usize| text.as_bytes().get(at..).unwrap_or_default();
    let mut depth = 0_usize;
    let mut at = start;
    loop {
        at += memchr::memchr2(b'*', b'/', rest(at))?;
        match rest(at) {
            [b'/', b'*', ..] => depth += 1,
            [b'*', b'/', ..] => depth -= 1,
            _ => {
                at += 1;
                continue;
            }
        }
        at += 2;
        if depth == 0 {
            return Some(at);
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        if let Some(open) = self.skip() {
            return Some(open);
        }
        let (at, first) = (self.at, self.byte(self.at)?);
        let after = at + 1;
        Some(match first {
            b'(' | b'[' | b'{' => self.token(Shape::Open(first), Some(after)),
            b')' | b']' | b'}' => self.token(Shape::Close(first), Some(after)),
            b',' => self.token(Shape::Comma, Some(after)),
            b':' => self.token(Shape::Colon, Some(after)),
            b'"' => {
                let end = self.string_end(after);
                self.token(Shape::Text, end)
            }
            b'\'' => {
                let end = self.char_end(after);
                let shape = end.map_or(Shape::Mark, |_| Shape::Text);
                self.token(shape, Some(end.unwrap_or(after)))
            }
            b'b' if self.byte(after) == Some(b'"') => {
                let end = self.string_end(after + 1);
                self.token(Shape::Text, end)
            }
            b'b' if self.byte(after) == Some(b'\'') => {
                let end = self.char_end(after + 1).unwrap_or(after);
                self.token(Shape::Text, Some(end))
            }
            b'r' if self.is_raw(after) => {
                let end = raw_end(self.text, after);
                self.token(Shape::Text, end)
            }
            b'b' if self.byte(after) == Some(b'r') && self.is_raw(after + 1) => {
                let end = raw_end(self.text, after + 1);
                self.token(Shape::Text, end)
            }
            _ => {
                let end = self.word_end(at);
                if end > at && first != b'#' {
                    self.token(Shape::Word, Some(end))
                } else {
                    let width = self.character(at).map_or(1, char::len_utf8);
                    self.token(Shape::Mark, Some(at + width))
                }
            }
        })
    }
}

/// The name of a field directly inside a struct.
pub(in crate::model) fn field(
    text: &str,
    holder: &Range<usize>,
    name: &str,
) -> Option<Range<usize>> {
    let body = text.get(holder.clone())?;
    let mut depth = 0_usize;
    let mut word = None;
    for token in Lexer::new(body) {
        match token.shape {
            Shape::Open(_) => depth += 1,
            Shape::Close(_) => depth = depth.saturating_sub(1),
            Shape::Word if depth == 1 => {
                word = Some(token.span);
                continue;
            }
            Shape::Colon => {
                if let Some(span) = word
                    .take()
                    .filter(|span| body.get(span.clone()) == Some(name))
                {
                    return Some(holder.start + span.start..holder.start + span.end);
                }
            }
            _ => {}
        }
        word = None;
    }
    None
}
