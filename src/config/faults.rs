//! Gathers everything that is wrong with a file of the user, not only the first thing.

use crate::model::{Problem, Report, Spanned, nearest, quoted};

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
            // As the reader does, so that places mean the same.
            text: text.strip_prefix('\u{feff}').unwrap_or(text),
            problems: Vec::new(),
        }
    }

    pub(super) fn add(&mut self, problem: Problem) {
        self.problems.push(problem);
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
        let message = format!("no {kind} is called `{}`", quoted(&word.value));
        let help = nearest(&word.value, known.into_iter()).map_or_else(
            || otherwise.to_owned(),
            |near| format!("did you mean `{near}`?"),
        );
        self.add(Problem::error(word.span(), message).help(help));
    }

    /// The value, when nothing was wrong.
    pub(super) fn finish<T>(self, value: T) -> Result<T, Box<Report>> {
        if self.problems.is_empty() {
            return Ok(value);
        }
        Err(Box::new(Report::new(self.name, self.text, self.problems)))
    }
}
