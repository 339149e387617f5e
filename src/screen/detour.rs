//! A detour from a briefing or a card: an entry in full, from which one comes back to the exact
//! step or card.

use ratatui::layout::Rect;

use super::{Browse, Layer, Reply, Visit, hints};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::EntryId;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;

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

    /// The entry in view.
    pub fn entry(&self) -> Option<EntryId> {
        self.browse.current()
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

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        self.browse.render(area, canvas, env);
    }

    fn relayout(&mut self, env: &Env) {
        self.browse.relayout(env);
    }

    fn is_whole(&self) -> bool {
        true
    }

    /// What a speaker needs here as well.
    fn falls_through(&self, action: &Action) -> bool {
        matches!(
            action,
            Action::Blank | Action::Clock | Action::ResetClock | Action::Park
        )
    }

    fn visit(&mut self, id: EntryId, env: &Env) -> Visit {
        self.browse.visit(id, env)
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
