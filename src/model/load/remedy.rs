//! What to write instead, as a file in JSON writes it.

use crate::model::notation::{Lexer, Shape};

/// A message or a remedy with the notation between its backticks as JSON has it.
pub(super) fn in_json(said: &str) -> String {
    let parts = said.split('`').enumerate();
    let parts = parts.map(|(nth, part)| match part {
        "(" if nth % 2 == 1 => "{".to_owned(),
        ")" if nth % 2 == 1 => "}".to_owned(),
        part if nth % 2 == 1 => snippet(part),
        part => part.replace("round brackets", "brackets"),
    });
    parts.collect::<Vec<_>>().join("`")
}

/// A piece of RON as JSON; a word alone stays as it is.
fn snippet(ron: &str) -> String {
    let tokens: Vec<_> = Lexer::new(ron).collect();
    let is_notation = |shape: Shape| matches!(shape, Shape::Colon | Shape::Open(_));
    if !tokens.iter().any(|token| is_notation(token.shape)) {
        return ron.to_owned();
    }
    if let Some(pair) = ron
        .strip_prefix("Other(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        return match pair.split_once(", ") {
            Some((forward, inverse)) => format!("\"verb\": {forward}, \"inverse\": {inverse}"),
            None => "\"verb\": \"...\", \"inverse\": \"...\"".to_owned(),
        };
    }
    let (mut out, mut from, mut open) = (String::new(), 0, Vec::new());
    for (at, token) in tokens.iter().enumerate() {
        let shape = |ahead: usize| tokens.get(at + ahead).map(|token| token.shape);
        let part = ron.get(token.span.clone()).unwrap_or_default();
        out.push_str(ron.get(from..token.span.start).unwrap_or_default());
        from = token.span.end;
        match token.shape {
            Shape::Word if shape(1) == Some(Shape::Open(b'(')) => {
                out.push_str(&format!("{{\"{part}\": "));
                open.push("");
            }
            Shape::Word if part.starts_with(char::is_alphabetic) && !is_literal(part) => {
                out.push_str(&format!("\"{part}\""));
            }
            Shape::Open(b'(') => {
                let is_pair = shape(1) == Some(Shape::Text) && shape(2) != Some(Shape::Colon);
                let (opens, closes) = if is_pair { ("[", "]") } else { ("{", "}") };
                out.push_str(opens);
                open.push(closes);
            }
            Shape::Close(b')') => {
                out.push_str(open.pop().unwrap_or("}"));
                if open.last() == Some(&"") {
                    open.pop();
                    out.push('}');
                }
            }
            _ => out.push_str(part),
        }
    }
    out.push_str(ron.get(from..).unwrap_or_default());
    out
}

fn is_literal(word: &str) -> bool {
    matches!(word, "true" | "false")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remedies_are_told_as_json_writes_them() {
        for (ron, json) in [
            ("add `id: \"...\"`", "add `\"id\": \"...\"`"),
            ("did you mean `name`?", "did you mean `name`?"),
            (
                "add `sources: [(\"...\", \"\")]`, or `unverified: true` when none was seen",
                "add `\"sources\": [[\"...\", \"\"]]`, or `\"unverified\": true` when none was seen",
            ),
            (
                "write `Superseded(by: \"...\", on: \"...\")`",
                "write `{\"Superseded\": {\"by\": \"...\", \"on\": \"...\"}}`",
            ),
            (
                "write `Other(\"a\", \"b\")`",
                "write `\"verb\": \"a\", \"inverse\": \"b\"`",
            ),
            (
                "add a verb, such as `verb: PartOf`",
                "add a verb, such as `\"verb\": \"PartOf\"`",
            ),
            (
                "write it in round brackets: `(...)`",
                "write it in brackets: `{...}`",
            ),
        ] {
            assert_eq!(in_json(ron), json);
        }
    }
}
