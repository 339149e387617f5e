//! A value at the end of a branch: read on its own, so that one bad value is one problem.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use ron::error::Error;
use ron::value::RawValue;
use serde::de::Visitor;
use serde::{Deserialize, Deserializer};

use super::lexer::Lexer;
use super::problem::{Problem, floor};
use super::reader::options;
use super::words::{did_you_mean, quoted};
use super::{EventStatus, Role, Tier, Verb, Weight};
use crate::date::Date;

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
    help: Option<String>,
}

impl Wrong {
    fn new(message: String) -> Box<Self> {
        Box::new(Self {
            message,
            help: None,
        })
    }

    pub(super) fn with(message: String, help: impl Into<String>) -> Box<Self> {
        Box::new(Self {
            message,
            help: Some(help.into()),
        })
    }

    /// The problem it makes at a place.
    pub(super) fn at(&self, span: Range<usize>) -> Problem {
        let mut problem = Problem::error(span, self.message.clone());
        problem.help.clone_from(&self.help);
        problem
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
            read: T::read(ron),
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

/// A type that a leaf can have.
pub(super) trait Read<'a>: Sized {
    /// Reads the value from its RON, which is valid as RON.
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>>;
}

impl<'a: 'b, 'b> Read<'a> for Cow<'b, str> {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        let plain = ron
            .strip_prefix('"')
            .and_then(|rest| rest.strip_suffix('"'));
        if let Some(plain) = plain
            && memchr::memchr(b'\\', plain.as_bytes()).is_none()
        {
            return Ok(Cow::Borrowed(plain));
        }
        if let Ok(text) = options().from_str::<String>(ron) {
            return Ok(Cow::Owned(text));
        }
        let message = format!("expected a text, found {}", found(ron));
        Err(match ron.as_bytes().first() {
            Some(b'(' | b'[' | b'{') => Wrong::new(message),
            _ => Wrong::with(message, format!("put it in quotes: `\"{}\"`", quoted(ron))),
        })
    }
}

impl<'a> Read<'a> for bool {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        match ron {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Wrong::with(
                format!("expected `true` or `false`, found {}", found(ron)),
                "write one of the two, without quotes",
            )),
        }
    }
}

impl<'a> Read<'a> for i64 {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        options().from_str(ron).map_err(|error| {
            if error.code == Error::IntegerOutOfBounds {
                return Wrong::new(format!("the number `{}` is too large", quoted(ron)));
            }
            let message = format!("expected a whole number, found {}", found(ron));
            let digits = ron.trim_matches('"');
            if digits.len() < ron.len() && digits.parse::<Self>().is_ok() {
                Wrong::with(message, format!("leave out the quotes: `{digits}`"))
            } else {
                Wrong::with(message, "write it in digits, such as `3`")
            }
        })
    }
}

impl<'a> Read<'a> for Date {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        if !ron.ends_with(['"', '#']) {
            let message = format!("expected a date in quotes, found {}", found(ron));
            return Err(match ron.parse::<Self>() {
                Ok(date) => Wrong::with(message, format!("put it in quotes: `\"{}\"`", date.iso())),
                Err(_) => Wrong::with(
                    message,
                    "write `\"2021\"`, `\"2021-09\"` or `\"2021-09-28\"`",
                ),
            });
        }
        let text = Cow::<str>::read(ron)?;
        text.parse::<Self>().map_err(|error| {
            Wrong::with(
                format!("`{}` is not a date", quoted(&text)),
                error.to_string(),
            )
        })
    }
}

impl<'a> Read<'a> for Role {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        word(ron, "role")
    }
}

impl<'a> Read<'a> for Weight {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        word(ron, "weight")
    }
}

impl<'a> Read<'a> for EventStatus {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        word(ron, "status of an event")
    }
}

impl<'a> Read<'a> for Tier {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        word(ron, "tier")
    }
}

impl<'a> Read<'a> for Verb {
    fn read(ron: &'a str) -> Result<Self, Box<Wrong>> {
        word(ron, "verb")
    }
}

/// Reads a word of a closed vocabulary.
pub(super) fn word<'a, T: Deserialize<'a>>(ron: &'a str, what: &str) -> Result<T, Box<Wrong>> {
    let unquoted = ron.trim_matches('"');
    if unquoted.len() < ron.len() {
        let message = format!("expected a {what}, found a text");
        return Err(Wrong::with(
            message,
            format!("write it without quotes: `{}`", quoted(unquoted)),
        ));
    }
    options().from_str(ron).map_err(|error| match error.code {
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => Wrong::with(
            format!("there is no {what} `{}`", quoted(&found)),
            did_you_mean(&found, expected.iter().copied(), "use one of"),
        ),
        Error::NoSuchStructField {
            expected, found, ..
        } => Wrong::with(
            format!("unknown field `{}` in a {what}", quoted(&found)),
            did_you_mean(&found, expected.iter().copied(), "the fields are"),
        ),
        Error::MissingStructField { field, .. } => {
            Wrong::new(format!("the {what} lacks its field `{field}`"))
        }
        _ if ron.starts_with("Other") => Wrong::with(
            "the verb `Other` has two phrases".to_owned(),
            "write `Other(\"verb phrase\", \"inverse phrase\")`",
        ),
        Error::TrailingCharacters => Wrong::with(
            format!("this {what} stands alone"),
            format!(
                "leave out what follows `{}`",
                quoted(ron.split('(').next().unwrap_or_default())
            ),
        ),
        _ => Wrong::new(format!("expected a {what}, found {}", found(ron))),
    })
}

/// What a value is, in words.
pub(super) fn found(ron: &str) -> String {
    match ron.bytes().next() {
        None => "nothing".to_owned(),
        Some(b'"') => "a text".to_owned(),
        Some(b'[') => "a list".to_owned(),
        Some(b'(') => "an opening `(`".to_owned(),
        Some(b'{') => "a map".to_owned(),
        Some(b'0'..=b'9' | b'-' | b'+' | b'.') => format!("the number `{}`", quoted(ron)),
        Some(_) => format!("`{}`", quoted(ron)),
    }
}
