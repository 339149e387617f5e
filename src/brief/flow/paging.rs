//! Lines parted into screens: blocks stay whole where they can, and screens are evenly full.

use super::measure::Measured;
use super::{Line, Row, Screenful};

/// Parts the blocks into screens of a height; the first keeps `head` rows free for the ribbon.
pub(super) fn pages(blocks: &[Measured], height: usize, head: usize) -> Vec<Screenful> {
    let generous = Press::run(blocks, height, head, true);
    if generous.len() == 1 {
        return generous;
    }
    let tight = Press::run(blocks, height, head, false);
    let count = tight.len();
    if count == 1 {
        return tight;
    }
    let is_generous = generous.len() == count;
    let whole = if is_generous { generous } else { tight };
    // The lowest screens that take no more of them are the most even.
    let lines: usize = blocks
        .iter()
        .map(|block| block.lines.len() + block.gap)
        .sum();
    let least = (lines / count).clamp(1, height);
    (least..height)
        .take(64)
        .map(|height| Press::run(blocks, height, head.min(height / 2), is_generous))
        .find(|screens| screens.len() == count)
        .unwrap_or(whole)
}

struct Press {
    height: usize,
    done: Vec<Screenful>,
    screen: Screenful,
    /// Rows taken on the screen.
    used: usize,
}

impl Press {
    fn run(blocks: &[Measured], height: usize, head: usize, generous: bool) -> Vec<Screenful> {
        let mut press = Self {
            height,
            done: Vec::new(),
            screen: Screenful {
                ribbon: head > 0,
                lines: Vec::new(),
            },
            used: head,
        };
        let mut at = 0;
        while let Some(block) = blocks.get(at) {
            let led = blocks
                .get(at..)
                .unwrap_or_default()
                .iter()
                .take_while(|block| block.leads)
                .count();
            let chunk = blocks
                .get(at..=at + led)
                .unwrap_or_else(|| blocks.get(at..).unwrap_or(std::slice::from_ref(block)));
            press.place(chunk, generous);
            at += chunk.len();
        }
        press.done.push(press.screen);
        press.done
    }

    /// Places headings and the block they lead to.
    fn place(&mut self, chunk: &[Measured], generous: bool) {
        let rows: usize = chunk
            .iter()
            .enumerate()
            .map(|(at, block)| {
                let gap = if at == 0 { 0 } else { gap(block, generous) };
                gap + block.lines.len()
            })
            .sum();
        let first = chunk.first().map_or(0, |block| gap(block, generous));
        let fits_here = self.used + self.gap(first) + rows <= self.height;
        if !fits_here && !self.screen.lines.is_empty() {
            let left = self.height - self.used.min(self.height);
            // What fits on no screen is cut anyway; begin it here if that is worth the while.
            if rows <= self.height || left < self.height / 3 {
                self.turn();
            }
        }
        for block in chunk {
            self.set(block, generous);
        }
    }

    fn gap(&self, wanted: usize) -> usize {
        if self.screen.lines.is_empty() {
            0
        } else {
            wanted
        }
    }

    fn set(&mut self, block: &Measured, generous: bool) {
        let gap = self.gap(gap(block, generous));
        if self.used + gap < self.height {
            for _ in 0..gap {
                self.screen.lines.push(Line::Gap);
            }
            self.used += gap;
        }
        for (at, bytes) in block.lines.iter().enumerate() {
            if self.used >= self.height {
                self.turn();
            }
            self.screen.lines.push(Line::Row(Row {
                block: block.block,
                first: at == 0,
                bytes: bytes.clone(),
            }));
            self.used += 1;
        }
    }

    fn turn(&mut self) {
        while self.screen.lines.last() == Some(&Line::Gap) {
            self.screen.lines.pop();
        }
        self.done.push(std::mem::take(&mut self.screen));
        self.used = 0;
    }
}

const fn gap(block: &Measured, generous: bool) -> usize {
    if generous { block.wide_gap } else { block.gap }
}
