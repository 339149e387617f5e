//! The turning points, and what came after the strategy was adopted.

use std::fmt::Write as _;

use crate::brief::block::{Block, Role};
use crate::brief::step::{Key, Step};
use crate::model::{EntryId, EventStatus, Kind, Status, Strategy};
use crate::wording;

/// The milestones on a ribbon; every event when the model marks none; `None` without events.
pub(super) fn milestones(strategy: &Strategy) -> Option<Step> {
    let events = strategy.of_kind(Kind::Event);
    let marked: Vec<EntryId> = events
        .iter()
        .copied()
        .filter(|id| is_milestone(strategy, *id))
        .collect();
    let listed = if marked.is_empty() { events } else { &marked };
    if listed.is_empty() {
        return None;
    }
    let title = if marked.is_empty() {
        "What happened when"
    } else {
        "The milestones"
    };
    let mut step = Step::new(Key::Milestones, "Timeline", title);
    for id in listed {
        let entry = strategy.entry(*id);
        if let Some(event) = entry.event() {
            step.ribbon.push((event.date, entry.name.to_string()));
        }
        step.point(event(strategy, *id));
    }
    Some(step)
}

/// Whether it is still in force, and what happened since it was adopted.
pub(super) fn after(strategy: &Strategy) -> Option<Step> {
    let meta = &strategy.meta;
    let later: Vec<EntryId> = strategy
        .of_kind(Kind::Event)
        .iter()
        .copied()
        .filter(|id| {
            let event = strategy.entry(*id).event();
            event.is_some_and(|event| match meta.adopted {
                // A month that the adoption falls in is not after it.
                Some(adopted) => event.date > adopted,
                None => event.status != EventStatus::Done,
            })
        })
        .collect();
    if later.is_empty() && meta.status == Status::InForce {
        return None;
    }
    let title = match meta.status {
        Status::Superseded { .. } => "What came after",
        Status::InForce => "Since then",
        Status::Draft => "What is to come",
    };
    let mut step = Step::new(Key::After, "Timeline", title);
    let role = if meta.status == Status::InForce {
        Role::Lead
    } else {
        Role::Warning
    };
    let mut status = format!(
        "{}: {}.",
        wording::edition(meta),
        lower(&wording::status_line(&meta.status))
    );
    if let Some(as_of) = meta.as_of {
        let _ = write!(status, " As known on {as_of}.");
    }
    step.say(Block::new(role, status));
    for id in later {
        step.point(event(strategy, id));
    }
    Some(step)
}

fn is_milestone(strategy: &Strategy, id: EntryId) -> bool {
    strategy.entry(id).is_milestone()
}

fn event(strategy: &Strategy, id: EntryId) -> Block {
    let entry = strategy.entry(id);
    let mut block = Block::new(Role::Point, entry.name.as_str()).naming(id);
    if let Some(event) = entry.event() {
        block = block.labelled(event.date.to_string());
        if let Some(word) = event.status.word() {
            block = block.beside(format!("({word})"));
        }
    }
    block
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_lowercase().chain(chars).collect()
    })
}
