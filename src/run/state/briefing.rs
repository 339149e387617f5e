//! Where a briefing was left, and how long the next one is to take.

use std::path::PathBuf;
use std::time::Duration;

use super::folders::Folders;
use super::{appearance, place};

/// The file in which the briefing of a model is kept from one start to the next.
pub(crate) fn path(folders: &Folders, model: &str) -> Option<PathBuf> {
    place::path_in(&folders.briefings()?, model)
}

/// The time planned in the settings.
pub(crate) fn planned(folders: &Folders) -> Option<Duration> {
    let minutes = appearance::settings(folders).ok()?.minutes?;
    (minutes > 0).then(|| Duration::from_secs(u64::from(minutes) * 60))
}
