//! The search, over everything: results as one types, why each matched, and a preview.

mod draw;
pub(super) mod typing;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input;

use super::{Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{EntryId, Kind};
use crate::search::{Hit, Query, find};
use crate::text::Clean;
use crate::ui::bar::Hint;

/// No more hits than this are listed; the count says how many there are.
const LIMIT: usize = 500;

/// A search that was closed: brought back when it is opened again, and walked by `n` and `N`.
#[derive(Clone, Debug, Default)]
pub struct SearchMemory {
    query: String,
    scope: Option<Kind>,
    hits: Vec<Clean>,
    at: usize,
}

impl SearchMemory {
    /// Steps to the next hit or the one before, round the list; its id, and its place from 1.
    pub fn step(&mut self, forward: bool) -> Option<(Clean, usize, usize)> {
        let count = self.hits.len();
        self.at = (self.at + if forward { 1 } else { count.max(1) - 1 }) % count.max(1);
        Some((self.hits.get(self.at)?.clone(), self.at + 1, count))
    }
}

/// The overlay.
#[derive(Debug)]
pub struct Search {
    input: Input,
    /// The query was brought back and typing replaces it.
    selected: bool,
    scope: Option<Kind>,
    hits: Vec<Hit>,
    total: usize,
    at: usize,
    offset: usize,
}

impl Search {
    /// Opens with the last query, selected.
    pub fn new(env: &Env, memory: Option<&SearchMemory>) -> Self {
        let mut search = Self {
            input: Input::new(
                memory
                    .map(|memory| memory.query.clone())
                    .unwrap_or_default(),
            ),
            selected: memory.is_some_and(|memory| !memory.query.is_empty()),
            scope: memory.and_then(|memory| memory.scope),
            hits: Vec::new(),
            total: 0,
            at: 0,
            offset: 0,
        };
        search.run(env);
        search.at = memory.map_or(0, |memory| memory.at);
        search.settle(env);
        search
    }

    /// What to remember of it.
    pub fn memory(&self, env: &Env) -> SearchMemory {
        SearchMemory {
            query: self.input.value().to_owned(),
            scope: self.scope,
            hits: self
                .hits
                .iter()
                .map(|hit| env.strategy.entry(hit.entry).id.clone())
                .collect(),
            at: self.at,
        }
    }

    fn run(&mut self, env: &Env) {
        let query = Query::parse(self.input.value()).within(self.scope);
        (self.hits, self.total) = find(env.corpus.corpus(), &query, LIMIT);
        self.at = 0;
        self.offset = 0;
    }

    fn chosen(&self) -> Option<EntryId> {
        self.hits.get(self.at).map(|hit| hit.entry)
    }

    fn turn_scope(&mut self, forward: bool, env: &Env) {
        let all: Vec<Option<Kind>> = std::iter::once(None)
            .chain(Kind::ALL.iter().copied().map(Some))
            .collect();
        let at = all
            .iter()
            .position(|scope| *scope == self.scope)
            .unwrap_or(0);
        let next = (at + if forward { 1 } else { all.len() - 1 }) % all.len();
        self.scope = all.get(next).copied().flatten();
        self.run(env);
    }

    /// How many rows a hit takes: one more when it says why it matched.
    fn rows(hit: &Hit) -> usize {
        1 + usize::from(hit.why.is_some())
    }

    fn settle(&mut self, env: &Env) {
        self.at = self.at.min(self.hits.len().saturating_sub(1));
        self.offset = self.offset.min(self.at);
        let height = usize::from(Self::areas(env.body()).list.height);
        while self.offset < self.at {
            let part = self.hits.get(self.offset..=self.at).unwrap_or_default();
            if part.iter().map(Self::rows).sum::<usize>() <= height {
                break;
            }
            self.offset += 1;
        }
    }

    /// The hit drawn at a row of the list.
    fn hit_at(&self, row: usize) -> Option<usize> {
        let mut top = 0;
        for (at, hit) in self.hits.iter().enumerate().skip(self.offset) {
            top += Self::rows(hit);
            if row < top {
                return Some(at);
            }
        }
        None
    }
}

impl Layer for Search {
    fn mode(&self) -> Mode {
        Mode::Type
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let page = usize::from(Self::areas(env.body()).list.height).max(2) - 1;
        match action {
            Action::Up => self.at = self.at.saturating_sub(1),
            Action::Down => self.at += 1,
            Action::PageUp => self.at = self.at.saturating_sub(page),
            Action::PageDown => self.at += page,
            Action::Enter => return self.chosen().map_or(Reply::Done, Reply::Show),
            Action::NextScope | Action::PreviousScope => {
                self.turn_scope(*action == Action::NextScope, env);
            }
            Action::Escape => return Reply::Close,
            Action::Click { column, row } => {
                let areas = Self::areas(env.body());
                let at = Position::new(*column, *row);
                if !areas.whole.contains(at) {
                    return Reply::Close;
                }
                if areas.list.contains(at)
                    && let Some(hit) = self.hit_at(usize::from(at.y - areas.list.y))
                {
                    if hit == self.at {
                        return self.chosen().map_or(Reply::Done, Reply::Show);
                    }
                    self.at = hit;
                }
            }
            Action::Wheel { rows, .. } => {
                self.at = self.at.saturating_add_signed(isize::from(*rows));
            }
            typed => {
                if self.selected
                    && matches!(
                        typed,
                        Action::Type(_) | Action::Paste(_) | Action::DeleteBack
                    )
                {
                    self.input.reset();
                }
                if !typing::edit(&mut self.input, typed) {
                    return Reply::Pass;
                }
                self.run(env);
            }
        }
        self.selected = false;
        self.settle(env);
        Reply::Done
    }

    fn render(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        self.draw(area, buf, env);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let wanted = [
            (Action::Enter, "go there"),
            (Action::NextScope, "next kind"),
            (Action::Escape, "close"),
        ];
        (hints(env, Mode::Type, &wanted), String::new())
    }

    fn cursor(&self, area: Rect, _env: &Env) -> Option<Position> {
        crate::ui::field::cursor(Self::areas(area).field, &self.field())
    }
}
