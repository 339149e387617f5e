//! The closed vocabularies of the format: kinds, roles, weights, voices, states and tiers.

use serde::{Deserialize, Serialize};

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// What the strategy is for.
    Goal,
    /// A main line of the strategy.
    Pillar,
    /// One aim under a pillar.
    Objective,
    /// Who acts, or is acted upon.
    Actor,
    /// What happened, or is to happen, at a time.
    Event,
    /// What the strategy guards against.
    Threat,
    /// What it protects.
    Asset,
    /// A rule it holds itself to.
    Principle,
    /// A law, strategy or programme.
    Instrument,
    /// What somebody says, which is not a fact of the strategy.
    Claim,
    /// A word and its meaning.
    Term,
    /// Where a sentence comes from.
    Source,
}

impl Kind {
    /// Every kind, in the order of the panes.
    pub const ALL: &'static [Self] = &[
        Self::Goal,
        Self::Pillar,
        Self::Objective,
        Self::Actor,
        Self::Event,
        Self::Threat,
        Self::Asset,
        Self::Principle,
        Self::Instrument,
        Self::Claim,
        Self::Term,
        Self::Source,
    ];

    /// The word for one, in lower case; also the scope of a search.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Goal => "goal",
            Self::Pillar => "pillar",
            Self::Objective => "objective",
            Self::Actor => "actor",
            Self::Event => "event",
            Self::Threat => "threat",
            Self::Asset => "asset",
            Self::Principle => "principle",
            Self::Instrument => "instrument",
            Self::Claim => "claim",
            Self::Term => "term",
            Self::Source => "source",
        }
    }

    /// The word for several, with a capital, as a heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Goal => "Goals",
            Self::Pillar => "Pillars",
            Self::Objective => "Objectives",
            Self::Actor => "Actors",
            Self::Event => "Timeline",
            Self::Threat => "Threats",
            Self::Asset => "Assets",
            Self::Principle => "Principles",
            Self::Instrument => "Instruments",
            Self::Claim => "Claims",
            Self::Term => "Terms",
            Self::Source => "Sources",
        }
    }

    /// The list of the model file that holds entries of this kind.
    pub const fn section(self) -> &'static str {
        match self {
            Self::Goal => "goals",
            Self::Pillar => "pillars",
            Self::Objective => "objectives",
            Self::Actor => "actors",
            Self::Event => "timeline",
            Self::Threat => "threats",
            Self::Asset => "assets",
            Self::Principle => "principles",
            Self::Instrument => "instruments",
            Self::Claim => "claims",
            Self::Term => "terms",
            Self::Source => "sources",
        }
    }

    /// The kind of the entries in a list of the model file itself.
    pub(super) fn of_section(name: &str) -> Option<Self> {
        Some(match name {
            "goals" => Self::Goal,
            "pillars" => Self::Pillar,
            "actors" => Self::Actor,
            "timeline" => Self::Event,
            "threats" => Self::Threat,
            "assets" => Self::Asset,
            "principles" => Self::Principle,
            "instruments" => Self::Instrument,
            "claims" => Self::Claim,
            "terms" => Self::Term,
            "sources" => Self::Source,
            _ => return None,
        })
    }

    /// The kind named by a word, one or several, in any case.
    pub fn named(word: &str) -> Option<Self> {
        let word = word.to_lowercase();
        Self::ALL
            .iter()
            .copied()
            .find(|kind| word == kind.word() || word == kind.section())
            .or_else(|| (word == "events").then_some(Self::Event))
    }
}

/// What sort of actor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Role {
    /// A body of government.
    Body,
    /// A post that people hold.
    Office,
    /// A person.
    Person,
    /// A state.
    State,
    /// A part of society or the economy.
    Sector,
    /// An organisation outside government, or of several states.
    Organisation,
    /// People who share a part, not an organisation.
    Group,
}

impl Role {
    /// Every role, in the order in which the pane lists them.
    pub const ALL: &'static [Self] = &[
        Self::Body,
        Self::Office,
        Self::Person,
        Self::State,
        Self::Organisation,
        Self::Sector,
        Self::Group,
    ];

    /// The word for one, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Body => "body",
            Self::Office => "office",
            Self::Person => "person",
            Self::State => "state",
            Self::Sector => "sector",
            Self::Organisation => "organisation",
            Self::Group => "group",
        }
    }

    /// The word for several, as a heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Body => "Bodies",
            Self::Office => "Offices",
            Self::Person => "People",
            Self::State => "States",
            Self::Sector => "Sectors",
            Self::Organisation => "Organisations",
            Self::Group => "Groups",
        }
    }
}

/// How much an entry matters to the strategy as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// What nobody may leave out. An event of this weight is a milestone, and may be written so.
    #[serde(alias = "Milestone")]
    Key,
    /// What belongs to the whole picture.
    Main,
    /// What stands around it.
    Context,
}

impl Weight {
    /// What an entry of a kind weighs when its author does not say.
    pub const fn usual(kind: Kind) -> Self {
        match kind {
            Kind::Goal | Kind::Pillar => Self::Key,
            Kind::Event | Kind::Source => Self::Context,
            _ => Self::Main,
        }
    }

    /// The word, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Main => "main",
            Self::Context => "context",
        }
    }
}

/// What sort of thing a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Voice {
    /// What an author makes of it.
    Judgement,
    /// What somebody in office said.
    Statement,
    /// What others answered.
    Reaction,
}

impl Voice {
    /// Every voice, in the order in which claims are listed.
    pub const ALL: &'static [Self] = &[Self::Judgement, Self::Statement, Self::Reaction];

    /// The word for one, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Judgement => "judgement",
            Self::Statement => "statement",
            Self::Reaction => "reaction",
        }
    }

    /// The word for several, as a heading.
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Judgement => "Judgements",
            Self::Statement => "Statements",
            Self::Reaction => "Reactions",
        }
    }
}

/// A step of a briefing that is made from the whole model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename = "step")]
pub enum MadeStep {
    /// Whose strategy it is, and its status.
    Title,
    /// Which pillar serves which goal.
    Overview,
    /// The goals.
    Goals,
    /// The pillars.
    Pillars,
    /// Who answers to whom.
    Actors,
    /// What answers the threats.
    Threats,
    /// The turning points.
    Milestones,
    /// What changed since the edition before.
    Changes,
    /// What came after.
    After,
    /// Where it is all from.
    Sources,
}

impl MadeStep {
    /// Every made step.
    pub const ALL: &'static [Self] = &[
        Self::Title,
        Self::Overview,
        Self::Goals,
        Self::Pillars,
        Self::Actors,
        Self::Threats,
        Self::Milestones,
        Self::Changes,
        Self::After,
        Self::Sources,
    ];

    /// The step of a name, in any case.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|step| step.name().eq_ignore_ascii_case(name))
    }

    /// The name in the model file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "Title",
            Self::Overview => "Overview",
            Self::Goals => "Goals",
            Self::Pillars => "Pillars",
            Self::Actors => "Actors",
            Self::Threats => "Threats",
            Self::Milestones => "Milestones",
            Self::Changes => "Changes",
            Self::After => "After",
            Self::Sources => "Sources",
        }
    }
}

/// Whether an event took place.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize,
)]
#[serde(rename = "status of an event")]
pub enum EventStatus {
    /// It happened.
    #[default]
    Done,
    /// The source expected it.
    Expected,
    /// Somebody planned it.
    Planned,
    /// It was announced; whether it happened was not seen.
    Unconfirmed,
}

impl EventStatus {
    /// The word, in lower case; `None` for what simply happened.
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Done => None,
            Self::Expected => Some("expected"),
            Self::Planned => Some("planned"),
            Self::Unconfirmed => Some("unconfirmed"),
        }
    }
}

/// How near a source stands to what it tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tier {
    /// An official text: a government, a law, a public international body.
    Primary,
    /// Written about it by others.
    Secondary,
}

impl Tier {
    /// The word, in lower case.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
        }
    }
}
