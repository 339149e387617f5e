//! Official names in their own language.

use std::collections::HashSet;

use super::made;
use crate::model::{Entry, EntryId, Kind, Role, Strategy, Weight};
use crate::study::card::{Answer, Card, Wrong};
use crate::study::fair::{FEWEST, Fair, holds_proper_name};
use crate::study::hint::{contains, stems};
use crate::text::fold::Folded;
use crate::wording::{called, language};

/// The cards of what has an official name in another language, each name once.
pub(super) fn cards(strategy: &Strategy, fair: &Fair<'_>) -> Vec<Card> {
    let mut seen = HashSet::new();
    let entries = strategy.entries().filter(|(_, entry)| is_official(entry));
    let cards = entries.filter_map(|(id, entry)| {
        let original = entry.original.as_ref()?;
        let first = seen.insert(Folded::new(original).as_str().to_owned());
        (first && !is_told(entry, original)).then(|| card(strategy, fair, id))?
    });
    cards.collect()
}

fn card(strategy: &Strategy, fair: &Fair<'_>, id: EntryId) -> Option<Card> {
    let entry = strategy.entry(id);
    let right = entry.original.clone()?;
    let tongue = language(strategy, entry);
    if tongue == Some("English") {
        return None;
    }
    let options: Vec<EntryId> = fair
        .options(id, id)
        .into_iter()
        .filter(|other| {
            let other = strategy.entry(*other);
            other.original.is_some() && language(strategy, other) == tongue
        })
        .collect();
    if options.len() < FEWEST {
        return None;
    }
    let tongue = tongue.unwrap_or("original");
    let question = format!("What is the {tongue} name of {}?", called(entry));
    let told = right.to_string();
    let answer = Answer::One {
        right,
        wrong: Wrong::Originals(id, options),
        recall: true,
    };
    made::card(strategy, ("original", vec![id]), &question, (answer, &told))
}

/// Whether the name is one that texts of law and government use, and not a display name.
fn is_official(entry: &Entry) -> bool {
    let role = entry.actor().map(|actor| actor.role);
    let kind = matches!(
        (entry.kind, role),
        (
            Kind::Goal | Kind::Principle | Kind::Instrument | Kind::Term,
            _
        ) | (
            Kind::Actor,
            Some(Role::Body | Role::Office | Role::Organisation)
        )
    );
    let plain = !entry.name.contains('(') && !entry.name.contains(" and its ");
    // Of an instrument a name in plain words, or with an explanation, is ours.
    let titled = holds_proper_name(&entry.name) && !entry.name.contains([',', ':']);
    let official = plain && (titled || entry.kind != Kind::Instrument);
    kind && official && entry.weight != Weight::Context
}

/// Whether the one name tells the other: they share a word, or are the same in another dress, as
/// English words in katakana are.
fn is_told(entry: &Entry, original: &str) -> bool {
    let katakana = |each: char| ('\u{30a0}'..='\u{30ff}').contains(&each);
    original.chars().all(katakana)
        || contains(original, &entry.name)
        || contains(&entry.name, original)
        || !stems(original).is_disjoint(&stems(&entry.name))
}
