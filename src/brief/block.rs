//! One thing said on a step: a neutral text with a role, which a screen styles and a page marks up.

use crate::model::{Cite, EntryId, Strategy};
use crate::wording;

/// What a block is to its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockRole {
    /// What stands over the title.
    Kicker,
    /// The title of the step.
    Title,
    /// A name in its own language, or its reading.
    Original,
    /// A fact beside the title: a date, a status.
    Fact,
    /// The one or two sentences that everything else hangs on.
    Lead,
    /// A heading over points.
    Heading,
    /// One of several things of the same sort.
    Point,
    /// Running text.
    Text,
    /// What the audience must know about the whole, such as that it is superseded.
    Warning,
    /// What stands at the foot of the screen: what is left out, and what is known.
    Foot,
}

/// A text of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is to the step.
    pub role: BlockRole,
    /// What stands in a column before it: a number, a date. Empty for none.
    pub label: String,
    /// What it says.
    pub text: String,
    /// What stands beside it: a count, a cite, a word. Empty for none.
    pub aside: String,
    /// The point it is revealed with, from 0; what has none is always in sight.
    pub point: Option<usize>,
    /// The entries it names, which can be opened from here.
    pub entries: Vec<EntryId>,
    /// Whether it is the first to go where there is little room.
    pub is_context: bool,
}

impl Block {
    /// A block that is always in sight.
    pub fn new(role: BlockRole, text: impl Into<String>) -> Self {
        Self {
            role,
            label: String::new(),
            text: text.into(),
            aside: String::new(),
            point: None,
            entries: Vec::new(),
            is_context: false,
        }
    }

    /// The same behind a label.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// The same with something beside it.
    #[must_use]
    pub fn beside(mut self, aside: impl Into<String>) -> Self {
        self.aside = aside.into();
        self
    }

    /// The same with the markers of what supports it beside it: `[B3, s45]`.
    #[must_use]
    pub fn citing(mut self, strategy: &Strategy, cites: &[Cite]) -> Self {
        self.aside = wording::cites(strategy, cites);
        self
    }

    /// The same, naming an entry.
    #[must_use]
    pub fn naming(mut self, entry: EntryId) -> Self {
        self.entries.push(entry);
        self
    }
}
