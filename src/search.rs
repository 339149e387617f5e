//! Fuzzy search over every text of a strategy. The matcher itself lives in `rank` alone.

mod corpus;
mod query;
mod rank;

pub use corpus::{Corpus, Field};
pub use query::Query;
pub use rank::{Hit, Why, find};
