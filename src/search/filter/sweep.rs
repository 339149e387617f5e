//! One way through the lines: which match, and which of those are among the best.

use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};

use super::align::Aligner;
use super::letters;
use super::lines::Lines;
use super::top::Top;
use super::word::Word;

/// How many lines are done between two looks at whether to stop.
const SIZE: usize = 4096;

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

/// Some lines that follow on each other, and what is left of them.
#[derive(Debug, Default)]
pub(super) struct Chunk {
    from: usize,
    to: usize,
    /// The words that those left have; none before the first way through.
    words: Vec<Word>,
    left: Vec<Left>,
}

/// A line that has every word.
#[derive(Clone, Copy, Debug)]
struct Left {
    line: u32,
    /// How many letters of the last word have been found, each as far to the front as can be.
    letters: u16,
    /// The byte behind the last of those.
    end: u16,
}

impl Chunk {
    /// Adds chunks until they cover so many lines.
    pub(super) fn cover(chunks: &mut Vec<Self>, lines: usize) {
        let covered = chunks.last().map_or(0, |last| last.to);
        if let Some(last) = chunks.last_mut()
            && covered < lines
        {
            // It may have been the end of the lines.
            *last = Self {
                from: last.from,
                to: lines.min(last.from + SIZE),
                ..Self::default()
            };
        }
        let mut from = chunks.last().map_or(0, |last| last.to);
        while from < lines {
            let to = lines.min(from + SIZE);
            chunks.push(Self {
                from,
                to,
                ..Self::default()
            });
            from = to;
        }
    }

    /// Whether every line that has these words is among those left.
    fn has_all_of(&self, words: &[Word]) -> bool {
        let Some((last, others)) = self.words.split_last() else {
            return false;
        };
        let mut words = words.iter();
        others.iter().all(|other| {
            words
                .next()
                .is_some_and(|word| word.letters == other.letters)
        }) && words.next().is_some_and(|word| word.extends(last))
    }
}

impl Sweep<'_> {
    /// Goes through a chunk; returns how many of its lines match.
    pub(super) fn over(&self, chunk: &mut Chunk, top: &mut Top, aligner: &mut Aligner) -> usize {
        let Chunk { from, to, .. } = *chunk;
        if chunk.has_all_of(self.words) {
            let done = chunk.words.len() - 1;
            let words = self.words.get(done..).unwrap_or_default();
            let set = words.iter().fold(0, |set, word| set | word.set);
            chunk.left.retain_mut(|left| {
                let line = left.line as usize;
                let stays = set & !self.lines.set(line) == 0 && self.goes_on(left, words);
                if stays {
                    self.rank(line, top, aligner);
                }
                stays
            });
        } else {
            chunk.left.clear();
            let set = self.words.iter().fold(0, |set, word| set | word.set);
            for (line, &there) in (from..to).zip(self.lines.sets(from, to)) {
                if set & !there != 0 {
                    continue;
                }
                let mut left = Left {
                    line: u32::try_from(line).unwrap_or(u32::MAX),
                    letters: 0,
                    end: 0,
                };
                if self.goes_on(&mut left, self.words) {
                    chunk.left.push(left);
                    self.rank(line, top, aligner);
                }
            }
        }
        chunk.words = self.words.to_vec();
        chunk.left.len()
    }

    /// Whether the words are in the line, from where the first of them has been found to.
    fn goes_on(&self, left: &mut Left, words: &[Word]) -> bool {
        if let [word] = words
            && let [letter] = word.letters.as_slice()
            && letters::is_alone(letter.symbol)
        {
            // Its set of letters has told so, and the line need not be read.
            return true;
        }
        let text = self.lines.text(left.line as usize).as_bytes();
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

    /// Lets a line that matches enter the best, if it can.
    fn rank(&self, line: usize, top: &mut Top, aligner: &mut Aligner) {
        let least = top.least().max(self.floor.load(Ordering::Relaxed));
        let letters = self.lines.letters(line);
        let mut most: i32 = self.words.iter().map(|word| word.bound(&letters)).sum();
        if most < least {
            return;
        }
        let text = self.lines.text(line);
        for word in self.words {
            let others = most - word.bound(&letters);
            let Some(score) = aligner.score(text, word, least.saturating_sub(others)) else {
                return;
            };
            most = others + score;
        }
        if most >= least {
            top.push(most, line);
            if let Some(worst) = top.worst() {
                self.floor.fetch_max(worst, Ordering::Relaxed);
            }
        }
    }
}
