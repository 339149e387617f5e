//! Everything that can happen to a session, from any thread.

use std::io;
use std::sync::Arc;

use crossterm::event::Event;

use crate::action::Action;
use crate::ask::Library;
use crate::model::{Loaded, Report};
use crate::search::Hits;

/// What the main thread waits for.
#[derive(Debug)]
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are Unix"))]
pub(super) enum Message {
    /// A key, the mouse, a paste.
    Input(Event),
    /// There is nothing to read from.
    InputFailed(io::Error),
    /// What a search found in a corpus.
    Found(Arc<Library>, Hits),
    /// The model was read again, or could not be.
    Reloaded(Box<Reloaded>),
    /// The terminal may have another size.
    Resized,
    /// Somebody asks the program to stop (SIGTSTP).
    Stop,
    /// The program goes on after a stop (SIGCONT).
    Continued,
    /// tmux took a text for the clipboard, or could not: then this is it.
    Copied(Option<String>),
    /// A speaker's side was attached, or is gone.
    Speaker(bool),
    /// A key on the speaker's side.
    Driven(Action),
    /// Answers were saved, or could not be.
    Recorded,
    /// The last frame is out.
    Written(io::Result<()>),
    /// Some thread panicked; the message is on standard error already.
    Panicked,
    /// The program must end.
    End(Ending),
}

/// What reading a model again came to; the outer error is a sentence for the user.
pub(super) type Reloaded = Result<Result<Loaded, Box<Report>>, String>;

/// Why the session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are Unix"))]
pub(super) enum Ending {
    /// The user left.
    Quit,
    /// The user left without ever having seen a model.
    Broken,
    /// Ctrl-C.
    Interrupted,
    /// A signal, by its number.
    Signal(i32),
    /// The terminal is gone.
    Lost,
    /// A thread panicked.
    Panicked,
}

impl Ending {
    /// The code shells expect: for a signal, 128 and its number.
    pub(super) fn exit_code(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Broken => 1,
            Self::Panicked => 101,
            // As if by SIGHUP, which is what a terminal that goes away sends.
            Self::Lost => 129,
            Self::Interrupted => 130,
            Self::Signal(number) => u8::try_from(number).map_or(1, |number| 128 | number),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_that_shells_expect() {
        let expected = [
            (Ending::Quit, 0),
            (Ending::Broken, 1),
            (Ending::Interrupted, 130),
            (Ending::Signal(2), 130),
            (Ending::Signal(15), 143),
            (Ending::Lost, 129),
        ];
        for (ending, code) in expected {
            assert_eq!(ending.exit_code(), code, "{ending:?}");
        }
    }
}
