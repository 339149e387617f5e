//! Ids, and the references to them.

use std::borrow::Cow;

use super::{Checker, Head};
use crate::model::draft::{CiteDraft, Text};
use crate::model::leaf::plain;
use crate::model::problem::Place;
use crate::model::table::Table;
use crate::model::words::{a, nearest, quoted};
use crate::model::{Cite, EntryId, Kind, Problem};
use crate::text::Clean;

/// The most ids that are compared with references in search of what was meant.
const GUESSES: usize = 1_000_000;

/// The ids of a file, once all are known.
pub(super) struct Ids {
    pub(super) table: Table,
    guesses: usize,
}

impl Default for Ids {
    fn default() -> Self {
        Self {
            table: Table::default(),
            guesses: GUESSES,
        }
    }
}

impl<'a> Checker<'a> {
    /// Makes every id known, and reports those that were given before.
    pub(super) fn know(&mut self) {
        let mut table = Table::with_room(self.heads.len());
        for position in 0..self.heads.len() {
            let entry = EntryId::new(position);
            let Some(id) = self.id_of(entry) else {
                continue;
            };
            let first = table.add(&id, entry, |other| self.has_id(other, &id));
            if let Some(first) = first {
                self.twice(&id, entry, first);
            }
        }
        self.ids.table = table;
    }

    fn twice(&mut self, id: &str, entry: EntryId, first: EntryId) {
        let (Some(head), Some(first)) = (self.head(entry), self.head(first)) else {
            return;
        };
        let place = Place::of(self.text, first.span().start);
        let problem = Problem::error(
            head.span(),
            format!("the id `{}` is given twice", quoted(id)),
        )
        .help(format!(
            "first defined at {place}; an id is unique in the whole model"
        ))
        .other(first.span(), "first defined here");
        self.report(problem);
    }

    fn head(&self, entry: EntryId) -> Option<Head> {
        self.heads.get(entry.index()).copied()
    }

    /// The id of an entry as the file has it.
    fn id_of(&self, entry: EntryId) -> Option<Cow<'a, str>> {
        let span = self.head(entry)?.span();
        if span.is_empty() {
            return None;
        }
        Text::new(self.text.get(span)?).value()
    }

    fn has_id(&self, entry: EntryId, id: &str) -> bool {
        let written = self.head(entry).and_then(|head| self.text.get(head.span()));
        match written.and_then(plain) {
            Some(plain) => plain == id,
            None => self.id_of(entry).as_deref() == Some(id),
        }
    }

    /// The entry that a text names.
    pub(super) fn reference(&mut self, leaf: &Text<'_>) -> Option<EntryId> {
        self.find(leaf, None).map(|(entry, _)| entry)
    }

    fn find(&mut self, leaf: &Text<'_>, wanted: Option<Kind>) -> Option<(EntryId, Kind)> {
        let id = match leaf.read() {
            Ok(id) => id,
            Err(wrong) => {
                self.report(wrong.at(leaf.span(self.text)));
                return None;
            }
        };
        let known = self.ids.table.find(&id, |entry| self.has_id(entry, &id));
        if let Some(entry) = known {
            return Some((entry, self.head(entry)?.kind));
        }
        if !self.lost.has_id(&id) {
            let guess = self.guess(&id, wanted);
            // An id with white space in it is told of already, with what to write.
            let spaced = |near: &String| near.contains(' ') && near.replace(' ', "-") == *id;
            if guess.as_ref().is_some_and(spaced) {
                return None;
            }
            let help = match (guess, wanted) {
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
                Some(kind) => format!("there is no {} `{}`", kind.word(), quoted(&id)),
                None => format!("there is no entry `{}`", quoted(&id)),
            };
            let span = leaf.span(self.text);
            self.report(Problem::error(span, message).help(help));
        }
        None
    }

    /// The actor with this id.
    pub(super) fn actor(&self, id: &str) -> Option<EntryId> {
        let known = self.ids.table.find(id, |entry| self.has_id(entry, id))?;
        (self.head(known)?.kind == Kind::Actor).then_some(known)
    }

    /// The id that was likely meant.
    fn guess(&mut self, id: &str, wanted: Option<Kind>) -> Option<String> {
        self.ids.guesses = self.ids.guesses.checked_sub(self.heads.len())?;
        let fitting = (0..self.heads.len())
            .map(EntryId::new)
            .filter(|&entry| {
                wanted.is_none_or(|kind| self.head(entry).is_some_and(|head| head.kind == kind))
            })
            .filter_map(|entry| self.id_of(entry));
        let known: Vec<Cow<'_, str>> = fitting.collect();
        nearest(id, known.iter().map(|id| &**id)).map(quoted)
    }

    /// A list of cites, their sources pending; without those that name none.
    pub(super) fn cites(&mut self, drafts: &[CiteDraft<'a>]) -> Vec<Cite> {
        let mut cites = Vec::with_capacity(drafts.len());
        cites.extend(drafts.iter().filter_map(|cite| self.cite(cite)));
        cites
    }

    fn cite(&mut self, CiteDraft(source, locator): &CiteDraft<'a>) -> Option<Cite> {
        let locator = locator
            .as_ref()
            .map_or_else(Clean::default, |leaf| self.text(leaf));
        let source = self.later(source)?;
        Some(Cite { source, locator })
    }

    /// A pending handle of the entry that a text names, if it is a text.
    pub(super) fn later(&mut self, leaf: &Text<'a>) -> Option<EntryId> {
        let span = leaf.span(self.text);
        match leaf.read() {
            Ok(_) => Some(EntryId::pending(span.start)),
            Err(wrong) => {
                self.report(wrong.at(span));
                None
            }
        }
    }

    /// The entry that a text names, which has to be of a kind.
    pub(super) fn of_kind(&mut self, leaf: &Text<'_>, wanted: Kind) -> Option<EntryId> {
        let (entry, kind) = self.find(leaf, Some(wanted))?;
        if kind == wanted {
            return Some(entry);
        }
        let id = quoted(leaf.value().as_deref().unwrap_or_default());
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
