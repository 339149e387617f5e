//! How long each step of a talk took when it was rehearsed.

use std::time::Duration;

use super::plan::{TalkPlan, What};
use crate::model::MadeStep;

/// The measured times.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rehearsal {
    /// By the name of the step, as [`super::Deck::name_of`] gives it.
    spent: Vec<(String, Duration)>,
}

impl Rehearsal {
    /// Adds time to a step.
    pub fn spend(&mut self, step: &str, time: Duration) {
        match self.spent.iter_mut().find(|(known, _)| known == step) {
            Some((_, spent)) => *spent += time,
            None => self.spent.push((step.to_owned(), time)),
        }
    }

    /// What was spent on a step.
    pub fn on(&self, step: &str) -> Duration {
        let found = self.spent.iter().find(|(known, _)| known == step);
        found.map(|(_, spent)| *spent).unwrap_or_default()
    }

    /// A plan with the measured times, to whole seconds; steps that were not shown keep theirs.
    #[must_use]
    pub fn timed(&self, mut plan: TalkPlan) -> TalkPlan {
        for step in &mut plan.steps {
            let spent = self.on(&name(&step.what)).as_secs();
            if spent > 0 {
                step.time = Some(Duration::from_secs(spent));
            }
        }
        plan
    }

    /// Whether nothing was measured.
    pub fn is_empty(&self) -> bool {
        self.spent.iter().all(|(_, spent)| spent.as_secs() == 0)
    }
}

/// The name that a step of a plan has in a deck.
fn name(what: &What) -> String {
    match what {
        What::Entry(id) => format!("={id}"),
        What::Made(made) => format!(":{}", word(*made)),
    }
}

const fn word(made: MadeStep) -> &'static str {
    match made {
        MadeStep::Title => "title",
        MadeStep::Overview => "overview",
        MadeStep::Goals => "goals",
        MadeStep::Pillars => "pillars",
        MadeStep::Actors => "actors",
        MadeStep::Threats => "threats",
        MadeStep::Milestones => "milestones",
        MadeStep::Changes => "changes",
        MadeStep::After => "after",
        MadeStep::Sources => "sources",
    }
}

#[cfg(test)]
mod tests {
    use super::super::plan::PlannedStep;
    use super::*;

    #[test]
    fn what_was_measured_is_planned_and_the_rest_stays() {
        let second = Duration::from_secs(1);
        let mut rehearsal = Rehearsal::default();
        assert!(rehearsal.is_empty());
        rehearsal.spend("=dx", 40 * second);
        rehearsal.spend(":after", second / 2);
        rehearsal.spend("=dx", 50 * second);
        let step = |what| PlannedStep {
            time: Some(60 * second),
            ..PlannedStep::new(what)
        };
        let plan = TalkPlan {
            steps: vec![
                step(What::Entry("dx".into())),
                step(What::Made(MadeStep::After)),
            ],
        };
        let measured = rehearsal.timed(plan);
        let times: Vec<_> = measured.steps.iter().map(|step| step.time).collect();
        assert_eq!(times, [Some(90 * second), Some(60 * second)]);
    }
}
