//! Stands in for the reader of the model until that is written.

use std::ops::Range;

use ron::value::RawValue;
use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Deserializer};

use crate::model::{Problem, Report, Severity};
use crate::text::Clean;

/// A value and the bytes it was read from.
#[derive(Clone, Debug)]
pub(super) struct Spanned<T> {
    /// The value.
    pub(super) value: T,
    address: usize,
    length: usize,
}

impl<T> Spanned<T> {
    /// Its bytes in the text that was read.
    pub(super) fn span(&self, text: &str) -> Range<usize> {
        let start = self.address.saturating_sub(text.as_ptr().addr());
        start..start + self.length
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let raw = <&RawValue>::deserialize(from)?;
        let text = raw.get_ron().trim();
        let value = options().from_str(text).map_err(D::Error::custom)?;
        Ok(Self {
            value,
            address: text.as_ptr().addr(),
            length: text.len(),
        })
    }
}

fn options() -> ron::Options {
    ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME)
}

pub(super) fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Box<Report>> {
    options().from_str(text).map_err(|error| {
        Box::new(Report {
            name: Clean::new(name),
            text: text.into(),
            problems: vec![Problem {
                severity: Severity::Error,
                span: 0..0,
                message: error.to_string(),
                label: String::new(),
                help: None,
                other: None,
            }],
        })
    })
}
