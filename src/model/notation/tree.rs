//! The shape of a text, however broken: brackets, fields and items, and where each of them stands.
//!
//! A fault of notation is reported, and the walk goes on at the next field or item.

use std::iter::Peekable;
use std::ops::Range;

use super::brackets::{closes, mismatched, surplus, unclosed};
use super::dialect::DEPTH;
use super::lexer::{Lexer, Shape, Token};
use crate::model::Problem;
use crate::model::problem::Place;
use crate::model::words::quoted;

/// The most faults told of one file.
const MOST: usize = 500;

/// A value, with its brackets.
#[derive(Clone, Debug)]
pub(super) struct Node {
    pub(super) span: Range<usize>,
    pub(super) value: Value,
}

/// What a value is.
#[derive(Clone, Debug)]
pub(super) enum Value {
    /// In quotes of any sort.
    Text,
    /// A name or a number.
    Word,
    /// `[...]`
    List(Vec<Node>),
    /// `{...: ...}`
    Map(Vec<(Node, Node)>),
    /// `(...)`, with a name before it or not.
    Group(Group),
    /// Something else stands where a value belongs; the span is that of it.
    Nothing,
    /// What was told of already.
    Lost,
}

/// What stands in round brackets: fields or items, never both in a sound file.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    pub(super) name: Option<Range<usize>>,
    pub(super) fields: Vec<Field>,
    pub(super) items: Vec<Node>,
}

/// `name: value`
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) name: Range<usize>,
    pub(super) value: Node,
}

/// A text taken apart.
#[derive(Debug)]
pub(super) struct Tree {
    pub(super) root: Node,
    pub(super) faults: Vec<Problem>,
    /// Whether the end of the text belongs to something that is never closed, so that whatever is
    /// missing may stand in there.
    pub(super) is_cut: bool,
}

impl Node {
    /// What to point at: all of a short value, or the beginning of one with brackets.
    pub(super) fn head(&self) -> Range<usize> {
        match &self.value {
            Value::Group(Group {
                name: Some(name), ..
            }) => name.clone(),
            Value::Group(_) | Value::List(_) | Value::Map(_) => {
                self.span.start..self.span.start + 1
            }
            _ => self.span.clone(),
        }
    }

    /// Whether it is told of already, also when there are only brackets around what is.
    pub(super) fn is_lost(&self) -> bool {
        match &self.value {
            Value::Lost => true,
            Value::Group(Group { items, fields, .. }) if fields.is_empty() => {
                matches!(items.as_slice(), [item] if item.is_lost())
            }
            Value::List(items) => matches!(items.as_slice(), [item] if item.is_lost()),
            _ => false,
        }
    }

    /// The bracket that closes it.
    pub(super) const fn tail(&self) -> Range<usize> {
        self.span.end.saturating_sub(1)..self.span.end
    }
}

/// Takes a text apart.
pub(super) fn tree(text: &str) -> Tree {
    let mut walk = Walk {
        text,
        tokens: Lexer::new(text).peekable(),
        before: 0..0,
        open: Vec::new(),
        nothing: None,
        faults: Vec::new(),
        is_cut: false,
    };
    walk.header();
    let root = walk.value();
    if let Some(token) = walk.tokens.peek().cloned()
        && !walk.is_cut
    {
        let found = walk.seen(Some(&token));
        let message = format!("expected the end of the file, found {found}");
        walk.tell(
            Problem::error(token.span, message).help("the outermost bracket closes before this"),
        );
    }
    Tree {
        root,
        faults: walk.faults,
        is_cut: walk.is_cut,
    }
}

struct Walk<'a> {
    text: &'a str,
    tokens: Peekable<Lexer<'a>>,
    /// The last token taken.
    before: Range<usize>,
    /// The brackets around, and where they stand.
    open: Vec<(u8, usize)>,
    /// Where the last value should have been that was none; who reads the tree tells of it.
    nothing: Option<usize>,
    faults: Vec<Problem>,
    is_cut: bool,
}

impl Walk<'_> {
    fn tell(&mut self, fault: Problem) {
        if self.faults.len() < MOST {
            self.faults.push(fault);
        }
    }

    fn part(&self, span: &Range<usize>) -> &str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn shape(&mut self) -> Option<Shape> {
        self.tokens.peek().map(|token| token.shape)
    }

    fn take(&mut self) -> Option<Token> {
        let token = self.tokens.next()?;
        self.before = token.span.clone();
        Some(token)
    }

    /// Where the next token stands, or the text ends.
    fn here(&mut self) -> Range<usize> {
        let end = self.text.len();
        self.tokens
            .peek()
            .map_or(end..end, |token| token.span.clone())
    }

    /// What a token is, in words.
    fn seen(&self, token: Option<&Token>) -> String {
        let Some(token) = token else {
            return "the end of the file".to_owned();
        };
        match token.shape {
            Shape::Text | Shape::Unclosed => "a text".to_owned(),
            _ => found(self.part(&token.span)),
        }
    }

    /// `#![enable(...)]`, which some editors put first.
    fn header(&mut self) {
        while self.shape() == Some(Shape::Mark) {
            while let Some(token) = self.take() {
                if token.shape == Shape::Close(b']') {
                    break;
                }
            }
        }
    }

    fn value(&mut self) -> Node {
        let span = self.here();
        match self.shape() {
            Some(Shape::Open(b'(')) => self.group(None),
            Some(Shape::Open(b'[')) => self.list(),
            Some(Shape::Open(_)) => self.map(),
            Some(Shape::Text) => {
                self.take();
                let value = Value::Text;
                Node { span, value }
            }
            Some(Shape::Word) => {
                self.take();
                if self.shape() == Some(Shape::Open(b'(')) {
                    return self.group(Some(span));
                }
                let value = Value::Word;
                Node { span, value }
            }
            Some(Shape::Unclosed) => {
                self.swallowed();
                let value = Value::Lost;
                Node { span, value }
            }
            _ => {
                self.nothing = Some(span.start);
                let value = Value::Nothing;
                Node { span, value }
            }
        }
    }

    fn group(&mut self, name: Option<Range<usize>>) -> Node {
        let mut group = Group {
            name: name.clone(),
            ..Group::default()
        };
        let start = name.map(|name| name.start);
        let (span, is_whole) = self.inside(|walk| {
            let element = walk.value();
            match walk.colon(&element) {
                Some(name) => {
                    let value = walk.value();
                    group.fields.push(Field { name, value });
                }
                None => group.items.push(element),
            }
        });
        let span = start.unwrap_or(span.start)..span.end;
        let value = if is_whole {
            Value::Group(group)
        } else {
            Value::Lost
        };
        Node { span, value }
    }

    fn list(&mut self) -> Node {
        let mut items = Vec::new();
        let (span, is_whole) = self.inside(|walk| {
            let item = walk.value();
            // Where a field stands in a list, its value alone may be an item.
            items.push(match walk.colon(&item) {
                Some(name) => {
                    let message = format!(
                        "expected an item of a list, found the field `{}`",
                        quoted(walk.part(&name))
                    );
                    let help = "close the list before it, or put it in round brackets: `(...)`";
                    walk.tell(Problem::error(name, message).help(help));
                    walk.value();
                    Node {
                        span: item.span,
                        value: Value::Lost,
                    }
                }
                None => item,
            });
        });
        let value = if is_whole {
            Value::List(items)
        } else {
            Value::Lost
        };
        Node { span, value }
    }

    fn map(&mut self) -> Node {
        let mut entries = Vec::new();
        let (span, is_whole) = self.inside(|walk| {
            let key = walk.value();
            if walk.colon(&key).is_some() {
                let value = walk.value();
                entries.push((key, value));
                return;
            }
            let here = walk.here();
            let token = walk.tokens.peek().cloned();
            let message = format!("expected `:`, found {}", walk.seen(token.as_ref()));
            walk.tell(Problem::error(here, message).help("write `key: value`"));
        });
        let value = if is_whole {
            Value::Map(entries)
        } else {
            Value::Lost
        };
        Node { span, value }
    }

    /// Passes the colon behind a name, or the `=` in its place; gives the place of the name.
    fn colon(&mut self, name: &Node) -> Option<Range<usize>> {
        if !matches!(name.value, Value::Word | Value::Text) {
            return None;
        }
        match self.tokens.peek().cloned() {
            Some(token) if token.shape == Shape::Colon => {}
            Some(token) if self.part(&token.span) == "=" => {
                let message = "expected `:` after the name of the field, found `=`";
                self.tell(Problem::error(token.span, message).help("write `name: value`"));
            }
            _ => return None,
        }
        self.take();
        Some(name.span.clone())
    }

    /// Everything between a bracket and the one that closes it; whether it is not nested too
    /// deeply to be read.
    fn inside(&mut self, mut element: impl FnMut(&mut Self)) -> (Range<usize>, bool) {
        let Some(opening) = self.take() else {
            return (self.here(), false);
        };
        let Shape::Open(bracket) = opening.shape else {
            return (opening.span, false);
        };
        let start = opening.span.start;
        if self.open.len() >= DEPTH {
            self.tell(Problem::error(
                opening.span,
                "the brackets are nested too deeply",
            ));
            self.skip();
            return (start..self.before.end, false);
        }
        self.open.push((bracket, start));
        while !self.is_over(bracket, start) {
            if self.shape() == Some(Shape::Comma) {
                self.comma_too_many(bracket);
                continue;
            }
            element(self);
            self.between();
        }
        self.open.pop();
        (start..self.before.end, true)
    }

    /// Whether a bracket ends here, as it should or not.
    fn is_over(&mut self, bracket: u8, start: usize) -> bool {
        loop {
            let Some(token) = self.tokens.peek().cloned() else {
                if !self.is_cut {
                    self.is_cut = true;
                    self.tell(unclosed(bracket, start));
                }
                return true;
            };
            let Shape::Close(closing) = token.shape else {
                return false;
            };
            if closing == closes(bracket) {
                self.take();
                return true;
            }
            let fits = |&(open, _): &(u8, usize)| closes(open) == closing;
            if self.open.iter().any(fits) {
                let fault = mismatched(self.text, (bracket, start), closing, token.span);
                self.tell(fault);
                return true;
            }
            self.tell(surplus(closing, token.span));
            self.take();
        }
    }

    /// What stands between two elements: a comma, and where it is missing that is told.
    fn between(&mut self) {
        let Some(token) = self.tokens.peek().cloned() else {
            return;
        };
        let is_told = self.nothing == Some(token.span.start);
        match token.shape {
            Shape::Close(_) => return,
            Shape::Comma => {}
            Shape::Unclosed => return self.swallowed(),
            Shape::Mark | Shape::Colon => {
                if !is_told {
                    let problem = self.missing_comma(&token);
                    self.tell(problem);
                }
                self.recover();
            }
            _ => {
                let problem = self.missing_comma(&token);
                self.tell(problem);
                return;
            }
        }
        if self.shape() == Some(Shape::Comma) {
            self.take();
        }
    }

    /// Past what no element begins with, to the next comma or the end of the bracket.
    fn recover(&mut self) {
        while let Some(shape) = self.shape() {
            match shape {
                Shape::Comma | Shape::Close(_) => return,
                Shape::Unclosed => return self.swallowed(),
                Shape::Open(_) => {
                    self.take();
                    self.skip();
                }
                _ => {
                    self.take();
                }
            }
        }
    }

    fn missing_comma(&self, token: &Token) -> Problem {
        let found = self.seen(Some(token));
        let problem = Problem::error(
            token.span.clone(),
            format!("expected a comma, found {found}"),
        );
        let before = self.part(&self.before);
        if before.starts_with('"') && before.contains('\n') {
            let start = self.before.start;
            let place = Place::of(self.text, start);
            let help = format!("is the closing quote of the text at {place} missing?");
            return problem
                .help(help)
                .other(start..start + 1, "this text starts here");
        }
        let place = Place::of(self.text, self.before.end);
        problem.help(format!("add a comma at {place}"))
    }

    fn comma_too_many(&mut self, bracket: u8) {
        let span = self.here();
        let expected = match bracket {
            b'(' => "the name of a field",
            _ => "a value",
        };
        let message = format!("expected {expected}, found `,`");
        self.tell(Problem::error(span, message).help("take it out"));
        self.take();
    }

    /// A text or a comment that runs to the end of the file.
    fn swallowed(&mut self) {
        let Some(token) = self.take() else {
            return;
        };
        let part = self.part(&token.span);
        let (what, needed) = match part.as_bytes().first() {
            Some(b'/') => ("comment", "*/"),
            _ => ("text", "\""),
        };
        let line = part.find('\n').unwrap_or(part.len());
        let span = token.span.start..token.span.start + line;
        self.is_cut = true;
        self.tell(
            Problem::error(span, format!("this {what} is never closed"))
                .help(format!("add the `{needed}` at its end")),
        );
    }

    /// Past the bracket that closes the one just passed.
    fn skip(&mut self) {
        let mut depth = 1_usize;
        while depth > 0
            && let Some(token) = self.take()
        {
            match token.shape {
                Shape::Open(_) => depth += 1,
                Shape::Close(_) => depth -= 1,
                _ => {}
            }
        }
        self.is_cut |= depth > 0;
    }
}

/// What a word or a sign is, in words.
pub(super) fn found(part: &str) -> String {
    match part.bytes().next() {
        None => "nothing".to_owned(),
        Some(b'0'..=b'9' | b'-' | b'+' | b'.') => format!("the number `{}`", quoted(part)),
        Some(_) => format!("`{}`", quoted(part)),
    }
}
