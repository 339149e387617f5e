//! The texts of a strategy, folded once.

use std::sync::{Arc, OnceLock};

use super::field::Field;
use super::filter::Lines;
use super::filter::parallel::in_order;
use super::label::{Label, Name};
use crate::date::Date;
use crate::model::{Entry, EntryId, Facts, Kind, Role, Strategy};
use crate::text::Clean;
use crate::text::fold::Folded;

/// A strategy made ready for searching. Shares its texts with the strategy.
#[derive(Clone, Debug)]
pub struct Corpus {
    pub(super) documents: Vec<Document>,
    /// The labels of all documents, in order.
    pub(super) labels: Lines,
    /// The document of each label.
    pub(super) owners: Vec<u32>,
}

/// Everything that is searched of one entry.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) entry: EntryId,
    pub(super) kind: Kind,
    pub(super) role: Option<Role>,
    /// The name first.
    pub(super) labels: Vec<Label>,
    /// The line of the first of them.
    first: usize,
    pub(super) dates: Vec<Date>,
    pub(super) passages: Vec<Passage>,
    /// The passages folded, one on each line, so that one look finds a word in any.
    pub(super) prose: String,
    /// The places of the documents of linked entries, without doubles.
    pub(super) linked: Vec<usize>,
}

/// A sentence or more.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub(super) field: Field,
    pub(super) shown: Clean,
    /// Where its line in the prose begins.
    pub(super) start: usize,
}

/// How many entries a thread takes at a time.
const SIZE: usize = 1024;

impl Corpus {
    /// Folds every text once.
    pub fn new(strategy: &Strategy) -> Self {
        let entries: Vec<(EntryId, &Entry)> = strategy.entries().collect();
        let parts = in_order(entries.chunks(SIZE), |part| {
            let documents = part.iter().map(|&(id, entry)| {
                let linked = linked(strategy, id);
                Document::new(id, entry, linked)
            });
            documents.collect::<Vec<_>>()
        });
        Self::of(parts.into_iter().flatten().collect())
    }

    fn of(mut documents: Vec<Document>) -> Self {
        let mut owners = Vec::new();
        for (owner, document) in (0..).zip(&mut documents) {
            document.first = owners.len();
            owners.extend(document.labels.iter().map(|_| owner));
        }
        let labels = documents.iter().flat_map(|document| &document.labels);
        let labels = Lines::from_all(&labels.map(Label::line).collect::<Vec<_>>());
        labels.prepare();
        Self {
            documents,
            labels,
            owners,
        }
    }

    /// The labels of a document.
    pub(super) fn names<'a>(&'a self, document: &'a Document) -> impl Iterator<Item = Name<'a>> {
        (document.first..)
            .zip(&document.labels)
            .map(|(line, label)| Name {
                label,
                lines: &self.labels,
                line,
            })
    }
}

impl Document {
    fn new(id: EntryId, entry: &Entry, linked: Vec<usize>) -> Self {
        let mut document = Self {
            entry: id,
            kind: entry.kind,
            role: entry.actor().map(|facts| facts.role),
            labels: labels(entry),
            first: 0,
            dates: dates(entry),
            passages: Vec::new(),
            prose: String::new(),
            linked,
        };
        if let Some(text) = &entry.summary {
            document.add(Field::Summary, text);
        }
        for text in &entry.details {
            document.add(Field::Details, text);
        }
        for caveat in &entry.caveats {
            document.add(Field::Caveat, &caveat.text);
        }
        document
    }

    fn add(&mut self, field: Field, shown: &Clean) {
        self.passages.push(Passage {
            field,
            shown: shown.clone(),
            start: self.prose.len(),
        });
        self.prose.push_str(Folded::new(shown).as_str());
        self.prose.push('\n');
    }

    /// The passage that a byte of the prose belongs to.
    pub(super) fn passage(&self, at: usize) -> Option<&Passage> {
        let after = self.passages.partition_point(|passage| passage.start <= at);
        self.passages.get(after.checked_sub(1)?)
    }
}

fn labels(entry: &Entry) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut add = |field, shown: &Clean| labels.extend(Label::all(field, shown));
    add(Field::Name, &entry.name);
    if let Some(original) = &entry.original {
        add(Field::Original, original);
    }
    if let Some(reading) = &entry.reading {
        add(Field::Reading, reading);
    }
    for alias in &entry.aliases {
        add(Field::Alias, alias);
    }
    add(Field::Id, &entry.id);
    labels
}

fn dates(entry: &Entry) -> Vec<Date> {
    let (first, last) = match &entry.facts {
        Facts::Plain => (None, None),
        Facts::Actor(facts) => (facts.active.from, facts.active.to),
        Facts::Event(facts) => (Some(facts.date), facts.until),
        Facts::Source(facts) => (facts.date, None),
    };
    first.into_iter().chain(last).collect()
}

fn linked(strategy: &Strategy, id: EntryId) -> Vec<usize> {
    let mut linked: Vec<usize> = strategy
        .relations(id)
        .iter()
        .map(|relation| relation.other)
        .chain(strategy.entry(id).parent)
        .map(EntryId::index)
        .collect();
    linked.sort_unstable();
    linked.dedup();
    linked
}

/// The corpus of a strategy, made once, by whoever asks first; others who ask then wait for it.
#[derive(Debug)]
pub struct LazyCorpus {
    strategy: Arc<Strategy>,
    made: OnceLock<Corpus>,
}

impl LazyCorpus {
    /// Makes nothing yet.
    pub const fn new(strategy: Arc<Strategy>) -> Self {
        Self {
            strategy,
            made: OnceLock::new(),
        }
    }

    /// The corpus.
    pub fn corpus(&self) -> &Corpus {
        self.made.get_or_init(|| Corpus::new(&self.strategy))
    }
}
