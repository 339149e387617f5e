//! A field with a list of one-line rows under it: what help and the index of steps have in common.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input;

use super::search::typing;
use crate::action::Action;
use crate::env::Env;
use crate::ui::field::{self, Field};
use crate::ui::{frame, layout, paint, pane, scroll};

/// The state: what is typed, which row is selected, which row is the first in sight.
#[derive(Debug)]
pub(super) struct Palette {
    input: Input,
    at: usize,
    offset: usize,
    words: Words,
}

/// What a palette says.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// In its frame.
    pub(super) title: &'static str,
    /// While nothing is typed.
    pub(super) invite: &'static str,
    /// When no row matches.
    pub(super) none: &'static str,
}

/// What an action did to a palette.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// Another row may be selected.
    Moved,
    /// The text may be another; the first row is selected.
    Typed,
    /// It was pointed outside.
    Outside,
    /// It says nothing to a palette.
    Nothing,
}

impl Palette {
    pub(super) fn new(words: Words, at: usize) -> Self {
        Self {
            input: Input::default(),
            at,
            offset: 0,
            words,
        }
    }

    /// What is typed.
    pub(super) fn text(&self) -> &str {
        self.input.value()
    }

    /// Empties the field.
    pub(super) fn clear(&mut self) {
        self.input.reset();
    }

    /// The selected row.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Moves, points or types. To be followed by [`Palette::settle`].
    pub(super) fn take(&mut self, action: &Action, env: &Env) -> Taken {
        let list = list(env.body());
        let page = usize::from(list.height).max(2) - 1;
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at += 1,
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at += page,
            Action::Click { column, row } => {
                let at = Position::new(*column, *row);
                if !whole(env.body()).contains(at) {
                    return Taken::Outside;
                }
                if list.contains(at) {
                    self.at = usize::from(at.y - list.y) + self.offset;
                }
            }
            Action::Wheel { rows, .. } => {
                self.at = self.at.saturating_add_signed(isize::from(*rows));
            }
            typed => {
                if !typing::edit(&mut self.input, typed) {
                    return Taken::Nothing;
                }
                self.at = 0;
                return Taken::Typed;
            }
        }
        Taken::Moved
    }

    /// Keeps the selection among this many rows, and in sight.
    pub(super) fn settle(&mut self, count: usize, env: &Env) {
        self.at = self.at.min(count.saturating_sub(1));
        let height = usize::from(list(env.body()).height);
        self.offset = scroll::follow(self.offset, self.at, height, count, 1);
    }

    /// Draws everything; `row` draws the row with this number, without its selection.
    pub(super) fn draw(
        &self,
        area: Rect,
        buf: &mut Buffer,
        env: &Env,
        (count, row): (usize, impl Fn(usize, Rect, &mut Buffer)),
    ) {
        frame::frame(whole(area), buf, &env.theme, &env.glyphs, self.words.title);
        field::draw(first(area), buf, &env.theme, &env.glyphs, &self.field());
        let list = list(area);
        for (y, at) in (list.top()..list.bottom()).zip(self.offset..count) {
            let line = Rect {
                y,
                height: 1,
                width: list.width.saturating_sub(1),
                ..list
            };
            row(at, line, buf);
            if at == self.at {
                let style = Some(env.theme.selected);
                pane::row(line, buf, &env.glyphs, &Line::default(), style);
            }
        }
        if count == 0 && !list.is_empty() {
            let none = Line::from(Span::styled(self.words.none, env.theme.dim));
            paint::line(list, buf, &env.glyphs, &none);
        }
        scroll::bar(list, buf, &env.glyphs, env.theme.rule, (self.offset, count));
    }

    /// Where the terminal's cursor stands.
    pub(super) fn cursor(&self, area: Rect) -> Option<Position> {
        field::cursor(first(area), &self.field())
    }

    fn field(&self) -> Field<'_> {
        Field {
            text: self.input.value(),
            cursor: self.input.cursor(),
            selected: false,
            invite: self.words.invite,
        }
    }
}

fn whole(area: Rect) -> Rect {
    layout::overlay(area, 72, 30)
}

/// The row of the field.
fn first(area: Rect) -> Rect {
    let inner = frame::inside(whole(area));
    Rect {
        height: inner.height.min(1),
        ..inner
    }
}

fn list(area: Rect) -> Rect {
    let inner = frame::inside(whole(area));
    let skip = 2.min(inner.height);
    Rect {
        y: inner.y + skip,
        height: inner.height - skip,
        ..inner
    }
}
