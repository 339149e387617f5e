//! Files of other programs, told apart before they read as a heap of errors.

use crate::model::Problem;
use crate::model::notation::Lexer;

/// How a model begins.
const START: &str = "a model starts with `(format: 1, id: \"...\", title: \"...\",`";

/// What is wrong with a text that was never a model.
pub(super) fn check(text: &str) -> Option<Problem> {
    let start = text.len() - text.trim_start().len();
    let body = text.trim_start();
    let line = body.lines().next().unwrap_or_default().trim_end();
    let told = |what: &str| {
        let span = start..start + line.len();
        Some(Problem::error(span, format!("this file is {what}, not a model")).help(START))
    };
    if text.contains('\0') && text.bytes().filter(|&byte| byte == 0).count() * 3 > text.len() {
        return Some(
            Problem::error(0..0, "this file is UTF-16, not UTF-8").help("save it as UTF-8"),
        );
    }
    if Lexer::new(text).next().is_none() {
        return Some(
            Problem::error(0..0, "this file holds nothing but comments")
                .help("`senryaku new FILE` writes a model to start from"),
        );
    }
    let lower = line.to_ascii_lowercase();
    if body.starts_with("{\\rtf") {
        return told("a document in Rich Text Format");
    }
    if lower.starts_with("<?xml") {
        return told("XML");
    }
    if ["<!doctype", "<html", "<head", "<body"]
        .iter()
        .any(|tag| lower.starts_with(tag))
    {
        return told("a web page");
    }
    if body.starts_with("PK\u{3}\u{4}") || body.starts_with("%PDF") {
        return told("a document of another program");
    }
    let behind = body.get(1..).unwrap_or_default().trim_start();
    if (body.starts_with('{') && behind.starts_with(['"', '}']))
        || (body.starts_with('[') && behind.starts_with(['{', ']']))
    {
        return told("JSON");
    }
    // Below comments that are none, a model may still begin.
    if body.lines().any(|each| each.trim_start().starts_with('(')) {
        return None;
    }
    let key = line.split_once(':').map(|(key, _)| key);
    if line == "---" || key.is_some_and(|key| key.chars().all(char::is_alphanumeric)) {
        return told("YAML");
    }
    let marks = ["# ", "## ", "- ", "* ", "> ", "**"];
    if marks.iter().any(|mark| line.starts_with(mark)) {
        return told("Markdown");
    }
    None
}
