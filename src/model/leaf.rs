//! A value at the end of a branch: read on its own, so that one bad value is one problem.

mod read;

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

use ron::value::RawValue;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

pub(super) use self::read::{Read, found, plain, word};
use super::lexer::Lexer;
use super::problem::{Problem, floor};
use super::words::NOTHING;

/// What was written: valid as RON, and read as a value when that is asked for.
pub(super) struct Leaf<'a, T> {
    ron: &'a str,
    of: PhantomData<T>,
}

/// What is wrong with a leaf.
#[derive(Clone, Debug)]
pub(super) struct Wrong {
    message: String,
    help: String,
}

impl Wrong {
    /// Said with what to do.
    pub(super) fn new(message: impl Into<String>, help: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            help: help.into(),
        }
    }

    /// The problem it makes at a place.
    pub(super) fn at(&self, span: Range<usize>) -> Problem {
        Problem::error(span, &self.message).help(&self.help)
    }
}

impl<'a, T> Leaf<'a, T> {
    /// The leaf with this RON, without white space around it.
    pub(super) const fn new(ron: &'a str) -> Self {
        Self {
            ron,
            of: PhantomData,
        }
    }

    /// The leaf at a byte of a text.
    pub(super) fn at(text: &'a str, offset: usize) -> Self {
        let rest = text.get(offset..).unwrap_or_default();
        if let Some(text) = plain_text(rest) {
            return Self::new(text);
        }
        let token = Lexer::new(rest).next().map_or(0..0, |token| token.span);
        Self::new(rest.get(token).unwrap_or_default())
    }

    /// The bytes of the leaf in the text that it was read from.
    pub(super) fn span(&self, text: &str) -> Range<usize> {
        span_of(text, self.ron.as_ptr().addr(), self.ron.len())
    }
}

impl Leaf<'_, Cow<'_, str>> {
    /// What stands between the quotes, as bytes of the text that it was read from; `None` for texts
    /// written in another way. There may be escapes in it.
    pub(super) fn quoted(&self, text: &str) -> Option<Range<usize>> {
        let inside = read::inside(self.ron)?;
        Some(span_of(text, inside.as_ptr().addr(), inside.len()))
    }
}

impl<'a, T: Read<'a>> Leaf<'a, T> {
    /// The value, or what is wrong with it.
    pub(super) fn read(&self) -> Result<T, Wrong> {
        T::read(self.ron).map_err(|wrong| {
            if NOTHING.contains(&self.ron) {
                let message = format!("`{}` is no value of a model", self.ron);
                return Wrong::new(message, "leave the field out");
            }
            wrong
        })
    }

    /// The value, if it is one.
    pub(super) fn value(&self) -> Option<T> {
        self.read().ok()
    }
}

impl<T> fmt::Debug for Leaf<'_, T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.ron, out)
    }
}

/// The text without escapes that comes next, with its quotes; `None` where something else does.
fn plain_text(rest: &str) -> Option<&str> {
    let inside = rest.as_bytes().strip_prefix(b"\"")?;
    let length = memchr::memchr2(b'"', b'\\', inside)?;
    let end = inside.get(length) == Some(&b'"');
    rest.get(..length + 2).filter(|_| end)
}

/// From an address inside a text to a span of that text; inside the text whatever the address.
pub(super) fn span_of(text: &str, address: usize, length: usize) -> Range<usize> {
    let start = floor(text, address.saturating_sub(text.as_ptr().addr()));
    start..floor(text, start.saturating_add(length)).max(start)
}

impl<'de: 'a, 'a, T> Deserialize<'de> for Leaf<'a, T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        raw(deserializer).map(|ron| Self::new(trimmed(ron)))
    }
}

/// By what name the reader is asked for the RON of a value.
pub(super) const RAW: &str = "$ron::private::RawValue";

/// The RON of the next value, as it is written.
///
/// This is what `RawValue` asks of the reader, by the same name; but `RawValue` then reads the value
/// once more, which is half of the time of loading a model.
pub(super) fn raw<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'de str, D::Error> {
    deserializer.deserialize_newtype_struct(RAW, RawVisitor)
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = &'de str;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a value")
    }

    fn visit_borrowed_str<E: serde::de::Error>(self, ron: &'de str) -> Result<Self::Value, E> {
        Ok(ron)
    }

    /// Called when the reader knows that name no more: the slow way still works.
    fn visit_newtype_struct<D: Deserializer<'de>>(self, rest: D) -> Result<Self::Value, D::Error> {
        <&RawValue>::deserialize(rest).map(RawValue::get_ron)
    }
}

/// The value without the comments and white space that a `RawValue` keeps around it.
pub(super) fn trimmed(ron: &str) -> &str {
    let bytes = ron.as_bytes();
    if bytes.first() == Some(&b'"') && bytes.last() == Some(&b'"') {
        return ron;
    }
    let mut tokens = Lexer::new(ron);
    let Some(first) = tokens.next() else {
        return ron;
    };
    let end = tokens.last().map_or(first.span.end, |last| last.span.end);
    ron.get(first.span.start..end).unwrap_or(ron)
}
