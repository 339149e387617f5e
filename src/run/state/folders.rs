//! Where settings and state are kept, by the XDG rules. Nothing there has to exist.

use std::path::PathBuf;

use etcetera::BaseStrategy;
use etcetera::base_strategy::choose_base_strategy;

const NAME: &str = "senryaku";

/// The folders of this program; none when the user has no home.
#[derive(Clone, Debug, Default)]
pub(crate) struct Folders {
    /// Settings, keys and themes: written by the user.
    pub config: Option<PathBuf>,
    /// The place: written by the program.
    pub state: Option<PathBuf>,
    /// What the user keeps: parked questions.
    pub data: Option<PathBuf>,
}

impl Folders {
    pub(crate) fn find() -> Self {
        let Ok(base) = choose_base_strategy() else {
            return Self::default();
        };
        let state = base.state_dir().unwrap_or_else(|| base.data_dir());
        Self {
            config: Some(base.config_dir().join(NAME)),
            state: Some(state.join(NAME)),
            data: Some(base.data_dir().join(NAME)),
        }
    }

    /// `config.ron`.
    pub(crate) fn settings(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("config.ron"))
    }

    /// `keymap.ron`.
    pub(crate) fn keymap(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("keymap.ron"))
    }

    /// The user's own themes, `NAME.ron` each.
    pub(crate) fn themes(&self) -> Option<PathBuf> {
        Some(self.config.as_ref()?.join("themes"))
    }

    /// Where the briefing of each model was left, one file each.
    pub(crate) fn briefings(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("brief"))
    }

    /// Where the course of each model was left, one file each.
    pub(crate) fn courses(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("course"))
    }

    /// Where running briefings tell a second terminal where they are, one file each.
    pub(crate) fn talks(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("talks"))
    }

    /// Which files were opened under each id, one file each.
    pub(crate) fn namesakes(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("files"))
    }

    /// What the user keeps of each model, one file each.
    pub(crate) fn mine(&self) -> Option<PathBuf> {
        Some(self.data.as_ref()?.join("mine"))
    }

    /// The log of reviews.
    pub(crate) fn reviews(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("reviews.log"))
    }

    /// Lines of that log that are broken.
    pub(crate) fn reviews_aside(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("reviews.broken"))
    }

    /// Where the user was in each model, one file each.
    pub(crate) fn places(&self) -> Option<PathBuf> {
        Some(self.state.as_ref()?.join("place"))
    }
}
