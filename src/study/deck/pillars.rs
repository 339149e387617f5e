//! Which pillar does this objective belong to?

use super::named;
use crate::model::{EntryId, Kind, Strategy};
use crate::study::card::Card;
use crate::study::hint::Words;
use crate::wording::called;

/// The card of an objective.
pub(super) fn pillar(strategy: &Strategy, words: &Words, id: EntryId) -> Option<Card> {
    let entry = strategy.entry(id);
    let pillar = entry.parent?;
    if entry.kind != Kind::Objective || words.give_away(strategy, (id, pillar), &[]) {
        return None;
    }
    let question = format!("Which pillar does {} belong to?", called(entry));
    named(
        strategy,
        "pillar",
        &[id],
        &question,
        (pillar, vec![id], true),
    )
}
