//! One entry: checked, and turned into what the strategy holds.

use std::ops::Range;

use super::{Checker, Row};
use crate::date::Period;
use crate::model::draft::{CardDraft, CaveatDraft, LinkDraft, Text};
use crate::model::problem::ceil;
use crate::model::words::a;
use crate::model::{Card, Caveat, Cite, Entry, EntryId, Kind, Link, Problem, Verb};

/// Where an entry is.
pub(super) struct Spot {
    /// What to point at.
    pub(super) at: Range<usize>,
    /// All of it.
    pub(super) whole: Range<usize>,
}

impl Checker<'_> {
    /// Checks an entry. What comes back is whole only when nothing was reported.
    pub(super) fn entry(&mut self, position: usize, row: &Row<'_>) -> Entry {
        let draft = row.draft;
        let spot = self.spot(row);
        self.fields(row, |checker| checker.whole(row));
        let holder = a(row.kind.word());
        let cites = self.cites(&draft.sources);
        let mut links: Vec<Link> = draft
            .links
            .iter()
            .filter_map(|link| self.link(position, link, &spot))
            .collect();
        links.extend(self.about(position, row, &cites));
        Entry {
            id: self.id(&holder, draft.id.as_ref(), &spot.at, &spot.whole),
            kind: row.kind,
            name: self.filled(&holder, "name", draft.name.as_ref(), &spot.at, &spot.whole),
            original: self.optional(draft.original.as_ref()),
            reading: self.optional(draft.reading.as_ref()),
            aliases: self.list(&draft.aliases),
            summary: self.optional(draft.summary.as_ref()),
            details: self.list(&draft.details),
            themes: self.list(&draft.themes),
            links,
            cites,
            caveats: self.caveats(&draft.caveats, &spot),
            note: self.optional(draft.note.as_ref()),
            minutes: self.minutes(draft.minutes.as_ref()),
            cards: self.cards(&draft.cards, &spot),
            unverified: self.plain(draft.unverified.as_ref()).unwrap_or(false),
            parent: row.parent.map(EntryId::new),
            children: (1..=row.objectives)
                .map(|after| EntryId::new(position + after))
                .collect(),
            facts: self.facts(row, &holder, &spot),
        }
    }

    fn spot(&mut self, row: &Row<'_>) -> Spot {
        let draft = row.draft;
        match &draft.id {
            Some(id) if self.lost.is_empty() => {
                let at = id.span(self.text);
                Spot {
                    whole: at.clone(),
                    at,
                }
            }
            Some(id) => Spot {
                at: id.span(self.text),
                whole: self.whole(row),
            },
            None => {
                let whole = self.whole(row);
                let at = whole.start..ceil(self.text, whole.start + 1);
                Spot { at, whole }
            }
        }
    }

    /// All of an entry.
    fn whole(&mut self, row: &Row<'_>) -> Range<usize> {
        self.places
            .entry(self.text, row.kind, row.pillar, row.number)
            .unwrap_or(0..0)
    }

    fn link(&mut self, position: usize, draft: &LinkDraft<'_>, spot: &Spot) -> Option<Link> {
        let cites = self.cites(&draft.sources);
        let active = self.period(draft.active.as_ref());
        let verb = self.verb(draft, spot);
        let Some(to) = &draft.to else {
            let at = draft
                .verb
                .as_ref()
                .map_or_else(|| spot.at.clone(), |verb| verb.span(self.text));
            self.missing(
                "a link",
                "to",
                at,
                &spot.whole,
                "add `to: \"...\"`, the id of the other entry",
            );
            return None;
        };
        let to = self.other(position, to)?;
        Some(Link {
            verb: verb?,
            to,
            cites,
            active,
        })
    }

    fn verb(&mut self, draft: &LinkDraft<'_>, spot: &Spot) -> Option<Verb> {
        let Some(leaf) = &draft.verb else {
            let at = draft
                .to
                .as_ref()
                .map_or_else(|| spot.at.clone(), |to| to.span(self.text));
            self.missing(
                "a link",
                "verb",
                at,
                &spot.whole,
                "add a verb, such as `verb: PartOf`",
            );
            return None;
        };
        let verb = self.plain(Some(leaf))?;
        if let Verb::Other(forward, inverse) = &verb {
            let span = leaf.span(self.text);
            self.characters(forward, span.clone());
            self.characters(inverse, span.clone());
            if forward.trim().is_empty() || inverse.trim().is_empty() {
                self.report(
                    Problem::error(span, "a phrase of the verb `Other` is empty")
                        .help("write `Other(\"verb phrase\", \"inverse phrase\")`"),
                );
            }
        }
        Some(verb)
    }

    /// The entry at the other end of a link.
    fn other(&mut self, position: usize, leaf: &Text<'_>) -> Option<EntryId> {
        let entry = self.reference(leaf)?;
        if entry.index() == position {
            self.report(
                Problem::error(leaf.span(self.text), "this entry links to itself")
                    .help("give the id of another entry, or take the link out"),
            );
            return None;
        }
        Some(entry)
    }

    /// What an event is about, as links with the cites of the event.
    fn about(&mut self, position: usize, row: &Row<'_>, cites: &[Cite]) -> Vec<Link> {
        if row.kind != Kind::Event {
            return Vec::new();
        }
        let about = row.draft.about.iter();
        about
            .filter_map(|leaf| {
                let to = self.other(position, leaf)?;
                Some(Link {
                    verb: Verb::About,
                    to,
                    cites: cites.to_vec(),
                    active: Period::default(),
                })
            })
            .collect()
    }

    fn caveats(&mut self, drafts: &[CaveatDraft<'_>], spot: &Spot) -> Vec<Caveat> {
        drafts
            .iter()
            .map(|draft| Caveat {
                text: self.filled(
                    "a caveat",
                    "text",
                    draft.text.as_ref(),
                    &spot.at,
                    &spot.whole,
                ),
                cites: self.cites(&draft.sources),
            })
            .collect()
    }

    fn cards(&mut self, drafts: &[CardDraft<'_>], spot: &Spot) -> Vec<Card> {
        drafts
            .iter()
            .map(|draft| Card {
                ask: self.filled("a card", "ask", draft.ask.as_ref(), &spot.at, &spot.whole),
                answer: self.filled(
                    "a card",
                    "answer",
                    draft.answer.as_ref(),
                    &spot.at,
                    &spot.whole,
                ),
            })
            .collect()
    }
}
