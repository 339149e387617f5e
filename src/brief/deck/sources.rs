//! Where it is all from, the most cited first.

use super::words;
use crate::brief::block::{Block, Role};
use crate::brief::step::{Key, Step};
use crate::model::{EntryId, Kind, Strategy};

/// The sources that anything cites; `None` when there are none.
pub(super) fn step(strategy: &Strategy) -> Option<Step> {
    let mut cited: Vec<(EntryId, usize)> = strategy
        .of_kind(Kind::Source)
        .iter()
        .map(|id| (*id, strategy.citing(*id).len()))
        .filter(|(_, count)| *count > 0)
        .collect();
    if cited.is_empty() {
        return None;
    }
    cited.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let mut step = Step::new(Key::Sources, "Sources", "Where this is from");
    let known = strategy
        .meta
        .as_of
        .map(|as_of| format!(" As known on {as_of}."))
        .unwrap_or_default();
    let count = match cited.len() {
        1 => "One source".to_owned(),
        count => format!("{count} sources, the most cited first"),
    };
    step.say(Block::new(
        Role::Lead,
        format!("{}: {count}.{known}", words::title(&strategy.meta)),
    ));
    for (id, _) in cited {
        let entry = strategy.entry(id);
        let mut parts = Vec::new();
        if let Some(source) = entry.source() {
            parts.extend(source.publisher.as_ref().map(ToString::to_string));
            parts.extend(source.date.map(|date| date.to_string()));
        }
        step.point(
            Block::new(Role::Point, entry.name.as_str())
                .labelled(entry.id.as_str())
                .beside(parts.join(", "))
                .naming(id),
        );
    }
    Some(step)
}
