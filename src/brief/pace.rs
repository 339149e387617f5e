//! How the time goes against the plan, in words.

use std::time::Duration;

use super::Deck;
use crate::duration::show;

/// Planned for a step without a time when nobody says how long the whole is to take.
const PASSING: u64 = 30;

/// Nobody speaks to the second: this much is still on plan.
const LEEWAY: Duration = Duration::from_secs(15);

/// When each step is to begin and end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    target: Option<Duration>,
    /// The end of each step; the next begins there.
    ends: Vec<Duration>,
}

impl Schedule {
    /// Plans a deck from a step on; those before take no time. With a target, steps with a time of
    /// their own take it and the others share what is left evenly; when the times alone come to
    /// more than the target, all are cut in proportion. Without a target it is the sum of the
    /// times; without any there is no schedule.
    pub fn new(deck: &Deck, target: Option<Duration>, first: usize) -> Self {
        let given: Vec<Option<u64>> = deck
            .steps
            .iter()
            .skip(first)
            .map(|step| step.time.map(|time| time.as_secs()))
            .collect();
        let sum: u64 = given.iter().flatten().sum();
        let open = given.iter().filter(|each| each.is_none()).count() as u64;
        let target = match target {
            Some(target) => target,
            None if sum > 0 => Duration::from_secs(sum + open * PASSING),
            None => return Self::default(),
        };
        let rest = target.as_secs().saturating_sub(sum);
        // A step without a time in a plan that is too full still takes a moment.
        let share = rest.checked_div(open).unwrap_or(0).max(PASSING / 2);
        let before = std::iter::repeat_n(0, first);
        let wanted = given.iter().map(|each| each.unwrap_or(share));
        let wanted: Vec<u64> = before.chain(wanted).collect();
        let whole = wanted.iter().sum::<u64>().max(1);
        let mut before: u64 = 0;
        let ends = wanted
            .iter()
            .map(|each| {
                before += each;
                // A day in seconds, twice multiplied, is far from the end of the numbers.
                Duration::from_secs(target.as_secs().saturating_mul(before) / whole)
            })
            .collect();
        Self {
            target: Some(target),
            ends,
        }
    }

    /// How long the whole is to take.
    pub const fn target(&self) -> Option<Duration> {
        self.target
    }

    /// When a step is to begin and end.
    pub fn window(&self, step: usize) -> Option<(Duration, Duration)> {
        let end = *self.ends.get(step)?;
        let begin = step
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .copied();
        Some((begin.unwrap_or_default(), end))
    }

    /// `7:10 of 20:00, on plan`.
    pub fn sentence(&self, elapsed: Duration, step: usize) -> String {
        sentence(elapsed, self.target, self.window(step))
    }

    /// Whether more time has passed than was planned for the whole.
    pub fn is_over(&self, elapsed: Duration) -> bool {
        is_over(elapsed, self.target)
    }
}

/// Whether more time has passed than was planned for the whole.
pub(super) fn is_over(elapsed: Duration, target: Option<Duration>) -> bool {
    target.is_some_and(|target| elapsed.as_secs() > target.as_secs())
}

/// The sentence of [`Schedule::sentence`], from its parts.
pub(super) fn sentence(
    elapsed: Duration,
    target: Option<Duration>,
    window: Option<(Duration, Duration)>,
) -> String {
    let clock = match target {
        Some(target) => format!("{} of {}", show(elapsed), show(target)),
        None => show(elapsed),
    };
    match pace(elapsed, target, window) {
        Some(pace) => format!("{clock}, {pace}"),
        None => clock,
    }
}

/// `on plan`, `1:40 behind`, `OVER by 1:40`; past the target never `on plan`.
pub(super) fn pace(
    elapsed: Duration,
    target: Option<Duration>,
    window: Option<(Duration, Duration)>,
) -> Option<String> {
    // To the second, as the clock shows it.
    let whole = |time: Duration| Duration::from_secs(time.as_secs());
    let elapsed = whole(elapsed);
    if let Some(target) = target.filter(|target| elapsed > whole(*target)) {
        return Some(format!(
            "OVER by {}",
            show(elapsed.saturating_sub(whole(target)))
        ));
    }
    let (begin, end) = window?;
    let (begin, end) = (whole(begin), whole(end));
    Some(if elapsed > end + LEEWAY {
        format!("{} behind", show(elapsed.saturating_sub(end)))
    } else if elapsed + LEEWAY < begin {
        format!("{} ahead", show(begin.saturating_sub(elapsed)))
    } else {
        "on plan".to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::super::step::{Key, Step};
    use super::*;

    fn deck(minutes: &[Option<u64>]) -> Deck {
        let mut deck = Deck::default();
        deck.steps = minutes
            .iter()
            .map(|minutes| {
                let mut step = Step::new(Key::Overview, "", "");
                step.time = minutes.map(|minutes| Duration::from_secs(minutes * 60));
                step
            })
            .collect();
        deck
    }

    const fn minutes(count: u64) -> Duration {
        Duration::from_secs(count * 60)
    }

    #[test]
    fn without_times_the_plan_is_even() {
        let plan = Schedule::new(&deck(&[None; 4]), Some(minutes(20)), 0);
        assert_eq!(plan.window(0), Some((minutes(0), minutes(5))));
        assert_eq!(plan.window(3), Some((minutes(15), minutes(20))));
        assert_eq!(plan.window(4), None);
    }

    #[test]
    fn steps_with_a_time_take_it_and_the_others_share_the_rest() {
        let plan = Schedule::new(&deck(&[None, Some(10), None]), Some(minutes(20)), 0);
        assert_eq!(plan.window(1), Some((minutes(5), minutes(15))));
    }

    #[test]
    fn a_plan_that_is_too_full_is_cut_in_proportion() {
        let plan = Schedule::new(&deck(&[Some(20), Some(20)]), Some(minutes(20)), 0);
        assert_eq!(plan.window(1), Some((minutes(10), minutes(20))));
    }

    #[test]
    fn without_a_target_the_times_are_the_plan_and_without_both_there_is_none() {
        let plan = Schedule::new(&deck(&[Some(3), Some(4)]), None, 0);
        assert_eq!(plan.target(), Some(minutes(7)));
        let plan = Schedule::new(&deck(&[None, None]), None, 0);
        assert_eq!(plan.target(), None);
        assert_eq!(plan.sentence(minutes(2), 0), "2:00");
    }

    #[test]
    fn the_plan_counts_from_the_step_one_began_at() {
        let plan = Schedule::new(&deck(&[Some(5), Some(5), Some(3), Some(4)]), None, 2);
        assert_eq!(plan.target(), Some(minutes(7)));
        assert_eq!(plan.window(2), Some((minutes(0), minutes(3))));
        assert_eq!(plan.sentence(minutes(1), 2), "1:00 of 7:00, on plan");
    }

    #[test]
    fn the_pace_is_told_in_words() {
        let plan = Schedule::new(&deck(&[None; 8]), Some(minutes(20)), 0);
        let say = |seconds| plan.sentence(Duration::from_secs(seconds), 2);
        assert_eq!(say(520), "8:40 of 20:00, 1:10 behind");
        assert_eq!(say(240), "4:00 of 20:00, 1:00 ahead");
        assert_eq!(say(400), "6:40 of 20:00, on plan");
        assert_eq!(say(465), "7:45 of 20:00, on plan");
        assert_eq!(say(466), "7:46 of 20:00, 0:16 behind");
        assert_eq!(say(1230), "20:30 of 20:00, OVER by 0:30");
        let last = plan.sentence(Duration::from_secs(1201), 7);
        assert_eq!(last, "20:01 of 20:00, OVER by 0:01", "never on plan");
    }
}
