//! From a strategy to the steps of a briefing: the author's own order, or one made from the pillars.

mod actors;
mod entry;
mod opening;
mod pillar;
mod ranks;
mod sources;
mod time;
mod words;

use super::step::{Key, Step};
use crate::model::{EntryId, Kind, Strategy};

/// The steps of a briefing; never empty.
#[derive(Clone, Debug)]
pub struct Deck {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// How many pillars the strategy has.
    pub pillars: usize,
}

impl Deck {
    /// The author's own briefing between title and sources; without one, a deck that follows the
    /// pillars.
    pub fn new(strategy: &Strategy) -> Self {
        let mut steps = vec![opening::title(strategy)];
        if strategy.briefing.is_empty() {
            steps.extend(opening::overview(strategy));
            for pillar in strategy.of_kind(Kind::Pillar) {
                steps.push(entry::step(strategy, *pillar));
            }
            steps.extend(actors::tree(strategy));
            steps.extend(actors::others(strategy));
            steps.extend(time::milestones(strategy));
            steps.extend(time::after(strategy));
        } else {
            for planned in &strategy.briefing {
                let mut step = entry::step(strategy, planned.entry);
                step.minutes = planned.minutes.or(step.minutes);
                step.note = planned.note.clone().or(step.note);
                steps.push(step);
            }
        }
        steps.extend(sources::step(strategy, &steps));
        Self {
            steps,
            pillars: strategy.of_kind(Kind::Pillar).len(),
        }
    }

    /// Where an entry is presented: its own step, or the block of its pillar's step. An entry that
    /// has neither gets a step of its own, before the one that tells of its kind.
    pub fn start_at(&mut self, strategy: &Strategy, id: EntryId) -> (usize, usize) {
        if let Some(at) = self.step_of(id) {
            return (at, 0);
        }
        let parent = strategy.entry(id).parent;
        if let Some(at) = parent.and_then(|pillar| self.step_of(pillar)) {
            let names = |step: &Step| {
                step.blocks
                    .iter()
                    .position(|block| block.entries.contains(&id))
            };
            return (at, self.steps.get(at).and_then(names).unwrap_or(0));
        }
        let at = self.place_for(strategy.entry(id).kind);
        self.steps.insert(at, entry::step(strategy, id));
        (at, 0)
    }

    fn step_of(&self, id: EntryId) -> Option<usize> {
        self.steps.iter().position(|step| step.entry() == Some(id))
    }

    fn place_for(&self, kind: Kind) -> usize {
        let before = match kind {
            Kind::Actor => Key::Actors,
            Kind::Event => Key::Milestones,
            Kind::Source => Key::Sources,
            Kind::Goal | Kind::Principle => Key::Overview,
            _ => Key::Others,
        };
        let found = |key: Key| self.steps.iter().position(|step| step.key == key);
        found(before)
            .or_else(|| found(Key::Sources))
            .unwrap_or(self.steps.len())
    }

    /// The name of a step, for the state file: `=` and the id of its entry, or `:` and a word.
    pub fn name_of(&self, strategy: &Strategy, step: usize) -> Option<String> {
        Some(name(strategy, self.steps.get(step)?.key))
    }

    /// The step of a name.
    pub fn named(&self, strategy: &Strategy, wanted: &str) -> Option<usize> {
        self.steps
            .iter()
            .position(|step| name(strategy, step.key) == wanted)
    }

    /// The step of the next pillar, or of the one before.
    pub fn pillar_from(&self, step: usize, forward: bool) -> Option<usize> {
        let is_pillar = |at: &usize| {
            self.steps
                .get(*at)
                .is_some_and(|step| step.pillar.is_some())
        };
        if forward {
            (step + 1..self.steps.len()).find(is_pillar)
        } else {
            (0..step).rev().find(is_pillar)
        }
    }

    /// `pillar 3 of 8`, or `step 2 of 15` where there is no pillar.
    pub fn place_words(&self, step: usize) -> String {
        match self.steps.get(step).and_then(|step| step.pillar) {
            Some(pillar) => format!("pillar {} of {}", pillar + 1, self.pillars),
            None => format!("step {} of {}", step + 1, self.steps.len()),
        }
    }
}

fn name(strategy: &Strategy, key: Key) -> String {
    match key {
        Key::Title => ":title".to_owned(),
        Key::Overview => ":overview".to_owned(),
        Key::Actors => ":actors".to_owned(),
        Key::Others => ":others".to_owned(),
        Key::Milestones => ":milestones".to_owned(),
        Key::After => ":after".to_owned(),
        Key::Sources => ":sources".to_owned(),
        Key::Entry(id) => format!("={}", strategy.entry(id).id),
    }
}
