//! What outlives the screen of a briefing: within one run of the program, and from day to day.

use std::time::Duration;

use super::Brief;
use crate::brief::{Anchor, Clock, Place, Rehearsal, SavedBriefing, TalkPlan, write_plan};
use crate::env::Env;
use crate::model::AsOf;

/// How a briefing goes, whether its screen is open or not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub struct BriefOptions {
    /// Which steps, where it is not the plan of the model.
    pub plan: Option<TalkPlan>,
    /// The time for which it is true, where it is not the usual one.
    pub as_of: Option<AsOf>,
    /// How long the whole is to take.
    pub target: Option<Duration>,
    /// Whether points are revealed one by one.
    pub by_points: bool,
    /// Whether the speaker's side is in view.
    pub notes: bool,
    /// Whether the markers of sources stand on the slides.
    pub cites: bool,
    /// Whether the audience's screen is without clock and keys.
    pub clean: bool,
    /// Whether a speaker's side is attached, which has clock and keys of its own.
    pub has_speaker: bool,
    /// The clock.
    pub clock: Clock,
    /// The speaker stopped the clock.
    pub is_paused: bool,
    /// What was measured, where the talk is rehearsed.
    pub rehearsal: Option<Rehearsal>,
    /// What passed since it was left with the clock running, until it is counted.
    pub away: Option<Duration>,
}

impl BriefOptions {
    /// The plan with the times of the rehearsal, as a file; none where nothing was measured.
    pub fn rehearsed(&self, env: &Env) -> Option<String> {
        let rehearsal = self.rehearsal.as_ref()?;
        let plan = self.plan.clone();
        let plan = plan.unwrap_or_else(|| TalkPlan::of(&env.strategy));
        (!rehearsal.is_empty()).then(|| write_plan(&rehearsal.timed(plan), &env.strategy))
    }
}

impl Brief {
    /// How it goes.
    pub fn options(&self) -> BriefOptions {
        BriefOptions {
            by_points: self.walk.by_points,
            ..self.options.clone()
        }
    }

    /// Counts time that passed with the step in sight.
    pub fn spend(&mut self, time: Duration, env: &Env) {
        if self.blank || !self.clock().runs() {
            return;
        }
        let name = self.deck.name_of(&env.strategy, self.walk.place.step);
        if let (Some(rehearsal), Some(name)) = (&mut self.options.rehearsal, name) {
            rehearsal.spend(&name, time);
        }
    }

    /// What was measured on this step.
    pub(super) fn rehearsed(&self, env: &Env) -> Option<Duration> {
        let rehearsal = self.options.rehearsal.as_ref()?;
        let name = self.deck.name_of(&env.strategy, self.walk.place.step)?;
        Some(rehearsal.on(&name))
    }

    /// Where it is, for the next day.
    pub fn saved(&self, env: &Env) -> SavedBriefing {
        let place = self.walk.place;
        let name = |step| self.deck.name_of(&env.strategy, step).unwrap_or_default();
        SavedBriefing {
            step: name(place.step),
            block: place.anchor.block,
            byte: place.anchor.byte,
            shown: place.shown,
            by_points: self.walk.by_points,
            notes: self.options.notes,
            elapsed: self.clock().elapsed(env.now).as_secs(),
            target: self.options.target.map(|target| target.as_secs()),
            left: self.clock().runs().then(|| env.time_of_day().as_secs()),
            began: name(self.began),
            day: env.today.iso(),
        }
    }

    /// Opens where it was left; `None` when that step is no longer in the model.
    pub fn again(env: &Env, saved: &SavedBriefing, options: &BriefOptions) -> Option<Self> {
        let mut brief = Self::opened(env, options);
        let named = brief.deck.named(&env.strategy, &saved.step);
        let step = if let Some(step) = named {
            step
        } else {
            let entry = saved.step.strip_prefix('=')?;
            let id = env.strategy.find(entry)?;
            brief.deck.start_at(&env.strategy, id).0
        };
        let found = brief.deck.steps.get(step)?;
        brief.walk.place = Place {
            step,
            anchor: Anchor {
                block: saved.block.min(found.blocks.len().saturating_sub(1)),
                byte: saved.byte,
            },
            shown: if options.by_points {
                saved.shown.min(found.points)
            } else {
                found.points
            },
        };
        let began = brief.deck.named(&env.strategy, &saved.began);
        // A clock at nothing begins here, whatever it began at the other day.
        brief.began = match began {
            Some(began) if brief.clock().was_started() => began,
            _ => step,
        };
        brief.step_began = brief.clock().elapsed(env.now);
        brief.settle(env);
        Some(brief)
    }
}
