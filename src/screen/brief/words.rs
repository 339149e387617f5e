//! What the foot of a briefing says: where one is, what comes next, how the time goes.

use std::fmt::Write as _;

use super::Brief;
use crate::brief::show_duration;
use crate::env::Env;

impl Brief {
    /// `Step 4 of 15, pillar 3 of 8, point 2 of 8`.
    pub(super) fn step_words(&self) -> String {
        let mut text = format!(
            "Step {} of {}",
            self.walk.place.step + 1,
            self.deck.steps.len()
        );
        // The sentence of the clock below says it too.
        let is_pillar = self.step().is_some_and(|step| step.pillar.is_some());
        if is_pillar && !self.clock.was_started() {
            text.push_str(", ");
            text.push_str(&self.deck.place_words(self.walk.place.step));
        }
        let part = self.part_words();
        if !part.is_empty() {
            text.push_str(", ");
            text.push_str(&part);
        }
        text
    }

    /// `4/15`, and on further screens `4/15 2/3`.
    pub(super) fn numbers(&self) -> String {
        let mut text = format!("{}/{}", self.walk.place.step + 1, self.deck.steps.len());
        if self.flow.screens.len() > 1 {
            let screens = self.flow.screens.len();
            let _ = write!(text, " {}/{screens}", self.screen() + 1);
        }
        text
    }

    /// Which screen of the step, and which point.
    pub(super) fn part_words(&self) -> String {
        let mut parts = Vec::new();
        let screens = self.flow.screens.len();
        if screens > 1 {
            parts.push(format!("screen {} of {screens}", self.screen() + 1));
        }
        if let Some(step) = self.step()
            && self.walk.by_points
            && step.points > 0
        {
            let shown = self.walk.place.shown.min(step.points);
            parts.push(format!("point {shown} of {}", step.points));
        }
        parts.join(", ")
    }

    pub(super) fn next_words(&self) -> String {
        match self.deck.steps.get(self.walk.place.step + 1) {
            Some(next) => format!("Next: {}", next.title),
            None => "Last step".to_owned(),
        }
    }

    /// `12:40 of 20:00, pillar 3 of 8, 1:10 over plan`; paused, it says so.
    pub(super) fn pace_words(&self, env: &Env) -> String {
        let step = self.walk.place.step;
        if !self.clock.was_started() {
            return match self.plan.target() {
                Some(target) => {
                    format!("0:00 of {}, starts when you go on", show_duration(target))
                }
                None => String::new(),
            };
        }
        let place = self.deck.place_words(step);
        let mut text = self
            .plan
            .sentence(self.clock.elapsed(env.now), step, &place);
        if !self.clock.runs() {
            text.push_str(", paused");
        }
        text
    }
}
