//! The order in which a new learner is asked.

use std::collections::HashSet;

use crate::model::{EntryId, Kind, Strategy, Weight};
use crate::study::card::Card;
use crate::study::draw::mixed;
use crate::study::fair::names;

/// First what the author puts first; then by weight, the author's own questions before those that
/// are made, one topic after the other; a term before what uses it.
pub(super) fn ranked(strategy: &Strategy, cards: Vec<Card>) -> Vec<Card> {
    let mut places: Vec<usize> = (0..cards.len()).collect();
    let first = |at: &usize| cards.get(*at).and_then(|card| card.first);
    let mut order: Vec<usize> = places.clone();
    order.retain(|at| first(at).is_some());
    order.sort_by_key(first);
    places.retain(|at| first(at).is_none());
    for weight in [Weight::Key, Weight::Main, Weight::Context] {
        for made in [false, true] {
            let tier: Vec<usize> = places
                .iter()
                .copied()
                .filter(|at| {
                    let card = cards.get(*at);
                    card.is_some_and(|card| card.weight == weight && card.is_made() == made)
                })
                .collect();
            let count = tier.len();
            order.extend(mixed(&cards, tier, count));
        }
    }
    let order = terms_first(strategy, &cards, order);
    let mut cards: Vec<Option<Card>> = cards.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|at| cards.get_mut(at)?.take())
        .collect()
}

/// Moves the first card on a term before the first that uses it, unless the author has put that one
/// first.
fn terms_first(strategy: &Strategy, cards: &[Card], order: Vec<usize>) -> Vec<usize> {
    let terms: Vec<(EntryId, usize)> = strategy
        .of_kind(Kind::Term)
        .iter()
        .filter_map(|term| {
            let about = |at: &&usize| {
                let card = cards.get(**at);
                card.is_some_and(|card| card.entries.first() == Some(term))
            };
            Some((*term, *order.iter().find(about)?))
        })
        .collect();
    let mut told: HashSet<usize> = HashSet::new();
    let mut out = Vec::with_capacity(order.len());
    for at in order {
        let Some(card) = cards.get(at) else { continue };
        if card.first.is_none() && !told.contains(&at) {
            for (term, intro) in &terms {
                let uses = *intro != at && names(&card.question, strategy.entry(*term));
                if uses && told.insert(*intro) {
                    out.push(*intro);
                }
            }
        }
        if told.insert(at) {
            out.push(at);
        }
    }
    out
}
