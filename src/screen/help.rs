//! Help, which is also the palette: every action with its keys; type to filter, Enter runs it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input;

use super::search::typing;
use super::{Layer, Reply, hints};
use crate::action::{ACTIONS, Action, Described, Mode};
use crate::env::Env;
use crate::text::fold::Folded;
use crate::ui::bar::Hint;
use crate::ui::field::{self, Field};
use crate::ui::{frame, layout, paint, pane, scroll};

/// The overlay.
#[derive(Debug)]
pub struct Help {
    /// The mode that was live below: its keys are shown.
    about: Mode,
    input: Input,
    at: usize,
    offset: usize,
}

impl Help {
    /// Opens on every action of a mode.
    pub fn new(about: Mode) -> Self {
        Self {
            about,
            input: Input::default(),
            at: 0,
            offset: 0,
        }
    }

    /// The actions that can be meant here, filtered by what was typed.
    fn listed(&self, env: &Env) -> Vec<&'static Described> {
        let query = Folded::new(self.input.value());
        ACTIONS
            .iter()
            .filter(|line| !env.keymap.keys(self.about, &line.action).is_empty())
            .filter(|line| {
                let says = Folded::new(line.says);
                let keys = self.keys(env, line).to_lowercase();
                query.as_str().split_whitespace().all(|word| {
                    says.as_str().contains(word) || keys.split(' ').any(|key| key == word)
                })
            })
            .collect()
    }

    fn keys(&self, env: &Env, line: &Described) -> String {
        let keys = env.keymap.keys(self.about, &line.action);
        keys.iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>()
            .join("  ")
    }

    fn area(area: Rect) -> Rect {
        layout::overlay(area, 72, 30)
    }

    fn list_area(area: Rect) -> Rect {
        let inner = frame::inside(Self::area(area));
        let skip = 2.min(inner.height);
        Rect {
            y: inner.y + skip,
            height: inner.height - skip,
            ..inner
        }
    }

    fn body(env: &Env) -> Rect {
        layout::bars(Rect::from((Position::ORIGIN, env.size))).1
    }

    fn settle(&mut self, env: &Env) {
        let count = self.listed(env).len();
        self.at = self.at.min(count.saturating_sub(1));
        let height = usize::from(Self::list_area(Self::body(env)).height);
        self.offset = scroll::follow(self.offset, self.at, height, count, 1);
    }
}

impl Layer for Help {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let page = usize::from(Self::list_area(Self::body(env)).height).max(2) - 1;
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at += 1,
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at += page,
            Action::Enter => {
                let chosen = self
                    .listed(env)
                    .get(self.at)
                    .map(|line| line.action.clone());
                return chosen.map_or(Reply::Done, Reply::Run);
            }
            Action::Escape if !self.input.value().is_empty() => self.input.reset(),
            Action::Escape | Action::Help => return Reply::Close,
            Action::Click { column, row } => {
                let at = Position::new(*column, *row);
                if !Self::area(Self::body(env)).contains(at) {
                    return Reply::Close;
                }
                let list = Self::list_area(Self::body(env));
                if list.contains(at) {
                    self.at = usize::from(at.y - list.y) + self.offset;
                }
            }
            Action::Wheel { rows, .. } => {
                self.at = self.at.saturating_add_signed(isize::from(*rows));
            }
            typed => {
                if !typing::edit(&mut self.input, typed) {
                    return Reply::Pass;
                }
                self.at = 0;
            }
        }
        self.settle(env);
        Reply::Done
    }

    fn render(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        let inner = frame::frame(Self::area(area), buf, &env.theme, &env.glyphs, "Help");
        field::draw(
            Rect {
                height: inner.height.min(1),
                ..inner
            },
            buf,
            &env.theme,
            &env.glyphs,
            &self.field(),
        );
        let list = Self::list_area(area);
        let listed = self.listed(env);
        for (y, (at, line)) in
            (list.top()..list.bottom()).zip(listed.iter().enumerate().skip(self.offset))
        {
            let row = Rect {
                y,
                height: 1,
                width: list.width.saturating_sub(1),
                ..list
            };
            let keys = Line::from(Span::styled(
                format!("{} ", self.keys(env, line)),
                env.theme.key,
            ));
            let room = paint::right(row, buf, &keys, 20);
            let says = Line::from(Span::styled(line.says, env.theme.text));
            pane::row(room, buf, &env.glyphs, &says, None);
            if at == self.at {
                pane::row(
                    row,
                    buf,
                    &env.glyphs,
                    &Line::default(),
                    Some(env.theme.selected),
                );
            }
        }
        if listed.is_empty() && !list.is_empty() {
            let none = Line::from(Span::styled("No command matches.", env.theme.dim));
            paint::line(list, buf, &env.glyphs, &none);
        }
        scroll::bar(
            list,
            buf,
            &env.glyphs,
            env.theme.rule,
            (self.offset, listed.len()),
        );
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [(Action::Enter, "do it"), (Action::Escape, "close")];
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        let inner = frame::inside(Self::area(area));
        field::cursor(
            Rect {
                height: inner.height.min(1),
                ..inner
            },
            &self.field(),
        )
    }
}

impl Help {
    fn field(&self) -> Field<'_> {
        Field {
            text: self.input.value(),
            cursor: self.input.cursor(),
            selected: false,
            invite: "Type to filter the commands",
        }
    }
}
