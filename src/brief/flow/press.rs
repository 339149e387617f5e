//! Blocks set line by line, with a new screen wherever one is full.

use super::measure::Measured;
use super::paging::Joins;
use super::{Line, Row, Screenful};

pub(super) struct Press {
    height: usize,
    done: Vec<Screenful>,
    screen: Screenful,
    /// Rows taken on the screen.
    used: usize,
}

impl Press {
    /// Sets blocks on screens of a height; the first keeps `head` rows free for the ribbon. Blocks
    /// that are joined stand on one screen where that can be.
    pub(super) fn run(
        blocks: &[Measured],
        (height, head): (usize, usize),
        joins: Joins,
    ) -> Vec<Screenful> {
        let mut press = Self {
            height,
            done: Vec::new(),
            screen: Screenful {
                ribbon: head > 0,
                lines: Vec::new(),
            },
            used: head,
        };
        for chunk in blocks.chunk_by(|_, next| joins(next)) {
            press.place(chunk);
        }
        press.done.push(press.screen);
        press.done
    }

    fn place(&mut self, chunk: &[Measured]) {
        let rows: usize = chunk
            .iter()
            .enumerate()
            .map(|(at, block)| if at == 0 { 0 } else { block.gap } + block.lines.len())
            .sum();
        let first = chunk.first().map_or(0, |block| block.gap);
        let fits_here = self.used + self.gap(first) + rows <= self.height;
        if !fits_here && !self.screen.lines.is_empty() {
            let left = self.height - self.used.min(self.height);
            // What fits on no screen is cut anyway; begin it here if that is worth the while.
            if rows <= self.height || left < self.height / 3 {
                self.turn();
            }
        }
        for block in chunk {
            self.set(block);
        }
    }

    fn gap(&self, wanted: usize) -> usize {
        if self.screen.lines.is_empty() {
            0
        } else {
            wanted
        }
    }

    fn set(&mut self, block: &Measured) {
        let gap = self.gap(block.gap);
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
