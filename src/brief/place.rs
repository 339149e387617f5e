//! Where a briefing is: the step, what is in view, and how many points are revealed.

use serde::{Deserialize, Serialize};

/// A spot on a step that stays the same whatever the size: a block, and a byte of its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The block, by its place on the step.
    pub block: usize,
    /// The byte of its text.
    pub byte: usize,
}

/// Where a briefing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The step, from 0.
    pub step: usize,
    /// What is in view.
    pub anchor: Anchor,
    /// How many points are revealed.
    pub shown: usize,
}

/// A briefing as it is kept for the next day: by names, so that it outlives an edit of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedBriefing {
    /// The name of the step, as [`super::Deck::name_of`] gives it.
    pub step: String,
    /// The block in view.
    pub block: usize,
    /// The byte of its text.
    pub byte: usize,
    /// How many points are revealed.
    pub shown: usize,
    /// Whether points are revealed one by one.
    pub by_points: bool,
    /// Whether the speaker's side is in view.
    pub notes: bool,
    /// Seconds on the clock.
    pub elapsed: u64,
    /// Seconds planned for the whole.
    pub target: Option<u64>,
    /// The second of the day at which this was written, while the clock ran.
    pub left: Option<u64>,
    /// The name of the step that the clock began at.
    pub began: String,
    /// The day it was left, as `2026-11-23`: the clock goes on only on the same day.
    pub day: String,
}
