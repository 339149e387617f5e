//! The entry in full as it is read: its page, a scroll, and the row that Enter would follow.

use std::ops::Range;

use ratatui::layout::Rect;

use super::{about, page};
use crate::env::Env;
use crate::model::{AsOf, EntryId};
use crate::study::Standing;
use crate::ui::canvas::Canvas;
use crate::ui::page::{More, Page};
use crate::ui::scroll;

/// Where one is in the detail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// The row that Enter follows, from 0.
    pub(super) cursor: Option<usize>,
    /// The first line in sight.
    pub(super) scroll: usize,
}

impl Reading {
    /// Starts on the first row that can be followed, if it is in sight.
    pub(super) fn enter(&mut self, page: &Sheet, height: usize) {
        if self.cursor.is_none() {
            self.cursor = self.first_in_sight(page, height);
        }
    }

    /// One step: to the next row that can be followed when it is in sight, otherwise a line.
    pub(super) fn step(&mut self, down: bool, page: &Sheet, height: usize) {
        let next = match (self.cursor, down) {
            (Some(cursor), true) => Some(cursor + 1),
            (Some(cursor), false) => cursor.checked_sub(1),
            (None, true) => self.first_in_sight(page, height),
            (None, false) => None,
        };
        let next = next.filter(|which| self.is_in_sight(*which, page, height));
        if next.is_some() {
            self.cursor = next;
            return;
        }
        let before = self.scroll;
        self.by(if down { 1 } else { -1 }, page.len(), height);
        let gone = self
            .cursor
            .is_some_and(|which| !self.is_in_sight(which, page, height));
        if gone || (self.cursor.is_none() && self.scroll != before) {
            self.cursor = if down {
                self.first_in_sight(page, height)
            } else {
                self.last_in_sight(page, height)
            };
        }
    }

    /// Scrolls by lines; the cursor goes to a row in sight.
    pub(super) fn scroll(&mut self, lines: isize, page: &Sheet, height: usize) {
        self.by(lines, page.len(), height);
        if self
            .cursor
            .is_none_or(|which| !self.is_in_sight(which, page, height))
        {
            self.cursor = if lines > 0 {
                self.first_in_sight(page, height)
            } else {
                self.last_in_sight(page, height)
            };
        }
    }

    /// Keeps the scroll within the page.
    pub(super) fn settle(&mut self, length: usize, height: usize) {
        self.scroll = self.scroll.min(scroll::limit(length, height));
    }

    fn by(&mut self, lines: isize, length: usize, height: usize) {
        self.scroll = self
            .scroll
            .saturating_add_signed(lines)
            .min(scroll::limit(length, height));
    }

    fn is_in_sight(self, which: usize, page: &Sheet, height: usize) -> bool {
        page.rows_of(which).is_some_and(|rows| {
            rows.start >= self.scroll && rows.start < self.scroll.saturating_add(height)
        })
    }

    fn first_in_sight(self, page: &Sheet, height: usize) -> Option<usize> {
        let first = page.follow_from(self.scroll);
        Some(first).filter(|which| self.is_in_sight(*which, page, height))
    }

    fn last_in_sight(self, page: &Sheet, height: usize) -> Option<usize> {
        let after = page.follow_from(self.scroll.saturating_add(height));
        let last = after.checked_sub(1)?;
        Some(last).filter(|which| self.is_in_sight(*which, page, height))
    }
}

/// A page, and what it was laid out for. Made in `update`, read by `render`.
#[derive(Debug)]
pub(super) struct Sheet {
    /// None at first, and in a pane that lists nothing.
    made: Option<Layout>,
    page: Page<EntryId>,
    /// How many entries cite this one: they stand below the page, one to a line, and are put into
    /// words only in sight, since nearly every entry may cite the same source.
    citing: usize,
}

/// What is shown in full.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// The strategy itself.
    About,
    /// An entry.
    Entry(EntryId),
}

/// What a page depends on, as long as the model stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) subject: Subject,
    pub(super) width: usize,
    /// Only the page about the strategy is laid out for a height.
    pub(super) height: usize,
    pub(super) notes: bool,
    pub(super) as_of: AsOf,
    /// Where the reader was last time.
    pub(super) left: Option<EntryId>,
    /// How the student stands with the cards, on the page about the strategy.
    pub(super) cards: Option<Standing>,
}

impl Default for Sheet {
    fn default() -> Self {
        Self {
            made: None,
            page: Page::new(0),
            citing: 0,
        }
    }
}

impl Sheet {
    /// Lays out what is wanted, unless that is what lies here.
    pub(super) fn lay(&mut self, env: &Env, wanted: Option<Layout>) {
        if !self.is_of(wanted) {
            *self = Self::new(env, wanted);
        }
    }

    /// Whether this is the page that is wanted.
    pub(super) fn is_of(&self, wanted: Option<Layout>) -> bool {
        self.made == wanted
    }

    pub(super) fn new(env: &Env, wanted: Option<Layout>) -> Self {
        let Some(layout) = wanted else {
            return Self::default();
        };
        let (page, citing) = match layout.subject {
            Subject::About => {
                let page = about::compose(env, layout.width, layout.height, layout.left);
                (page, 0)
            }
            Subject::Entry(id) => {
                let page = page::compose(env, id, layout.width, layout.notes);
                (page, env.strategy.citing(id).len())
            }
        };
        Self {
            made: wanted,
            page,
            citing,
        }
    }

    /// The entries that cite what is shown.
    fn citing<'a>(&self, env: &'a Env) -> &'a [EntryId] {
        match self.made.map(|made| made.subject) {
            Some(Subject::Entry(id)) => env.strategy.citing(id),
            _ => &[],
        }
    }

    /// How many lines there are.
    pub(super) const fn len(&self) -> usize {
        self.page.len() + self.citing
    }

    /// How many rows can be followed.
    pub(super) const fn follow_count(&self) -> usize {
        self.page.follow_count() + self.citing
    }

    /// Where the row with this number leads.
    pub(super) fn target(&self, env: &Env, which: usize) -> Option<EntryId> {
        let Some(below) = which.checked_sub(self.page.follow_count()) else {
            return self.page.target(which);
        };
        self.citing(env).get(below).copied()
    }

    /// The lines of the row with this number.
    pub(super) fn rows_of(&self, which: usize) -> Option<Range<usize>> {
        let Some(below) = which.checked_sub(self.page.follow_count()) else {
            return self.page.rows_of(which);
        };
        let line = self.page.len() + below;
        (below < self.citing).then_some(line..line + 1)
    }

    /// The first row that begins at a line or after it; one more than the last when there is none.
    pub(super) fn follow_from(&self, line: usize) -> usize {
        match line.checked_sub(self.page.len()) {
            Some(below) => self.page.follow_count() + below.min(self.citing),
            None => self.page.follow_from(line),
        }
    }

    /// The row that can be followed at a line.
    pub(super) fn follow_at(&self, line: usize) -> Option<usize> {
        match line.checked_sub(self.page.len()) {
            Some(below) => (below < self.citing).then_some(self.page.follow_count() + below),
            None => self.page.follow_at(line),
        }
    }

    /// Draws the part from `offset` on, with the row `selected` marked.
    pub(super) fn draw(
        &self,
        area: Rect,
        canvas: &mut Canvas<'_>,
        env: &Env,
        (offset, selected): (usize, Option<usize>),
    ) {
        let marked = selected.and_then(|which| self.rows_of(which));
        let citing = self.citing(env);
        let line = |at: usize| {
            let id = citing.get(at);
            id.map(|id| page::citing_line(env, *id, at == 0, self.page.width()))
                .unwrap_or_default()
        };
        let more = More {
            count: self.citing,
            line: &line,
        };
        self.page
            .draw_with(area, canvas, (offset, marked.unwrap_or_default()), &more);
    }
}
