//! Which format a file is of, seen before it is read: a newer one would read as a heap of errors.

use std::ops::Range;

use crate::model::Problem;
use crate::model::notation::{Lexer, Shape};
use crate::model::words::quoted;

/// The format that this program reads.
const FORMAT: u32 = 1;

/// Why a file is not read at all: it is no model, or one of a newer format.
pub(super) fn refused(text: &str) -> Option<Problem> {
    match stated(text)? {
        Stated::Nowhere(start, false) => Some(
            Problem::error(start, "this file is not a model")
                .help("a model starts with `(format: 1, id: \"...\", title: \"...\",`"),
        ),
        Stated::Nowhere(..) => None,
        Stated::As(value, span) => judge(value, span).filter(|_| number(value) > Some(FORMAT)),
    }
}

/// What is wrong with the format of a file that is read all the same, so that its other faults are
/// told with it. Nothing is, when the file is too broken to tell.
pub(super) fn unsaid(text: &str) -> Option<Problem> {
    match stated(text)? {
        Stated::Nowhere(opening, _) => Some(
            Problem::error(opening, "this file does not say which format it is of")
                .help(format!("add `format: {FORMAT},` as its first field")),
        ),
        Stated::As(value, span) => judge(value, span),
    }
}

/// What a file says of its format.
enum Stated<'a> {
    /// Nothing; where it begins, and whether that is as models do.
    Nowhere(Range<usize>, bool),
    As(&'a str, Range<usize>),
}

fn stated(text: &str) -> Option<Stated<'_>> {
    let mut tokens = Lexer::new(text).peekable();
    while let Some(mark) = tokens.next_if(|token| token.shape == Shape::Mark) {
        let rest = text.get(mark.span.start..).unwrap_or_default();
        if rest.starts_with("#![") {
            // `#![enable(...)]`, which some editors put first.
            tokens
                .by_ref()
                .find(|token| token.shape == Shape::Close(b']'))?;
        } else {
            // A line of some other notation, such as a comment with `#`, is told of by itself.
            let end = mark.span.start + rest.find('\n').unwrap_or(rest.len());
            while tokens.next_if(|token| token.span.start < end).is_some() {}
        }
    }
    let first = tokens.next()?;
    let opening = match first.shape {
        Shape::Word => tokens.next()?,
        _ => first.clone(),
    };
    if opening.shape != Shape::Open(b'(') {
        return Some(Stated::Nowhere(first.span, false));
    }
    let mut depth = 1_usize;
    let mut word = None;
    while let Some(token) = tokens.next() {
        match token.shape {
            Shape::Open(_) => depth += 1,
            Shape::Close(_) if depth == 1 => break,
            Shape::Close(_) => depth -= 1,
            Shape::Unclosed => return None,
            Shape::Word if depth == 1 => {
                word = text.get(token.span.clone());
                continue;
            }
            Shape::Colon if word == Some("format") => {
                let value = tokens.next()?;
                return Some(Stated::As(text.get(value.span.clone())?, value.span));
            }
            _ => {}
        }
        word = None;
    }
    Some(Stated::Nowhere(opening.span, true))
}

fn number(value: &str) -> Option<u32> {
    value.trim_matches('"').parse().ok()
}

fn judge(value: &str, span: Range<usize>) -> Option<Problem> {
    match number(value) {
        Some(FORMAT) if !value.starts_with('"') => None,
        Some(newer) if newer > FORMAT => Some(
            Problem::error(
                span,
                format!("this file is of format {newer}; this senryaku reads format {FORMAT}"),
            )
            .help("a newer senryaku may read it"),
        ),
        _ => Some(
            Problem::error(span, format!("there is no format {}", quoted(value)))
                .help(format!("this senryaku reads `format: {FORMAT}`")),
        ),
    }
}
