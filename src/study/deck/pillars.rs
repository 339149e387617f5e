//! Which pillar does this objective belong to?

use super::made::{among, keeps_secret};
use crate::model::{EntryId, Kind, Strategy, Tier, Weight};
use crate::study::card::Card;
use crate::study::fair::{Fair, stands_alone};
use crate::study::hint::{shared, stems};
use crate::wording::called;

/// The card of an objective that matters most, where nothing speaks against its place.
pub(super) fn card(strategy: &Strategy, fair: &Fair<'_>, id: EntryId) -> Option<Card> {
    let entry = strategy.entry(id);
    let pillar = entry.parent?;
    let asked = entry.kind == Kind::Objective && entry.weight == Weight::Key;
    if !asked || !entry.caveats.is_empty() || !stands_alone(&entry.name) {
        return None;
    }
    // A place that no primary source gives is told as somebody's report.
    let primary = |source: EntryId| {
        let facts = strategy.entry(source).source();
        facts.and_then(|facts| facts.tier) != Some(Tier::Secondary)
    };
    let which = if entry.cites.iter().any(|cite| primary(cite.source)) {
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
