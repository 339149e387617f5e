//! What the user typed, taken apart: words, scope, exact, not.

use crate::model::Kind;

/// A query: words in any order, all of which must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {}

impl Query {
    /// Takes a query apart: `kind:` narrows to a kind, `'word` matches exactly, `!word` excludes.
    pub fn parse(_text: &str) -> Self {
        todo!("H-search")
    }

    /// The same query narrowed to a kind, unless it names one itself.
    #[must_use]
    pub fn within(self, _kind: Option<Kind>) -> Self {
        todo!("H-search")
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        todo!("H-search")
    }
}
