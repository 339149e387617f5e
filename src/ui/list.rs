//! Which row of a list is selected and which rows are in sight: one state for every list.

use super::page::Page;
use super::scroll;

/// The state of a list. After a change, one of the `relayout` methods brings it in line with what
/// is listed and with the height of the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    at: usize,
    offset: usize,
    /// The wheel has moved the view away from the selection.
    adrift: bool,
}

impl ListState {
    /// With this row selected.
    pub const fn new(at: usize) -> Self {
        Self {
            at,
            offset: 0,
            adrift: false,
        }
    }

    /// The selected row, from 0.
    pub const fn at(&self) -> usize {
        self.at
    }

    /// The first row in sight; on a page of rows that take several lines, the first line.
    pub const fn offset(&self) -> usize {
        self.offset
    }

    /// Selects a row.
    pub const fn select(&mut self, at: usize) {
        self.at = at;
        self.adrift = false;
    }

    /// Selects the row some rows on.
    pub const fn by(&mut self, rows: isize) {
        self.select(self.at.saturating_add_signed(rows));
    }

    /// Puts this row or line at the top of the view.
    pub const fn set_offset(&mut self, offset: usize) {
        self.offset = offset;
    }

    /// Moves the view and not the selection, which may go out of sight.
    pub const fn wheel(&mut self, rows: isize) {
        self.offset = self.offset.saturating_add_signed(rows);
        self.adrift = true;
    }

    /// Whether the wheel has moved the view away from the selection.
    pub const fn is_adrift(&self) -> bool {
        self.adrift
    }

    /// Moves the view over text that has no selection.
    pub fn scroll(&mut self, lines: isize, length: usize, height: usize) {
        self.offset = self.offset.saturating_add_signed(lines);
        self.bound(length, height);
    }

    /// Keeps the view within text that has no selection.
    pub fn bound(&mut self, length: usize, height: usize) {
        self.offset = self.offset.min(scroll::limit(length, height));
    }

    /// Keeps the selection among `count` rows of one line and in sight, with `margin` rows around
    /// it where there is room.
    pub fn relayout(&mut self, count: usize, height: usize, margin: usize) {
        self.at = self.at.min(count.saturating_sub(1));
        if self.adrift {
            self.bound(count, height);
        } else {
            self.offset = scroll::follow(self.offset, self.at, height, count, margin);
        }
    }

    /// The same for rows that take `lines` each.
    pub fn relayout_tall(&mut self, count: usize, height: usize, lines: impl Fn(usize) -> usize) {
        self.at = self.at.min(count.saturating_sub(1));
        self.offset = self.offset.min(self.at);
        while self.offset < self.at && (self.offset..=self.at).map(&lines).sum::<usize>() > height {
            self.offset += 1;
        }
    }

    /// The same for the rows of a page that can be followed; without any, the page only scrolls.
    pub fn relayout_page<T: Copy>(&mut self, page: &Page<T>, height: usize) {
        self.at = self.at.min(page.follow_count().saturating_sub(1));
        if let Some(rows) = page.rows_of(self.at) {
            let last = rows.end.max(1) - 1;
            self.offset = scroll::follow(self.offset, last, height, page.len(), 0);
            self.offset = scroll::follow(self.offset, rows.start, height, page.len(), 0);
        }
        self.bound(page.len(), height);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_smaller_view_keeps_the_selection_in_sight() {
        let mut list = ListState::new(9);
        list.relayout(20, 12, 1);
        assert_eq!(list.offset(), 0);
        list.relayout(20, 4, 1);
        assert_eq!((list.at(), list.offset()), (9, 7));
        list.relayout(3, 4, 1);
        assert_eq!((list.at(), list.offset()), (2, 0));
        list.select(9);
        list.relayout_tall(20, 5, |_| 2);
        assert_eq!(list.offset(), 8);
    }

    #[test]
    fn the_wheel_moves_the_view_alone_until_a_row_is_selected() {
        let mut list = ListState::new(0);
        list.wheel(5);
        list.relayout(20, 4, 1);
        assert_eq!((list.at(), list.offset()), (0, 5));
        list.by(1);
        list.relayout(20, 4, 1);
        assert_eq!((list.at(), list.offset()), (1, 0));
    }
}
