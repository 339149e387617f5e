//! A model as plain structs, all owned and without checks: what reading the same text costs at least.

#![expect(dead_code, reason = "read to measure the reading, and never looked at")]

use serde::Deserialize;

/// A whole file, as [`ron::from_str`] reads it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Model {
    format: u32,
    id: String,
    title: String,
    original: String,
    reading: String,
    country: String,
    issuer: String,
    edition: String,
    adopted: String,
    status: Status,
    as_of: String,
    summary: String,
    goals: Vec<Entry>,
    pillars: Vec<Entry>,
    actors: Vec<Entry>,
    timeline: Vec<Entry>,
    threats: Vec<Entry>,
    assets: Vec<Entry>,
    principles: Vec<Entry>,
    instruments: Vec<Entry>,
    claims: Vec<Entry>,
    terms: Vec<Entry>,
    sources: Vec<Entry>,
    briefing: Vec<Step>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Entry {
    id: String,
    name: String,
    original: String,
    reading: String,
    aliases: Vec<String>,
    summary: String,
    details: Vec<String>,
    themes: Vec<String>,
    links: Vec<Link>,
    sources: Vec<Cite>,
    caveats: Vec<Caveat>,
    note: String,
    minutes: u16,
    cards: Vec<Card>,
    unverified: bool,
    objectives: Vec<Self>,
    role: Word,
    active: Period,
    date: String,
    until: String,
    weight: Word,
    status: Word,
    about: Vec<String>,
    publisher: String,
    url: String,
    tier: Word,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Link {
    verb: Verb,
    to: String,
    sources: Vec<Cite>,
    active: Period,
}

#[derive(Debug, Deserialize)]
struct Cite(String, #[serde(default)] String);

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Caveat {
    text: String,
    sources: Vec<Cite>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Card {
    ask: String,
    answer: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Period {
    from: String,
    to: String,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Step {
    entry: String,
    minutes: u16,
    note: String,
}

#[derive(Debug, Default, Deserialize)]
enum Status {
    #[default]
    Draft,
    InForce,
    Superseded {
        by: String,
        #[serde(default)]
        on: String,
    },
}

#[derive(Debug, Default, Deserialize)]
enum Word {
    #[default]
    Body,
    Office,
    Person,
    State,
    Sector,
    Organisation,
    Group,
    Milestone,
    Context,
    Done,
    Expected,
    Planned,
    Unconfirmed,
    Primary,
    Secondary,
}

#[derive(Debug, Default, Deserialize)]
enum Verb {
    #[default]
    Serves,
    PartOf,
    Heads,
    HoldsOffice,
    DeputyOf,
    MemberOf,
    SecretariatOf,
    ReportsTo,
    LocatedIn,
    CoordinatesWith,
    Succeeds,
    EstablishedBy,
    AdoptedBy,
    DraftedBy,
    NamesAsThreat,
    BelievedOf,
    SuspectedOf,
    Targets,
    Addresses,
    Protects,
    ResponsibleFor,
    Benefits,
    AlliedWith,
    CooperatesWith,
    ExercisesWith,
    BuildsCapacityOf,
    Criticises,
    TensionWith,
    GuidedBy,
    About,
    ComparableTo,
    Other(String, String),
}
