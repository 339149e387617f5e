//! A key as files and help write it: `Ctrl-P`, `Shift-Tab`, `j`.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key with its modifiers, folded: full-width letters are their ASCII twins, Shift is part of a
/// character.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

impl Key {
    /// The key of an event; `None` for a release.
    pub fn of(_event: &KeyEvent) -> Option<Self> {
        todo!("H-config")
    }

    /// The character that this key types into a text field, if it types one.
    pub fn typed(_event: &KeyEvent) -> Option<char> {
        todo!("H-config")
    }
}
