//! Which year was it?

use super::made;
use super::written::Written;
use crate::date::Date;
use crate::model::{Entry, EntryId, EventStatus, Kind, Role, Strategy, Verb, Weight};
use crate::study::card::{Answer, Card, Wrong};
use crate::study::fair::{Fair, holds_proper_name, names, stands_alone};
use crate::study::hint::stems;
use crate::text::Clean;
use crate::wording::{called, names_a_year};

/// The card of an event, or of a body whose beginning is known. What the record disagrees on is not
/// asked, nor what names its year, nor what cannot be understood alone.
pub(super) fn card(
    strategy: &Strategy,
    (fair, written): (&Fair<'_>, &Written<'_>),
    id: EntryId,
) -> Option<Card> {
    let entry = strategy.entry(id);
    let (kind, question, date) =
        event(strategy, entry).or_else(|| body(strategy, (fair, entry), id))?;
    let year = date.year();
    let told = year.to_string();
    let asked = names_a_year(&entry.name) || written.dates((id, &entry.name), &told);
    if asked || is_disputed(entry) || entry.weight == Weight::Context {
        return None;
    }
    let answer = Answer::One {
        right: Clean::new(&told),
        wrong: Wrong::Years(year, alike(strategy, id)),
        recall: true,
    };
    made::card(strategy, (kind, vec![id]), &question, (answer, &told))
}

fn event(strategy: &Strategy, entry: &Entry) -> Option<(&'static str, String, Date)> {
    let event = entry.event()?;
    let question = format!("In which year was this? “{}”", entry.name);
    let done = event.status == EventStatus::Done && event.until.is_none();
    (done && is_clear(strategy, entry)).then_some(("year", question, event.date))
}

/// Whether an event's name says what it is to who sees nothing else.
pub(super) fn is_clear(strategy: &Strategy, entry: &Entry) -> bool {
    let mut terms = strategy.of_kind(Kind::Term).iter();
    stands_alone(&entry.name)
        && (holds_proper_name(&entry.name)
            || terms.any(|term| names(&entry.name, strategy.entry(*term))))
}

fn body(
    strategy: &Strategy,
    (fair, entry): (&Fair<'_>, &Entry),
    id: EntryId,
) -> Option<(&'static str, String, Date)> {
    let actor = entry.actor()?;
    let date = actor.active.from?;
    let set_up = actor.role == Role::Body && fair.side(id).is_none();
    // An event that tells of it is asked in its place.
    let told = strategy.relations(id).into_iter().any(|relation| {
        let event = strategy.entry(relation.other).event();
        event.is_some_and(|event| event.date.year() == date.year())
    });
    let question = format!("In which year was {} set up?", called(entry));
    (set_up && !told && stands_alone(&entry.name)).then_some(("set-up", question, date))
}

/// Whether a caveat speaks of years, so that the date given is not the only one on record.
fn is_disputed(entry: &Entry) -> bool {
    let dated = entry.event().is_some() && !entry.caveats.is_empty();
    dated
        || entry
            .caveats
            .iter()
            .any(|caveat| names_a_year(&caveat.text))
}

/// The years of other events that the same words might mean: they have the same name, are about the
/// same, or share words of their names.
fn alike(strategy: &Strategy, id: EntryId) -> Vec<i16> {
    let entry = strategy.entry(id);
    let own = stems(&entry.name);
    let about = |entry: &Entry| -> Vec<EntryId> {
        let links = entry.links.iter().filter(|link| link.verb == Verb::About);
        links.map(|link| link.to).collect()
    };
    let mut subjects = about(entry);
    subjects.push(id);
    let events = strategy.of_kind(Kind::Event).iter().copied();
    events
        .filter(|other| *other != id)
        .map(|other| strategy.entry(other))
        .filter(|other| {
            let shared = stems(&other.name).intersection(&own).count();
            let same = about(other).iter().any(|each| subjects.contains(each));
            shared > 1 || (same && shared > 0) || other.name == entry.name
        })
        .filter_map(|other| Some(other.event()?.date.year()))
        .collect()
}
