//! What is wrong with a file, said so that its author can mend it.

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

/// A place in a text as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The line, from 1.
    pub line: usize,
    /// The column, from 1, in characters.
    pub column: usize,
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

    /// Where a byte of the text is.
    pub fn place(&self, _offset: usize) -> Place {
        todo!("H-model")
    }

    /// Every problem with its source line, a caret and what to do, separated by empty lines; plain
    /// text, or with the colours of a terminal. Never contains a control character of the file.
    pub fn render(&self, _color: bool, _ascii: bool) -> String {
        todo!("H-model")
    }
}
