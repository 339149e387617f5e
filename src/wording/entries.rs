//! What an entry is called, what it is, and what leads from it to others.

use crate::model::{Entry, EntryId, Relation, Strategy, Weight};

/// What an entry is, in a few words: `pillar 3`, `actor, body, 9 Jan 2015 to 1 Jul 2025`.
pub fn kind(strategy: &Strategy, id: EntryId) -> String {
    let entry = strategy.entry(id);
    let mut words = vec![match strategy.number(id) {
        Some(number) => format!("{} {number}", entry.kind.word()),
        None => entry.kind.word().to_owned(),
    }];
    if let Some(parent) = entry.parent {
        words.push(format!("under {}", strategy.entry(parent).name));
    }
    if let Some(facts) = entry.actor() {
        words.push(facts.role.word().to_owned());
        if !facts.active.is_open() {
            words.push(facts.active.to_string());
        }
    }
    words.extend(when(entry));
    if let Some(facts) = entry.event() {
        if facts.weight == Weight::Milestone {
            words.push("milestone".to_owned());
        }
        words.extend(facts.status.word().map(str::to_owned));
    }
    if let Some(tier) = entry.source().and_then(|facts| facts.tier) {
        words.push(tier.word().to_owned());
    }
    if entry.unverified {
        words.push("unverified".to_owned());
    }
    words.join(", ")
}

/// When an event was: `28 Sep 2021`, `5 Apr 2005 to 8 Apr 2005`.
pub fn when(entry: &Entry) -> Option<String> {
    let facts = entry.event()?;
    Some(match facts.until {
        Some(until) => format!("{} to {until}", facts.date),
        None => facts.date.to_string(),
    })
}

/// An entry as the other end of a link, with the date of an event before its name and what did
/// not simply happen marked in words.
pub fn named(entry: &Entry) -> String {
    let mut text = match when(entry) {
        Some(when) => format!("{when}, {}", entry.name),
        None => entry.name.to_string(),
    };
    if let Some(word) = not_simply_done(entry) {
        text.push_str(", ");
        text.push_str(word);
    }
    text
}

/// The word for an event that did not simply happen: `expected`.
pub fn not_simply_done(entry: &Entry) -> Option<&'static str> {
    entry.event()?.status.word()
}

/// The links of an entry by the words that lead to the other end, in the order of the file.
pub fn by_verb(strategy: &Strategy, id: EntryId) -> Vec<(String, Vec<Relation<'_>>)> {
    let mut groups: Vec<(String, Vec<Relation<'_>>)> = Vec::new();
    for relation in strategy.relations(id) {
        let words = relation.words();
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.push(relation),
            None => groups.push((words.into_owned(), vec![relation])),
        }
    }
    groups
}

/// A name in its own language with its reading: `内閣 (Naikaku)`.
pub fn own_names(original: Option<&str>, reading: Option<&str>) -> Option<String> {
    match (original, reading) {
        (Some(original), Some(reading)) if original != reading => {
            Some(format!("{original} ({reading})"))
        }
        (one, other) => one.or(other).map(str::to_owned),
    }
}
