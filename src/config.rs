//! What users may set: keys, themes, settings. The defaults are embedded; user files patch them.

mod faults;
mod key;
mod keymap;
mod settings;
mod theme;

pub use key::{Key, NotAKey};
pub use keymap::Keymap;
pub use settings::Settings;
pub use theme::{ColorDepth, Theme};
