//! The pane of sources: the id by which they are cited, then the name.

use ratatui::text::{Line, Span};

use super::row::Row;
use crate::env::Env;
use crate::model::{EntryId, Kind, Strategy};

/// The sources in the order of the file.
pub(super) fn rows(strategy: &Strategy) -> Vec<Row> {
    strategy
        .of_kind(Kind::Source)
        .iter()
        .map(|id| Row::Entry(*id))
        .collect()
}

/// `s45  Overview of the strategy`.
pub(super) fn line(env: &Env, id: EntryId) -> Line<'static> {
    let entry = env.strategy.entry(id);
    Line::from(vec![
        Span::styled(format!("{:<8} ", entry.id), env.theme.cite),
        Span::styled(entry.name.to_string(), env.theme.text),
    ])
}
