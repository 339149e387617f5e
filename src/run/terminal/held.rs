//! Signals that wait while something stands on the screen that is to be wiped out before they act.

use nix::sys::signal::{SigSet, Signal};
use rustix::stdio::stderr;

/// Holds back what ends or stops the program by itself, in this thread and those it starts, as long
/// as this lives.
#[derive(Debug)]
pub(crate) struct Held {
    signals: SigSet,
    before: Option<SigSet>,
}

impl Held {
    pub(crate) fn new() -> Self {
        let before = SigSet::thread_get_mask().ok();
        let mut signals = SigSet::empty();
        for signal in [
            Signal::SIGHUP,
            Signal::SIGINT,
            Signal::SIGQUIT,
            Signal::SIGTERM,
            Signal::SIGTSTP,
        ] {
            // Who started the program may have had its own reasons.
            if before.is_some_and(|before| !before.contains(signal)) {
                signals.add(signal);
            }
        }
        let held = Self { signals, before };
        held.hold();
        held
    }

    /// Lets this thread take signals, those that wait among them: they do then what they do to any
    /// program.
    pub(crate) fn let_through(&self) {
        // These fail for no set of signals that there are.
        let _ = self.signals.thread_unblock();
    }

    /// Holds signals back from this thread.
    pub(crate) fn hold(&self) {
        let _ = self.signals.thread_block();
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        if let Some(before) = self.before {
            let _ = before.thread_set_mask();
        }
    }
}

/// The cells in a line of the terminal on standard error.
pub(crate) fn width() -> usize {
    match rustix::termios::tcgetwinsize(stderr()) {
        Ok(told) if told.ws_col > 0 => usize::from(told.ws_col),
        _ => 80,
    }
}
