//! How a card is made, whatever it asks.

use crate::model::{EntryId, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};
use crate::study::fair::{FEWEST, Fair};
use crate::text::Clean;

/// A card of a kind about some entries; none without an entry. It stands for `told`, whatever the
/// wording of its answer.
pub(super) fn card(
    strategy: &Strategy,
    (kind, about): (&str, Vec<EntryId>),
    question: &str,
    (answer, told): (Answer, &str),
) -> Option<Card> {
    let first = *about.first()?;
    let ids = about.iter().map(|id| strategy.entry(*id).id.as_str());
    Some(Card {
        key: Key::new(kind, ids),
        topic: Topic::of(strategy, first),
        question: Clean::new(question),
        answer,
        mark: mark(told),
        weight: strategy.entry(first).weight,
        first: None,
        entries: about,
    })
}

/// A card whose answer is the name of an entry; none when too little can be offered beside it, or
/// when the question gives it away.
pub(super) fn named(
    fair: &Fair<'_>,
    strategy: &Strategy,
    (kind, about): (&str, Vec<EntryId>),
    question: &str,
    right: EntryId,
) -> Option<Card> {
    let options = fair.options(*about.first()?, right);
    among(strategy, (kind, about), question, (right, options))
        .filter(|card| keeps_secret(fair, card, right))
}

/// The same with these options.
pub(super) fn among(
    strategy: &Strategy,
    about: (&str, Vec<EntryId>),
    question: &str,
    (right, options): (EntryId, Vec<EntryId>),
) -> Option<Card> {
    let entry = strategy.entry(right);
    let answer = Answer::One {
        right: entry.name.clone(),
        recall: true,
        wrong: Wrong::Names(right, options),
    };
    let card = card(strategy, about, question, (answer, &entry.id))?;
    let enough = matches!(&card.answer, Answer::One { wrong: Wrong::Names(_, options), .. } if options.len() >= FEWEST);
    enough.then_some(card)
}

/// Whether the question does not tell which of its options is right.
pub(super) fn keeps_secret(fair: &Fair<'_>, card: &Card, right: EntryId) -> bool {
    matches!(&card.answer, Answer::One { wrong: Wrong::Names(_, options), .. }
        if fair.keeps_secret(&card.question, right, options))
}
