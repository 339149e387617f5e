//! Gathers everything that is wrong with a file of the user, not only the first thing.

use std::ops::Range;

use super::reader::Spanned;
use crate::model::{Problem, Report, Severity};
use crate::text::Clean;

/// The problems of one file.
#[derive(Debug)]
pub(super) struct Faults<'a> {
    name: &'a str,
    text: &'a str,
    problems: Vec<Problem>,
}

impl<'a> Faults<'a> {
    pub(super) fn new(name: &'a str, text: &'a str) -> Self {
        Self {
            name,
            text: text.strip_prefix('\u{feff}').unwrap_or(text),
            problems: Vec::new(),
        }
    }

    pub(super) fn add<T>(&mut self, at: &Spanned<T>, message: String) -> &mut Problem {
        self.problems.push(Problem {
            severity: Severity::Error,
            span: self.place(at),
            message,
            label: String::new(),
            help: None,
            other: None,
        });
        let last = self.problems.len() - 1;
        #[expect(clippy::indexing_slicing, reason = "the problem was just pushed")]
        &mut self.problems[last]
    }

    /// Where a value stands, for a second place that matters to a problem.
    pub(super) fn place<T>(&self, of: &Spanned<T>) -> Range<usize> {
        of.span(self.text)
    }

    /// A word that is none of those known; `kind` is what it should name, `otherwise` is said when
    /// no known word comes near.
    pub(super) fn unknown<'k>(
        &mut self,
        kind: &str,
        word: &Spanned<String>,
        known: impl IntoIterator<Item = &'k str>,
        otherwise: &str,
    ) {
        let message = format!("no {kind} is called `{}`", Clean::new(&word.value));
        self.add(word, message).help = Some(match nearest(&word.value, known) {
            Some(near) => format!("did you mean `{near}`?"),
            None => otherwise.to_owned(),
        });
    }

    /// The value, when nothing was wrong.
    pub(super) fn finish<T>(mut self, value: T) -> Result<T, Box<Report>> {
        if self.problems.is_empty() {
            return Ok(value);
        }
        self.problems.sort_by_key(|problem| problem.span.start);
        Err(Box::new(Report {
            name: Clean::new(self.name),
            text: self.text.into(),
            problems: self.problems,
        }))
    }
}

/// The known word that a misspelt one was most likely meant to be.
pub(super) fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let word = word.to_lowercase();
    let far = 1 + word.chars().count() / 3;
    known
        .into_iter()
        .map(|each| (strsim::osa_distance(&word, &each.to_lowercase()), each))
        .filter(|(distance, _)| *distance <= far)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, each)| each)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near_or_none() {
        let known = ["next-pane", "quit", "quit-now"];
        assert_eq!(nearest("next-pain", known), Some("next-pane"));
        assert_eq!(nearest("Quti", known), Some("quit"));
        assert_eq!(nearest("elephant", known), None);
        assert_eq!(nearest("", known), None);
    }
}
