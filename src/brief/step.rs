//! One step of a briefing: one idea or one picture, on one screen or as many as it takes.

use std::time::Duration;

use super::block::{Block, BlockRole};
use super::picture::Picture;
use crate::model::{Cite, EntryId, Weight};
use crate::text::Clean;

/// What a step is, so that it is found again after a reload and the next day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// Whose strategy it is, and whether it is in force.
    Title,
    /// Which pillar serves which goal.
    Overview,
    /// The goals, each with its summary.
    Goals,
    /// The pillars, each with its summary.
    Pillars,
    /// One entry.
    Entry(EntryId),
    /// Who answered to whom.
    Actors,
    /// What answers the threats.
    Threats,
    /// The turning points.
    Milestones,
    /// What came after.
    After,
    /// Where it is all from.
    Sources,
}

/// Something about a step that its slide leaves out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// What sort of thing: a verb, `Caveats`, `Sources`. Empty where it is that of the line before.
    pub label: String,
    /// What there is to know.
    pub text: String,
    /// The entries named, which can be opened.
    pub entries: Vec<EntryId>,
    /// What supports it.
    pub cites: Vec<Cite>,
}

/// A step.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it is.
    pub key: Key,
    /// What it is called in lists.
    pub name: String,
    /// Its title, which is its first block too; that of a picture is what the picture shows.
    pub title: String,
    /// What stands in the margin of its title: the number of a pillar.
    pub number: Option<String>,
    /// What it says, in order; of a picture, the same in words.
    pub blocks: Vec<Block>,
    /// The picture that is drawn where there is room.
    pub picture: Option<Picture>,
    /// How many points it has.
    pub points: usize,
    /// Its pillar, from 0.
    pub pillar: Option<usize>,
    /// The time planned.
    pub time: Option<Duration>,
    /// What the speaker says.
    pub note: Option<Clean>,
    /// What the slide leaves out.
    pub left_out: Vec<LeftOut>,
}

impl Step {
    /// A step that says its title alone.
    pub fn new(key: Key, name: impl Into<String>, title: impl Into<String>) -> Self {
        let title = title.into();
        Self {
            key,
            name: name.into(),
            blocks: vec![Block::new(BlockRole::Title, title.clone())],
            title,
            number: None,
            picture: None,
            points: 0,
            pillar: None,
            time: None,
            note: None,
            left_out: Vec::new(),
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

    /// Adds a point.
    pub(super) fn point(&mut self, mut block: Block) {
        block.point = Some(self.points);
        self.points += 1;
        self.blocks.push(block);
    }

    /// Keeps so many points, the weightiest, in their order.
    pub(super) fn keep_points(&mut self, count: usize, weight: impl Fn(EntryId) -> Weight) {
        let rank = |block: &Block| {
            let first = block.entries.first();
            (first.map_or(Weight::Context, |id| weight(*id)), block.point)
        };
        let mut ranked: Vec<_> = self
            .blocks
            .iter()
            .filter(|block| block.point.is_some())
            .map(rank)
            .collect();
        ranked.sort_unstable();
        let kept: Vec<_> = ranked
            .into_iter()
            .take(count)
            .map(|(_, point)| point)
            .collect();
        self.blocks
            .retain(|block| block.point.is_none() || kept.contains(&block.point));
        self.points = 0;
        for block in self.blocks.iter_mut().filter(|block| block.point.is_some()) {
            block.point = Some(self.points);
            self.points += 1;
        }
    }

    /// The entries named on the step, each once, in the order of reading.
    pub fn entries(&self) -> Vec<EntryId> {
        let mut found = Vec::new();
        for id in self.blocks.iter().flat_map(|block| &block.entries) {
            if !found.contains(id) {
                found.push(*id);
            }
        }
        found
    }
}
