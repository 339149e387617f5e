//! Says that a large model loads to those who wait at a terminal.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::{environment, terminal};
use crate::text::Clean;
use crate::text::wrap::cut;

/// What loads within this time needs no word.
pub(super) const BLINK: Duration = Duration::from_millis(200);

/// How often the word changes.
pub(super) const TICK: Duration = Duration::from_millis(100);

/// A smaller file loads in a blink on any machine, in bytes.
const LARGE: u64 = 1024 * 1024;

/// What is left of a line beside the name, in cells.
const BESIDE: usize = 44;

/// What is known of a model that loads. Written by who loads it, read by who tells.
#[derive(Debug)]
pub(super) struct Progress {
    name: Clean,
    /// Whether somebody may wait for it.
    is_long: bool,
    /// The bytes that there are; 0 while nobody knows.
    size: AtomicUsize,
    /// The bytes that were received of a stream.
    received: AtomicUsize,
}

impl Progress {
    /// Nothing is loaded yet. The size is that of the file; unknown for a stream.
    pub(super) fn new(name: Clean, size: Option<u64>) -> Self {
        Self {
            name,
            is_long: size.map_or_else(|| !io::stdin().is_terminal(), |size| size >= LARGE),
            size: AtomicUsize::new(size.unwrap_or_default() as usize),
            received: AtomicUsize::new(0),
        }
    }

    /// So much was received of a stream.
    pub(super) fn received(&self, bytes: usize) {
        self.received.store(bytes, Ordering::Relaxed);
    }

    /// All was received, and that is so much.
    pub(super) fn has(&self, bytes: usize) {
        self.size.store(bytes, Ordering::Relaxed);
    }

    /// Does the work, and tells of it on standard error if that is a terminal and the work takes
    /// longer than a blink. Nothing of what was told is left on the screen, also when a signal ends
    /// or stops the program meanwhile.
    pub(super) fn shown<T>(&self, work: impl FnOnce(&Self) -> T) -> T {
        if !self.is_long || !io::stderr().is_terminal() || environment::is_dumb() {
            return work(self);
        }
        let held = terminal::Held::new();
        let held = &held;
        thread::scope(|scope| {
            let (over, inbox) = channel::<()>();
            let wait = move |time, silent| {
                if silent {
                    held.let_through();
                }
                let goes_on = inbox.recv_timeout(time) == Err(RecvTimeoutError::Timeout);
                if silent {
                    held.hold();
                }
                goes_on
            };
            let teller = thread::Builder::new().name("progress".into());
            // Without the thread nothing is told, and the work is done all the same.
            let _ = teller.spawn_scoped(scope, || {
                self.tell(&mut io::stderr(), terminal::width, wait);
            });
            let made = work(self);
            drop(over);
            made
        })
    }

    /// Tells until the work is over, in lines of so many cells. `wait` waits, and knows whether the work goes on; it is silent
    /// while nothing of this stands on the screen, which is when signals may come.
    fn tell(
        &self,
        to: &mut dyn Write,
        cells: impl Fn() -> usize,
        mut wait: impl FnMut(Duration, bool) -> bool,
    ) {
        let mut goes_on = wait(BLINK, true);
        while goes_on {
            // Who closed the terminal needs no word.
            let _ = write!(to, "\r{}\x1b[K", self.sentence(cells()));
            let _ = to.flush();
            goes_on = wait(TICK, false);
            let _ = write!(to, "\r\x1b[K");
            let _ = to.flush();
            goes_on = goes_on && wait(Duration::ZERO, true);
        }
    }

    /// A sentence that fits a line of so many cells, the last of which stays free.
    pub(super) fn sentence(&self, cells: usize) -> String {
        let size = self.size.load(Ordering::Relaxed);
        let name = cut(&self.name, cells.saturating_sub(BESIDE).max(8), "...");
        let sentence = match size {
            0 => {
                let received = self.received.load(Ordering::Relaxed);
                format!("Reading {name}: {} so far", megabytes(received))
            }
            size => format!("Loading {name} ({})...", megabytes(size)),
        };
        cut(&sentence, cells.saturating_sub(1), "").into_owned()
    }
}

fn megabytes(bytes: usize) -> String {
    let tenths = bytes / 100_000;
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn progress(name: &str, size: Option<u64>) -> Progress {
        Progress::new(Clean::new(name), size)
    }

    /// What is written when each wait tells whether the work goes on.
    fn told(progress: &Progress, waits: &[bool]) -> String {
        let (mut written, mut waits) = (Vec::new(), waits.iter());
        progress.tell(&mut written, || 80, |_, _| *waits.next().unwrap());
        assert_eq!(waits.next(), None);
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn what_loads_in_a_blink_gets_no_word() {
        let progress = progress("x.ron", Some(50_000_000));
        assert_eq!(told(&progress, &[false]), "");
    }

    #[test]
    fn every_word_is_wiped_out_before_signals_may_come() {
        let progress = progress("x.ron", Some(50_000_000));
        let line = "\rLoading x.ron (50.0 MB)...\x1b[K\r\x1b[K";
        assert_eq!(
            told(&progress, &[true, true, true, false]),
            format!("{line}{line}")
        );
    }

    #[test]
    fn the_sentence_tells_what_is_known_and_fits_the_line() {
        let stream = progress("standard input", None);
        stream.received(1_250_000);
        assert_eq!(stream.sentence(80), "Reading standard input: 1.2 MB so far");
        stream.has(2_000_000);
        assert_eq!(stream.sentence(80), "Loading standard input (2.0 MB)...");
        let long = progress(&"戦略".repeat(40), Some(3_000_000));
        assert!(long.sentence(80).ends_with("... (3.0 MB)..."));
        for cells in 0..100 {
            assert!(crate::text::wrap::width(&long.sentence(cells)) <= cells.saturating_sub(1));
        }
    }
}
