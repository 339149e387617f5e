//! Why a command ends early, and how that is told on standard error.

use std::io::{self, IsTerminal, Write};

use super::environment;
use crate::cli::When;
use crate::model::Report;

/// The exit code of wrong usage.
pub(super) const USAGE: u8 = 2;

/// What a command ends with: an exit code, or why it could not do its work.
pub(super) type Outcome = Result<u8, Failure>;

/// Why a command could not do its work.
#[derive(Debug)]
pub(super) enum Failure {
    /// A sentence, and what to do about it. Exit code 1.
    Said(String, Option<String>),
    /// The command line contradicts itself. Exit code 2.
    Usage(String),
    /// A file is broken. Exit code 1.
    Broken(Box<Report>),
}

impl Failure {
    /// A sentence without a full stop.
    pub(super) fn said(what: impl Into<String>) -> Self {
        Self::Said(what.into(), None)
    }

    /// A sentence without a full stop, and what to do.
    pub(super) fn with_hint(what: impl Into<String>, hint: impl Into<String>) -> Self {
        Self::Said(what.into(), Some(hint.into()))
    }

    /// A contradiction on the command line.
    pub(super) fn usage(what: impl Into<String>) -> Self {
        Self::Usage(what.into())
    }

    /// Tells of the failure on standard error and gives the exit code.
    pub(super) fn report(self, color: When) -> u8 {
        match self {
            Self::Said(what, hint) => {
                tell(&sentence("error", &what, hint.as_deref()));
                1
            }
            Self::Usage(what) => {
                let hint = "`senryaku --help` lists the commands";
                tell(&sentence("error", &what, Some(hint)));
                USAGE
            }
            Self::Broken(report) => {
                broken(&report, color);
                1
            }
        }
    }
}

/// Prints every problem of a file on standard error.
pub(super) fn broken(report: &Report, color: When) {
    let color = environment::is_styled(color, io::stderr().is_terminal());
    let ascii = environment::is_ascii_terminal();
    tell(report.render(color, ascii).trim_end());
    let name = &report.name;
    tell(&format!(
        "error: `{name}` cannot be used: {}",
        report.summary()
    ));
}

/// Writes a line to standard error. When that fails there is nowhere left to say so.
pub(super) fn tell(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}

fn sentence(severity: &str, what: &str, hint: Option<&str>) -> String {
    match hint {
        Some(hint) => format!("{severity}: {what}\n  help: {hint}"),
        None => format!("{severity}: {what}"),
    }
}

/// An error of writing to standard output, which is the only stream that `?` meets.
impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::said(format!("cannot write the output: {}", reason(&error)))
    }
}

/// Why an operation on a file failed, in plain words.
pub(super) fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::StorageFull => "the disk is full".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "the disk is read-only".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is not a folder".to_owned(),
        io::ErrorKind::InvalidFilename => "the name is not one that a file can have".to_owned(),
        _ => {
            let text = error.to_string();
            let words = text.split(" (os error").next().unwrap_or_default();
            let mut letters = words.chars();
            let first = letters.next().map(|first| first.to_ascii_lowercase());
            first.into_iter().chain(letters).collect()
        }
    }
}
