//! One strategy in memory: entries, the links between them, and where each word comes from.
//!
//! Loading is read, then check, then index. What comes out is whole: every link is a handle to an
//! entry that exists, so nothing after this module has to ask.

mod check;
mod draft;
mod entry;
mod handle;
mod index;
mod kinds;
mod load;
mod notation;
mod problem;
mod strategy;
mod time;
mod topic;
mod verb;
mod words;

pub use draft::TimeText;
pub use entry::{
    ActorFacts, Card, Caveat, Cite, Entry, EventFacts, Facts, Link, SourceFacts, Speaker,
};
pub use handle::EntryId;
pub use kinds::{EventStatus, Kind, MadeStep, Role, Tier, Voice, Weight};
pub use load::{Loaded, MAX_BYTES, load, load_builtin};
pub use notation::{Spanned, read};
pub use problem::{Place, Problem, Report, Severity};
pub use strategy::{Across, Change, Meta, Pair, Relation, Status, Step, StepKind, Strategy};
pub use time::{AsOf, AsOfChoice, Held, NotAdopted, Presence, current_first, held_current_first};
pub use topic::{Topic, topics};
pub use verb::Verb;
pub use words::{nearest, quoted};
