//! The best lines so far.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A line with its score, the better the greater: of equals the first.
pub(super) type Ranked = (i32, Reverse<usize>);

/// The best of the lines that one thread has seen.
#[derive(Debug)]
pub(super) struct Top {
    limit: usize,
    heap: BinaryHeap<Reverse<Ranked>>,
}

impl Top {
    pub(super) const fn new(limit: usize) -> Self {
        Self {
            limit,
            heap: BinaryHeap::new(),
        }
    }

    /// The least score with which a line enters.
    pub(super) fn least(&self, line: usize) -> i32 {
        match self.last() {
            Some((worst, Reverse(last))) => worst + i32::from(line > last),
            None if self.limit == 0 => i32::MAX,
            None => i32::MIN,
        }
    }

    /// The score of the last of the best, when they are as many as may be.
    pub(super) fn worst(&self) -> Option<i32> {
        self.last().map(|(worst, _)| worst)
    }

    /// The last of the best, when they are as many as may be.
    fn last(&self) -> Option<Ranked> {
        let is_full = self.heap.len() >= self.limit;
        let Reverse(last) = self.heap.peek().filter(|_| is_full)?;
        Some(*last)
    }

    /// A line that enters.
    pub(super) fn push(&mut self, score: i32, line: usize) {
        if self.heap.len() >= self.limit {
            self.heap.pop();
        }
        self.heap.push(Reverse((score, Reverse(line))));
    }

    /// The best lines, best first.
    pub(super) fn into_ranked(self) -> Vec<Ranked> {
        let best = self.heap.into_iter().map(|Reverse(ranked)| ranked);
        let mut best: Vec<Ranked> = best.collect();
        best.sort_unstable_by_key(|&ranked| Reverse(ranked));
        best
    }

    /// The best of what several threads found.
    pub(super) fn merge(ranked: impl Iterator<Item = Ranked>, limit: usize) -> Vec<(usize, i32)> {
        let mut ranked: Vec<Ranked> = ranked.collect();
        // This kind of sorting is quick where the parts are in order already.
        ranked.sort_by_key(|&ranked| Reverse(ranked));
        ranked.truncate(limit);
        let lines = ranked.into_iter();
        lines.map(|(score, Reverse(line))| (line, score)).collect()
    }
}
