//! Where a course was left, kept in the state folder from one start to the next.

use std::io;
use std::path::PathBuf;

use super::folders::Folders;
use super::place;
use crate::study::CoursePlace;

/// The file of the course of a model.
#[derive(Clone, Debug, Default)]
pub(crate) struct CourseFile(Option<PathBuf>);

impl CourseFile {
    pub(crate) fn new(folders: &Folders, model: &str) -> Self {
        let folder = folders.courses();
        Self(folder.and_then(|folder| place::path_in(&folder, model)))
    }

    /// Where the course was left; or, where that does not read, a notice.
    pub(crate) fn read(&self) -> (Option<CoursePlace>, Option<String>) {
        match self.0.as_deref().map(place::read) {
            None => (None, None),
            Some(Ok(left)) => (left, None),
            Some(Err(notice)) => (None, Some(notice)),
        }
    }

    /// Keeps it, whole or not at all; without a home there is nothing to keep it in.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn save(&self, left: &CoursePlace) -> io::Result<()> {
        match &self.0 {
            Some(path) => place::save(path, left),
            None => Ok(()),
        }
    }
}
