//! A strategy made ready for a meeting: what is shown, in which order, and how the time is kept.
//!
//! A [`TalkPlan`] says which steps; a [`Deck`] holds what each of them says and shows, whatever the
//! size; [`slides`] sets a step for a screen. Nothing here knows a terminal or a clock: sizes and
//! times are passed in.

mod block;
mod clock;
mod deck;
mod fit;
mod layout;
mod mine;
mod outline;
mod pace;
mod picture;
mod place;
mod plan;
mod plan_file;
mod presenter;
mod rehearsal;
mod slide;
mod step;
mod walk;

pub use crate::duration::{DurationError, parse as parse_duration, show as show_duration};
pub use block::{Block, BlockRole};
pub use clock::Clock;
pub use deck::{Deck, DeckOptions, source_lines};
pub use fit::{Fitted, dropped_words, fitted_words};
pub use layout::{has_large_pillars, slides};
pub use mine::Parked;
pub use outline::{OutlinedStep, outline};
pub use pace::Schedule;
pub use picture::{Chart, Matrix, Picture, Ribbon};
pub use place::{Anchor, Place, SavedBriefing};
pub use plan::{PlannedStep, TalkPlan, What};
pub use plan_file::{read_plan, write_plan};
pub use presenter::{FollowState, PresenterState, SpeakerLine};
pub use rehearsal::Rehearsal;
pub use slide::{Ink, Letters, Run, Setting, Slide, ascii, screen_of};
pub use step::{Key, LeftOut, Step};
pub use walk::Walk;
