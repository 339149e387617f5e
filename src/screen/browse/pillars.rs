//! The pane of goals, pillars and their objectives.

use std::collections::BTreeSet;

use ratatui::text::{Line, Span};

use super::row::Row;
use crate::env::Env;
use crate::model::{EntryId, Kind, Strategy};

/// Goals, then pillars; the objectives of a pillar only while it is open.
pub(super) fn rows(strategy: &Strategy, opened: &BTreeSet<EntryId>) -> Vec<Row> {
    let mut rows = Vec::new();
    let goals = strategy.of_kind(Kind::Goal);
    let pillars = strategy.of_kind(Kind::Pillar);
    if !goals.is_empty() {
        rows.push(Row::Heading("Goals"));
        rows.extend(goals.iter().map(|id| Row::Entry(*id)));
    }
    if !pillars.is_empty() && !goals.is_empty() {
        rows.push(Row::Heading("Pillars"));
    }
    for pillar in pillars {
        rows.push(Row::Entry(*pillar));
        if opened.contains(pillar) {
            rows.extend(
                strategy
                    .entry(*pillar)
                    .children
                    .iter()
                    .map(|id| Row::Entry(*id)),
            );
        }
    }
    rows
}

/// The entries that an entry stands among: those of its kind, or the objectives of the same pillar.
fn siblings(strategy: &Strategy, id: EntryId) -> &[EntryId] {
    let entry = strategy.entry(id);
    match entry.parent {
        Some(pillar) => &strategy.entry(pillar).children,
        None => strategy.of_kind(entry.kind),
    }
}

/// Its place among them, from 1, and how many there are.
pub(super) fn position(strategy: &Strategy, id: EntryId) -> (usize, usize) {
    let siblings = siblings(strategy, id);
    let at = siblings.binary_search(&id).map_or(0, |at| at + 1);
    (at, siblings.len())
}

/// The next of them, or the one before.
pub(super) fn sibling(strategy: &Strategy, id: EntryId, forward: bool) -> Option<EntryId> {
    let siblings = siblings(strategy, id);
    let at = siblings.binary_search(&id).ok()?;
    let next = if forward {
        at.checked_add(1)
    } else {
        at.checked_sub(1)
    };
    siblings.get(next?).copied()
}

/// `▸ 3 Digital transformation`, `    3.1 Public awareness`.
pub(super) fn line(env: &Env, id: EntryId, opened: bool) -> Line<'static> {
    let entry = env.strategy.entry(id);
    let number = env.strategy.number(id).unwrap_or_default();
    let name = Span::styled(entry.name.to_string(), env.theme.text);
    match entry.kind {
        Kind::Pillar => {
            let mark = match (entry.children.is_empty(), opened) {
                (true, _) => " ",
                (false, true) => env.glyphs.open,
                (false, false) => env.glyphs.shut,
            };
            Line::from(vec![
                Span::styled(format!("{mark} "), env.theme.dim),
                Span::styled(format!("{number} "), env.theme.date),
                name,
            ])
        }
        Kind::Objective => Line::from(vec![
            Span::styled(format!("    {number} "), env.theme.dim),
            name,
        ]),
        _ => Line::from(vec![Span::raw("  "), name]),
    }
}
