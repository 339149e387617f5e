//! Which key means what in which mode.

use super::Key;
use crate::action::{Action, Mode};
use crate::model::Report;

/// The table from keys to actions, for every mode.
#[derive(Clone, Debug)]
pub struct Keymap {}

impl Keymap {
    /// The embedded keymap.
    pub fn embedded() -> Self {
        todo!("H-config")
    }

    /// The embedded keymap, patched by a user's file.
    ///
    /// # Errors
    /// A report when the file does not read, names no action, or gives one key two meanings.
    pub fn patched(_name: &str, _text: &str) -> Result<Self, Box<Report>> {
        todo!("H-config")
    }

    /// What a key means in a mode.
    pub fn action(&self, _mode: Mode, _key: Key) -> Option<Action> {
        todo!("H-config")
    }

    /// The keys of an action in a mode, the one to show first.
    pub fn keys(&self, _mode: Mode, _action: &Action) -> Vec<Key> {
        todo!("H-config")
    }
}
