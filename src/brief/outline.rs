//! A plan step by step, each with what it shows: for whoever weighs up or arranges steps.

use super::deck::{Deck, DeckOptions};
use super::plan::{PlannedStep, TalkPlan, What};
use super::step::{Key, Step};
use crate::model::{MadeStep, Strategy};

/// A step of a plan with what it shows.
#[derive(Clone, Debug)]
pub struct OutlinedStep {
    /// As planned.
    pub planned: PlannedStep,
    /// What it shows.
    pub step: Step,
    /// How long it takes, in seconds: as planned, or by its words.
    pub seconds: u64,
}

/// Words that a speaker says in a minute about what is read on a slide.
const WORDS: u64 = 60;
/// The least that a step takes, in seconds.
const LEAST: u64 = 20;

/// Every step of a plan for which the model has something, hidden ones too.
pub fn outline(plan: &TalkPlan, strategy: &Strategy, options: DeckOptions) -> Vec<OutlinedStep> {
    let steps = plan.steps.iter().filter_map(|planned| {
        let alone = TalkPlan {
            steps: vec![PlannedStep {
                is_hidden: false,
                ..planned.clone()
            }],
        };
        let deck = Deck::new(strategy, &alone, options);
        let step = deck.steps.into_iter().next()?;
        // A deck without a step begins with a title all the same.
        let is_it = match &planned.what {
            What::Entry(_) => step.entry().is_some(),
            What::Made(MadeStep::Title) => true,
            What::Made(_) => step.entry().is_none() && step.key != Key::Title,
        };
        let words: usize = step
            .blocks
            .iter()
            .map(|block| block.text.split_whitespace().count())
            .sum();
        let spoken = u64::try_from(words).unwrap_or(0) * 60 / WORDS;
        let seconds = step.time.map_or(spoken.max(LEAST), |time| time.as_secs());
        is_it.then(|| OutlinedStep {
            planned: planned.clone(),
            step,
            seconds,
        })
    });
    steps.collect()
}
