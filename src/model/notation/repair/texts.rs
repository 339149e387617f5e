//! Texts: a quote that is lost, of another sort, inside a text, or not there at all.

use std::ops::Range;

use super::{Slip, Walk};
use crate::duration;
use crate::model::Problem;
use crate::model::draft::FIELDS;
use crate::model::notation::lexer::{Lexer, Shape, Token};
use crate::model::problem::Place;
use crate::model::words::{NOTHING, quoted};

impl Walk<'_> {
    /// A text that begins with a straight quote.
    pub(super) fn quoted(&mut self, token: &Token) {
        let span = token.span.clone();
        let part = self.part(&span);
        if part.starts_with('\'') {
            return self.typographic(token);
        }
        if !part.starts_with('"') {
            self.given_up |= part.starts_with("/*");
            return;
        }
        if part == "\"\"" && self.part(&(span.end..span.end + 1)) == "\"" {
            return self.tripled(span.start);
        }
        let line = self.line_end(span.start);
        if token.shape == Shape::Text && self.is_closed(&span) {
            return self.quoted_field(&span);
        }
        let first = span.start + 1..span.end.min(line);
        if let Some(curly) = self.curly_end(&first) {
            self.note(Slip::Typographic, curly.clone());
            self.edit(curly.clone(), "\"");
            self.at = curly.end;
            return;
        }
        let quotes = quotes(self.part(&(span.start..line)));
        if quotes.len().is_multiple_of(2)
            && let Some(&end) = quotes
                .iter()
                .skip(2)
                .find(|&&quote| structural(self.part(&(span.start + quote + 1..line)), true))
        {
            return self.quote_inside(span.start, &quotes, end);
        }
        let found = (span.start + 2..line)
            .find(|&at| self.text.is_char_boundary(at) && structural(self.part(&(at..line)), true));
        if found.is_none()
            && self
                .text
                .get(line..)
                .is_some_and(|rest| rest.trim().is_empty())
        {
            // The file ends in this text.
            self.at = self.text.len();
            return;
        }
        let mut end = found.unwrap_or(line);
        if token.shape == Shape::Text && end >= span.end - 1 {
            end = span.end - 1;
            if quotes.len() > 1 && !quotes.len().is_multiple_of(2) {
                return;
            }
        }
        let place = Place::of(self.text, end);
        self.problems.push(
            Problem::error(span.start..end, "this text is never closed")
                .help(format!("add `\"` at {place}")),
        );
        self.edit(end..end, "\"");
        self.at = end;
    }

    /// Whether a text ends where its author meant it to: something that may follow a text does.
    fn is_closed(&self, span: &Range<usize>) -> bool {
        let after = self.text.get(span.end..).unwrap_or_default();
        let next = after.trim_start();
        let gap = next.len() < after.len();
        let inside = self.part(span);
        let open = inside.trim_end_matches('"').trim_end();
        if inside.contains('\n') && open.ends_with([':', '[', '(']) {
            return false;
        }
        match next.chars().next() {
            None | Some(')' | ']' | '}' | ':' | ';' | '/') => true,
            // `"Leads on ",cyber crime".`: a comma inside a text has no space before the next word.
            Some(',') => {
                !next
                    .get(1..)
                    .unwrap_or_default()
                    .starts_with(|letter: char| letter.is_lowercase())
                    || structural(next, true)
            }
            Some('(' | '"' | '[' | '#' | '<' | '=' | '>' | '\u{a0}') => gap,
            Some(_) => gap && is_field(next),
        }
    }

    /// The first typographic quote in a part behind which a text may end.
    fn curly_end(&self, part: &Range<usize>) -> Option<Range<usize>> {
        let line = self.line_end(part.start);
        self.part(part)
            .char_indices()
            .filter(|(_, each)| matches!(each, '”' | '“' | '»' | '«' | '„'))
            .map(|(at, each)| part.start + at..part.start + at + each.len_utf8())
            .find(|quote| structural(self.part(&(quote.end..line)), true))
    }

    /// `"Leads on "cyber crime"."`: the quotes inside belong to the text.
    fn quote_inside(&mut self, start: usize, quotes: &[usize], end: usize) {
        let inner: Vec<usize> = quotes
            .iter()
            .skip(1)
            .take_while(|&&quote| quote < end)
            .map(|quote| start + quote)
            .collect();
        let Some(&first) = inner.first() else {
            return;
        };
        self.problems.push(
            Problem::error(first..first + 1, "this quote ends the text too soon")
                .help("write `\\\"` for a quote inside a text"),
        );
        for quote in inner {
            self.edit(quote..quote, "\\");
        }
        self.at = start + end + 1;
    }

    /// `"""`, as other notations begin a text of several lines.
    fn tripled(&mut self, start: usize) {
        let inside = start + 3;
        let rest = self.text.get(inside..).unwrap_or_default();
        self.problems.push(
            Problem::error(
                start..inside,
                "a text begins with one quote, not with three",
            )
            .help("write `\"`; a text may run over several lines"),
        );
        self.edit(start..inside, "\"");
        if let Some(length) = rest.find("\"\"\"") {
            for quote in quotes(rest.get(..length).unwrap_or_default()) {
                self.edit(inside + quote..inside + quote, "\\");
            }
            let end = inside + length;
            self.edit(end..end + 3, "\"");
            self.at = end + 3;
        } else {
            self.at = inside;
        }
    }

    /// A text in quotes of another sort.
    pub(super) fn typographic(&mut self, token: &Token) {
        let start = token.span.start;
        let line = self.line_end(start);
        let Some(opening) = self.part(&(start..line)).chars().next() else {
            return;
        };
        let from = start + opening.len_utf8();
        let single = opening == '\'';
        let ends = |each: char| {
            if single {
                each == '\''
            } else {
                "“”„«»‘’\"".contains(each)
            }
        };
        let end = self
            .part(&(from..line))
            .char_indices()
            .filter(|&(_, each)| ends(each))
            .map(|(at, each)| from + at..from + at + each.len_utf8())
            .find(|quote| structural(self.part(&(quote.end..line)), true));
        let Some(end) = end else {
            return;
        };
        let slip = if single {
            Slip::Single
        } else {
            Slip::Typographic
        };
        self.note(slip, start..end.end);
        self.edit(start..from, "\"");
        let inside = self.part(&(from..end.start));
        for quote in quotes(inside) {
            self.edit(from + quote..from + quote, "\\");
        }
        // A backslash before a quote that needs none.
        for (at, _) in inside.match_indices(['“', '”', '‘', '’', '\'']) {
            if at > 0 && inside.as_bytes().get(at - 1) == Some(&b'\\') {
                self.edit(from + at - 1..from + at, "");
            }
        }
        self.edit(end.clone(), "\"");
        self.at = end.end;
    }

    /// A name or a number; or the beginning of a text without quotes.
    pub(super) fn word(&mut self, token: &Token) {
        let span = token.span.clone();
        let colon = Lexer::starting(self.text, span.end)
            .next()
            .is_some_and(|next| next.shape == Shape::Colon);
        let before = self.before.as_ref().map(|before| before.shape);
        if colon && before != Some(Shape::Colon) {
            let in_list = self.stack.last().is_some_and(|frame| frame.bracket == b'[');
            if in_list && self.stack.len() > 1 && self.begins_line(span.start) {
                self.close_before_field();
            }
            self.field = self.part(&span).to_owned();
            if let Some(frame) = self.stack.last_mut() {
                frame.element = span.start;
            }
            return;
        }
        let in_list = self.stack.last().is_some_and(|frame| frame.bracket == b'[');
        let value = before == Some(Shape::Colon) || (in_list && before != Some(Shape::Text));
        if value {
            self.bare(&span);
        }
    }

    /// A value without quotes.
    fn bare(&mut self, word: &Range<usize>) {
        let line = self.line_end(word.start);
        let part = self.part(word);
        if NOTHING.contains(&part) {
            return self.nothing(word);
        }
        let rest = self.part(&(word.start..line));
        let after = self.part(&(word.end..line));
        let simple = part
            .chars()
            .all(|each| each.is_alphanumeric() || "_.+-".contains(each))
            && (is_name(part) || part.parse::<f64>().is_ok());
        let follows = after.trim_start().chars().next();
        let other = matches!(follows, Some('(' | '=' | ';' | '{')) || is_field(after.trim_start());
        if other || (simple && (structural(after, true) || follows.is_none())) {
            return;
        }
        let quote = rest.find('"');
        let end = (1..rest.len()).find(|&at| {
            rest.is_char_boundary(at) && structural(rest.get(at..).unwrap_or_default(), true)
        });
        let place = Place::of(self.text, word.start);
        match (quote, end) {
            (Some(quote), end) if end.is_none_or(|end| quote < end) => {
                self.problems.push(
                    Problem::error(
                        word.start..word.start + quote + 1,
                        "the opening quote of this text is missing",
                    )
                    .help(format!("add `\"` at {place}")),
                );
                self.edit(word.start..word.start, "\"");
                self.at = word.start + quote + 1;
            }
            (_, end) => {
                let end = end.unwrap_or(rest.len());
                let text = rest.get(..end).unwrap_or_default().trim_end().to_owned();
                let date =
                    text.starts_with(|each: char| each.is_ascii_digit()) && text.contains('-');
                let what = if date {
                    "a date in quotes"
                } else {
                    "a text in quotes"
                };
                let span = word.start..word.start + text.len();
                if self.field == "minutes" && self.untimed(&span, &text) {
                    return;
                }
                let message = format!("expected {what}, found `{}`", quoted(&text));
                self.problems.push(
                    Problem::error(span.clone(), message)
                        .help(format!("put it in quotes: `\"{}\"`", quoted(&text))),
                );
                self.edit(span.start..span.start, "\"");
                self.edit(span.end..span.end, "\"");
                self.at = span.end;
            }
        }
    }

    /// `4min`, which would be no length of time in quotes either; whether it is one.
    fn untimed(&mut self, span: &Range<usize>, text: &str) -> bool {
        let digits = text.trim_end_matches(|each: char| !each.is_ascii_digit());
        if digits.parse::<u16>().is_err() || duration::parse(text).is_ok() {
            return false;
        }
        let message = format!("`{}` is no length of time", quoted(text));
        let help = format!("write minutes as `{digits}`, or a time as `\"1m30s\"`");
        self.problems
            .push(Problem::error(span.clone(), message).help(help));
        self.edit(span.clone(), digits);
        self.at = span.end;
        true
    }

    /// `null` and its like: the field goes.
    fn nothing(&mut self, word: &Range<usize>) {
        let message = format!("`{}` is no value of a model", self.part(word));
        let help = if self.field.is_empty() {
            "take it out"
        } else {
            "leave the field out"
        };
        self.problems
            .push(Problem::error(word.clone(), message).help(help));
        let start = self.stack.last().map_or(word.start, |frame| frame.element);
        let mut end = word.end;
        if let Some(next) = Lexer::starting(self.text, word.end).next()
            && next.shape == Shape::Comma
        {
            end = next.span.end;
        }
        self.edit(start..end, "");
        self.at = end;
        self.next_element(end);
    }

    /// `"name": ...`, as JSON has it, and `"dx": (...)`, an id where a field belongs.
    fn quoted_field(&mut self, span: &Range<usize>) {
        let Some(colon) = Lexer::starting(self.text, span.end)
            .next()
            .filter(|next| next.shape == Shape::Colon)
        else {
            return;
        };
        let Some((bracket, field)) = self.stack.last().map(|top| (top.bracket, &*top.field)) else {
            return;
        };
        // Files of other sorts have maps, such as themes their styles.
        if bracket == b'{' && !field.is_empty() && !FIELDS.contains(&field) {
            return;
        }
        let text = self.part(span).to_owned();
        let inside = text.trim_matches('"');
        let message = format!(
            "expected the name of a field, found the text {}",
            quoted(&text)
        );
        let next = Lexer::starting(self.text, colon.span.end).next();
        let opens = next.filter(|next| next.shape == Shape::Open(b'('));
        let help = if FIELDS.contains(&inside) {
            self.edit(span.start..span.start + 1, "");
            self.edit(span.end - 1..span.end, "");
            inside.clone_into(&mut self.field);
            format!("leave out the quotes: `{inside}`")
        } else if bracket == b'(' {
            self.edit(span.start..span.start, "id: ");
            let names = self
                .part(&(colon.span.end..self.text.len()))
                .trim_start()
                .starts_with('"');
            self.edit(colon.span.clone(), if names { ", name: " } else { "," });
            format!("write `id: {}, name: \"...\"`", quoted(&text))
        } else if let Some(opens) = opens {
            self.edit(span.start..opens.span.start, "");
            self.edit(opens.span.end..opens.span.end, format!("id: {text}, "));
            format!("write `(id: {}, ...`", quoted(&text))
        } else {
            return;
        };
        self.problems
            .push(Problem::error(span.clone(), message).help(help));
        self.at = colon.span.end;
    }
}

/// Whether a text may end before this rest of a line: a comma or closing brackets stand there, and
/// behind them what begins a field or an item, or nothing.
fn structural(rest: &str, or_nothing: bool) -> bool {
    let rest = rest.trim_start_matches([' ', '\t']);
    if rest.is_empty() || rest.starts_with("//") {
        return or_nothing;
    }
    let behind = rest.trim_start_matches([')', ']', '}']).trim_start();
    let closed = behind.len() < rest.len();
    match behind.strip_prefix([',', ';']) {
        None => closed && behind.is_empty(),
        Some(next) => {
            let next = next.trim_start_matches([')', ']', '}', ',', ' ', '\t', '\r']);
            next.is_empty()
                || next.starts_with("//")
                || next.starts_with(['"', '(', '[', '“', '\''])
                || is_field(next)
        }
    }
}

/// Whether a text begins with the name of a field and a colon.
fn is_field(text: &str) -> bool {
    let name = text.trim_start_matches(|each: char| each.is_ascii_alphanumeric() || each == '_');
    let behind = name.trim_start_matches(' ');
    name.len() < text.len()
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && behind.starts_with([':', '='])
        && !behind.starts_with("://")
}

/// Whether a word is a name that needs no quotes.
fn is_name(word: &str) -> bool {
    word.chars()
        .all(|each| each.is_alphanumeric() || each == '_')
        && !word.starts_with(|first: char| first.is_numeric())
}

/// Where the quotes are that no backslash stands before.
fn quotes(text: &str) -> Vec<usize> {
    let mut found = Vec::new();
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate() {
        if byte == b'"' && !escaped {
            found.push(at);
        }
        escaped = byte == b'\\' && !escaped;
    }
    found
}
