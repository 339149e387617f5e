//! The pane of actors, by what sort they are.

use ratatui::text::{Line, Span};

use super::row::Row;
use crate::env::Env;
use crate::model::{EntryId, Kind, Role, Strategy};

/// Each role under its heading, in the order of the file.
pub(super) fn rows(strategy: &Strategy) -> Vec<Row> {
    let actors = strategy.of_kind(Kind::Actor);
    let mut rows = Vec::with_capacity(actors.len() + Role::ALL.len());
    for role in Role::ALL {
        let start = rows.len();
        rows.extend(actors.iter().filter_map(|id| {
            let facts = strategy.entry(*id).actor()?;
            (facts.role == *role).then_some(Row::Entry(*id))
        }));
        if rows.len() > start {
            rows.insert(start, Row::Heading(role.heading()));
        }
    }
    rows
}

/// The name, and its best known abbreviation.
pub(super) fn line(env: &Env, id: EntryId) -> Line<'static> {
    let entry = env.strategy.entry(id);
    let mut spans = vec![
        Span::raw("  "),
        Span::styled(entry.name.to_string(), env.theme.text),
    ];
    let short = entry
        .aliases
        .iter()
        .find(|alias| alias.len() <= 6 && alias.bytes().all(|byte| byte.is_ascii_uppercase()));
    if let Some(short) = short
        && !entry.name.contains(short.as_str())
    {
        spans.push(Span::styled(format!("  {short}"), env.theme.dim));
    }
    Line::from(spans)
}
