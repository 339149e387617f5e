//! One step of a briefing: one idea, on one screen or as many as it takes.

use std::collections::HashSet;

use super::block::{Block, Role};
use crate::date::Date;
use crate::model::EntryId;
use crate::text::Clean;

/// What a step is, so that it is found again after a reload and the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Whose strategy it is, and whether it is in force.
    Title,
    /// What it is for, and its pillars.
    Overview,
    /// One entry.
    Entry(EntryId),
    /// Who answers to whom.
    Actors,
    /// Everybody else that is named.
    Others,
    /// The turning points.
    Milestones,
    /// What came after.
    After,
    /// Where it is all from.
    Sources,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is.
    pub key: Key,
    /// What stands over the title, in a few words: `Pillar 3 of 8`.
    pub kicker: String,
    /// Its title, which is its first block too.
    pub title: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// How many points it has.
    pub points: usize,
    /// What stands on its ribbon of time; empty for none.
    pub ribbon: Vec<(Date, String)>,
    /// Its pillar, from 0.
    pub pillar: Option<usize>,
    /// Minutes planned.
    pub minutes: Option<u16>,
    /// What the speaker says.
    pub note: Option<Clean>,
}

impl Step {
    /// A step that says its title alone.
    pub fn new(key: Key, kicker: impl Into<String>, title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            key,
            kicker: kicker.into(),
            blocks: vec![Block::new(Role::Title, title.clone())],
            title,
            points: 0,
            ribbon: Vec::new(),
            pillar: None,
            minutes: None,
            note: None,
        }
    }

    /// The entry that the step is about.
    pub const fn entry(&self) -> Option<EntryId> {
        match self.key {
            Key::Entry(id) => Some(id),
            _ => None,
        }
    }

    /// Adds what is always in sight.
    pub(super) fn say(&mut self, block: Block) {
        self.blocks.push(block);
    }

    /// Adds a heading, which comes with the next point.
    pub(super) fn head(&mut self, text: &str) {
        let mut block = Block::new(Role::Heading, text);
        block.point = Some(self.points);
        self.blocks.push(block);
    }

    /// Adds a point.
    pub(super) fn point(&mut self, mut block: Block) {
        block.point = Some(self.points);
        self.points += 1;
        self.blocks.push(block);
    }

    /// The entries named on the step, each once, in the order of reading.
    pub fn entries(&self) -> Vec<EntryId> {
        let mut seen = HashSet::new();
        let named = self.blocks.iter().flat_map(|block| &block.entries);
        named.copied().filter(|id| seen.insert(*id)).collect()
    }
}
