//! Slips of notation that `ron` cannot name, found and mended in a copy, so that the rest can be read.
//!
//! `ron` stops at the first slip, and often far behind it: a lost quote shows where the next text
//! begins. This walk reads the text line by line as authors write it, reports each slip where it was
//! made, and hands on a copy without them. It is used for texts that `ron` refuses, and for no other.

mod brackets;
mod texts;

use std::cell::Cell;
use std::ops::Range;

use super::lexer::{Lexer, Shape, Token};
use crate::model::Problem;
use crate::model::problem::floor;

/// The most slips told of one file.
const MOST: usize = 500;

/// The longest part of a line that is looked at, in bytes: some files are a single line.
const LINE: usize = 8 * 1024;

/// As much is looked at of every line, in bytes.
const SHORT: usize = 512;

/// How many bytes are looked at beyond that in all, so that slips without end take no time without
/// end.
const BUDGET: usize = 2 * 1024 * 1024;

/// A text without the slips that were found.
#[derive(Debug)]
pub(in crate::model) struct Repaired {
    /// The text as far as it could be mended.
    pub(in crate::model) text: String,
    /// What was wrong, with places in the original.
    pub(in crate::model) problems: Vec<Problem>,
    /// Whether the file ends in the middle, so that whatever it names may stand in what is lost.
    pub(in crate::model) is_cut: bool,
    /// Whether there were too many slips to read on.
    pub(in crate::model) is_hopeless: bool,
    /// What was changed, each with where it stands in the copy.
    edits: Vec<(usize, Edit)>,
}

/// A part of the original, and what stands in its place in the copy.
#[derive(Clone, Debug)]
struct Edit {
    span: Range<usize>,
    put: String,
}

/// An open bracket.
#[derive(Clone, Debug)]
struct Frame {
    bracket: u8,
    open: usize,
    /// The field whose value it is; empty for an item of a list.
    field: String,
    /// Whether it is the last on its line, as a list of entries begins.
    block: bool,
    /// Where the field or item that is being read begins.
    element: usize,
}

/// A slip of which a file may have hundreds, told once with their number.
#[derive(Debug)]
struct Heap {
    slip: Slip,
    first: Range<usize>,
    count: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    Typographic,
    Single,
    Space,
    Hash,
    Markdown,
    Conflict,
}

struct Walk<'a> {
    text: &'a str,
    at: usize,
    stack: Vec<Frame>,
    before: Option<Token>,
    field: String,
    edits: Vec<Edit>,
    problems: Vec<Problem>,
    heaps: Vec<Heap>,
    /// Whether the rest cannot be judged: a comment runs to the end, or too much is wrong.
    given_up: bool,
    /// How many bytes of long lines may still be looked at.
    budget: Cell<usize>,
}

/// Reads a text that `ron` refuses, and mends what it can.
pub(in crate::model) fn repair(text: &str) -> Repaired {
    let mut walk = Walk {
        text,
        at: 0,
        stack: Vec::new(),
        before: None,
        field: String::new(),
        edits: Vec::new(),
        problems: Vec::new(),
        heaps: Vec::new(),
        given_up: false,
        budget: Cell::new(BUDGET),
    };
    while let Some(token) = Lexer::starting(text, walk.at).next() {
        walk.at = token.span.end;
        walk.take(&token);
        // Every turn gets on, whatever a slip seems to be.
        walk.at = walk.at.max(token.span.start + 1);
        while !text.is_char_boundary(walk.at) {
            walk.at += 1;
        }
        if walk.problems.len() > MOST {
            walk.given_up = true;
            break;
        }
    }
    walk.finish()
}

impl Repaired {
    /// A problem found in the copy, with its places in the original.
    pub(in crate::model) fn back(&self, mut problem: Problem) -> Problem {
        problem.span = self.span(&problem.span);
        if let Some((span, _)) = &mut problem.other {
            *span = self.span(span);
        }
        problem
    }

    fn span(&self, span: &Range<usize>) -> Range<usize> {
        let start = self.place(span.start);
        start..self.place(span.end).max(start)
    }

    fn place(&self, copy: usize) -> usize {
        let before = self.edits.partition_point(|(start, _)| *start <= copy);
        let last = before.checked_sub(1).and_then(|last| self.edits.get(last));
        let Some((start, edit)) = last else {
            return copy;
        };
        match copy.checked_sub(start + edit.put.len()) {
            Some(behind) => edit.span.end + behind,
            None => edit.span.start,
        }
    }
}

impl<'a> Walk<'a> {
    fn take(&mut self, token: &Token) {
        if self.begins_line(token.span.start) && self.is_foreign_line(token) {
            return;
        }
        match token.shape {
            Shape::Open(bracket) => self.open(bracket, token),
            Shape::Close(bracket) => self.close(bracket, token),
            Shape::Text | Shape::Unclosed => self.quoted(token),
            Shape::Word => self.word(token),
            Shape::Mark => self.mark(token),
            Shape::Comma => self.next_element(token.span.end),
            Shape::Colon => {}
        }
        self.before = Some(token.clone());
        if self.stack.is_empty() && matches!(token.shape, Shape::Close(_)) {
            // `ron` tells, once, of what follows the model.
            self.at = self.text.len();
        }
    }

    /// A character that no model has outside its texts.
    fn mark(&mut self, token: &Token) {
        let span = token.span.clone();
        match self.part(&span).chars().next() {
            Some('“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'') => {
                self.typographic(token);
            }
            Some(space) if space.is_whitespace() || space == '\u{feff}' => {
                self.note(Slip::Space, span.clone());
                self.edit(span, " ");
            }
            Some('#') if self.text.get(span.end..span.end + 1) != Some("!") => {
                let end = self.line_end(span.end);
                self.note(Slip::Hash, span.start..end);
                self.edit(span.start..end, "");
                self.at = end;
            }
            Some(';') => {
                self.problems.push(
                    Problem::error(span.clone(), "expected a comma, found `;`")
                        .help("write `,` in its place"),
                );
                self.edit(span.clone(), ",");
                self.next_element(span.end);
            }
            _ => {}
        }
    }

    /// Lines of Markdown, and of a version control that could not join two versions.
    fn is_foreign_line(&mut self, token: &Token) -> bool {
        let start = token.span.start;
        let line = start..self.line_end(start);
        let part = self.part(&line);
        let conflict = |mark: &str| part.starts_with(mark);
        if conflict("<<<<<<<") || conflict("=======") || conflict(">>>>>>>") {
            let mut end = line.end;
            if conflict("=======")
                && let Some(more) = self.text.get(end..).and_then(|rest| rest.find("\n>>>>>>>"))
            {
                end = self.line_end(end + more + 1);
            }
            if conflict("<<<<<<<") || !self.heaps.iter().any(|heap| heap.slip == Slip::Conflict) {
                self.note(Slip::Conflict, line.clone());
            }
            self.edit(start..end, "");
            self.at = end;
            return true;
        }
        let heading = part.starts_with("# ") || part.starts_with("##");
        let item = ["- ", "* ", "> "].iter().any(|mark| part.starts_with(mark));
        let known = self.heaps.iter().any(|heap| heap.slip == Slip::Markdown);
        if part.starts_with("##") || (item && !self.stack.is_empty()) || (heading && known) {
            self.note(Slip::Markdown, line.clone());
            self.edit(line.clone(), "");
            self.at = line.end;
            return true;
        }
        false
    }

    fn finish(mut self) -> Repaired {
        let is_cut = self.close_all();
        let heaps = std::mem::take(&mut self.heaps);
        self.problems.extend(heaps.iter().map(Heap::problem));
        let mut edits = self.edits;
        edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
        let mut text = String::with_capacity(self.text.len() + 64);
        let mut kept = Vec::with_capacity(edits.len());
        let mut from = 0;
        for edit in edits {
            if edit.span.start < from {
                continue;
            }
            text.push_str(self.text.get(from..edit.span.start).unwrap_or_default());
            let start = text.len();
            text.push_str(&edit.put);
            from = edit.span.end;
            kept.push((start, edit));
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        Repaired {
            text,
            is_hopeless: self.problems.len() > MOST,
            problems: self.problems,
            is_cut,
            edits: kept,
        }
    }

    fn edit(&mut self, span: Range<usize>, put: impl Into<String>) {
        let put = put.into();
        self.edits.push(Edit { span, put });
    }

    fn note(&mut self, slip: Slip, span: Range<usize>) {
        match self.heaps.iter_mut().find(|heap| heap.slip == slip) {
            Some(heap) => heap.count += 1,
            None => self.heaps.push(Heap {
                slip,
                first: span,
                count: 1,
            }),
        }
    }

    fn part(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn line_end(&self, at: usize) -> usize {
        let long = if self.budget.get() == 0 { SHORT } else { LINE };
        let most = floor(self.text, at.saturating_add(long));
        let rest = self.text.as_bytes().get(at..most).unwrap_or_default();
        let end = memchr::memchr(b'\n', rest).map_or(most, |length| at + length);
        let beyond = (end - at).saturating_sub(SHORT);
        self.budget.set(self.budget.get().saturating_sub(beyond));
        if end > at && self.text.as_bytes().get(end - 1) == Some(&b'\r') {
            end - 1
        } else {
            end
        }
    }

    fn begins_line(&self, at: usize) -> bool {
        let before = self.text.get(..at).unwrap_or_default();
        before
            .trim_end_matches([' ', '\t'])
            .chars()
            .next_back()
            .is_none_or(|last| last == '\n')
    }

    fn next_element(&mut self, at: usize) {
        self.field.clear();
        if let Some(frame) = self.stack.last_mut() {
            frame.element = at;
        }
    }
}

impl Heap {
    fn problem(&self) -> Problem {
        let (message, help) = match self.slip {
            Slip::Typographic => (
                "a typographic quote stands around a text",
                "write the straight quote `\"`",
            ),
            Slip::Single => (
                "a text stands in single quotes",
                "write the double quote `\"`",
            ),
            Slip::Space => (
                "a space of another kind stands here, such as a no-break space",
                "write an ordinary space",
            ),
            Slip::Hash => ("`#` begins no comment", "write `//` in its place"),
            Slip::Markdown => (
                "this line is Markdown",
                "take it out, or write `//` before it",
            ),
            Slip::Conflict => (
                "a version control left two versions here",
                "keep one, and take out the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`",
            ),
        };
        let help = match self.count {
            1 => help.to_owned(),
            many => format!("{help}; the file has {many} such places, and this is the first"),
        };
        Problem::error(self.first.clone(), message).help(help)
    }
}
