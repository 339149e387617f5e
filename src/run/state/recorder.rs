//! What is written down while a briefing goes on: for a second screen, and for the next day.

use std::path::PathBuf;

use super::briefing;
use super::folders::Folders;
use super::place::Owner;
use super::talks::OwnTalk;
use crate::app::{PresenterState, SavedBriefing};
use crate::run::write;

/// Tells a second screen of the briefing, and keeps where it is; called after every change. What it
/// gives back is to be told to the speaker.
pub(crate) type Tell =
    dyn FnMut(Option<PresenterState>, Option<SavedBriefing>) -> std::io::Result<Option<String>>;

/// Seconds on the clock that a sudden end may cost.
const COST: u64 = 3;

/// Whether the clock has gone on so far that it is to be kept, though nothing else is new.
fn has_gone_on(last: Option<&SavedBriefing>, kept: &SavedBriefing) -> bool {
    last.is_some_and(|last| last.elapsed.abs_diff(kept.elapsed) >= COST)
}

/// The files, where there is a home for them.
#[derive(Debug, Default)]
pub(crate) struct Recorder {
    talks: Option<PathBuf>,
    owner: Owner,
    kept: Option<PathBuf>,
}

impl Recorder {
    pub(crate) fn new(folders: &Folders, owner: &Owner) -> Self {
        Self {
            talks: folders.talks(),
            owner: owner.clone(),
            kept: briefing::path(folders, owner),
        }
    }

    /// Writes what is new.
    pub(crate) fn teller(self) -> Box<Tell> {
        let mut talk = OwnTalk::new(self.talks, self.owner);
        let mut is_first = true;
        let mut last: Option<SavedBriefing> = None;
        Box::new(
            move |signal: Option<PresenterState>, kept: Option<SavedBriefing>| {
                let is_open = signal.is_some();
                let warning = (is_open && is_first).then(|| talk.warning()).flatten();
                is_first &= !is_open;
                let told = talk.tell(signal)?;
                if let (Some(path), Some(kept)) = (&self.kept, kept)
                    && (told || !is_open || has_gone_on(last.as_ref(), &kept))
                    && last.as_ref() != Some(&kept)
                {
                    let text = ron::ser::to_string_pretty(&kept, ron::ser::PrettyConfig::default())
                        .map_err(std::io::Error::other)?;
                    last = Some(kept);
                    write::quickly(path, text.as_bytes())?;
                }
                Ok(warning)
            },
        )
    }
}
