//! Every problem of a draft, not just the first; and the strategy, when there is none.
//!
//! Entries are taken one by one, so that no more than one of them is kept as a draft. What needs
//! all of them, such as what a link leads to, is settled at the end.

mod advice;
mod entry;
mod facts;
mod fields;
mod head;
mod order;
mod places;
mod refs;
mod settle;
mod texts;

use std::fmt::Display;
use std::ops::Range;

use self::places::Places;
use self::refs::Ids;
use super::draft::{Draft, EntryDraft};
use super::mend::Lost;
use super::{Entry, Kind, Problem, Strategy};
use crate::text::Whole;

/// The most problems told of one file: enough for any author, and no more than memory can hold.
const MOST: usize = 10_000;

/// So many bytes of a file, at least, have an entry in them, as most files go.
const ENTRY: usize = 512;

/// An entry of the file before it is checked.
#[derive(Clone, Copy, Debug)]
struct Row<'d, 'a> {
    kind: Kind,
    draft: &'d EntryDraft<'a>,
    /// The pillar of an objective, as a position in the strategy.
    parent: Option<usize>,
    /// The pillar of an objective, as a position in the list of pillars.
    pillar: Option<usize>,
    /// Where it stands in its list of the file.
    number: usize,
}

/// What is kept of an entry of the file until all are known.
#[derive(Clone, Copy, Debug)]
struct Head {
    /// Where its id stands; empty when it has none that can be read.
    start: u32,
    length: u32,
    kind: Kind,
    /// How many of its links, the last ones, come from what it is about.
    about: u32,
}

/// What is known while a file is checked.
pub(super) struct Checker<'a> {
    whole: &'a Whole,
    text: &'a str,
    lost: &'a Lost,
    /// The lists of entries that were begun: their kind, and where they begin among the entries.
    sections: Vec<(Kind, usize)>,
    /// How many entries of the list were taken, objectives not counted.
    number: usize,
    entries: Vec<Entry>,
    heads: Vec<Head>,
    ids: Ids,
    places: Places,
    problems: Vec<Problem>,
    advice: Vec<Problem>,
}

impl<'a> Checker<'a> {
    /// Checks what is read from a text, of which some parts may have been blanked out.
    pub(super) fn new(whole: &'a Whole, lost: &'a Lost) -> Self {
        Self {
            whole,
            text: whole,
            lost,
            sections: Vec::new(),
            number: 0,
            // Moving the entries to where there is more room costs more than room that stays unused.
            entries: Vec::with_capacity(whole.len() / ENTRY),
            heads: Vec::with_capacity(whole.len() / ENTRY),
            ids: Ids::default(),
            places: Places::default(),
            problems: Vec::new(),
            advice: Vec::new(),
        }
    }

    /// Begins a list.
    pub(super) fn section(&mut self, kind: Kind) {
        self.sections.push((kind, self.entries.len()));
        self.number = 0;
    }

    /// Takes the next entry of the list.
    pub(super) fn take(&mut self, draft: &EntryDraft<'a>) {
        let kind = self.sections.last().map_or(Kind::Goal, |&(kind, _)| kind);
        let (parent, number) = (self.entries.len(), self.number);
        self.number += 1;
        self.entry(Row {
            kind,
            draft,
            parent: None,
            pillar: None,
            number,
        });
        if kind != Kind::Pillar {
            return;
        }
        for (nth, draft) in draft.objectives.iter().enumerate() {
            self.entry(Row {
                kind: Kind::Objective,
                draft,
                parent: Some(parent),
                pillar: Some(number),
                number: nth,
            });
        }
    }

    /// Settles what could not be judged before every entry was known. The draft is what the file
    /// says beside its entries.
    pub(super) fn finish(mut self, draft: &Draft<'a>) -> (Vec<Problem>, Option<Strategy>) {
        self.arrange();
        self.know();
        let meta = self.meta(draft);
        let briefing = self.briefing(draft);
        let synonyms = self.synonyms(draft);
        let across = self.across(draft);
        let mut entries = std::mem::take(&mut self.entries);
        entries.shrink_to_fit();
        for (position, entry) in entries.iter_mut().enumerate() {
            self.settle(position, entry);
        }
        if !self.problems.is_empty() || !self.lost.is_empty() {
            return (self.problems, None);
        }
        let mut strategy = Strategy::new(meta, entries, briefing, self.ids.table);
        strategy.synonyms = synonyms;
        strategy.across = across;
        let mut problems = self.advice;
        advice::advise(&strategy, &self.heads, &mut problems);
        (problems, Some(strategy))
    }

    fn report(&mut self, problem: Problem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        }
    }

    /// Reports a field that is needed, unless it stood in a part that was blanked out.
    fn missing(
        &mut self,
        holder: &dyn Display,
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

impl Head {
    fn span(self) -> Range<usize> {
        self.start as usize..self.start as usize + self.length as usize
    }
}
