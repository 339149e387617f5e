//! Who answers to whom, as an indented tree; and everybody else.

use std::collections::HashSet;

use super::pillar;
use super::ranks::{Ranks, Under, ranks};
use crate::brief::block::{Block, Branch, Role};
use crate::brief::step::{Key, Step};
use crate::model::{EntryId, Kind, Role as ActorRole, Strategy};

struct Tree<'a> {
    strategy: &'a Strategy,
    under: Ranks,
    /// Who has a place that is not past.
    placed: HashSet<EntryId>,
    /// Whose people have been drawn: they are drawn once.
    drawn: HashSet<EntryId>,
    lines: Vec<Block>,
}

/// The actors that are linked by rank; `None` when there are none.
pub(super) fn tree(strategy: &Strategy) -> Option<Step> {
    let (under, has_superior) = ranks(strategy);
    if under.is_empty() {
        return None;
    }
    let places = under.values().flatten();
    let mut tree = Tree {
        strategy,
        placed: places
            .filter(|each| each.active.to.is_none())
            .map(|each| each.who)
            .collect(),
        under,
        drawn: HashSet::new(),
        lines: Vec::new(),
    };
    let actors = strategy.of_kind(Kind::Actor);
    for id in actors {
        if tree.under.contains_key(id) && !has_superior.contains(id) {
            tree.root(*id);
        }
    }
    // Who stands in a circle has no root: the first of it is taken for one.
    for id in actors {
        if tree.under.contains_key(id) && !tree.drawn.contains(id) {
            tree.root(*id);
        }
    }
    let mut step = Step::new(Key::Actors, "Actors", "Who answers to whom");
    for block in tree.lines {
        step.point(block);
    }
    Some(step)
}

impl Tree<'_> {
    fn root(&mut self, id: EntryId) {
        let name = self.strategy.entry(id).name.as_str();
        self.lines.push(Block::new(Role::Branch, name).naming(id));
        self.descend(id);
    }

    /// Draws everybody under somebody. A list of what is still to be drawn rather than recursion:
    /// a model may be deeper than the stack.
    fn descend(&mut self, id: EntryId) {
        let mut waiting = self.children(id, &[]);
        while let Some((each, branch)) = waiting.pop() {
            let mut aside = String::new();
            if !each.active.is_open() {
                aside = format!("({})", each.active);
            }
            let first = !self.drawn.contains(&each.who)
                // Where a place is past, the people belong to the one that is not.
                && (each.active.to.is_none() || !self.placed.contains(&each.who));
            let mut below = branch.open.clone();
            below.push(branch.more);
            let mut block = Block::new(Role::Branch, self.strategy.entry(each.who).name.as_str())
                .labelled(each.says)
                .beside(aside)
                .naming(each.who);
            block.branch = Some(branch);
            self.lines.push(block);
            if first {
                waiting.extend(self.children(each.who, &below));
            }
        }
    }

    /// Who stands under somebody, the first of them last.
    fn children(&mut self, id: EntryId, open: &[bool]) -> Vec<(Under, Branch)> {
        if !self.drawn.insert(id) {
            return Vec::new();
        }
        let group = self.under.get(&id).map_or(&[][..], Vec::as_slice);
        group
            .iter()
            .rev()
            .enumerate()
            .map(|(from_last, each)| {
                let branch = Branch {
                    open: open.to_vec(),
                    more: from_last > 0,
                };
                (*each, branch)
            })
            .collect()
    }
}

/// The actors that no rank links, by what they are.
pub(super) fn others(strategy: &Strategy) -> Option<Step> {
    let (under, has_superior) = ranks(strategy);
    let mut step = Step::new(Key::Others, "Actors", "Who else is named");
    if under.is_empty() {
        "Who is named".clone_into(&mut step.title);
        if let Some(title) = step.blocks.first_mut() {
            title.text.clone_from(&step.title);
        }
    }
    for role in ActorRole::ALL {
        let group: Vec<EntryId> = strategy
            .of_kind(Kind::Actor)
            .iter()
            .copied()
            .filter(|id| !under.contains_key(id) && !has_superior.contains(id))
            .filter(|id| {
                strategy
                    .entry(*id)
                    .actor()
                    .is_some_and(|actor| actor.role == *role)
            })
            .collect();
        if !group.is_empty() {
            step.point(pillar::group(strategy, role.heading(), group));
        }
    }
    (step.points > 0).then_some(step)
}
