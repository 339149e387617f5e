//! Advice on what matters, when it held and who says so.

use std::ops::Range;

use super::checker::{MOST, Row};
use crate::date::{Date, Period};
use crate::model::draft::Text;
use crate::model::words::quoted;
use crate::model::{Entry, EntryId, Kind, Problem, Relation, Strategy, Weight};

/// In a model of more entries than this, weights are to tell them apart.
const MANY: usize = 40;

/// So many holders of one office are compared, each with each.
const HOLDERS: usize = 200;

/// Adds the advice on weights, holders and voices.
pub(super) fn advise(strategy: &Strategy, rows: &[Row<'_>], problems: &mut Vec<Problem>) {
    problems.extend(heavy(strategy, rows));
    for ((id, entry), row) in strategy.entries().zip(rows) {
        let at = row.draft.id.as_ref().map_or(0..0, Text::span);
        let advice = overlaps(strategy, id, &at, rows);
        for problem in voiceless(entry, &at).into_iter().chain(advice) {
            if problems.len() >= MOST {
                return;
            }
            problems.push(problem);
        }
    }
}

/// Where everything is key, nothing is.
fn heavy(strategy: &Strategy, rows: &[Row<'_>]) -> Option<Problem> {
    let entries = strategy.entries().zip(rows);
    let mut key = entries
        .filter(|((_, entry), row)| entry.weight == Weight::Key && row.draft.weight.is_some());
    let at = key.next()?.1.draft.weight.as_ref()?.span();
    let (count, all) = (key.count() + 1, strategy.len());
    (all > MANY && count * 5 > all).then(|| {
        let message = format!("{count} of {all} entries are written `Key`");
        Problem::advice(at, message).help(
            "keep `Key` for what nobody may leave out, a fifth at most; take it out elsewhere",
        )
    })
}

fn voiceless(entry: &Entry, at: &Range<usize>) -> Option<Problem> {
    (entry.kind == Kind::Claim && entry.voice.is_none()).then(|| {
        let message = format!(
            "the claim `{}` does not say whose word it is",
            quoted(&entry.id)
        );
        Problem::advice(at.clone(), message).help(
            "add `voice: Judgement`, `Statement` or `Reaction`, and `by: \"...\"` with who says it",
        )
    })
}

/// Of two who hold one office the later takes over from the earlier; an end after that is a slip.
fn overlaps(
    strategy: &Strategy,
    target: EntryId,
    at: &Range<usize>,
    rows: &[Row<'_>],
) -> Vec<Problem> {
    let relations = strategy.relations(target);
    let held: Vec<&Relation<'_>> = relations
        .iter()
        .filter(|relation| !relation.outward && relation.link.verb.has_one_holder())
        .take(HOLDERS)
        .collect();
    let mut found = Vec::new();
    for (nth, one) in held.iter().enumerate() {
        for other in held.iter().skip(nth + 1) {
            if one.link.verb != other.link.verb || one.other == other.other {
                continue;
            }
            let Some((from, to)) = shared(one.link.active, other.link.active) else {
                continue;
            };
            let names = [one, other].map(|held| quoted(&strategy.entry(held.other).id));
            let [first, second] = &names;
            let target = quoted(&strategy.entry(target).id);
            let verb = one.link.verb.name();
            let message = format!(
                "`{first}` and `{second}` have `{verb}` to `{target}` at once, {from} to {to}"
            );
            let at = rows
                .get(other.other.index())
                .and_then(|row| row.draft.id.as_ref())
                .map_or_else(|| at.clone(), Text::span);
            found.push(Problem::advice(at, message).help(
                "correct the dates: one holds it at a time; who hold it together have the same dates",
            ));
        }
    }
    found
}

/// The days that two periods share for certain, when they are more than the day of a hand-over.
fn shared(one: Period, other: Period) -> Option<(Date, Date)> {
    if one == other {
        return None;
    }
    let from = one.from?.last_day().max(other.from?.last_day());
    // The earlier gives way to the later where its end is not known.
    let to = match (one.to, other.to) {
        (Some(one), Some(other)) => one.first_day().min(other.first_day()),
        (Some(end), None) if other.from >= one.from => end.first_day(),
        (None, Some(end)) if one.from >= other.from => end.first_day(),
        _ => return None,
    };
    (from < to).then_some((from, to))
}
