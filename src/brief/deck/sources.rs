//! Where it is all from: the sources that the screens of this plan rest on, with how often.

use std::collections::HashMap;

use super::left_out::{headed, published};
use crate::brief::block::{Block, BlockRole};
use crate::brief::step::{Key, LeftOut, Step};
use crate::model::{EntryId, Kind, Strategy, Tier};

/// The step before the others are known: its place in the deck.
pub(super) fn stand_in(strategy: &Strategy) -> Option<Step> {
    let sources = strategy.of_kind(Kind::Source);
    let is_cited = sources.iter().any(|id| !strategy.citing(*id).is_empty());
    is_cited.then(|| Step::new(Key::Sources, "Where this is from", "Where this is from"))
}

/// The sources that the entries of some steps cite, primary ones first, within each by how often.
pub(super) fn step(strategy: &Strategy, steps: &[Step]) -> Option<Step> {
    let mut step = stand_in(strategy)?;
    if let Some(title) = step.blocks.first_mut() {
        "times cited here".clone_into(&mut title.aside);
    }
    let counts = counts(strategy, steps);
    let all = strategy.of_kind(Kind::Source);
    let is_primary = |id: &EntryId| {
        let facts = strategy.entry(*id).source();
        facts.is_some_and(|facts| facts.tier == Some(Tier::Primary))
    };
    let mut cited: Vec<EntryId> = all
        .iter()
        .copied()
        .filter(|id| counts.contains_key(id))
        .collect();
    if cited.is_empty() {
        cited = all.to_vec();
    }
    let count = |id: &EntryId| counts.get(id).copied().unwrap_or(0);
    cited.sort_by_key(|id| std::cmp::Reverse(count(id)));
    let (primary, others): (Vec<EntryId>, Vec<EntryId>) = cited.into_iter().partition(is_primary);
    let has_both = !primary.is_empty() && !others.is_empty();
    for (heading, group) in [("Primary", &primary), ("Secondary", &others)] {
        if group.is_empty() {
            continue;
        }
        if has_both {
            step.say(Block::new(BlockRole::Heading, heading));
        }
        for id in group {
            let times = match count(id) {
                0 => String::new(),
                times => times.to_string(),
            };
            step.say(
                Block::new(BlockRole::Point, published(strategy, *id))
                    .labelled(strategy.entry(*id).id.as_str())
                    .beside(times)
                    .naming(*id),
            );
        }
    }
    let model = all.len();
    step.say(Block::new(BlockRole::Foot, format!("{model} in the model")));
    let listed = primary.iter().chain(&others);
    step.left_out = headed(listed.map(|id| in_full(strategy, *id)).collect(), "Sources");
    Some(step)
}

fn in_full(strategy: &Strategy, id: EntryId) -> LeftOut {
    let entry = strategy.entry(id);
    let url = entry.source().and_then(|facts| facts.url.as_ref());
    let address = url.map(|url| format!(", {url}")).unwrap_or_default();
    LeftOut {
        text: format!("{}  {}{address}", entry.id, entry.name),
        entries: vec![id],
        ..LeftOut::default()
    }
}

/// How often the entries that some steps show, and their links, cite each source.
fn counts(strategy: &Strategy, steps: &[Step]) -> HashMap<EntryId, usize> {
    let mut shown: Vec<EntryId> = Vec::new();
    for step in steps {
        for id in step.entry().into_iter().chain(step.entries()) {
            if !shown.contains(&id) {
                shown.push(id);
            }
        }
    }
    let mut counts = HashMap::new();
    for cite in shown.iter().flat_map(|id| strategy.entry(*id).all_cites()) {
        *counts.entry(cite.source).or_default() += 1;
    }
    counts
}
