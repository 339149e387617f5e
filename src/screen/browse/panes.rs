//! The six panes: what each lists, and how a row of it reads.

use std::collections::BTreeSet;

use ratatui::text::{Line, Span};

use super::list::{self, Row};
use crate::env::Env;
use crate::model::{EntryId, Kind, Role, Strategy};

/// A pane of the stack; its number is the key that leads to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pane {
    Pillars,
    Actors,
    Timeline,
    Threats,
    Ideas,
    Sources,
}

impl Pane {
    pub(super) const ALL: &'static [Self] = &[
        Self::Pillars,
        Self::Actors,
        Self::Timeline,
        Self::Threats,
        Self::Ideas,
        Self::Sources,
    ];

    /// The pane that lists a kind.
    pub(super) const fn of(kind: Kind) -> Self {
        match kind {
            Kind::Goal | Kind::Pillar | Kind::Objective => Self::Pillars,
            Kind::Actor => Self::Actors,
            Kind::Event => Self::Timeline,
            Kind::Threat | Kind::Asset => Self::Threats,
            Kind::Principle | Kind::Instrument | Kind::Claim | Kind::Term => Self::Ideas,
            Kind::Source => Self::Sources,
        }
    }

    /// The pane with a number, from 1.
    pub(super) fn numbered(number: u8) -> Option<Self> {
        Self::ALL.get(usize::from(number).checked_sub(1)?).copied()
    }

    /// Its number, from 1.
    pub(super) const fn number(self) -> usize {
        self as usize + 1
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Pillars => "Pillars",
            Self::Actors => "Actors",
            Self::Timeline => "Timeline",
            Self::Threats => "Threats",
            Self::Ideas => "Ideas",
            Self::Sources => "Sources",
        }
    }

    /// The pane some steps further on, round the stack.
    pub(super) fn step(self, forward: bool) -> Self {
        let count = Self::ALL.len();
        let next = (self as usize + if forward { 1 } else { count - 1 }) % count;
        Self::ALL.get(next).copied().unwrap_or(self)
    }
}

/// The rows of a pane; of the timeline, see [`super::timeline`].
pub(super) fn rows(pane: Pane, strategy: &Strategy, opened: &BTreeSet<EntryId>) -> Vec<Row> {
    match pane {
        Pane::Pillars => pillar_rows(strategy, opened),
        Pane::Actors => actor_rows(strategy),
        Pane::Timeline => Vec::new(),
        Pane::Threats => threat_rows(strategy),
        Pane::Ideas => idea_rows(strategy),
        Pane::Sources => source_rows(strategy),
    }
}

/// How an entry reads in a pane that is no timeline.
pub(super) fn line(pane: Pane, env: &Env, id: EntryId, opened: bool) -> Line<'static> {
    match pane {
        Pane::Pillars => pillar_line(env, id, opened),
        Pane::Actors => actor_line(env, id),
        Pane::Sources => source_line(env, id),
        Pane::Timeline | Pane::Threats | Pane::Ideas => {
            let name = env.strategy.entry(id).name.to_string();
            Line::from(vec![Span::raw("  "), Span::styled(name, env.theme.text)])
        }
    }
}

/// Goals, then pillars; the objectives of a pillar only while it is open.
fn pillar_rows(strategy: &Strategy, opened: &BTreeSet<EntryId>) -> Vec<Row> {
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
fn pillar_line(env: &Env, id: EntryId, opened: bool) -> Line<'static> {
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

/// Each role under its heading, in the order of the file.
fn actor_rows(strategy: &Strategy) -> Vec<Row> {
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
fn actor_line(env: &Env, id: EntryId) -> Line<'static> {
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

/// Each kind under its heading, in the order of the file.
fn idea_rows(strategy: &Strategy) -> Vec<Row> {
    list::by_kind(
        strategy,
        &[Kind::Principle, Kind::Instrument, Kind::Claim, Kind::Term],
    )
}

/// Each kind under its heading, in the order of the file.
fn threat_rows(strategy: &Strategy) -> Vec<Row> {
    list::by_kind(strategy, &[Kind::Threat, Kind::Asset])
}

/// The sources in the order of the file.
fn source_rows(strategy: &Strategy) -> Vec<Row> {
    strategy
        .of_kind(Kind::Source)
        .iter()
        .map(|id| Row::Entry(*id))
        .collect()
}

/// `s45  Overview of the strategy`.
fn source_line(env: &Env, id: EntryId) -> Line<'static> {
    let entry = env.strategy.entry(id);
    Line::from(vec![
        Span::styled(format!("{:<8} ", entry.id), env.theme.cite),
        Span::styled(entry.name.to_string(), env.theme.text),
    ])
}
