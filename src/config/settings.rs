//! What `config.ron` may set.

use serde::Deserialize;

use super::Theme;
use super::faults::unknown;
use crate::model::{Problem, Report, Spanned, read};

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
    /// Minutes planned for a briefing; never 0.
    pub minutes: Option<u16>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields, rename = "Settings")]
struct File {
    theme: Option<Spanned<String>>,
    ascii: Option<bool>,
    mouse: Option<bool>,
    model: Option<String>,
    minutes: Option<Spanned<u16>>,
}

impl Settings {
    /// Reads `config.ron` of a user without themes of their own.
    ///
    /// # Errors
    /// A report when the file does not read or names no known theme.
    pub fn read(name: &str, text: &str) -> Result<Self, Box<Report>> {
        Self::read_with(name, text, &[])
    }

    /// Reads `config.ron`; `themes` are the names of the user's own themes, beside those of
    /// [`Theme::NAMES`].
    ///
    /// # Errors
    /// A report when the file does not read or names no known theme.
    pub fn read_with(name: &str, text: &str, themes: &[&str]) -> Result<Self, Box<Report>> {
        read(name, text, |file: File, faults| {
            let known = || Theme::NAMES.iter().chain(themes).copied();
            if let Some(theme) = &file.theme
                && known().all(|each| each != theme.value)
            {
                let all = format!("there are {}", known().collect::<Vec<_>>().join(", "));
                faults.push(unknown("theme", theme, known(), &all));
            }
            if let Some(minutes) = &file.minutes
                && minutes.value == 0
            {
                let place = minutes.span();
                faults.push(Problem::error(place, "a briefing of no minutes"));
            }
            Self {
                theme: file.theme.map(|theme| theme.value),
                ascii: file.ascii,
                mouse: file.mouse,
                model: file.model,
                minutes: file.minutes.map(|minutes| minutes.value),
            }
        })
    }
}
