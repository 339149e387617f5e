//! What is wrong with a file, said so that its author can mend it.

mod render;

use std::ops::Range;
use std::sync::Arc;

use crate::text::Clean;

/// How much a problem matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The file cannot be used until this is mended.
    Error,
    /// The file can be used; this would make it better.
    Advice,
}

/// One thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// How much it matters.
    pub severity: Severity,
    /// The bytes of the text that it is about.
    pub span: Range<usize>,
    /// What is wrong, as a clause without a full stop.
    pub message: String,
    /// A few words beside the caret; empty for none.
    pub label: String,
    /// What to do, when that can be told.
    pub help: Option<String>,
    /// Another place that matters, such as where an id was first defined, and what it is.
    pub other: Option<(Range<usize>, String)>,
}

impl Problem {
    /// A problem that keeps the file from being used.
    pub fn error(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Error,
            span,
            message: message.into(),
            label: String::new(),
            help: None,
            other: None,
        }
    }

    /// A piece of advice.
    pub fn advice(span: Range<usize>, message: impl Into<String>) -> Self {
        Self {
            severity: Severity::Advice,
            ..Self::error(span, message)
        }
    }

    /// With a few words beside the caret.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// With what to do.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With another place that matters, and what it is.
    #[must_use]
    pub fn other(mut self, span: Range<usize>, what: impl Into<String>) -> Self {
        self.other = Some((span, what.into()));
        self
    }
}

/// A place in a text as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
}

impl Place {
    /// The place of a byte; of the text's end when it lies beyond.
    pub(super) fn of(text: &str, offset: usize) -> Self {
        let before = text.get(..floor(text, offset)).unwrap_or_default();
        let start = memchr::memrchr(b'\n', before.as_bytes()).map_or(0, |at| at + 1);
        Self {
            line: memchr::memchr_iter(b'\n', before.as_bytes()).count() + 1,
            column: before.get(start..).map_or(0, |line| line.chars().count()) + 1,
        }
    }
}

impl std::fmt::Display for Place {
    /// `41:9`
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}", self.line, self.column)
    }
}

/// The nearest character boundary at or before a byte.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The nearest character boundary at or after a byte.
pub(super) fn ceil(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at += 1;
    }
    at
}

/// All problems of one file, in the order of the text.
#[derive(Clone, Debug)]
pub struct Report {
    /// The file as messages name it.
    pub name: Clean,
    /// The text that the spans point into.
    pub text: Arc<str>,
    /// The problems.
    pub problems: Vec<Problem>,
}

impl Report {
    /// A report on a text. The problems are put into the order of the text, and their spans inside
    /// it.
    pub fn new(name: &str, text: impl Into<Arc<str>>, mut problems: Vec<Problem>) -> Self {
        let text = text.into();
        for problem in &mut problems {
            let spans = std::iter::once(&mut problem.span)
                .chain(problem.other.as_mut().map(|(span, _)| span));
            for span in spans {
                let start = floor(&text, span.start);
                *span = start..ceil(&text, span.end).max(start);
            }
        }
        problems.sort_by(|one, other| {
            let key = |each: &Problem| (each.span.start, each.severity, each.span.end);
            key(one).cmp(&key(other))
        });
        Self {
            name: Clean::new(name),
            text,
            problems,
        }
    }

    /// How many errors there are.
    pub fn errors(&self) -> usize {
        self.problems
            .iter()
            .filter(|problem| problem.severity == Severity::Error)
            .count()
    }

    /// How many pieces of advice there are.
    pub fn advice(&self) -> usize {
        self.problems.len() - self.errors()
    }

    /// The counts in words: `12 errors, 3 pieces of advice`, or `no problems`.
    pub fn summary(&self) -> String {
        let errors = match self.errors() {
            0 => None,
            1 => Some("1 error".to_owned()),
            many => Some(format!("{many} errors")),
        };
        let advice = match self.advice() {
            0 => None,
            1 => Some("1 piece of advice".to_owned()),
            many => Some(format!("{many} pieces of advice")),
        };
        match (errors, advice) {
            (None, None) => "no problems".to_owned(),
            (Some(one), None) | (None, Some(one)) => one,
            (Some(errors), Some(advice)) => format!("{errors}, {advice}"),
        }
    }

    /// Where a byte of the text is.
    pub fn place(&self, offset: usize) -> Place {
        Place::of(&self.text, offset)
    }
}
