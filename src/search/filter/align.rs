//! The score that `fuzzy-matcher`'s `SkimMatcherV2` gives, computed from the places of the letters
//! alone.
//!
//! The matcher aligns a word with a text: each letter of the word stands somewhere in the text, in
//! order. A letter earns 16, and more at the start of a word of the text or right behind the letter
//! before it; a gap costs 3 and 1 for each letter left out. With `M` for the best score with letter
//! `i` at place `t`, and `P` for the best with letter `i` somewhere before `t`:
//!
//! ```text
//! M(i, t) = 16 + max(M(i-1, t-1) + max(bonus(t), 4), P(i-1, t) + bonus(t))   where the letters are the same
//! P(i, t) = max over u < t-1 of M(i, u) - 2 - (t - u)                        with P(0, t) = -1
//! ```
//!
//! Only the places where a letter of the word stands matter, so only those are visited. Two habits
//! of the crate are kept, because its order is ours. It keeps two rows of its table, so a row sees,
//! just before its first place, what the row before the last left there: `P(i, t)` may go on from
//! `M(i-2, u)` where `u` is before the first place of letter `i`, and the score may be
//! `M(m-2, f-1)` where `f` is the first place of the last letter. In row 2, that rest is
//! `P(0, f) - 1`. The bonus that the crate carries along a run is always the bonus of the place
//! itself, or the 4 of a run.

mod bit_parallel;
mod symbols;
#[cfg(test)]
mod tests;

use symbols::{Short, Symbols};

use super::gains::{FAR, MATCH, RUN};
use super::letters::Letters;
use super::word::Word;

/// Far below any score, and far enough from the end of the numbers.
const NONE: i32 = i32::MIN / 2;

/// The rows of the table. To be used again and again by one thread.
#[derive(Debug, Default)]
pub(in crate::search) struct Aligner {
    rows: [Row; 3],
    chars: Vec<char>,
}

/// Where one letter of the word can stand, and how good the best alignment is that ends there.
#[derive(Debug, Default)]
struct Row {
    places: Vec<(usize, i32)>,
    first: i32,
    /// What it goes on from without a place of its own, as [`Row::reach`] counts it.
    rest: i32,
    best: i32,
}

/// What is known of a word in a text after it has been aligned, or begun to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Aligned {
    /// `None` when it is certainly less than was asked for.
    pub(super) score: Option<i32>,
    /// Neither the score goes beyond this, nor that of a word that goes on where this one ends
    /// beyond this and the gains of its other letters.
    pub(super) most: i32,
}

impl Aligner {
    /// The score of a word in a folded text; `None` when its letters are not there in order, or
    /// the score is certainly less than `least`.
    pub(in crate::search) fn score(&mut self, text: &str, word: &Word, least: i32) -> Option<i32> {
        let bound = word.bound(&Letters::ALL);
        self.align(text, word, &Letters::ALL, bound, least)?.score
    }

    /// The sum of the scores of some words; `None` when one is not there.
    pub(super) fn sum(&mut self, text: &str, words: &[Word]) -> Option<i32> {
        let words = words.iter();
        words.map(|word| self.score(text, word, i32::MIN)).sum()
    }

    /// Aligns a word with a folded text that is made of these letters and bounds its score, as long
    /// as it may score `least`; `None` when its letters are not there in order.
    pub(super) fn align(
        &mut self,
        text: &str,
        word: &Word,
        letters: &Letters,
        bound: i32,
        least: i32,
    ) -> Option<Aligned> {
        if let Some(short) = Short::new(text) {
            let loss = bound.saturating_sub(least);
            if (0..FAR).contains(&loss) && !bit_parallel::is_within(short, word, letters, loss) {
                return Some(Aligned {
                    score: None,
                    most: least - 1,
                });
            }
            return align(&mut self.rows, short, word, letters, bound, least);
        }
        self.chars.clear();
        self.chars.extend(text.chars());
        align(
            &mut self.rows,
            self.chars.as_slice(),
            word,
            letters,
            bound,
            least,
        )
    }
}

fn align<S: Symbols>(
    rows: &mut [Row; 3],
    text: S,
    word: &Word,
    letters: &Letters,
    bound: i32,
    least: i32,
) -> Option<Aligned> {
    let [older, old, new] = rows;
    for row in [&mut *older, &mut *old] {
        row.places.clear();
        (row.first, row.rest, row.best) = (0, NONE, NONE);
    }
    let mut from = 0;
    let mut gains = bound;
    // What the places promised at most from which too little can come.
    let mut given_up = NONE;
    let mut each = word.letters.iter().enumerate().peekable();
    while let Some((nth, letter)) = each.next() {
        let mut places = text.places(from, letter.symbol);
        let first = places.next()?;
        from = first + 1;
        gains -= letter.gain(nth, letters);
        new.first = signed(first);
        new.rest = match nth {
            0 => NONE,
            // `P(0, f) - 1`, counted as a reach: see there.
            1 => new.first + 1,
            _ => older.rest.max(older.reach(first)),
        };
        let places = std::iter::once(first).chain(places);
        let before = (nth > 0).then_some(&*old);
        let passed = new.fill(text, places, before, least.saturating_sub(gains));
        given_up = given_up.max(passed + gains);
        let most = given_up.max(new.most(old) + gains);
        if each.peek().is_none() {
            let stale = older.places.iter().find(|&&(place, _)| place + 1 == first);
            let score = stale.map_or(new.best, |&(_, score)| score.max(new.best));
            return Some(Aligned {
                score: (score >= least).then_some(score),
                most: most.max(score),
            });
        }
        if most < least {
            return Some(Aligned { score: None, most });
        }
        std::mem::swap(older, old);
        std::mem::swap(old, new);
    }
    Some(Aligned {
        score: Some(0),
        most: 0,
    })
}

impl Row {
    /// Scores the places of a letter, each behind a place of the row before. Only those with a
    /// score of `least` are kept; returns the best of the others.
    fn fill<S: Symbols>(
        &mut self,
        text: S,
        own: impl Iterator<Item = usize>,
        before: Option<&Self>,
        least: i32,
    ) -> i32 {
        self.places.clear();
        self.best = NONE;
        let mut given_up = NONE;
        let mut passed = before.map_or(&[][..], |row| row.places.as_slice()).iter();
        let mut next = passed.next();
        let mut reach = before.map_or(NONE, |row| row.rest);
        for place in own {
            while let Some(&(at, score)) = next
                && at + 1 < place
            {
                reach = reach.max(score + signed(at));
                next = passed.next();
            }
            let bonus = text.bonus(place);
            let behind = match next {
                Some(&(at, score)) if at + 1 == place => score + bonus.max(RUN),
                _ => NONE,
            };
            let skipped = match before {
                Some(_) => reach - 2 - signed(place),
                None => -1,
            };
            let score = MATCH + behind.max(skipped + bonus);
            if score < least {
                given_up = given_up.max(score);
            } else {
                self.places.push((place, score));
                self.best = self.best.max(score);
            }
        }
        given_up
    }

    /// No score goes beyond this and the gains of the letters behind. Each of those gains [`FAR`] at
    /// least, and `NEAR` where it may earn a bonus: as much as any letter can add behind a gap.
    /// What stands in the row before can be gone on from, but not by the next letter, whose gain
    /// is missing then; and so can what a rest holds. The place for that is two behind the first of
    /// the rest's row, or right behind it, where a pair gains more; and for the one before, four.
    fn most(&self, old: &Self) -> i32 {
        let rest = (self.rest - self.first).max(old.rest - old.first - 2 - FAR);
        self.best.max(old.best - FAR).max(rest)
    }

    /// The best score of a place before this one, each with its place added: what it is worth at a
    /// place behind is that less 2 and less that place.
    fn reach(&self, before: usize) -> i32 {
        let places = self.places.iter();
        places
            .take_while(|&&(place, _)| place < before)
            .map(|&(place, score)| score + signed(place))
            .max()
            .unwrap_or(NONE)
    }
}

/// Places are below the greatest length of a line.
fn signed(place: usize) -> i32 {
    i32::try_from(place).unwrap_or(i32::MAX / 4)
}
