//! One entry: checked, and turned into what the strategy holds.

use std::ops::Range;

use super::{Checker, Head, Row};
use crate::date::Period;
use crate::model::draft::{CardDraft, CaveatDraft, LinkDraft, Text};
use crate::model::problem::ceil;
use crate::model::words::a;
use crate::model::{Card, Caveat, Entry, EntryId, Kind, Link, Problem, Speaker, Verb, Weight};
use crate::text::Clean;

/// Where an entry is.
pub(super) struct Spot {
    /// What to point at.
    pub(super) at: Range<usize>,
    /// All of it.
    pub(super) whole: Range<usize>,
}

impl<'a> Checker<'a> {
    /// Checks an entry and keeps it. It is whole only when nothing is reported.
    pub(super) fn entry(&mut self, row: Row<'_, 'a>) {
        let draft = row.draft;
        let spot = self.spot(&row);
        let id = draft.id.as_ref().filter(|id| id.value().is_some());
        let id = id.map_or(0..0, |id| id.span(self.text));
        self.fields(&row, |checker| checker.whole(&row));
        let (links, about) = self.links(&row, &spot);
        self.heads.push(Head {
            start: id.start as u32,
            length: id.len() as u32,
            kind: row.kind,
            about: about as u32,
        });
        let entry = self.made(&row, &spot, links);
        self.advise(&row, &entry);
        self.entries.push(entry);
    }

    fn made(&mut self, row: &Row<'_, 'a>, spot: &Spot, links: Vec<Link>) -> Entry {
        let draft = row.draft;
        let holder = a(row.kind.word());
        let objectives = match row.kind {
            Kind::Pillar => draft.objectives.len(),
            _ => 0,
        };
        let position = self.entries.len();
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
            weight: self
                .plain(draft.weight.as_ref())
                .unwrap_or(Weight::usual(row.kind)),
            voice: self.plain(draft.voice.as_ref()),
            // Whether it names an actor is known once every entry is.
            by: self.optional(draft.by.as_ref()).map(Speaker::Words),
            summary: self.optional(draft.summary.as_ref()),
            details: self.list(&draft.details),
            topics: self.list(if draft.topics.is_empty() {
                &draft.themes
            } else {
                &draft.topics
            }),
            links,
            cites: self.cites(&draft.sources),
            caveats: self.caveats(&draft.caveats, spot),
            note: self.optional(draft.note.as_ref()),
            minutes: self.minutes(draft.minutes.as_ref()),
            cards: self.cards(&draft.cards, spot),
            unverified: self.plain(draft.unverified.as_ref()).unwrap_or(false),
            parent: row.parent.map(EntryId::new),
            children: (1..=objectives)
                .map(|after| EntryId::new(position + after))
                .collect(),
            facts: self.facts(row, spot),
        }
    }

    fn spot(&mut self, row: &Row<'_, '_>) -> Spot {
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
    fn whole(&mut self, row: &Row<'_, '_>) -> Range<usize> {
        self.places
            .entry(self.text, row.kind, row.pillar, row.number)
            .unwrap_or(0..0)
    }

    /// The links that an entry states, then those from what it is about, and how many these are.
    fn links(&mut self, row: &Row<'_, 'a>, spot: &Spot) -> (Vec<Link>, usize) {
        let (stated, about) = (&row.draft.links, &row.draft.about);
        let mut links = Vec::with_capacity(stated.len() + about.len());
        links.extend(stated.iter().filter_map(|link| self.link(link, spot)));
        let stated = links.len();
        if row.kind == Kind::Event {
            links.extend(about.iter().filter_map(|leaf| self.about(leaf)));
        }
        let about = links.len() - stated;
        (links, about)
    }

    fn link(&mut self, draft: &LinkDraft<'a>, spot: &Spot) -> Option<Link> {
        let cites = self.cites(&draft.sources);
        let active = self.period(draft.active.as_ref());
        let verb = self.verb(draft, spot);
        let Some(to) = &draft.to else {
            let at = draft
                .verb
                .as_ref()
                .map_or_else(|| spot.at.clone(), |verb| verb.span(self.text));
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
            to: self.later(to)?,
            cites,
            active,
            editorial: self.plain(draft.editorial.as_ref()).unwrap_or(false),
        })
    }

    /// What an event is about, as a link; it gets the cites of the event when it is settled.
    fn about(&mut self, leaf: &Text<'a>) -> Option<Link> {
        Some(Link {
            verb: Verb::About,
            to: self.later(leaf)?,
            cites: Vec::new(),
            active: Period::default(),
            editorial: false,
        })
    }

    fn verb(&mut self, draft: &LinkDraft<'a>, spot: &Spot) -> Option<Verb> {
        let Some(leaf) = &draft.verb else {
            let at = draft
                .to
                .as_ref()
                .map_or_else(|| spot.at.clone(), |to| to.span(self.text));
            self.missing(
                &"a link",
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
            let clean = |phrase: &str| Clean::new(phrase).to_string();
            return Some(Verb::Other(clean(forward), clean(inverse)));
        }
        Some(verb)
    }

    fn caveats(&mut self, drafts: &[CaveatDraft<'a>], spot: &Spot) -> Vec<Caveat> {
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
                editorial: self.plain(draft.editorial.as_ref()).unwrap_or(false),
            })
            .collect()
    }

    fn cards(&mut self, drafts: &[CardDraft<'a>], spot: &Spot) -> Vec<Card> {
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
                first: self
                    .plain(draft.first.as_ref())
                    .and_then(|place| u16::try_from(place).ok()),
            })
            .collect()
    }
}
