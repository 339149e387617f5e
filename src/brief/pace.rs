//! How the time goes against the plan, in words.

use std::fmt::Write as _;

use std::time::Duration;

use super::Deck;
use super::duration::show;

/// Planned for a step without minutes when nobody says how long the whole is to take.
const PASSING: u64 = 30;

/// When each step is to begin and end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    target: Option<Duration>,
    /// The end of each step; the next begins there.
    ends: Vec<Duration>,
}

impl Plan {
    /// Plans a deck. With a target, steps with `minutes` take them and the others share what is
    /// left evenly; when the minutes alone come to more than the target, all are cut in
    /// proportion. Without a target it is the sum of the minutes; without minutes there is no plan.
    pub fn new(deck: &Deck, target: Option<Duration>) -> Self {
        let given: Vec<Option<u64>> = deck
            .steps
            .iter()
            .map(|step| step.minutes.map(|minutes| u64::from(minutes) * 60))
            .collect();
        let sum: u64 = given.iter().flatten().sum();
        let open = given.iter().filter(|each| each.is_none()).count() as u64;
        let target = match target {
            Some(target) => target,
            None if sum > 0 => Duration::from_secs(sum + open * PASSING),
            None => return Self::default(),
        };
        let rest = target.as_secs().saturating_sub(sum);
        // A step without minutes in a plan that is too full still takes a moment.
        let share = rest.checked_div(open).unwrap_or(0).max(PASSING / 2);
        let wanted: Vec<u64> = given.iter().map(|each| each.unwrap_or(share)).collect();
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

    /// `12:40 of 20:00, pillar 3 of 8, 1:10 over plan`. `place` says which pillar or step it is.
    pub fn sentence(&self, elapsed: Duration, step: usize, place: &str) -> String {
        sentence(elapsed, self.target, self.window(step), place)
    }
}

/// The sentence of [`Plan::sentence`], from its parts.
pub(super) fn sentence(
    elapsed: Duration,
    target: Option<Duration>,
    window: Option<(Duration, Duration)>,
    place: &str,
) -> String {
    let mut text = show(elapsed);
    if let Some(target) = target {
        let _ = write!(text, " of {}", show(target));
    }
    if !place.is_empty() {
        let _ = write!(text, ", {place}");
    }
    if let Some(window) = window {
        let _ = write!(text, ", {}", words(elapsed, window));
    }
    text
}

/// Nobody speaks to the second: this much is still on plan.
const LEEWAY: Duration = Duration::from_secs(15);

fn words(elapsed: Duration, (begin, end): (Duration, Duration)) -> String {
    // To the second, as the clock shows it.
    let whole = |time: Duration| Duration::from_secs(time.as_secs());
    let (elapsed, begin, end) = (whole(elapsed), whole(begin), whole(end));
    if elapsed > end + LEEWAY {
        format!("{} over plan", show(elapsed.saturating_sub(end)))
    } else if elapsed + LEEWAY < begin {
        format!("{} ahead of plan", show(begin.saturating_sub(elapsed)))
    } else {
        "on plan".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::step::{Key, Step};
    use super::*;

    fn deck(minutes: &[Option<u16>]) -> Deck {
        let steps = minutes.iter().map(|minutes| {
            let mut step = Step::new(Key::Overview, "", "");
            step.minutes = *minutes;
            step
        });
        Deck {
            steps: steps.collect(),
            pillars: 0,
        }
    }

    const fn minutes(count: u64) -> Duration {
        Duration::from_secs(count * 60)
    }

    #[test]
    fn without_minutes_the_plan_is_even() {
        let plan = Plan::new(&deck(&[None; 4]), Some(minutes(20)));
        assert_eq!(plan.window(0), Some((minutes(0), minutes(5))));
        assert_eq!(plan.window(3), Some((minutes(15), minutes(20))));
        assert_eq!(plan.window(4), None);
    }

    #[test]
    fn steps_with_minutes_take_them_and_the_others_share_the_rest() {
        let plan = Plan::new(&deck(&[None, Some(10), None]), Some(minutes(20)));
        assert_eq!(plan.window(1), Some((minutes(5), minutes(15))));
    }

    #[test]
    fn a_plan_that_is_too_full_is_cut_in_proportion() {
        let plan = Plan::new(&deck(&[Some(20), Some(20)]), Some(minutes(20)));
        assert_eq!(plan.window(1), Some((minutes(10), minutes(20))));
    }

    #[test]
    fn without_a_target_the_minutes_are_the_plan_and_without_both_there_is_none() {
        let plan = Plan::new(&deck(&[Some(3), Some(4)]), None);
        assert_eq!(plan.target(), Some(minutes(7)));
        let plan = Plan::new(&deck(&[None, None]), None);
        assert_eq!(plan.target(), None);
        assert_eq!(
            plan.sentence(minutes(2), 0, "step 1 of 2"),
            "2:00, step 1 of 2"
        );
    }

    #[test]
    fn the_pace_is_told_in_words() {
        let plan = Plan::new(&deck(&[None; 8]), Some(minutes(20)));
        let say = |seconds| plan.sentence(Duration::from_secs(seconds), 2, "pillar 3 of 8");
        assert_eq!(say(520), "8:40 of 20:00, pillar 3 of 8, 1:10 over plan");
        assert_eq!(say(240), "4:00 of 20:00, pillar 3 of 8, 1:00 ahead of plan");
        assert_eq!(say(400), "6:40 of 20:00, pillar 3 of 8, on plan");
        assert_eq!(say(465), "7:45 of 20:00, pillar 3 of 8, on plan");
        assert_eq!(say(466), "7:46 of 20:00, pillar 3 of 8, 0:16 over plan");
        assert_eq!(say(1230), "20:30 of 20:00, pillar 3 of 8, 13:00 over plan");
    }
}
