//! What is known while a file is checked, and how problems are kept.

use std::fmt::Display;
use std::ops::Range;

use super::ids::Ids;
use crate::model::draft::EntryDraft;
use crate::model::notation::Lost;
use crate::model::{Entry, EntryId, Kind, Problem};

/// The most problems told of one file: enough for any author, and no more than memory can hold.
pub(super) const MOST: usize = 10_000;

/// An entry of the file before it is checked.
#[derive(Clone, Debug)]
pub(super) struct Row<'d> {
    pub(super) kind: Kind,
    pub(super) draft: &'d EntryDraft,
    /// All of it in the file.
    pub(super) whole: Range<usize>,
    /// The pillar of an objective.
    pub(super) parent: Option<EntryId>,
}

/// What is known while a file is checked.
pub(super) struct Checker<'a> {
    pub(super) text: &'a str,
    pub(super) lost: &'a Lost,
    pub(super) entries: Vec<Entry>,
    /// Where the links of each entry lead to, in the file.
    pub(super) link_places: Vec<Vec<Range<usize>>>,
    pub(super) ids: Ids,
    pub(super) problems: Vec<Problem>,
    pub(super) advice: Vec<Problem>,
}

impl Checker<'_> {
    pub(super) fn report(&mut self, problem: Problem) {
        if self.problems.len() < MOST {
            self.problems.push(problem);
        }
    }

    pub(super) fn suggest(&mut self, advice: Problem) {
        if self.advice.len() < MOST {
            self.advice.push(advice);
        }
    }

    /// Reports a field that is needed, unless it stands there under another name.
    pub(super) fn missing(
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
