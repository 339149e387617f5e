//! The model file as it is written: every field optional, every leaf with its place.

use std::borrow::Cow;
use std::time::Duration;

use serde::Deserialize;

use super::leaf::{Leaf, Read, Wrong, word};
use super::{Change, EventStatus, Kind, MadeStep, Role, Tier, Verb, Voice, Weight};
use crate::date::Date;

/// A text, borrowed from the file unless it has escapes.
pub(super) type Text<'a> = Leaf<'a, Cow<'a, str>>;

/// The names of all fields, wherever they belong.
pub(super) const FIELDS: &[&str] = &[
    "format",
    "id",
    "title",
    "original",
    "reading",
    "country",
    "issuer",
    "edition",
    "adopted",
    "status",
    "as_of",
    "summary",
    "details",
    "why",
    "language",
    "goals",
    "pillars",
    "actors",
    "timeline",
    "threats",
    "assets",
    "principles",
    "instruments",
    "claims",
    "terms",
    "sources",
    "briefing",
    "synonyms",
    "across",
    "name",
    "aliases",
    "topics",
    "links",
    "caveats",
    "note",
    "minutes",
    "cards",
    "unverified",
    "keywords",
    "short",
    "themes",
    "voice",
    "by",
    "objectives",
    "role",
    "active",
    "date",
    "until",
    "weight",
    "about",
    "publisher",
    "url",
    "tier",
    "verb",
    "to",
    "editorial",
    "model",
    "pairs",
    "ours",
    "theirs",
    "says",
    "what",
    "because",
    "their_sources",
    "text",
    "ask",
    "answer",
    "wrong",
    "from",
    "entry",
    "step",
    "hide",
    "on",
];

/// A whole file.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "model")]
pub(super) struct Draft<'a> {
    #[serde(borrow)]
    pub(super) format: Option<Leaf<'a, i64>>,
    pub(super) id: Option<Text<'a>>,
    pub(super) title: Option<Text<'a>>,
    pub(super) original: Option<Text<'a>>,
    pub(super) reading: Option<Text<'a>>,
    pub(super) country: Option<Text<'a>>,
    pub(super) issuer: Option<Text<'a>>,
    pub(super) edition: Option<Text<'a>>,
    pub(super) adopted: Option<Leaf<'a, Date>>,
    pub(super) status: Option<Leaf<'a, StatusDraft<'a>>>,
    pub(super) as_of: Option<Leaf<'a, Date>>,
    pub(super) summary: Option<Text<'a>>,
    pub(super) details: Vec<Text<'a>>,
    pub(super) why: Option<Text<'a>>,
    pub(super) language: Option<Text<'a>>,
    pub(super) goals: Vec<EntryDraft<'a>>,
    pub(super) pillars: Vec<EntryDraft<'a>>,
    pub(super) actors: Vec<EntryDraft<'a>>,
    pub(super) timeline: Vec<EntryDraft<'a>>,
    pub(super) threats: Vec<EntryDraft<'a>>,
    pub(super) assets: Vec<EntryDraft<'a>>,
    pub(super) principles: Vec<EntryDraft<'a>>,
    pub(super) instruments: Vec<EntryDraft<'a>>,
    pub(super) claims: Vec<EntryDraft<'a>>,
    pub(super) terms: Vec<EntryDraft<'a>>,
    pub(super) sources: Vec<EntryDraft<'a>>,
    pub(super) briefing: Vec<StepDraft<'a>>,
    pub(super) synonyms: Vec<SynonymDraft<'a>>,
    pub(super) across: Vec<AcrossDraft<'a>>,
}

impl<'a> Draft<'a> {
    /// The lists of entries, each with the kind it holds.
    pub(super) fn sections(&self) -> [(Kind, &[EntryDraft<'a>]); 11] {
        [
            (Kind::Goal, &self.goals),
            (Kind::Pillar, &self.pillars),
            (Kind::Actor, &self.actors),
            (Kind::Event, &self.timeline),
            (Kind::Threat, &self.threats),
            (Kind::Asset, &self.assets),
            (Kind::Principle, &self.principles),
            (Kind::Instrument, &self.instruments),
            (Kind::Claim, &self.claims),
            (Kind::Term, &self.terms),
            (Kind::Source, &self.sources),
        ]
    }
}

/// The fields of every kind together; which of them a kind has is checked later, so that one list
/// serves all and a misplaced field can be explained.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "entry")]
pub(super) struct EntryDraft<'a> {
    #[serde(borrow)]
    pub(super) id: Option<Text<'a>>,
    pub(super) name: Option<Text<'a>>,
    pub(super) original: Option<Text<'a>>,
    pub(super) reading: Option<Text<'a>>,
    pub(super) aliases: Vec<Text<'a>>,
    pub(super) summary: Option<Text<'a>>,
    pub(super) details: Vec<Text<'a>>,
    pub(super) topics: Vec<Text<'a>>,
    pub(super) links: Vec<LinkDraft<'a>>,
    pub(super) sources: Vec<CiteDraft<'a>>,
    pub(super) caveats: Vec<CaveatDraft<'a>>,
    pub(super) note: Option<Text<'a>>,
    pub(super) minutes: Option<Leaf<'a, i64>>,
    pub(super) cards: Vec<CardDraft<'a>>,
    pub(super) unverified: Option<Leaf<'a, bool>>,
    pub(super) keywords: Vec<Text<'a>>,
    pub(super) short: Option<Text<'a>>,
    pub(super) language: Option<Text<'a>>,
    pub(super) themes: Vec<Text<'a>>,
    pub(super) voice: Option<Leaf<'a, Voice>>,
    pub(super) by: Option<Text<'a>>,
    pub(super) objectives: Vec<Self>,
    pub(super) role: Option<Leaf<'a, Role>>,
    pub(super) active: Option<PeriodDraft<'a>>,
    pub(super) date: Option<Leaf<'a, Date>>,
    pub(super) until: Option<Leaf<'a, Date>>,
    pub(super) weight: Option<Leaf<'a, Weight>>,
    pub(super) status: Option<Leaf<'a, EventStatus>>,
    pub(super) about: Vec<Text<'a>>,
    pub(super) publisher: Option<Text<'a>>,
    pub(super) url: Option<Text<'a>>,
    pub(super) tier: Option<Leaf<'a, Tier>>,
}

/// A link.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "link")]
pub(super) struct LinkDraft<'a> {
    #[serde(borrow)]
    pub(super) verb: Option<Leaf<'a, Verb>>,
    pub(super) to: Option<Text<'a>>,
    pub(super) sources: Vec<CiteDraft<'a>>,
    pub(super) active: Option<PeriodDraft<'a>>,
    pub(super) editorial: Option<Leaf<'a, bool>>,
}

/// What readers type, and what the model says.
#[derive(Debug, Deserialize)]
#[serde(rename = "synonym")]
pub(super) struct SynonymDraft<'a>(#[serde(borrow)] pub(super) Text<'a>, pub(super) Text<'a>);

/// How entries stand to those of another edition.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "across")]
pub(super) struct AcrossDraft<'a> {
    #[serde(borrow)]
    pub(super) model: Option<Text<'a>>,
    pub(super) pairs: Vec<PairDraft<'a>>,
}

/// One of them.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "pair")]
pub(super) struct PairDraft<'a> {
    #[serde(borrow)]
    pub(super) ours: Option<Text<'a>>,
    pub(super) theirs: Option<Text<'a>>,
    pub(super) says: Option<Leaf<'a, Change>>,
    pub(super) what: Option<Text<'a>>,
    pub(super) because: Option<Text<'a>>,
    pub(super) sources: Vec<CiteDraft<'a>>,
    pub(super) their_sources: Vec<CiteDraft<'a>>,
}

/// A source and the place in it, which may be left out.
#[derive(Debug, Deserialize)]
#[serde(rename = "cite")]
pub(super) struct CiteDraft<'a>(
    #[serde(borrow)] pub(super) Text<'a>,
    #[serde(default)] pub(super) Option<Text<'a>>,
);

/// A caveat.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "caveat")]
pub(super) struct CaveatDraft<'a> {
    #[serde(borrow)]
    pub(super) text: Option<Text<'a>>,
    pub(super) sources: Vec<CiteDraft<'a>>,
    pub(super) editorial: Option<Leaf<'a, bool>>,
}

/// A question of the author's own.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "card")]
pub(super) struct CardDraft<'a> {
    #[serde(borrow)]
    pub(super) ask: Option<Text<'a>>,
    pub(super) answer: Option<Text<'a>>,
    pub(super) wrong: Vec<Text<'a>>,
    #[serde(borrow)]
    pub(super) first: Option<Leaf<'a, i64>>,
}

/// From one date to another.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "active")]
pub(super) struct PeriodDraft<'a> {
    #[serde(borrow)]
    pub(super) from: Option<Leaf<'a, Date>>,
    pub(super) to: Option<Leaf<'a, Date>>,
}

/// A step of the briefing.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename = "step")]
pub(super) struct StepDraft<'a> {
    #[serde(borrow)]
    pub(super) entry: Option<Text<'a>>,
    pub(super) step: Option<Leaf<'a, MadeStep>>,
    pub(super) minutes: Option<Leaf<'a, Duration>>,
    pub(super) note: Option<Text<'a>>,
    pub(super) hide: Option<Leaf<'a, bool>>,
}

/// Whether the strategy is in force.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename = "status")]
pub(super) enum StatusDraft<'a> {
    Draft,
    InForce,
    Superseded {
        #[serde(borrow)]
        by: Text<'a>,
        #[serde(default)]
        on: Option<Leaf<'a, Date>>,
        #[serde(default)]
        model: Option<Text<'a>>,
    },
}

impl<'a: 'b, 'b> Read<'a> for StatusDraft<'b> {
    fn read(ron: &'a str) -> Result<Self, Wrong> {
        if ron == "Superseded" {
            return Err(Wrong::new(
                "`Superseded` does not say by what".to_owned(),
                "write `Superseded(by: \"...\", on: \"...\")`",
            ));
        }
        word(ron, "status")
    }
}
