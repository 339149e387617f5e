//! The whole strategy, and the questions that screens ask of it.

use std::time::Duration;

use serde::{Deserialize, Serialize};

use super::index::Index;
use super::{Cite, Entry, EntryId, Kind, Link, MadeStep};
use crate::date::Date;
use crate::text::Clean;

/// What the model says of the strategy as a whole.
#[derive(Clone, Debug, Default)]
pub struct Meta {
    /// The model's id, as on the command line.
    pub id: Clean,
    /// Its title in English.
    pub title: Clean,
    /// Its title in its own language.
    pub original: Option<Clean>,
    /// That title romanised.
    pub reading: Option<Clean>,
    /// Whose strategy it is.
    pub country: Clean,
    /// Who issued it.
    pub issuer: Option<EntryId>,
    /// Which edition, such as the year.
    pub edition: Option<Clean>,
    /// When it was adopted.
    pub adopted: Option<Date>,
    /// Whether it is in force.
    pub status: Status,
    /// The date up to which the author knew the record.
    pub as_of: Option<Date>,
    /// One or two sentences.
    pub summary: Option<Clean>,
    /// Further paragraphs.
    pub details: Vec<Clean>,
    /// Why it matters.
    pub why: Option<Clean>,
    /// The language of every `original` that does not say its own, as BCP 47 writes it.
    pub language: Option<Clean>,
}

/// How the entries of this edition stand to those of another.
#[derive(Clone, Debug)]
pub struct Across {
    /// The id of the other model.
    pub model: Clean,
    /// What stands to what.
    pub pairs: Vec<Pair>,
}

/// An entry of this edition, one of another, and what became of it.
#[derive(Clone, Debug)]
pub struct Pair {
    /// The entry of this edition; none when it was dropped.
    pub ours: Option<EntryId>,
    /// The id of the entry of the other edition; none when it was added.
    pub theirs: Option<Clean>,
    /// What became of it.
    pub says: Change,
    /// What changed, in one sentence.
    pub what: Option<Clean>,
    /// Why, where a source gives a reason.
    pub because: Option<Clean>,
    /// Where this edition says so.
    pub cites: Vec<Cite>,
    /// Sources of the other edition: the id of each and the place in it.
    pub their_cites: Vec<(Clean, Clean)>,
}

/// What became of an entry from one edition to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// It stands as it did.
    Same,
    /// It stands otherwise.
    Changed,
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
    /// Something else is in its place.
    Counterpart,
}

/// Whether a strategy is in force.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// Not adopted yet.
    #[default]
    Draft,
    /// In force.
    InForce,
    /// Another took its place.
    Superseded {
        /// The one that did.
        by: Clean,
        /// When.
        on: Option<Date>,
        /// The id of its model, where there is one.
        model: Option<Clean>,
    },
}

/// A step of the briefing that the author laid out.
#[derive(Clone, Debug)]
pub struct Step {
    /// What it shows.
    pub what: StepKind,
    /// The time planned for it.
    pub time: Option<Duration>,
    /// What the speaker says there.
    pub note: Option<Clean>,
    /// Whether it keeps its place and is not shown.
    pub is_hidden: bool,
}

/// What a step of the briefing shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StepKind {
    /// What is made from the whole model.
    Made(MadeStep),
    /// An entry.
    Entry(EntryId),
}

/// A link as seen from one of its two ends.
#[derive(Clone, Copy, Debug)]
pub struct Relation<'a> {
    /// The entry at the other end.
    pub other: EntryId,
    /// The link itself.
    pub link: &'a Link,
    /// Whether the entry asked about carries the link.
    pub outward: bool,
}

impl Relation<'_> {
    /// The verb in the direction of reading: `serves`, or `served by`.
    pub fn words(&self) -> std::borrow::Cow<'_, str> {
        if self.outward {
            self.link.verb.forward()
        } else {
            self.link.verb.inverse()
        }
    }
}

/// A strategy that was loaded whole; by default one without entries.
#[derive(Clone, Debug, Default)]
pub struct Strategy {
    /// What is said of the whole.
    pub meta: Meta,
    /// The briefing that the author laid out; empty when the deck follows the pillars.
    pub briefing: Vec<Step>,
    /// What readers type, and what the model says.
    pub synonyms: Vec<(Clean, Clean)>,
    /// How its entries stand to those of other editions.
    pub across: Vec<Across>,
    entries: Vec<Entry>,
    index: Index,
}

impl Strategy {
    /// Joins what the loader has checked.
    pub(super) fn new(meta: Meta, entries: Vec<Entry>, briefing: Vec<Step>) -> Self {
        let index = Index::new(&entries);
        Self {
            meta,
            briefing,
            synonyms: Vec::new(),
            across: Vec::new(),
            entries,
            index,
        }
    }

    /// The entry behind a handle of this strategy.
    #[expect(
        clippy::indexing_slicing,
        reason = "handles are given out by this strategy alone"
    )]
    pub fn entry(&self, id: EntryId) -> &Entry {
        &self.entries[id.index()]
    }

    /// The handle of the entry with this id.
    pub fn find(&self, id: &str) -> Option<EntryId> {
        self.index.by_id(id)
    }

    /// Every entry, in the order of the file.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (EntryId, &Entry)> {
        self.entries
            .iter()
            .enumerate()
            .map(|(position, entry)| (EntryId::new(position), entry))
    }

    /// How many entries there are.
    pub const fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is no entry at all.
    pub const fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The entries of one kind, in the order of the file; events by time.
    pub fn of_kind(&self, kind: Kind) -> &[EntryId] {
        self.index.of_kind(kind)
    }

    /// Every link of an entry: first those it carries, then those that lead to it, each in the
    /// order of the file.
    pub fn relations(&self, id: EntryId) -> Vec<Relation<'_>> {
        let carried = self.entry(id).links.iter().map(|link| Relation {
            other: link.to,
            link,
            outward: true,
        });
        let received = self.incoming(id).map(|(from, link)| Relation {
            other: from,
            link,
            outward: false,
        });
        carried.chain(received).collect()
    }

    /// The links that lead to an entry, each with the entry that carries it.
    pub(super) fn incoming(&self, id: EntryId) -> impl Iterator<Item = (EntryId, &Link)> {
        self.index.incoming(id).iter().filter_map(|&(from, which)| {
            let link = self.entry(from).links.get(which)?;
            Some((from, link))
        })
    }

    /// Whether any link leads from or to an entry.
    pub(super) fn is_linked(&self, id: EntryId) -> bool {
        !self.entry(id).links.is_empty() || !self.index.incoming(id).is_empty()
    }

    /// The entries that cite this source, in the order of the file.
    pub fn citing(&self, source: EntryId) -> &[EntryId] {
        self.index.citing(source)
    }

    /// The number of a pillar, `3`, or of an objective, `3.1`, as people say it.
    pub fn number(&self, id: EntryId) -> Option<String> {
        let entry = self.entry(id);
        // Both lists are in the order of the file, which is that of the handles.
        let place = |list: &[EntryId]| list.binary_search(&id).ok().map(|at| at + 1);
        match entry.kind {
            Kind::Pillar => place(self.of_kind(Kind::Pillar)).map(|number| number.to_string()),
            Kind::Objective => {
                let pillar = entry.parent?;
                let number = place(&self.entry(pillar).children)?;
                Some(format!("{}.{number}", self.number(pillar)?))
            }
            _ => None,
        }
    }

    /// The short marker of a cite: the locator alone for the model's first source, which most
    /// entries cite, otherwise the source's id and the locator.
    pub fn marker(&self, cite: &Cite) -> String {
        let first = self.of_kind(Kind::Source).first() == Some(&cite.source);
        let id = &self.entry(cite.source).id;
        match (first, cite.locator.is_empty()) {
            (_, true) => id.to_string(),
            (true, false) => cite.locator.to_string(),
            (false, false) => format!("{id} {}", cite.locator),
        }
    }
}
