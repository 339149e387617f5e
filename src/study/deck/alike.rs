//! Which entries of a kind go by the same name or are described in the same words, found once for
//! all cards.

use std::collections::HashMap;

use crate::model::{EntryId, Kind, Strategy};
use crate::text::fold::Folded;
use crate::wording::language;

#[derive(Debug)]
pub(super) struct Alike {
    originals: HashMap<(Kind, String), Vec<EntryId>>,
    summaries: HashMap<(Kind, String), usize>,
    /// The language of the names in their own language: `in Japanese`.
    pub(super) tongue: &'static str,
}

impl Alike {
    pub(super) fn new(strategy: &Strategy) -> Self {
        let mut alike = Self {
            originals: HashMap::new(),
            summaries: HashMap::new(),
            tongue: language(strategy),
        };
        for (id, entry) in strategy.entries() {
            if let Some(original) = &entry.original {
                let same = alike.originals.entry(key(entry.kind, original));
                same.or_default().push(id);
            }
            if let Some(summary) = &entry.summary {
                *alike.summaries.entry(key(entry.kind, summary)).or_default() += 1;
            }
        }
        alike
    }

    /// The entries of a kind with this name in their own language.
    pub(super) fn named(&self, kind: Kind, original: &str) -> Vec<EntryId> {
        let same = self.originals.get(&key(kind, original));
        same.cloned().unwrap_or_default()
    }

    /// Whether the same words describe several entries of a kind.
    pub(super) fn is_shared(&self, kind: Kind, summary: &str) -> bool {
        self.summaries
            .get(&key(kind, summary))
            .is_some_and(|count| *count > 1)
    }
}

fn key(kind: Kind, text: &str) -> (Kind, String) {
    (kind, Folded::new(text).as_str().to_owned())
}
