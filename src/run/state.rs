//! What is kept between one start and the next, and what the user wrote for the program: a file for
//! each kind.

pub(super) mod appearance;
pub(super) mod briefing;
pub(super) mod course;
pub(super) mod folders;
pub(super) mod journal;
pub(super) mod mine;
pub(super) mod namesakes;
pub(super) mod place;
pub(super) mod process;
pub(super) mod recorder;
pub(super) mod reviews;
pub(super) mod talks;
