//! Reads small files of any shape, with every problem found and its place.

use ron::error::{Error, SpannedError};
use serde::de::DeserializeOwned;

use super::dialect::options;
use super::tolerant::{Reading, read_tolerantly};
use crate::model::{Problem, Report};

/// Reads a small file of any shape, such as a keymap or a theme, with the same diagnostics as a
/// model.
///
/// # Errors
/// A report with at least one error.
pub fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Box<Report>> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = options().from_str::<T>(body);
    let Reading {
        value, problems, ..
    } = read_tolerantly(body);
    let problems = match (first, value) {
        // The second reading knows the places.
        (Ok(_), Some(value)) if problems.is_empty() => return Ok(value),
        (Ok(value), _) => return Ok(value),
        (Err(error), _) if problems.is_empty() => vec![refused(body, &error)],
        (Err(_), _) => problems,
    };
    Err(Box::new(Report::new(name, body, problems)))
}

/// What is said of a text that `ron` refuses, where nothing better is known.
pub(in crate::model) fn refused(text: &str, error: &SpannedError) -> Problem {
    let end = error.span.end;
    let mut lines = text.split_inclusive('\n');
    let before: usize = lines.by_ref().take(end.line - 1).map(str::len).sum();
    let line = lines.next().unwrap_or_default();
    let column = line.char_indices().nth(end.col - 1);
    let at = before + column.map_or(line.len(), |(at, _)| at);
    if matches!(
        error.code,
        Error::NoSuchExtension(_) | Error::ExpectedAttribute | Error::ExpectedAttributeEnd
    ) {
        return Problem::error(0..at, "the first line switches on what there is not")
            .help("take out `#![enable(...)]`: nothing needs it");
    }
    Problem::error(at..at, "the notation cannot be read from here on")
        .help("look for a bracket, quote or comma that is missing or too many just before")
}
