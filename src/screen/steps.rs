//! The index of a briefing's steps: type to find one, Enter goes there.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};
use tui_input::Input;

use super::search::typing;
use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::EntryId;
use crate::search::{Query, find};
use crate::text::fold::Folded;
use crate::ui::bar::Hint;
use crate::ui::field::{self, Field};
use crate::ui::{frame, layout, paint, pane, scroll};

/// Hits of the search that are looked for on the steps.
const HITS: usize = 200;

/// A step as the index lists it.
#[derive(Clone, Debug)]
struct Listed {
    kicker: String,
    title: String,
    entries: Vec<EntryId>,
}

/// The overlay.
#[derive(Debug)]
pub struct Steps {
    all: Vec<Listed>,
    /// The steps that match, best first.
    found: Vec<usize>,
    input: Input,
    at: usize,
    offset: usize,
}

impl Steps {
    /// Opens on the step in view.
    pub fn new(rows: Vec<(String, String, Vec<EntryId>)>, current: usize, env: &Env) -> Self {
        let all: Vec<Listed> = rows
            .into_iter()
            .map(|(kicker, title, entries)| Listed {
                kicker,
                title,
                entries,
            })
            .collect();
        let mut steps = Self {
            found: (0..all.len()).collect(),
            all,
            input: Input::default(),
            at: current,
            offset: 0,
        };
        steps.settle(env);
        steps
    }

    /// Finds the steps of a query: by their titles, then by what the search finds on them.
    fn run(&mut self, env: &Env) {
        self.at = 0;
        let text = self.input.value();
        let words = Folded::new(text);
        if words.as_str().trim().is_empty() {
            self.found = (0..self.all.len()).collect();
            return;
        }
        let (hits, _) = find(env.corpus.corpus(), &Query::parse(text), HITS);
        let mut ranked: Vec<(usize, usize)> = self
            .all
            .iter()
            .enumerate()
            .filter_map(|(number, step)| {
                let title = Folded::new(&format!("{} {} {}", number + 1, step.kicker, step.title));
                let by_title = words
                    .as_str()
                    .split_whitespace()
                    .all(|word| title.as_str().contains(word));
                let rank = if by_title {
                    0
                } else {
                    let own = step.entries.first().copied();
                    hits.iter()
                        .position(|hit| Some(hit.entry) == own)
                        .map_or_else(
                            || {
                                hits.iter()
                                    .position(|hit| step.entries.contains(&hit.entry))
                                    .map(|at| at + 1 + HITS)
                            },
                            |at| Some(at + 1),
                        )?
                };
                Some((rank, number))
            })
            .collect();
        ranked.sort_unstable();
        self.found = ranked.into_iter().map(|(_, number)| number).collect();
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
        let count = self.found.len();
        self.at = self.at.min(count.saturating_sub(1));
        let height = usize::from(Self::list_area(Self::body(env)).height);
        self.offset = scroll::follow(self.offset, self.at, height, count, 1);
    }

    fn field(&self) -> Field<'_> {
        Field {
            text: self.input.value(),
            cursor: self.input.cursor(),
            selected: false,
            invite: "Type to find a step",
        }
    }

    fn row(&self, number: usize, env: &Env) -> Line<'static> {
        let Some(step) = self.all.get(number) else {
            return Line::default();
        };
        let width = self.all.len().to_string().len();
        Line::from(vec![
            Span::styled(format!("{:>width$}  ", number + 1), env.theme.date),
            Span::styled(step.title.clone(), env.theme.text),
            Span::styled(format!("  {}", step.kicker), env.theme.dim),
        ])
    }
}

impl Layer for Steps {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let page = usize::from(Self::list_area(Self::body(env)).height).max(2) - 1;
        let chosen = self.found.get(self.at).copied();
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at += 1,
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at += page,
            Action::Enter => {
                return chosen.map_or(Reply::Done, |step| Reply::Run(Action::Step(step)));
            }
            Action::Escape => return Reply::Close,
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
                self.run(env);
            }
        }
        self.settle(env);
        Reply::Done
    }

    fn render(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        let title = "Steps of the briefing";
        let inner = frame::frame(Self::area(area), buf, &env.theme, &env.glyphs, title);
        let first = Rect {
            height: inner.height.min(1),
            ..inner
        };
        field::draw(first, buf, &env.theme, &env.glyphs, &self.field());
        let list = Self::list_area(area);
        let rows = self.found.iter().enumerate().skip(self.offset);
        for (y, (at, number)) in (list.top()..list.bottom()).zip(rows) {
            let row = Rect {
                y,
                height: 1,
                width: list.width.saturating_sub(1),
                ..list
            };
            let selected = (at == self.at).then_some(env.theme.selected);
            pane::row(row, buf, &env.glyphs, &self.row(*number, env), selected);
        }
        if self.found.is_empty() && !list.is_empty() {
            let none = Line::from(Span::styled("No step has this.", env.theme.dim));
            paint::line(list, buf, &env.glyphs, &none);
        }
        scroll::bar(
            list,
            buf,
            &env.glyphs,
            env.theme.rule,
            (self.offset, self.found.len()),
        );
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [(Action::Enter, "go there"), (Action::Escape, "close")];
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        let inner = frame::inside(Self::area(area));
        let first = Rect {
            height: inner.height.min(1),
            ..inner
        };
        field::cursor(first, &self.field())
    }
}
