//! A step of its own for any entry.

use std::time::Duration;

use super::left_out;
use super::options::DeckOptions;
use crate::brief::block::{Block, BlockRole};
use crate::brief::step::{Key, Step};
use crate::model::{Entry, EntryId, Kind, Strategy, Weight};
use crate::wording;

/// An entry as a step. A pillar shows its objectives; anything else its paragraphs.
pub(super) fn step(strategy: &Strategy, id: EntryId, options: DeckOptions) -> Step {
    let entry = strategy.entry(id);
    let mut step = Step::new(Key::Entry(id), entry.name.as_str(), entry.name.as_str());
    step.time = entry
        .minutes
        .map(|minutes| Duration::from_secs(u64::from(minutes) * 60));
    step.note.clone_from(&entry.note);
    step.number = strategy.number(id);
    step.pillar = strategy
        .of_kind(Kind::Pillar)
        .iter()
        .position(|pillar| *pillar == id);
    facts(&mut step, entry);
    let cite = |block: Block, entry: &Entry| {
        if options.cites {
            block.citing(strategy, &entry.cites)
        } else {
            block
        }
    };
    if let Some(summary) = &entry.summary {
        step.say(cite(Block::new(BlockRole::Lead, summary.as_str()), entry));
    }
    if entry.kind == Kind::Pillar {
        for child in &entry.children {
            let objective = strategy.entry(*child);
            let number = strategy.number(*child).unwrap_or_default();
            let block = Block::new(BlockRole::Point, objective.name.as_str())
                .labelled(number)
                .naming(*child);
            let mut block = cite(block, objective);
            block.is_context = objective.weight == Weight::Context;
            step.point(block);
        }
    } else {
        for paragraph in &entry.details {
            step.point(Block::new(BlockRole::Text, paragraph.as_str()));
        }
    }
    step.left_out = left_out::of_entry(strategy, id, options.as_of);
    step
}

fn facts(step: &mut Step, entry: &Entry) {
    let mut say = |text: String| step.say(Block::new(BlockRole::Fact, text));
    if let Some(actor) = entry.actor()
        && !actor.active.is_open()
    {
        say(wording::capital(&actor.active.to_string()));
    }
    if let Some(when) = wording::when(entry) {
        match wording::not_simply_done(entry) {
            Some(word) => say(format!("{when}, {word}")),
            None => say(when),
        }
    }
    if let Some(source) = entry.source() {
        let date = source.date.map(|date| date.to_string());
        let published: Vec<String> = source
            .publisher
            .iter()
            .map(ToString::to_string)
            .chain(date)
            .collect();
        if !published.is_empty() {
            say(published.join(", "));
        }
        if let Some(url) = &source.url {
            say(url.to_string());
        }
    }
}
