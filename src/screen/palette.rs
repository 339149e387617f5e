//! A field with a list of one-line rows under it: what help and the index of steps have in common.

use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input;

use super::search::typing;
use crate::action::Action;
use crate::env::Env;
use crate::ui::canvas::Canvas;
use crate::ui::field::{self, Field};
use crate::ui::list::ListState;
use crate::ui::{frame, layout, paint, pane, scroll};

/// The state: what is typed, which row is selected, which row is the first in sight.
#[derive(Debug)]
pub(super) struct Palette {
    input: Input,
    list: ListState,
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
            list: ListState::new(at),
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
        self.list.at()
    }

    /// Moves, points or types. To be followed by [`Palette::relayout`].
    pub(super) fn take(&mut self, action: &Action, env: &Env) -> Taken {
        let area = list(env.body());
        let page = isize::try_from(area.height).unwrap_or(2).max(2) - 1;
        match action {
            Action::Up => self.list.by(-1),
            Action::Down => self.list.by(1),
            Action::PageUp => self.list.by(-page),
            Action::PageDown => self.list.by(page),
            Action::Click { column, row } => {
                let at = Position::new(*column, *row);
                if !whole(env.body()).contains(at) {
                    return Taken::Outside;
                }
                if area.contains(at) {
                    self.list
                        .select(usize::from(at.y - area.y) + self.list.offset());
                }
            }
            Action::Wheel { rows, .. } => self.list.by(isize::from(*rows)),
            typed => {
                if !typing::edit(&mut self.input, typed) {
                    return Taken::Nothing;
                }
                self.list.select(0);
                return Taken::Typed;
            }
        }
        Taken::Moved
    }

    /// Keeps the selection among this many rows, and in sight.
    pub(super) fn relayout(&mut self, count: usize, env: &Env) {
        let height = usize::from(list(env.body()).height);
        self.list.relayout(count, height, 1);
    }

    /// Draws everything; `row` draws the row with this number, without its selection.
    pub(super) fn draw(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        env: &Env,
        (count, row): (usize, impl Fn(usize, Rect, &mut Canvas<'_>)),
    ) {
        frame::frame(whole(area), canvas, self.words.title);
        field::draw(first(area), canvas, &self.field());
        let list = list(area);
        for (y, at) in (list.top()..list.bottom()).zip(self.list.offset()..count) {
            let line = Rect {
                y,
                height: 1,
                width: list.width.saturating_sub(1),
                ..list
            };
            row(at, line, canvas);
            if at == self.at() {
                let style = Some(env.theme.selected);
                pane::row(line, canvas, &Line::default(), style);
            }
        }
        if count == 0 && !list.is_empty() {
            let none = Line::from(Span::styled(self.words.none, env.theme.dim));
            paint::line(list, canvas, &none);
        }
        scroll::bar(list, canvas, self.list.offset(), count);
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
            prompt: "/ ",
            invite: self.words.invite,
        }
    }
}

pub(super) fn whole(area: Rect) -> Rect {
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

pub(super) fn list(area: Rect) -> Rect {
    let inner = frame::inside(whole(area));
    let skip = 2.min(inner.height);
    Rect {
        y: inner.y + skip,
        height: inner.height - skip,
        ..inner
    }
}
