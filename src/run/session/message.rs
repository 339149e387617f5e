//! Everything that can happen to a session, from any thread.

use std::io;
use std::sync::Arc;

use crossterm::event::Event;

use super::Ending;
use super::reloader::Reloaded;
use crate::search::{Hits, LazyCorpus};

/// What the main thread waits for.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are Unix"))]
pub(in crate::run) enum Message {
    /// A key, the mouse, a paste.
    Input(Event),
    /// There is nothing to read from.
    InputFailed(io::Error),
    /// What a search found in a corpus.
    Found(Arc<LazyCorpus>, Hits),
    /// The model was read again, or could not be.
    Reloaded(Box<Reloaded>),
    /// The terminal may have another size.
    Resized,
    /// Somebody asks the program to stop (SIGTSTP).
    Stop,
    /// The program goes on after a stop (SIGCONT).
    Continued,
    /// The last frame is out.
    Written(io::Result<()>),
    /// Some thread panicked; the message is on standard error already.
    Panicked,
    /// The program must end.
    End(Ending),
}
