//! A detour from a briefing or a card: an entry in full, from which one comes back to the exact
//! step or card.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Browse, Layer, Reply, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::EntryId;
use crate::ui::bar::Hint;

/// The panes over a briefing or a card.
#[derive(Debug)]
pub struct Detour {
    browse: Browse,
    back: &'static str,
}

impl Detour {
    /// Looks an entry up; `back` says where one comes back to.
    pub fn new(id: EntryId, env: &Env, back: &'static str) -> Self {
        Self {
            browse: Browse::reading(id, env),
            back,
        }
    }

    /// Goes on to another entry.
    pub fn visit(&mut self, id: EntryId, env: &Env) {
        self.browse.visit(id, env);
        self.settle(env);
    }

    /// The entry in view.
    pub fn entry(&self) -> Option<EntryId> {
        self.browse.current()
    }

    /// To be called after a resize.
    pub fn settle(&mut self, env: &Env) {
        self.browse.settle(env);
    }
}

impl Layer for Detour {
    fn mode(&self) -> Mode {
        self.browse.mode()
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Escape | Action::Quit | Action::Present => Reply::Close,
            Action::TrailBack if !self.browse.has_trail() => Reply::Close,
            _ => self.browse.update(action, env),
        }
    }

    fn render(&self, area: Rect, buf: &mut Buffer, env: &Env) {
        self.browse.render(area, buf, env);
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let mut wanted = vec![(Action::Escape, self.back), (Action::Enter, "follow")];
        if self.browse.has_trail() {
            wanted.push((Action::TrailBack, "entry before"));
        }
        wanted.push((Action::Search, "search"));
        (hints(env, Mode::Explore, &wanted), String::new())
    }
}
