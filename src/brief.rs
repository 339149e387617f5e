//! A strategy made ready for a meeting: what is shown, in which order, and how the time is kept.
//!
//! Nothing here knows a terminal or a clock: sizes and times are passed in.

mod block;
mod clock;
mod deck;
mod duration;
mod flow;
mod pace;
mod place;
mod room;
mod signal;
mod step;
mod walk;

pub use block::{Block, Branch, Role};
pub use clock::Clock;
pub use deck::Deck;
pub use duration::{DurationError, parse as parse_duration, show as show_duration};
pub use flow::{Flow, Line, Parts, Row, Screenful};
pub use pace::Plan;
pub use place::{Anchor, Kept, Place};
pub use room::{Room, room};
pub use signal::{Heard, Signal};
pub use step::{Key, Step};
pub use walk::Walk;
