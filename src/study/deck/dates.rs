//! Which year was it?

use super::ids;
use crate::date::Date;
use crate::model::{Entry, EntryId, EventStatus, Role, Strategy};
use crate::study::card::{Answer, Card, Key, Topic, Wrong, mark};
use crate::text::Clean;
use crate::wording::{called, names_a_year};

/// The card of an event, or of a body whose beginning is known. What the record disagrees on is not
/// asked, nor what names its year.
pub(super) fn card(strategy: &Strategy, id: EntryId) -> Option<Card> {
    let entry = strategy.entry(id);
    let (kind, question, date) = event(entry).or_else(|| body(entry))?;
    if names_a_year(&entry.name) || is_disputed(entry) {
        return None;
    }
    let year = date.year();
    Some(Card {
        key: Key::new(kind, ids(strategy, &[id])),
        topic: Topic::of(strategy, id),
        entries: vec![id],
        question: Clean::new(&question),
        answer: Answer::One {
            right: Clean::new(&year.to_string()),
            wrong: Wrong::Years(year),
            recall: true,
        },
        mark: mark(&year.to_string()),
    })
}

fn event(entry: &Entry) -> Option<(&'static str, String, Date)> {
    let event = entry.event()?;
    let question = format!("In which year was this? “{}”", entry.name);
    (event.status == EventStatus::Done).then_some(("year", question, event.date))
}

fn body(entry: &Entry) -> Option<(&'static str, String, Date)> {
    let actor = entry.actor()?;
    let date = actor.active.from?;
    let set_up = matches!(actor.role, Role::Body | Role::Organisation);
    let question = format!("In which year was {} set up?", called(entry));
    set_up.then_some(("set-up", question, date))
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
