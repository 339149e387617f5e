//! One way through the lines: which match, and which of those are among the best.

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use super::align::Aligner;
use super::block::{Block, SIZE};
use super::letters;
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

/// What is left of the lines of a block.
#[derive(Debug, Default)]
pub(super) struct Remnant {
    /// How many lines there were.
    of: usize,
    /// The words that those left have; none before the first way through.
    words: Vec<Word>,
    /// Whether the lines have bounds.
    is_bounded: bool,
    left: Vec<Left>,
}

/// A line that has every word.
#[derive(Clone, Copy, Debug, Default)]
struct Left {
    /// Its place in the block.
    line: u16,
    /// How many letters of the last word have been found, each as far to the front as can be.
    letters: u16,
    /// The byte behind the last of those.
    end: u16,
    /// What it can score at most. The gains of more letters make it a bound for more letters, so
    /// what was learned of a line for a query goes on to count for a longer one.
    bound: u16,
    /// Whether it has been ranked on this way through.
    is_ranked: bool,
}

impl Remnant {
    /// Whether every line of a block that has these words is among those left.
    fn has_all(&self, block: &Block, words: &[Word]) -> bool {
        let Some((last, others)) = self.words.split_last() else {
            return false;
        };
        let mut words = words.iter();
        self.of == block.len()
            && others.iter().all(|other| {
                words
                    .next()
                    .is_some_and(|word| word.letters == other.letters)
            })
            && words.next().is_some_and(|word| word.extends(last))
    }

    /// Gives bounds to lines that have none yet or that of the words before.
    fn bound(&mut self, block: &Block, words: &[Word], is_grown: bool) {
        let (words, from) = match self.words.split_last() {
            Some((last, others)) if is_grown && self.is_bounded => (
                words.get(others.len()..).unwrap_or_default(),
                last.letters.len(),
            ),
            _ => {
                for left in &mut self.left {
                    left.bound = 0;
                }
                (words, 0)
            }
        };
        let Some((first, others)) = words.split_first() else {
            return;
        };
        for left in &mut self.left {
            let letters = block.letters(usize::from(left.line));
            let others = others.iter().map(|word| word.bound(&letters));
            left.raise(first.gains(from, &letters) + others.sum::<i32>());
        }
        self.is_bounded = true;
    }
}

impl Left {
    fn raise(&mut self, gains: i32) {
        let gains = u16::try_from(gains).unwrap_or(u16::MAX);
        self.bound = self.bound.saturating_add(gains);
    }

    fn lower(&mut self, most: i32) {
        let most = u16::try_from(most.max(0)).unwrap_or(u16::MAX);
        self.bound = self.bound.min(most);
    }
}

impl Sweep<'_> {
    /// Finds the lines of a block that match, and what each can score at most; returns how many
    /// there are.
    pub(super) fn sift(&self, nth: usize, remnant: &mut Remnant, promises: &mut Promises) -> usize {
        let Some(block) = self.lines.block(nth) else {
            return 0;
        };
        let is_grown = remnant.has_all(block, self.words);
        if is_grown {
            let done = remnant.words.len() - 1;
            let words = self.words.get(done..).unwrap_or_default();
            let set = words.iter().fold(0, |set, word| set | word.set);
            remnant.left.retain_mut(|left| {
                set & !block.set(usize::from(left.line)) == 0 && goes_on(block, left, words)
            });
        } else {
            remnant.left.clear();
            let set = self.words.iter().fold(0, |set, word| set | word.set);
            for (line, &there) in (0..).zip(block.sets()) {
                let mut left = Left {
                    line,
                    ..Left::default()
                };
                if set & !there == 0 && goes_on(block, &mut left, self.words) {
                    remnant.left.push(left);
                }
            }
        }
        if self.is_bounded() {
            remnant.bound(block, self.words, is_grown);
            for left in &remnant.left {
                promises.note(left.bound);
            }
        } else {
            remnant.is_bounded = false;
        }
        for left in &mut remnant.left {
            left.is_ranked = false;
        }
        remnant.of = block.len();
        remnant.words = self.words.to_vec();
        remnant.left.len()
    }

    /// Whether some lines that match may not enter, so that bounds are of use.
    fn is_bounded(&self) -> bool {
        self.limit < self.lines.len()
    }

    /// Lets the lines that are left of a block enter the best, of those that promise this much.
    pub(super) fn rank(
        &self,
        (nth, remnant): &mut (usize, &mut Remnant),
        promise: u16,
        top: &mut Top,
        aligner: &mut Aligner,
    ) {
        let Some(block) = self.lines.block(*nth) else {
            return;
        };
        for left in &mut remnant.left {
            let line = *nth * SIZE + usize::from(left.line);
            if left.is_ranked || left.bound < promise {
                continue;
            }
            left.is_ranked = true;
            let least = top.least(line).max(self.floor.load(Ordering::Relaxed));
            if self.is_bounded() && i32::from(left.bound) < least {
                continue;
            }
            let Some(score) = self.score(block, left, least, aligner) else {
                continue;
            };
            if score >= least {
                top.push(score, line);
                if let Some(worst) = top.worst() {
                    self.floor.fetch_max(worst, Ordering::Relaxed);
                }
            }
        }
    }

    /// The score of a line, unless it is certainly less than `least`.
    fn score(
        &self,
        block: &Block,
        left: &mut Left,
        least: i32,
        aligner: &mut Aligner,
    ) -> Option<i32> {
        let text = block.head(usize::from(left.line));
        if !self.is_bounded() {
            return aligner.sum(text, self.words);
        }
        let letters = block.letters(usize::from(left.line));
        let mut most: i32 = self.words.iter().map(|word| word.bound(&letters)).sum();
        let mut sum = Some(0);
        for word in self.words {
            let others = most - word.bound(&letters);
            let found = aligner.align(text, word, &letters, least.saturating_sub(others))?;
            most = others + found.most;
            sum = sum.zip(found.score).map(|(sum, score)| sum + score);
            if sum.is_none() {
                break;
            }
        }
        left.lower(most);
        sum
    }
}

/// How many lines promise how much.
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
            so_far += count;
            (bound, so_far)
        });
        let reached = reached.into_iter().find(|&(_, so_far)| so_far >= lines);
        reached.map_or(0, |(bound, _)| u16::try_from(bound).unwrap_or(u16::MAX))
    }
}

/// Whether the words are in the line, from where the first of them has been found to.
fn goes_on(block: &Block, left: &mut Left, words: &[Word]) -> bool {
    if let [word] = words
        && let [letter] = word.letters.as_slice()
        && letters::is_alone(letter.symbol)
    {
        // Its set of letters has told so, and the line need not be read.
        return true;
    }
    let text = block.head(usize::from(left.line)).as_bytes();
    for (nth, word) in words.iter().enumerate() {
        if nth > 0 {
            (left.letters, left.end) = (0, 0);
        }
        let mut end = usize::from(left.end);
        for letter in word.letters.iter().skip(usize::from(left.letters)) {
            let Some(after) = letter.after(text, end) else {
                return false;
            };
            end = after;
        }
        left.letters = u16::try_from(word.letters.len()).unwrap_or(u16::MAX);
        left.end = u16::try_from(end).unwrap_or(u16::MAX);
    }
    true
}
