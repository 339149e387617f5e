//! What a user keeps of a model on disk: only ever added to, a whole line at a time.

use std::io::{self, Read};
use std::path::PathBuf;

use super::folders::Folders;
use super::{place, reviews};
use crate::brief::Parked;
use crate::model::MAX_BYTES;
use crate::run::open;

/// The file of a model, where there is a home for it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Mine {
    path: Option<PathBuf>,
}

impl Mine {
    pub(crate) fn new(folders: &Folders, model: &str) -> Self {
        let path = folders
            .mine()
            .and_then(|folder| place::path_in(&folder, model));
        Self { path }
    }

    /// Adds a question and waits until it is on the disk.
    ///
    /// # Errors
    /// When it could not be written; nothing of it is there then.
    pub(crate) fn park(&self, question: &Parked) -> io::Result<()> {
        self.append(&question.line().map_err(io::Error::other)?)
    }

    /// Takes a question back, which stays in the file with a line that says so.
    ///
    /// # Errors
    /// When that could not be written.
    pub(crate) fn take_back(&self, question: &Parked) -> io::Result<()> {
        self.append(&question.line_back().map_err(io::Error::other)?)
    }

    fn append(&self, line: &str) -> io::Result<()> {
        let Some(path) = &self.path else {
            return Err(io::Error::other("no home folder is known"));
        };
        reviews::append(path, line.as_bytes())
    }

    /// The questions, in order, and how many lines are something else.
    ///
    /// # Errors
    /// When there is a file and it does not read.
    pub(crate) fn parked(&self) -> io::Result<(Vec<Parked>, usize)> {
        let Some(path) = self.path.as_ref().filter(|path| open::exists(path)) else {
            return Ok((Vec::new(), 0));
        };
        let mut bytes = Vec::new();
        let file = open::regular(path)?;
        file.take(MAX_BYTES).read_to_end(&mut bytes)?;
        Ok(Parked::read(&String::from_utf8_lossy(&bytes)))
    }
}
