//! Reads on after a structural error: what cannot be read is blanked out, and the rest read again,
//! so that one slip does not hide the others.

mod lost;

use std::ops::Range;

use ron::error::{Error, SpannedError};

pub(super) use self::lost::Lost;
use super::Problem;
use super::explain::{explain, offset};
use super::outline::{Element, Outline, outline};

/// The most rounds of reading.
const ROUNDS: usize = 64;

/// The most bytes read in all rounds together, so that large files have fewer rounds.
const BUDGET: usize = 256 * 1024 * 1024;

/// A text whose unreadable parts were blanked out, byte for byte.
#[derive(Debug)]
pub(super) struct Mended {
    /// The text as far as it can be read; `None` when nothing could be done.
    pub(super) text: Option<String>,
    /// The structural problems.
    pub(super) problems: Vec<Problem>,
    /// What was blanked out.
    pub(super) lost: Lost,
}

/// Reads a text again and again, from its first error on, until it can be read or no more can be
/// done.
pub(super) fn mend(
    text: &str,
    first: SpannedError,
    read: impl Fn(&str) -> Result<(), SpannedError>,
) -> Mended {
    let mut sheet = text.to_owned();
    let mut problems = Vec::new();
    let mut lost = Lost::default();
    let rounds = (BUDGET / text.len().max(1)).clamp(2, ROUNDS);
    let mut error = first;
    let mut sound = false;
    for _ in 0..rounds {
        let at = offset(&sheet, &error);
        let deep = error.code == Error::ExceededRecursionLimit;
        let around = outline(&sheet, at, sound && !deep);
        // What is blanked out takes its brackets along.
        sound = around.fault.is_none();
        let (problem, stop) = judge(&sheet, text, at, &error, &around, &lost);
        problems.extend(problem);
        if stop {
            break;
        }
        let Some(patch) = patch(&sheet, at, &error, &around) else {
            break;
        };
        match patch {
            Patch::Blank(span) => {
                lost.add(text, span.clone(), &error.code);
                sheet = blanked(&sheet, &span);
            }
            Patch::Put(place, byte) => sheet.replace_range(place..=place, byte),
        }
        match read(&sheet) {
            Ok(()) => {
                return Mended {
                    text: Some(sheet),
                    problems,
                    lost,
                };
            }
            Err(next) => error = next,
        }
    }
    Mended {
        text: None,
        problems,
        lost,
    }
}

/// The problem to report for an error, and whether reading on makes no sense.
fn judge(
    sheet: &str,
    text: &str,
    at: usize,
    error: &SpannedError,
    around: &Outline,
    lost: &Lost,
) -> (Option<Problem>, bool) {
    if let Error::MissingStructField { field, .. } = &error.code
        && lost.has_field(
            field,
            &holder(&error.code, around).unwrap_or(0..sheet.len()),
        )
    {
        return (None, false);
    }
    let problem = explain(sheet, text, at, error, around);
    if !is_syntax(&error.code) {
        return (Some(problem), false);
    }
    match &around.fault {
        Some(fault) if around.runaway(sheet).is_none() => (Some(fault.clone()), true),
        Some(_) => (Some(problem), true),
        None => (Some(problem), false),
    }
}

/// Whether the error may come from brackets or quotes that do not match.
const fn is_syntax(error: &Error) -> bool {
    !matches!(
        error,
        Error::NoSuchStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::MissingStructField { .. }
            | Error::NoSuchEnumVariant { .. }
            | Error::ExceededRecursionLimit
            | Error::InvalidEscape(_)
            | Error::InvalidValueForType { .. }
            | Error::Message(_)
    )
}

enum Patch {
    /// Blanks a part out.
    Blank(Range<usize>),
    /// Puts one character in the place of another.
    Put(usize, &'static str),
}

fn patch(sheet: &str, at: usize, error: &SpannedError, around: &Outline) -> Option<Patch> {
    let bytes = sheet.as_bytes();
    match error.code {
        Error::ExpectedComma => {
            let gap = around.before.as_ref().map(|before| before.span.end);
            let place =
                gap.filter(|&gap| gap < at && bytes.get(gap).is_some_and(u8::is_ascii_whitespace));
            if let Some(place) = place {
                return Some(Patch::Put(place, ","));
            }
        }
        Error::ExpectedMapColon if bytes.get(at) == Some(&b'=') => {
            return Some(Patch::Put(at, ":"));
        }
        Error::TrailingCharacters => return Some(Patch::Blank(at..sheet.len())),
        _ => {}
    }
    let mut elements: Vec<&Element> = holders(&error.code, around).collect();
    if error.code == Error::ExceededRecursionLimit {
        elements.truncate(3);
    }
    elements
        .into_iter()
        .rev()
        .find(|element| {
            element.is_removable()
                && bytes
                    .get(element.span.clone())
                    .is_some_and(|part| part.iter().any(|byte| !byte.is_ascii_whitespace()))
        })
        .map(|element| Patch::Blank(element.span.clone()))
}

/// All of the struct that an error is about; `None` for the outermost one.
fn holder(error: &Error, around: &Outline) -> Option<Range<usize>> {
    let element = holders(error, around).next_back()?;
    Some(element.span.clone())
}

/// The elements that may have to go, the outermost first.
fn holders<'a>(error: &Error, around: &'a Outline) -> impl DoubleEndedIterator<Item = &'a Element> {
    // A missing field shows at the bracket that closes its struct: the struct has to go, not the
    // field before the bracket.
    let least = match (&error, &around.here) {
        (Error::MissingStructField { .. }, Some(here)) => here.span.end,
        _ => 0,
    };
    around
        .around
        .iter()
        .filter(move |element| element.span.end >= least)
}

/// The text with spaces for every byte of a part but its line breaks, so that places stay.
fn blanked(text: &str, span: &Range<usize>) -> String {
    let mut blank = String::with_capacity(text.len());
    blank.push_str(text.get(..span.start).unwrap_or_default());
    let part = text.as_bytes().get(span.clone()).unwrap_or_default();
    blank.extend(
        part.iter()
            .map(|&byte| if byte == b'\n' { '\n' } else { ' ' }),
    );
    blank.push_str(text.get(span.end..).unwrap_or_default());
    blank
}
