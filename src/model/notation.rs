//! The notation of every file that a person writes: RON, and what to say when it is broken.
//!
//! `ron` decides what a file is, and reads it into plain structs. Only when there is something to
//! say is the text read a second time: the tokens of `lexer` become a `tree` in which everything
//! has its place, and `tolerant` reads the same structs from it, reports each fault, and goes on.

mod brackets;
mod dialect;
mod fields;
mod lexer;
mod lost;
mod placed;
mod read;
mod repair;
mod tolerant;
mod tree;

pub(super) use dialect::options;
pub(super) use lexer::{Lexer, Shape, Token, field};
pub(super) use lost::Lost;
pub(super) use placed::Leaf;
pub use placed::Spanned;
pub(super) use read::explained;
pub use read::read;
pub(super) use tolerant::{Reading, read_tolerantly};
