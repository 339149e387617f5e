//! What users may set: keys, themes, settings. The defaults are embedded; user files patch them.

mod key;
mod keymap;
mod settings;
mod theme;

pub use key::Key;
pub use keymap::Keymap;
pub use settings::Settings;
pub use theme::Theme;
