//! What outlives the screen of a briefing: within one run of the program, and from day to day.

use std::time::Duration;

use super::Brief;
use crate::brief::{Anchor, Clock, Deck, Kept, Place, Plan};
use crate::env::Env;

/// How a briefing goes, whether its screen is open or not.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Talk {
    /// How long the whole is to take.
    pub target: Option<Duration>,
    /// Whether points are revealed one by one.
    pub by_points: bool,
    /// Whether the speaker's notes are in sight.
    pub notes: bool,
    /// The clock.
    pub clock: Clock,
}

impl Brief {
    /// How it goes.
    pub const fn talk(&self) -> Talk {
        Talk {
            target: self.target,
            by_points: self.walk.by_points,
            notes: self.notes,
            clock: self.clock,
        }
    }

    /// Where it is, for the next day.
    pub fn kept(&self, env: &Env) -> Kept {
        let place = self.walk.place;
        Kept {
            step: self
                .deck
                .name_of(&env.strategy, place.step)
                .unwrap_or_default(),
            block: place.anchor.block,
            byte: place.anchor.byte,
            shown: place.shown,
            by_points: self.walk.by_points,
            notes: self.notes,
            elapsed: self.clock.elapsed(env.now).as_secs(),
            target: self.target.map(|target| target.as_secs()),
            day: env.today.iso(),
        }
    }

    /// Opens where it was left; `None` when that step is no longer in the model.
    pub fn again(env: &Env, kept: &Kept, talk: &Talk) -> Option<Self> {
        let mut deck = Deck::new(&env.strategy);
        let mut step = deck.named(&env.strategy, &kept.step);
        if step.is_none() {
            let entry = kept.step.strip_prefix('=')?;
            let id = env.strategy.find(entry)?;
            step = Some(deck.start_at(&env.strategy, id).0);
        }
        let step = step?;
        let found = deck.steps.get(step)?;
        let place = Place {
            step,
            anchor: Anchor {
                block: kept.block.min(found.blocks.len().saturating_sub(1)),
                byte: kept.byte,
                label: 0,
            },
            shown: if talk.by_points {
                kept.shown.min(found.points)
            } else {
                found.points
            },
        };
        let mut brief = Self::opened(deck, talk);
        brief.plan = Plan::new(&brief.deck, brief.target);
        brief.walk.place = place;
        brief.settle(env);
        Some(brief)
    }
}
