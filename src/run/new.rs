//! `senryaku new`: a starter, or a copy of the built-in model.

use std::io;
use std::path::Path;

use super::builtin::{JAPAN_2021, STARTER};
use super::failure::{Failure, Outcome, reason, tell};
use super::out::Out;
use super::write::{self, Existing};
use crate::text::Clean;

pub(super) fn run(out: &mut Out, path: &Path, from_builtin: bool, force: bool) -> Outcome {
    let text = if from_builtin {
        JAPAN_2021.text
    } else {
        STARTER
    };
    if path == Path::new("-") {
        out.text(text)?;
        return Ok(0);
    }
    let existing = if force {
        Existing::Replace
    } else {
        Existing::Keep
    };
    let name = Clean::new(&path.to_string_lossy());
    write::file(path, text.as_bytes(), existing).map_err(|error| unwritten(&name, &error))?;
    tell(&format!(
        "wrote {name}\n  next: `senryaku check {name}`, then `senryaku {name}`"
    ));
    Ok(0)
}

/// Why a file that the user named was not written.
pub(super) fn unwritten(name: &Clean, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::AlreadyExists => {
            Failure::with_hint(format!("`{name}` exists already"), "--force replaces it")
        }
        io::ErrorKind::NotFound => Failure::with_hint(
            format!("cannot write `{name}`: there is no such folder"),
            "make the folder first with `mkdir -p`",
        ),
        _ => Failure::said(format!("cannot write `{name}`: {}", reason(error))),
    }
}
