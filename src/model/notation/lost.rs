//! What of a file was refused, as far as it explains what seems to be missing from the rest.

use std::collections::HashSet;
use std::ops::Range;

/// The names of fields that were meant by others, and the ids of entries that could not be read.
#[derive(Clone, Debug, Default)]
pub(in crate::model) struct Lost {
    /// The struct, and the field of it that was likely meant.
    pub(super) misnamed: Vec<(Range<usize>, &'static str)>,
    pub(super) ids: HashSet<String>,
}

impl Lost {
    /// Whether an entry with this id was refused.
    pub(in crate::model) fn has_id(&self, id: &str) -> bool {
        self.ids.contains(id)
    }

    /// Whether a struct inside a span has this field under another name.
    pub(in crate::model) fn has_field(&self, name: &str, within: &Range<usize>) -> bool {
        self.misnamed.iter().any(|(holder, field)| {
            *field == name && holder.start < within.end && within.start < holder.end
        })
    }
}
