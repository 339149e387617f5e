//! The pane of events in the order of time, with the silences between them.

use ratatui::text::{Line, Span};

use super::row::Row;
use crate::date::Date;
use crate::env::Env;
use crate::model::{EntryId, EventFacts, Kind, Strategy, Weight};
use crate::ui::ribbon::Mark;

/// A silence is shown from this many months on.
const SILENCE: i32 = 12;

/// The events, or those that have to do with one entry.
pub(super) fn rows(strategy: &Strategy, narrow: Option<EntryId>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut before: Option<Date> = None;
    for id in strategy.of_kind(Kind::Event) {
        if narrow.is_some_and(|entry| !concerns(strategy, *id, entry)) {
            continue;
        }
        let Some(facts) = strategy.entry(*id).event() else {
            continue;
        };
        let gap = before.map_or(0, |before| before.gap(facts.date));
        if gap >= SILENCE {
            rows.push(Row::Gap(gap));
        }
        rows.push(Row::Entry(*id));
        before = Some(facts.until.unwrap_or(facts.date));
    }
    rows
}

/// Whether an event has to do with an entry, or with an objective under it.
fn concerns(strategy: &Strategy, event: EntryId, entry: EntryId) -> bool {
    let under = &strategy.entry(entry).children;
    strategy
        .relations(event)
        .iter()
        .any(|relation| relation.other == entry || under.contains(&relation.other))
}

/// `2021  28 Sep  ★ Cabinet decision`; the day is left out where there is little room.
pub(super) fn line(env: &Env, id: EntryId, width: u16) -> Line<'static> {
    let entry = env.strategy.entry(id);
    let Some(facts) = entry.event() else {
        return Line::default();
    };
    let milestone = facts.weight == Weight::Milestone;
    let name_style = if milestone {
        env.theme.milestone
    } else {
        env.theme.text
    };
    let mark = if milestone {
        env.glyphs.star
    } else {
        env.glyphs.dot
    };
    let mut spans = vec![Span::styled(when(facts, width), env.theme.date)];
    spans.push(Span::styled(format!("{mark} "), name_style));
    if let Some(word) = facts.status.word() {
        spans.push(Span::styled(format!("({word}) "), env.theme.caveat));
    }
    spans.push(Span::styled(entry.name.to_string(), name_style));
    if milestone && width >= 48 {
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

/// What stands on the ribbon.
pub(super) fn marks(
    strategy: &Strategy,
    listed: impl Iterator<Item = EntryId>,
    selected: Option<EntryId>,
) -> Vec<Mark> {
    listed
        .filter_map(|id| {
            let entry = strategy.entry(id);
            let facts = entry.event()?;
            Some(Mark {
                date: facts.date,
                label: format!("{} {}", facts.date.year(), entry.name),
                milestone: facts.weight == Weight::Milestone,
                selected: selected == Some(id),
            })
        })
        .collect()
}
