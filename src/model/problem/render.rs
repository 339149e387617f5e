//! Problems as text, with the source line and a caret.

use std::ops::Range;

use super::{Place, ceil, floor};

/// A piece of one source line around a span, short enough to show.
#[derive(Debug)]
pub(in crate::model) struct Window<'a> {
    /// The piece.
    pub(in crate::model) text: &'a str,
    /// Where it starts in the text.
    pub(in crate::model) start: usize,
}

impl<'a> Window<'a> {
    /// The piece around the start of a span.
    pub(in crate::model) fn around(text: &'a str, span: &Range<usize>) -> Self {
        let at = floor(text, span.start);
        let bytes = text.as_bytes();
        let line =
            memchr::memrchr(b'\n', bytes.get(..at).unwrap_or_default()).map_or(0, |at| at + 1);
        let end = memchr::memchr(b'\n', bytes.get(at..).unwrap_or_default())
            .map_or(text.len(), |end| at + end);
        let start = if end - line > 160 {
            ceil(text, line.max(at.saturating_sub(80)))
        } else {
            line
        };
        let end = floor(text, end.min(start + 160)).max(start);
        Self {
            text: text.get(start..end).unwrap_or_default(),
            start,
        }
    }
}

impl super::Report {
    /// Every problem.
    pub fn render(&self, _color: bool, _ascii: bool) -> String {
        let mut out = String::new();
        for problem in &self.problems {
            let Place { line, column } = self.place(problem.span.start);
            out += &format!(
                "{}:{line}:{column}: {} [{}] help: {:?}\n",
                self.name, problem.message, problem.label, problem.help
            );
        }
        out
    }
}
