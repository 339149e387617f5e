//! What the speaker's second screen is told.

use super::Brief;
use crate::brief::Signal;
use crate::env::Env;
use crate::wording;

impl Brief {
    /// What the speaker's second screen is told.
    pub fn signal(&self, env: &Env) -> Signal {
        let step = self.step();
        let number = self.walk.place.step;
        let seconds = |time: std::time::Duration| time.as_secs();
        Signal {
            strategy: format!(
                "{}, {}",
                wording::title(&env.strategy.meta),
                wording::short_status(&env.strategy.meta.status)
            ),
            step: number + 1,
            steps: self.deck.steps.len(),
            place: self.deck.place_words(number),
            kicker: step.map(|step| step.kicker.clone()).unwrap_or_default(),
            title: step.map(|step| step.title.clone()).unwrap_or_default(),
            next: self
                .deck
                .steps
                .get(number + 1)
                .map(|step| step.title.clone())
                .unwrap_or_default(),
            note: step
                .and_then(|step| step.note.as_ref())
                .map(ToString::to_string)
                .unwrap_or_default(),
            part: self.part_words(),
            detour: String::new(),
            blank: self.blank,
            elapsed: u64::try_from(self.clock.elapsed(env.now).as_millis()).unwrap_or(u64::MAX),
            runs: self.clock.runs(),
            started: self.clock.was_started(),
            target: self.plan.target().map(seconds),
            window: self
                .plan
                .window(number)
                .map(|(begin, end)| (seconds(begin), seconds(end))),
        }
    }
}
