//! The texts of a strategy, folded once.

use super::field::Field;
use super::filter::Lines;
use super::filter::parallel::in_order;
use super::label::{Label, Name};
use super::vocabulary::Vocabulary;
use crate::date::Date;
use crate::model::{
    self, Entry, EntryId, Facts, Kind, Relation, Role, Strategy, Topic, Voice, Weight,
};
use crate::text::Clean;
use crate::text::fold::Folded;
use crate::wording;

/// A strategy made ready for searching. Shares its texts with the strategy.
#[derive(Clone, Debug)]
pub struct Corpus {
    pub(super) documents: Vec<Document>,
    /// The labels of all documents, in order.
    pub(super) labels: Lines,
    /// The document of each label.
    pub(super) owners: Vec<u32>,
    /// Every word of it.
    pub(super) vocabulary: Vocabulary,
    /// The topics that are shared, with what readers type for them.
    pub(super) topics: &'static [Topic],
    /// What readers type and what the strategy says, folded.
    pub(super) synonyms: Vec<(String, String)>,
}

/// Everything that is searched of one entry.
#[derive(Clone, Debug)]
pub(super) struct Document {
    pub(super) entry: EntryId,
    pub(super) kind: Kind,
    pub(super) role: Option<Role>,
    pub(super) weight: Weight,
    /// The id, the name and the words of each topic, folded.
    topics: Vec<String>,
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
    pub(super) ties: Vec<Tie>,
}

/// A link as it is read from an entry.
#[derive(Clone, Debug)]
pub(super) struct Tie {
    /// The words of the verb, folded.
    pub(super) verb: String,
    /// The whole sentence, with its dates and cites.
    pub(super) shown: Clean,
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
        let topics = model::topics();
        let parts = in_order(entries.chunks(SIZE), |part| {
            let documents = part.iter().map(|&(id, entry)| {
                let mut document = Document::new(id, entry, linked(strategy, id));
                document.topics = entry.topics.iter().map(|id| topic(topics, id)).collect();
                document.ties = ties(strategy, id);
                document.labels.extend(voice(strategy, entry));
                document
            });
            documents.collect::<Vec<_>>()
        });
        let fold = |text: &Clean| Folded::new(text).as_str().trim().to_owned();
        let synonyms = strategy.synonyms.iter();
        let synonyms = synonyms.map(|(typed, meant)| (fold(typed), fold(meant)));
        let documents = parts.into_iter().flatten().collect();
        Self::of(documents, synonyms.collect(), topics)
    }

    fn of(
        mut documents: Vec<Document>,
        synonyms: Vec<(String, String)>,
        topics: &'static [Topic],
    ) -> Self {
        let mut owners = Vec::new();
        for (owner, document) in (0..).zip(&mut documents) {
            document.first = owners.len();
            owners.extend(document.labels.iter().map(|_| owner));
        }
        let labels = documents.iter().flat_map(|document| &document.labels);
        let labels = Lines::from_all(&labels.map(Label::line).collect::<Vec<_>>());
        labels.prepare();
        let names = (0..owners.len()).map(|line| labels.text(line));
        let prose = documents.iter().map(|document| document.prose.as_str());
        let ties = documents.iter().flat_map(|document| &document.ties);
        let verbs = ties.map(|tie| tie.verb.as_str());
        let vocabulary = Vocabulary::new(names.chain(prose).chain(verbs));
        Self {
            documents,
            labels,
            owners,
            vocabulary,
            topics,
            synonyms,
        }
    }

    /// Whether a text stands in any word of the strategy.
    pub fn has(&self, text: &str) -> bool {
        self.vocabulary.holds(text)
    }

    /// The nearest words of the strategy to one that is mistyped, the commonest first.
    pub fn mended(&self, word: &str) -> Vec<String> {
        self.vocabulary.mended(word)
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
            weight: entry.weight,
            topics: Vec::new(),
            labels: labels(entry),
            first: 0,
            dates: dates(entry),
            passages: Vec::new(),
            prose: String::new(),
            linked,
            ties: Vec::new(),
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

    /// Whether one of its topics is named by a text.
    pub(super) fn is_of_topic(&self, text: &str) -> bool {
        self.topics.iter().any(|topic| topic.contains(text))
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
    for keyword in &entry.keywords {
        add(Field::Keyword, keyword);
    }
    labels
}

/// What readers may call a topic, folded.
fn topic(topics: &[Topic], id: &str) -> String {
    let known = topics.iter().find(|topic| topic.id == id);
    let mut names = vec![id];
    if let Some(topic) = known {
        names.push(&topic.name);
        names.extend(topic.words.iter().map(String::as_str));
    }
    Folded::new(&names.join("\n")).as_str().to_owned()
}

/// What sort of claim it is, and whose: readers ask for reactions, and by the speaker.
fn voice(strategy: &Strategy, entry: &Entry) -> Vec<Label> {
    let words = entry.voice.map_or(&[][..], |voice| match voice {
        Voice::Judgement => &["judgement", "opinion"],
        Voice::Statement => &["statement"],
        Voice::Reaction => &["reaction", "reacted"],
    });
    let words = words.iter().map(|word| Clean::new(word));
    let speaker = entry
        .by
        .as_ref()
        .map(|by| Clean::new(&wording::speaker(strategy, by)));
    let words = words.chain(speaker);
    words
        .flat_map(|word| Label::all(Field::Keyword, &word).collect::<Vec<_>>())
        .collect()
}

fn ties(strategy: &Strategy, id: EntryId) -> Vec<Tie> {
    let relations = strategy.relations(id);
    let tie = |relation: &Relation<'_>| {
        let words = relation.words();
        let other = &strategy.entry(relation.other).name;
        let when = wording::held_when(relation.link, false);
        let when = when.map_or_else(String::new, |when| format!(", {when}"));
        let cites = wording::short_cites(strategy, &relation.link.cites);
        let shown = format!("{words} {other}{when} {cites}");
        Tie {
            verb: Folded::new(&words).as_str().to_owned(),
            shown: Clean::new(shown.trim_end()),
        }
    };
    relations.iter().map(tie).collect()
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
