//! The author's own questions.

use crate::model::{Entry, EntryId, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};

/// The cards that an entry carries. They are numbered, so that a new wording keeps its history.
pub(super) fn cards(strategy: &Strategy, id: EntryId, entry: &Entry) -> Vec<Card> {
    let cards = entry.cards.iter().zip(1..);
    cards
        .map(|(card, number)| Card {
            key: Key::new(&format!("own-{number}"), [entry.id.as_str()]),
            topic: Topic::of(strategy, id),
            entries: vec![id],
            question: card.ask.clone(),
            answer: if card.wrong.is_empty() {
                Answer::Text(card.answer.clone())
            } else {
                Answer::One {
                    right: card.answer.clone(),
                    wrong: Wrong::Texts(card.wrong.clone()),
                    recall: true,
                }
            },
            mark: mark(&card.answer),
        })
        .collect()
}
