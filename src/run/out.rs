//! Standard output: locked, buffered, as wide as the terminal, styled only when wanted.

use std::io::{self, BufWriter, IsTerminal, StdoutLock, Write};
use std::path::Path;

use serde::Serialize;

use super::environment;
use super::failure::{Failure, Outcome};
use super::terminal;
use super::write;
use crate::cli::Global;
use crate::export::Paper;

/// Cells in a line when nobody knows.
const CELLS: usize = 80;
/// Longer lines are hard to read.
const WIDEST: usize = 100;

/// Where data goes.
#[derive(Debug)]
pub(super) struct Out {
    to: BufWriter<Reader>,
    paper: Paper,
    ascii: bool,
}

/// Whoever reads standard output. When they have heard enough and closed it, the rest is dropped:
/// that is no failure, and the command goes on to its exit code.
#[derive(Debug)]
struct Reader {
    stream: StdoutLock<'static>,
    is_gone: bool,
}

impl Write for Reader {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.is_gone {
            return Ok(bytes.len());
        }
        match self.stream.write(bytes) {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_gone = true;
                Ok(bytes.len())
            }
            written => written,
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self.stream.flush() {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.is_gone = true;
                Ok(())
            }
            flushed => flushed,
        }
    }
}

impl Out {
    pub(super) fn new(global: &Global) -> Self {
        let is_terminal = io::stdout().is_terminal();
        let reader = Reader {
            stream: io::stdout().lock(),
            is_gone: false,
        };
        Self {
            to: BufWriter::new(reader),
            paper: Paper {
                cells: cells(is_terminal),
                styled: environment::is_styled(global.color, is_terminal),
                rows_unbroken: !is_terminal,
            },
            ascii: global.ascii || environment::is_ascii_terminal(),
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

    /// Whether this is what a path leads to, as `/dev/stdout` does.
    pub(super) fn is(path: &Path) -> bool {
        cfg!(unix) && write::is_same(Path::new("/dev/stdout"), path)
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

    /// Hands on what is still held back; only now is it known that all was written. Gives the exit
    /// code on.
    pub(super) fn finish(mut self, code: u8) -> Outcome {
        self.to.flush()?;
        Ok(code)
    }
}

fn cells(is_terminal: bool) -> usize {
    let known = is_terminal
        .then(terminal::size)
        .and_then(Result::ok)
        .map(|size| usize::from(size.width))
        .filter(|&width| width > 0);
    known.unwrap_or(CELLS).min(WIDEST)
}
