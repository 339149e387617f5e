//! What each action does on the explore screen.

use ratatui::layout::{Position, Rect};

use super::pane::Pane;
use super::{Browse, Reading, timeline};
use crate::action::{Action, Mode};
use crate::effect::Effect;
use crate::env::Env;
use crate::export::citation;
use crate::model::{EntryId, Kind};
use crate::screen::{Layer, Overlay, Reply, Visit, hints};
use crate::text::Clean;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;

impl Layer for Browse {
    fn mode(&self) -> Mode {
        Mode::Explore
    }

    fn update(&mut self, action: &Action, env: &Env) -> Reply {
        let reply = self.act(action, env);
        self.relayout(env);
        reply
    }

    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env) {
        self.draw(area, canvas, env);
    }

    fn relayout(&mut self, env: &Env) {
        self.fit(env);
    }

    fn is_whole(&self) -> bool {
        true
    }

    fn visit(&mut self, id: EntryId, env: &Env) -> Visit {
        self.go_to(id, env);
        self.fit(env);
        Visit::Shown
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let first = match (self.on_detail, self.is_shut_pillar(env)) {
            (true, _) if self.reading.cursor.is_some() => Some((Action::Enter, "follow")),
            (true, _) => None,
            (false, true) => Some((Action::Enter, "open")),
            (false, false) => Some((Action::Enter, "read")),
        };
        let mut wanted: Vec<(Action, &'static str)> = first.into_iter().collect();
        if self.on_detail || self.zoomed || self.narrow.is_some() {
            wanted.push((Action::Escape, "back"));
        }
        wanted.push((Action::Search, "search"));
        wanted.push((Action::NextPane, "next pane"));
        wanted.push((Action::Present, "present"));
        wanted.push((Action::Test, "test"));
        wanted.push((Action::Sources, "sources"));
        wanted.push((Action::Copy, "copy"));
        wanted.push((Action::Zoom, if self.zoomed { "panes" } else { "zoom" }));
        wanted.push((
            Action::Narrow,
            if self.narrow.is_some() {
                "all events"
            } else {
                "events"
            },
        ));
        wanted.push((Action::Notes, "notes"));
        wanted.push((Action::Help, "help"));
        (hints(env, Mode::Explore, &wanted), self.breadcrumb(env))
    }
}

impl Browse {
    fn act(&mut self, action: &Action, env: &Env) -> Reply {
        match action {
            Action::Up | Action::Down | Action::PageUp | Action::PageDown => self.go(action, env),
            Action::HalfPageUp | Action::HalfPageDown | Action::Top | Action::Bottom => {
                self.go(action, env)
            }
            Action::Enter => self.enter(env),
            Action::Out => self.out(env),
            Action::Escape => self.escape(env),
            Action::Pane(number) => match Pane::numbered(*number) {
                Some(pane) => self.focus_pane(pane),
                None => Reply::Pass,
            },
            Action::NextPane => self.focus_pane(self.pane.step(true)),
            Action::PreviousPane => self.focus_pane(self.pane.step(false)),
            Action::NextSibling => self.sibling(true, env),
            Action::PreviousSibling => self.sibling(false, env),
            Action::TrailBack | Action::TrailForward => {
                self.walk(*action == Action::TrailBack, env)
            }
            Action::Narrow => self.narrow(env),
            Action::Zoom => {
                self.zoomed = !self.zoomed;
                Reply::Done
            }
            Action::Notes => {
                self.notes = !self.notes;
                Reply::Done
            }
            Action::Sources => self
                .current()
                .map_or(Reply::Done, |id| Reply::Open(Overlay::Sources(id))),
            Action::Present => self.current().map_or(Reply::Done, Reply::Present),
            Action::Test => self.current().map_or(Reply::Done, Reply::Test),
            Action::Copy => self.current().map_or(Reply::Done, |id| {
                Reply::Do(Effect::Copy(citation::cited(&env.strategy, id)))
            }),
            Action::Click { column, row } => self.click(Position::new(*column, *row), env),
            Action::Wheel { column, row, rows } => {
                self.wheel(Position::new(*column, *row), *rows, env)
            }
            _ => Reply::Pass,
        }
    }

    pub(super) fn enter(&mut self, env: &Env) -> Reply {
        let Some(id) = self.current() else {
            return Reply::Done;
        };
        if !self.on_detail {
            if self.is_shut_pillar(env) {
                self.open(id, env);
                return Reply::Done;
            }
            self.on_detail = true;
            self.start_reading(env);
            return Reply::Done;
        }
        let target = self
            .reading
            .cursor
            .and_then(|which| self.sheet.target(env, which));
        if let Some(target) = target {
            self.go_to(target, env);
            self.start_reading(env);
        }
        Reply::Done
    }

    pub(super) fn out(&mut self, env: &Env) -> Reply {
        if self.on_detail {
            self.on_detail = false;
            return Reply::Done;
        }
        let Some(id) = self.current() else {
            return Reply::Done;
        };
        if let Some(parent) = env.strategy.entry(id).parent {
            self.list_mut().select(parent);
            self.reading = Reading::default();
        } else {
            self.shut(id, env);
        }
        Reply::Done
    }

    fn escape(&mut self, env: &Env) -> Reply {
        if self.on_detail {
            self.on_detail = false;
        } else if self.zoomed {
            self.zoomed = false;
        } else if self.narrow.is_some() {
            self.narrow_to(None, env);
        } else {
            let quit = env.keymap.keys(Mode::Explore, &Action::Quit);
            let key = quit.first().map(ToString::to_string).unwrap_or_default();
            return Reply::Say(Clean::new(&format!("Nothing to go back from; {key} quits")));
        }
        Reply::Done
    }

    pub(super) fn focus_pane(&mut self, pane: Pane) -> Reply {
        self.on_detail = false;
        if pane != self.pane {
            self.focus(pane);
            self.reading = Reading::default();
        }
        Reply::Done
    }

    fn narrow(&mut self, env: &Env) -> Reply {
        if self.narrow.is_some() && self.pane == Pane::Timeline {
            self.narrow_to(None, env);
            return Reply::Done;
        }
        let about = if self.pane == Pane::Timeline {
            self.elsewhere
        } else {
            self.current()
        };
        let Some(about) = about else {
            return Reply::Done;
        };
        let name = &env.strategy.entry(about).name;
        if !timeline::concerns(&env.strategy, about) {
            return Reply::Say(Clean::new(&format!("No event has to do with {name}")));
        }
        if self.pane != Pane::Timeline {
            self.trail.leave(self.here());
        }
        self.narrow_to(Some(about), env);
        self.focus_pane(Pane::Timeline)
    }

    pub(super) fn is_shut_pillar(&self, env: &Env) -> bool {
        self.current().is_some_and(|id| {
            let entry = env.strategy.entry(id);
            entry.kind == Kind::Pillar && !entry.children.is_empty() && !self.opened.contains(&id)
        })
    }

    /// `Pillars › 3 of 13`: where one is, where the header does not say it.
    fn breadcrumb(&self, env: &Env) -> String {
        if !self.on_detail || !(Self::is_single(env) || self.zoomed) {
            return String::new();
        }
        format!(
            "{} {} {}",
            self.pane.title(),
            env.glyphs.into,
            self.position(env)
        )
    }
}
