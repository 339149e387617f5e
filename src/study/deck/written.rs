//! What the author's own questions ask already, so that no made card asks it again.

use std::collections::{HashMap, HashSet};

use crate::model::{Entry, EntryId, Strategy};
use crate::text::fold::Folded;

#[derive(Debug)]
pub(super) struct Written {
    answers: HashSet<String>,
    of: HashMap<EntryId, String>,
}

impl Written {
    pub(super) fn new(strategy: &Strategy) -> Self {
        let mut written = Self {
            answers: HashSet::new(),
            of: HashMap::new(),
        };
        for (id, entry) in strategy.entries() {
            for card in &entry.cards {
                let answer = fold(&card.answer);
                let text = written.of.entry(id).or_default();
                text.push_str(&fold(&card.ask));
                text.push(' ');
                text.push_str(&answer);
                text.push(' ');
                written.answers.insert(answer);
            }
        }
        written
    }

    /// Whether a question of the author's has this entry for its answer.
    pub(super) fn answers(&self, entry: &Entry) -> bool {
        let mut names = entry.aliases.iter().chain([&entry.name]);
        names.any(|name| self.answers.contains(&fold(name)))
    }

    /// Whether a question of the author's about an entry says these words.
    pub(super) fn says(&self, id: EntryId, words: &str) -> bool {
        let text = self.of.get(&id);
        text.is_some_and(|text| text.contains(&fold(words)))
    }

    /// Whether a question of the author's about one of two entries speaks of the other.
    pub(super) fn joins(&self, one: (EntryId, &Entry), other: (EntryId, &Entry)) -> bool {
        self.says(one.0, plain(other.1)) || self.says(other.0, plain(one.1))
    }

    /// Whether the author asks about an entry.
    pub(super) fn asks(&self, id: EntryId) -> bool {
        self.of.contains_key(&id)
    }
}

/// The name without what tells it from others of that name.
fn plain(entry: &Entry) -> &str {
    entry.name.split(" (").next().unwrap_or_default()
}

fn fold(text: &str) -> String {
    Folded::new(text).as_str().to_owned()
}
