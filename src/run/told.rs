//! What is written down while a briefing goes on: for a second screen, and for the next day.

use std::path::PathBuf;

use super::beacon::Beacon;
use super::folders::Folders;
use super::session::Tell;
use super::{brief, write};
use crate::app::{Kept, Signal};

/// The files, where there is a home for them.
#[derive(Debug, Default)]
pub(super) struct Told {
    beacon: Option<PathBuf>,
    kept: Option<PathBuf>,
}

impl Told {
    pub(super) fn new(folders: &Folders, model: &str) -> Self {
        Self {
            beacon: folders.beacon(),
            kept: brief::kept_file(folders, model),
        }
    }

    /// Writes what is new.
    pub(super) fn teller(self) -> Box<Tell> {
        let mut beacon = Beacon::new(self.beacon);
        let mut last: Option<Kept> = None;
        Box::new(move |signal: Option<Signal>, kept: Option<Kept>| {
            let is_open = signal.is_some();
            let told = beacon.tell(signal)?;
            if let (Some(path), Some(kept)) = (&self.kept, kept)
                && (told || !is_open)
                && last.as_ref() != Some(&kept)
            {
                let text = ron::ser::to_string_pretty(&kept, ron::ser::PrettyConfig::default())
                    .map_err(std::io::Error::other)?;
                last = Some(kept);
                write::quickly(path, text.as_bytes())?;
            }
            Ok(())
        })
    }
}
