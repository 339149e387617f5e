//! One way through the lines: which match, and which of those are among the best.

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use super::align::Aligner;
use super::block::{Block, SIZE};
use super::candidates::{Candidate, Candidates};
use super::lines::Lines;
use super::top::Top;
use super::word::Word;

/// What does not change on the way.
#[derive(Clone, Copy)]
pub(super) struct Sweep<'a> {
    pub(super) lines: &'a Lines,
    pub(super) words: &'a [Word],
    pub(super) limit: usize,
    /// A score below which no line is among the best, as far as any thread knows.
    pub(super) floor: &'a AtomicI32,
    pub(super) stop: &'a AtomicBool,
}

impl Sweep<'_> {
    /// Finds the lines of a block that match, and what each can score at most; returns how many
    /// there are.
    pub(super) fn sift(
        &self,
        nth: usize,
        candidates: &mut Candidates,
        promises: &mut Promises,
    ) -> usize {
        let Some(block) = self.lines.block(nth) else {
            return 0;
        };
        candidates.sift(block, self.words, self.is_bounded());
        if self.is_bounded() {
            for candidate in candidates.lines.iter().step_by(SAMPLED) {
                promises.note(candidate.bound);
            }
        }
        candidates.lines.len()
    }

    /// Whether some lines that match may not enter, so that bounds are of use.
    fn is_bounded(&self) -> bool {
        self.limit < self.lines.len()
    }

    /// Lets the candidates of a block enter the best, of those that promise this much.
    pub(super) fn rank(
        &self,
        (nth, candidates): &mut (usize, &mut Candidates),
        promise: u16,
        top: &mut Top,
        aligner: &mut Aligner,
    ) {
        let Some(block) = self.lines.block(*nth) else {
            return;
        };
        let mut bar = self.bar(promise, top);
        for candidate in &mut candidates.lines {
            if candidate.bound < bar || candidate.is_ranked {
                continue;
            }
            candidate.is_ranked = true;
            let line = *nth * SIZE + usize::from(candidate.line);
            let least = top.least(line).max(self.floor.load(Ordering::Relaxed));
            if self.is_bounded() && i32::from(candidate.bound) < least {
                continue;
            }
            let Some(score) = self.score(block, candidate, least, aligner) else {
                continue;
            };
            if score >= least {
                top.push(score, line);
                if let Some(worst) = top.worst() {
                    self.floor.fetch_max(worst, Ordering::Relaxed);
                }
                bar = self.bar(promise, top);
            }
        }
    }

    /// Lines with a lower bound need not be looked at.
    fn bar(&self, promise: u16, top: &Top) -> u16 {
        if !self.is_bounded() {
            return 0;
        }
        let floor = self.floor.load(Ordering::Relaxed);
        let floor = top.worst().map_or(floor, |worst| worst.max(floor));
        u16::try_from(floor).unwrap_or_default().max(promise)
    }

    /// The score of a line, unless it is certainly less than `least`.
    fn score(
        &self,
        block: &Block,
        candidate: &mut Candidate,
        least: i32,
        aligner: &mut Aligner,
    ) -> Option<i32> {
        let text = block.head(usize::from(candidate.line));
        if !self.is_bounded() {
            return aligner.sum(text, self.words);
        }
        let letters = block.letters(usize::from(candidate.line));
        let mut most: i32 = self.words.iter().map(|word| word.bound(&letters)).sum();
        let mut sum = Some(0);
        for word in self.words {
            let bound = match self.words {
                [_] => most,
                _ => word.bound(&letters),
            };
            let others = most - bound;
            let least = least.saturating_sub(others);
            let found = aligner.align(text, word, &letters, bound, least)?;
            most = others + found.most;
            sum = sum.zip(found.score).map(|(sum, score)| sum + score);
            if sum.is_none() {
                break;
            }
        }
        candidate.lower(most);
        sum
    }
}

/// One line of so many stands for the others.
const SAMPLED: usize = 4;

/// How many lines promise how much, about.
#[derive(Debug)]
pub(super) struct Promises(Vec<usize>);

impl Promises {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    fn note(&mut self, bound: u16) {
        let bound = usize::from(bound);
        if self.0.len() <= bound {
            self.0.resize(bound + 1, 0);
        }
        if let Some(count) = self.0.get_mut(bound) {
            *count += 1;
        }
    }

    /// The highest bound that so many lines reach: once those are scored, few others can enter.
    pub(super) fn reached_by(&self, lines: usize) -> u16 {
        let mut so_far = 0;
        let bounds = self.0.iter().enumerate().rev();
        let reached = bounds.map(|(bound, &count)| {
            so_far += count * SAMPLED;
            (bound, so_far)
        });
        let reached = reached.into_iter().find(|&(_, so_far)| so_far >= lines);
        reached.map_or(0, |(bound, _)| u16::try_from(bound).unwrap_or(u16::MAX))
    }
}
