//! Which format a file is of, seen before it is read: a newer one would read as a heap of errors.

use crate::model::Problem;
use crate::model::notation::{Lexer, Shape};
use crate::model::words::quoted;

/// The format that this program reads.
const FORMAT: u32 = 1;

/// What is wrong with the format of a file. Nothing is, when the file is too broken to tell.
pub(super) fn check(text: &str) -> Option<Problem> {
    let mut tokens = Lexer::new(text).peekable();
    // `#![enable(...)]`, which some editors put first.
    while tokens
        .peek()
        .is_some_and(|token| token.shape == Shape::Mark)
    {
        tokens
            .by_ref()
            .find(|token| token.shape == Shape::Close(b']'))?;
    }
    let first = tokens.next()?;
    let opening = match first.shape {
        Shape::Word => tokens.next()?,
        _ => first.clone(),
    };
    if opening.shape != Shape::Open(b'(') {
        return Some(
            Problem::error(first.span, "this file is not a model")
                .help("a model starts with `(format: 1, id: \"...\", title: \"...\",`"),
        );
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
                return judge(text.get(value.span.clone())?, value.span);
            }
            _ => {}
        }
        word = None;
    }
    Some(
        Problem::error(opening.span, "this file does not say which format it is of")
            .help(format!("add `format: {FORMAT},` as its first field")),
    )
}

fn judge(value: &str, span: std::ops::Range<usize>) -> Option<Problem> {
    match value.trim_matches('"').parse::<u32>() {
        Ok(FORMAT) if !value.starts_with('"') => None,
        Ok(newer) if newer > FORMAT => Some(
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
