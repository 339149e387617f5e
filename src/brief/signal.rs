//! What a running briefing tells the speaker's second screen: everything it shows, so that it need
//! not open the model itself.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::pace;

/// The state of a briefing as it is written to the state folder.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Signal {
    /// Whose strategy it is, and whether it is in force.
    pub strategy: String,
    /// The number of the step, from 1.
    pub step: usize,
    /// How many steps there are.
    pub steps: usize,
    /// Where the step stands: `pillar 3 of 8`.
    pub place: String,
    /// What stands over its title.
    pub kicker: String,
    /// Its title.
    pub title: String,
    /// The titles of what comes next; empty at the end.
    pub next: String,
    /// What the speaker says; empty for none.
    pub note: String,
    /// `point 2 of 8`, `screen 1 of 2`; empty when all is in sight.
    pub part: String,
    /// What is looked up in a detour; empty when there is none.
    pub detour: String,
    /// Whether the screen is blank.
    pub blank: bool,
    /// Milliseconds on the clock when this was written.
    pub elapsed: u64,
    /// Whether the clock runs.
    pub runs: bool,
    /// Whether the clock was ever started.
    pub started: bool,
    /// Seconds planned for the whole.
    pub target: Option<u64>,
    /// When the step is to begin and end, in seconds on the clock.
    pub window: Option<(u64, u64)>,
}

impl Signal {
    /// What is on the clock, `later` after this was written.
    pub fn elapsed(&self, later: Duration) -> Duration {
        let then = Duration::from_millis(self.elapsed);
        if self.runs { then + later } else { then }
    }

    /// The pace in words, `later` after this was written.
    pub fn pace(&self, later: Duration) -> String {
        pace::sentence(
            self.elapsed(later),
            self.target.map(Duration::from_secs),
            self.window
                .map(|(begin, end)| (Duration::from_secs(begin), Duration::from_secs(end))),
            &self.place,
        )
    }
}

/// What a second screen hears of a briefing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Heard {
    /// Nobody has said anything.
    #[default]
    Nothing,
    /// It runs; and how long ago it said so.
    Running(Signal, Duration),
    /// It was left.
    Ended(Signal),
    /// Its program is gone without having said that it ended.
    Died(Signal),
}

impl Signal {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_goes_on_between_two_signals_only_while_it_runs() {
        let mut signal = Signal {
            elapsed: 70_500,
            runs: true,
            target: Some(600),
            window: Some((0, 60)),
            place: "step 1 of 3".into(),
            ..Signal::default()
        };
        let later = Duration::from_secs(10);
        assert_eq!(
            signal.pace(later),
            "1:20 of 10:00, step 1 of 3, 0:20 over plan"
        );
        signal.runs = false;
        assert_eq!(signal.elapsed(later), Duration::from_millis(70_500));
    }
}
