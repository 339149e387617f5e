//! Who held an office on a day?

use super::dates::is_clear;
use super::made::among;
use super::written::Written;
use crate::date::Date;
use crate::model::{AsOf, Entry, EntryId, EventStatus, Kind, Role, Strategy, Verb, Weight};
use crate::study::card::Card;
use crate::study::fair::Fair;
use crate::wording::{called, date_in_full};

/// A day, and what happened on it.
struct Day<'a> {
    date: Date,
    what: &'a Entry,
}

/// A card for each holder of an office, on a day of his or her own on which something happened.
/// Holders of other days may stand among the options: on that day they are wrong for certain.
pub(super) fn cards(
    strategy: &Strategy,
    (fair, written): (&Fair<'_>, &Written<'_>),
    office: EntryId,
) -> Vec<Card> {
    let entry = strategy.entry(office);
    let is_office = entry
        .actor()
        .is_some_and(|actor| actor.role == Role::Office);
    if !is_office || entry.weight == Weight::Context {
        return Vec::new();
    }
    let days = days(strategy);
    let relations = strategy.relations(office).into_iter();
    let holders = relations
        .filter(|relation| !relation.outward && relation.link.verb == Verb::HoldsOffice)
        .filter(|relation| fair.is_firm(relation.link, [office, relation.other]));
    holders
        .filter(|relation| !written.answers(strategy.entry(relation.other)))
        .filter_map(|relation| {
            let holder = relation.other;
            let day = days
                .iter()
                .find(|day| is_sole(strategy, office, (holder, day.date)))?;
            let others = others(strategy, fair, (office, holder), day.date);
            let question = format!(
                "Who was {} on {}, the day of “{}”?",
                called(entry),
                date_in_full(day.date),
                day.what.name,
            );
            let about = ("held-on", vec![office, holder]);
            among(strategy, about, &question, (holder, others))
        })
        .collect()
}

/// Days to the day on which something of weight was done, what matters most first.
fn days(strategy: &Strategy) -> Vec<Day<'_>> {
    let events = strategy.of_kind(Kind::Event).iter();
    let mut days: Vec<Day<'_>> = events
        .map(|id| strategy.entry(*id))
        .filter(|what| what.caveats.is_empty())
        .filter(|what| is_clear(strategy, what))
        .filter_map(|what| {
            let event = what.event()?;
            let exact = matches!(event.date, Date::Day(..)) && event.status == EventStatus::Done;
            exact.then_some(Day {
                date: event.date,
                what,
            })
        })
        .collect();
    days.sort_by_key(|day| day.what.weight);
    days
}

/// Whether one person alone held an office on a day, for certain and not as the last or first day.
fn is_sole(strategy: &Strategy, office: EntryId, (holder, day): (EntryId, Date)) -> bool {
    let held = strategy.holders(office, AsOf::On(day));
    let [only] = held.as_slice() else {
        return false;
    };
    let active = only.relation.link.active;
    let inside = active.from.is_some_and(|from| from.last_day() < day)
        && active.to.is_none_or(|to| to.first_day() > day);
    only.relation.other == holder && !only.about && inside
}

/// Those of other days, then those who held another office on that day.
fn others(
    strategy: &Strategy,
    fair: &Fair<'_>,
    (office, holder): (EntryId, EntryId),
    day: Date,
) -> Vec<EntryId> {
    let offices = |id: EntryId| {
        let links = strategy.entry(id).links.iter();
        links.filter(|link| link.verb == Verb::HoldsOffice && !link.active.is_open())
    };
    let excluded = |id: EntryId| {
        let mut terms = offices(id).filter(|link| link.to == office);
        terms.all(|link| {
            link.active.to.is_some_and(|to| to.last_day() < day)
                || link.active.from.is_some_and(|from| from.first_day() > day)
        })
    };
    let (here, elsewhere): (Vec<EntryId>, Vec<EntryId>) = fair
        .like(holder)
        .filter(|id| offices(*id).next().is_some() && excluded(*id))
        .partition(|id| offices(*id).any(|link| link.to == office));
    let there = elsewhere.into_iter().filter(|id| {
        offices(*id).any(|link| {
            link.active.from.is_some_and(|from| from.last_day() < day)
                && link.active.to.is_none_or(|to| to.first_day() > day)
        })
    });
    here.into_iter().chain(there).collect()
}
