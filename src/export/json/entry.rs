//! An entry in JSON: what every kind has, then what only some have.

use serde::Serialize;

use super::parts::{self, CardJson, CaveatJson, CiteJson, LinkJson, PeriodJson};
use crate::date::Date;
use crate::model::{
    AsOf, Entry, EntryId, EventStatus, Facts, Role, Speaker, Strategy, Tier, Voice, Weight,
};
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
    #[serde(skip_serializing_if = "Option::is_none")]
    short: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    weight: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    voice: Option<Voice>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by: Option<&'a str>,
    #[serde(flatten)]
    facts: FactsJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    topics: Vec<&'a str>,
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
    status: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    tier: Option<&'static str>,
}

impl<'a> EntryJson<'a> {
    /// With the links that hold at a time.
    pub(super) fn new(strategy: &'a Strategy, id: EntryId, as_of: AsOf) -> Self {
        let entry = strategy.entry(id);
        Self {
            id: &entry.id,
            kind: entry.kind.word(),
            number: strategy.number(id),
            name: &entry.name,
            original: entry.original.as_deref(),
            reading: entry.reading.as_deref(),
            short: entry.short.as_deref(),
            language: entry.language.as_deref(),
            aliases: texts(&entry.aliases),
            keywords: texts(&entry.keywords),
            weight: weight(entry),
            voice: entry.voice,
            by: entry.by.as_ref().map(|by| match by {
                Speaker::Actor(id) => strategy.entry(*id).id.as_str(),
                Speaker::Words(words) => words.as_str(),
            }),
            facts: facts(entry),
            summary: entry.summary.as_deref(),
            details: texts(&entry.details),
            topics: texts(&entry.topics),
            pillar: entry.parent.map(|id| strategy.entry(id).id.as_str()),
            objectives: entries(strategy, &entry.children, as_of),
            links: parts::links(strategy, id, as_of),
            sources: parts::cites(strategy, &entry.cites),
            caveats: parts::caveats(strategy, &entry.caveats),
            note: entry.note.as_deref(),
            minutes: entry.minutes,
            cards: parts::cards(&entry.cards),
            unverified: entry.unverified,
        }
    }
}

pub(super) fn entries<'a>(
    strategy: &'a Strategy,
    ids: &[EntryId],
    as_of: AsOf,
) -> Vec<EntryJson<'a>> {
    ids.iter()
        .map(|&id| EntryJson::new(strategy, id, as_of))
        .collect()
}

/// The weight, where it is not the usual one of the kind.
fn weight(entry: &Entry) -> Option<&'static str> {
    (entry.weight != Weight::usual(entry.kind)).then_some(match entry.weight {
        Weight::Key if entry.is_milestone() => "Milestone",
        Weight::Key => "Key",
        Weight::Main => "Main",
        Weight::Context => "Context",
    })
}

pub(super) fn texts(texts: &[Clean]) -> Vec<&str> {
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
