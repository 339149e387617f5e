//! The lines of a block that may still match: those that lack a word are gone.

use super::block::Block;
use super::letters;
use super::word::Word;

/// The lines of a block that have every word so far.
#[derive(Debug, Default)]
pub(super) struct Candidates {
    /// How many lines there were.
    of: usize,
    /// The words that those have; none before the first way through.
    words: Vec<Word>,
    /// How many letters of the last word have been found in each.
    found: usize,
    /// Whether the lines have bounds.
    is_bounded: bool,
    pub(super) lines: Vec<Candidate>,
}

/// A line that has every word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Candidate {
    /// Its place in the block.
    pub(super) line: u16,
    /// The byte behind the last letter that has been found, each as far to the front as can be.
    end: u16,
    /// What it can score at most. The gains of more letters make it a bound for more letters, so
    /// what was learned of a line for a query goes on to count for a longer one.
    pub(super) bound: u16,
    /// Whether it has been ranked on this way through.
    pub(super) is_ranked: bool,
}

impl Candidates {
    /// Keeps the lines of a block that have these words, each with a bound if it is asked for.
    pub(super) fn sift(&mut self, block: &Block, words: &[Word], is_bounded: bool) {
        let old = self
            .words
            .split_last()
            .filter(|_| self.has_all(block, words));
        let is_grown = old.is_some();
        let (done, counted) = old.map_or((0, 0), |(last, done)| (done.len(), last.letters.len()));
        let new = words.get(done..).unwrap_or_default();
        let found = if is_grown { self.found } else { 0 };
        let set = new.iter().fold(0, |set, word| set | word.set);
        // The set of a line may tell all, and the line need not be read.
        let is_told = !is_grown && is_told(words);
        let gains = if !is_bounded {
            None
        } else if is_grown && self.is_bounded {
            Some((new, counted))
        } else {
            Some((words, 0))
        };
        let all = gains.map_or(&[][..], |_| block.all_letters());
        let goes_on = |candidate: &mut Candidate| {
            let line = usize::from(candidate.line);
            if !is_told && !candidate.reads(block, new, found) {
                return false;
            }
            candidate.is_ranked = false;
            if let Some((words, counted)) = gains
                && let Some(letters) = all.get(line)
                && let Some((first, others)) = words.split_first()
            {
                let others: i32 = others.iter().map(|word| word.bound(letters)).sum();
                candidate.raise(first.gains(counted, letters) + others);
            }
            true
        };
        if is_grown {
            if !self.is_bounded {
                self.lines
                    .iter_mut()
                    .for_each(|candidate| candidate.bound = 0);
            }
            self.lines.retain_mut(|candidate| {
                set & !block.set(usize::from(candidate.line)) == 0 && goes_on(candidate)
            });
        } else {
            self.lines.clear();
            for (line, &there) in (0..).zip(block.sets()) {
                let mut candidate = Candidate {
                    line,
                    ..Candidate::default()
                };
                if set & !there == 0 && goes_on(&mut candidate) {
                    self.lines.push(candidate);
                }
            }
        }
        self.found = match words.last() {
            Some(last) if !is_told => last.letters.len(),
            _ => 0,
        };
        self.of = block.len();
        self.words = words.to_vec();
        self.is_bounded = is_bounded;
    }

    /// How many lines of a block have to be read to find those that have these words.
    pub(super) fn to_read(&self, block: &Block, words: &[Word]) -> usize {
        if self.has_all(block, words) {
            self.lines.len()
        } else {
            block.len()
        }
    }

    /// Whether every line of a block that has these words is among these.
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

/// Whether a line that has the letters of these words in its set has the words.
fn is_told(words: &[Word]) -> bool {
    matches!(words, [word] if matches!(
        word.letters.as_slice(),
        [letter] if letters::is_alone(letter.symbol)
    ))
}

impl Candidate {
    /// Whether the words are in the line, the first of them from where its first letters have
    /// been found to.
    fn reads(&mut self, block: &Block, words: &[Word], found: usize) -> bool {
        let (text, len) = block.window(usize::from(self.line));
        let mut found = found;
        let mut end = usize::from(self.end);
        for word in words {
            for letter in word.letters.iter().skip(found) {
                match letter.after(text, end) {
                    Some(after) if after <= len => end = after,
                    _ => return false,
                }
            }
            self.end = u16::try_from(end).unwrap_or(u16::MAX);
            (found, end) = (0, 0);
        }
        true
    }

    fn raise(&mut self, gains: i32) {
        let gains = u16::try_from(gains).unwrap_or(u16::MAX);
        self.bound = self.bound.saturating_add(gains);
    }

    /// It is known now that the score does not go beyond this.
    pub(super) fn lower(&mut self, most: i32) {
        let most = u16::try_from(most.max(0)).unwrap_or(u16::MAX);
        self.bound = self.bound.min(most);
    }
}
