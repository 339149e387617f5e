//! Every card that a strategy gives, in the order in which a new learner is asked.

mod causes;
mod dates;
mod described;
mod held;
mod links;
mod made;
mod names;
mod order;
mod own;
mod phrases;
mod pillars;
mod ranked;
mod twins;
mod voices;
mod written;

use std::collections::{HashMap, HashSet};

use self::written::Written;
use super::card::{Answer, Card};
use super::fair::{Fair, can_be_asked};
use crate::model::Strategy;
use crate::text::fold::Folded;

/// Makes every card but those on names in another language, what matters most first. No key comes
/// twice, and no question that would have two right answers.
pub fn deck(strategy: &Strategy) -> Vec<Card> {
    let fair = Fair::new(strategy);
    let written = Written::new(strategy);
    let by = (&fair, &written);
    let mut cards = Vec::new();
    let mut linked = Vec::new();
    for (id, entry) in strategy.entries() {
        cards.extend(own::cards(strategy, id, entry));
        cards.extend(pillars::card(strategy, by, id));
        linked.extend(links::cards(strategy, by, id));
        cards.extend(held::cards(strategy, by, id));
        cards.extend(described::card(strategy, by, id));
        cards.extend(twins::cards(strategy, by, id));
        cards.extend(causes::cards(strategy, &fair, id));
        cards.extend(dates::card(strategy, by, id));
    }
    cards.extend(links::once(linked));
    cards.extend(voices::cards(strategy, &written));
    cards.extend(order::cards(strategy));
    ranked::ranked(strategy, clear(cards))
}

/// The cards on official names in another language, which are asked only when wished for.
pub fn names(strategy: &Strategy) -> Vec<Card> {
    clear(names::cards(strategy, &Fair::new(strategy)))
}

/// Both: a card of the deck, a name, and so on.
pub fn deck_and_names(strategy: &Strategy) -> Vec<Card> {
    let mut names = names(strategy).into_iter();
    let mut both = Vec::new();
    for card in deck(strategy) {
        both.push(card);
        both.extend(names.next());
    }
    both.extend(names);
    both
}

/// Leaves out what cannot be asked: what is too long, an answer that stands in its question, a
/// question that is put twice with different answers, a key or a question that came before.
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
    let mut keys = HashSet::new();
    let mut asked = HashSet::new();
    cards
        .into_iter()
        .filter(|card| {
            let question = fold(&card.question);
            let answer = fold(&card.answer.text());
            let sure = !is_whole(card) || answers.get(&question) == Some(&Some(answer.clone()));
            let short = !card.is_made() || can_be_asked(&card.question, &card.answer.text());
            sure && short
                && !answer.trim().is_empty()
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
