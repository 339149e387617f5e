//! Every card that a strategy gives.

mod alike;
mod dates;
mod links;
mod meanings;
mod names;
mod order;
mod own;
mod phrases;
mod pillars;
mod strength;

use std::collections::HashMap;

use self::alike::Alike;
use super::card::{Answer, Card, Key, Topic, Wrong, mark};
use super::hint::Words;
use crate::model::{EntryId, Strategy};
use crate::text::Clean;
use crate::text::fold::Folded;

/// Makes every card, in the order of the file. No key comes twice, and no question that would have
/// two right answers.
pub fn deck(strategy: &Strategy) -> Vec<Card> {
    let words = Words::new(strategy);
    let alike = Alike::new(strategy);
    let mut cards = Vec::new();
    for (id, entry) in strategy.entries() {
        cards.extend(pillars::pillar(strategy, &words, id));
        cards.extend(links::cards(strategy, &words, id));
        cards.extend(strength::cards(strategy, id));
        cards.extend(meanings::cards(strategy, (&words, &alike), id));
        cards.extend(names::cards(strategy, &alike, id));
        cards.extend(dates::card(strategy, id));
        cards.extend(own::cards(strategy, id, entry));
    }
    cards.extend(order::cards(strategy));
    clear(cards)
}

/// A card whose answer is the name of an entry.
fn named(
    strategy: &Strategy,
    kind: &str,
    about: &[EntryId],
    question: &str,
    (right, except, recall): (EntryId, Vec<EntryId>, bool),
) -> Option<Card> {
    let first = *about.first()?;
    let entry = strategy.entry(right);
    Some(Card {
        key: Key::new(kind, ids(strategy, about)),
        topic: Topic::of(strategy, first),
        entries: about.to_vec(),
        question: Clean::new(question),
        answer: Answer::One {
            right: entry.name.clone(),
            wrong: Wrong::Names(right, except),
            recall,
        },
        mark: mark(&entry.id),
    })
}

fn ids<'a>(strategy: &'a Strategy, about: &'a [EntryId]) -> impl Iterator<Item = &'a str> {
    about.iter().map(|id| strategy.entry(*id).id.as_str())
}

/// Leaves out what cannot be asked: an answer that stands in its question, a question that is put
/// twice with different answers, a key or a question that came before.
fn clear(cards: Vec<Card>) -> Vec<Card> {
    let fold = |text: &str| Folded::new(text).as_str().to_owned();
    let mut answers: HashMap<String, Option<String>> = HashMap::new();
    for card in cards.iter().filter(|card| is_whole(card)) {
        let answer = fold(&card.answer.text());
        answers
            .entry(fold(&card.question))
            .and_modify(|known| {
                if known.as_ref() != Some(&answer) {
                    *known = None;
                }
            })
            .or_insert(Some(answer));
    }
    let mut keys = std::collections::HashSet::new();
    let mut asked = std::collections::HashSet::new();
    cards
        .into_iter()
        .filter(|card| {
            let question = fold(&card.question);
            let answer = fold(&card.answer.text());
            let sure = !is_whole(card) || answers.get(&question) == Some(&Some(answer.clone()));
            sure && !answer.trim().is_empty()
                && !question.contains(&answer)
                && asked.insert((question, answer))
                && keys.insert(card.key.clone())
        })
        .collect()
}

/// Whether the question stands alone, without its options.
fn is_whole(card: &Card) -> bool {
    match &card.answer {
        Answer::One { recall, .. } => *recall,
        Answer::Order(_) => false,
        Answer::Text(_) => true,
    }
}
