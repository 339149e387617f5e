//! The clock of a briefing: starts, pauses and starts again; what time it is, others say.

use std::time::Duration;

/// A stopwatch. Moments are counted from the start of the program, and never go back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Clock {
    /// What had passed when it was last paused.
    before: Duration,
    /// When it was last started, unless it is paused.
    since: Option<Duration>,
}

impl Clock {
    /// A paused clock on which some time has passed.
    pub const fn paused_at(before: Duration) -> Self {
        Self {
            before,
            since: None,
        }
    }

    /// Whether it runs.
    pub const fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Whether it was ever started.
    pub fn was_started(&self) -> bool {
        self.runs() || !self.before.is_zero()
    }

    /// What has passed.
    pub fn elapsed(&self, now: Duration) -> Duration {
        let running = self.since.map(|since| now.saturating_sub(since));
        self.before + running.unwrap_or_default()
    }

    /// Counts time that passed while it stood.
    pub fn add(&mut self, time: Duration) {
        self.before += time;
    }

    /// Starts it, unless it runs.
    pub fn start(&mut self, now: Duration) {
        self.since.get_or_insert(now);
    }

    /// Starts it, or pauses it when it runs.
    pub fn toggle(&mut self, now: Duration) {
        if self.runs() {
            *self = Self::paused_at(self.elapsed(now));
        } else {
            self.start(now);
        }
    }

    /// Back to nothing; it goes on if it ran.
    pub fn reset(&mut self, now: Duration) {
        self.before = Duration::ZERO;
        self.since = self.since.map(|_| now);
    }

    /// How long until it shows another second; `None` while it stands.
    pub fn next_second(&self, now: Duration) -> Option<Duration> {
        let part = self.elapsed(now).subsec_nanos();
        self.since
            .map(|_| Duration::from_nanos(u64::from(1_000_000_000 - part)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn at(seconds: u64) -> Duration {
        Duration::from_secs(seconds)
    }

    #[test]
    fn pauses_do_not_count() {
        let mut clock = Clock::default();
        assert_eq!(clock.elapsed(at(50)), at(0));
        clock.toggle(at(10));
        assert_eq!(clock.elapsed(at(25)), at(15));
        clock.toggle(at(30));
        assert_eq!(clock.elapsed(at(99)), at(20));
        clock.toggle(at(100));
        assert_eq!(clock.elapsed(at(101)), at(21));
        clock.reset(at(110));
        assert_eq!(clock.elapsed(at(115)), at(5));
    }

    #[test]
    fn it_asks_to_be_woken_on_the_second_and_only_while_it_runs() {
        let mut clock = Clock::default();
        assert_eq!(clock.next_second(at(3)), None);
        clock.start(Duration::from_millis(250));
        let wait = clock.next_second(Duration::from_millis(600));
        assert_eq!(wait, Some(Duration::from_millis(650)));
    }
}
