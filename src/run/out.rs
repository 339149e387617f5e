//! Standard output: locked, buffered, as wide as the terminal, styled only when wanted.

use std::env;
use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};

use serde::Serialize;

use super::failure::Failure;
use crate::cli::{Global, When};
use crate::export::Paper;

/// Cells in a line when nobody knows.
const CELLS: usize = 80;
/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// Where data goes.
#[derive(Debug)]
pub(super) struct Out {
    to: BufWriter<StdoutLock<'static>>,
    paper: Paper,
    ascii: bool,
}

impl Out {
    pub(super) fn new(global: &Global) -> Self {
        let is_terminal = io::stdout().is_terminal();
        Self {
            to: BufWriter::new(io::stdout().lock()),
            paper: Paper {
                cells: cells(is_terminal),
                styled: is_styled(global.color, is_terminal),
                rows_unbroken: !is_terminal,
            },
            ascii: global.ascii || is_ascii_terminal(),
        }
    }

    /// What text is written on.
    pub(super) const fn paper(&self) -> Paper {
        self.paper
    }

    /// Whether only ASCII characters may be drawn.
    pub(super) const fn is_ascii(&self) -> bool {
        self.ascii
    }

    /// Writes a text as it is.
    pub(super) fn text(&mut self, text: &str) -> Result<(), Failure> {
        Ok(self.to.write_all(text.as_bytes())?)
    }

    /// Writes a line of fields with tabs between them. Fields are clean, so none holds a tab.
    pub(super) fn fields(&mut self, fields: &[&str]) -> Result<(), Failure> {
        Ok(writeln!(self.to, "{}", fields.join("\t"))?)
    }

    /// Writes a value as indented JSON.
    pub(super) fn json<T: Serialize>(&mut self, value: &T) -> Result<(), Failure> {
        serde_json::to_writer_pretty(&mut self.to, value).map_err(io::Error::from)?;
        Ok(self.to.write_all(b"\n")?)
    }

    /// Hands on what is still held back; only now is it known that all was written.
    pub(super) fn finish(mut self) -> Result<(), Failure> {
        Ok(self.to.flush()?)
    }
}

/// Whether text may carry escape sequences. An explicit wish beats `NO_COLOR`.
pub(super) fn is_styled(color: When, is_terminal: bool) -> bool {
    match color {
        When::Always => true,
        When::Never => false,
        When::Auto => is_terminal && !is_color_refused() && !is_dumb(),
    }
}

/// Whether `NO_COLOR` is set and not empty (<https://no-color.org>).
pub(super) fn is_color_refused() -> bool {
    env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether the terminal can do nothing but print lines.
pub(super) fn is_dumb() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "dumb")
}

/// Whether the terminal is the console of Linux, whose font has few characters.
pub(super) fn is_ascii_terminal() -> bool {
    env::var_os("TERM").is_some_and(|term| term == "linux")
}

fn cells(is_terminal: bool) -> usize {
    let known = is_terminal
        .then(super::terminal::size)
        .and_then(Result::ok)
        .map(|size| usize::from(size.width))
        .filter(|&width| width > 0);
    known.unwrap_or(CELLS).min(WIDEST)
}
