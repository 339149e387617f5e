//! Questions in plain English, answered from the model's own sentences and links.
//!
//! A question is taken apart (`question`), held against some patterns (`shapes`), and its names are
//! looked up (`names`). Each shape answers from links, dates and texts of the model alone, with
//! their cites. Every word of a question has to be used by its pattern or by a name, or there is no
//! answer: a wrong one is worse than none.

mod answer;
mod asker;
mod library;
mod links;
mod meaning;
mod names;
mod passage;
mod path;
mod people;
mod question;
mod reply;
mod shapes;
mod time;
mod words;

pub use answer::{Answer, Group, Row, Said};
pub use asker::Asker;
pub use library::Library;
pub use names::Names;
pub use path::{Hop, path};
pub use reply::Reply;
