//! Phrases that every form of text shares: status, dates, cites, full references.

use crate::model::{Cite, Entry, EntryId, Relation, Status, Strategy, Weight};

/// Whose strategy it is, its title and edition: `Japan: Cybersecurity Strategy (2021)`.
pub(super) fn title(strategy: &Strategy) -> String {
    let meta = &strategy.meta;
    match &meta.edition {
        Some(edition) => format!("{}: {} ({edition})", meta.country, meta.title),
        None => format!("{}: {}", meta.country, meta.title),
    }
}

/// Whether the strategy is in force, as a clause.
pub fn status(status: &Status) -> String {
    match status {
        Status::Draft => "draft, not adopted".to_owned(),
        Status::InForce => "in force".to_owned(),
        Status::Superseded { by, on: Some(on) } => format!("superseded by {by} on {on}"),
        Status::Superseded { by, on: None } => format!("superseded by {by}"),
    }
}

/// The same with a capital: `Superseded by ..`.
pub(super) fn status_sentence(strategy: &Strategy) -> String {
    let clause = status(&strategy.meta.status);
    let mut rest = clause.chars();
    rest.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(rest).collect()
    })
}

/// What an entry is, in a few words: `pillar 3`, `actor, body, 9 Jan 2015 to 1 Jul 2025`.
pub(super) fn kind(strategy: &Strategy, id: EntryId) -> String {
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
pub(super) fn when(entry: &Entry) -> Option<String> {
    let facts = entry.event()?;
    Some(match facts.until {
        Some(until) => format!("{} to {until}", facts.date),
        None => facts.date.to_string(),
    })
}

/// An entry as the other end of a link, with the date of an event before its name and what did
/// not simply happen marked in words.
pub(super) fn named(entry: &Entry) -> String {
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
pub(super) fn not_simply_done(entry: &Entry) -> Option<&'static str> {
    entry.event()?.status.word()
}

/// The markers of cites, each in brackets: `[P8]`, `[s20]`.
pub(super) fn each_marker(strategy: &Strategy, cites: &[Cite]) -> Vec<String> {
    let bracketed = |cite| format!("[{}]", strategy.marker(cite));
    cites.iter().map(bracketed).collect()
}

/// The same in a row; empty without cites.
pub(super) fn markers(strategy: &Strategy, cites: &[Cite]) -> String {
    each_marker(strategy, cites).join(" ")
}

/// A text with its cites after it.
pub(super) fn cited(strategy: &Strategy, text: &str, cites: &[Cite]) -> String {
    if cites.is_empty() {
        text.to_owned()
    } else {
        format!("{text} {}", markers(strategy, cites))
    }
}

/// A source in full but for its address: name, publisher, date, tier.
pub(super) fn reference(source: &Entry) -> String {
    let mut text = source.name.to_string();
    if let Some(original) = &source.original {
        text.extend([" (", original, ")"]);
    }
    let Some(facts) = source.source() else {
        return text;
    };
    for part in [
        facts.publisher.as_ref().map(ToString::to_string),
        facts.date.map(|date| date.to_string()),
        facts.tier.map(|tier| format!("{} source", tier.word())),
    ]
    .into_iter()
    .flatten()
    {
        text.push_str(", ");
        text.push_str(&part);
    }
    text
}

/// The links of an entry by the words that lead to the other end, in the order of the file.
pub(super) fn by_verb(strategy: &Strategy, id: EntryId) -> Vec<(String, Vec<Relation<'_>>)> {
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

/// The sources of cites, each once and in order, with the places cited in it.
pub(super) fn sources<'a>(cites: impl Iterator<Item = &'a Cite>) -> Vec<(EntryId, Vec<&'a str>)> {
    let mut found: Vec<(EntryId, Vec<&str>)> = Vec::new();
    for cite in cites {
        let at = found.iter().position(|(source, _)| *source == cite.source);
        let at = at.unwrap_or_else(|| {
            found.push((cite.source, Vec::new()));
            found.len() - 1
        });
        if let Some((_, places)) = found.get_mut(at)
            && !cite.locator.is_empty()
            && !places.contains(&cite.locator.as_str())
        {
            places.push(&cite.locator);
        }
    }
    found
}

/// A name in its own language with its reading: `内閣 (Naikaku)`.
pub(super) fn own_names(original: Option<&str>, reading: Option<&str>) -> Option<String> {
    match (original, reading) {
        (Some(original), Some(reading)) if original != reading => {
            Some(format!("{original} ({reading})"))
        }
        (one, other) => one.or(other).map(str::to_owned),
    }
}
