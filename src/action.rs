//! Every intent of the user, as a leaf: keys, mouse and palette all end here.

/// Which set of keys is live. The top layer says which.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Mode {
    /// The panes and the detail.
    Explore,
    /// A text field has the keys: letters are typed, not commands.
    Type,
    /// A page over the panes: sources, notes, problems of a file.
    Page,
    /// A briefing: one step at a time.
    Brief,
    /// The speaker's side of a briefing, in a terminal of its own.
    Speaker,
    /// A card of study, or the summary.
    Study,
}

impl Mode {
    /// Every mode, in the order in which help lists them.
    pub const ALL: &'static [Self] = &[
        Self::Explore,
        Self::Type,
        Self::Page,
        Self::Brief,
        Self::Speaker,
        Self::Study,
    ];

    /// The name in `keymap.ron`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Explore => "explore",
            Self::Type => "type",
            Self::Page => "page",
            Self::Brief => "brief",
            Self::Speaker => "speaker",
            Self::Study => "study",
        }
    }
}

/// What the user means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One level up, or from the detail to its pane.
    Out,
    /// Open, follow, accept.
    Enter,
    /// Close, clear or go back one level; never quits.
    Escape,
    /// Half a page up.
    HalfPageUp,
    /// Half a page down.
    HalfPageDown,
    /// A page up.
    PageUp,
    /// A page down.
    PageDown,
    /// To the first row.
    Top,
    /// To the last row.
    Bottom,
    /// The next pane.
    NextPane,
    /// The pane before.
    PreviousPane,
    /// A pane by its number, from 1.
    Pane(u8),
    /// The next entry on the same level.
    NextSibling,
    /// The entry before on the same level.
    PreviousSibling,
    /// Back along the trail.
    TrailBack,
    /// Forward along the trail.
    TrailForward,
    /// Open the search.
    Search,
    /// The next hit of the last search.
    NextHit,
    /// The hit before.
    PreviousHit,
    /// Narrow the timeline to the entry selected, or widen it again.
    Narrow,
    /// The full sources of the entry.
    Sources,
    /// Copy the entry with its citation.
    Copy,
    /// How the entry before on the trail leads to this one.
    Path,
    /// Give the focused pane the whole screen, or take it back.
    Zoom,
    /// Show or hide the speaker's notes.
    Notes,
    /// Read the model again and keep the place.
    Reload,
    /// Help, which is also the palette of all commands.
    Help,
    /// Present the strategy from here.
    Present,
    /// Test the student on this.
    Test,
    /// A course: pages and cards in turn.
    Course,
    /// Reveal, accept, or go on to the next card.
    Accept,
    /// An option or a grade by its number, from 1.
    Choose(u8),
    /// Take the last answer back.
    Undo,
    /// Put a card aside: it is not asked any more.
    Aside,
    /// The next point, screen or step of a briefing.
    Forward,
    /// The point, screen or step before.
    Back,
    /// The first step.
    FirstStep,
    /// The last step.
    LastStep,
    /// A step by its number, from 0.
    Step(usize),
    /// The step of the next pillar.
    NextPillar,
    /// The step of the pillar before.
    PreviousPillar,
    /// The list of all steps.
    Steps,
    /// The next entry that is named on the step.
    NextName,
    /// The entry named before.
    PreviousName,
    /// What is left out of the step: its links, caveats and sources.
    LeftOut,
    /// The entry of the step or the card in full, as a detour.
    Look,
    /// Points one by one, or all at once.
    Points,
    /// The next time of the view: all times, the day of adoption, now.
    AsOf,
    /// Start or pause the clock.
    Clock,
    /// The clock back to nothing.
    ResetClock,
    /// Add the time since the briefing was left to the clock.
    CountAway,
    /// Park a question: write down the step and the time.
    Park,
    /// Blank the screen, or show it again.
    Blank,
    /// The next scope of a search: a kind, or everything.
    NextScope,
    /// The scope before.
    PreviousScope,
    /// Move what is selected a row up.
    MoveUp,
    /// Move what is selected a row down.
    MoveDown,
    /// Leave; an overlay is closed first.
    Quit,
    /// Leave at once.
    QuitNow,
    /// Hand the terminal back to the shell until `fg`.
    Suspend,
    /// Paint the whole screen again.
    Redraw,
    /// A character for the text field.
    Type(char),
    /// Rub out the character before the cursor.
    DeleteBack,
    /// Rub out the character under the cursor.
    DeleteForward,
    /// Rub out the word before the cursor.
    DeleteWord,
    /// Empty the field.
    DeleteAll,
    /// The cursor one character left.
    CursorLeft,
    /// The cursor one character right.
    CursorRight,
    /// The cursor to the start.
    CursorStart,
    /// The cursor to the end.
    CursorEnd,
    /// Text from the clipboard of the terminal, as it came.
    Paste(String),
    /// The first button went down at this cell.
    Click {
        /// Cells from the left edge, from 0.
        column: u16,
        /// Cells from the top edge, from 0.
        row: u16,
    },
    /// The wheel turned over this cell.
    Wheel {
        /// Cells from the left edge, from 0.
        column: u16,
        /// Cells from the top edge, from 0.
        row: u16,
        /// Rows to move; negative is up.
        rows: i16,
    },
}

/// One line of the table of actions.
#[derive(Clone, Debug)]
pub struct Described {
    /// The action.
    pub action: Action,
    /// Its name in `keymap.ron`, kebab-case.
    pub name: &'static str,
    /// What it does, for help and palette; starts with a capital, ends without a full stop.
    pub says: &'static str,
}

impl Described {
    /// The line of the table with this name.
    pub fn named(name: &str) -> Option<&'static Self> {
        ACTIONS.iter().find(|line| line.name == name)
    }
}

const fn line(action: Action, name: &'static str, says: &'static str) -> Described {
    Described { action, name, says }
}

/// Every action that a key can be bound to, in the order in which help lists them.
pub static ACTIONS: &[Described] = &[
    line(Action::Up, "up", "Move up"),
    line(Action::Down, "down", "Move down"),
    line(Action::Enter, "enter", "Open or follow"),
    line(Action::Out, "out", "Go up one level"),
    line(Action::Escape, "escape", "Go back, close or clear"),
    line(Action::NextPane, "next-pane", "Go to the next pane"),
    line(
        Action::PreviousPane,
        "previous-pane",
        "Go to the pane before",
    ),
    line(Action::Pane(1), "pane-1", "Go to the pillars"),
    line(Action::Pane(2), "pane-2", "Go to the actors"),
    line(Action::Pane(3), "pane-3", "Go to the timeline"),
    line(Action::Pane(4), "pane-4", "Go to the threats"),
    line(Action::Pane(5), "pane-5", "Go to the ideas"),
    line(Action::Pane(6), "pane-6", "Go to the sources"),
    line(Action::Search, "search", "Search everything"),
    line(
        Action::NextHit,
        "next-hit",
        "Go to the next hit of the last search",
    ),
    line(Action::PreviousHit, "previous-hit", "Go to the hit before"),
    line(Action::TrailBack, "trail-back", "Go back along the trail"),
    line(
        Action::TrailForward,
        "trail-forward",
        "Go forward along the trail",
    ),
    line(
        Action::NextSibling,
        "next-sibling",
        "Go to the next entry on this level",
    ),
    line(
        Action::PreviousSibling,
        "previous-sibling",
        "Go to the entry before on this level",
    ),
    line(Action::HalfPageUp, "half-page-up", "Move half a page up"),
    line(
        Action::HalfPageDown,
        "half-page-down",
        "Move half a page down",
    ),
    line(Action::PageUp, "page-up", "Move a page up"),
    line(Action::PageDown, "page-down", "Move a page down"),
    line(Action::Top, "top", "Go to the top"),
    line(Action::Bottom, "bottom", "Go to the bottom"),
    line(
        Action::Narrow,
        "narrow",
        "Narrow the timeline to this entry",
    ),
    line(Action::Sources, "sources", "Show the sources of this entry"),
    line(
        Action::Copy,
        "copy",
        "Copy this entry, or the answer, with its citation",
    ),
    line(
        Action::Path,
        "path",
        "Show how the entry before on the trail leads here",
    ),
    line(Action::Zoom, "zoom", "Give this pane the whole screen"),
    line(
        Action::AsOf,
        "as-of",
        "Show what holds on a day: all times, adopted, now",
    ),
    line(Action::Notes, "notes", "Show or hide the speaker's notes"),
    line(Action::Present, "present", "Present from here"),
    line(Action::Test, "test", "Test yourself on this"),
    line(
        Action::Course,
        "course",
        "Take a course: pages and cards in turn",
    ),
    line(Action::Accept, "accept", "Reveal, accept or go on"),
    line(Action::Choose(1), "choose-1", "Choose 1, or grade it again"),
    line(Action::Choose(2), "choose-2", "Choose 2, or grade it hard"),
    line(Action::Choose(3), "choose-3", "Choose 3, or grade it good"),
    line(Action::Choose(4), "choose-4", "Choose 4, or grade it easy"),
    line(Action::Undo, "undo", "Take the last answer back"),
    line(
        Action::Aside,
        "aside",
        "Put this card aside: it is not asked again",
    ),
    line(Action::Forward, "forward", "Go to the next step or point"),
    line(Action::Back, "back", "Go to the step or point before"),
    line(Action::NextPillar, "next-pillar", "Go to the next pillar"),
    line(
        Action::PreviousPillar,
        "previous-pillar",
        "Go to the pillar before",
    ),
    line(Action::FirstStep, "first-step", "Go to the first step"),
    line(Action::LastStep, "last-step", "Go to the last step"),
    line(Action::Steps, "steps", "List the steps and find one"),
    line(
        Action::Points,
        "points",
        "Reveal points one by one, or all at once",
    ),
    line(Action::Clock, "clock", "Start or pause the clock"),
    line(
        Action::ResetClock,
        "reset-clock",
        "Set the clock to nothing",
    ),
    line(
        Action::CountAway,
        "count-away",
        "Add the time since you left to the clock",
    ),
    line(
        Action::Park,
        "park",
        "Park a question with the step and the time",
    ),
    line(Action::Blank, "blank", "Blank the screen, or show it again"),
    line(
        Action::LeftOut,
        "left-out",
        "Show what is left out: links, caveats, sources",
    ),
    line(
        Action::NextName,
        "next-name",
        "Choose the next entry named here; Enter opens it",
    ),
    line(
        Action::PreviousName,
        "previous-name",
        "Choose the entry named before",
    ),
    line(
        Action::Look,
        "look",
        "Look the entry of this step or card up in full",
    ),
    line(Action::Reload, "reload", "Read the model again"),
    line(Action::Help, "help", "Help and all commands"),
    line(
        Action::NextScope,
        "next-scope",
        "Search the next kind of entry only",
    ),
    line(
        Action::PreviousScope,
        "previous-scope",
        "Search the kind of entry before only",
    ),
    line(
        Action::MoveUp,
        "move-up",
        "Move the step up, while steps are arranged",
    ),
    line(
        Action::MoveDown,
        "move-down",
        "Move the step down, while steps are arranged",
    ),
    line(
        Action::DeleteBack,
        "delete-back",
        "Rub out the character before",
    ),
    line(
        Action::DeleteForward,
        "delete-forward",
        "Rub out the character here",
    ),
    line(Action::DeleteWord, "delete-word", "Rub out the word before"),
    line(Action::DeleteAll, "delete-all", "Empty the field"),
    line(Action::CursorLeft, "cursor-left", "Cursor left"),
    line(Action::CursorRight, "cursor-right", "Cursor right"),
    line(Action::CursorStart, "cursor-start", "Cursor to the start"),
    line(Action::CursorEnd, "cursor-end", "Cursor to the end"),
    line(Action::Redraw, "redraw", "Paint the screen again"),
    line(
        Action::Suspend,
        "suspend",
        "Back to the shell for a moment (fg returns)",
    ),
    line(Action::Quit, "quit", "Quit"),
    line(Action::QuitNow, "quit-now", "Quit at once"),
];

impl Action {
    /// The line of the table for this action; `None` for what only a text field or a mouse can say.
    pub fn described(&self) -> Option<&'static Described> {
        ACTIONS.iter().find(|line| line.action == *self)
    }

    /// Whether it works whatever is on the screen.
    pub const fn is_of_the_terminal(&self) -> bool {
        matches!(self, Self::QuitNow | Self::Suspend | Self::Redraw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_used_once_and_leads_back_to_its_action() {
        for line in ACTIONS {
            let named = Described::named(line.name).map(|found| &found.action);
            assert_eq!(named, Some(&line.action));
            assert_eq!(
                line.action.described().map(|found| found.name),
                Some(line.name)
            );
        }
    }
}
