//! Reads RON of any shape: every problem found, each with its place.

use std::ops::Range;

use ron::Options;
use ron::error::{Error, SpannedError};
use ron::extensions::Extensions;
use serde::de::DeserializeOwned;
use serde::de::value::BorrowedStrDeserializer;
use serde::{Deserialize, Deserializer};

use super::Report;
use super::leaf::{plain, raw, span_of, trimmed};
use super::mend::mend;
use super::quick;

/// The deepest nesting read.
const DEPTH: usize = 64;

/// A value, and where it was read from: for what can only be judged after reading, such as two
/// meanings of one key.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    address: usize,
    length: usize,
}

impl<T> Spanned<T> {
    /// Its bytes in the text that was given to [`read`], which must be the same one and not a copy.
    pub fn span(&self, text: &str) -> Range<usize> {
        span_of(text, self.address, self.length)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let ron = trimmed(raw(deserializer)?);
        match text(ron).map_or_else(|| options().from_str(ron), Ok) {
            Ok(value) => Ok(Self {
                value,
                address: ron.as_ptr().addr(),
                length: ron.len(),
            }),
            Err(error) => Err(passed_on(error)),
        }
    }
}

/// A text without escapes, for which no reader is needed; `None` when that is not what is wanted.
fn text<'de, T: Deserialize<'de>>(ron: &'de str) -> Option<T> {
    let text = BorrowedStrDeserializer::<serde::de::value::Error>::new(plain(ron)?);
    T::deserialize(text).ok()
}

/// The same error for the reader outside.
fn passed_on<E: serde::de::Error>(error: SpannedError) -> E {
    match error.code {
        Error::NoSuchStructField {
            expected, found, ..
        } => E::unknown_field(&found, expected),
        Error::NoSuchEnumVariant {
            expected, found, ..
        } => E::unknown_variant(&found, expected),
        Error::MissingStructField { field, .. } => E::missing_field(field),
        Error::DuplicateStructField { field, .. } => E::duplicate_field(field),
        other => E::custom(other),
    }
}

/// How every file is read.
pub(super) fn options() -> Options {
    Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_default_extension(Extensions::UNWRAP_NEWTYPES)
        .with_default_extension(Extensions::UNWRAP_VARIANT_NEWTYPES)
        .with_recursion_limit(DEPTH)
}

/// Reads a small file of any shape, such as a keymap or a theme, with the same diagnostics as a
/// model.
///
/// # Errors
/// A report with at least one error.
pub fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Box<Report>> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    if let Ok(read) = quick::read_value(body) {
        return Ok(read);
    }
    let read_one = |text: &str| options().from_str::<T>(text);
    read_one(body).map_err(|error| {
        let mended = mend(body, error, |sheet| read_one(sheet).map(drop));
        Box::new(Report::new(name, body, mended.problems))
    })
}
