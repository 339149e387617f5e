//! Where a briefing was left, and how long the next one is to take.

use std::path::PathBuf;
use std::time::Duration;

use super::folders::Folders;
use super::{appearance, place};
use place::Owner;

/// The file in which a briefing is kept from one start to the next.
pub(crate) fn path(folders: &Folders, owner: &Owner) -> Option<PathBuf> {
    place::path_of(&folders.briefings()?, owner)
}

/// The time planned in the settings.
pub(crate) fn planned(folders: &Folders) -> Option<Duration> {
    let minutes = appearance::settings(folders).ok()?.minutes?;
    (minutes > 0).then(|| Duration::from_secs(u64::from(minutes) * 60))
}
