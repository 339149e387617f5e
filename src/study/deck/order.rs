//! Put these events in order.

use std::collections::HashSet;

use super::dates::is_clear;
use crate::date::Date;
use crate::model::{EntryId, EventStatus, Kind, Strategy, Verb, Weight};
use crate::study::card::{Answer, Card, Key, Topic, mark};
use crate::text::Clean;
use crate::text::fold::Folded;
use crate::wording::names_a_year;

/// Events in one card.
const EVENTS: usize = 4;

/// Two of them lie within so many years, or the order is no question.
const NEAR: i16 = 3;

const QUESTION: &str = "Put these events in order, the earliest first.";

/// Cards of four events that are about one thing, and whose place in time is sure; no event stands
/// in two.
pub(super) fn cards(strategy: &Strategy) -> Vec<Card> {
    let mut used: HashSet<EntryId> = HashSet::new();
    let mut cards = Vec::new();
    for mut events in threads(strategy) {
        events.retain(|(_, id)| !used.contains(id));
        events.sort_by_key(|(date, _)| date.first_day());
        for group in groups(strategy, &events) {
            used.extend(&group);
            cards.extend(card(strategy, group));
        }
    }
    cards
}

type Thread = Vec<(Date, EntryId)>;

/// The events about each actor and instrument, then those of each topic.
fn threads(strategy: &Strategy) -> Vec<Thread> {
    let dated = |id: EntryId| Some((strategy.entry(id).event()?.date, id));
    let sure = |id: &EntryId| is_sure(strategy, *id);
    let mut threads: Vec<Thread> = strategy
        .entries()
        .filter(|(_, entry)| matches!(entry.kind, Kind::Actor | Kind::Instrument))
        .map(|(subject, _)| {
            let relations = strategy.relations(subject).into_iter();
            relations
                .filter(|relation| !relation.outward && relation.link.verb == Verb::About)
                .map(|relation| relation.other)
                .filter(sure)
                .filter_map(dated)
                .collect()
        })
        .collect();
    let mut topics: Vec<(&Clean, Thread)> = Vec::new();
    for id in strategy.of_kind(Kind::Event).iter().copied().filter(sure) {
        let Some((topic, dated)) = strategy.entry(id).topics.first().zip(dated(id)) else {
            continue;
        };
        match topics.iter_mut().find(|(known, _)| *known == topic) {
            Some((_, thread)) => thread.push(dated),
            None => topics.push((topic, vec![dated])),
        }
    }
    threads.extend(topics.into_iter().map(|(_, thread)| thread));
    threads
}

/// Fours in the order of time, each event certainly before the next.
fn groups(strategy: &Strategy, events: &[(Date, EntryId)]) -> Vec<Vec<EntryId>> {
    let mut apart: Vec<(Date, EntryId)> = Vec::new();
    let mut names = HashSet::new();
    for (date, id) in events {
        let name = Folded::new(&strategy.entry(*id).name).as_str().to_owned();
        let later = apart.last().is_none_or(|(last, _)| is_before(*last, *date));
        if later && names.insert(name) {
            apart.push((*date, *id));
        }
    }
    let worth = |group: &&[(Date, EntryId)]| {
        let mut pairs = group.iter().zip(group.iter().skip(1));
        let weighs = |(_, id): &(Date, EntryId)| strategy.entry(*id).weight != Weight::Context;
        pairs.any(|((one, _), (two, _))| two.year().saturating_sub(one.year()) <= NEAR)
            && group.iter().any(weighs)
    };
    apart
        .chunks_exact(EVENTS)
        .filter(worth)
        .map(|group| group.iter().map(|(_, id)| *id).collect())
        .collect()
}

fn is_sure(strategy: &Strategy, id: EntryId) -> bool {
    let entry = strategy.entry(id);
    let done = entry.event().map(|event| event.status) == Some(EventStatus::Done);
    done && entry.caveats.is_empty() && !names_a_year(&entry.name) && is_clear(strategy, entry)
}

fn card(strategy: &Strategy, group: Vec<EntryId>) -> Option<Card> {
    let steps: Vec<(Clean, String)> = group
        .iter()
        .filter_map(|id| {
            let entry = strategy.entry(*id);
            Some((entry.name.clone(), entry.event()?.date.to_string()))
        })
        .collect();
    let mut order: Vec<&str> = group
        .iter()
        .map(|id| strategy.entry(*id).id.as_str())
        .collect();
    let told = mark(&order.join(" "));
    let weight = group.iter().map(|id| strategy.entry(*id).weight).min()?;
    order.sort_unstable();
    Some(Card {
        key: Key::new("order", order),
        topic: Topic::Kind(Kind::Event),
        question: Clean::new(QUESTION),
        answer: Answer::Order(steps),
        mark: told,
        weight,
        first: None,
        entries: group,
    })
}

/// Whether one date is before another for certain, however coarse they are.
fn is_before(first: Date, second: Date) -> bool {
    first.last_day() < second.first_day()
}
