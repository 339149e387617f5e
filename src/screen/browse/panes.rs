//! The six panes: what each lists, and how a row of it reads.

use std::collections::BTreeSet;

use ratatui::text::{Line, Span};

use super::list::{self, Row};
use crate::action::{Action, Mode};
use crate::env::Env;
use crate::model::{AsOf, EntryId, Kind, Presence, Role, Status, Strategy, Voice};
use crate::organisation::OutlineRow;
use crate::text::wrap;
use crate::wording;

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

/// The rows of a pane; of the timeline, see [`super::timeline`]. An actor that the time of the view
/// leaves out is listed as a `guest` alone.
pub(super) fn rows(
    pane: Pane,
    env: &Env,
    opened: &BTreeSet<EntryId>,
    guest: Option<EntryId>,
) -> Vec<Row> {
    let strategy = &env.strategy;
    match pane {
        Pane::Pillars => pillar_rows(strategy, opened),
        Pane::Actors => actor_rows(strategy, env.as_of, guest),
        Pane::Timeline => Vec::new(),
        Pane::Threats => list::by_kind(strategy, &[Kind::Threat, Kind::Asset]),
        Pane::Ideas => idea_rows(strategy),
        Pane::Sources => strategy
            .of_kind(Kind::Source)
            .iter()
            .map(|id| Row::Entry(*id))
            .collect(),
    }
}

/// The day of which the organisation is drawn: at all times at once those who held one office in
/// turn would stand there as colleagues, so that it is then the day of the adoption, or today.
pub(super) fn organisation_day(env: &Env) -> AsOf {
    let meta = &env.strategy.meta;
    let adopted = meta.adopted.filter(|_| meta.status != Status::InForce);
    match env.as_of {
        AsOf::All => AsOf::On(adopted.unwrap_or(env.today)),
        day @ AsOf::On(_) => day,
    }
}

/// A row of the organisation.
pub(super) fn outline_line(env: &Env, row: &OutlineRow) -> Line<'static> {
    let theme = &env.theme;
    let left = if row.is_unit { theme.text } else { theme.dim };
    let style = if row.guide.trim().is_empty() && row.is_unit {
        theme.title
    } else {
        left
    };
    let used = wrap::width(&row.guide) + wrap::width(&row.left);
    let gap = " ".repeat(row.column.saturating_sub(used).max(2));
    let mut spans = vec![
        Span::styled(row.guide.clone(), theme.rule),
        Span::styled(row.left.clone(), style),
    ];
    if !row.right.is_empty() {
        spans.push(Span::styled(format!("{gap}{}", row.right), theme.dim));
    }
    Line::from(spans)
}

/// How an entry reads in a pane that is no timeline.
pub(super) fn line(pane: Pane, env: &Env, id: EntryId, opened: bool) -> Line<'static> {
    match pane {
        Pane::Pillars => pillar_line(env, id, opened),
        Pane::Actors => actor_line(env, id),
        _ => {
            let name = env.strategy.entry(id).name.to_string();
            Line::from(vec![Span::raw("  "), Span::styled(name, env.theme.text)])
        }
    }
}

/// How many actors the time of the view leaves out: `6 not in being: a`.
pub(super) fn left_out(env: &Env) -> Option<String> {
    let actors = env.strategy.of_kind(Kind::Actor).iter();
    let gone = actors.filter(|id| env.strategy.presence(**id, env.as_of) == Presence::Out);
    let key = env.keymap.keys(Mode::Explore, &Action::AsOf);
    let key = key.first().map(|key| format!(": {key}"));
    match gone.count() {
        0 => None,
        count => Some(format!("{count} not in being{}", key.unwrap_or_default())),
    }
}

/// About, goals, then pillars; the objectives of a pillar only while it is open.
fn pillar_rows(strategy: &Strategy, opened: &BTreeSet<EntryId>) -> Vec<Row> {
    let mut rows = vec![Row::About];
    let goals = strategy.of_kind(Kind::Goal);
    let pillars = strategy.of_kind(Kind::Pillar);
    if !goals.is_empty() {
        rows.push(Row::Heading("Goals".to_owned()));
        rows.extend(goals.iter().map(|id| Row::Entry(*id)));
    }
    if !pillars.is_empty() {
        rows.push(Row::Heading("Pillars".to_owned()));
    }
    for pillar in pillars {
        rows.push(Row::Entry(*pillar));
        if opened.contains(pillar) {
            let objectives = &strategy.entry(*pillar).children;
            rows.extend(objectives.iter().map(|id| Row::Entry(*id)));
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

/// Each role under its heading, in the order of the file; then persons in no office at the time of
/// the view, and an actor that is shown although the time leaves it out.
fn actor_rows(strategy: &Strategy, as_of: AsOf, guest: Option<EntryId>) -> Vec<Row> {
    let actors = strategy.of_kind(Kind::Actor);
    let role = |id: EntryId| strategy.entry(id).actor().map(|facts| facts.role);
    let is_out = |id: EntryId| strategy.presence(id, as_of) == Presence::Out;
    let is_idle = |id: EntryId| strategy.is_out_of_office(id, as_of);
    let group = |heading: String, wanted: &dyn Fn(EntryId) -> bool| {
        let found = actors.iter().filter(|id| wanted(**id));
        let mut rows: Vec<Row> = found.map(|id| Row::Entry(*id)).collect();
        if !rows.is_empty() {
            rows.insert(0, Row::Heading(heading));
        }
        rows
    };
    let mut rows = Vec::new();
    for each in Role::ALL {
        let is_there = |id| role(id) == Some(*each) && !is_out(id) && !is_idle(id);
        rows.extend(group(each.heading().to_owned(), &is_there));
    }
    rows.extend(group("In no office then".to_owned(), &|id| {
        !is_out(id) && is_idle(id)
    }));
    let heading = wording::capital(&wording::not_in_being(as_of));
    rows.extend(group(heading, &|id| guest == Some(id) && is_out(id)));
    rows
}

/// Principles and instruments, then claims by their voices, then terms.
fn idea_rows(strategy: &Strategy) -> Vec<Row> {
    let mut rows = list::by_kind(strategy, &[Kind::Principle, Kind::Instrument]);
    let claims = strategy.of_kind(Kind::Claim);
    let voices = Voice::ALL.iter().copied().map(Some).chain([None]);
    for voice in voices {
        let is_of = |id: &&EntryId| strategy.entry(**id).voice == voice;
        let group: Vec<EntryId> = claims.iter().filter(is_of).copied().collect();
        let Some(first) = group.first() else { continue };
        let by = strategy.entry(*first).by.as_ref();
        let is_same = group.iter().all(|id| strategy.entry(*id).by.as_ref() == by);
        let whose = by
            .filter(|_| is_same)
            .map(|by| format!(" of {}", wording::speaker(strategy, by)));
        let heading = match voice {
            Some(voice) => format!("{}{}", voice.heading(), whose.unwrap_or_default()),
            None if group.len() == claims.len() => Kind::Claim.heading().to_owned(),
            None => format!("{}, voice not given", Kind::Claim.heading()),
        };
        rows.push(Row::Heading(match group.len() {
            count if voice.is_some() => format!("{heading} ({count})"),
            _ => heading,
        }));
        rows.extend(group.into_iter().map(Row::Entry));
    }
    rows.extend(list::by_kind(strategy, &[Kind::Term]));
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
