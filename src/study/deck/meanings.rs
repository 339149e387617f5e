//! What a term means, and what a description describes.

use super::alike::Alike;
use super::links::is_asked;
use super::{ids, named};
use crate::model::{EntryId, Kind, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};
use crate::study::hint::Words;
use crate::text::Clean;
use crate::wording::{called, which};

/// A description has at least this many words.
const WORDS: usize = 5;

/// The cards of an entry that is described.
pub(super) fn cards(
    strategy: &Strategy,
    (words, alike): (&Words, &Alike),
    id: EntryId,
) -> Vec<Card> {
    let entry = strategy.entry(id);
    let Some(summary) = entry.summary.as_ref().filter(|_| is_described(entry.kind)) else {
        return Vec::new();
    };
    let long = summary.split(' ').count() >= WORDS || !summary.is_ascii();
    if !long || words.told_by(summary, entry) || alike.is_shared(entry.kind, summary) {
        return Vec::new();
    }
    let question = format!("{} is this? “{summary}”", which(entry));
    let mut cards: Vec<Card> = named(
        strategy,
        "described",
        &[id],
        &question,
        (id, Vec::new(), true),
    )
    .into_iter()
    .collect();
    if entry.kind == Kind::Term {
        cards.push(Card {
            key: Key::new("meaning", ids(strategy, &[id])),
            topic: Topic::of(strategy, id),
            entries: vec![id],
            question: Clean::new(&format!("What does {} mean?", called(entry))),
            answer: Answer::One {
                right: summary.clone(),
                wrong: Wrong::Summaries(id, Vec::new()),
                recall: true,
            },
            mark: mark(summary),
        });
    }
    cards
}

const fn is_described(kind: Kind) -> bool {
    is_asked(kind)
        && !matches!(
            kind,
            Kind::Event | Kind::Pillar | Kind::Objective | Kind::Goal
        )
}
