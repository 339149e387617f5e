//! The explore screen: a stack of panes, each always in sight, and one entry in full.

mod detail;
mod draw;
mod list;
mod page;
mod panes;
mod place;
mod timeline;
mod trail;
mod update;

#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use place::Place;

use self::detail::{Reading, Sheet};
use self::list::List;
use self::panes::Pane;
use self::timeline::Timeline;
use self::trail::Trail;
use crate::env::Env;
use crate::model::EntryId;
use crate::ui::layout::{self, PANES, Shape, View};
use crate::ui::ribbon::Mark;
use ratatui::layout::Rect;

/// The state of the explore screen.
#[derive(Debug)]
pub struct Browse {
    lists: [List; PANES],
    /// What stands on the ribbon of the timeline.
    marks: Vec<(EntryId, Mark)>,
    pane: Pane,
    on_detail: bool,
    zoomed: bool,
    notes: bool,
    opened: BTreeSet<EntryId>,
    narrow: Option<EntryId>,
    /// The timeline as it was before it was narrowed.
    whole: Option<Timeline>,
    /// The entry last selected outside the timeline, which `f` narrows it to.
    elsewhere: Option<EntryId>,
    reading: Reading,
    sheet: Sheet,
    trail: Trail,
}

impl Browse {
    /// Opens the panes at their first rows.
    pub fn new(env: &Env) -> Self {
        let mut browse = Self {
            lists: Default::default(),
            marks: Vec::new(),
            pane: Pane::Pillars,
            on_detail: false,
            zoomed: false,
            notes: false,
            opened: BTreeSet::new(),
            narrow: None,
            whole: None,
            elsewhere: None,
            reading: Reading::default(),
            sheet: Sheet::default(),
            trail: Trail::default(),
        };
        for pane in Pane::ALL {
            browse.refill(*pane, env);
        }
        browse.list_mut().skip_to_pillars(env);
        browse.fit(env);
        browse
    }

    /// Opens with one entry in full, and no way back but out.
    pub fn reading(id: EntryId, env: &Env) -> Self {
        let mut browse = Self::new(env);
        browse.reveal(id, env);
        browse.on_detail = true;
        browse.fit(env);
        browse.start_reading(env);
        browse
    }

    /// Whether the trail leads back somewhere.
    pub fn has_trail(&self) -> bool {
        !self.trail.steps().is_empty()
    }

    /// The entry shown in full.
    pub fn current(&self) -> Option<EntryId> {
        self.list().selected()
    }

    /// Goes to an entry, wherever it is listed, and remembers the way back.
    fn go_to(&mut self, id: EntryId, env: &Env) {
        if self.current() != Some(id) {
            self.trail.leave(self.here());
        }
        self.reveal(id, env);
    }

    /// Brings everything in line with the size of the screen.
    fn fit(&mut self, env: &Env) {
        let areas = self.areas(env);
        for (list, area) in self.lines_of(&areas) {
            list.relayout(area);
        }
        let height = areas.detail.body.height;
        self.lay(&areas, env);
        self.reading.settle(self.sheet.len(), usize::from(height));
    }

    /// Puts the cursor of the detail on the first row that can be followed.
    fn start_reading(&mut self, env: &Env) {
        let areas = self.areas(env);
        self.lay(&areas, env);
        let height = usize::from(areas.detail.body.height);
        self.reading.enter(&self.sheet, height);
    }

    /// Has the sheet show the current entry at the width that it has in these areas.
    fn lay(&mut self, areas: &layout::Explore, env: &Env) {
        let width = page::measure(areas.detail.body.width);
        self.sheet.lay(env, self.current(), width, self.notes);
    }

    fn lines_of<'a>(
        &'a mut self,
        areas: &layout::Explore,
    ) -> impl Iterator<Item = (&'a mut List, usize)> {
        let timeline_head = self.ribbon_rows(areas);
        let heights = areas.panes.map(|pane| pane.body.height);
        self.lists
            .iter_mut()
            .zip(heights)
            .enumerate()
            .map(move |(at, (list, height))| {
                let head = if at == Pane::Timeline as usize {
                    timeline_head
                } else {
                    0
                };
                (list, usize::from(height.saturating_sub(head)))
            })
    }

    fn reveal(&mut self, id: EntryId, env: &Env) {
        let entry = env.strategy.entry(id);
        let pane = Pane::of(entry.kind);
        if let Some(parent) = entry.parent {
            self.open(parent, env);
        }
        self.focus(pane);
        if !self.list_mut().select(id) && pane == Pane::Timeline {
            self.narrow_to(None, env);
            self.list_mut().select(id);
        }
        self.reading = Reading::default();
    }

    fn focus(&mut self, pane: Pane) {
        if pane != self.pane && self.pane != Pane::Timeline {
            self.elsewhere = self.current();
        }
        self.pane = pane;
    }

    /// Shows the objectives of a pillar.
    fn open(&mut self, pillar: EntryId, env: &Env) {
        if self.opened.insert(pillar) {
            let objectives = &env.strategy.entry(pillar).children;
            self.pillars().insert(pillar, objectives);
        }
    }

    /// Hides them again; false when they were not shown.
    fn shut(&mut self, pillar: EntryId, env: &Env) -> bool {
        let was_open = self.opened.remove(&pillar);
        if was_open {
            let objectives = env.strategy.entry(pillar).children.len();
            self.pillars().remove(pillar, objectives);
        }
        was_open
    }

    /// Fills a pane again after what it lists has changed, keeping the entry selected.
    fn refill(&mut self, pane: Pane, env: &Env) {
        if pane == Pane::Timeline {
            self.show_events(Timeline::of(&env.strategy, None));
            return;
        }
        let rows = panes::rows(pane, &env.strategy, &self.opened);
        if let Some(list) = self.lists.get_mut(pane as usize) {
            list.fill(rows);
        }
    }

    /// Narrows the timeline to an entry, or shows all of it again.
    fn narrow_to(&mut self, narrow: Option<EntryId>, env: &Env) {
        let was_whole = self.narrow.is_none();
        self.narrow = narrow;
        let kept = self.whole.take().filter(|_| narrow.is_none());
        let events = kept.unwrap_or_else(|| Timeline::of(&env.strategy, narrow));
        let before = self.show_events(events);
        if was_whole && narrow.is_some() {
            self.whole = Some(before);
        }
    }

    fn show_events(&mut self, events: Timeline) -> Timeline {
        let [_, _, list, ..] = &mut self.lists;
        Timeline {
            rows: list.fill(events.rows),
            marks: std::mem::replace(&mut self.marks, events.marks),
        }
    }

    fn areas(&self, env: &Env) -> layout::Explore {
        self.areas_in(env.area())
    }

    fn areas_in(&self, area: Rect) -> layout::Explore {
        let mut wanted = [0; PANES];
        for (want, list) in wanted.iter_mut().zip(&self.lists) {
            *want = list.len();
        }
        let view = View {
            pane: self.pane as usize,
            on_detail: self.on_detail,
            zoomed: self.zoomed,
            wanted,
        };
        layout::explore(area, view)
    }

    fn is_single(env: &Env) -> bool {
        Shape::of(env.size) == Shape::Single
    }

    /// How many rows of the timeline's body the ribbon takes.
    fn ribbon_rows(&self, areas: &layout::Explore) -> u16 {
        let body = areas
            .panes
            .get(Pane::Timeline as usize)
            .map_or(Rect::ZERO, |pane| pane.body);
        if self.zoomed && body.height >= 14 && body.width >= 40 {
            crate::ui::ribbon::ROWS + 1
        } else {
            0
        }
    }

    #[expect(clippy::indexing_slicing, reason = "there is a list for every pane")]
    fn list(&self) -> &List {
        &self.lists[self.pane as usize]
    }

    const fn pillars(&mut self) -> &mut List {
        let [pillars, ..] = &mut self.lists;
        pillars
    }

    #[expect(clippy::indexing_slicing, reason = "there is a list for every pane")]
    fn list_mut(&mut self) -> &mut List {
        &mut self.lists[self.pane as usize]
    }
}
