//! Reads RON of any shape: every problem found, each with its place.

use std::ops::Range;

use serde::de::DeserializeOwned;

use super::Report;

/// A value and the bytes it was read from.
#[derive(Clone, Debug)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the text.
    pub span: Range<usize>,
}

/// Reads a small file of any shape, such as a keymap or a theme, with the same diagnostics as a
/// model.
///
/// # Errors
/// A report with at least one error.
pub fn read<T: DeserializeOwned>(_name: &str, _text: &str) -> Result<T, Report> {
    todo!("H-model")
}
