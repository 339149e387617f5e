//! Whether a word can be aligned so well at all, asked of all places at once.

use super::super::letters::Letters;
use super::super::word::Word;
use super::symbols::Short;
use crate::search::filter::gains::{FAR, FIRST, NEAR, START, WORD};

/// What is lost at least by a letter that stands where it earns nothing.
const FAULT: i32 = NEAR - FAR;

/// Whether an alignment may lose no more than `loss` of the gains of the letters. Below [`FAR`],
/// which is what the crate's habits of passing over a letter lose.
///
/// The places where a letter can stand are the bits of a number: right behind those of the letter
/// before, or some way behind them, which loses 1 for each letter left out, and [`FAULT`] more where
/// no bonus makes up for the gap. Those with a fault are a number of their own.
pub(super) fn is_within(text: Short<'_>, word: &Word, letters: &Letters, loss: i32) -> bool {
    let may_fail = loss >= FAULT;
    let starts = text.starts();
    let mut right = 0_u128;
    let mut failed = 0_u128;
    for (nth, letter) in word.letters.iter().enumerate() {
        let there = text.places_of(letter.symbol);
        let gain = letter.gain(nth, letters);
        if nth == 0 {
            right = there & first(gain, starts);
            if may_fail {
                failed = there & first(gain - FAULT, starts);
            }
        } else {
            let far = behind(right, loss);
            let anywhere = gain == FAR;
            let bonus = if anywhere { u128::MAX } else { starts };
            if may_fail {
                let fails = if anywhere { 0 } else { far };
                failed = there & (failed << 1 | behind(failed, loss) & bonus | fails);
            }
            right = there & (right << 1 | far & bonus);
        }
        if right | failed == 0 {
            return false;
        }
    }
    true
}

/// Where the first letter gains so much.
const fn first(gain: i32, starts: u128) -> u128 {
    const BEGIN: i32 = FIRST + START;
    const HEAD: i32 = FIRST + WORD;
    match gain {
        BEGIN.. => 1,
        HEAD.. => starts,
        _ => u128::MAX,
    }
}

/// The places behind a gap of no more than `loss` letters more than one.
fn behind(places: u128, loss: i32) -> u128 {
    let mut behind = places << 2;
    let mut done = 0;
    while done < loss {
        let step = (done + 1).min(loss - done);
        behind |= behind << step;
        done += step;
    }
    behind
}
