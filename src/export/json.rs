//! The strategy as JSON, with the names of the model file. Empty fields are left out.

mod entry;
mod parts;

use std::time::Duration;

use serde::Serialize;

use crate::duration;
use crate::model::{AsOf, EntryId, Kind, Status, StepKind, Strategy};

use entry::{EntryJson, entries};
pub use parts::LinkedJson;

/// The whole model.
#[derive(Debug, Serialize)]
pub struct ModelJson<'a> {
    format: u8,
    id: &'a str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    original: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'a str>,
    country: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    issuer: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    edition: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    adopted: Option<String>,
    status: StatusJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(flatten)]
    sections: Sections<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    briefing: Vec<StepJson<'a>>,
}

#[derive(Debug, Serialize)]
struct Sections<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    goals: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pillars: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    actors: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    timeline: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    threats: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    assets: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    principles: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    instruments: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    claims: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    terms: Vec<EntryJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    sources: Vec<EntryJson<'a>>,
}

#[derive(Debug, Serialize)]
enum StatusJson<'a> {
    Draft,
    InForce,
    Superseded {
        by: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<String>,
    },
}

#[derive(Debug, Serialize)]
struct StepJson<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    entry: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    step: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minutes: Option<Minutes>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    hide: bool,
}

/// Whole minutes as a number, any other time as a text.
#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Minutes {
    Whole(u64),
    Time(String),
}

impl From<Duration> for Minutes {
    fn from(time: Duration) -> Self {
        match (time.as_secs() / 60, time.as_secs() % 60) {
            (minutes, 0) => Self::Whole(minutes),
            _ => Self::Time(duration::compact(time)),
        }
    }
}

/// One entry, with the links that lead to it.
#[derive(Debug, Serialize)]
pub struct ShownJson<'a> {
    #[serde(flatten)]
    entry: EntryJson<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    linked_from: Vec<LinkedJson<'a>>,
}

/// The whole model.
pub fn model(strategy: &Strategy) -> ModelJson<'_> {
    let meta = &strategy.meta;
    ModelJson {
        format: 1,
        id: &meta.id,
        title: &meta.title,
        original: meta.original.as_deref(),
        reading: meta.reading.as_deref(),
        country: &meta.country,
        issuer: meta.issuer.map(|id| strategy.entry(id).id.as_str()),
        edition: meta.edition.as_deref(),
        adopted: meta.adopted.map(crate::date::Date::iso),
        status: match &meta.status {
            Status::Draft => StatusJson::Draft,
            Status::InForce => StatusJson::InForce,
            Status::Superseded { by, on, .. } => StatusJson::Superseded {
                by,
                on: on.map(crate::date::Date::iso),
            },
        },
        as_of: meta.as_of.map(crate::date::Date::iso),
        summary: meta.summary.as_deref(),
        sections: sections(strategy),
        briefing: briefing(strategy),
    }
}

/// One entry, with the links that lead to it at a time.
pub fn shown(strategy: &Strategy, id: EntryId, as_of: AsOf) -> ShownJson<'_> {
    let held = strategy.relations_on(id, as_of);
    ShownJson {
        entry: EntryJson::new(strategy, id),
        linked_from: held
            .iter()
            .map(|held| &held.relation)
            .filter(|relation| !relation.outward)
            .map(|relation| LinkedJson::new(strategy, relation))
            .collect(),
    }
}

fn sections(strategy: &Strategy) -> Sections<'_> {
    let of = |kind| entries(strategy, strategy.of_kind(kind));
    Sections {
        goals: of(Kind::Goal),
        pillars: of(Kind::Pillar),
        actors: of(Kind::Actor),
        timeline: of(Kind::Event),
        threats: of(Kind::Threat),
        assets: of(Kind::Asset),
        principles: of(Kind::Principle),
        instruments: of(Kind::Instrument),
        claims: of(Kind::Claim),
        terms: of(Kind::Term),
        sources: of(Kind::Source),
    }
}

fn briefing(strategy: &Strategy) -> Vec<StepJson<'_>> {
    strategy
        .briefing
        .iter()
        .map(|step| StepJson {
            entry: match step.what {
                StepKind::Entry(id) => Some(&strategy.entry(id).id),
                StepKind::Made(_) => None,
            },
            step: match step.what {
                StepKind::Made(made) => Some(made.name()),
                StepKind::Entry(_) => None,
            },
            minutes: step.time.map(Minutes::from),
            note: step.note.as_deref(),
            hide: step.is_hidden,
        })
        .collect()
}
