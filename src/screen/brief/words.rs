//! What the foot of a briefing says: where one is, what comes next, how the time goes.

use std::fmt::Write as _;

use super::Brief;
use crate::brief::show_duration;
use crate::env::Env;
use crate::text::wrap;

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

    /// How the time goes, as much of it as fits: `12:40 of 20:00, pillar 3 of 8, 1:10 over plan`,
    /// without the place, the clock alone.
    pub(super) fn pace_words(&self, env: &Env, cells: usize) -> String {
        let elapsed = self.clock.elapsed(env.now);
        let tries = match (self.clock.was_started(), self.plan.target()) {
            (false, None) => Vec::new(),
            (false, Some(target)) => {
                let target = show_duration(target);
                vec![
                    format!("0:00 of {target}, starts when you go on"),
                    format!("0:00 of {target}"),
                ]
            }
            (true, _) => {
                let step = self.walk.place.step;
                let place = self.deck.place_words(step);
                let paused = if self.clock.runs() { "" } else { ", paused" };
                let say = |place: &str| self.plan.sentence(elapsed, step, place) + paused;
                vec![say(&place), say(""), self.clock_words(env)]
            }
        };
        let has_clock = !tries.is_empty();
        let last = has_clock.then(|| show_duration(elapsed));
        let mut all = tries.into_iter().chain(last);
        all.find(|text| wrap::width(text) <= cells)
            .unwrap_or_default()
    }

    /// What Enter does now, when it is not to go on.
    pub(super) fn prompt(&self, env: &Env) -> Option<String> {
        if let Some(id) = self.chosen {
            return Some(format!("Enter looks up {}", env.strategy.entry(id).name));
        }
        (!self.digits.is_empty()).then(|| format!("Enter goes to step {}", self.digits))
    }
}
