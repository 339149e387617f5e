//! How a session ended, and what the shell is told.

use std::io;

/// Why the session ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(unix), expect(dead_code, reason = "signals are Unix"))]
pub(in crate::run) enum Ending {
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
    pub(in crate::run) fn exit_code(self) -> u8 {
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

/// The end of a session, for the caller to report; the terminal has been given back.
#[derive(Debug)]
pub(in crate::run) struct SessionEnd {
    /// The exit code of the process.
    pub exit_code: u8,
    /// Why the place could not be saved.
    pub unsaved: Option<io::Error>,
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
