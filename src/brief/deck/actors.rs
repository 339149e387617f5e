//! Who answers to whom, as an indented tree; and everybody else.

use std::collections::{HashMap, HashSet};

use super::pillar;
use crate::brief::block::{Block, Branch, Role};
use crate::brief::step::{Key, Step};
use crate::date::Period;
use crate::model::{EntryId, Kind, Role as ActorRole, Strategy, Verb};

/// Somebody under somebody.
#[derive(Clone, Copy)]
struct Under {
    who: EntryId,
    /// Those at the head first.
    rank: u8,
    says: &'static str,
    active: Period,
}

/// Who stands under whom.
type Ranks = HashMap<EntryId, Vec<Under>>;

/// The rank of a mere part.
const PART: u8 = 5;

/// The links that put one actor under another: rank, and the words from above.
const fn places_under(verb: &Verb) -> Option<(u8, &'static str)> {
    match verb {
        Verb::Heads => Some((0, "headed by")),
        Verb::HoldsOffice => Some((1, "held by")),
        Verb::DeputyOf => Some((2, "deputy")),
        Verb::SecretariatOf => Some((3, "secretariat")),
        Verb::ReportsTo => Some((4, "oversees")),
        Verb::PartOf => Some((PART, "part")),
        Verb::MemberOf => Some((6, "member")),
        _ => None,
    }
}

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

fn ranks(strategy: &Strategy) -> (Ranks, HashSet<EntryId>) {
    let mut under = Ranks::new();
    let mut has_superior = HashSet::new();
    for id in strategy.of_kind(Kind::Actor) {
        for link in &strategy.entry(*id).links {
            let Some((rank, says)) = places_under(&link.verb) else {
                continue;
            };
            if strategy.entry(link.to).kind != Kind::Actor || link.to == *id {
                continue;
            }
            has_superior.insert(*id);
            under.entry(link.to).or_default().push(Under {
                who: *id,
                rank,
                says,
                active: link.active,
            });
        }
    }
    for group in under.values_mut() {
        group.sort_by_key(|each| (each.rank, each.active.from));
    }
    without_pairs(under, has_superior)
}

/// Leaves out a whole with its one part, such as a state and its ministry, which nothing else
/// links: a part does not yet answer to anybody. Where there is nothing else they stay.
fn without_pairs(
    mut under: Ranks,
    mut has_superior: HashSet<EntryId>,
) -> (Ranks, HashSet<EntryId>) {
    let mut superiors: HashMap<EntryId, usize> = HashMap::new();
    for each in under.values().flatten() {
        *superiors.entry(each.who).or_default() += 1;
    }
    let is_pair = |whole: &EntryId, group: &[Under]| match group {
        [part] => {
            part.rank == PART
                && !under.contains_key(&part.who)
                && superiors.get(&part.who) == Some(&1)
                && !superiors.contains_key(whole)
        }
        _ => false,
    };
    let pairs: Vec<(EntryId, EntryId)> = under
        .iter()
        .filter(|(whole, group)| is_pair(whole, group))
        .filter_map(|(whole, group)| Some((*whole, group.first()?.who)))
        .collect();
    if pairs.len() < under.len() {
        for (whole, part) in pairs {
            under.remove(&whole);
            has_superior.remove(&part);
        }
    }
    (under, has_superior)
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
