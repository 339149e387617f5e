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

/// The usual cells of the frame.
pub(super) const WIDTH: u16 = 72;

/// The state: what is typed, which row is selected, which row is the first in sight.
#[derive(Debug)]
pub(super) struct Palette {
    input: Input,
    list: ListState,
    words: Words,
    /// How many rows stand beside each other: the list goes down the first column, then the next.
    columns: usize,
}

/// What a palette says, and how wide it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words {
    /// In its frame.
    pub(super) title: &'static str,
    /// While nothing is typed.
    pub(super) invite: &'static str,
    /// When no row matches.
    pub(super) none: &'static str,
    /// The cells of its frame, where there is room.
    pub(super) width: u16,
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
            columns: 1,
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

    /// Selects a row.
    pub(super) const fn select(&mut self, at: usize) {
        self.list.select(at);
    }

    /// The room for rows.
    pub(super) fn room(&self, area: Rect) -> Rect {
        list_in(self.whole(area))
    }

    /// Puts so many rows beside each other.
    pub(super) fn stand(&mut self, columns: usize) {
        self.columns = columns.max(1);
    }

    /// Moves, points or types. To be followed by [`Palette::relayout`].
    pub(super) fn take(&mut self, action: &Action, env: &Env) -> Taken {
        let area = self.room(env.body());
        let page = isize::try_from(area.height).unwrap_or(2).max(2) - 1;
        match action {
            Action::Up => self.list.by(-1),
            Action::Down => self.list.by(1),
            Action::PageUp => self.list.by(-page),
            Action::PageDown => self.list.by(page),
            Action::Click { column, row } => {
                let at = Position::new(*column, *row);
                if !self.whole(env.body()).contains(at) {
                    return Taken::Outside;
                }
                if area.contains(at) {
                    let column = usize::from((at.x - area.x) / self.column_width(area));
                    let row = column * usize::from(area.height) + usize::from(at.y - area.y);
                    self.list.select(row + self.list.offset());
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
        let height = usize::from(self.room(env.body()).height);
        self.list.relayout(count, height * self.columns, 1);
    }

    /// Draws everything; `row` draws the row with this number, without its selection.
    pub(super) fn draw(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        env: &Env,
        (count, row): (usize, impl Fn(usize, Rect, &mut Canvas<'_>)),
    ) {
        frame::frame(self.whole(area), canvas, self.words.title);
        field::draw(self.first(area), canvas, &self.field());
        let list = self.room(area);
        let width = self.column_width(list);
        let cells = (0..self.columns).flat_map(|column| {
            let x = list.x + column as u16 * width;
            (list.top()..list.bottom()).map(move |y| (x, y))
        });
        for ((x, y), at) in cells.zip(self.list.offset()..count) {
            let line = Rect {
                x,
                y,
                height: 1,
                width: width - 1,
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
        if count > usize::from(list.height) * self.columns {
            scroll::bar(list, canvas, self.list.offset(), count);
        }
    }

    /// The cells of a column of rows, with the one that stays free after it.
    fn column_width(&self, list: Rect) -> u16 {
        (list.width / self.columns as u16).max(1)
    }

    fn whole(&self, area: Rect) -> Rect {
        layout::overlay(area, self.words.width, 30)
    }

    /// The row of the field.
    fn first(&self, area: Rect) -> Rect {
        let inner = frame::inside(self.whole(area));
        Rect {
            height: inner.height.min(1),
            ..inner
        }
    }

    /// Where the terminal's cursor stands.
    pub(super) fn cursor(&self, area: Rect) -> Option<Position> {
        field::cursor(self.first(area), &self.field())
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

/// Where a palette of the usual width stands.
pub(super) fn whole(area: Rect) -> Rect {
    layout::overlay(area, WIDTH, 30)
}

/// The room for its rows.
pub(super) fn list(area: Rect) -> Rect {
    list_in(whole(area))
}

fn list_in(whole: Rect) -> Rect {
    let inner = frame::inside(whole);
    let skip = 2.min(inner.height);
    Rect {
        y: inner.y + skip,
        height: inner.height - skip,
        ..inner
    }
}
