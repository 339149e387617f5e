//! Search over every text of a strategy.
//!
//! A query is taken apart (`query`), its words made ready (`needle`) and looked for in the names and
//! the prose of each entry (`corpus`, `label`, `score`) by the `finder`; `hit` and `explain` say why
//! an entry was found. `meaning` adds what a reader means by a word, from the `vocabulary` of the
//! strategy, and `told` says so. Fuzzy matching at any size is the search core, `filter`; the crate
//! `fuzzy-matcher` is named in `matcher` alone.

mod corpus;
mod explain;
mod field;
mod filter;
mod finder;
mod hit;
mod label;
mod literal;
mod matcher;
mod meaning;
mod needle;
mod query;
mod request;
mod score;
mod snippet;
mod told;
mod vocabulary;
mod word_boundary;

pub use corpus::Corpus;
pub use explain::Why;
pub use field::Field;
pub use filter::{Best, Filter, Lines};
pub use finder::{Finder, hits};
pub use hit::{Hit, Hits};
pub use meaning::is_small;
pub use query::Query;
pub use told::Told;
