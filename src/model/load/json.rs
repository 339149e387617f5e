//! A model in JSON: the same fields as in RON, put into that notation and read as it.
//!
//! Tokens become those of RON where they stand, so that lines stay and nearly all columns; places
//! found in the copy are led back. What the export adds for other programs is left out.

use std::iter::once;
use std::ops::Range;

use super::remedy;
use crate::model::Problem;
use crate::model::notation::{Lexer, Shape, Token};

/// What the export works out, and no file has to say.
const DERIVED: &[&str] = &["kind", "number", "pillar", "linked_from", "shown_as_of"];

/// Fields whose value is a word of a closed vocabulary.
const WORDS: &[&str] = &[
    "status", "weight", "voice", "role", "tier", "verb", "says", "step",
];

/// A model in RON that was JSON.
pub(super) struct Json {
    pub(super) text: String,
    /// Where pieces begin in the copy, and in the file, in their order.
    pieces: Vec<(usize, usize)>,
}

/// What a bracket of the file holds.
enum Frame<'a> {
    /// Fields, the last of them by name, and the inverse of their verb.
    Fields(&'a str, Option<Range<usize>>),
    /// A word of a vocabulary as the key of what belongs to it.
    Word,
    List,
    /// A list inside a list, which is a pair.
    Pair,
}

/// The model in a text that is JSON.
pub(super) fn read(text: &str) -> Option<Json> {
    let mut start = Lexer::new(text);
    let is_json = start.next()?.shape == Shape::Open(b'{')
        && matches!(start.next()?.shape, Shape::Text | Shape::Close(b'}'));
    is_json.then(|| {
        let mut writer = Writer {
            text,
            tokens: Lexer::new(text).collect(),
            at: 0,
            from: 0,
            stack: Vec::new(),
            json: Json {
                text: String::with_capacity(text.len()),
                pieces: Vec::new(),
            },
        };
        while let Some(token) = writer.tokens.get(writer.at).cloned() {
            writer.token(&token);
        }
        writer.json
    })
}

impl Json {
    /// A problem of the copy, as one of the file.
    pub(super) fn back(&self, problem: Problem) -> Problem {
        let span = |span: Range<usize>| self.place(span.start)..self.place(span.end);
        Problem {
            span: span(problem.span),
            message: remedy::in_json(&problem.message),
            help: problem.help.as_deref().map(remedy::in_json),
            other: problem.other.map(|(place, what)| (span(place), what)),
            ..problem
        }
    }

    fn place(&self, copy: usize) -> usize {
        let after = self.pieces.partition_point(|&(start, _)| start <= copy);
        let piece = after.checked_sub(1).and_then(|at| self.pieces.get(at));
        piece.map_or(copy, |&(start, file)| {
            let next = self.pieces.get(after).map_or(usize::MAX, |next| next.1);
            (file + copy - start).min(next)
        })
    }
}

struct Writer<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    /// The next token.
    at: usize,
    /// How much of the file is written.
    from: usize,
    stack: Vec<Frame<'a>>,
    json: Json,
}

impl<'a> Writer<'a> {
    fn part(&self, span: Range<usize>) -> &'a str {
        self.text.get(span).unwrap_or_default()
    }

    fn shape(&self, ahead: usize) -> Option<Shape> {
        self.tokens.get(self.at + ahead).map(|token| token.shape)
    }

    /// Writes one thing in place of a token, behind what stands before it.
    fn put(&mut self, token: &Token, put: &str) {
        let between = self.part(self.from..token.span.start);
        self.piece(self.from, between);
        self.piece(token.span.start, put);
        self.from = token.span.end;
        self.at += 1;
    }

    fn piece(&mut self, from: usize, put: &str) {
        self.json.pieces.push((self.json.text.len(), from));
        self.json.text.push_str(put);
    }

    /// Blanks out so many tokens.
    fn leave_out(&mut self, count: usize) {
        for _ in 0..count {
            if let Some(token) = self.tokens.get(self.at).cloned() {
                let part = self.part(token.span.clone());
                let blank: String = part
                    .chars()
                    .flat_map(|each| match each {
                        '\n' => once("\n").chain(None),
                        _ => once(" ").chain((each.len_utf8() > 1).then_some(" ")),
                    })
                    .collect();
                self.put(&token, &blank);
            }
        }
    }

    fn token(&mut self, token: &Token) {
        let part = self.part(token.span.clone());
        match token.shape {
            Shape::Text if self.shape(1) == Some(Shape::Colon) => self.name(token),
            Shape::Text => self.value(token),
            Shape::Open(bracket) => self.open(token, bracket),
            Shape::Close(bracket) => self.close(token, bracket),
            _ => self.put(token, part),
        }
    }

    /// The name of a field, with its quotes blanked out.
    fn name(&mut self, token: &Token) {
        let part = self.part(token.span.clone());
        let name = inside(part);
        let is_flag = name == "about" && self.shape(2) == Some(Shape::Word);
        let inverse =
            name == "inverse" && matches!(self.stack.last(), Some(Frame::Fields(_, Some(_))));
        if DERIVED.contains(&name) || is_flag || inverse {
            let value = self.length(self.at + 2);
            let comma = self.shape(2 + value) == Some(Shape::Comma);
            return self.leave_out(2 + value + usize::from(comma));
        }
        self.put(token, &format!(" {} ", word(name)));
        match self.stack.last_mut() {
            Some(Frame::Fields(last, _)) => *last = name,
            Some(Frame::Word) => self.leave_out(1),
            _ => {}
        }
    }

    /// How many tokens a value has.
    fn length(&self, from: usize) -> usize {
        let mut depth = 0_usize;
        let tokens = self.tokens.get(from..).unwrap_or_default();
        for (nth, token) in tokens.iter().enumerate() {
            match token.shape {
                Shape::Open(_) => depth += 1,
                Shape::Close(_) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return nth + 1;
            }
        }
        tokens.len()
    }

    fn value(&mut self, token: &Token) {
        let part = self.part(token.span.clone());
        let Some(Frame::Fields(name, inverse)) = self.stack.last() else {
            return self.put(token, &text(part));
        };
        if !WORDS.contains(name) {
            return self.put(token, &text(part));
        }
        let put = match inverse {
            Some(inverse) if *name == "verb" => {
                let inverse = self.part(inverse.clone());
                format!("Other({}, {})", text(part), text(inverse))
            }
            _ => format!(" {} ", word(inside(part))),
        };
        self.put(token, &put);
    }

    fn open(&mut self, token: &Token, bracket: u8) {
        let (frame, put) = match (bracket, self.stack.last()) {
            (b'{', Some(Frame::Fields(name, _))) if WORDS.contains(name) => (Frame::Word, " "),
            (b'{', _) => (Frame::Fields("", self.inverse()), "("),
            (b'[', Some(Frame::List | Frame::Word)) => (Frame::Pair, "("),
            (b'[', _) => (Frame::List, "["),
            _ => return self.put(token, "("),
        };
        self.stack.push(frame);
        self.put(token, put);
    }

    fn close(&mut self, token: &Token, bracket: u8) {
        let put = match (bracket, self.stack.last()) {
            (b'}', Some(Frame::Fields(..))) | (b']', Some(Frame::Pair)) => ")",
            (b'}', Some(Frame::Word)) => " ",
            (b']', Some(Frame::List)) => "]",
            _ => {
                let put = if bracket == b']' { "]" } else { ")" };
                return self.put(token, put);
            }
        };
        self.stack.pop();
        self.put(token, put);
    }

    /// The inverse that the fields behind the next token give of their verb.
    fn inverse(&self) -> Option<Range<usize>> {
        let mut at = self.at + 1;
        while let Some([name, colon]) = self.tokens.get(at..at + 2) {
            if name.shape != Shape::Text || colon.shape != Shape::Colon {
                return None;
            }
            if inside(self.part(name.span.clone())) == "inverse" {
                let value = self.tokens.get(at + 2)?;
                return (value.shape == Shape::Text).then(|| value.span.clone());
            }
            at += 2;
            at += self.length(at);
            if self.tokens.get(at)?.shape == Shape::Comma {
                at += 1;
            }
        }
        None
    }
}

/// What stands between quotes.
fn inside(part: &str) -> &str {
    part.strip_prefix('"')
        .and_then(|part| part.strip_suffix('"'))
        .unwrap_or(part)
}

/// A word of RON, whatever stood between the quotes.
fn word(inside: &str) -> String {
    let is_word = |each: char| each.is_alphanumeric() || each == '_';
    let mut word: String = inside
        .chars()
        .map(|each| if is_word(each) { each } else { '_' })
        .collect();
    if !word.starts_with(|each: char| each.is_alphabetic() || each == '_') {
        word.insert(0, '_');
    }
    word
}

/// A text with its escapes as RON writes them.
fn text(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    let mut rest = part;
    while let Some((before, escape)) = rest.split_once('\\') {
        out.push_str(before);
        let letter = escape.chars().next();
        let behind = escape.get(letter.map_or(0, char::len_utf8)..);
        rest = behind.unwrap_or_default();
        match letter {
            Some('/') => out.push('/'),
            Some('b') => out.push_str("\\u{8}"),
            Some('f') => out.push_str("\\u{c}"),
            Some('u') => rest = unicode(rest, &mut out),
            Some(same) => out.extend(['\\', same]),
            None => out.push('\\'),
        }
    }
    out.push_str(rest);
    out
}

/// Four digits behind `\u`, or twice four for one character; gives what follows them.
fn unicode<'a>(rest: &'a str, out: &mut String) -> &'a str {
    let code = |digits: &str| u32::from_str_radix(digits, 16).ok();
    let Some((digits, behind)) = rest.split_at_checked(4) else {
        out.push_str("\\u");
        return rest;
    };
    let low = behind
        .strip_prefix("\\u")
        .and_then(|low| low.split_at_checked(4));
    if let (Some(high @ 0xd800..0xdc00), Some((low, behind))) = (code(digits), low)
        && let Some(low @ 0xdc00..0xe000) = code(low)
    {
        let whole = 0x1_0000 + ((high - 0xd800) << 10) + (low - 0xdc00);
        out.push_str(&format!("\\u{{{whole:x}}}"));
        return behind;
    }
    out.push_str(&format!("\\u{{{digits}}}"));
    behind
}
