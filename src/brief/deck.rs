//! From a strategy and a plan to the steps of a briefing.

mod actors;
mod entry;
mod left_out;
mod made;
mod matrices;
mod options;
mod sources;
mod timeline;

use std::time::Duration;

pub use left_out::source_lines;
pub use options::DeckOptions;

use super::plan::{TalkPlan, What};
use super::step::{Key, Step};
use crate::date::Date;
use crate::model::{AsOf, EntryId, Kind, MadeStep, Strategy};

/// The steps of a briefing; never empty.
#[derive(Clone, Debug, Default)]
pub struct Deck {
    /// The steps, in order.
    pub steps: Vec<Step>,
    /// How many pillars the strategy has.
    pub pillars: usize,
    options: DeckOptions,
}

impl Deck {
    /// The steps of a plan; what a model has nothing for makes none.
    pub fn new(strategy: &Strategy, plan: &TalkPlan, options: DeckOptions) -> Self {
        let mut deck = Self {
            steps: Vec::new(),
            pillars: strategy.of_kind(Kind::Pillar).len(),
            options,
        };
        for planned in plan.steps.iter().filter(|planned| !planned.is_hidden) {
            let Some(mut step) = deck.step(strategy, &planned.what) else {
                continue;
            };
            step.time = planned.time.or(step.time);
            step.note = planned.note.clone().or(step.note);
            if let Some(points) = planned.points {
                step.keep_points(points, |id| strategy.entry(id).weight);
            }
            deck.steps.push(step);
        }
        if deck.steps.is_empty() {
            deck.steps.push(made::title(strategy));
        }
        // What the screens rest on is known when the others are.
        let last = sources::step(strategy, &deck.steps);
        for step in &mut deck.steps {
            if step.key == Key::Sources
                && let Some(mut made) = last.clone()
            {
                made.time = step.time;
                made.note.clone_from(&step.note);
                *step = made;
            }
        }
        deck
    }

    /// The steps of the model's own plan.
    pub fn of(strategy: &Strategy, today: Date) -> Self {
        let options = DeckOptions::usual(strategy, today);
        Self::new(strategy, &TalkPlan::of(strategy), options)
    }

    /// One step, as a plan names it; `None` where the model has nothing for it.
    fn step(&self, strategy: &Strategy, what: &What) -> Option<Step> {
        match what {
            What::Entry(id) => {
                let id = strategy.find(id)?;
                Some(entry::step(strategy, id, self.options))
            }
            What::Made(MadeStep::Title) => Some(made::title(strategy)),
            What::Made(MadeStep::Overview) => matrices::overview(strategy, self.options),
            What::Made(MadeStep::Goals) => made::list(strategy, Kind::Goal),
            What::Made(MadeStep::Pillars) => made::list(strategy, Kind::Pillar),
            What::Made(MadeStep::Actors) => actors::step(strategy, self.options),
            What::Made(MadeStep::Threats) => matrices::threats(strategy, self.options),
            What::Made(MadeStep::Milestones) => timeline::milestones(strategy),
            What::Made(MadeStep::Changes) => None,
            What::Made(MadeStep::After) => timeline::after(strategy),
            What::Made(MadeStep::Sources) => sources::stand_in(strategy),
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
        self.steps
            .insert(at, entry::step(strategy, id, self.options));
        (at, 0)
    }

    /// The step of an entry.
    pub fn step_of(&self, id: EntryId) -> Option<usize> {
        self.steps.iter().position(|step| step.entry() == Some(id))
    }

    fn place_for(&self, kind: Kind) -> usize {
        let before = match kind {
            Kind::Threat | Kind::Asset => Key::Threats,
            Kind::Event => Key::Milestones,
            Kind::Source => Key::Sources,
            Kind::Goal | Kind::Principle => Key::Overview,
            _ => Key::Actors,
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

    /// How long the whole is to take, where each step says it.
    pub fn time(&self) -> Option<Duration> {
        self.steps.iter().map(|step| step.time).sum()
    }

    /// How it was made.
    pub const fn options(&self) -> DeckOptions {
        self.options
    }

    /// The time for which it is true.
    pub const fn as_of(&self) -> AsOf {
        self.options.as_of
    }
}

fn name(strategy: &Strategy, key: Key) -> String {
    let word = match key {
        Key::Title => ":title",
        Key::Overview => ":overview",
        Key::Goals => ":goals",
        Key::Pillars => ":pillars",
        Key::Actors => ":actors",
        Key::Threats => ":threats",
        Key::Milestones => ":milestones",
        Key::After => ":after",
        Key::Sources => ":sources",
        Key::Entry(id) => return format!("={}", strategy.entry(id).id),
    };
    word.to_owned()
}
