//! What a screen may ask of the shell, which alone touches the world.

use crate::action::Action;
use crate::brief::Parked;
use crate::model::EntryId;
use crate::search::Query;
use crate::study::CoursePlace;
use crate::study::log::Line;

/// Something to be done outside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Leave, after saving the place.
    Quit,
    /// The same at once, as an interruption: exit code 130.
    QuitNow,
    /// Give the terminal back to the shell until `fg`.
    Suspend,
    /// Paint every cell again.
    Redraw,
    /// Put a text on the clipboard of the terminal (OSC 52).
    Copy(String),
    /// Read the model's file again, then call [`crate::app::App::reloaded`].
    Reload,
    /// Search beside the drawing, then call [`crate::app::App::found`]; a newer search replaces one
    /// that is under way.
    Find {
        /// What is looked for, in the corpus of the app.
        query: Query,
        /// How many hits are wanted at most.
        limit: usize,
    },
    /// Read the log of reviews, then call [`crate::app::App::study`] with this entry.
    Study(EntryId),
    /// The same for the whole strategy.
    StudyAll,
    /// Read the log of reviews and where a course was left, then call
    /// [`crate::app::App::course`].
    Course,
    /// Keep where a course was left.
    KeepCourse(CoursePlace),
    /// Have the talk that is followed do this.
    Drive(Action),
    /// Add a question to what is mine, and say that it is there.
    Park(Parked),
    /// Take that question back, and say so.
    TakeBack(Parked),
    /// Write the plan of a briefing to a file that is not there yet.
    KeepPlan {
        /// The path as it was typed.
        path: String,
        /// The plan.
        text: String,
    },
    /// Add a line to the log of reviews, before anything else is done.
    Record(Line),
}
