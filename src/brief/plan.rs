//! Which steps a briefing has, in which order, for how long.

use std::time::Duration;

use crate::model::{Kind, Strategy};
use crate::text::Clean;

/// What a step shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Whose strategy it is, and its status.
    Title,
    /// Which pillar serves which goal.
    Overview,
    /// The goals.
    Goals,
    /// The pillars.
    Pillars,
    /// Who answers to whom.
    Actors,
    /// What answers the threats.
    Threats,
    /// The turning points.
    Milestones,
    /// What changed since the edition before.
    Changes,
    /// What came after.
    After,
    /// Where it is all from.
    Sources,
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
}

impl PlannedStep {
    /// A step that is shown, with the time and the note of its entry.
    pub const fn new(what: What) -> Self {
        Self {
            what,
            time: None,
            note: None,
            is_hidden: false,
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
            what: What::Entry(strategy.entry(step.entry).id.clone()),
            time: step
                .minutes
                .map(|minutes| Duration::from_secs(u64::from(minutes) * 60)),
            note: step.note.clone(),
            is_hidden: false,
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
        let steps = [What::Title, What::Overview]
            .into_iter()
            .chain(pillars)
            .chain([
                What::Threats,
                What::Actors,
                What::Milestones,
                What::Changes,
                What::After,
                What::Sources,
            ]);
        Self {
            steps: steps.map(PlannedStep::new).collect(),
        }
    }

    /// With the status at the beginning and the sources at the end: these are always shown.
    fn whole(mut self) -> Self {
        let has = |plan: &Self, what: &What| plan.steps.iter().any(|step| step.what == *what);
        if !has(&self, &What::Title) {
            self.steps.insert(0, PlannedStep::new(What::Title));
        }
        if !has(&self, &What::Sources) {
            self.steps.push(PlannedStep::new(What::Sources));
        }
        self
    }
}
