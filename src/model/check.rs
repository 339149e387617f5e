//! Every problem of a draft, not just the first; and the strategy, when there is none.

mod advice;
mod entry;
mod facts;
mod fields;
mod head;
mod places;
mod refs;
mod texts;

use std::ops::Range;

use self::places::Places;
use self::refs::Ids;
use super::draft::{Draft, EntryDraft};
use super::mend::Lost;
use super::{Entry, Kind, Problem, Strategy};

/// The most problems told of one file: enough for any author, and no more than memory can hold.
const MOST: usize = 10_000;

/// An entry of the file before it is checked.
#[derive(Clone, Copy, Debug)]
struct Row<'a> {
    kind: Kind,
    draft: &'a EntryDraft<'a>,
    /// The pillar of an objective, as a position in the strategy.
    parent: Option<usize>,
    /// The pillar of an objective, as a position in the list of pillars.
    pillar: Option<usize>,
    /// How many objectives follow a pillar.
    objectives: usize,
    /// Where it stands in its list of the file.
    number: usize,
}

/// What is known while a draft is checked.
struct Checker<'a> {
    text: &'a str,
    lost: &'a Lost,
    ids: Ids<'a>,
    places: Places,
    problems: Vec<Problem>,
}

/// Checks a draft that was read from `text`, of which some parts may have been blanked out.
pub(super) fn check(
    text: &str,
    draft: &Draft<'_>,
    lost: &Lost,
) -> (Vec<Problem>, Option<Strategy>) {
    let rows = rows(draft);
    let mut checker = Checker {
        text,
        lost,
        ids: Ids::new(text, &rows),
        places: Places::default(),
        problems: Vec::new(),
    };
    checker.duplicates();
    let meta = checker.meta(draft);
    let entries: Vec<Entry> = rows
        .iter()
        .enumerate()
        .map(|(position, row)| checker.entry(position, row))
        .collect();
    let briefing = checker.briefing(draft);
    if !checker.problems.is_empty() || !lost.is_empty() {
        return (checker.problems, None);
    }
    let strategy = Strategy::new(meta, entries, briefing);
    advice::advise(text, &rows, &strategy, &mut checker.problems);
    (checker.problems, Some(strategy))
}

/// The entries of a file in their order, the objectives of a pillar right after it.
fn rows<'a>(draft: &'a Draft<'a>) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for (kind, section) in draft.sections() {
        for (number, draft) in section.iter().enumerate() {
            let nested: &[EntryDraft<'a>] = if kind == Kind::Pillar {
                &draft.objectives
            } else {
                &[]
            };
            let parent = rows.len();
            rows.push(Row {
                kind,
                draft,
                parent: None,
                pillar: None,
                objectives: nested.len(),
                number,
            });
            rows.extend(nested.iter().enumerate().map(|(nth, draft)| Row {
                kind: Kind::Objective,
                draft,
                parent: Some(parent),
                pillar: Some(number),
                objectives: 0,
                number: nth,
            }));
        }
    }
    rows
}

impl Checker<'_> {
    fn report(&mut self, problem: Problem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        }
    }

    /// Reports a field that is needed, unless it stood in a part that was blanked out.
    fn missing(
        &mut self,
        holder: &str,
        field: &str,
        at: Range<usize>,
        whole: &Range<usize>,
        help: &str,
    ) {
        if !self.lost.has_field(field, whole) {
            self.report(
                Problem::error(at, format!("{holder} needs the field `{field}`")).help(help),
            );
        }
    }
}
