//! From entry to entry and from line to line on the explore screen.

use super::pane::Pane;
use super::trail::Visit;
use super::{Browse, Reading, pillars};
use crate::action::Action;
use crate::env::Env;
use crate::screen::Reply;
use crate::text::Clean;

impl Browse {
    /// Moves what is read, or the selection of the list.
    pub(super) fn go(&mut self, action: &Action, env: &Env) -> Reply {
        let areas = self.areas(env);
        if self.on_detail {
            self.lay(&areas, env);
            self.read_on(action, areas.detail.body.height.into());
        } else {
            let pane = areas.panes.get(self.pane as usize);
            let height = pane.map_or(0, |pane| pane.body.height);
            self.select(action, height.into());
        }
        Reply::Done
    }

    fn read_on(&mut self, action: &Action, height: usize) {
        let (page, screen) = (&self.sheet, screenful(height));
        match action {
            Action::Up => self.reading.step(false, page, height),
            Action::Down => self.reading.step(true, page, height),
            Action::PageUp => self.reading.scroll(-screen, page, height),
            Action::PageDown => self.reading.scroll(screen, page, height),
            Action::HalfPageUp => self.reading.scroll(-(screen + 1) / 2, page, height),
            Action::HalfPageDown => self.reading.scroll((screen + 1) / 2, page, height),
            Action::Top => self.reading.scroll(isize::MIN / 2, page, height),
            _ => self.reading.scroll(isize::MAX / 2, page, height),
        }
    }

    fn select(&mut self, action: &Action, height: usize) {
        let screen = screenful(height);
        let before = self.current();
        let list = self.list_mut();
        match action {
            Action::Up => drop(list.step(-1)),
            Action::Down => drop(list.step(1)),
            Action::PageUp => drop(list.step(-screen)),
            Action::PageDown => drop(list.step(screen)),
            Action::HalfPageUp => drop(list.step(-(screen + 1) / 2)),
            Action::HalfPageDown => drop(list.step((screen + 1) / 2)),
            Action::Top => list.top(),
            _ => list.bottom(),
        }
        if self.current() != before {
            self.reading = Reading::default();
        }
    }

    pub(super) fn sibling(&mut self, forward: bool, env: &Env) -> Reply {
        let Some(id) = self.current() else {
            return Reply::Done;
        };
        let entry = env.strategy.entry(id);
        let next = if self.pane == Pane::Pillars {
            pillars::sibling(&env.strategy, id, forward)
        } else {
            let next = self.list().neighbour(forward);
            next.filter(|next| env.strategy.entry(*next).kind == entry.kind)
        };
        if let Some(next) = next {
            self.list_mut().select(next);
            self.reading = Reading::default();
        }
        Reply::Done
    }

    pub(super) fn walk(&mut self, back: bool, env: &Env) -> Reply {
        let here = self.here();
        let step = if back {
            self.trail.back(here)
        } else {
            self.trail.forward(here)
        };
        let Some(step) = step else {
            let way = if back { "back" } else { "forward" };
            return Reply::Say(Clean::new(&format!("The trail goes no further {way}")));
        };
        self.reveal(step.entry, env);
        self.on_detail = step.on_detail;
        self.list_mut().set_offset(step.offset);
        self.reading.cursor = step.cursor;
        self.reading.scroll = step.scroll;
        Reply::Done
    }

    /// Where one is, for the trail.
    pub(super) fn here(&self) -> Option<Visit> {
        Some(Visit {
            pane: self.pane,
            entry: self.current()?,
            offset: self.list().offset(),
            on_detail: self.on_detail,
            cursor: self.reading.cursor,
            scroll: self.reading.scroll,
        })
    }
}

/// How many rows a page turns, of so many that show: one stays in sight.
fn screenful(height: usize) -> isize {
    height.saturating_sub(1).max(1).cast_signed()
}
