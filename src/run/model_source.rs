//! Where a model comes from: a file, standard input, or the program itself.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::builtin::{BUILTIN, Builtin, JAPAN_2021};
use super::failure::Failure;
use super::open;
use super::progress::Progress;
use super::state::appearance;
use super::state::folders::Folders;
use super::write;
use crate::cli::Global;
use crate::model::{self, Loaded, Report};
use crate::text::Clean;

/// A model that was named.
#[derive(Clone, Debug)]
pub(super) enum ModelSource {
    /// Part of the program.
    Builtin(&'static Builtin),
    /// Standard input, which can be read once.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl ModelSource {
    /// The model of an argument. A built-in id comes before a file of that name, which can be
    /// named with a path.
    pub(super) fn named(argument: &OsStr) -> Self {
        if argument == "-" {
            return Self::Stdin;
        }
        match BUILTIN.iter().find(|model| argument == model.id) {
            Some(model) => Self::Builtin(model),
            None => Self::File(PathBuf::from(argument)),
        }
    }

    /// The model of `-m`, else of the settings, else the first that is built in.
    pub(super) fn chosen(global: &Global) -> Result<Self, Failure> {
        match &global.model {
            Some(model) if !model.is_empty() => Ok(Self::named(model)),
            _ => Self::of_settings(),
        }
    }

    /// A file that the settings name is looked for beside them.
    fn of_settings() -> Result<Self, Failure> {
        let folders = Folders::find();
        Ok(match appearance::settings(&folders)?.model {
            None => Self::Builtin(&JAPAN_2021),
            Some(model) => match (Self::named(OsStr::new(&model)), folders.config) {
                (Self::File(path), Some(config)) => Self::File(config.join(path)),
                (other, _) => other,
            },
        })
    }

    /// As messages call it.
    pub(super) fn name(&self) -> Clean {
        match self {
            Self::Builtin(model) => Clean::new(model.id),
            Self::Stdin => Clean::new("standard input"),
            Self::File(path) => Clean::new(&path.to_string_lossy()),
        }
    }

    /// What tells it from other files with a model of the same id; empty for a part of the program.
    pub(super) fn place(&self) -> String {
        match self {
            Self::Builtin(_) => String::new(),
            Self::Stdin => "-".to_owned(),
            Self::File(path) => {
                let whole = std::fs::canonicalize(path);
                let whole = whole.as_deref().unwrap_or(path);
                whole.to_string_lossy().into_owned()
            }
        }
    }

    /// Whether a path leads to the file that it is read from.
    pub(super) fn is_file(&self, path: &Path) -> bool {
        match self {
            Self::Builtin(_) => false,
            Self::Stdin => open::stdin_path().is_some_and(|stdin| write::is_same(stdin, path)),
            Self::File(file) => write::is_same(file, path),
        }
    }

    /// Reads and loads it, and says how far that is to those who wait. The outer failure is that of
    /// reading, the inner one lists what is wrong with the text.
    pub(super) fn load(&self) -> Result<Result<Loaded, Box<Report>>, Failure> {
        self.progress().shown(|progress| self.loaded(progress))
    }

    /// The same once more, and quietly.
    pub(super) fn load_again(
        &self,
        progress: &Progress,
    ) -> Result<Result<Loaded, Box<Report>>, Failure> {
        match self {
            Self::Stdin => Err(Failure::said("standard input can be read only once")),
            _ => self.loaded(progress),
        }
    }

    /// Nothing of it is loaded yet.
    pub(super) fn progress(&self) -> Progress {
        let size = match self {
            Self::Builtin(builtin) => Some(builtin.text.len() as u64),
            Self::Stdin => None,
            // When it cannot be told, the file cannot be read either, and that is said there.
            Self::File(path) => Some(std::fs::metadata(path).map_or(0, |found| found.len())),
        };
        Progress::new(self.name(), size)
    }

    fn loaded(&self, progress: &Progress) -> Result<Result<Loaded, Box<Report>>, Failure> {
        let bytes = match self {
            Self::Builtin(builtin) => {
                return Ok(model::load_builtin(&self.name(), builtin.text));
            }
            Self::Stdin => open::stdin(&|bytes| progress.received(bytes))?,
            Self::File(path) => open::file(path)?,
        };
        progress.has(bytes.len());
        Ok(model::load(&self.name(), bytes))
    }

    /// Reads and loads it, for commands that need all of it.
    pub(super) fn load_whole(&self) -> Result<Loaded, Failure> {
        self.load()?.map_err(Failure::Broken)
    }
}
