//! What a description describes.

use super::made::{among, keeps_secret};
use super::written::Written;
use crate::model::{Entry, EntryId, Kind, Role, Strategy, Weight};
use crate::study::card::Card;
use crate::study::fair::{Fair, names, reads_alone};
use crate::study::hint::{shared, stems};
use crate::wording::which;

/// A description has at least this many words.
const WORDS: usize = 10;

/// The card of an entry that is described in words of its own. Nothing is asked of what a caveat
/// calls our reading, nor what a question of the author's asks already, from whichever end.
pub(super) fn card(
    strategy: &Strategy,
    (fair, written): (&Fair<'_>, &Written<'_>),
    id: EntryId,
) -> Option<Card> {
    let entry = strategy.entry(id);
    let summary = entry.summary.as_ref()?;
    let ours = entry.unverified || entry.caveats.iter().any(|caveat| caveat.editorial);
    let long = summary.split(' ').count() >= WORDS || !summary.is_ascii();
    let known = written.gives(entry) || written.tells(entry, summary);
    if !is_described(entry) || ours || !long || !reads_alone(summary) || known {
        return None;
    }
    let own = stems(&entry.name);
    let told = shared(&own, &stems(summary)).len() * 2;
    // Of a name of two words the one is often the field's own: `security`.
    if names(summary, entry) || told > own.len() || (told == own.len() && told > 2) {
        return None;
    }
    // What the summary names is not it.
    let mut options = fair.options(id, id);
    options.retain(|other| !names(summary, strategy.entry(*other)));
    let question = format!("{} is this? “{summary}”", which(entry));
    among(strategy, ("described", vec![id]), &question, (id, options))
        .filter(|card| keeps_secret(fair, card, id))
}

fn is_described(entry: &Entry) -> bool {
    let role = entry.actor().map(|actor| actor.role);
    let told = matches!(
        (entry.kind, role),
        (Kind::Instrument | Kind::Term | Kind::Principle, _)
            | (
                Kind::Actor,
                Some(Role::Body | Role::Office | Role::Person | Role::Organisation)
            )
    );
    told && entry.weight != Weight::Context
}
