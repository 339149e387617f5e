//! Which cards belong to an entry.

use std::collections::BTreeSet;

use super::card::Card;
use crate::model::{EntryId, Kind, Strategy};

/// The places, in a deck, of the cards that belong to some entries: those that ask about them or
/// about their objectives; for a pillar or a goal also about what is linked with it. When there is
/// none, those about what is linked with the entries.
pub fn scope(strategy: &Strategy, cards: &[Card], entries: &[EntryId]) -> Vec<usize> {
    let mut own: BTreeSet<EntryId> = BTreeSet::new();
    let mut near: BTreeSet<EntryId> = BTreeSet::new();
    for id in entries {
        let entry = strategy.entry(*id);
        let family: Vec<EntryId> = [*id].into_iter().chain(entry.children.clone()).collect();
        let linked = family
            .iter()
            .flat_map(|each| strategy.relations(*each))
            .map(|relation| relation.other);
        near.extend(linked);
        near.extend(entry.parent);
        own.extend(family);
        if matches!(entry.kind, Kind::Pillar | Kind::Goal) {
            own.append(&mut near);
        }
    }
    let about = |set: &BTreeSet<EntryId>| -> Vec<usize> {
        let cards = cards.iter().enumerate();
        cards
            .filter(|(_, card)| card.entries.iter().any(|id| set.contains(id)))
            .map(|(at, _)| at)
            .collect()
    };
    let found = about(&own);
    if found.is_empty() {
        about(&near)
    } else {
        found
    }
}
