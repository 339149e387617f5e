//! With what strength a threat is laid at somebody's door.

use super::ids;
use crate::model::{EntryId, Strategy, Verb};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};
use crate::text::Clean;
use crate::wording::called;

const STRENGTHS: [(Verb, &str); 2] = [
    (Verb::BelievedOf, "It is believed to be behind it"),
    (Verb::SuspectedOf, "It is suspected of it"),
];

/// Stronger than any link of a model; always wrong.
const PROVED: &str = "It was proved to be behind it";

/// The cards of an actor who is linked with threats.
pub(super) fn cards(strategy: &Strategy, id: EntryId) -> Vec<Card> {
    let entry = strategy.entry(id);
    let of = |verb: &Verb| STRENGTHS.iter().find(|(each, _)| each == verb);
    let links = entry.links.iter().filter_map(|link| {
        let (verb, right) = of(&link.verb)?;
        let other_too = entry
            .links
            .iter()
            .any(|other| other.to == link.to && other.verb != *verb && of(&other.verb).is_some());
        if other_too {
            return None;
        }
        let about = vec![link.to, id];
        let mut wrong: Vec<Clean> = STRENGTHS
            .iter()
            .filter(|(each, _)| each != verb)
            .map(|(_, text)| Clean::new(text))
            .collect();
        wrong.push(Clean::new(PROVED));
        Some(Card {
            key: Key::new("strength", ids(strategy, &about)),
            topic: Topic::of(strategy, link.to),
            question: Clean::new(&format!(
                "What is said of {} and {}?",
                called(entry),
                called(strategy.entry(link.to)),
            )),
            entries: about,
            answer: Answer::One {
                right: Clean::new(right),
                wrong: Wrong::Texts(wrong),
                recall: false,
            },
            mark: mark(right),
        })
    });
    links.collect()
}
