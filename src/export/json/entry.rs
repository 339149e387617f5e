//! An entry in JSON: what every kind has, then what only some have.

use serde::Serialize;

use super::parts::{self, CardJson, CaveatJson, CiteJson, LinkJson, PeriodJson};
use crate::date::Date;
use crate::model::{Entry, EntryId, EventStatus, Facts, Role, Strategy, Tier};
use crate::text::Clean;

/// Anything with an id. Objectives are inside their pillar.
#[derive(Debug, Serialize)]
pub(super) struct EntryJson<'a> {
    id: &'a str,
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
    #[serde(flatten)]
    facts: FactsJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    themes: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pillar: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    objectives: Vec<Self>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    links: Vec<LinkJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<CiteJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    caveats: Vec<CaveatJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<u16>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cards: Vec<CardJson<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    unverified: bool,
}

/// What only some kinds have. The words are those of the model file.
#[derive(Debug, Default, Serialize)]
struct FactsJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    active: Option<PeriodJson>,
    #[serde(skip_serializing_if = "Option::is_none")]
    date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
}

impl<'a> EntryJson<'a> {
    pub(super) fn new(strategy: &'a Strategy, id: EntryId) -> Self {
        let entry = strategy.entry(id);
        Self {
            id: &entry.id,
            kind: entry.kind.word(),
            number: strategy.number(id),
            name: &entry.name,
            original: entry.original.as_deref(),
            reading: entry.reading.as_deref(),
            aliases: texts(&entry.aliases),
            facts: facts(entry),
            summary: entry.summary.as_deref(),
            details: texts(&entry.details),
            themes: texts(&entry.topics),
            pillar: entry.parent.map(|id| strategy.entry(id).id.as_str()),
            objectives: entries(strategy, &entry.children),
            links: parts::links(strategy, &entry.links),
            sources: parts::cites(strategy, &entry.cites),
            caveats: parts::caveats(strategy, &entry.caveats),
            note: entry.note.as_deref(),
            minutes: entry.minutes,
            cards: parts::cards(&entry.cards),
            unverified: entry.unverified,
        }
    }
}

pub(super) fn entries<'a>(strategy: &'a Strategy, ids: &[EntryId]) -> Vec<EntryJson<'a>> {
    ids.iter().map(|&id| EntryJson::new(strategy, id)).collect()
}

fn texts(texts: &[Clean]) -> Vec<&str> {
    texts.iter().map(Clean::as_str).collect()
}

fn facts(entry: &Entry) -> FactsJson<'_> {
    match &entry.facts {
        Facts::Plain => FactsJson::default(),
        Facts::Actor(actor) => FactsJson {
            role: Some(role(actor.role)),
            active: parts::period(actor.active),
            ..FactsJson::default()
        },
        Facts::Event(event) => FactsJson {
            date: Some(event.date.iso()),
            until: event.until.map(Date::iso),
            weight: entry.is_milestone().then_some("Milestone"),
            status: status(event.status),
            ..FactsJson::default()
        },
        Facts::Source(source) => FactsJson {
            date: source.date.map(Date::iso),
            publisher: source.publisher.as_deref(),
            url: source.url.as_deref(),
            tier: source.tier.map(tier),
            ..FactsJson::default()
        },
    }
}

const fn role(role: Role) -> &'static str {
    match role {
        Role::Body => "Body",
        Role::Office => "Office",
        Role::Person => "Person",
        Role::State => "State",
        Role::Sector => "Sector",
        Role::Organisation => "Organisation",
        Role::Group => "Group",
    }
}

const fn status(status: EventStatus) -> Option<&'static str> {
    match status {
        EventStatus::Done => None,
        EventStatus::Expected => Some("Expected"),
        EventStatus::Planned => Some("Planned"),
        EventStatus::Unconfirmed => Some("Unconfirmed"),
    }
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Primary => "Primary",
        Tier::Secondary => "Secondary",
    }
}
