//! The search core: the best lines of a query in `fuzzy-matcher`'s order, without scoring every line.
//!
//! **What it promises.** The result is, line for line, that of scoring each line with a fresh
//! `SkimMatcherV2`: the sum over the words of the query, ties in the order of the lines. The property
//! test `tests/it/filter.rs` compares both.
//!
//! **Why it is fast.** A score is a small dynamic programme over line and word, and costs a
//! microsecond. So the work is to avoid computing it, in four steps, each cheaper than the next:
//!
//! 1. *Letter sets* (`letters`). Each line keeps a 64-bit set of its letters. A line whose set lacks
//!    a letter of the query cannot match. One `and` a line, over memory that lies together (`block`).
//! 2. *Subsequence* (`candidates`). The letters must stand in the line in order: one search for each
//!    letter from where the one before was found.
//! 3. *Upper bounds* (`word`, `gains`). From the sets of neighbouring letters and of word beginnings
//!    follows what a line can score at most. A line whose bound is below the worst of the best so far
//!    (`top`) is passed over. The lines with the highest bounds are scored first (`sweep`), so that
//!    this bar is high early; threads share it.
//! 4. *Bit-parallel test* (`align::bit_parallel`). For lines of up to 128 letters, all places where a
//!    letter can stand are the bits of one number; a few shifts tell whether an alignment can be good
//!    enough. Only then is the score computed (`align`).
//!
//! **When the query grows**, only the candidates of the query before are looked at again: a line that
//! does not match `cyb` does not match `cybe`. Bounds that were learned stay valid.
//!
//! Lines lie in blocks of 4,096; threads take blocks (`parallel`). Nothing here knows of entries,
//! fields or strategies: lines in, numbers of lines and scores out.

mod align;
mod block;
mod candidates;
mod gains;
pub(super) mod letters;
mod lines;
pub(super) mod parallel;
mod sweep;
mod top;
mod word;

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

pub use lines::Lines;

pub(super) use align::Aligner;
pub(super) use word::Word;

use candidates::Candidates;
use parallel::{Parts, share, threads};
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
    /// The candidates of each block of lines.
    blocks: Vec<Candidates>,
    best: Best,
}

impl Filter {
    /// Finds no more than this many lines.
    pub fn new(limit: usize) -> Self {
        Self {
            limit,
            blocks: Vec::new(),
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
        self.blocks.resize_with(lines.blocks(), Candidates::default);
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
        let to_read = self.blocks.iter().zip(blocks);
        let to_read = to_read.map(|(candidates, block)| candidates.to_read(block, &words));
        let threads = match to_read.sum::<usize>() {
            ..ALONE => 1,
            ALONE.. => threads(),
        };
        let done = share(self.blocks.iter_mut().enumerate(), threads, |parts| {
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
    parts: &Parts<impl Iterator<Item = (usize, &'a mut Candidates)>>,
) -> Done {
    let goes_on = || !sweep.stop.load(Ordering::Relaxed);
    let mut promises = Promises::new();
    let mut total = 0;
    let mut sifted: Vec<(usize, &mut Candidates)> = Vec::new();
    while let Some((nth, candidates)) = parts.next().filter(|_| goes_on()) {
        total += sweep.sift(nth, candidates, &mut promises);
        sifted.push((nth, candidates));
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
