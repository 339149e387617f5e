//! Names in their own language, both ways.

use super::alike::Alike;
use super::ids;
use super::links::is_asked;
use crate::model::{Entry, EntryId, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};
use crate::study::hint::{contains, stems};
use crate::text::Clean;
use crate::wording::called;

/// The two cards of an entry that has a name of its own in another script.
pub(super) fn cards(strategy: &Strategy, alike: &Alike, id: EntryId) -> Vec<Card> {
    let entry = strategy.entry(id);
    let Some(original) = &entry.original else {
        return Vec::new();
    };
    if !is_asked(entry.kind) || is_told(entry, original) {
        return Vec::new();
    }
    let same = alike.named(entry.kind, original);
    let card = |kind: &str, question: String, right: &Clean, wrong: Wrong| Card {
        key: Key::new(kind, ids(strategy, &[id])),
        topic: Topic::of(strategy, id),
        entries: vec![id],
        question: Clean::new(&question),
        answer: Answer::One {
            right: right.clone(),
            wrong,
            recall: true,
        },
        mark: mark(right),
    };
    let tongue = alike.tongue;
    vec![
        card(
            "original",
            format!("What is {} called {tongue}?", called(entry)),
            original,
            Wrong::Originals(id, same.clone()),
        ),
        card(
            "english",
            format!("What is “{original}” in English?"),
            &entry.name,
            Wrong::Names(id, same),
        ),
    ]
}

/// Whether the one name tells the other: they share a word, or are the same in another dress.
fn is_told(entry: &Entry, original: &str) -> bool {
    contains(original, &entry.name)
        || contains(&entry.name, original)
        || !stems(original).is_disjoint(&stems(&entry.name))
}
