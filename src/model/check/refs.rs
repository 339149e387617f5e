//! Ids, and the references to them.

use std::ops::Range;

use super::checker::{Checker, Row};
use super::facts::is_citable;
use super::ids::Known;
use crate::model::draft::{CiteDraft, Text};
use crate::model::problem::Place;
use crate::model::words::{a, nearest, quoted};
use crate::model::{Cite, EntryId, Kind, Problem, Speaker};
use crate::text::Clean;

impl Checker<'_> {
    /// Makes every id known, and reports those that were given before.
    pub(super) fn know(&mut self, rows: &[Row<'_>]) {
        for (position, row) in rows.iter().enumerate() {
            let leaf = row.draft.id.as_ref();
            let Some((id, span)) = leaf.and_then(|leaf| Some((leaf.value()?, leaf.span()))) else {
                continue;
            };
            if let Some(first) = self.ids.known.get(id) {
                let first = first.span.clone();
                self.twice(id, span, first);
                continue;
            }
            let known = Known {
                entry: EntryId::new(position),
                kind: row.kind,
                is_citable: is_citable(row),
                span,
            };
            self.ids.known.insert(id.clone(), known);
        }
    }

    fn twice(&mut self, id: &str, span: Range<usize>, first: Range<usize>) {
        let place = Place::of(self.text, first.start);
        let problem = Problem::error(span, format!("the id `{}` is given twice", quoted(id)))
            .help(format!(
                "first defined at {place}; an id is unique in the whole model"
            ))
            .other(first, "first defined here");
        self.report(problem);
    }

    /// The entry that a text names.
    pub(super) fn reference(&mut self, leaf: &Text) -> Option<EntryId> {
        self.find(leaf, None).map(|(entry, _)| entry)
    }

    fn find(&mut self, leaf: &Text, wanted: Option<Kind>) -> Option<(EntryId, Kind)> {
        let id = leaf.value()?;
        if let Some(known) = self.ids.known.get(id) {
            return Some((known.entry, known.kind));
        }
        if !self.lost.has_id(id) {
            let guess = self.guess(id, wanted);
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
                Some(kind) => format!("there is no {} `{}`", kind.word(), quoted(id)),
                None => format!("there is no entry `{}`", quoted(id)),
            };
            let span = leaf.span();
            self.report(Problem::error(span, message).help(help));
        }
        None
    }

    /// Whose claim it is: an actor of the model, or words.
    pub(super) fn speaker(&mut self, leaf: Option<&Text>) -> Option<Speaker> {
        let words = self.optional(leaf)?;
        let known = self.ids.known.get(words.as_str());
        Some(match known.filter(|known| known.kind == Kind::Actor) {
            Some(actor) => Speaker::Actor(actor.entry),
            None => Speaker::Words(words),
        })
    }

    /// The id that was likely meant.
    fn guess(&mut self, id: &str, wanted: Option<Kind>) -> Option<String> {
        self.ids.guesses = self.ids.guesses.checked_sub(self.ids.known.len())?;
        let mut fitting: Vec<(EntryId, &str)> = self
            .ids
            .known
            .iter()
            .filter(|(_, known)| wanted.is_none_or(|kind| known.kind == kind))
            .map(|(id, known)| (known.entry, id.as_str()))
            .collect();
        fitting.sort_unstable();
        nearest(id, fitting.into_iter().map(|(_, id)| id)).map(quoted)
    }

    /// A list of cites, without those that name no source.
    pub(super) fn cites(&mut self, drafts: &[CiteDraft]) -> Vec<Cite> {
        let cites = drafts.iter();
        cites.filter_map(|cite| self.cite(cite)).collect()
    }

    fn cite(&mut self, CiteDraft(source, locator): &CiteDraft) -> Option<Cite> {
        let locator = locator
            .as_ref()
            .map_or_else(Clean::default, |leaf| self.text(leaf));
        let known = source.value().and_then(|id| self.ids.known.get(id));
        let source = match known {
            Some(known) if known.is_citable => known.entry,
            Some(known) if known.kind == Kind::Instrument => {
                let message = format!(
                    "the instrument `{}` says neither when nor where it is",
                    quoted(source.value().map_or("", String::as_str))
                );
                self.report(
                    Problem::error(source.span(), message)
                        .help("give it `date` or `url` to cite it, or cite a source"),
                );
                return None;
            }
            _ => self.of_kind(source, Kind::Source)?,
        };
        Some(Cite { source, locator })
    }

    /// The entry that a text names, which has to be of a kind.
    pub(super) fn of_kind(&mut self, leaf: &Text, wanted: Kind) -> Option<EntryId> {
        let (entry, kind) = self.find(leaf, Some(wanted))?;
        if kind == wanted {
            return Some(entry);
        }
        let id = quoted(leaf.value().map_or("", String::as_str));
        let (found, word) = (a(kind.word()), a(wanted.word()));
        self.report(
            Problem::error(leaf.span(), format!("`{id}` is {found}, not {word}"))
                .help(format!("give the id of an entry of `{}`", wanted.section())),
        );
        None
    }
}
