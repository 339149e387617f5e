//! Values that clap does not know by itself: kinds, counts.

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use crate::model::Kind;

/// A kind by its word, one or several; completions and help list the singular alone.
pub(super) fn kind() -> impl TypedValueParser<Value = Kind> {
    let words = Kind::ALL.iter().map(|kind| {
        let value = PossibleValue::new(kind.word()).alias(format!("{}s", kind.word()));
        if kind.section() == format!("{}s", kind.word()) {
            value
        } else {
            value.alias(kind.section())
        }
    });
    PossibleValuesParser::new(words)
        .try_map(|word| Kind::named(&word).ok_or_else(|| format!("no kind `{word}`")))
}

/// A count from 1.
pub(super) fn count(text: &str) -> Result<usize, String> {
    match text.parse() {
        Ok(0) | Err(_) => Err("a whole number from 1 is wanted".to_owned()),
        Ok(count) => Ok(count),
    }
}
