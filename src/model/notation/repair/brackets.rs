//! Brackets: which one is missing, and which one is too many, judged by how the lines stand.

use super::{Frame, Walk};
use crate::model::notation::brackets::{closes, mismatched, surplus, unclosed};
use crate::model::notation::lexer::{Lexer, Shape, Token};
use crate::model::problem::Place;
use crate::model::{Kind, Problem};

impl Walk<'_> {
    pub(super) fn open(&mut self, bracket: u8, token: &Token) {
        let start = token.span.start;
        if bracket == b'(' && self.begins_line(start) && self.begins_entry(token.span.end) {
            self.close_before_entry();
        }
        let line = self.line_end(start);
        let rest = self.part(&(token.span.end..line)).trim();
        self.stack.push(Frame {
            bracket,
            open: start,
            field: std::mem::take(&mut self.field),
            block: rest.is_empty() || rest.starts_with("//"),
            element: token.span.end,
        });
    }

    pub(super) fn close(&mut self, bracket: u8, token: &Token) {
        let Some(top) = self.stack.last().cloned() else {
            // What follows the model is told of by `ron`, once.
            return;
        };
        if closes(top.bracket) == bracket {
            self.stack.pop();
            self.field.clear();
            return;
        }
        if self.lacks_opening(&top, bracket, token) {
            return;
        }
        if self.stands_for_another(&top, token) {
            let needed = char::from(closes(top.bracket));
            let found = char::from(bracket);
            let message = format!("expected `{needed}`, found `{found}`");
            let help = format!("write `{needed}` in its place");
            self.problems
                .push(Problem::error(token.span.clone(), message).help(help));
            self.edit(token.span.clone(), needed);
            self.stack.pop();
            self.field.clear();
            return;
        }
        let fits = |frame: &Frame| closes(frame.bracket) == bracket;
        let found = self.stack.iter().rposition(fits);
        let first = self.begins_line(token.span.start);
        match found.and_then(|found| Some((found, self.stack.get(found)?))) {
            Some((found, frame)) if first || !frame.block => {
                let problem = mismatched(
                    self.text,
                    (top.bracket, top.open),
                    bracket,
                    token.span.clone(),
                );
                self.problems.push(problem);
                self.close_down_to(found + 1, token.span.start);
                self.stack.pop();
            }
            _ => {
                self.problems.push(surplus(bracket, token.span.clone()));
                self.edit(token.span.clone(), "");
            }
        }
        self.field.clear();
    }

    /// A bracket of the wrong sort that stands where the innermost one closes: at the beginning of a
    /// line, as far in as the line that opens it.
    fn stands_for_another(&self, top: &Frame, token: &Token) -> bool {
        let start = |at: usize| {
            let before = self.part(&(0..at));
            before.rfind('\n').map_or(0, |end| end + 1)
        };
        let indent = |at: usize| {
            let line = self.part(&(start(at)..at));
            line.len() - line.trim_start().len()
        };
        let around = self.stack.iter().rev().nth(1);
        top.block
            && self.begins_line(token.span.start)
            && indent(token.span.start) == indent(top.open)
            && around.is_some_and(|around| start(around.open) != start(top.open))
    }

    /// `["s3", "p. 73")]`: a pair whose opening bracket is missing.
    fn lacks_opening(&mut self, top: &Frame, bracket: u8, token: &Token) -> bool {
        let inside = self.part(&(top.open + 1..token.span.start)).to_owned();
        let after = Lexer::starting(self.text, token.span.end).next();
        let closes_list = after.is_some_and(|next| next.shape == Shape::Close(b']'));
        let pairs = ["sources", "their_sources", "synonyms"].contains(&&*top.field);
        if top.bracket != b'['
            || !pairs
            || bracket != b')'
            || inside.contains(['\n', '('])
            || !inside.trim_start().starts_with('"')
            || !closes_list
        {
            return false;
        }
        let start = top.open + 1 + (inside.len() - inside.trim_start().len());
        let (text, place) = (inside.trim(), Place::of(self.text, start));
        self.problems.push(
            Problem::error(start..token.span.end, "the `(` before this is missing")
                .help(format!("add `(` at {place}: `({text})`")),
        );
        self.edit(start..start, "(");
        true
    }

    /// Whether what stands behind a bracket is the beginning of an entry.
    fn begins_entry(&self, at: usize) -> bool {
        let mut tokens = Lexer::starting(self.text, at);
        let word = tokens.next();
        let id = word.is_some_and(|word| self.part(&word.span) == "id");
        id && tokens.next().is_some_and(|next| next.shape == Shape::Colon)
    }

    /// The entry before a new one has to be closed.
    fn close_before_entry(&mut self) {
        // An entry's own `sources` is a list of pairs, not of entries.
        let section = |(depth, frame): &(usize, &Frame)| {
            frame.field == "objectives" || (*depth == 1 && Kind::of_section(&frame.field).is_some())
        };
        let Some((at, _)) = self.stack.iter().enumerate().rfind(section) else {
            return;
        };
        if at + 1 < self.stack.len() {
            self.never_closed(at + 1);
        }
    }

    /// Fields that follow a list which is still open.
    pub(super) fn close_before_field(&mut self) {
        let Some(at) = self.stack.iter().rposition(|frame| frame.bracket == b'(') else {
            return;
        };
        if at + 1 < self.stack.len() {
            self.never_closed(at + 1);
        }
    }

    /// Closes what is open above a depth behind the last token, and reports the innermost.
    fn never_closed(&mut self, depth: usize) {
        let Some(last) = self.before.clone() else {
            return;
        };
        let comma = last.shape == Shape::Comma;
        let end = if comma {
            last.span.start
        } else {
            last.span.end
        };
        let Some(top) = self.stack.last().cloned() else {
            return;
        };
        let (opened, needed) = (char::from(top.bracket), char::from(closes(top.bracket)));
        let place = Place::of(self.text, end);
        self.problems.push(
            Problem::error(
                top.open..top.open + 1,
                format!("this `{opened}` is never closed"),
            )
            .help(format!("add `{needed}` at {place}")),
        );
        self.close_down_to(depth, end);
        if !comma {
            self.edit(end..end, ",");
        }
        self.next_element(end);
    }

    fn close_down_to(&mut self, depth: usize, at: usize) {
        let needed: String = self
            .stack
            .drain(depth.min(self.stack.len())..)
            .rev()
            .map(|frame| char::from(closes(frame.bracket)))
            .collect();
        self.edit(at..at, needed);
    }

    /// At the end of the file; whether that comes in the middle of the model.
    pub(super) fn close_all(&mut self) -> bool {
        let Some(top) = self.stack.last() else {
            return false;
        };
        if self.given_up {
            return false;
        }
        let (bracket, open) = (top.bracket, top.open);
        let count = self.stack.len();
        let Some(section) = self.stack.get(1).filter(|list| list.bracket == b'[') else {
            self.problems.push(unclosed(bracket, open));
            self.close_down_to(0, self.text.len());
            return count > 1;
        };
        // The entry in which the file ends cannot be judged.
        let entry = section.element;
        let end = self.text.trim_end().len();
        let last = self
            .text
            .get(..end)
            .and_then(|text| text.chars().next_back());
        let start = end - last.map_or(0, char::len_utf8);
        let needed: String = self
            .stack
            .iter()
            .rev()
            .map(|frame| char::from(closes(frame.bracket)))
            .collect();
        self.problems.push(
            Problem::error(
                start..end,
                format!("the file ends here, with {count} brackets open"),
            )
            .help(format!("add what is lost, and `{needed}` at the end")),
        );
        self.edits.retain(|edit| edit.span.start < entry);
        self.edit(entry..self.text.len(), "])");
        true
    }
}
