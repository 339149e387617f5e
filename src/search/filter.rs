//! The lines that have every word of a query as `fuzzy-matcher` means it, best first, found without
//! scoring every line.
//!
//! The result is, entry for entry, that of scoring each line with a fresh `SkimMatcherV2`: the sum
//! over the words of the query, ties in the order of the lines. What makes it quick is what it does
//! not look at. A line that lacks a letter is passed over by its set of letters. One that has them
//! out of order is passed over by a search for one after the other. One that cannot enter the best
//! any more is passed over by a bound of its score. When the query grows, only the lines that are
//! left are looked at again.

mod align;
mod block;
pub(super) mod letters;
mod lines;
mod remnant;
mod sweep;
mod top;
mod word;

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

pub use lines::Lines;

pub(super) use align::Aligner;
pub(super) use word::Word;

use super::share::{Parts, share, threads};
use remnant::Remnant;
use sweep::{Promises, Sweep};
use top::{Ranked, Top};

/// Fewer lines than this to read are done before another thread has started.
const ALONE: usize = 8_000;

/// The best lines of a query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Best {
    /// The numbers of the lines and their scores, best first.
    pub lines: Vec<(usize, i32)>,
    /// How many lines match in all.
    pub total: usize,
}

/// A search over lines that goes on where it was when the query grows.
#[derive(Debug)]
pub struct Filter {
    limit: usize,
    /// One for each block of lines.
    remnants: Vec<Remnant>,
    best: Best,
}

impl Filter {
    /// Finds no more than this many lines.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            remnants: Vec::new(),
            best: Best::default(),
        }
    }

    /// The best lines that have these words, folded; `None` when it was told to stop. It may be
    /// called with other lines only if those begin with the lines of before.
    pub fn find(&mut self, lines: &Lines, words: &[String], stop: &AtomicBool) -> Option<&Best> {
        self.find_above(lines, words, i32::MIN, stop)
    }

    /// The same, but no line with a score of less than `least`. All that match are counted.
    pub(super) fn find_above(
        &mut self,
        lines: &Lines,
        words: &[String],
        least: i32,
        stop: &AtomicBool,
    ) -> Option<&Best> {
        let words: Vec<Word> = words.iter().map(|word| Word::new(word)).collect();
        self.remnants.resize_with(lines.blocks(), Remnant::default);
        // The best of before that still match are a start that most others cannot beat.
        let floor = AtomicI32::new(self.floor(lines, &words).max(least));
        let sweep = Sweep {
            lines,
            words: &words,
            limit: self.limit,
            floor: &floor,
            stop,
        };
        let blocks = (0..).map_while(|nth| lines.block(nth));
        let to_read = self.remnants.iter().zip(blocks);
        let to_read = to_read.map(|(remnant, block)| remnant.to_read(block, &words));
        let threads = match to_read.sum::<usize>() {
            ..ALONE => 1,
            ALONE.. => threads(),
        };
        let done = share(self.remnants.iter_mut().enumerate(), threads, |parts| {
            work(&sweep, parts)
        });
        if stop.load(Ordering::Relaxed) {
            return None;
        }
        self.best = Best {
            total: done.iter().map(|each| each.total).sum(),
            lines: Top::merge(done.into_iter().flat_map(|each| each.ranked), self.limit),
        };
        Some(&self.best)
    }

    /// A score that the last of the best lines will have at least.
    fn floor(&self, lines: &Lines, words: &[Word]) -> i32 {
        if self.best.lines.len() < self.limit {
            return i32::MIN;
        }
        let mut aligner = Aligner::default();
        let best = self.best.lines.iter();
        let scores = best.map(|&(line, _)| aligner.sum(lines.head(line), words));
        scores.min().flatten().unwrap_or(i32::MIN)
    }
}

fn work<'a>(
    sweep: &Sweep<'_>,
    parts: &Parts<impl Iterator<Item = (usize, &'a mut Remnant)>>,
) -> Done {
    let goes_on = || !sweep.stop.load(Ordering::Relaxed);
    let mut promises = Promises::new();
    let mut total = 0;
    let mut sifted: Vec<(usize, &mut Remnant)> = Vec::new();
    while let Some((nth, remnant)) = parts.next().filter(|_| goes_on()) {
        total += sweep.sift(nth, remnant, &mut promises);
        sifted.push((nth, remnant));
    }
    let mut top = Top::new(sweep.limit);
    let mut aligner = Aligner::default();
    // With the best that are promised, the bar is high for the others.
    let high = promises.reached_by(sweep.limit);
    for promise in [high, 0] {
        for part in sifted.iter_mut().take_while(|_| goes_on()) {
            sweep.rank(part, promise, &mut top, &mut aligner);
        }
    }
    Done {
        total,
        ranked: top.into_ranked(),
    }
}

/// What one thread found.
struct Done {
    total: usize,
    ranked: Vec<Ranked>,
}
