//! One entry: what every kind has, and what only some have.

use serde::{Deserialize, Serialize};

use super::{EntryId, EventStatus, Kind, Role, Tier, Verb, Voice, Weight};
use crate::date::{Date, Period};
use crate::text::Clean;

/// Anything in the model that has an id.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The author's id, unique in the model.
    pub id: Clean,
    /// What it is.
    pub kind: Kind,
    /// Its name in English; never empty.
    pub name: Clean,
    /// Its name in its own language.
    pub original: Option<Clean>,
    /// That name romanised.
    pub reading: Option<Clean>,
    /// A name of 14 cells at most, for pictures.
    pub short: Option<Clean>,
    /// The language of `original`, as BCP 47 writes it; the model's where it is not said.
    pub language: Option<Clean>,
    /// Abbreviations and other names.
    pub aliases: Vec<Clean>,
    /// Words that it is found by, and that are no names of it.
    pub keywords: Vec<Clean>,
    /// How much it matters.
    pub weight: Weight,
    /// What sort of claim it is.
    pub voice: Option<Voice>,
    /// Whose claim it is.
    pub by: Option<Speaker>,
    /// One or two sentences.
    pub summary: Option<Clean>,
    /// Further paragraphs.
    pub details: Vec<Clean>,
    /// Words shared between strategies, for comparing them; see [`crate::model::topics`].
    pub topics: Vec<Clean>,
    /// Links that this entry carries, in the order of the file.
    pub links: Vec<Link>,
    /// Where it is said.
    pub cites: Vec<Cite>,
    /// Where a source is imprecise or the record disagrees.
    pub caveats: Vec<Caveat>,
    /// What the speaker says; shown to the briefer alone.
    pub note: Option<Clean>,
    /// Minutes planned for it in a briefing.
    pub minutes: Option<u16>,
    /// The author's own questions.
    pub cards: Vec<Card>,
    /// No source was seen for it.
    pub unverified: bool,
    /// The pillar of an objective.
    pub parent: Option<EntryId>,
    /// The objectives of a pillar, in the order of the file.
    pub children: Vec<EntryId>,
    /// What only this kind has.
    pub facts: Facts,
}

/// What only some kinds have.
#[derive(Clone, Debug)]
pub enum Facts {
    /// Nothing beyond what every entry has.
    Plain,
    /// Of an actor.
    Actor(ActorFacts),
    /// Of an event.
    Event(EventFacts),
    /// Of a source.
    Source(SourceFacts),
}

/// What an actor has.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ActorFacts {
    /// What sort of actor.
    pub role: Role,
    /// When it existed or served.
    pub active: Period,
}

/// What an event has.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct EventFacts {
    /// When it happened, or began.
    pub date: Date,
    /// When it ended, if it took time.
    pub until: Option<Date>,
    /// Whether it took place.
    pub status: EventStatus,
}

/// What a source has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct SourceFacts {
    /// Who published it.
    pub publisher: Option<Clean>,
    /// When.
    pub date: Option<Date>,
    /// Where it can be read.
    pub url: Option<Clean>,
    /// How near it stands.
    pub tier: Option<Tier>,
}

/// A typed relation to another entry.
#[derive(Clone, Debug)]
pub struct Link {
    /// What the relation is.
    pub verb: Verb,
    /// The other entry.
    pub to: EntryId,
    /// Where the relation is stated.
    pub cites: Vec<Cite>,
    /// When it held.
    pub active: Period,
    /// Whether the relation is our reading, and not the source's words.
    pub editorial: bool,
}

/// Whose words a claim is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Speaker {
    /// An actor of the model.
    Actor(EntryId),
    /// Somebody the model has no entry for, in words.
    Words(Clean),
}

/// A source and the place in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cite {
    /// An entry of kind source.
    pub source: EntryId,
    /// A paragraph, a page; empty when the whole is meant.
    pub locator: Clean,
}

/// A reservation about an entry.
#[derive(Clone, Debug)]
pub struct Caveat {
    /// What to know.
    pub text: Clean,
    /// Where the better record is.
    pub cites: Vec<Cite>,
    /// Whether it is our reading, and not the source's words.
    pub editorial: bool,
}

/// A question of the author's own.
#[derive(Clone, Debug)]
pub struct Card {
    /// The question.
    pub ask: Clean,
    /// The answer.
    pub answer: Clean,
    /// Answers that are wrong for certain, to choose from.
    pub wrong: Vec<Clean>,
    /// Its place among the questions that a new learner is asked first.
    pub first: Option<u16>,
}

impl Entry {
    /// Whether it is an event that nobody may leave out.
    pub fn is_milestone(&self) -> bool {
        self.kind == Kind::Event && self.weight == Weight::Key
    }

    /// What only an actor has.
    pub const fn actor(&self) -> Option<&ActorFacts> {
        match &self.facts {
            Facts::Actor(facts) => Some(facts),
            _ => None,
        }
    }

    /// What only an event has.
    pub const fn event(&self) -> Option<&EventFacts> {
        match &self.facts {
            Facts::Event(facts) => Some(facts),
            _ => None,
        }
    }

    /// What only a source has.
    pub const fn source(&self) -> Option<&SourceFacts> {
        match &self.facts {
            Facts::Source(facts) => Some(facts),
            _ => None,
        }
    }

    /// Every cite of the entry itself, its links and its caveats, in reading order.
    pub fn all_cites(&self) -> impl Iterator<Item = &Cite> {
        self.cites
            .iter()
            .chain(self.links.iter().flat_map(|link| &link.cites))
            .chain(self.caveats.iter().flat_map(|caveat| &caveat.cites))
    }
}
