//! What led to it, and what followed, where a link says so.

use super::made::named;
use crate::model::{EntryId, Strategy, Verb, Weight};
use crate::study::card::Card;
use crate::study::fair::{Fair, stands_alone};
use crate::wording::called;

/// Words of a link that tell of a cause and its consequence, from the one to the other.
const LEADS: &[&str] = &[
    "led to",
    "leads to",
    "caused",
    "brought about",
    "gave rise to",
    "prompted",
    "resulted in",
    "prepared the way for",
    "triggered",
    "set off",
];

/// The cards of links by which this entry is the cause: one asks for it, one for what followed.
pub(super) fn cards(strategy: &Strategy, fair: &Fair<'_>, cause: EntryId) -> Vec<Card> {
    let entry = strategy.entry(cause);
    let leads =
        |verb: &Verb| matches!(verb, Verb::Other(forward, _) if LEADS.contains(&forward.as_str()));
    let links = entry.links.iter().filter(|link| leads(&link.verb));
    links
        .filter(|link| fair.is_firm(link, [cause, link.to]))
        .filter(|_| entry.weight != Weight::Context && stands_alone(&entry.name))
        .filter_map(|link| {
            let followed = strategy.entry(link.to);
            let words = link.verb.forward();
            let question = format!("What {words} {}?", called(followed));
            let about = vec![link.to, cause];
            let alone = stands_alone(&followed.name);
            alone.then(|| named(fair, strategy, ("cause", about), &question, cause))?
        })
        .collect()
}
