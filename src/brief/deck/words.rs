//! The words of a deck that are the same on many steps.

use crate::model::{Entry, EntryId, Kind, Meta, Status, Strategy};

/// `Superseded on 23 Dec 2025 by Cybersecurity Strategy (2025)`.
pub(super) fn status(meta: &Meta) -> String {
    match &meta.status {
        Status::Draft => "Draft, not adopted yet".to_owned(),
        Status::InForce => "In force".to_owned(),
        Status::Superseded { by, on } => {
            let on = on.map(|on| format!(" on {on}")).unwrap_or_default();
            if by.is_empty() {
                format!("Superseded{on}")
            } else {
                format!("Superseded{on} by {by}")
            }
        }
    }
}

/// The name of a strategy with its edition: `Cybersecurity Strategy (2021)`.
pub(super) fn title(meta: &Meta) -> String {
    match &meta.edition {
        Some(edition) => format!("{} ({edition})", meta.title),
        None => meta.title.to_string(),
    }
}

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

/// With a capital letter.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}
