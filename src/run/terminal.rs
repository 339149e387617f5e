//! The terminal's modes: switched on once, and switched off again whatever happens.

mod output;
mod panic;
mod writer;

#[cfg(unix)]
mod decoder;
#[cfg(not(unix))]
mod elsewhere;
#[cfg(unix)]
mod hangup;
#[cfg(unix)]
mod held;
#[cfg(unix)]
mod job;
#[cfg(unix)]
mod keyboard;
#[cfg(unix)]
mod signals;

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::terminal;

#[cfg(not(unix))]
pub(super) use elsewhere::{
    Held, can_stop, is_foreground, listen_for_signals, outlive_limits, read_events, stop,
    watch_for_hang_up, width,
};
#[cfg(unix)]
pub(super) use hangup::watch_for_hang_up;
#[cfg(unix)]
pub(super) use held::{Held, width};
#[cfg(unix)]
pub(super) use job::{can_stop, is_foreground, stop};
#[cfg(unix)]
pub(super) use keyboard::read_events;
pub(super) use output::size;
pub(super) use panic::PanicHook;
#[cfg(unix)]
pub(super) use signals::{listen_for_signals, outlive_limits};
pub(super) use writer::Writer;

/// Alternate screen, no cursor, bracketed paste.
const ENTER: &[u8] = b"\x1b[?1049h\x1b[?25l\x1b[?2004h";

/// Buttons, dragging, and coordinates beyond 223; motion without a button is never asked for.
const MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// Everything of the above off, and what a half-written frame may have left on.
const LEAVE: &[u8] =
    b"\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[0m\x1b[r\x1b[?2026l\x1b[?1049l\x1b[?25h";

/// Ends a string, such as a text for the clipboard, of which the rest was discarded.
const END_OF_STRING: &[u8] = b"\x1b\\";

/// The most bytes in one write: more than a frame has, unless the terminal is huge.
const PIECE: usize = 64 * 1024;

/// How long leaving waits for a terminal that takes no bytes, before it discards what is queued.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long a call to leave waits for another that is at it, which takes less.
const LEAVING: Duration = Duration::from_secs(5);

/// The terminal of this process. Shared by every thread that may have to give it back.
#[derive(Debug)]
pub(super) struct Terminal {
    mouse: bool,
    inside: AtomicBool,
    leaving: Mutex<()>,
    output: Mutex<()>,
}

/// Leaves the terminal when it goes out of scope.
#[derive(Debug)]
pub(super) struct Inside(Arc<Terminal>);

impl Drop for Inside {
    fn drop(&mut self) {
        self.0.leave();
    }
}

impl Terminal {
    pub(super) const fn new(mouse: bool) -> Self {
        Self {
            mouse,
            inside: AtomicBool::new(false),
            leaving: Mutex::new(()),
            output: Mutex::new(()),
        }
    }

    /// Enters for as long as the guard lives.
    pub(super) fn guard(self: &Arc<Self>) -> io::Result<Inside> {
        self.enter()?;
        Ok(Inside(Arc::clone(self)))
    }

    /// Switches the modes on.
    ///
    /// # Errors
    /// When there is no terminal, or it takes no bytes; whatever was switched on is off again.
    pub(super) fn enter(&self) -> io::Result<()> {
        self.inside.store(true, Ordering::SeqCst);
        let entered = self.switch_on();
        if entered.is_err() {
            self.leave();
        }
        entered
    }

    fn switch_on(&self) -> io::Result<()> {
        // Left in the background, the modes were not touched, and crossterm takes them for raw.
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        let _held =
            hold(&self.output, PATIENCE).ok_or_else(|| io::Error::from(io::ErrorKind::TimedOut))?;
        output::write_all(ENTER)?;
        if self.mouse {
            output::write_all(MOUSE)?;
            output::capture_mouse()?;
        }
        Ok(())
    }

    /// Switches every mode off, once; a later call waits until that is done, because the program may
    /// end after it. Says whether it was this call. Goes on past each failure, because half a terminal
    /// given back is better than none, and there is nobody to tell.
    pub(super) fn leave(&self) -> bool {
        let _alone = hold(&self.leaving, LEAVING);
        let is_first = self.inside.swap(false, Ordering::SeqCst);
        if is_first {
            self.switch_off();
        }
        is_first
    }

    fn switch_off(&self) {
        let held = hold(&self.output, PATIENCE);
        let is_slow = held.is_none() || !output::is_writable(PATIENCE);
        let held = held.or_else(|| self.hold_of_slow(PATIENCE));
        if is_slow {
            output::discard();
        }
        if held.is_some() && output::is_writable(PATIENCE / 4) {
            if is_slow {
                let _ = output::write_all(END_OF_STRING);
            }
            let _ = output::write_all(LEAVE);
            let _ = output::release_mouse();
        }
        // A job in the background would be stopped for touching the modes, which by then are those
        // of its shell.
        if is_foreground() {
            let _ = terminal::disable_raw_mode();
        }
    }

    /// Writes a frame, unless the terminal has been given back in the meantime.
    fn write(&self, frame: &[u8]) -> io::Result<()> {
        let _held = self.output.lock();
        for piece in frame.chunks(PIECE) {
            if !self.inside.load(Ordering::SeqCst) {
                break;
            }
            output::write_all(piece)?;
        }
        Ok(())
    }

    /// The right to write, on a terminal that keeps another thread waiting: that thread writes to
    /// its end, and what it writes is lost, because nobody will see it.
    fn hold_of_slow(&self, patience: Duration) -> Option<MutexGuard<'_, ()>> {
        let began = Instant::now();
        while began.elapsed() < patience {
            output::discard();
            if let Some(held) = hold(&self.output, Duration::from_millis(1)) {
                return Some(held);
            }
        }
        None
    }
}

/// A right, such as that to write, or `None` when another thread keeps it, stuck in a write.
fn hold(right: &Mutex<()>, patience: Duration) -> Option<MutexGuard<'_, ()>> {
    let began = Instant::now();
    loop {
        match right.try_lock() {
            Ok(held) => return Some(held),
            Err(TryLockError::Poisoned(held)) => return Some(held.into_inner()),
            Err(TryLockError::WouldBlock) if began.elapsed() >= patience => return None,
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_mode_switched_on_is_switched_off() {
        let on = [ENTER, MOUSE].concat();
        let on = String::from_utf8(on).unwrap();
        let off = String::from_utf8(LEAVE.to_vec()).unwrap();
        for mode in on.split("\x1b[").skip(1) {
            let opposite = match mode.strip_suffix('h') {
                Some(set) => format!("\x1b[{set}l"),
                None => format!("\x1b[{}h", mode.trim_end_matches('l')),
            };
            assert!(off.contains(&opposite), "{mode}");
        }
    }

    #[test]
    fn a_frame_cut_anywhere_leaves_a_terminal_that_scrolls_and_is_plain() {
        const FRAME: &str = "\x1b[?2026h\x1b[2;4r\x1b[2H\x1b[1M\x1b[r\x1b[1;31;7m戦略\x1b[0m";
        // As on a terminal without a second screen, where nothing else would mend it.
        let left = String::from_utf8(LEAVE.to_vec()).unwrap();
        let left = left.replace("\x1b[?1049l", "");
        for cut in 0..=FRAME.len() {
            let mut terminal = vt100::Parser::new(5, 20, 0);
            terminal.process(&FRAME.as_bytes()[..cut]);
            terminal.process(left.as_bytes());
            terminal.process(b"\x1b[5H1\r\n2\r\n3\r\n4\r\n5");
            let screen = terminal.screen();
            assert_eq!(screen.contents(), "1\n2\n3\n4\n5", "{cut}");
            assert!(!screen.cell(4, 0).unwrap().inverse(), "{cut}");
        }
    }

    #[test]
    fn a_terminal_never_entered_is_left_without_a_byte() {
        let terminal = Terminal::new(true);
        assert!(!terminal.leave());
    }

    #[test]
    fn a_frame_that_comes_late_is_dropped() {
        let terminal = Terminal::new(false);
        assert!(
            terminal
                .write(b"would show in the output of this test")
                .is_ok()
        );
    }
}
