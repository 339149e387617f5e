//! The briefing: one step at a time, large and calm, with the clock at the foot.

mod areas;
mod draw;
mod foot;
mod keep;
mod names;
mod notes;
mod numeral;
mod style;
mod told;
mod update;
mod words;

pub use areas::room_on;
pub use keep::Talk;

use std::time::Duration;

use self::areas::Areas;
use crate::brief::{Clock, Deck, Flow, Plan, Room, Step, Walk, show_duration};
use crate::env::Env;
use crate::model::EntryId;

/// The state of the briefing.
#[derive(Debug)]
pub struct Brief {
    deck: Deck,
    plan: Plan,
    /// What was asked for; the plan may make its own.
    target: Option<Duration>,
    walk: Walk,
    clock: Clock,
    blank: bool,
    notes: bool,
    /// The first line of the note in sight.
    note_scroll: usize,
    /// The number being typed.
    digits: String,
    /// The entry chosen among those named in sight.
    chosen: Option<EntryId>,
    /// The step as it is set for the size.
    flow: Flow,
}

impl Brief {
    /// Opens on an entry, or at the beginning.
    pub fn new(env: &Env, at: Option<EntryId>, talk: &Talk) -> Self {
        let mut brief = Self::opened(Deck::new(&env.strategy), talk);
        let start = at.map(|id| brief.deck.start_at(&env.strategy, id));
        brief.plan = Plan::new(&brief.deck, brief.target);
        let room = brief.room(env);
        match start {
            Some((step, 0)) => drop(brief.walk.go(step, &brief.deck, room)),
            Some((step, block)) => brief.walk.go_to_block(step, block, &brief.deck, room),
            None => drop(brief.walk.go(0, &brief.deck, room)),
        }
        brief.settle(env);
        brief
    }

    fn opened(deck: Deck, talk: &Talk) -> Self {
        Self {
            deck,
            plan: Plan::default(),
            target: talk.target,
            walk: Walk {
                by_points: talk.by_points,
                ..Walk::default()
            },
            clock: talk.clock,
            blank: false,
            notes: talk.notes,
            note_scroll: 0,
            digits: String::new(),
            chosen: None,
            flow: Flow::default(),
        }
    }

    /// Sets the step anew for the size.
    fn settle(&mut self, env: &Env) {
        self.flow = self.walk.flow(&self.deck, self.room(env));
        if !self
            .chosen
            .is_some_and(|chosen| self.in_sight().contains(&chosen))
        {
            self.chosen = None;
        }
    }

    /// The entry that the step is about.
    pub fn entry(&self) -> Option<EntryId> {
        self.step()?.entry()
    }

    /// Whether the screen is blank.
    pub const fn is_blank(&self) -> bool {
        self.blank
    }

    /// Shows the screen again.
    pub const fn unblank(&mut self) {
        self.blank = false;
    }

    /// The titles of the steps with what stands over them, and the number of the one in view.
    pub fn contents(&self) -> (Vec<(String, String, Vec<EntryId>)>, usize) {
        let row = |step: &Step| {
            let mut entries: Vec<EntryId> = step.entry().into_iter().collect();
            entries.extend(step.entries());
            (step.kicker.clone(), step.title.clone(), entries)
        };
        let rows = self.deck.steps.iter().map(row).collect();
        (rows, self.walk.place.step)
    }

    /// How long until the clock shows another second; `None` while nothing moves.
    pub fn wake(&self, env: &Env) -> Option<Duration> {
        if self.blank {
            return None;
        }
        self.clock.next_second(env.now)
    }

    /// `step 4 of 15`, for the line that says where a detour leads back to.
    pub fn return_words(&self) -> String {
        format!("step {}", self.walk.place.step + 1)
    }

    /// The clock as it stands: `12:40 of 20:00`, or nothing when it was never started.
    pub fn clock_words(&self, env: &Env) -> String {
        if !self.clock.was_started() {
            return String::new();
        }
        let elapsed = show_duration(self.clock.elapsed(env.now));
        match self.plan.target() {
            Some(target) => format!("{elapsed} of {}", show_duration(target)),
            None => elapsed,
        }
    }

    fn step(&self) -> Option<&Step> {
        self.deck.steps.get(self.walk.place.step)
    }

    /// The screen of the step that is in view, from 0.
    fn screen(&self) -> usize {
        self.flow.screen_of(self.walk.place.anchor)
    }

    fn room(&self, env: &Env) -> Room {
        self.areas(env).room
    }

    fn areas(&self, env: &Env) -> Areas {
        Areas::of(env.size, self.note_rows(env))
    }
}
