//! Which cells of a picture have to be written over another picture.

use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};

use super::pen::{Extent, Pen};
use super::scroll::Scroll;

/// A rest of a row is blanked in one go when more cells than these would be written.
const BLANKS: usize = 4;

/// Adds the bytes that turn one picture, or a blank screen, into the next one, of the same size;
/// none when they are alike. Rows that were moved are moved in the first picture too.
pub(super) fn write(bytes: Vec<u8>, shown: Option<&mut Buffer>, next: &Buffer) -> Vec<u8> {
    let mut pen = Pen::new(bytes);
    let shown = shown.map(|shown| {
        if let Some(scroll) = Scroll::between(shown, next) {
            pen.scroll(&scroll);
            scroll.apply(shown);
        }
        &*shown
    });
    let columns = usize::from(next.area.width).max(1);
    let blank = vec![Cell::EMPTY; columns];
    let shown = shown.map_or(&[][..], |shown| &shown.content);
    let old = shown.chunks(columns).chain(std::iter::repeat(&blank[..]));
    for (y, (old, new)) in old.zip(next.content.chunks(columns)).enumerate() {
        row(&mut pen, y, old, new);
    }
    pen.finish()
}

fn row(pen: &mut Pen, y: usize, old: &[Cell], new: &[Cell]) {
    let Some(changed) = changed(old, new) else {
        return;
    };
    let filled = new.iter().rposition(|cell| *cell != Cell::EMPTY);
    let blank = filled.map_or(0, |last| last + covered(new, last));
    let written = if changed.end > blank.max(changed.start) + BLANKS {
        changed.start..blank
    } else {
        changed.clone()
    };
    // The cells up to here need nothing more: half of a wide character has no content of its own.
    let mut done = written.start;
    // Up to here the cells are not sure to show what they did, or will not.
    let mut unsure = 0;
    for x in written.start..new.len() {
        if x >= written.end.max(unsure) {
            break;
        }
        let is_right = old.get(x) == new.get(x) && x >= unsure;
        if x >= done && (is_right || is_half(new, x)) {
            continue;
        }
        // Terminals differ in what they leave of a wide character of which a half goes.
        unsure = unsure.max(x + covered(old, x));
        if x >= done {
            pen.cell(new, (x, y));
            done = x + covered(new, x);
            // Where a terminal counts more cells, what it put there would stay behind.
            unsure = unsure.max(x + new.get(x).map_or(1, |cell| Extent::of(cell.symbol()).most));
        }
    }
    if written.end < changed.end {
        pen.rest(new, (written.end.max(changed.start), y));
    }
}

/// From the first cell that differs to the last, with what that one covered.
fn changed(old: &[Cell], new: &[Cell]) -> Option<Range<usize>> {
    let mut pairs = old.iter().zip(new);
    let first = pairs.position(|(old, new)| old != new)?;
    let last = old.iter().zip(new).rposition(|(old, new)| old != new)?;
    Some(first..(last + covered(old, last)).min(new.len()))
}

/// How many cells the symbol of one covers.
fn covered(cells: &[Cell], x: usize) -> usize {
    cells
        .get(x)
        .map_or(1, |cell| Extent::of(cell.symbol()).cells)
}

/// Whether a cell is the second half of a wide character.
fn is_half(cells: &[Cell], x: usize) -> bool {
    let before = x.checked_sub(1).and_then(|x| cells.get(x));
    before.is_some_and(|cell| Extent::of(cell.symbol()).cells > 1)
}
