//! A value at the end of a branch: read on its own, so that one bad value is one problem.

mod read;

use std::fmt;
use std::ops::Range;

use ron::value::RawValue;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

pub(super) use self::read::{Read, found, word};
use super::lexer::Lexer;
use super::problem::{Problem, floor};

/// What was written, as a value or as what is wrong with it, and where it stands.
#[derive(Clone, Debug)]
pub(super) struct Leaf<T> {
    /// The value, if it is one.
    pub(super) read: Result<T, Box<Wrong>>,
    address: usize,
    length: usize,
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

impl<T> Leaf<T> {
    /// The bytes of the leaf in the text that it was read from.
    pub(super) fn span(&self, text: &str) -> Range<usize> {
        span_of(text, self.address, self.length)
    }

    /// The value, if it is one.
    pub(super) fn value(&self) -> Option<&T> {
        self.read.as_ref().ok()
    }
}

/// From an address inside a text to a span of that text; inside the text whatever the address.
pub(super) fn span_of(text: &str, address: usize, length: usize) -> Range<usize> {
    let start = floor(text, address.saturating_sub(text.as_ptr().addr()));
    start..floor(text, start.saturating_add(length)).max(start)
}

impl<'de, T: Read<'de>> Deserialize<'de> for Leaf<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ron = trimmed(raw(deserializer)?);
        Ok(Self {
            read: T::read(ron).map_err(Box::new),
            address: ron.as_ptr().addr(),
            length: ron.len(),
        })
    }
}

/// The RON of the next value, as it is written.
///
/// This is what `RawValue` asks of the reader, by the same name; but `RawValue` then reads the value
/// once more, which is half of the time of loading a model.
pub(super) fn raw<'de, D: Deserializer<'de>>(deserializer: D) -> Result<&'de str, D::Error> {
    deserializer.deserialize_newtype_struct("$ron::private::RawValue", RawVisitor)
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
