//! What an error of the RON reader means, in words for the author of the file.

use std::ops::Range;

use ron::error::{Error, SpannedError};

use super::draft::FIELDS;
use super::leaf::found;
use super::lexer::{Shape, Token};
use super::outline::Outline;
use super::problem::Place;
use super::words::{a, did_you_mean, nearest, quoted};
use super::{Kind, Problem};

/// Words that authors try, and the field that they mean.
const MEANT: &[(&str, &str)] = &[
    ("title", "name"),
    ("label", "name"),
    ("description", "summary"),
    ("abstract", "summary"),
    ("text", "details"),
    ("body", "details"),
    ("tags", "themes"),
    ("references", "sources"),
    ("refs", "sources"),
    ("cites", "sources"),
    ("source", "sources"),
    ("relations", "links"),
    ("notes", "note"),
    ("type", "role"),
    ("target", "to"),
    ("kind", "verb"),
    ("question", "ask"),
    ("start", "from"),
    ("end", "to"),
    ("events", "timeline"),
    ("link", "url"),
];

/// How many fields the entries of every kind have; they stand first in the draft.
const COMMON: usize = 15;

/// The byte that an error is about. RON counts lines and characters.
pub(super) fn offset(text: &str, error: &SpannedError) -> usize {
    let end = error.span.end;
    let mut start = 0;
    for _ in 1..end.line {
        let rest = text.as_bytes().get(start..).unwrap_or_default();
        start += memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
    }
    // The reader stands behind a name that it does not know.
    let behind = matches!(
        error.code,
        Error::NoSuchStructField { .. }
            | Error::DuplicateStructField { .. }
            | Error::NoSuchEnumVariant { .. }
    );
    let columns = (end.col - 1).saturating_sub(usize::from(behind));
    let line = text.get(start..).unwrap_or_default();
    start
        + line
            .char_indices()
            .nth(columns)
            .map_or(line.len(), |(at, _)| at)
}

/// The problem behind an error at a byte of `sheet`; `text` is the file before anything was blanked.
pub(super) fn explain(
    sheet: &str,
    text: &str,
    at: usize,
    error: &SpannedError,
    around: &Outline,
) -> Problem {
    let here = told_of(error, around);
    let span = here.map_or(at..at, |token| token.span.clone());
    let seen = here.map_or_else(
        || "the end of the file".to_owned(),
        |token| seen(sheet, token),
    );
    let expected =
        |what: &str| Problem::error(span.clone(), format!("expected {what}, found {seen}"));
    match &error.code {
        Error::NoSuchStructField {
            expected,
            found,
            outer,
        } => unknown_field(
            Problem::error(span, String::new()),
            expected,
            found,
            outer.as_deref(),
        ),
        Error::NoSuchEnumVariant {
            expected,
            found,
            outer,
        } => {
            let what = outer.as_deref().unwrap_or("choice").to_lowercase();
            Problem::error(span, format!("there is no {what} `{}`", quoted(found)))
                .help(did_you_mean(found, expected.iter().copied(), "use one of"))
        }
        Error::DuplicateStructField { field, .. } => {
            Problem::error(span, format!("the field `{field}` is given twice"))
                .help("join the two, or take one of them out")
        }
        Error::MissingStructField { field, outer } => {
            let message = match named(outer.as_deref()) {
                Some(outer) => format!("{} needs the field `{field}`", a(outer)),
                None => format!("the field `{field}` is missing"),
            };
            Problem::error(span, message).help(format!("add `{field}: ...`"))
        }
        Error::ExpectedComma => missing_comma(sheet, text, around, expected("a comma")),
        Error::ExpectedMapColon => {
            expected("`:` after the name of the field").help("write `name: value`")
        }
        Error::ExpectedIdentifier => no_field(expected("the name of a field"), here),
        Error::SuggestRawIdentifier(found) | Error::InvalidIdentifier(found) => Problem::error(
            span,
            format!("`{}` is not the name of anything", quoted(found)),
        )
        .help("put it in quotes, if it is meant as a text or an id"),
        Error::ExpectedArray => wrap_help(expected("a list"), here, '[', ']'),
        Error::ExpectedMap => wrap_help(expected("a map"), here, '{', '}'),
        Error::ExpectedStructLike
        | Error::ExpectedNamedStructLike(_)
        | Error::ExpectedDifferentStructName { .. } => {
            expected("`(`").help("write it in round brackets: `(...)`")
        }
        Error::ExpectedArrayEnd => expected("`]`"),
        Error::ExpectedMapEnd => expected("`}`"),
        Error::ExpectedStructLikeEnd | Error::ExpectedOptionEnd => {
            expected("`)`").help("there are more values in these brackets than belong there")
        }
        Error::ExpectedDifferentLength { expected, found } => wrong_length(span, expected, *found),
        Error::ExpectedString => expected("a text in quotes"),
        Error::ExpectedBoolean => expected("`true` or `false`"),
        Error::ExpectedInteger => expected("a whole number"),
        Error::ExpectedFloat => expected("a number"),
        Error::ExpectedStringEnd => {
            Problem::error(span, "this text is never closed").help("add the `\"` at its end")
        }
        Error::IntegerOutOfBounds => Problem::error(span, "this number is too large"),
        Error::InvalidEscape(_) => Problem::error(span, "there is no such escape in a text")
            .help("a backslash is written `\\\\`, a quote `\\\"`, any character `\\u{e9}`"),
        Error::UnclosedBlockComment => {
            Problem::error(span, "this comment is never closed").help("add the `*/` at its end")
        }
        Error::TrailingCharacters => {
            expected("the end of the file").help("the outermost bracket closes before this")
        }
        Error::Eof => Problem::error(span, "the file ends too soon"),
        Error::ExceededRecursionLimit => Problem::error(span, "the brackets are nested too deeply"),
        Error::UnexpectedChar(found) => {
            Problem::error(span, format!("unexpected `{}`", quoted(&found.to_string())))
        }
        Error::InvalidValueForType { expected, found } => Problem::error(
            span,
            format!("expected {}, found {}", quoted(expected), quoted(found)),
        ),
        other => Problem::error(span, lower_case(&quoted(&other.to_string()))),
    }
}

/// The token that an error is about: what a type refuses is refused after it was read.
fn told_of<'a>(error: &SpannedError, around: &'a Outline) -> Option<&'a Token> {
    let here = around.here.as_ref();
    let behind = matches!(
        error.code,
        Error::Message(_) | Error::InvalidValueForType { .. } | Error::IntegerOutOfBounds
    );
    let ends = here.is_none_or(|token| matches!(token.shape, Shape::Comma | Shape::Close(_)));
    match &around.before {
        Some(before) if behind && ends => Some(before),
        _ => here,
    }
}

fn unknown_field(
    mut problem: Problem,
    expected: &'static [&'static str],
    found: &str,
    outer: Option<&str>,
) -> Problem {
    problem.message = match named(outer) {
        Some(outer) => format!("{} has no field `{}`", a(outer), quoted(found)),
        None => format!("unknown field `{}`", quoted(found)),
    };
    let known = FIELDS.contains(&found);
    let of_model = Kind::of_section(found).is_some()
        || [
            "country", "issuer", "edition", "adopted", "as_of", "why", "briefing",
        ]
        .contains(&found);
    problem.help(match meant(found, expected) {
        None if outer == Some("entry") && of_model && known => {
            format!("`{found}` stands beside the lists of entries, not inside an entry")
        }
        None if outer == Some("model") && known => {
            format!("`{found}` stands inside an entry")
        }
        Some(field) => format!("did you mean `{field}`?"),
        None if expected.len() > COMMON => {
            let common = expected.iter().copied().take(COMMON);
            let all = did_you_mean(found, common, "every entry may have");
            format!("{all}, and more by its kind")
        }
        None => did_you_mean(found, expected.iter().copied(), "the fields are"),
    })
}

/// The field that was likely meant by a name that is none.
pub(super) fn meant(found: &str, expected: &'static [&'static str]) -> Option<&'static str> {
    MEANT
        .iter()
        .find(|(tried, field)| *tried == found && expected.contains(field))
        .map(|(_, field)| *field)
        .or_else(|| nearest(found, expected.iter().copied()))
}

/// The name of a struct, when it is a word for the author and not a type of this program.
fn named(outer: Option<&str>) -> Option<&str> {
    outer.filter(|name| name.starts_with(|first: char| first.is_lowercase()))
}

/// A comma is missed where a text ran on because its closing quote is missing.
fn missing_comma(sheet: &str, text: &str, around: &Outline, problem: Problem) -> Problem {
    if let Some(start) = around.runaway(sheet).map(|span| span.start) {
        let place = Place::of(text, start);
        return problem
            .help(format!(
                "is the closing quote of the text at {place} missing?"
            ))
            .other(start..start + 1, "this text starts here");
    }
    let Some(before) = &around.before else {
        return problem;
    };
    problem.help(format!(
        "add a comma at {}",
        Place::of(text, before.span.end)
    ))
}

fn wrap_help(problem: Problem, here: Option<&Token>, open: char, close: char) -> Problem {
    match here.map(|token| token.shape) {
        Some(Shape::Text | Shape::Word | Shape::Open(b'(')) => {
            problem.help(format!("put it in brackets: `{open}...{close}`"))
        }
        _ => problem,
    }
}

/// What a token is, in words.
fn seen(text: &str, token: &Token) -> String {
    let part = text.get(token.span.clone()).unwrap_or_default();
    match token.shape {
        Shape::Open(_) | Shape::Close(_) | Shape::Comma | Shape::Colon | Shape::Mark => {
            format!("`{}`", quoted(part))
        }
        Shape::Text | Shape::Unclosed => "a text".to_owned(),
        Shape::Word => found(part),
    }
}

/// Something stands where a field begins.
fn no_field(problem: Problem, here: Option<&Token>) -> Problem {
    match here.map(|token| token.shape) {
        Some(Shape::Comma) => problem.help("take it out"),
        _ => problem,
    }
}

/// A pair that has not two values.
fn wrong_length(span: Range<usize>, expected: &str, found: usize) -> Problem {
    let (what, help) = if expected.contains("CiteDraft") {
        (
            "a source and the place in it",
            "write `(\"source\", \"p. 1\")`",
        )
    } else if expected.contains("SynonymDraft") {
        (
            "what readers type and what the model says",
            "write `(\"boss\", \"heads\")`",
        )
    } else {
        ("another number of values", "add or take out what is wrong")
    };
    Problem::error(span, format!("expected {what}, found {found} values")).help(help)
}

fn lower_case(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(letters).collect()
    })
}
