//! Which pillar does this objective belong to?

use super::made::{among, keeps_secret};
use super::written::Written;
use crate::model::{EntryId, Kind, Strategy, Tier, Weight};
use crate::study::card::Card;
use crate::study::fair::{Fair, stands_alone};
use crate::study::hint::{shared, stems};
use crate::wording::called;

/// The card of an objective that matters most, where nothing speaks against its place and no
/// question of the author's about the pillar tells it.
pub(super) fn card(
    strategy: &Strategy,
    (fair, written): (&Fair<'_>, &Written<'_>),
    id: EntryId,
) -> Option<Card> {
    let entry = strategy.entry(id);
    let pillar = entry.parent?;
    let asked = entry.kind == Kind::Objective && entry.weight == Weight::Key;
    let told = written.says(pillar, &entry.name) || written.answers(entry);
    if !asked || told || !entry.caveats.is_empty() || !stands_alone(&entry.name) {
        return None;
    }
    // A place that no primary source gives is told as somebody's report.
    let primary = |source: EntryId| {
        let facts = strategy.entry(source).source();
        facts.and_then(|facts| facts.tier) != Some(Tier::Secondary)
    };
    let is_official = |id: EntryId| {
        let mut cites = strategy.entry(id).cites.iter();
        cites.any(|cite| primary(cite.source))
    };
    let which = if is_official(id) && is_official(pillar) {
        "Which"
    } else {
        "As reported, which"
    };
    let question = format!("{which} pillar does {} belong to?", called(entry));
    // A pillar that shares a word with the objective would look right, and might be.
    let own = stems(&entry.name);
    let mut options = fair.options(id, pillar);
    options.retain(|other| {
        let topics = &strategy.entry(*other).topics;
        entry.topics.iter().all(|topic| !topics.contains(topic))
    });
    options.retain(|other| shared(&own, &stems(&strategy.entry(*other).name)).is_empty());
    among(strategy, ("pillar", vec![id]), &question, (pillar, options))
        .filter(|card| keeps_secret(fair, card, pillar))
}
