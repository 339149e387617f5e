//! Which cards a session asks, and in which order.

use std::collections::BTreeMap;

use super::card::{Answer, Card, Topic};
use super::day::Day;
use super::ledger::Ledger;
use super::plan::{Plan, Wish};
use super::random::Random;

/// The cards of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picked {
    /// Their places in the deck, in the order asked.
    pub cards: Vec<usize>,
    /// How many of them are due.
    pub due: usize,
    /// How many of them are new.
    pub fresh: usize,
}

/// Picks the cards of a session from those in scope: first what is due, the longest first, then
/// what is new, in the order of the deck; any card at all when cramming. What was put aside is never
/// asked.
pub fn pick(
    cards: &[Card],
    scope: &[usize],
    (ledger, today): (&Ledger, Day),
    plan: &Plan,
) -> Picked {
    let mut random = Random::new(plan.seed);
    let mut all: Vec<usize> = scope.to_vec();
    all.retain(|at| {
        cards
            .get(*at)
            .is_some_and(|card| suits(card, plan.wish) && ledger.aside(&card.key).is_none())
    });
    if plan.cram {
        random.shuffle(&mut all);
    }
    let when = |at: &usize| cards.get(*at).and_then(|card| ledger.due(card, today));
    let mut due: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| when(at).is_some_and(|day| day <= today))
        .collect();
    due.sort_by_key(when);
    let mut fresh: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| when(at).is_none())
        .collect();
    let later: Vec<usize> = all
        .iter()
        .copied()
        .filter(|at| plan.cram && when(at).is_some_and(|day| day > today))
        .collect();
    due.truncate(plan.count);
    let mut due = mixed(cards, due, plan.count);
    let room = plan.count.saturating_sub(due.len());
    if plan.cram {
        fresh = mixed(cards, fresh, room);
    }
    fresh.truncate(room);
    let left = plan.count.saturating_sub(due.len() + fresh.len());
    let (due_count, fresh_count) = (due.len(), fresh.len());
    due.extend(fresh);
    due.extend(mixed(cards, later, left));
    Picked {
        cards: due,
        due: due_count,
        fresh: fresh_count,
    }
}

/// Whether a card can be asked in the way wished for.
fn suits(card: &Card, wish: Wish) -> bool {
    match (&card.answer, wish) {
        (_, Wish::Any)
        | (Answer::One { .. } | Answer::Order(_), Wish::Choice)
        | (Answer::One { recall: true, .. } | Answer::Text(_), Wish::Recall) => true,
        (Answer::Text(_), Wish::Choice)
        | (Answer::One { recall: false, .. } | Answer::Order(_), Wish::Recall) => false,
    }
}

/// At most `count` cards, one topic after the other as far as that goes.
pub(super) fn mixed(cards: &[Card], picked: Vec<usize>, count: usize) -> Vec<usize> {
    let mut turns: BTreeMap<Topic, usize> = BTreeMap::new();
    let mut ranked: Vec<(usize, usize, usize)> = picked
        .into_iter()
        .enumerate()
        .filter_map(|(place, at)| {
            let turn = turns.entry(cards.get(at)?.topic).or_insert(0);
            *turn += 1;
            Some((*turn, place, at))
        })
        .collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(.., at)| at).take(count).collect()
}
