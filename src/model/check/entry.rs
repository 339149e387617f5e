//! One entry: checked, and turned into what the strategy holds.

use std::ops::Range;

use super::checker::{Checker, Row};
use super::texts::plain;
use crate::date::Period;
use crate::model::draft::{CardDraft, CaveatDraft, LinkDraft};
use crate::model::notation::Leaf;
use crate::model::words::a;
use crate::model::{Card, Caveat, Cite, Entry, EntryId, Kind, Link, Problem, Verb, Weight};
use crate::text::Clean;

/// Where an entry is.
pub(super) struct Spot {
    /// What to point at.
    pub(super) at: Range<usize>,
    /// All of it.
    pub(super) whole: Range<usize>,
}

impl Checker<'_> {
    /// Checks an entry and keeps it. It is whole only when nothing is reported.
    pub(super) fn entry(&mut self, row: &Row<'_>) {
        let spot = spot(row);
        self.fields(row);
        let entry = self.made(row, &spot);
        self.advise(row, &entry);
        self.entries.push(entry);
    }

    fn made(&mut self, row: &Row<'_>, spot: &Spot) -> Entry {
        let draft = row.draft;
        let holder = a(row.kind.word());
        let objectives = match row.kind {
            Kind::Pillar => draft.objectives.len(),
            _ => 0,
        };
        let position = self.entries.len();
        let cites = self.cites(&draft.sources);
        let links = self.links(row, spot, &cites);
        Entry {
            id: self.id(&holder, draft.id.as_ref(), &spot.at, &spot.whole),
            kind: row.kind,
            name: self.filled(&holder, "name", draft.name.as_ref(), &spot.at, &spot.whole),
            original: self.optional(draft.original.as_ref()),
            reading: self.optional(draft.reading.as_ref()),
            short: self.optional(draft.short.as_ref()),
            language: self.optional(draft.language.as_ref()),
            aliases: self.list(&draft.aliases),
            keywords: self.list(&draft.keywords),
            weight: plain(draft.weight.as_ref()).unwrap_or(Weight::usual(row.kind)),
            voice: plain(draft.voice.as_ref()),
            by: self.speaker(draft.by.as_ref()),
            summary: self.optional(draft.summary.as_ref()),
            details: self.list(&draft.details),
            topics: self.list(if draft.topics.is_empty() {
                &draft.themes
            } else {
                &draft.topics
            }),
            links,
            cites,
            caveats: self.caveats(&draft.caveats, spot),
            note: self.optional(draft.note.as_ref()),
            minutes: self.minutes(draft.minutes.as_ref()),
            cards: self.cards(&draft.cards, spot),
            unverified: plain(draft.unverified.as_ref()).unwrap_or(false),
            parent: row.parent,
            children: (1..=objectives)
                .map(|after| EntryId::new(position + after))
                .collect(),
            facts: self.facts(row, spot),
        }
    }

    /// The links that an entry states, then those from what it is about, with its cites.
    fn links(&mut self, row: &Row<'_>, spot: &Spot, cites: &[Cite]) -> Vec<Link> {
        let (mut links, mut places) = (Vec::new(), Vec::new());
        for draft in &row.draft.links {
            if let Some(link) = self.link(draft, spot) {
                links.push(link);
                places.push(draft.to.as_ref().map_or(0..0, Leaf::span));
            }
        }
        for leaf in row.draft.about.iter().filter(|_| row.kind == Kind::Event) {
            if let Some(to) = self.reference(leaf) {
                links.push(Link {
                    verb: Verb::About,
                    to,
                    cites: cites.to_vec(),
                    active: Period::default(),
                    editorial: false,
                });
                places.push(leaf.span());
            }
        }
        self.link_places.push(places);
        links
    }

    fn link(&mut self, draft: &LinkDraft, spot: &Spot) -> Option<Link> {
        let cites = self.cites(&draft.sources);
        let active = self.period(draft.active.as_ref());
        let verb = self.verb(draft, spot);
        let Some(to) = &draft.to else {
            let at = draft
                .verb
                .as_ref()
                .map_or_else(|| spot.at.clone(), Leaf::span);
            self.missing(
                &"a link",
                "to",
                at,
                &spot.whole,
                "add `to: \"...\"`, the id of the other entry",
            );
            return None;
        };
        Some(Link {
            // Where it was not given, something is reported, and no link is ever shown.
            verb: verb.unwrap_or(Verb::About),
            to: self.reference(to)?,
            cites,
            active,
            editorial: plain(draft.editorial.as_ref()).unwrap_or(false),
        })
    }

    fn verb(&mut self, draft: &LinkDraft, spot: &Spot) -> Option<Verb> {
        let Some(leaf) = &draft.verb else {
            let at = draft
                .to
                .as_ref()
                .map_or_else(|| spot.at.clone(), Leaf::span);
            self.missing(
                &"a link",
                "verb",
                at,
                &spot.whole,
                "add a verb, such as `verb: PartOf`",
            );
            return None;
        };
        let verb = plain(Some(leaf))?;
        if let Verb::Other(forward, inverse) = &verb {
            let span = leaf.span();
            self.characters(forward, span.clone());
            self.characters(inverse, span.clone());
            if forward.trim().is_empty() || inverse.trim().is_empty() {
                self.report(
                    Problem::error(span, "a phrase of the verb `Other` is empty")
                        .help("write `Other(\"verb phrase\", \"inverse phrase\")`"),
                );
            }
            let clean = |phrase: &str| Clean::new(phrase).to_string();
            return Some(Verb::Other(clean(forward), clean(inverse)));
        }
        Some(verb)
    }

    fn caveats(&mut self, drafts: &[CaveatDraft], spot: &Spot) -> Vec<Caveat> {
        drafts
            .iter()
            .map(|draft| Caveat {
                text: self.filled(
                    &"a caveat",
                    "text",
                    draft.text.as_ref(),
                    &spot.at,
                    &spot.whole,
                ),
                cites: self.cites(&draft.sources),
                editorial: plain(draft.editorial.as_ref()).unwrap_or(false),
            })
            .collect()
    }

    fn cards(&mut self, drafts: &[CardDraft], spot: &Spot) -> Vec<Card> {
        drafts
            .iter()
            .map(|draft| Card {
                ask: self.filled(&"a card", "ask", draft.ask.as_ref(), &spot.at, &spot.whole),
                answer: self.filled(
                    &"a card",
                    "answer",
                    draft.answer.as_ref(),
                    &spot.at,
                    &spot.whole,
                ),
                wrong: self.list(&draft.wrong),
                first: plain(draft.first.as_ref()).and_then(|place| u16::try_from(place).ok()),
            })
            .collect()
    }
}

fn spot(row: &Row<'_>) -> Spot {
    let whole = row.whole.clone();
    let at = match &row.draft.id {
        Some(id) => id.span(),
        None => whole.start..whole.end.min(whole.start + 1),
    };
    Spot { at, whole }
}
