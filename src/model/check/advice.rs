//! What would make a model better, for its author; never more than helps.

use std::collections::HashMap;
use std::ops::Range;

use super::checker::{Checker, MOST, Row};
use crate::date::Date;
use crate::model::draft::Text;
use crate::model::words::{a, quoted};
use crate::model::{Entry, EntryId, EventStatus, Kind, Problem, SourceFacts, Strategy};

/// The longest summary that fits a briefing screen, in characters.
const SUMMARY: usize = 300;

/// The longest name that reads as one, in characters.
const NAME: usize = 120;

/// Adds the advice that needs the whole strategy.
pub(super) fn advise(strategy: &Strategy, rows: &[Row<'_>], problems: &mut Vec<Problem>) {
    let mut names = Names::new();
    for ((id, entry), row) in strategy.entries().zip(rows) {
        if problems.len() >= MOST {
            return;
        }
        let at = row.draft.id.as_ref().map_or(0..0, Text::span);
        problems.extend(uncited(entry, &at));
        problems.extend(alone(strategy, id, entry, &at));
        problems.extend(bare(entry, &at));
        problems.extend(contradicted(strategy.meta.as_of, entry, &at));
        let at = row.draft.name.as_ref().map_or(0..0, Text::span);
        problems.extend(namesake(&mut names, entry, &at));
    }
}

impl Checker<'_> {
    /// Keeps the advice on an entry by itself.
    pub(super) fn advise(&mut self, row: &Row<'_>, entry: &Entry) {
        if self.advice.len() >= MOST {
            return;
        }
        self.advice
            .extend(long_name(entry, row.draft.name.as_ref()));
        self.advice.extend(coarse(entry, row));
        self.advice.extend(wordy(entry, row.draft.summary.as_ref()));
        self.advice.extend(ended(entry, row));
    }
}

fn uncited(entry: &Entry, at: &Range<usize>) -> Option<Problem> {
    // An instrument with an address is a source of itself.
    let is_source = entry.source().is_some_and(|facts| facts.url.is_some());
    let silent = entry.kind != Kind::Source
        && !is_source
        && !entry.unverified
        && entry.all_cites().next().is_none();
    silent.then(|| {
        let message = format!("`{}` cites no source", quoted(&entry.id));
        Problem::advice(at.clone(), message)
            .help("add `sources: [(\"...\", \"\")]`, or `unverified: true` when none was seen")
    })
}

fn alone(strategy: &Strategy, id: EntryId, entry: &Entry, at: &Range<usize>) -> Option<Problem> {
    let (message, help) = match entry.kind {
        Kind::Source if strategy.citing(id).is_empty() => (
            format!("nothing cites the source `{}`", quoted(&entry.id)),
            "cite it, or take it out",
        ),
        Kind::Source | Kind::Term | Kind::Principle => return None,
        _ if entry.parent.is_none()
            && entry.children.is_empty()
            && !strategy.is_linked(id)
            && strategy.citing(id).is_empty()
            && strategy.meta.issuer != Some(id) =>
        {
            (
                format!("`{}` is linked with nothing", quoted(&entry.id)),
                "add a link to or from it, so that readers come across it",
            )
        }
        _ => return None,
    };
    Some(Problem::advice(at.clone(), message).help(help))
}

fn bare(entry: &Entry, at: &Range<usize>) -> Option<Problem> {
    (entry.kind == Kind::Pillar && entry.children.is_empty()).then(|| {
        let message = format!("the pillar `{}` has no objectives", quoted(&entry.id));
        Problem::advice(at.clone(), message).help("add `objectives: [...]`")
    })
}

fn coarse(entry: &Entry, row: &Row<'_>) -> Option<Problem> {
    let event = entry.event()?;
    let leaf = row.draft.date.as_ref()?;
    let coarse = !entry.is_milestone()
        && event.status == EventStatus::Done
        && event.until.is_none()
        && entry.caveats.is_empty()
        && matches!(event.date, Date::Year(_));
    coarse.then(|| {
        let message = format!("`{}` is dated by its year alone", quoted(&entry.id));
        Problem::advice(leaf.span(), message)
            .help("give the month or the day, or say in a caveat that it is not known")
    })
}

fn wordy(entry: &Entry, leaf: Option<&Text>) -> Option<Problem> {
    let length = match &entry.summary {
        Some(summary) if summary.len() > SUMMARY => leaf?.value()?.chars().count(),
        _ => return None,
    };
    (length > SUMMARY).then(|| {
        let message = format!("this summary has {length} characters");
        let at = leaf.map_or(0..0, Text::span);
        Problem::advice(at, message).help(format!(
            "a briefing screen takes {SUMMARY}; move the rest to `details`"
        ))
    })
}

fn long_name(entry: &Entry, leaf: Option<&Text>) -> Option<Problem> {
    let length = entry.name.chars().count();
    (length > NAME).then(|| {
        let message = format!("this name has {length} characters");
        let help = format!("a name has {NAME} at most; move the rest to `summary`");
        Problem::advice(leaf.map_or(0..0, Text::span), message).help(help)
    })
}

/// The names of each kind, and where the first of each stands. A source is told by more.
type Names = HashMap<(Kind, String, Option<SourceFacts>), Range<usize>>;

fn namesake(names: &mut Names, entry: &Entry, at: &Range<usize>) -> Option<Problem> {
    let facts = entry.source().cloned();
    let key = (entry.kind, entry.name.to_lowercase(), facts);
    let Some(first) = names.get(&key) else {
        names.insert(key, at.clone());
        return None;
    };
    let kind = a(entry.kind.word());
    let message = format!(
        "`{}` is the name of {kind} before, too",
        quoted(&entry.name)
    );
    let problem = Problem::advice(at.clone(), message).other(first.clone(), "it is named here");
    Some(problem.help("say in each name what sets it apart, or join the two"))
}

/// A status against the date up to which the author knew the record.
fn contradicted(as_of: Option<Date>, entry: &Entry, at: &Range<usize>) -> Option<Problem> {
    let (event, as_of) = (entry.event()?, as_of?);
    let end = event.until.unwrap_or(event.date);
    let help = match event.status {
        EventStatus::Done if event.date.first_day() > as_of.last_day() => {
            "write `status: Planned` or `Expected`, or correct the date"
        }
        EventStatus::Planned if end.last_day() < as_of.first_day() && entry.caveats.is_empty() => {
            "take `status` out if it took place, or say in a caveat what became of it"
        }
        _ => return None,
    };
    let (id, date) = (quoted(&entry.id), event.date.iso());
    let message = match event.status {
        EventStatus::Done => format!("`{id}` is done on `{date}`, after `as_of`"),
        _ => format!("`{id}` is planned for `{date}`, before `as_of`"),
    };
    Some(Problem::advice(at.clone(), message).help(help))
}

fn ended(entry: &Entry, row: &Row<'_>) -> Option<Problem> {
    let event = entry.event()?;
    let leaf = row.draft.until.as_ref()?;
    (event.until == Some(event.date))
        .then(|| Problem::advice(leaf.span(), "`until` is the same as `date`").help("leave it out"))
}
