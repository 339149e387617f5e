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

use super::word::Word;

const MATCH: i32 = 16;
const RUN: i32 = 4;
/// What a letter earns behind a space, a slash or a bracket.
const HEAD: i32 = 8;
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
    /// What it goes on from without a place of its own, as [`Row::reach`] counts it.
    rest: i32,
    best: i32,
}

impl Aligner {
    /// The score of a word in a folded text; `None` when its letters are not there in order, or
    /// the score is certainly less than `least`.
    pub(in crate::search) fn score(&mut self, text: &str, word: &Word, least: i32) -> Option<i32> {
        if text.is_ascii() {
            return align(&mut self.rows, text.as_bytes(), word, least);
        }
        self.chars.clear();
        self.chars.extend(text.chars());
        align(&mut self.rows, self.chars.as_slice(), word, least)
    }
}

fn align<S: Symbols>(rows: &mut [Row; 3], text: S, word: &Word, least: i32) -> Option<i32> {
    let [older, old, new] = rows;
    for row in [&mut *older, &mut *old] {
        row.places.clear();
        (row.rest, row.best) = (NONE, NONE);
    }
    let mut from = 0;
    let mut left = word.letters.len();
    for (nth, letter) in word.letters.iter().enumerate() {
        let first = text.find(from, letter.symbol)?;
        from = first + 1;
        left -= 1;
        new.rest = match nth {
            0 => NONE,
            // `P(0, f) - 1`, counted as a reach: see there.
            1 => i32::try_from(first).ok()? + 1,
            _ => older.rest.max(older.reach(first)),
        };
        new.fill(text, (first, letter.symbol), (nth > 0).then_some(&*old));
        // What is not behind the best so far can still be caught up with, by the steps that are
        // left. The rests of rows are among those.
        let most = new.best.max(old.best).max(older.best).max(0);
        if most + i32::try_from(left).ok()? * word.step < least {
            return None;
        }
        if left == 0 {
            let stale = older.places.iter().find(|&&(place, _)| place + 1 == first);
            return Some(stale.map_or(new.best, |&(_, score)| score.max(new.best)));
        }
        std::mem::swap(older, old);
        std::mem::swap(old, new);
    }
    Some(0)
}

impl Row {
    /// Finds the places of a letter from its first one on, each behind a place of the row before.
    fn fill<S: Symbols>(&mut self, text: S, (first, symbol): (usize, char), before: Option<&Self>) {
        self.places.clear();
        self.best = NONE;
        let places = before.map_or(&[][..], |row| row.places.as_slice());
        let mut reach = before.map_or(NONE, |row| row.rest);
        let mut passed = places.iter().peekable();
        let mut next = Some(first);
        while let Some(place) = next {
            while let Some(&&(at, score)) = passed.peek()
                && at + 1 < place
            {
                reach = reach.max(score + signed(at));
                passed.next();
            }
            let bonus = text.bonus(place);
            let behind = match passed.peek() {
                Some(&&(at, score)) if at + 1 == place => score + bonus.max(RUN),
                _ => NONE,
            };
            let skipped = match before {
                Some(_) => reach - 2 - signed(place),
                None => -1,
            };
            let score = MATCH + behind.max(skipped + bonus);
            self.places.push((place, score));
            self.best = self.best.max(score);
            next = text.find(place + 1, symbol);
        }
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

/// A text as the matcher sees it: letters by their number.
pub(super) trait Symbols: Copy {
    /// The first place of a letter, from a place on.
    fn find(self, from: usize, symbol: char) -> Option<usize>;
    /// What a letter earns for standing at this place.
    fn bonus(self, place: usize) -> i32;
}

impl Symbols for &[u8] {
    fn find(self, from: usize, symbol: char) -> Option<usize> {
        let byte = u8::try_from(symbol).ok()?;
        let rest = self.get(from..)?;
        memchr::memchr(byte, rest).map(|at| from + at)
    }

    fn bonus(self, place: usize) -> i32 {
        let before = place.checked_sub(1).and_then(|at| self.get(at));
        bonus(before.map(|&byte| char::from(byte)))
    }
}

impl Symbols for &[char] {
    fn find(self, from: usize, symbol: char) -> Option<usize> {
        let rest = self.get(from..)?;
        let at = rest.iter().position(|&each| each == symbol)?;
        Some(from + at)
    }

    fn bonus(self, place: usize) -> i32 {
        bonus(place.checked_sub(1).and_then(|at| self.get(at)).copied())
    }
}

/// What a letter earns for what stands before it; folded texts have no capitals.
fn bonus(before: Option<char>) -> i32 {
    match before {
        None => 2 * HEAD,
        Some(each) => BONUSES.get(each as usize).map_or(0, |&bonus| bonus.into()),
    }
}

/// What a letter earns behind each of the ASCII characters; behind others it earns nothing.
const BONUSES: [i8; 128] = {
    let mut bonuses = [0; 128];
    let mut rest: &mut [i8] = &mut bonuses;
    let mut each = 0_u8;
    while let Some((bonus, others)) = rest.split_first_mut() {
        *bonus = match each {
            b' ' | b'/' | b'\\' | b'|' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'\0' => 8,
            b'!'..=b'\'' | b'*'..=b'.' | b':'..=b'@' | b'^'..=b'`' | b'~' => 7,
            _ => 0,
        };
        rest = others;
        each += 1;
    }
    bonuses
};

/// Whether the letter behind this one earns a bonus.
pub(super) fn is_separator(each: char) -> bool {
    bonus(Some(each)) > 0
}

/// No alignment of so many letters is better than this, when the first earns `head`.
pub(super) const fn first_score(head: i32) -> i32 {
    MATCH - 1 + head
}

/// What the first letter of a text earns, and the first of another word.
pub(super) const START: i32 = 2 * HEAD;
pub(super) const WORD: i32 = HEAD;

/// What a letter adds at most: in a run or at a head behind the shortest gap, behind a separator,
/// and anywhere else.
pub(super) const NEAR: i32 = MATCH + RUN;
pub(super) const SEPARATED: i32 = MATCH + HEAD;
pub(super) const FAR: i32 = MATCH - 4;
