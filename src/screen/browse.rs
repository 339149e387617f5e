//! The explore screen: a stack of panes, each always in sight, and one entry in full.

mod about;
mod chart;
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

use self::chart::Chart;
use self::detail::{Layout, Reading, Sheet, Subject};
use self::list::List;
use self::panes::Pane;
use self::timeline::Timeline;
use self::trail::Trail;
use crate::env::Env;
use crate::model::{AsOf, EntryId};
use crate::organisation::Organisation;
use crate::ui::layout::{self, PANES, Shape, View};
use crate::ui::ribbon::{self, Mark};
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
    /// An actor that is shown although the time of the view leaves it out.
    guest: Option<EntryId>,
    /// The time for which the lists are filled.
    as_of: AsOf,
    /// The width for which the organisation stands in the pane of actors.
    drawn: Option<usize>,
    chart: Chart,
    /// Where the reader was at the end of the last time.
    left: Option<EntryId>,
    reading: Reading,
    sheet: Sheet,
    trail: Trail,
}

impl Browse {
    /// Opens the page about the strategy; where only the list or the page has room, the page.
    pub fn first(env: &Env) -> Self {
        let mut browse = Self::new(env);
        browse.on_detail = Self::is_single(env);
        browse.fit(env);
        browse
    }

    /// Opens the panes at one entry, with nowhere to go back to.
    pub fn start_at(&mut self, id: EntryId, env: &Env) {
        self.reveal(id, env);
        self.on_detail = false;
        self.fit(env);
    }

    /// Goes to an entry, wherever it is listed, and leaves the focus where it is.
    pub fn select(&mut self, id: EntryId, env: &Env) {
        self.go_to(id, env);
        self.fit(env);
    }

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
            guest: None,
            as_of: env.as_of,
            drawn: None,
            chart: Chart::default(),
            left: None,
            reading: Reading::default(),
            sheet: Sheet::default(),
            trail: Trail::default(),
        };
        for pane in Pane::ALL {
            browse.refill(*pane, env);
        }
        browse.fit(env);
        browse
    }

    /// Opens with one entry in full, and no way back but out.
    pub fn reading(id: EntryId, env: &Env) -> Self {
        let mut browse = Self::new(env);
        browse.reveal(id, env);
        browse.on_detail = true;
        // Whoever looks on came for this entry, not for lists.
        browse.zoomed = true;
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

    /// What is shown in full.
    fn subject(&self) -> Option<Subject> {
        if self.list().is_about() {
            return Some(Subject::About);
        }
        self.current().map(Subject::Entry)
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
        let drawn = self.organisation_width(env);
        if self.as_of != env.as_of || self.drawn != drawn {
            (self.as_of, self.drawn) = (env.as_of, drawn);
            self.refill(Pane::Actors, env);
        }
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
        let layout = self.layout(env, areas.detail.body);
        self.sheet.lay(env, layout);
    }

    /// How the subject is laid out in a body.
    fn layout(&self, env: &Env, body: Rect) -> Option<Layout> {
        let subject = self.subject()?;
        let is_about = subject == Subject::About;
        Some(Layout {
            subject,
            width: page::measure(body.width),
            height: if is_about { body.height.into() } else { 0 },
            notes: self.notes,
            as_of: env.as_of,
            left: self.left.filter(|_| is_about),
            cards: env.cards.filter(|_| is_about),
        })
    }

    fn lines_of<'a>(
        &'a mut self,
        areas: &layout::Explore,
    ) -> impl Iterator<Item = (&'a mut List, usize)> {
        let [_, _, timeline, ..] = areas.panes;
        let timeline_head = self.ribbon_rows(timeline.body);
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
        if !self.list_mut().select(id) {
            if pane == Pane::Timeline {
                self.narrow_to(None, env);
            } else {
                // Who stands in no tree is not in the organisation.
                self.zoomed &= self.drawn.take().is_none();
                self.refill(pane, env);
                if !self.list_mut().select(id) {
                    self.guest = Some(id);
                    self.refill(pane, env);
                }
            }
            self.list_mut().select(id);
        }
        self.reading = Reading::default();
    }

    fn reveal_about(&mut self) {
        self.focus(Pane::Pillars);
        self.list_mut().select_about();
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
        let rows = match self.drawn.filter(|_| pane == Pane::Actors) {
            Some(width) => {
                let (chart, rows) = Chart::new(env, width);
                self.chart = chart;
                rows
            }
            None => panes::rows(pane, env, &self.opened, self.guest),
        };
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

    /// The width in which the organisation is drawn: in the zoomed pane of actors, where there is
    /// one to draw.
    fn organisation_width(&self, env: &Env) -> Option<usize> {
        let is_wanted = self.zoomed && self.pane == Pane::Actors;
        let has_trees = || {
            !Organisation::new(&env.strategy, panes::organisation_day(env))
                .trees
                .is_empty()
        };
        let width = usize::from(env.size.width).saturating_sub(3);
        (is_wanted && (self.drawn.is_some() || has_trees())).then_some(width)
    }

    /// Whether the pane of actors is the organisation in boxes.
    fn in_boxes(&self) -> bool {
        self.pane == Pane::Actors && self.drawn.is_some() && self.chart.is_boxes()
    }

    fn is_single(env: &Env) -> bool {
        Shape::of(env.size) == Shape::Single
    }

    /// How many rows of the timeline's body the ribbon takes, whatever is selected.
    fn ribbon_rows(&self, body: Rect) -> u16 {
        if !self.zoomed || self.pane != Pane::Timeline {
            return 0;
        }
        let day = timeline::day_mark(self.as_of);
        ribbon::rows(body, self.marks.iter().map(|(_, mark)| mark).chain(&day))
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
