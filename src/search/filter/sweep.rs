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
    left: Vec<Left>,
}

/// A line that has every word.
#[derive(Clone, Copy, Debug)]
struct Left {
    /// Its place in the block.
    line: u16,
    /// How many letters of the last word have been found, each as far to the front as can be.
    letters: u16,
    /// The byte behind the last of those.
    end: u16,
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
}

impl Sweep<'_> {
    /// Goes through a block; returns how many of its lines match.
    pub(super) fn over(
        &self,
        (nth, remnant): (usize, &mut Remnant),
        top: &mut Top,
        aligner: &mut Aligner,
    ) -> usize {
        let Some(block) = self.lines.block(nth) else {
            return 0;
        };
        let mut rank = |line| self.rank(block, (nth, line), top, aligner);
        if remnant.has_all(block, self.words) {
            let done = remnant.words.len() - 1;
            let words = self.words.get(done..).unwrap_or_default();
            let set = words.iter().fold(0, |set, word| set | word.set);
            remnant.left.retain_mut(|left| {
                let line = usize::from(left.line);
                let stays = set & !block.set(line) == 0 && goes_on(block, left, words);
                if stays {
                    rank(line);
                }
                stays
            });
        } else {
            remnant.left.clear();
            let set = self.words.iter().fold(0, |set, word| set | word.set);
            for (line, &there) in (0..).zip(block.sets()) {
                if set & !there != 0 {
                    continue;
                }
                let mut left = Left {
                    line,
                    letters: 0,
                    end: 0,
                };
                if goes_on(block, &mut left, self.words) {
                    remnant.left.push(left);
                    rank(usize::from(line));
                }
            }
        }
        remnant.of = block.len();
        remnant.words = self.words.to_vec();
        remnant.left.len()
    }

    /// Lets a line that matches enter the best, if it can.
    fn rank(
        &self,
        block: &Block,
        (nth, line): (usize, usize),
        top: &mut Top,
        aligner: &mut Aligner,
    ) {
        let least = top.least().max(self.floor.load(Ordering::Relaxed));
        let text = block.head(line);
        let mut most = 0;
        // Where everything enters, no bound keeps anything out.
        if least == i32::MIN {
            for word in self.words {
                let Some(score) = aligner.score(text, word, i32::MIN) else {
                    return;
                };
                most += score;
            }
        } else {
            let letters = block.letters(line);
            most = self.words.iter().map(|word| word.bound(&letters)).sum();
            if most < least {
                return;
            }
            for word in self.words {
                let others = most - word.bound(&letters);
                let Some(score) = aligner.score(text, word, least.saturating_sub(others)) else {
                    return;
                };
                most = others + score;
            }
        }
        if most >= least {
            top.push(most, nth * SIZE + line);
            if let Some(worst) = top.worst() {
                self.floor.fetch_max(worst, Ordering::Relaxed);
            }
        }
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
