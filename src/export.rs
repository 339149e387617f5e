//! The strategy on paper and for other programs.

pub mod card;
pub mod citation;
pub mod json;
pub mod markdown;
pub mod outline;
mod page;
mod phrase;
mod words;

pub use page::Paper;
pub use phrase::status;
