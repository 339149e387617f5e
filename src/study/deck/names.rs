//! Names in their own language, both ways.

use super::ids;
use super::links::is_asked;
use crate::model::{Entry, EntryId, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};
use crate::study::hint::{contains, stems};
use crate::study::wording::{called, tongue};
use crate::text::Clean;
use crate::text::fold::Folded;

/// The two cards of an entry that has a name of its own in another script.
pub(super) fn cards(strategy: &Strategy, id: EntryId) -> Vec<Card> {
    let entry = strategy.entry(id);
    let Some(original) = &entry.original else {
        return Vec::new();
    };
    if !is_asked(entry.kind) || is_told(entry, original) {
        return Vec::new();
    }
    let mut same = namesakes(strategy, id, original);
    same.push(id);
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
    let tongue = tongue(strategy);
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

/// Other entries of the kind with the same name in their own language.
fn namesakes(strategy: &Strategy, id: EntryId, original: &str) -> Vec<EntryId> {
    let folded = Folded::new(original);
    let same = |other: &&EntryId| {
        let name = strategy.entry(**other).original.as_ref();
        name.is_some_and(|name| Folded::new(name).as_str() == folded.as_str())
    };
    let all = strategy.of_kind(strategy.entry(id).kind).iter();
    all.filter(|other| **other != id)
        .filter(same)
        .copied()
        .collect()
}
