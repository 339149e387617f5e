//! The strategy, its briefing and its cards on paper and for other programs: a file a format.

pub mod anki;
pub mod card;
pub mod citation;
pub mod deck;
mod escape;
pub mod json;
pub mod markdown;
pub mod outline;
mod page;
pub mod revision;
pub mod sheet;
mod words;

pub use page::Paper;
