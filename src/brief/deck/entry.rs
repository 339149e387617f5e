//! A step of its own for any entry.

use std::fmt::Write as _;

use super::{pillar, words};
use crate::brief::block::{Block, Role};
use crate::brief::step::{Key, Step};
use crate::model::{Entry, EntryId, Kind, Strategy, Verb};
use crate::wording;

/// An entry as a step. A pillar shows its objectives and what they serve; anything else its
/// paragraphs and its links.
pub(super) fn step(strategy: &Strategy, id: EntryId) -> Step {
    let entry = strategy.entry(id);
    let mut step = Step::new(
        Key::Entry(id),
        words::kind(strategy, id),
        entry.name.as_str(),
    );
    step.minutes = entry.minutes;
    step.note.clone_from(&entry.note);
    step.pillar = strategy
        .of_kind(Kind::Pillar)
        .iter()
        .position(|pillar| *pillar == id);
    facts(&mut step, entry);
    if let Some(summary) = &entry.summary {
        step.say(Block::new(Role::Lead, summary.as_str()).citing(strategy, &entry.cites));
    }
    if entry.kind == Kind::Pillar {
        pillar::write(&mut step, strategy, id);
    } else {
        for paragraph in &entry.details {
            step.point(Block::new(Role::Text, paragraph.as_str()));
        }
        if let Some(parent) = entry.parent {
            step.point(pillar::group(strategy, "Part of", vec![parent]));
        }
        links(&mut step, strategy, id);
    }
    reservations(&mut step, strategy, entry);
    step
}

fn facts(step: &mut Step, entry: &Entry) {
    let reading = entry
        .reading
        .as_ref()
        .filter(|reading| entry.original.as_ref() != Some(*reading));
    for own in entry.original.iter().chain(reading) {
        step.say(Block::new(Role::Original, own.as_str()));
    }
    if let Some(actor) = entry.actor()
        && !actor.active.is_open()
    {
        step.say(Block::new(Role::Fact, actor.active.to_string()).labelled("Active"));
    }
    if let Some(event) = entry.event() {
        let mut when = event.date.to_string();
        if let Some(until) = event.until {
            let _ = write!(when, " to {until}");
        }
        if let Some(word) = event.status.word() {
            let _ = write!(when, ", {word}");
        }
        step.say(Block::new(Role::Fact, when).labelled("When"));
    }
    if let Some(source) = entry.source() {
        if let Some(publisher) = &source.publisher {
            step.say(Block::new(Role::Fact, publisher.as_str()).labelled("Publisher"));
        }
        if let Some(date) = source.date {
            step.say(Block::new(Role::Fact, date.to_string()).labelled("Date"));
        }
        if let Some(url) = &source.url {
            step.say(Block::new(Role::Fact, url.as_str()).labelled("Address"));
        }
    }
}

/// The links in both directions, one group for each verb.
fn links(step: &mut Step, strategy: &Strategy, id: EntryId) {
    let mut groups: Vec<(String, Vec<EntryId>)> = Vec::new();
    for relation in strategy.relations(id) {
        if relation.link.verb == Verb::About && !relation.outward {
            continue;
        }
        let label = wording::capital(&relation.words());
        match groups.iter_mut().find(|(known, _)| *known == label) {
            Some((_, group)) => group.push(relation.other),
            None => groups.push((label, vec![relation.other])),
        }
    }
    for (label, group) in groups {
        step.point(pillar::group(strategy, &label, group));
    }
}

/// What the speaker must not gloss over.
fn reservations(step: &mut Step, strategy: &Strategy, entry: &Entry) {
    for caveat in &entry.caveats {
        step.point(
            Block::new(Role::Caveat, caveat.text.as_str())
                .labelled("Caveat")
                .citing(strategy, &caveat.cites),
        );
    }
    if entry.unverified {
        step.point(
            Block::new(Role::Caveat, "Not verified: no source was seen for this.")
                .labelled("Caveat"),
        );
    }
}
