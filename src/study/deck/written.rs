//! What the author's own questions ask already, so that no made card asks it again.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::model::{Card, Entry, EntryId, Kind, Strategy};
use crate::study::fair::names;
use crate::study::hint::{contains, stems};
use crate::text::fold::Folded;

/// The questions that the author has written.
#[derive(Debug)]
pub(super) struct Written<'a> {
    strategy: &'a Strategy,
    asked: Vec<Asked<'a>>,
    answers: HashSet<String>,
    of: HashMap<EntryId, Vec<usize>>,
    with: HashMap<String, Vec<usize>>,
}

/// One of them, with the words of its answer and of all of it.
#[derive(Debug)]
struct Asked<'a> {
    card: &'a Card,
    answer: BTreeSet<String>,
    words: BTreeSet<String>,
}

impl Asked<'_> {
    fn has_most(&self, name: &BTreeSet<String>) -> bool {
        !name.is_empty() && self.words.intersection(name).count() * 5 >= name.len() * 3
    }

    fn holds(&self, text: &str) -> bool {
        contains(&self.card.ask, text) || contains(&self.card.answer, text)
    }
}

impl<'a> Written<'a> {
    pub(super) fn new(strategy: &'a Strategy) -> Self {
        let mut written = Self {
            strategy,
            asked: Vec::new(),
            answers: HashSet::new(),
            of: HashMap::new(),
            with: HashMap::new(),
        };
        for (id, entry) in strategy.entries() {
            for card in &entry.cards {
                written.add(id, card);
            }
        }
        written
    }

    fn add(&mut self, id: EntryId, card: &'a Card) {
        let at = self.asked.len();
        let answer = stems(&card.answer);
        let words: BTreeSet<String> = stems(&card.ask).union(&answer).cloned().collect();
        for word in &words {
            self.with.entry(word.clone()).or_default().push(at);
        }
        self.of.entry(id).or_default().push(at);
        self.answers.insert(fold(&card.answer));
        self.asked.push(Asked {
            card,
            answer,
            words,
        });
    }

    /// Whether a question of the author's has this entry for its answer.
    pub(super) fn answers(&self, entry: &Entry) -> bool {
        let mut names = entry.aliases.iter().chain([&entry.name]);
        names.any(|name| self.answers.contains(&fold(name)))
    }

    /// Whether an answer of the author's names this entry, or says most words of its name.
    pub(super) fn gives(&self, entry: &Entry) -> bool {
        let own = stems(plain(entry));
        self.with_any(&own).any(|asked| {
            let told = own.intersection(&asked.answer).count();
            names(&asked.card.answer, entry) || (own.len() > 1 && told * 4 >= own.len() * 3)
        })
    }

    /// Whether a question of the author's names this entry, and its answer says what is said here.
    pub(super) fn tells(&self, entry: &Entry, said: &str) -> bool {
        let said = stems(said);
        self.with_any(&stems(plain(entry))).any(|asked| {
            let told = asked.answer.intersection(&said).count();
            told > 2 && told * 3 >= asked.answer.len() * 2 && names(&asked.card.ask, entry)
        })
    }

    /// Whether a question of the author's, about whatever entry, has most words of a name.
    pub(super) fn covers(&self, name: &str) -> bool {
        let own = stems(name);
        self.with_any(&own).any(|asked| asked.has_most(&own))
    }

    /// The same, where it gives this year as well, or is about the entry itself and gives it.
    pub(super) fn dates(&self, (id, name): (EntryId, &str), year: &str) -> bool {
        let own = stems(name);
        let mut covering = self.with_any(&own).filter(|asked| asked.has_most(&own));
        covering.any(|asked| asked.holds(year)) || self.of(id).any(|asked| asked.holds(year))
    }

    /// Whether a question of the author's about an entry has half the words of a name.
    pub(super) fn says(&self, id: EntryId, name: &str) -> bool {
        let own = stems(name);
        self.of(id).any(|asked| has_half(&asked.words, &own))
    }

    /// Whether a question of the author's about one of two entries, or about an event of it, speaks
    /// of the other.
    pub(super) fn joins(&self, one: EntryId, other: EntryId) -> bool {
        let says = |from: EntryId, to: EntryId| {
            let name = plain(self.strategy.entry(to));
            let relations = self.strategy.relations(from).into_iter();
            let events = relations
                .map(|relation| relation.other)
                .filter(|id| self.strategy.entry(*id).kind == Kind::Event);
            events.chain([from]).any(|id| self.says(id, name))
        };
        says(one, other) || says(other, one)
    }

    /// Whether the author asks about an entry.
    pub(super) fn asks(&self, id: EntryId) -> bool {
        self.of.contains_key(&id)
    }

    fn of(&self, id: EntryId) -> impl Iterator<Item = &Asked<'a>> {
        let places = self.of.get(&id).into_iter().flatten();
        places.filter_map(|at| self.asked.get(*at))
    }

    /// The questions that have any of these words, each once.
    fn with_any(&self, words: &BTreeSet<String>) -> impl Iterator<Item = &Asked<'a>> {
        let places = words.iter().filter_map(|word| self.with.get(word));
        let places: BTreeSet<usize> = places.flatten().copied().collect();
        places.into_iter().filter_map(|at| self.asked.get(at))
    }
}

/// Whether at least half the words of a name stand among these.
fn has_half(words: &BTreeSet<String>, name: &BTreeSet<String>) -> bool {
    !name.is_empty() && words.intersection(name).count() * 2 >= name.len()
}

/// The name without what tells it from others of that name.
fn plain(entry: &Entry) -> &str {
    entry.name.split(" (").next().unwrap_or_default()
}

fn fold(text: &str) -> String {
    Folded::new(text).as_str().to_owned()
}
