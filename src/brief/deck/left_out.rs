//! What a slide leaves out and `v` shows: the links of an entry, its caveats, its sources.

use crate::brief::step::LeftOut;
use crate::model::{AsOf, Cite, EntryId, Kind, Strategy, Verb};
use crate::wording;

/// Everything about an entry that its slide does not say; of a pillar, of its objectives too.
pub(super) fn of_entry(strategy: &Strategy, id: EntryId, as_of: AsOf) -> Vec<LeftOut> {
    let mut lines = links(strategy, id, as_of);
    lines.extend(caveats(strategy, id));
    lines.extend(sources(strategy, id));
    lines
}

/// The links in both directions, one line for each verb, in the order of the verbs.
fn links(strategy: &Strategy, id: EntryId, as_of: AsOf) -> Vec<LeftOut> {
    let children = strategy.entry(id).children.iter().copied();
    let mut found: Vec<(&Verb, bool, LeftOut)> = Vec::new();
    for each in std::iter::once(id).chain(children) {
        for held in strategy.relations_on(each, as_of) {
            let relation = held.relation;
            let verb = &relation.link.verb;
            let other = strategy.entry(relation.other);
            let star = if relation.link.editorial { "*" } else { "" };
            let about = if held.about { " (about then)" } else { "" };
            let name = format!("{}{star}{about}", wording::named(other));
            let known = found
                .iter_mut()
                .find(|(known, outward, _)| *known == verb && *outward == relation.outward);
            match known {
                Some((_, _, line)) if line.entries.contains(&relation.other) => {}
                Some((_, _, line)) => {
                    line.text.push_str("; ");
                    line.text.push_str(&name);
                    line.entries.push(relation.other);
                    for cite in &relation.link.cites {
                        if !line.cites.contains(cite) {
                            line.cites.push(cite.clone());
                        }
                    }
                }
                None => {
                    let line = LeftOut {
                        label: label(verb, relation.outward, &relation.words()),
                        text: name,
                        entries: vec![relation.other],
                        cites: relation.link.cites.clone(),
                    };
                    found.push((verb, relation.outward, line));
                }
            }
        }
    }
    found.sort_by(|one, other| (one.0, !one.1).cmp(&(other.0, !other.1)));
    found.into_iter().map(|(_, _, line)| line).collect()
}

/// The verb as a short label.
fn label(verb: &Verb, outward: bool, words: &str) -> String {
    match (verb, outward) {
        (Verb::Addresses, true) => "Against".to_owned(),
        (Verb::ResponsibleFor, false) => "Duty of".to_owned(),
        _ => wording::capital(words),
    }
}

/// What the speaker must not gloss over; a star where the slide, or another, has one.
fn caveats(strategy: &Strategy, id: EntryId) -> Vec<LeftOut> {
    let entry = strategy.entry(id);
    let children = entry.children.iter().map(|child| strategy.entry(*child));
    let mut lines = Vec::new();
    for entry in std::iter::once(entry).chain(children) {
        for caveat in &entry.caveats {
            let star = if caveat.editorial { "* " } else { "" };
            lines.push(LeftOut {
                text: format!("{star}{}", caveat.text),
                cites: caveat.cites.clone(),
                ..LeftOut::default()
            });
        }
        if entry.unverified {
            lines.push(LeftOut {
                text: format!("{}: no source was seen for this.", entry.name),
                ..LeftOut::default()
            });
        }
    }
    headed(lines, "Caveats")
}

/// Each source once, with the places cited in it.
fn sources(strategy: &Strategy, id: EntryId) -> Vec<LeftOut> {
    let entry = strategy.entry(id);
    let children = entry.children.iter().map(|child| strategy.entry(*child));
    let cites: Vec<&Cite> = std::iter::once(entry)
        .chain(children)
        .flat_map(|entry| {
            let caveats = entry.caveats.iter().flat_map(|caveat| &caveat.cites);
            entry.cites.iter().chain(caveats)
        })
        .collect();
    let lines = wording::sources_with_places(cites.into_iter())
        .into_iter()
        .map(|(source, places)| cited_line(strategy, source, &places))
        .collect();
    headed(lines, "Sources")
}

/// What an entry rests on, a source a line: `B4, P6  Cyber Security Intelligence, 2021`.
pub fn source_lines(strategy: &Strategy, id: EntryId) -> Vec<String> {
    wording::sources_with_places(strategy.entry(id).cites.iter())
        .into_iter()
        .map(|(source, places)| cited_line(strategy, source, &places).text)
        .collect()
}

/// `B4, P6  Cyber Security Intelligence, 2021`.
fn cited_line(strategy: &Strategy, source: EntryId, places: &[&str]) -> LeftOut {
    let entry = strategy.entry(source);
    let is_first = strategy.of_kind(Kind::Source).first() == Some(&source);
    let places = places.join(", ");
    let marker = match (is_first, places.is_empty()) {
        (_, true) => entry.id.to_string(),
        (true, false) => places,
        (false, false) => format!("{} {places}", entry.id),
    };
    LeftOut {
        text: format!("{marker}  {}", published(strategy, source)),
        entries: vec![source],
        ..LeftOut::default()
    }
}

/// The same lines, the first of them under a label.
pub(super) fn headed(mut lines: Vec<LeftOut>, label: &str) -> Vec<LeftOut> {
    if let Some(first) = lines.first_mut() {
        label.clone_into(&mut first.label);
    }
    lines
}

/// Who published it and when, which is how one speaks of a source: `NHK World, 28 Sep 2021`.
pub(super) fn published(strategy: &Strategy, id: EntryId) -> String {
    let entry = strategy.entry(id);
    let Some(facts) = entry.source() else {
        return entry.name.to_string();
    };
    let publisher = facts.publisher.as_deref().unwrap_or(&entry.name);
    let publisher = publisher.split(';').next().unwrap_or_default().trim();
    match facts.date {
        Some(date) => format!("{publisher}, {date}"),
        None => format!("{publisher}, no date"),
    }
}
