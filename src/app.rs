//! The stack of screens: an event in, effects out.

use crossterm::event::Event;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use serde::{Deserialize, Serialize};

use crate::effect::Effect;
use crate::env::Env;
use crate::model::{EntryId, Loaded, Report};
use crate::text::Clean;

/// Where the user was, to come back there: written to the state folder, read at the next start.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Place {
    /// The number of the focused pane, from 1.
    pub pane: u8,
    /// The id of the entry selected in each pane.
    pub selected: Vec<String>,
}

/// The program without its terminal.
#[derive(Debug)]
pub struct App {}

impl App {
    /// Opens a strategy, at an entry if one is named, otherwise where the user left.
    pub fn new(_env: Env, _at: Option<EntryId>, _place: Option<Place>) -> Self {
        todo!("app")
    }

    /// Shows why a model does not load; [`Effect::Reload`] tries again.
    pub fn failed(_env: Env, _report: Report) -> Self {
        todo!("app")
    }

    /// Takes an event of the terminal (key, mouse, paste, resize).
    pub fn handle(&mut self, _event: &Event) -> Vec<Effect> {
        todo!("app")
    }

    /// Takes the model that was read again.
    pub fn reloaded(&mut self, _loaded: Result<Loaded, Box<Report>>) {
        todo!("app")
    }

    /// Shows a line at the bottom until the next key; `failure` marks it as an error in words.
    pub fn notify(&mut self, _text: Clean, _failure: bool) {
        todo!("app")
    }

    /// Draws everything; changes nothing.
    pub fn render(&self, _area: Rect, _buf: &mut Buffer) {
        todo!("app")
    }

    /// Where the terminal's cursor stands, when a text field is open.
    pub fn cursor(&self, _area: Rect) -> Option<Position> {
        todo!("app")
    }

    /// Where the user is; `None` when no model is open.
    pub fn place(&self) -> Option<Place> {
        todo!("app")
    }

    /// Whether no model could be opened since the start, so that the exit code is 1.
    pub fn is_broken(&self) -> bool {
        todo!("app")
    }
}
