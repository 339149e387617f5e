//! Where the reader came from, and the way forward again.

use super::panes::Pane;
use crate::model::EntryId;

/// The trail keeps this many steps.
pub(super) const LENGTH: usize = 200;

/// A place on the trail: enough to restore the row and the scroll.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Step {
    pub(super) pane: Pane,
    /// None for the page about the strategy.
    pub(super) entry: Option<EntryId>,
    pub(super) offset: usize,
    pub(super) on_detail: bool,
    pub(super) cursor: Option<usize>,
    pub(super) scroll: usize,
}

/// Back and forward.
#[derive(Debug, Default)]
pub(super) struct Trail {
    back: Vec<Step>,
    forward: Vec<Step>,
}

impl Trail {
    /// Leaves a place for a new one: there is no way forward from here.
    pub(super) fn leave(&mut self, here: Option<Step>) {
        self.forward.clear();
        if let Some(here) = here
            && self.back.last() != Some(&here)
        {
            self.back.push(here);
        }
        if self.back.len() > LENGTH {
            self.back.remove(0);
        }
    }

    pub(super) fn back(&mut self, here: Option<Step>) -> Option<Step> {
        let to = self.back.pop()?;
        self.forward.extend(here);
        Some(to)
    }

    pub(super) fn forward(&mut self, here: Option<Step>) -> Option<Step> {
        let to = self.forward.pop()?;
        self.back.extend(here);
        Some(to)
    }

    /// Whether there is a step back, or one forward.
    pub(super) const fn leads(&self, back: bool) -> bool {
        let way = if back { &self.back } else { &self.forward };
        !way.is_empty()
    }

    /// The steps back, oldest first.
    pub(super) fn steps(&self) -> &[Step] {
        &self.back
    }

    pub(super) const fn from_steps(back: Vec<Step>) -> Self {
        Self {
            back,
            forward: Vec::new(),
        }
    }
}
