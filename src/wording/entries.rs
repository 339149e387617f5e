//! What an entry is called, what it is, and what leads from it to others.

use crate::model::{
    AsOf, Caveat, Entry, EntryId, Held, Link, Presence, Role, Speaker, Strategy, Voice,
    held_current_first, topics,
};
use crate::text::Clean;

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
        if entry.is_milestone() {
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

/// What is said of a link or a caveat that is the author's reading, and not a source's word.
pub const OURS: &str = "the editor's reading";

/// What a caveat says, and whether that is the author's reading.
pub fn caveat(caveat: &Caveat) -> String {
    if caveat.editorial {
        format!("{} ({OURS})", caveat.text)
    } else {
        caveat.text.to_string()
    }
}

/// `topic: Economic security`, `topics: ...`; nothing where an entry has none of its own.
pub fn topics_line(entry: &Entry) -> Option<String> {
    let known = topics();
    let name = |id: &Clean| {
        let topic = known.iter().find(|topic| topic.id == id.as_str());
        topic.map_or_else(|| id.to_string(), |topic| topic.name.clone())
    };
    let names: Vec<String> = entry.topics.iter().map(name).collect();
    match names.len() {
        0 => None,
        1 => Some(format!("topic: {}", names.concat())),
        _ => Some(format!("topics: {}", names.join(", "))),
    }
}

/// The links of an entry that hold at a time, by the words that lead to the other end: of several
/// with the same words those that hold today come first.
pub fn held_by_verb(strategy: &Strategy, id: EntryId, as_of: AsOf) -> Vec<(String, Vec<Held<'_>>)> {
    let mut groups: Vec<(String, Vec<Held<'_>>)> = Vec::new();
    for held in strategy.relations_on(id, as_of) {
        let words = held.relation.words();
        match groups.iter_mut().find(|(known, _)| *known == words) {
            Some((_, group)) => group.push(held),
            None => groups.push((words.into_owned(), vec![held])),
        }
    }
    for (_, group) in &mut groups {
        held_current_first(group);
    }
    groups
}

/// When a link holds: `9 Jan 2015 to 30 Jun 2025`, `about 2015`; nothing where it is undated.
pub fn held_when(link: &Link, about: bool) -> Option<String> {
    let about = if about { "about " } else { "" };
    match (link.active.is_open(), about) {
        (true, "") => None,
        (true, _) => Some("about then".to_owned()),
        (false, _) => Some(format!("{about}{}", link.active)),
    }
}

/// The name of an entry; of an office on a day also who held it: `Prime Minister: Yoshihide Suga`.
pub fn with_holder(strategy: &Strategy, id: EntryId, as_of: AsOf) -> String {
    let entry = strategy.entry(id);
    let is_office = entry
        .actor()
        .is_some_and(|facts| facts.role == Role::Office);
    if !is_office || as_of == AsOf::All || strategy.presence(id, as_of) == Presence::Out {
        return entry.name.to_string();
    }
    let holders = strategy.holders(id, as_of);
    let names: Vec<&str> = holders
        .iter()
        .map(|held| strategy.entry(held.relation.other).name.as_str())
        .collect();
    let about = if holders.iter().any(|held| held.about) {
        "about "
    } else {
        ""
    };
    match names.as_slice() {
        [] => format!("{}: holder not known", entry.name),
        names => format!("{}: {about}{}", entry.name, super::list(names)),
    }
}

/// Whose words a claim is: `the article's author`, `the Chinese Foreign Ministry`.
pub fn speaker(strategy: &Strategy, by: &Speaker) -> String {
    match by {
        Speaker::Actor(id) => super::called(strategy.entry(*id)),
        Speaker::Words(words) => words.to_string(),
    }
}

/// Of what sort a claim is and whose: `JUDGEMENT of the article's author, not the strategy's own
/// words`.
pub fn voice_tag(strategy: &Strategy, id: EntryId) -> Option<String> {
    let entry = strategy.entry(id);
    let voice = entry.voice?;
    let word = voice.word().to_uppercase();
    let by = entry.by.as_ref().map(|by| speaker(strategy, by));
    let preposition = if voice == Voice::Statement {
        "by"
    } else {
        "of"
    };
    let whose = by
        .map(|by| format!(" {preposition} {by}"))
        .unwrap_or_default();
    let not = if voice == Voice::Judgement {
        ", not the strategy's own words"
    } else {
        ""
    };
    Some(format!("{word}{whose}{not}"))
}

/// What is to be said of an actor that a time leaves out: `not in being on 28 Sep 2021`.
pub fn not_in_being(as_of: AsOf) -> String {
    as_of
        .date()
        .map(|date| format!("not in being {}", super::on_short(date)))
        .unwrap_or_default()
}

/// What an actor is to a time, where it is not simply there.
pub fn presence(strategy: &Strategy, id: EntryId, as_of: AsOf) -> Option<String> {
    if strategy.presence(id, as_of) == Presence::Out {
        return Some(super::capital(&not_in_being(as_of)));
    }
    strategy
        .is_out_of_office(id, as_of)
        .then(|| "In no office then".to_owned())
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
