//! Study: cards made from a strategy, when each is due, and what was answered. No screen, no disk.

mod card;
mod choice;
mod course;
mod day;
mod deck;
mod draw;
mod fact;
mod fair;
mod hint;
mod ledger;
pub mod log;
mod plan;
mod random;
mod schedule;
mod scope;
mod session;
mod stats;
mod turn;

pub use card::{Answer, Card, Key, Topic, Wrong, fnv};
pub use choice::{Choice, choose};
pub use course::{Block, Course, CoursePlace, Lesson, Part};
pub use day::Day;
pub use deck::{deck, deck_and_names, names};
pub use draw::{Picked, pick};
pub use fact::{Told, fact, really};
pub use ledger::{Aside, Ledger, State};
pub use plan::{Plan, Wish};
pub use random::Random;
pub use schedule::{Grade, Memory, Schedule};
pub use scope::scope;
pub use session::Session;
pub use stats::{OUTLOOK, Row, Standing, Stats, Tally};
pub use turn::{Form, Outcome, Turn, shown};
