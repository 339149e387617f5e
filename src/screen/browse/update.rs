//! What each action does on the explore screen: keys, then the mouse.

use ratatui::layout::{Position, Rect};

use super::detail::{Reading, Subject};
use super::panes::{self, Pane};
use super::trail::Step;
use super::{Browse, timeline};
use crate::action::{Action, Mode};
use crate::effect::Effect;
use crate::env::Env;
use crate::export::citation;
use crate::model::{EntryId, Kind};
use crate::screen::{Below, Layer, Overlay, Reply, Visit, hints};
use crate::text::Clean;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;
use crate::wording;

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

    fn below_help(&self, env: &Env) -> Below {
        let mut lacks = Vec::new();
        if !self.has_events(env) && self.narrow.is_none() {
            lacks.push(Action::Narrow);
        }
        if !self.trail.leads(true) {
            lacks.push(Action::TrailBack);
        }
        if !self.trail.leads(false) {
            lacks.push(Action::TrailForward);
        }
        let what = self.current().map(|id| env.strategy.entry(id).kind.word());
        if what.is_none() {
            lacks.extend([Action::Sources, Action::Notes]);
        }
        Below {
            what: what.unwrap_or("strategy"),
            lacks,
        }
    }

    fn visit(&mut self, id: EntryId, env: &Env) -> Visit {
        self.go_to(id, env);
        self.on_detail = true;
        self.start_reading(env);
        self.fit(env);
        Visit::Shown
    }

    fn hints(&self, env: &Env) -> (Vec<Hint>, String) {
        let first = match (self.on_detail, self.is_shut_pillar(env)) {
            (true, _) if self.reading.cursor.is_some() => Some((Action::Enter, "follow")),
            (true, _) if self.is_cut_off(env) => Some((Action::PageDown, "more")),
            (true, _) => None,
            (false, true) => Some((Action::Enter, "open")),
            (false, false) => Some((Action::Enter, "read")),
        };
        let mut wanted: Vec<(Action, &'static str)> = first.into_iter().collect();
        let is_about = self.subject() == Some(Subject::About);
        if !self.on_detail && self.pages_about(&Action::PageDown, env) {
            wanted.push((Action::PageDown, "more"));
        }
        let zoom = (Action::Zoom, if self.zoomed { "panes" } else { "zoom" });
        if self.on_detail || self.zoomed || self.narrow.is_some() {
            let to_list = self.on_detail && Self::is_single(env);
            wanted.push((Action::Escape, if to_list { "list" } else { "back" }));
        }
        // What is asked most often of what is shown comes before what is asked of all.
        if self.drawn.is_some() && !self.on_detail {
            wanted.extend([(Action::AsOf, "another day"), zoom.clone()]);
        } else if self.pane == Pane::Actors {
            wanted.push((Action::AsOf, "as of"));
        } else if self.zoomed {
            wanted.push(zoom.clone());
        }
        wanted.push((
            Action::Search,
            if is_about { "ask, search" } else { "search" },
        ));
        if !self.on_detail && !self.zoomed {
            wanted.push((Action::NextPane, "next pane"));
        }
        wanted.push((Action::Present, "present"));
        wanted.push((Action::Test, "test"));
        if is_about {
            wanted.push((Action::Course, "course"));
        } else {
            wanted.push((Action::Sources, "sources"));
        }
        if self.narrow.is_some() {
            wanted.push((Action::Narrow, "all events"));
        } else if self.has_events(env) {
            wanted.push((Action::Narrow, "events"));
        }
        wanted.push((Action::Copy, "copy"));
        wanted.push(zoom);
        wanted.push((Action::AsOf, "as of"));
        wanted.push((Action::Notes, "notes"));
        wanted.push((Action::Help, "help"));
        let mut said = Vec::new();
        wanted.retain(|(action, _)| {
            let is_new = !said.contains(action);
            said.push(action.clone());
            is_new
        });
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
            Action::Path => self.path(env),
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
            Action::Present => self.current().map_or(Reply::PresentAll, Reply::Present),
            Action::Test => self.current().map_or(Reply::TestAll, Reply::Test),
            Action::Copy => Reply::Do(Effect::Copy(match self.current() {
                Some(id) => citation::cited(&env.strategy, id),
                None => about_cited(env),
            })),
            Action::Click { column, row } => self.click(Position::new(*column, *row), env),
            Action::Wheel { column, row, rows } => {
                self.wheel(Position::new(*column, *row), *rows, env)
            }
            _ => Reply::Pass,
        }
    }

    pub(super) fn enter(&mut self, env: &Env) -> Reply {
        if self.subject().is_none() {
            return Reply::Done;
        }
        if !self.on_detail {
            if let Some(id) = self.current().filter(|_| self.is_shut_pillar(env)) {
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

    /// Whether there is more of the page below.
    fn is_cut_off(&self, env: &Env) -> bool {
        let height = usize::from(self.areas(env).detail.body.height);
        self.reading.scroll + height < self.sheet.len()
    }

    /// Whether there is something for the timeline to be narrowed to.
    fn has_events(&self, env: &Env) -> bool {
        let about = if self.pane == Pane::Timeline {
            self.elsewhere
        } else {
            self.current()
        };
        about.is_some_and(|id| timeline::concerns(&env.strategy, id))
    }

    /// Asks how the entry before on the trail and this one stand to each other.
    fn path(&self, env: &Env) -> Reply {
        let steps = self.trail.steps().iter().rev();
        let before = steps
            .filter_map(|step| step.entry)
            .find(|id| Some(*id) != self.current());
        match (before, self.current()) {
            (Some(from), Some(to)) => {
                let name = |id| &env.strategy.entry(id).name;
                Reply::Ask(format!("How do {} and {} relate?", name(from), name(to)))
            }
            _ => Reply::Say("No entry was opened before this one".into()),
        }
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
        let is_alone = Self::is_single(env) || self.zoomed;
        if !self.on_detail || !is_alone || self.current().is_none() {
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

impl Browse {
    /// Moves what is read, or the selection of the list.
    pub(super) fn go(&mut self, action: &Action, env: &Env) -> Reply {
        let areas = self.areas(env);
        if self.on_detail || self.pages_about(action, env) {
            self.lay(&areas, env);
            self.read_on(action, areas.detail.body.height.into());
        } else {
            let pane = areas.panes.get(self.pane as usize);
            let height = pane.map_or(0, |pane| pane.body.height);
            self.move_selection(action, height.into());
        }
        Reply::Done
    }

    /// Whether a page is turned in what is said about the strategy rather than in the list beside it,
    /// which whoever sees it for the first time has no reason to leave.
    fn pages_about(&self, action: &Action, env: &Env) -> bool {
        let is_seen = !self.zoomed && !Self::is_single(env);
        self.list().is_about()
            && is_seen
            && match action {
                Action::PageDown => self.is_cut_off(env),
                Action::PageUp => self.reading.scroll > 0,
                _ => false,
            }
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

    fn move_selection(&mut self, action: &Action, height: usize) {
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
            panes::sibling(&env.strategy, id, forward)
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
        match step.entry {
            Some(id) => self.reveal(id, env),
            None => self.reveal_about(),
        }
        self.on_detail = step.on_detail;
        self.list_mut().set_offset(step.offset);
        self.reading.cursor = step.cursor;
        self.reading.scroll = step.scroll;
        Reply::Done
    }

    /// Where one is, for the trail.
    pub(super) fn here(&self) -> Option<Step> {
        Some(Step {
            pane: self.pane,
            entry: match self.subject()? {
                Subject::About => None,
                Subject::Entry(id) => Some(id),
            },
            offset: self.list().offset(),
            on_detail: self.on_detail,
            cursor: self.reading.cursor,
            scroll: self.reading.scroll,
        })
    }
}

/// What there is to say of the strategy itself, for the clipboard.
fn about_cited(env: &Env) -> String {
    let meta = &env.strategy.meta;
    let summary = meta.summary.as_deref().unwrap_or_default();
    let title = wording::title(meta);
    let status = wording::status(&meta.status);
    format!("{summary}\n{title}; {status}\n")
        .trim_start()
        .to_owned()
}

/// How many rows a page turns, of so many that show: one stays in sight.
fn screenful(height: usize) -> isize {
    height.saturating_sub(1).max(1).cast_signed()
}

impl Browse {
    pub(super) fn click(&mut self, at: Position, env: &Env) -> Reply {
        let areas = self.areas(env);
        if areas.detail.whole().contains(at) {
            return self.click_detail(at, areas.detail.body, env);
        }
        let hit = Pane::ALL
            .iter()
            .copied()
            .zip(areas.panes)
            .find(|(_, area)| area.whole().contains(at));
        let Some((pane, area)) = hit else {
            return Reply::Pass;
        };
        let head = if pane == Pane::Timeline {
            self.ribbon_rows(area.body)
        } else {
            0
        };
        let again = self.pane == pane && !self.on_detail;
        if again && self.in_boxes() {
            let row = self.chart.row_at(area.body, self.list().at(), at);
            if row == Some(self.list().at()) {
                return self.enter(env);
            }
            if let Some(row) = row {
                self.list_mut().select_row(row);
                self.reading = Reading::default();
            }
            return Reply::Done;
        }
        self.focus_pane(pane);
        let Some(row) = at.y.checked_sub(area.body.y + head) else {
            return Reply::Done;
        };
        let row = usize::from(row) + self.list().offset();
        let before = self.list().at();
        if self.list_mut().select_row(row) {
            self.reading = Reading::default();
            if again && before == row && self.is_shut_pillar(env) {
                return self.enter(env);
            } else if again && before == row {
                return self.out_of_pillar(env);
            }
        }
        Reply::Done
    }

    /// A second click on an open pillar shuts it.
    fn out_of_pillar(&mut self, env: &Env) -> Reply {
        if self.current().is_some_and(|id| self.opened.contains(&id)) {
            self.out(env)
        } else {
            Reply::Done
        }
    }

    fn click_detail(&mut self, at: Position, body: Rect, env: &Env) -> Reply {
        self.on_detail = true;
        let Some(row) = at.y.checked_sub(body.y) else {
            return Reply::Done;
        };
        let line = usize::from(row) + self.reading.scroll;
        if let Some(which) = self.sheet.follow_at(line) {
            self.reading.cursor = Some(which);
            return self.enter(env);
        }
        Reply::Done
    }

    pub(super) fn wheel(&mut self, at: Position, rows: i16, env: &Env) -> Reply {
        let areas = self.areas(env);
        if areas.detail.whole().contains(at) {
            let height = usize::from(areas.detail.body.height);
            self.reading.scroll(isize::from(rows), &self.sheet, height);
            return Reply::Done;
        }
        let lists = self.lists.iter_mut().zip(areas.panes);
        for (list, area) in lists {
            if area.whole().contains(at) {
                list.wheel(rows);
            }
        }
        Reply::Done
    }
}
