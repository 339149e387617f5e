//! Fuzzy search over every text of a strategy. The fuzzy matcher itself lives in `matcher` alone.

mod corpus;
mod edges;
mod explain;
mod filter;
mod label;
mod later;
mod literal;
mod matcher;
mod needle;
mod query;
mod rank;
mod score;
mod sieve;
mod snippet;

pub use corpus::{Corpus, Field};
pub use filter::{Best, Filter, Lines};
pub use later::Later;
pub use query::Query;
pub use rank::{Hit, Why, find};
