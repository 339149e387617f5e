//! One thing said on a step: a neutral text with a role, which a screen styles and a page marks up.

use crate::model::{Cite, EntryId, Strategy};
use crate::wording;

/// What a block is to its step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
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
    /// A group of entries behind a label: who is responsible, what is addressed.
    Group,
    /// A line of a tree.
    Branch,
    /// Running text.
    Text,
    /// A reservation.
    Caveat,
    /// What the audience must know about the whole, such as that it is superseded.
    Warning,
}

/// Where a line stands in a tree.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Branch {
    /// For each level above, whether more follows there, so that its line goes on.
    pub open: Vec<bool>,
    /// Whether more follows on its own level.
    pub more: bool,
}

/// A text of a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is to the step.
    pub role: Role,
    /// What stands in a column before it: a number, a date, a verb. Empty for none.
    pub label: String,
    /// What it says.
    pub text: String,
    /// What supports it: a period, a cite. Empty for none.
    pub aside: String,
    /// Where it stands in a tree; a root has no branch.
    pub branch: Option<Branch>,
    /// The point it is revealed with, from 0; what has none is always in sight.
    pub point: Option<usize>,
    /// The entries it names, which can be opened from here.
    pub entries: Vec<EntryId>,
    /// What its markers stand for.
    pub cites: Vec<Cite>,
}

impl Block {
    /// A block that is always in sight.
    pub fn new(role: Role, text: impl Into<String>) -> Self {
        Self {
            role,
            label: String::new(),
            text: text.into(),
            aside: String::new(),
            branch: None,
            point: None,
            entries: Vec::new(),
            cites: Vec::new(),
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
        if cites.is_empty() {
            return self;
        }
        self.aside = wording::cites(strategy, cites);
        self.cites.extend_from_slice(cites);
        self
    }

    /// The same, naming an entry.
    #[must_use]
    pub fn naming(mut self, entry: EntryId) -> Self {
        self.entries.push(entry);
        self
    }

    /// How deep it stands in a tree, from 0.
    pub fn depth(&self) -> usize {
        self.branch
            .as_ref()
            .map_or(0, |branch| branch.open.len() + 1)
    }
}
