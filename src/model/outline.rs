//! The brackets of a file: what is around a place, and what is never closed.

use std::ops::Range;

use super::Problem;
use super::lexer::{Lexer, Shape, Token};
use super::problem::Place;

/// A field of a struct, or an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// All of it, with the comma after it.
    pub(super) span: Range<usize>,
    /// Whether it has a name.
    pub(super) named: bool,
    /// The bracket that it stands in.
    pub(super) bracket: u8,
}

impl Element {
    /// Whether the file keeps its shape without it. An item of a tuple cannot go.
    pub(super) const fn is_removable(&self) -> bool {
        self.named || self.bracket != b'('
    }
}

/// What a walk over a file finds.
#[derive(Clone, Debug, Default)]
pub(super) struct Outline {
    /// The elements around the place, the outermost first, as far as they end. Where only a bracket
    /// closes at the place, the element before it counts.
    pub(super) around: Vec<Element>,
    /// The token at the place, or the first one after it.
    pub(super) here: Option<Token>,
    /// The token before that one.
    pub(super) before: Option<Token>,
    /// The first bracket, string or comment that is not closed as it was opened.
    pub(super) fault: Option<Problem>,
    /// Whether that is a string, so that quotes open texts where they should close them.
    open_text: bool,
}

impl Outline {
    /// The text before the place, when it seems to lack its closing quote.
    pub(super) fn runaway(&self, text: &str) -> Option<Range<usize>> {
        let before = self.before.as_ref()?;
        let part = text.get(before.span.clone())?;
        let runs = before.shape == Shape::Text && (self.open_text || part.contains('\n'));
        runs.then(|| before.span.clone())
    }
}

/// An open bracket, and the element being read in it.
#[derive(Clone, Debug)]
struct Frame {
    bracket: u8,
    open: usize,
    start: Option<usize>,
    tokens: usize,
    named: bool,
}

impl Frame {
    const fn new(bracket: u8, open: usize) -> Self {
        Self {
            bracket,
            open,
            start: None,
            tokens: 0,
            named: false,
        }
    }

    fn take(&mut self, token: &Token) {
        self.start.get_or_insert(token.span.start);
        self.named |= self.tokens == 1 && token.shape == Shape::Colon;
        self.tokens += 1;
    }

    fn element(&self, end: usize) -> Option<Element> {
        Some(Element {
            span: self.start?..end,
            named: self.named,
            bracket: self.bracket,
        })
    }
}

/// The state of a walk.
#[derive(Default)]
struct Walk {
    stack: Vec<Frame>,
    found: Outline,
    /// How many frames hold the place and have not come to the end of their element.
    waiting: usize,
    /// Whether the innermost of them has no element at the place.
    bare: bool,
}

/// How many elements around a place are enough to choose from.
const ENOUGH: usize = 4;

/// Walks the file, and tells what is around a place. A file that is known to be `sound`, all its
/// brackets closed, is walked no further than needed.
pub(super) fn outline(text: &str, place: usize, sound: bool) -> Outline {
    let mut walk = Walk::default();
    for token in Lexer::new(text) {
        let done = walk.waiting == 0 || walk.found.around.len() >= ENOUGH;
        if sound && done && walk.found.here.is_some() {
            walk.stack.clear();
            break;
        }
        let reached = walk.found.here.is_none() && token.span.end > place;
        let ends = matches!(token.shape, Shape::Comma | Shape::Close(_));
        if reached && ends {
            walk.look(&token);
        }
        let fault = walk.step(text, &token);
        if reached && !ends {
            walk.look(&token);
        }
        if fault.is_some() {
            walk.found.fault = fault;
            break;
        }
        if walk.found.here.is_none() {
            walk.found.before = Some(token);
        }
    }
    let mut found = walk.found;
    found.around.reverse();
    if found.fault.is_none() {
        found.fault = walk
            .stack
            .last()
            .map(|frame| unclosed(frame.bracket, frame.open));
    }
    found
}

impl Walk {
    fn look(&mut self, token: &Token) {
        self.found.here = Some(token.clone());
        self.waiting = self.stack.len();
        self.bare = self.stack.last().is_some_and(|frame| frame.start.is_none());
    }

    fn step(&mut self, text: &str, token: &Token) -> Option<Problem> {
        match token.shape {
            Shape::Unclosed => {
                let what = text.as_bytes().get(token.span.start);
                self.found.open_text = what != Some(&b'/');
                return Some(swallowed(text, token));
            }
            Shape::Comma => {
                self.settle(token.span.end);
                if let Some(frame) = self.stack.last_mut() {
                    *frame = Frame::new(frame.bracket, frame.open);
                }
            }
            Shape::Close(bracket) => {
                self.settle(token.span.start);
                match self.stack.pop() {
                    Some(frame) if closes(frame.bracket) == bracket => {}
                    Some(frame) => {
                        let open = (frame.bracket, frame.open);
                        return Some(mismatched(text, open, bracket, token));
                    }
                    None => return Some(surplus(bracket, token)),
                }
            }
            _ => {
                if let Some(frame) = self.stack.last_mut() {
                    frame.take(token);
                }
                if let Shape::Open(bracket) = token.shape {
                    self.stack.push(Frame::new(bracket, token.span.start));
                }
            }
        }
        None
    }

    fn settle(&mut self, end: usize) {
        if self.waiting == 0 || self.stack.len() != self.waiting {
            return;
        }
        self.waiting -= 1;
        if std::mem::take(&mut self.bare) {
            return;
        }
        let element = self.stack.last().and_then(|frame| frame.element(end));
        self.found.around.extend(element);
    }
}

/// The bracket that closes a bracket.
pub(super) const fn closes(bracket: u8) -> u8 {
    match bracket {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// A bracket that closes another one than is open; `open` is that one, and where it stands.
pub(super) fn mismatched(text: &str, open: (u8, usize), bracket: u8, token: &Token) -> Problem {
    let (opened, found) = (char::from(open.0), char::from(bracket));
    let needed = char::from(closes(open.0));
    let open = open.1;
    Problem::error(
        token.span.clone(),
        format!("expected `{needed}`, found `{found}`"),
    )
    .label(format!("does not close the `{opened}`"))
    .help(format!(
        "close the `{opened}` of {} with `{needed}` first",
        Place::of(text, open)
    ))
    .other(open..open + 1, "opened here")
}

pub(super) fn surplus(bracket: u8, token: &Token) -> Problem {
    let found = char::from(bracket);
    let message = format!("this `{found}` closes nothing");
    Problem::error(token.span.clone(), message).help("take it out")
}

pub(super) fn unclosed(bracket: u8, open: usize) -> Problem {
    let needed = char::from(closes(bracket));
    let opened = char::from(bracket);
    let message = format!("this `{opened}` is never closed");
    Problem::error(open..open + 1, message).help(format!("add the `{needed}` that belongs to it"))
}

fn swallowed(text: &str, token: &Token) -> Problem {
    let bytes = text.as_bytes().get(token.span.clone()).unwrap_or_default();
    let (what, needed) = if bytes.starts_with(b"/") {
        ("comment", "*/")
    } else {
        ("text", "\"")
    };
    let line = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
    let span = token.span.start..token.span.start + line;
    Problem::error(span, format!("this {what} is never closed"))
        .help(format!("add the `{needed}` at its end"))
}
