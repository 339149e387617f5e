//! What would make a model better, for its author; never more than helps.

use std::collections::HashSet;

use super::{MOST, Row};
use crate::date::Date;
use crate::model::draft::Text;
use crate::model::words::{a, quoted};
use crate::model::{Entry, EntryId, EventStatus, Kind, Problem, Strategy, Weight};

/// The longest summary that fits a briefing screen, in characters.
const SUMMARY: usize = 300;

/// Adds every piece of advice on a whole strategy.
pub(super) fn advise(
    text: &str,
    rows: &[Row<'_>],
    strategy: &Strategy,
    problems: &mut Vec<Problem>,
) {
    for ((id, entry), row) in strategy.entries().zip(rows) {
        if problems.len() >= MOST {
            return;
        }
        let Some(leaf) = &row.draft.id else { continue };
        let at = leaf.span(text);
        problems.extend(uncited(entry, &at));
        problems.extend(alone(strategy, id, entry, &at));
        problems.extend(bare(entry, &at));
        problems.extend(coarse(text, entry, row));
        problems.extend(wordy(text, row.draft.summary.as_ref()));
        problems.extend(ended(text, entry, row));
        problems.extend(repeated(text, entry, row));
    }
}

fn uncited(entry: &Entry, at: &std::ops::Range<usize>) -> Option<Problem> {
    let silent =
        entry.kind != Kind::Source && !entry.unverified && entry.all_cites().next().is_none();
    silent.then(|| {
        let message = format!("`{}` cites no source", quoted(&entry.id));
        Problem::advice(at.clone(), message)
            .help("add `sources: [(\"...\", \"\")]`, or `unverified: true` when none was seen")
    })
}

fn alone(
    strategy: &Strategy,
    id: EntryId,
    entry: &Entry,
    at: &std::ops::Range<usize>,
) -> Option<Problem> {
    let (message, help) = match entry.kind {
        Kind::Source if strategy.citing(id).is_empty() => (
            format!("nothing cites the source `{}`", quoted(&entry.id)),
            "cite it, or take it out",
        ),
        Kind::Source | Kind::Term | Kind::Principle => return None,
        _ if entry.parent.is_none()
            && entry.children.is_empty()
            && strategy.relations(id).is_empty()
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

fn bare(entry: &Entry, at: &std::ops::Range<usize>) -> Option<Problem> {
    (entry.kind == Kind::Pillar && entry.children.is_empty()).then(|| {
        let message = format!("the pillar `{}` has no objectives", quoted(&entry.id));
        Problem::advice(at.clone(), message).help("add `objectives: [...]`")
    })
}

fn coarse(text: &str, entry: &Entry, row: &Row<'_>) -> Option<Problem> {
    let event = entry.event()?;
    let leaf = row.draft.date.as_ref()?;
    let coarse = event.weight == Weight::Context
        && event.status == EventStatus::Done
        && event.until.is_none()
        && entry.caveats.is_empty()
        && matches!(event.date, Date::Year(_));
    coarse.then(|| {
        let message = format!("`{}` is dated by its year alone", quoted(&entry.id));
        Problem::advice(leaf.span(text), message)
            .help("give the month or the day, or say in a caveat that it is not known")
    })
}

fn wordy(text: &str, summary: Option<&Text<'_>>) -> Option<Problem> {
    let leaf = summary?;
    let length = leaf.value()?.chars().count();
    (length > SUMMARY).then(|| {
        let message = format!("this summary has {length} characters");
        Problem::advice(leaf.span(text), message).help(format!(
            "a briefing screen takes {SUMMARY}; move the rest to `details`"
        ))
    })
}

fn ended(text: &str, entry: &Entry, row: &Row<'_>) -> Option<Problem> {
    let event = entry.event()?;
    let leaf = row.draft.until.as_ref()?;
    (event.until == Some(event.date)).then(|| {
        Problem::advice(leaf.span(text), "`until` is the same as `date`").help("leave it out")
    })
}

fn repeated(text: &str, entry: &Entry, row: &Row<'_>) -> Vec<Problem> {
    let mut seen = HashSet::new();
    let places = row.draft.links.iter().map(|link| link.to.as_ref());
    let places = places.chain(row.draft.about.iter().map(Some));
    entry
        .links
        .iter()
        .zip(places)
        .filter(|(link, _)| !seen.insert((&link.verb, link.to)))
        .filter_map(|(link, leaf)| {
            let leaf = leaf?;
            let target = quoted(leaf.value()?);
            let verb = quoted(&link.verb.forward());
            let message = format!("the link `{verb}` to `{target}` is given twice");
            Some(Problem::advice(leaf.span(text), message).help(format!(
                "join the two into one link of {}, with the sources of both",
                a(entry.kind.word())
            )))
        })
        .collect()
}
