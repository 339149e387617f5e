//! When a card is due: FSRS, as the `fsrs` crate computes it. Nothing else names the crate.

use fsrs::{FSRS, MemoryState};

use super::day::Day;

/// How likely one should still know a card when it comes due.
pub(super) const RETENTION: f32 = 0.9;

/// How well an answer was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// Not known.
    Again,
    /// Known with effort.
    Hard,
    /// Known.
    Good,
    /// Known at once.
    Easy,
}

/// What is known of one's memory of a card.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Memory {
    /// Days after which one still knows it nine times in ten.
    pub stability: f32,
    /// From 1, easy, to 10.
    pub difficulty: f32,
    /// The day of the last review.
    pub last: Day,
    /// The day of the next.
    pub due: Day,
}

/// The scheduler, with the parameters that the crate recommends.
#[derive(Debug, Default)]
pub struct Schedule {
    fsrs: FSRS,
}

impl Grade {
    /// Every grade, from the worst; also the order of the keys 1 to 4.
    pub const ALL: [Self; 4] = [Self::Again, Self::Hard, Self::Good, Self::Easy];

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Again => "again",
            Self::Hard => "hard",
            Self::Good => "good",
            Self::Easy => "easy",
        }
    }

    /// The grade named by a word.
    pub fn named(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|grade| grade.word() == word)
    }
}

impl Schedule {
    /// The memory after a review. A review before the last one counts as one on the same day.
    pub fn review(&self, before: Option<&Memory>, today: Day, grade: Grade) -> Option<Memory> {
        let state = before.map(|memory| MemoryState {
            stability: memory.stability,
            difficulty: memory.difficulty,
        });
        let today = before.map_or(today, |memory| memory.last.max(today));
        let elapsed = before.map_or(0, |memory| today.since(memory.last));
        let next = self.fsrs.next_states(state, RETENTION, elapsed).ok()?;
        let next = match grade {
            Grade::Again => next.again,
            Grade::Hard => next.hard,
            Grade::Good => next.good,
            Grade::Easy => next.easy,
        };
        Some(Memory {
            stability: next.memory.stability,
            difficulty: next.memory.difficulty,
            last: today,
            due: today.plus(days(next.interval)),
        })
    }
}

impl Memory {
    /// How likely one knows the card on a day, from 0 to 1.
    pub fn recall(&self, today: Day) -> f32 {
        let state = MemoryState {
            stability: self.stability,
            difficulty: self.difficulty,
        };
        let elapsed = u16::try_from(today.since(self.last)).unwrap_or(u16::MAX);
        fsrs::current_retrievability(state, f32::from(elapsed), fsrs::FSRS6_DEFAULT_DECAY)
    }
}

/// An interval in whole days; a card never comes back by schedule on the day it was seen.
fn days(interval: f32) -> u32 {
    let days = interval.round().max(1.0);
    #[expect(clippy::cast_sign_loss, reason = "it is at least 1")]
    let days = days as u32;
    days
}
