//! The pane of events in the order of time, with the silences between them.

use ratatui::text::{Line, Span};

use super::list::Row;
use crate::date::Date;
use crate::env::Env;
use crate::model::{AsOf, EntryId, EventFacts, Kind, Strategy};
use crate::text::wrap;
use crate::ui::ribbon::{Mark, What};

/// A silence is shown from this many months on.
const SILENCE: i32 = 12;

/// The rows, and what stands on the ribbon over them.
#[derive(Debug)]
pub(super) struct Timeline {
    pub(super) rows: Vec<Row>,
    pub(super) marks: Vec<(EntryId, Mark)>,
}

impl Timeline {
    /// All of it, or what has to do with one entry.
    pub(super) fn of(strategy: &Strategy, narrow: Option<EntryId>) -> Self {
        let rows = rows(strategy, narrow);
        let marks = marks(strategy, &rows);
        Self { rows, marks }
    }
}

/// The events, or those that have to do with one entry.
fn rows(strategy: &Strategy, narrow: Option<EntryId>) -> Vec<Row> {
    let concerned = narrow.map(|entry| concerning(strategy, entry));
    let events = concerned.as_deref();
    let mut rows = Vec::new();
    let mut before: Option<Date> = None;
    for id in events.unwrap_or(strategy.of_kind(Kind::Event)) {
        let Some(facts) = strategy.entry(*id).event() else {
            continue;
        };
        // Of a year alone nobody knows how far it is from what stands beside it.
        let known =
            before.filter(|before| before.month().is_some() && facts.date.month().is_some());
        let gap = known.map_or(0, |before| before.gap(facts.date));
        if gap >= SILENCE {
            rows.push(Row::Gap(gap));
        }
        rows.push(Row::Entry(*id));
        before = Some(facts.until.unwrap_or(facts.date));
    }
    rows
}

/// Whether any event has to do with an entry.
pub(super) fn concerns(strategy: &Strategy, entry: EntryId) -> bool {
    !concerning(strategy, entry).is_empty()
}

/// The events that have to do with an entry, or with an objective under it, in the order of time.
fn concerning(strategy: &Strategy, entry: EntryId) -> Vec<EntryId> {
    let under = strategy.entry(entry).children.iter().copied();
    let mut events: Vec<EntryId> = std::iter::once(entry)
        .chain(under)
        .flat_map(|about| strategy.relations(about))
        .map(|relation| relation.other)
        .filter(|other| strategy.entry(*other).kind == Kind::Event)
        .collect();
    // Events of the same date stand in the order of the file.
    events.sort_by_key(|id| (strategy.entry(*id).event().map(|facts| facts.date), *id));
    events.dedup();
    events
}

/// `2021  28 Sep  ◆ Cabinet decision`; the day is left out where there is little room.
pub(super) fn line(env: &Env, id: EntryId, width: u16) -> Line<'static> {
    let entry = env.strategy.entry(id);
    let Some(facts) = entry.event() else {
        return Line::default();
    };
    let milestone = entry.is_milestone();
    let name_style = if milestone {
        env.theme.milestone
    } else {
        env.theme.text
    };
    let mark = match (milestone, facts.date.month()) {
        (true, month) => env.glyphs.milestone_of(month.is_some()),
        (false, _) => env.glyphs.dot,
    };
    let mut spans = vec![Span::styled(when(facts, width), env.theme.date)];
    spans.push(Span::styled(format!("{mark} "), name_style));
    let later = env.as_of.is_before(facts.date).then_some("later");
    for word in later.into_iter().chain(facts.status.word()) {
        spans.push(Span::styled(format!("({word}) "), env.theme.caveat));
    }
    spans.push(Span::styled(entry.name.to_string(), name_style));
    let used: usize = spans.iter().map(|span| wrap::width(&span.content)).sum();
    // The word is there whole or not at all: the mark says it too.
    if milestone && width >= 48 && used + 13 <= usize::from(width) {
        spans.push(Span::styled("  milestone", env.theme.dim));
    }
    Line::from(spans)
}

fn when(facts: &EventFacts, width: u16) -> String {
    let date = facts.date;
    let year = date.year();
    if width < 40 {
        return format!("{year} ");
    }
    let full = date.to_string();
    let day = full
        .strip_suffix(&year.to_string())
        .unwrap_or_default()
        .trim_end();
    format!("{year} {day:>6} ")
}

/// Of a month so many milestones and so many events stand on the ribbon: of more nothing more would
/// be seen.
const MARKS: [usize; 2] = [3, 2];

/// What stands on the ribbon for these rows.
fn marks(strategy: &Strategy, rows: &[Row]) -> Vec<(EntryId, Mark)> {
    let mut marks = Vec::new();
    let (mut last, mut left) = (None, MARKS);
    for id in rows.iter().filter_map(Row::entry) {
        let entry = strategy.entry(id);
        let Some(facts) = entry.event() else {
            continue;
        };
        let month = facts.date.months();
        if last.replace(month) != Some(month) {
            left = MARKS;
        }
        let [milestones, events] = &mut left;
        let own = if entry.is_milestone() {
            milestones
        } else {
            events
        };
        if *own > 0
            && let Some(mark) = mark(strategy, id, false)
        {
            *own -= 1;
            marks.push((id, mark));
        }
    }
    marks
}

/// An event on the ribbon.
pub(super) fn mark(strategy: &Strategy, id: EntryId, selected: bool) -> Option<Mark> {
    let entry = strategy.entry(id);
    let facts = entry.event()?;
    Some(Mark {
        date: facts.date,
        label: format!("{} {}", facts.date, entry.name),
        what: if entry.is_milestone() {
            What::Milestone
        } else {
            What::Event
        },
        selected,
    })
}

/// The day of the view on the ribbon.
pub(super) fn day_mark(as_of: AsOf) -> Option<Mark> {
    Some(Mark {
        date: as_of.date()?,
        label: "as of".to_owned(),
        what: What::Day,
        selected: false,
    })
}
