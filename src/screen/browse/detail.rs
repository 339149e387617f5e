//! Reading the detail: a scroll, and the row that Enter would follow.

use super::sheet::Sheet;
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
