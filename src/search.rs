//! Fuzzy search over every text of a strategy. The fuzzy matcher itself lives in `matcher` alone.

mod corpus;
mod edges;
mod explain;
mod filter;
mod finder;
mod hit;
mod label;
mod later;
mod literal;
mod matcher;
mod needle;
mod query;
mod rank;
mod score;
mod share;
mod snippet;
mod tried;

pub use corpus::{Corpus, Field};
pub use filter::{Best, Filter, Lines};
pub use finder::{Finder, hits};
pub use hit::{Hit, Hits, Why};
pub use later::Later;
pub use query::Query;
