//! A place in a text, and the steps from one piece of notation to the next.

use super::{GivenUp, Result};
use crate::model::lexer::{comment_end, raw_end};

/// The deepest nesting read here; the other reader goes deeper.
const DEPTH: usize = 24;

/// The longest number read here, in digits.
const DIGITS: usize = 9;

/// A place in a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    /// The bytes of the text from the place on.
    rest: &'a [u8],
    depth: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self {
            text,
            rest: text.as_bytes(),
            depth: 0,
        }
    }

    /// The byte that comes next.
    pub(super) const fn place(&self) -> usize {
        self.text.len() - self.rest.len()
    }

    fn peek(&self) -> Option<u8> {
        self.rest.first().copied()
    }

    /// Past so many bytes.
    fn advance(&mut self, length: usize) {
        self.rest = self.rest.get(length..).unwrap_or_default();
    }

    /// Past spaces, line breaks and comments; as far as a comment that is never closed.
    fn skip(&mut self) {
        let begins = |rest: &[u8]| matches!(rest, [b'!'..=b'.' | b'0'..=b'~', ..]);
        match self.rest {
            rest if begins(rest) => {}
            [b' ', rest @ ..] if begins(rest) => self.rest = rest,
            _ => self.skip_far(),
        }
    }

    /// The same where it is more than one space. Apart, so that the usual case is a few instructions.
    #[inline(never)]
    fn skip_far(&mut self) {
        loop {
            self.skip_space();
            let length = match self.rest {
                [b'/', b'/', rest @ ..] => 2 + memchr::memchr(b'\n', rest).unwrap_or(rest.len()),
                [b'/', b'*', ..] => match comment_end(self.text, self.place()) {
                    Some(end) => end - self.place(),
                    None => return,
                },
                _ => return,
            };
            self.advance(length);
        }
    }

    /// Past spaces and line breaks: mostly a line break and how far the next line is indented.
    fn skip_space(&mut self) {
        let mut rest = self.rest;
        while let Some((b' ' | b'\n' | b'\r' | b'\t', after)) = rest.split_first() {
            rest = after;
            while let Some((b"        ", after)) = rest.split_first_chunk() {
                rest = after;
            }
        }
        self.rest = rest;
    }

    /// Past this byte, if it comes next.
    fn take(&mut self, byte: u8) -> bool {
        self.skip();
        match self.rest.split_first() {
            Some((&first, rest)) if first == byte => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    /// Whether this byte comes next.
    pub(super) fn is_at(&mut self, byte: u8) -> bool {
        self.skip();
        self.peek() == Some(byte)
    }

    /// Past an opening bracket.
    pub(super) fn open(&mut self, bracket: u8) -> Result<()> {
        self.depth += 1;
        if self.depth > DEPTH || !self.take(bracket) {
            return Err(GivenUp);
        }
        Ok(())
    }

    /// Whether the brackets close here; past the bracket then, else past the comma before the next
    /// piece, which the first one has not.
    pub(super) fn is_over(&mut self, close: u8, first: &mut bool) -> Result<bool> {
        let begins = std::mem::take(first) || self.take(b',');
        if self.take(close) {
            self.depth -= 1;
            return Ok(true);
        }
        if begins { Ok(false) } else { Err(GivenUp) }
    }

    /// Nothing may follow but comments.
    pub(super) fn end(&mut self) -> Result<()> {
        self.skip();
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(GivenUp),
        }
    }

    /// The name of a field, and past the colon behind it.
    pub(super) fn field(&mut self) -> Result<&'a str> {
        self.skip();
        let name = self.name()?;
        if self.take(b':') {
            return Ok(name);
        }
        Err(GivenUp)
    }

    fn name(&mut self) -> Result<&'a str> {
        if !self.peek().is_some_and(|first| first.is_ascii_alphabetic()) {
            return Err(GivenUp);
        }
        let part = |&byte: &u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let length = self.rest.iter().take_while(|byte| part(byte)).count();
        self.pass(length)
    }

    /// The next bytes, and past them.
    fn pass(&mut self, length: usize) -> Result<&'a str> {
        let at = self.place();
        let passed = self.text.get(at..at + length).ok_or(GivenUp)?;
        self.advance(length);
        Ok(passed)
    }

    /// Past this word, if it comes next. Authors need not write the words of an option, but programs
    /// do.
    pub(super) fn says(&mut self, word: &[u8]) -> bool {
        self.skip();
        match self.rest.strip_prefix(word) {
            // The other reader knows which letters beyond ASCII go on with a word.
            Some([b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'_' | 0x80.., ..]) | None => false,
            Some(rest) => {
                self.rest = rest;
                true
            }
        }
    }

    /// A value as it is written: a text, a small number, a word, or a word with values in brackets.
    pub(super) fn value(&mut self) -> Result<&'a str> {
        self.skip();
        match self.peek() {
            Some(b'"') => self.quoted(),
            Some(b'r') if matches!(self.rest.get(1), Some(b'"' | b'#')) => self.raw(),
            Some(b'0'..=b'9') => self.number(),
            _ => self.word(),
        }
    }

    fn quoted(&mut self) -> Result<&'a str> {
        let bytes = self.rest;
        let mut end = 1;
        loop {
            let rest = bytes.get(end..).unwrap_or_default();
            end += memchr::memchr2(b'"', b'\\', rest).ok_or(GivenUp)?;
            match bytes.get(end..) {
                Some([b'"', ..]) => return self.pass(end + 1),
                Some([b'\\', b'"' | b'\\' | b'\'' | b'n' | b'r' | b't' | b'0', ..]) => end += 2,
                Some([b'\\', b'u', b'{', rest @ ..]) => end += 3 + character(rest)?,
                _ => return Err(GivenUp),
            }
        }
    }

    /// A text in which nothing is escaped.
    fn raw(&mut self) -> Result<&'a str> {
        let hashes = self.place() + 1;
        let end = raw_end(self.text, hashes).ok_or(GivenUp)?;
        self.pass(end + 1 - hashes)
    }

    fn number(&mut self) -> Result<&'a str> {
        let digits = self.rest.iter().take_while(|byte| byte.is_ascii_digit());
        let length = digits.count();
        if length > DIGITS || (length > 1 && self.peek() == Some(b'0')) {
            return Err(GivenUp);
        }
        self.pass(length)
    }

    fn word(&mut self) -> Result<&'a str> {
        let start = self.place();
        self.name()?;
        let mut end = self.place();
        self.skip();
        if self.peek() == Some(b'(') {
            self.open(b'(')?;
            let mut first = true;
            let mut named = None;
            while !self.is_over(b')', &mut first)? {
                let part = self.part()?;
                if *named.get_or_insert(part) != part {
                    return Err(GivenUp);
                }
            }
            end = self.place();
        }
        self.text.get(start..end).ok_or(GivenUp)
    }

    /// A text in the brackets of a word; whether it has a name.
    fn part(&mut self) -> Result<bool> {
        self.skip();
        let named = self.peek() != Some(b'"');
        if named {
            self.field()?;
            self.skip();
        }
        if self.peek() != Some(b'"') {
            return Err(GivenUp);
        }
        self.quoted()?;
        Ok(named)
    }
}

/// The length of the digits of an escaped character with their closing bracket.
fn character(rest: &[u8]) -> Result<usize> {
    let length = rest.iter().take(7).position(|&byte| byte == b'}');
    let digits = length.and_then(|length| str::from_utf8(rest.get(..length)?).ok());
    let digits = digits.ok_or(GivenUp)?;
    if digits.starts_with('+') {
        return Err(GivenUp);
    }
    u32::from_str_radix(digits, 16)
        .ok()
        .and_then(char::from_u32)
        .map(|_| digits.len() + 1)
        .ok_or(GivenUp)
}
