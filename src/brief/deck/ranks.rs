//! Who stands under whom, by the links that put one actor under another.

use std::collections::{HashMap, HashSet};

use crate::date::Period;
use crate::model::{EntryId, Kind, Strategy, Verb};

/// Somebody under somebody.
#[derive(Clone, Copy)]
pub(super) struct Under {
    pub(super) who: EntryId,
    /// Those at the head first.
    pub(super) rank: u8,
    pub(super) says: &'static str,
    pub(super) active: Period,
}

/// Who stands under whom.
pub(super) type Ranks = HashMap<EntryId, Vec<Under>>;

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

pub(super) fn ranks(strategy: &Strategy) -> (Ranks, HashSet<EntryId>) {
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
