//! The strategy as JSON, with the names of the model file. Empty fields are left out.

mod entry;
mod parts;

use std::collections::BTreeSet;
use std::time::Duration;

use serde::Serialize;

use crate::duration;
use crate::model::{AsOf, EntryId, Kind, Speaker, Status, StepKind, Strategy};

use entry::{EntryJson, entries, texts};
use parts::AcrossJson;
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
    /// Of which day the actors and links are, where the export is not of all times.
    #[serde(skip_serializing_if = "Option::is_none")]
    shown_as_of: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    details: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<&'a str>,
    #[serde(flatten)]
    sections: Sections<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    briefing: Vec<StepJson<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    synonyms: Vec<(&'a str, &'a str)>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    across: Vec<AcrossJson<'a>>,
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
        #[serde(skip_serializing_if = "Option::is_none")]
        model: Option<&'a str>,
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

/// The whole model, or what holds at a time.
pub fn model(strategy: &Strategy, as_of: AsOf) -> ModelJson<'_> {
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
            Status::Superseded { by, on, model } => StatusJson::Superseded {
                by,
                on: on.map(crate::date::Date::iso),
                model: model.as_deref(),
            },
        },
        as_of: meta.as_of.map(crate::date::Date::iso),
        shown_as_of: as_of.date().map(crate::date::Date::iso),
        language: meta.language.as_deref(),
        summary: meta.summary.as_deref(),
        details: texts(&meta.details),
        why: meta.why.as_deref(),
        sections: sections(strategy, as_of),
        briefing: briefing(strategy),
        synonyms: strategy
            .synonyms
            .iter()
            .map(|(typed, said)| (typed.as_str(), said.as_str()))
            .collect(),
        across: parts::across(strategy),
    }
}

/// One entry, with the links that lead to it at a time.
pub fn shown(strategy: &Strategy, id: EntryId, as_of: AsOf) -> ShownJson<'_> {
    let held = strategy.relations_on(id, as_of);
    ShownJson {
        entry: EntryJson::new(strategy, id, as_of),
        linked_from: held
            .iter()
            .filter(|held| !held.relation.outward)
            .map(|held| LinkedJson::new(strategy, held))
            .collect(),
    }
}

fn sections(strategy: &Strategy, as_of: AsOf) -> Sections<'_> {
    let listed = listed(strategy, as_of);
    let of = |kind| {
        let ids = strategy.of_kind(kind).iter().copied();
        let ids: Vec<EntryId> = ids.filter(|id| listed.contains(id)).collect();
        entries(strategy, &ids, as_of)
    };
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

/// The entries that are listed as of a time: all that are there then, and those that they name. Who
/// came before a body is named by it, and so is who said something, whatever the day.
fn listed(strategy: &Strategy, as_of: AsOf) -> BTreeSet<EntryId> {
    let there = strategy.entries().map(|(id, _)| id);
    let there = there.filter(|id| strategy.is_there(*id, as_of));
    let steps = strategy.briefing.iter().filter_map(|step| match step.what {
        StepKind::Entry(id) => Some(id),
        StepKind::Made(_) => None,
    });
    let pairs = strategy.across.iter().flat_map(|across| &across.pairs);
    let ours = pairs.filter_map(|pair| pair.ours);
    let mut left: Vec<EntryId> = there
        .chain(strategy.meta.issuer)
        .chain(steps)
        .chain(ours)
        .collect();
    let mut listed = BTreeSet::new();
    while let Some(id) = left.pop() {
        if !listed.insert(id) {
            continue;
        }
        let entry = strategy.entry(id);
        let links = entry.links.iter();
        left.extend(
            links
                .filter(|link| strategy.link_holds(id, link, as_of))
                .map(|link| link.to),
        );
        if let Some(Speaker::Actor(by)) = entry.by {
            left.push(by);
        }
    }
    listed
}
