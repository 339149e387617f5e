//! `senryaku completions` and `senryaku man`: pages made from the command line itself.

mod manual;

use clap_complete::{Shell, generate};

use super::failure::Outcome;
use super::out::Out;
use crate::cli;

/// A completion script.
pub(super) fn completions(out: &mut Out, shell: Shell) -> Outcome {
    // Into memory first: the generator panics when its stream fails.
    let mut script = Vec::new();
    generate(shell, &mut cli::command(), "senryaku", &mut script);
    out.text(&String::from_utf8_lossy(&script))?;
    Ok(0)
}

/// The manual, with every command on the one page.
pub(super) fn manual(out: &mut Out) -> Outcome {
    out.text(&manual::page(&cli::command())?)?;
    Ok(0)
}
