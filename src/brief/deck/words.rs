//! The words of a deck that are the same on many steps.

use crate::model::{Entry, EntryId, Kind, Strategy};
use crate::wording::capital;

/// What an entry is: `Pillar 3 of 8`, `Actor: body`.
pub(super) fn kind(strategy: &Strategy, id: EntryId) -> String {
    let entry = strategy.entry(id);
    let word = capital(entry.kind.word());
    match (strategy.number(id), entry.kind, entry.actor()) {
        (Some(number), Kind::Pillar, _) => {
            format!(
                "{word} {number} of {}",
                strategy.of_kind(Kind::Pillar).len()
            )
        }
        (Some(number), ..) => format!("{word} {number}"),
        (None, _, Some(actor)) => format!("{word}: {}", actor.role.word()),
        _ => word,
    }
}

/// An entry by its name, an event with its date before.
pub(super) fn name(entry: &Entry) -> String {
    match entry.event() {
        Some(event) => format!("{}: {}", event.date, entry.name),
        None => entry.name.to_string(),
    }
}
