//! What a link leads to and which source a cite names, once every entry is known.

use std::collections::HashSet;

use super::{Checker, MOST};
use crate::model::draft::Text;
use crate::model::words::{a, quoted};
use crate::model::{Cite, Entry, EntryId, Kind, Link, Problem, Speaker};

/// So few links are compared each with each.
const FEW: usize = 16;

impl<'a> Checker<'a> {
    /// Puts handles in the place of pending ones. What is wrong with them is reported; the entry is
    /// then as it was.
    pub(super) fn settle(&mut self, position: usize, entry: &mut Entry) {
        self.sources(&mut entry.cites);
        self.speaker(&mut entry.by);
        for caveat in &mut entry.caveats {
            self.sources(&mut caveat.cites);
        }
        let about = self.heads.get(position).map_or(0, |head| head.about);
        let stated = entry.links.len().saturating_sub(about as usize);
        let pending: Vec<EntryId> = match entry.links.as_slice() {
            [] | [_] => Vec::new(),
            several => several.iter().map(|link| link.to).collect(),
        };
        for (nth, link) in entry.links.iter_mut().enumerate() {
            if nth < stated {
                self.sources(&mut link.cites);
            } else {
                link.cites.clone_from(&entry.cites);
            }
            if let Some(to) = self.other(position, link.to) {
                link.to = to;
            }
        }
        if self.problems.is_empty() {
            self.repeated(entry.kind, &entry.links, &pending);
        }
    }

    fn pending(&self, handle: EntryId) -> Text<'a> {
        Text::at(self.text, handle.offset())
    }

    /// Whether whose claim it is names an actor of the model.
    fn speaker(&self, by: &mut Option<Speaker>) {
        if let Some(Speaker::Words(words)) = by
            && let Some(actor) = self.actor(words)
        {
            *by = Some(Speaker::Actor(actor));
        }
    }

    pub(super) fn sources(&mut self, cites: &mut [Cite]) {
        for cite in cites {
            let leaf = self.pending(cite.source);
            if let Some(source) = self.of_kind(&leaf, Kind::Source) {
                cite.source = source;
            }
        }
    }

    /// The entry at the other end of a link.
    fn other(&mut self, position: usize, pending: EntryId) -> Option<EntryId> {
        let leaf = self.pending(pending);
        let entry = self.reference(&leaf)?;
        if entry.index() == position {
            self.report(
                Problem::error(leaf.span(self.text), "this entry links to itself")
                    .help("give the id of another entry, or take the link out"),
            );
            return None;
        }
        Some(entry)
    }

    /// Advises against links that were given before.
    fn repeated(&mut self, kind: Kind, links: &[Link], pending: &[EntryId]) {
        let mut seen = HashSet::new();
        for (nth, link) in links.iter().enumerate() {
            let same = |other: &Link| other.to == link.to && other.verb == link.verb;
            let again = if links.len() <= FEW {
                links.iter().take(nth).any(same)
            } else {
                !seen.insert((&link.verb, link.to))
            };
            if !again || self.advice.len() >= MOST {
                continue;
            }
            let Some(leaf) = pending.get(nth).map(|&handle| self.pending(handle)) else {
                continue;
            };
            let target = quoted(leaf.value().as_deref().unwrap_or_default());
            let verb = quoted(&link.verb.forward());
            let message = format!("the link `{verb}` to `{target}` is given twice");
            self.advice
                .push(Problem::advice(leaf.span(self.text), message).help(format!(
                    "join the two into one link of {}, with the sources of both",
                    a(kind.word())
                )));
        }
    }
}
