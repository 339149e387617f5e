//! Screens and overlays: each takes actions, answers with a reply, and draws without changing.

mod brief;
mod browse;
mod course;
mod detour;
mod follow;
mod help;
mod palette;
mod problems;
mod search;
mod sources;
mod speaker;
mod steps;
mod study;

use ratatui::layout::{Position, Rect};

pub use brief::{Brief, BriefOptions, StepRow, Talk, setting_for};
pub use browse::{Browse, Place};
pub use course::CourseScreen;
pub use detour::Detour;
pub use follow::Follow;
pub use help::{Below, Help};
pub use problems::Problems;
pub use search::{Search, SearchMemory};
pub use sources::Sources;
pub use steps::Steps;
pub use study::Study;

use crate::action::{Action, Mode};
use crate::brief::TalkPlan;
use crate::effect::Effect;
use crate::env::Env;
use crate::model::{AsOf, EntryId};
use crate::text::Clean;
use crate::ui::bar::Hint;
use crate::ui::canvas::Canvas;

/// What a layer answers to an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Taken.
    Done,
    /// Not mine: offer it to the layer below.
    Pass,
    /// Close me.
    Close,
    /// Close me, and ask the shell.
    Leave(Vec<Effect>),
    /// Close every overlay and show this entry.
    Show(EntryId),
    /// Present the strategy from this entry.
    Present(EntryId),
    /// Present the strategy from its beginning.
    PresentAll,
    /// Test the student on this entry.
    Test(EntryId),
    /// Test the student on the whole strategy.
    TestAll,
    /// Put an overlay on top.
    Open(Overlay),
    /// Open the search with this question.
    Ask(String),
    /// Close me and do this instead.
    Run(Action),
    /// Close me, and show what holds at this time.
    AsOf(AsOf),
    /// Ask the shell.
    Do(Effect),
    /// Tell the user in the bottom line.
    Say(Clean),
    /// Close me, and give the briefing below these steps.
    Replan(Box<TalkPlan>),
}

/// What can be put on top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The search.
    Search,
    /// Help and palette.
    Help,
    /// The full sources of an entry.
    Sources(EntryId),
    /// The steps of the briefing below.
    Steps,
}

/// A screen or an overlay.
pub trait Layer {
    /// Which keys are live.
    fn mode(&self) -> Mode;
    /// Takes an action. Touches no disk, clock or terminal.
    fn update(&mut self, action: &Action, env: &Env) -> Reply;
    /// Draws; changes nothing.
    fn render(&self, area: Rect, canvas: &mut Canvas<'_>, env: &Env);
    /// Brings what is kept in line with the size of the screen: the selected row stays in sight.
    fn relayout(&mut self, env: &Env);
    /// The hints for the bottom line, most useful first, and where one is.
    fn hints(&self, env: &Env) -> (Vec<Hint>, String);
    /// What help is to say of what is selected here.
    fn below_help(&self, _env: &Env) -> Below {
        Below::default()
    }
    /// Where the terminal's cursor stands, when there is a field to type into.
    fn cursor(&self, _area: Rect, _env: &Env) -> Option<Position> {
        None
    }
    /// Whether it takes the whole screen; the others stand over one that does.
    fn is_whole(&self) -> bool {
        false
    }
    /// Whether what it does not take is not offered to the layers below.
    fn is_modal(&self) -> bool {
        false
    }
    /// Whether an action of a layer below goes on to work here, where its key means nothing else.
    fn falls_through(&self, _action: &Action) -> bool {
        false
    }
    /// Whether it draws the line at the bottom itself.
    fn has_own_foot(&self) -> bool {
        false
    }
    /// Shows an entry, if it can.
    fn visit(&mut self, _id: EntryId, _env: &Env) -> Visit {
        Visit::Nothing
    }
}

/// What a layer does when an entry is to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visit {
    /// Nothing: it shows no entries.
    Nothing,
    /// It shows the entry.
    Shown,
    /// The entry is to be shown over it; these words say where one comes back to.
    Detour(&'static str),
}

/// The closed set of layers.
#[derive(Debug)]
pub enum Screen {
    /// The panes and the detail.
    Browse(Box<Browse>),
    /// The search.
    Search(Box<Search>),
    /// Help and palette.
    Help(Box<Help>),
    /// The full sources of an entry.
    Sources(Sources),
    /// A briefing.
    Brief(Box<Brief>),
    /// An entry looked up during a briefing.
    Detour(Box<Detour>),
    /// The steps of a briefing.
    Steps(Box<Steps>),
    /// A briefing that another program shows.
    Follow(Follow),
    /// Cards, one at a time.
    Study(Box<Study>),
    /// Pages and cards in turn.
    Course(Box<CourseScreen>),
    /// Why a model does not load.
    Problems(Problems),
}

impl Screen {
    /// The search, if it is one.
    pub fn search_mut(&mut self) -> Option<&mut Search> {
        match self {
            Self::Search(search) => Some(search),
            _ => None,
        }
    }

    /// The layer behind the screen.
    pub fn layer(&self) -> &dyn Layer {
        match self {
            Self::Browse(layer) => layer.as_ref(),
            Self::Search(layer) => layer.as_ref(),
            Self::Help(layer) => layer.as_ref(),
            Self::Sources(layer) => layer,
            Self::Brief(layer) => layer.as_ref(),
            Self::Detour(layer) => layer.as_ref(),
            Self::Steps(layer) => layer.as_ref(),
            Self::Follow(layer) => layer,
            Self::Study(layer) => layer.as_ref(),
            Self::Course(layer) => layer.as_ref(),
            Self::Problems(layer) => layer,
        }
    }

    /// The same, to be changed.
    pub fn layer_mut(&mut self) -> &mut dyn Layer {
        match self {
            Self::Browse(layer) => layer.as_mut(),
            Self::Search(layer) => layer.as_mut(),
            Self::Help(layer) => layer.as_mut(),
            Self::Sources(layer) => layer,
            Self::Brief(layer) => layer.as_mut(),
            Self::Detour(layer) => layer.as_mut(),
            Self::Steps(layer) => layer.as_mut(),
            Self::Follow(layer) => layer,
            Self::Study(layer) => layer.as_mut(),
            Self::Course(layer) => layer.as_mut(),
            Self::Problems(layer) => layer,
        }
    }
}

/// The hints for some actions in a mode; an action without a key gives none.
fn hints(env: &Env, mode: Mode, wanted: &[(Action, &'static str)]) -> Vec<Hint> {
    wanted
        .iter()
        .filter_map(|(action, says)| {
            let key = env.keymap.keys(mode, action).first()?.to_string();
            Some(Hint { key, says })
        })
        .collect()
}
