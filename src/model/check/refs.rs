//! Ids, and the references to them.

use std::collections::HashMap;
use std::ops::Range;

use super::{Checker, Row};
use crate::model::draft::{CiteDraft, Text};
use crate::model::problem::Place;
use crate::model::words::{a, nearest, quoted};
use crate::model::{Cite, EntryId, Kind, Problem};
use crate::text::Clean;

/// The most ids that are compared with references in search of what was meant.
const GUESSES: usize = 1_000_000;

/// The ids of a file.
pub(super) struct Ids<'a> {
    known: HashMap<&'a str, Known>,
    twice: Vec<(&'a str, Range<usize>)>,
    guesses: usize,
}

#[derive(Clone, Debug)]
struct Known {
    entry: EntryId,
    kind: Kind,
    span: Range<usize>,
}

impl<'a> Ids<'a> {
    pub(super) fn new(text: &str, rows: &[Row<'a>]) -> Self {
        let mut ids = Self {
            known: HashMap::with_capacity(rows.len()),
            twice: Vec::new(),
            guesses: GUESSES,
        };
        for (position, row) in rows.iter().enumerate() {
            let Some(leaf) = &row.draft.id else { continue };
            let Some(id) = leaf.value().map(|id| &**id) else {
                continue;
            };
            let known = Known {
                entry: EntryId::new(position),
                kind: row.kind,
                span: leaf.span(text),
            };
            if ids.known.contains_key(id) {
                ids.twice.push((id, known.span));
            } else {
                ids.known.insert(id, known);
            }
        }
        ids
    }
}

impl Checker<'_> {
    /// Reports every id that was given before.
    pub(super) fn duplicates(&mut self) {
        for (id, span) in std::mem::take(&mut self.ids.twice) {
            let Some(first) = self.ids.known.get(id) else {
                continue;
            };
            let place = Place::of(self.text, first.span.start);
            let problem = Problem::error(span, format!("the id `{}` is given twice", quoted(id)))
                .help(format!(
                    "first defined at {place}; an id is unique in the whole model"
                ))
                .other(first.span.clone(), "first defined here");
            self.report(problem);
        }
    }

    /// The entry that a text names.
    pub(super) fn reference(&mut self, leaf: &Text<'_>) -> Option<EntryId> {
        self.find(leaf, None).map(|(entry, _)| entry)
    }

    fn find(&mut self, leaf: &Text<'_>, wanted: Option<Kind>) -> Option<(EntryId, Kind)> {
        let id = match &leaf.read {
            Ok(id) => id.as_ref(),
            Err(wrong) => {
                self.report(wrong.at(leaf.span(self.text)));
                return None;
            }
        };
        if let Some(known) = self.ids.known.get(id) {
            return Some((known.entry, known.kind));
        }
        if !self.lost.has_id(id) {
            let help = match (self.guess(id, wanted), wanted) {
                (Some(near), _) => format!("did you mean `{near}`?"),
                (None, Some(kind)) => {
                    format!(
                        "give the id of an entry of `{}`, or add it there",
                        kind.section()
                    )
                }
                (None, None) => "give the id of an entry of this file".to_owned(),
            };
            let message = match wanted {
                Some(kind) => format!("there is no {} `{}`", kind.word(), quoted(id)),
                None => format!("there is no entry `{}`", quoted(id)),
            };
            let span = leaf.span(self.text);
            self.report(Problem::error(span, message).help(help));
        }
        None
    }

    /// The id that was likely meant.
    fn guess(&mut self, id: &str, wanted: Option<Kind>) -> Option<String> {
        self.ids.guesses = self.ids.guesses.checked_sub(self.ids.known.len())?;
        let known = self.ids.known.iter();
        let fitting = known.filter(|(_, known)| wanted.is_none_or(|kind| kind == known.kind));
        nearest(id, fitting.map(|(id, _)| *id)).map(quoted)
    }

    /// A list of cites, without those that name no source.
    pub(super) fn cites(&mut self, drafts: &[CiteDraft<'_>]) -> Vec<Cite> {
        drafts.iter().filter_map(|cite| self.cite(cite)).collect()
    }

    fn cite(&mut self, CiteDraft(source, locator): &CiteDraft<'_>) -> Option<Cite> {
        let locator = locator
            .as_ref()
            .map_or_else(Clean::default, |leaf| self.text(leaf));
        let source = self.of_kind(source, Kind::Source)?;
        Some(Cite { source, locator })
    }

    /// The entry that a text names, which has to be of a kind.
    pub(super) fn of_kind(&mut self, leaf: &Text<'_>, wanted: Kind) -> Option<EntryId> {
        let (entry, kind) = self.find(leaf, Some(wanted))?;
        if kind == wanted {
            return Some(entry);
        }
        let id = quoted(leaf.value().map_or("", |id| id));
        let (found, word) = (a(kind.word()), a(wanted.word()));
        self.report(
            Problem::error(
                leaf.span(self.text),
                format!("`{id}` is {found}, not {word}"),
            )
            .help(format!("give the id of an entry of `{}`", wanted.section())),
        );
        None
    }
}
