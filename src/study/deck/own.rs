//! The author's own questions.

use super::made;
use crate::model::{Entry, EntryId, Strategy};
use crate::study::card::{Answer, Card, Wrong};

/// The cards that an entry carries. They are numbered, so that a new wording keeps its history.
pub(super) fn cards(strategy: &Strategy, id: EntryId, entry: &Entry) -> Vec<Card> {
    let cards = entry.cards.iter().zip(1..);
    cards
        .filter_map(|(card, number)| {
            let answer = if card.wrong.is_empty() {
                Answer::Text(card.answer.clone())
            } else {
                Answer::One {
                    right: card.answer.clone(),
                    wrong: Wrong::Texts(card.wrong.clone()),
                    recall: true,
                }
            };
            let kind = format!("own-{number}");
            let made = made::card(
                strategy,
                (&kind, vec![id]),
                &card.ask,
                (answer, &card.answer),
            )?;
            Some(Card {
                first: card.first,
                ..made
            })
        })
        .collect()
}
