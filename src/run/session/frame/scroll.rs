//! Rows that are still there a little higher or lower are moved by the terminal, not written again.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

/// How far rows are looked for: a step of the selection, a notch of the wheel.
const STEPS: [usize; 2] = [1, 3];

/// So many bytes, at the least, have to be saved: some for saying what moves, more because what is
/// saved is an estimate.
const WORTH: i32 = 120;

/// One column in so many is looked at, which tells enough and takes little time.
const EVERY: u8 = 7;

/// Bytes for going to a row in which something is written.
const GOING: i32 = 8;

/// Some rows of the screen, each of which goes a few rows up or down among them. Those at the end are
/// lost, and blank ones come in at the other.
#[derive(Debug)]
pub(super) struct Scroll {
    /// The rows, from 0.
    pub(super) rows: Range<usize>,
    /// How many rows up, or down.
    pub(super) by: usize,
    pub(super) up: bool,
}

impl Scroll {
    /// The one after which the fewest bytes are left to write, if it is worth it. Both pictures have
    /// the same size.
    pub(super) fn between(shown: &Buffer, next: &Buffer) -> Option<Self> {
        let pictures = Pictures::new(shown, next);
        if pictures.stays.iter().sum::<i32>() < WORTH {
            return None;
        }
        let every = STEPS.iter().flat_map(|&by| [(by, true), (by, false)]);
        let (gain, best) = every
            .filter_map(|(by, up)| pictures.best(by, up))
            .max_by_key(|&(gain, _)| gain)?;
        (gain >= WORTH).then_some(best)
    }

    /// Does to a picture what the terminal does to the screen.
    pub(super) fn apply(&self, shown: &mut Buffer) {
        let columns = usize::from(shown.area.width);
        let cells = self.rows.start * columns..self.rows.end * columns;
        let Some(cells) = shown.content.get_mut(cells) else {
            return;
        };
        let moved = (self.by * columns).min(cells.len());
        let kept = cells.len() - moved;
        let come = if self.up {
            cells.rotate_left(moved);
            cells.get_mut(kept..)
        } else {
            cells.rotate_right(moved);
            cells.get_mut(..moved)
        };
        come.unwrap_or_default().fill(Cell::EMPTY);
    }
}

/// Two pictures, and about how many bytes turn each row of one into the same row of the other.
struct Pictures {
    shown: Sketch,
    next: Sketch,
    stays: Vec<i32>,
}

impl Pictures {
    fn new(shown: &Buffer, next: &Buffer) -> Self {
        let (shown, next) = (Sketch::of(shown), Sketch::of(next));
        let rows = shown.rows().zip(next.rows());
        Self {
            stays: rows.map(|(old, new)| cost(old, new)).collect(),
            shown,
            next,
        }
    }

    /// The rows for which it saves the most that they go this far, and how much.
    fn best(&self, by: usize, up: bool) -> Option<(i32, Scroll)> {
        let count = self.stays.len();
        // In the order in which the rows give way to each other.
        let row = |nth: usize| if up { nth } else { count - 1 - nth };
        let stays = |nth: usize| self.stays.get(row(nth)).copied().unwrap_or_default();
        let moves = |nth: usize| cost(self.shown.row(row(nth + by)), self.next.row(row(nth)));
        // Rows come in blank behind the last one that goes.
        let comes = |nth: usize| cost(&[], self.next.row(row(nth)));
        let mut best = None;
        let (mut start, mut saved) = (0, 0);
        for nth in 0..count.checked_sub(by)? {
            if saved <= 0 {
                (start, saved) = (nth, 0);
            }
            saved += stays(nth) - moves(nth);
            let end = nth + 1 + by;
            let lost = (nth + 1..end).map(|nth| comes(nth) - stays(nth));
            let gain = saved - lost.sum::<i32>();
            if best.as_ref().is_none_or(|&(most, _)| gain > most) {
                best = Some((gain, start..end));
            }
        }
        let (gain, nths) = best?;
        let rows = if up {
            nths
        } else {
            count - nths.end..count - nths.start
        };
        Some((gain, Scroll { rows, by, up }))
    }
}

/// What stands in some columns of a picture, each symbol as the number that its first bytes make.
struct Sketch {
    columns: usize,
    symbols: Vec<u64>,
}

impl Sketch {
    fn of(picture: &Buffer) -> Self {
        let width = usize::from(picture.area.width).max(1);
        let rows = picture.content.chunks(width);
        let cells = rows.flat_map(|row| row.iter().step_by(EVERY.into()));
        Self {
            columns: width.div_ceil(EVERY.into()),
            symbols: cells.map(|cell| number(cell.symbol())).collect(),
        }
    }

    fn rows(&self) -> impl Iterator<Item = &[u64]> {
        self.symbols.chunks(self.columns)
    }

    fn row(&self, at: usize) -> &[u64] {
        let start = at * self.columns;
        let row = self.symbols.get(start..start + self.columns);
        row.unwrap_or_default()
    }
}

/// A symbol as a number; a blank, of which many are written at once, as none.
fn number(symbol: &str) -> u64 {
    let bytes = symbol.bytes().take(8).filter(|&byte| byte != b' ');
    bytes.fold(0, |number, byte| (number << 8) | u64::from(byte))
}

/// About how many bytes turn one row into another.
fn cost(old: &[u64], new: &[u64]) -> i32 {
    let old = old.iter().copied().chain(std::iter::repeat(0));
    let differ = old.zip(new).filter(|(old, new)| old != *new);
    differ.fold(0, |bytes, (_, new)| bytes.max(GOING) + ink(*new))
}

/// About how many bytes a symbol stands for.
fn ink(symbol: u64) -> i32 {
    let bytes = (u64::BITS - symbol.leading_zeros()).div_ceil(8);
    bytes.cast_signed() * i32::from(EVERY)
}
