//! Every problem of a draft, not just the first; and the strategy, when there is none.
//!
//! Ids are learnt first, so that each link and cite can be led to its entry where it stands.

mod advice;
mod cards;
mod checker;
mod entry;
mod facts;
mod fields;
mod head;
mod ids;
mod links;
mod markup;
mod notions;
mod refs;
mod texts;

use self::checker::{Checker, Row};
use self::ids::Ids;
use super::draft::{Draft, EntryDraft};
use super::notation::{Leaf, Lost};
use super::{EntryId, Kind, Problem, Strategy};

/// Checks what was read from a text, of which some parts may have been left out.
pub(super) fn check(text: &str, draft: &Draft, lost: &Lost) -> (Vec<Problem>, Option<Strategy>) {
    let checker = Checker {
        text,
        lost,
        entries: Vec::new(),
        link_places: Vec::new(),
        ids: Ids::default(),
        problems: Vec::new(),
        advice: Vec::new(),
    };
    checker.check(draft)
}

/// The entries in the order of their kinds, each pillar before its objectives.
fn rows(draft: &Draft) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for (kind, section) in draft.sections() {
        for leaf in section {
            let parent = EntryId::new(rows.len());
            let Some(entry) = push(&mut rows, kind, leaf, None) else {
                continue;
            };
            if kind == Kind::Pillar {
                for leaf in &entry.objectives {
                    push(&mut rows, Kind::Objective, leaf, Some(parent));
                }
            }
        }
    }
    rows
}

fn push<'d>(
    rows: &mut Vec<Row<'d>>,
    kind: Kind,
    leaf: &'d Leaf<EntryDraft>,
    parent: Option<EntryId>,
) -> Option<&'d EntryDraft> {
    let draft = leaf.value()?;
    rows.push(Row {
        kind,
        draft,
        whole: leaf.span(),
        parent,
    });
    Some(draft)
}

impl Checker<'_> {
    fn check(mut self, draft: &Draft) -> (Vec<Problem>, Option<Strategy>) {
        let rows = rows(draft);
        self.know(&rows);
        for row in &rows {
            self.entry(row);
        }
        let meta = self.meta(draft);
        let briefing = self.briefing(draft);
        let synonyms = self.synonyms(draft);
        let across = self.across(draft);
        if !self.problems.is_empty() {
            return (self.problems, None);
        }
        self.judge_links();
        let mut strategy = Strategy::new(meta, self.entries, briefing);
        strategy.synonyms = synonyms;
        strategy.across = across;
        let mut problems = self.advice;
        advice::advise(&strategy, &rows, &mut problems);
        notions::advise(&strategy, &rows, &mut problems);
        cards::advise(&strategy, &rows, &mut problems);
        (problems, Some(strategy))
    }
}
