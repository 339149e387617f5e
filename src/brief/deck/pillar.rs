//! What a pillar comes to: its objectives, who is responsible, what it guards against.

use super::words;
use crate::brief::block::{Block, Role};
use crate::brief::step::Step;
use crate::model::{Entry, EntryId, Strategy, Verb};

/// Adds the objectives, each a point, and who and what the pillar has to do with.
pub(super) fn write(step: &mut Step, strategy: &Strategy, id: EntryId) {
    let entry = strategy.entry(id);
    for child in &entry.children {
        let name = strategy.entry(*child).name.as_str();
        let number = strategy.number(*child).unwrap_or_default();
        step.point(
            Block::new(Role::Point, name)
                .labelled(number)
                .naming(*child),
        );
    }
    let groups: [(&str, Verb, bool); 4] = [
        ("Serves", Verb::Serves, true),
        ("Responsible", Verb::ResponsibleFor, false),
        ("Against", Verb::Addresses, true),
        ("Protects", Verb::Protects, true),
    ];
    for (label, verb, outward) in groups {
        let found = linked(strategy, entry, id, &verb, outward);
        if !found.is_empty() {
            step.point(group(strategy, label, found));
        }
    }
}

/// A block that lists entries behind a label.
pub(super) fn group(strategy: &Strategy, label: &str, entries: Vec<EntryId>) -> Block {
    let names: Vec<String> = entries
        .iter()
        .map(|id| words::name(strategy.entry(*id)))
        .collect();
    let mut block = Block::new(Role::Group, names.join("; ")).labelled(label);
    block.entries = entries;
    block
}

/// The entries that a pillar and its objectives are linked with by a verb, each once.
fn linked(
    strategy: &Strategy,
    entry: &Entry,
    id: EntryId,
    verb: &Verb,
    outward: bool,
) -> Vec<EntryId> {
    let mut found = Vec::new();
    for each in std::iter::once(id).chain(entry.children.iter().copied()) {
        for relation in strategy.relations(each) {
            let fits = relation.link.verb == *verb && relation.outward == outward;
            if fits && !found.contains(&relation.other) {
                found.push(relation.other);
            }
        }
    }
    found
}
