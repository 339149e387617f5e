//! What every screen may read.

use std::sync::Arc;
use std::time::Duration;

use ratatui::layout::{Rect, Size};

use crate::ask::Library;
use crate::config::{Keymap, Theme};
use crate::date::Date;
use crate::model::{AsOf, Strategy};
use crate::study::Standing;
use crate::text::Clean;
use crate::ui::glyph::Glyphs;
use crate::ui::layout;

/// The world as screens see it. Only the app changes it.
#[derive(Clone, Debug)]
pub struct Env {
    /// The strategy on screen.
    pub strategy: Arc<Strategy>,
    /// The same, ready for searching and asking.
    pub library: Arc<Library>,
    /// The time for which everything shown is to be true.
    pub as_of: AsOf,
    /// The model's file as messages name it.
    pub file: Clean,
    /// Styles.
    pub theme: Theme,
    /// Keys.
    pub keymap: Keymap,
    /// Characters to draw with.
    pub glyphs: Glyphs,
    /// The local date.
    pub today: Date,
    /// The local time of day when the program started.
    pub started_at: Duration,
    /// The time since the program started, as it was told last.
    pub now: Duration,
    /// How the student stands with the cards; `None` where that is not known.
    pub cards: Option<Standing>,
    /// Answers of study that are not on the disk yet.
    pub unsaved: usize,
    /// The size of the terminal in cells.
    pub size: Size,
}

impl Env {
    /// The local time of day, counted on from the start of the program.
    pub const fn time_of_day(&self) -> Duration {
        self.started_at.saturating_add(self.now)
    }

    /// The whole screen.
    pub const fn area(&self) -> Rect {
        Rect::new(0, 0, self.size.width, self.size.height)
    }

    /// The screen between the bar at the top and the hints: where overlays stand.
    pub fn body(&self) -> Rect {
        layout::bars(self.area()).1
    }
}
