//! A card: one question about a strategy, its answer, and the key under which it is remembered.

use std::fmt;

use crate::model::{EntryId, Kind, Strategy, Weight};
use crate::text::Clean;
use crate::text::fold::Folded;

/// One question about a strategy.
#[derive(Clone, Debug)]
pub struct Card {
    /// Under what it is remembered.
    pub key: Key,
    /// Where it counts.
    pub topic: Topic,
    /// What it is about; the first is what is opened after the answer. Never empty.
    pub entries: Vec<EntryId>,
    /// What is asked.
    pub question: Clean,
    /// What is right.
    pub answer: Answer,
    /// Stands for the answer, whatever its wording; another number means another answer.
    pub mark: u64,
    /// How much it matters.
    pub weight: Weight,
    /// Its place among the cards that a new learner is asked first, where its author gave one.
    pub first: Option<u16>,
}

/// The kind of question and the ids of the entries it is about: `headed-by headquarters`.
///
/// Texts have no part in it, so that a card keeps its history when they are edited.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Key(String);

/// Where a card counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Topic {
    /// With a pillar and its objectives.
    Pillar(EntryId),
    /// With the other entries of its kind.
    Kind(Kind),
}

/// What is right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A text that can be told from others like it.
    One {
        /// The answer.
        right: Clean,
        /// Where the other options come from.
        wrong: Wrong,
        /// Whether the question stands without its options.
        recall: bool,
    },
    /// Events in the order of time, each with its date in words.
    Order(Vec<(Clean, String)>),
    /// A text that the student recalls.
    Text(Clean),
}

/// Where wrong options come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The names of these entries, each wrong for certain; the right one is the first entry's.
    Names(EntryId, Vec<EntryId>),
    /// The names of these in their own language.
    Originals(EntryId, Vec<EntryId>),
    /// Years around this one, but for those that might be right too.
    Years(i16, Vec<i16>),
    /// These and no others.
    Texts(Vec<Clean>),
}

impl Key {
    /// A key of a kind of question, a word without spaces, and the ids of entries.
    pub fn new<'a>(kind: &str, ids: impl IntoIterator<Item = &'a str>) -> Self {
        let mut key = kind.to_owned();
        for id in ids {
            key.push(' ');
            key.push_str(id);
        }
        Self(key)
    }

    /// A key as it stands in the log; `None` when it cannot be one.
    pub fn read(text: &str) -> Option<Self> {
        let mut words = text.split(' ');
        let whole = words.all(|word| !word.is_empty()) && text.contains(' ');
        (whole && !text.contains(char::is_control)).then(|| Self(text.to_owned()))
    }

    /// The kind of question.
    pub fn kind(&self) -> &str {
        self.0.split(' ').next().unwrap_or_default()
    }

    /// The key as a text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl Card {
    /// Whether it is made from the entries, and no question of the author's own.
    pub fn is_made(&self) -> bool {
        !self.key.kind().starts_with("own-")
    }

    /// Whether it asks for a name in another language.
    pub fn is_name(&self) -> bool {
        self.key.kind() == "original"
    }
}

impl Topic {
    /// Where cards about an entry count.
    pub fn of(strategy: &Strategy, id: EntryId) -> Self {
        let entry = strategy.entry(id);
        match (entry.kind, entry.parent) {
            (Kind::Pillar, _) => Self::Pillar(id),
            (_, Some(pillar)) => Self::Pillar(pillar),
            (kind, None) => Self::Kind(kind),
        }
    }

    /// The name of the topic.
    pub fn name(self, strategy: &Strategy) -> String {
        match self {
            Self::Pillar(id) => match strategy.number(id) {
                Some(number) => format!("{number} {}", strategy.entry(id).name),
                None => strategy.entry(id).name.to_string(),
            },
            Self::Kind(kind) => kind.heading().to_owned(),
        }
    }
}

impl Answer {
    /// The answer as one text.
    pub fn text(&self) -> String {
        match self {
            Self::One { right, .. } => right.to_string(),
            Self::Text(text) => text.to_string(),
            Self::Order(steps) => {
                let names: Vec<&str> = steps.iter().map(|(name, _)| name.as_str()).collect();
                names.join("; ")
            }
        }
    }
}

/// A number that stands for a text as it is folded (FNV-1a).
pub(super) fn mark(text: &str) -> u64 {
    fnv(Folded::new(text).as_str().as_bytes())
}

/// FNV-1a, 64 bits: the same on every machine and in every version, unlike the standard hasher.
pub fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3)
    })
}
