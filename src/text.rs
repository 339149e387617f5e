//! Text as people read it: cleaned once, folded for matching, wrapped by cells, marked.

mod clean;
pub mod fold;
pub mod mark;
pub mod sentence;
pub mod stem;
pub mod suggest;
pub mod wrap;

pub use clean::{Clean, MOST_MARKS, Unwanted, all_unwanted, unwanted};
