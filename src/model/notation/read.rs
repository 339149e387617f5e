//! Reads small files of any shape, with every problem found and its place.

use ron::error::{Error, SpannedError};
use serde::de::DeserializeOwned;

use super::dialect::options;
use super::lost::Lost;
use super::repair::repair;
use super::tolerant::read_tolerantly;
use crate::model::{Problem, Report};

/// Reads a small file of any shape, such as a keymap or a theme, with the same diagnostics as a
/// model. `judge` makes of it what is wanted and adds what else is wrong with it, so that one round
/// names every fault.
///
/// # Errors
/// A report with at least one error.
pub fn read<T: DeserializeOwned, M>(
    name: &str,
    text: &str,
    judge: impl FnOnce(T, &mut Vec<Problem>) -> M,
) -> Result<M, Box<Report>> {
    let body = text.strip_prefix('\u{feff}').unwrap_or(text);
    let problems = match options().from_str::<T>(body) {
        Ok(value) => {
            let mut problems = Vec::new();
            // The second reading knows the places.
            let again = read_tolerantly(body);
            let placed = again.value.filter(|_| again.problems.is_empty());
            let made = judge(placed.unwrap_or(value), &mut problems);
            if problems.is_empty() {
                return Ok(made);
            }
            problems
        }
        Err(error) => explained(body, &error, |_, value, _, told| {
            let mut more = Vec::new();
            judge(value, &mut more);
            beside(more, told)
        }),
    };
    Err(Box::new(Report::new(name, body, problems)))
}

/// Every fault of a text that `ron` refuses, none of them twice: slips of notation are mended in a
/// copy, and what can be read of that is judged, as far as it is whole.
pub(in crate::model) fn explained<T: DeserializeOwned>(
    text: &str,
    error: &SpannedError,
    judge: impl FnOnce(&str, T, &Lost, &[Problem]) -> Vec<Problem>,
) -> Vec<Problem> {
    let repaired = repair(text);
    if repaired.is_hopeless {
        return repaired.problems;
    }
    let reading = read_tolerantly::<T>(&repaired.text);
    let mut problems = reading.problems;
    if let Some(value) = reading.value
        && !reading.is_cut
        && !repaired.is_cut
    {
        let more = judge(&repaired.text, value, &reading.lost, &problems);
        problems.extend(more);
    }
    let back = problems.into_iter().map(|problem| repaired.back(problem));
    let mut problems: Vec<Problem> = back.collect();
    problems.extend(repaired.problems);
    if problems.is_empty() {
        problems.push(refused(text, error));
    }
    problems
}

/// What a judge says beside what is told: what could not be read is not said to be missing as well.
fn beside(more: Vec<Problem>, told: &[Problem]) -> Vec<Problem> {
    let is_told = |each: &Problem| {
        let mut told = told.iter().map(|told| &told.span);
        told.any(|told| told.start < each.span.end && each.span.start < told.end)
    };
    more.into_iter().filter(|each| !is_told(each)).collect()
}

/// What is said of a text that `ron` refuses, where nothing better is known.
fn refused(text: &str, error: &SpannedError) -> Problem {
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
