//! What a briefing tells the speaker's side: where it is, what comes, how the time goes.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::pace;

/// A line of a screen as the speaker's side lists it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SpeakerLine {
    /// A number or a date; empty for none.
    pub label: String,
    /// What stands there.
    pub text: String,
}

/// The state of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PresenterState {
    /// Whose strategy it is.
    pub strategy: String,
    /// As of which day it is shown, and whether it is in force.
    pub status: String,
    /// The number of the step, from 1.
    pub step: usize,
    /// How many steps there are.
    pub steps: usize,
    /// The number in the margin of its title; empty for none.
    pub number: String,
    /// Its title.
    pub title: String,
    /// Its points.
    pub points: Vec<SpeakerLine>,
    /// The next press reveals this point, from 0.
    pub next_point: Option<usize>,
    /// The title of what comes next; empty at the end.
    pub next: String,
    /// The number in the margin of that title.
    pub next_number: String,
    /// Its words.
    pub next_text: String,
    /// How many points it has.
    pub next_points: usize,
    /// What the speaker says; empty for none.
    pub note: String,
    /// What the slide leaves out, in counts: `1 goal, 4 threats, 1 caveat`.
    pub left_out: String,
    /// `point 2 of 8`, `screen 1 of 2`; empty when all is in sight.
    pub part: String,
    /// What is looked up in a detour; empty when there is none.
    pub detour: String,
    /// What became of the last question that was parked; empty when there was none.
    pub parked: String,
    /// Whether the screen is blank.
    pub blank: bool,
    /// Milliseconds on the clock when this was written.
    pub elapsed: u64,
    /// Milliseconds on the clock when this step began.
    pub step_began: u64,
    /// Whether the clock runs.
    pub runs: bool,
    /// Whether the clock was ever started.
    pub started: bool,
    /// Seconds planned for the whole.
    pub target: Option<u64>,
    /// When the step is to begin and end, in seconds on the clock.
    pub window: Option<(u64, u64)>,
}

impl PresenterState {
    /// What is on the clock, `later` after this was written.
    pub fn elapsed(&self, later: Duration) -> Duration {
        let then = Duration::from_millis(self.elapsed);
        if self.runs { then + later } else { then }
    }

    /// What has passed on this step, `later` after this was written.
    pub fn on_step(&self, later: Duration) -> Duration {
        let began = Duration::from_millis(self.step_began);
        self.elapsed(later).saturating_sub(began)
    }

    /// The pace in words, `later` after this was written: `7:10 of 20:00, on plan`.
    pub fn sentence(&self, later: Duration) -> String {
        pace::sentence(self.elapsed(later), self.target(), self.window())
    }

    /// `on plan`, `1:40 behind`, `OVER by 1:40`; `None` without a plan.
    pub fn pace(&self, later: Duration) -> Option<String> {
        pace::pace(self.elapsed(later), self.target(), self.window())
    }

    /// Whether more time has passed than was planned for the whole.
    pub fn is_over(&self, later: Duration) -> bool {
        pace::is_over(self.elapsed(later), self.target())
    }

    fn target(&self) -> Option<Duration> {
        self.target.map(Duration::from_secs)
    }

    fn window(&self) -> Option<(Duration, Duration)> {
        self.window
            .map(|(begin, end)| (Duration::from_secs(begin), Duration::from_secs(end)))
    }

    /// Whether another one, `later` after this, says nothing that a second screen does not know:
    /// the same step, and a clock that went on as it was going.
    pub fn foretells(&self, other: &Self, later: Duration) -> bool {
        let expected = self.elapsed(later);
        let told = Duration::from_millis(other.elapsed);
        let same_time = expected.abs_diff(told) < Duration::from_millis(400);
        let elapsed = self.elapsed;
        same_time
            && *self
                == Self {
                    elapsed,
                    ..other.clone()
                }
    }
}

/// What a second screen hears of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum FollowState {
    /// Nobody has said anything.
    #[default]
    Nothing,
    /// It runs; and how long ago it said so.
    Running(Box<PresenterState>, Duration),
    /// It was left.
    Ended(Box<PresenterState>),
    /// Its program is gone without having said that it ended.
    Died(Box<PresenterState>),
}

impl FollowState {
    /// What was heard last.
    pub fn state(&self) -> Option<&PresenterState> {
        match self {
            Self::Nothing => None,
            Self::Running(state, _) | Self::Ended(state) | Self::Died(state) => Some(state),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_goes_on_between_two_signals_only_while_it_runs() {
        let mut state = PresenterState {
            elapsed: 70_500,
            runs: true,
            target: Some(600),
            window: Some((0, 60)),
            ..PresenterState::default()
        };
        let later = Duration::from_secs(10);
        assert_eq!(state.sentence(later), "1:20 of 10:00, 0:20 behind");
        state.runs = false;
        assert_eq!(state.elapsed(later), Duration::from_millis(70_500));
    }
}
