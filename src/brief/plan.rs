//! Which steps a briefing has, in which order, for how long.

use std::time::Duration;

use crate::model::{Kind, MadeStep, StepKind, Strategy};
use crate::text::Clean;

/// What a step shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// What is made from the whole model.
    Made(MadeStep),
    /// An entry, by its id.
    Entry(Clean),
}

/// A step of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlannedStep {
    /// What it shows.
    pub what: What,
    /// The time planned for it; otherwise that of its entry.
    pub time: Option<Duration>,
    /// What the speaker says there; otherwise the note of its entry.
    pub note: Option<Clean>,
    /// Whether it keeps its place and is not shown.
    pub is_hidden: bool,
    /// How many of its points are shown, the weightiest first; all where it is not said.
    pub points: Option<usize>,
}

impl PlannedStep {
    /// A step that is shown, with the time and the note of its entry.
    pub const fn new(what: What) -> Self {
        Self {
            what,
            time: None,
            note: None,
            is_hidden: false,
            points: None,
        }
    }
}

/// The steps of a briefing, by name, so that a plan outlives a reload of the model.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TalkPlan {
    /// In order.
    pub steps: Vec<PlannedStep>,
}

impl TalkPlan {
    /// The author's own briefing; without one, title, overview, every pillar and the made steps.
    pub fn of(strategy: &Strategy) -> Self {
        if strategy.briefing.is_empty() {
            return Self::made(strategy);
        }
        let steps = strategy.briefing.iter().map(|step| PlannedStep {
            what: match step.what {
                StepKind::Made(made) => What::Made(made),
                StepKind::Entry(id) => What::Entry(strategy.entry(id).id.clone()),
            },
            time: step.time,
            note: step.note.clone(),
            is_hidden: step.is_hidden,
            points: None,
        });
        Self {
            steps: steps.collect(),
        }
        .whole()
    }

    /// Without anybody's plan.
    fn made(strategy: &Strategy) -> Self {
        let pillars = strategy.of_kind(Kind::Pillar).iter();
        let pillars = pillars.map(|id| What::Entry(strategy.entry(*id).id.clone()));
        let before = [MadeStep::Title, MadeStep::Overview];
        let after = [
            MadeStep::Threats,
            MadeStep::Actors,
            MadeStep::Milestones,
            MadeStep::Changes,
            MadeStep::After,
            MadeStep::Sources,
        ];
        let steps = before.map(What::Made).into_iter();
        let steps = steps.chain(pillars).chain(after.map(What::Made));
        Self {
            steps: steps.map(PlannedStep::new).collect(),
        }
    }

    /// With the status at the beginning and the sources at the end: these are always shown.
    pub(super) fn whole(mut self) -> Self {
        let has = |plan: &Self, what: &What| plan.steps.iter().any(|step| step.what == *what);
        if !has(&self, &What::Made(MadeStep::Title)) {
            self.steps
                .insert(0, PlannedStep::new(What::Made(MadeStep::Title)));
        }
        if !has(&self, &What::Made(MadeStep::Sources)) {
            self.steps
                .push(PlannedStep::new(What::Made(MadeStep::Sources)));
        }
        self
    }
}
