//! Put these events in order.

use std::collections::HashSet;

use super::ids;
use crate::date::Date;
use crate::model::{EntryId, EventStatus, Kind, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, mark};
use crate::text::Clean;
use crate::text::fold::Folded;
use crate::wording::names_a_year;

/// Events in one card.
const EVENTS: usize = 4;

const QUESTION: &str = "Put these events in order, the earliest first.";

/// Cards that together ask about every event whose place in time is sure, each with events that lie
/// well apart.
pub(super) fn cards(strategy: &Strategy) -> Vec<Card> {
    let mut names = HashSet::new();
    let events: Vec<EntryId> = strategy
        .of_kind(Kind::Event)
        .iter()
        .copied()
        .filter(|id| is_sure(strategy, *id))
        .filter(|id| names.insert(Folded::new(&strategy.entry(*id).name).as_str().to_owned()))
        .collect();
    let groups = events.len() / EVENTS;
    (0..groups)
        .filter_map(|first| {
            let group: Vec<EntryId> = events
                .iter()
                .copied()
                .skip(first)
                .step_by(groups)
                .take(EVENTS)
                .collect();
            card(strategy, group)
        })
        .collect()
}

fn is_sure(strategy: &Strategy, id: EntryId) -> bool {
    let entry = strategy.entry(id);
    let done = entry.event().map(|event| event.status) == Some(EventStatus::Done);
    done && entry.caveats.is_empty() && !names_a_year(&entry.name)
}

fn card(strategy: &Strategy, group: Vec<EntryId>) -> Option<Card> {
    let date = |id: &EntryId| strategy.entry(*id).event().map(|event| event.date);
    let dates: Vec<Date> = group.iter().filter_map(date).collect();
    let apart = dates
        .iter()
        .zip(dates.iter().skip(1))
        .all(|(first, second)| is_before(*first, *second));
    if !apart || group.len() < EVENTS {
        return None;
    }
    let steps = group
        .iter()
        .zip(&dates)
        .map(|(id, date)| (strategy.entry(*id).name.clone(), date.to_string()));
    let order: Vec<&str> = ids(strategy, &group).collect();
    let mut sorted = order.clone();
    sorted.sort_unstable();
    Some(Card {
        key: Key::new("order", sorted),
        topic: Topic::Kind(Kind::Event),
        question: Clean::new(QUESTION),
        answer: Answer::Order(steps.collect()),
        mark: mark(&order.join(" ")),
        entries: group,
    })
}

/// Whether one date is before another for certain, however coarse they are.
fn is_before(first: Date, second: Date) -> bool {
    let same_year = first.year() == second.year();
    match (first.month(), second.month(), first.day(), second.day()) {
        _ if !same_year => first < second,
        (Some(first), Some(second), ..) if first != second => first < second,
        (Some(_), Some(_), Some(first), Some(second)) => first < second,
        _ => false,
    }
}
