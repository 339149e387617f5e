//! What a search tells beside its hits: which words were read in another way, or not at all.

use std::fmt;

/// A line above the hits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// A word stands nowhere; the nearest ones were looked for.
    Mended {
        /// As typed.
        typed: String,
        /// What was looked for.
        shown: Vec<String>,
    },
    /// A word stands nowhere and is near nothing that does.
    Missing {
        /// As typed.
        typed: String,
        /// Words that the strategy has.
        nearest: Vec<String>,
        /// The name of the topic that readers mean by it.
        topic: Option<String>,
    },
    /// No entry has all words: those with most are listed.
    NotAll,
}

impl Told {
    /// The topic that readers mean by a word that stands nowhere.
    pub(super) fn topic(&self) -> Option<&str> {
        match self {
            Self::Missing { topic, .. } => topic.as_deref(),
            Self::Mended { .. } | Self::NotAll => None,
        }
    }
}

impl fmt::Display for Told {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mended { typed, shown } => {
                write!(f, "no {typed} here: showing {}", shown.join(", "))
            }
            Self::Missing {
                typed,
                nearest,
                topic,
            } => {
                write!(f, "no {typed} here")?;
                match topic {
                    Some(topic) => write!(f, "; its topic is {topic}"),
                    None if nearest.is_empty() => Ok(()),
                    None => write!(f, "; nearest: {}", nearest.join(", ")),
                }
            }
            Self::NotAll => f.write_str("none has all of these: those with most"),
        }
    }
}
