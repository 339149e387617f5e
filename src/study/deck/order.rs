//! Put these events in order.

use std::collections::{HashMap, HashSet};

use super::dates::is_clear;
use crate::date::Date;
use crate::model::{EntryId, EventStatus, Kind, Strategy, Verb, Weight};
use crate::study::card::{Answer, Card, Key, Topic, mark};
use crate::study::fair::names_a_rank;
use crate::study::hint::stems;
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

/// The events about each actor and each instrument. That events share a topic makes them no story.
fn threads(strategy: &Strategy) -> Vec<Thread> {
    let dated = |id: EntryId| Some((strategy.entry(id).event()?.date, id));
    let sure = |id: &EntryId| is_sure(strategy, *id);
    strategy
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
        .collect()
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
            && !repeats(strategy, group)
    };
    apart
        .chunks_exact(EVENTS)
        .filter(worth)
        .map(|group| group.iter().map(|(_, id)| *id).collect())
        .collect()
}

/// Whether three of these names have a word in common besides the country's: steps of one thing
/// (`passed`, `promulgated`, `amended`) tell their own order.
fn repeats(strategy: &Strategy, group: &[(Date, EntryId)]) -> bool {
    let mut times: HashMap<String, usize> = HashMap::new();
    let country = stems(&strategy.meta.country);
    for (_, id) in group {
        for word in &stems(&strategy.entry(*id).name) - &country {
            *times.entry(word).or_default() += 1;
        }
    }
    times.values().any(|count| *count > 2)
}

fn is_sure(strategy: &Strategy, id: EntryId) -> bool {
    let entry = strategy.entry(id);
    let done = entry.event().map(|event| event.status) == Some(EventStatus::Done);
    done && entry.caveats.is_empty()
        && !names_a_year(&entry.name)
        && !names_a_rank(&entry.name)
        && is_clear(strategy, entry)
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
