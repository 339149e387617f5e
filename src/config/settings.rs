//! What `config.ron` may set.

use super::Theme;
use crate::model::Report;

/// The settings of a user; every one has a default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// The name of the theme.
    pub theme: Option<String>,
    /// No box characters.
    pub ascii: Option<bool>,
    /// Whether the mouse is used.
    pub mouse: Option<bool>,
    /// The model opened when none is named.
    pub model: Option<String>,
    /// Minutes planned for a briefing.
    pub minutes: Option<u16>,
}

impl Settings {
    /// Reads `config.ron`.
    ///
    /// # Errors
    /// A report when the file does not read or names no known theme.
    pub fn read(_name: &str, _text: &str) -> Result<Self, Box<Report>> {
        let _ = Theme::NAMES;
        todo!("H-config")
    }
}
