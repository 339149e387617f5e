//! Bytes to the terminal on standard output, whatever mode its descriptor is in.

pub(crate) use system::size;
pub(super) use system::{capture_mouse, discard, is_writable, release_mouse, write_all};

#[cfg(unix)]
mod system {
    use std::io;
    use std::time::Duration;

    use ratatui::layout::Size;
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::io::Errno;
    use rustix::stdio::stdout;
    use rustix::termios::{Action, QueueSelector, tcflow, tcflush};

    /// What a terminal that does not know its size is taken for, as every curses program does.
    const UNKNOWN: Size = Size::new(80, 24);

    /// Writes everything: goes on after a short write, waits on a descriptor that someone else has
    /// made non-blocking.
    pub(crate) fn write_all(bytes: &[u8]) -> io::Result<()> {
        let mut rest = bytes;
        while !rest.is_empty() {
            match rustix::io::write(stdout(), rest) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => rest = rest.get(written..).unwrap_or_default(),
                Err(Errno::AGAIN) => wait(None)?,
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Whether the terminal takes bytes, now or before the time is up.
    pub(crate) fn is_writable(within: Duration) -> bool {
        Timespec::try_from(within).is_ok_and(|within| wait(Some(&within)).is_ok())
    }

    /// Drops what the terminal has not taken yet, and wakes whoever waits to write more: dropping
    /// alone does not.
    pub(crate) fn discard() {
        let _ = tcflush(stdout(), QueueSelector::OFlush);
        let _ = tcflow(stdout(), Action::OOff);
        let _ = tcflow(stdout(), Action::OOn);
    }

    fn wait(within: Option<&Timespec>) -> io::Result<()> {
        let out = stdout();
        loop {
            match poll(&mut [PollFd::new(&out, PollFlags::OUT)], within) {
                Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
                Ok(_) => return Ok(()),
                Err(Errno::INTR) => {}
                Err(error) => return Err(error.into()),
            }
        }
    }

    /// The size of the terminal, without the child process that crossterm may start to ask for it.
    pub(crate) fn size() -> io::Result<Size> {
        let told = rustix::termios::tcgetwinsize(stdout())?;
        Ok(if told.ws_col == 0 || told.ws_row == 0 {
            UNKNOWN
        } else {
            Size::new(told.ws_col, told.ws_row)
        })
    }

    /// Nothing more than the bytes already written.
    #[expect(clippy::unnecessary_wraps, reason = "fails elsewhere")]
    pub(crate) const fn capture_mouse() -> io::Result<()> {
        Ok(())
    }

    /// Nothing more than the bytes already written.
    #[expect(clippy::unnecessary_wraps, reason = "fails elsewhere")]
    pub(crate) const fn release_mouse() -> io::Result<()> {
        Ok(())
    }
}

#[cfg(not(unix))]
mod system {
    use std::io::{self, Write};
    use std::time::Duration;

    use crossterm::event::{DisableMouseCapture, EnableMouseCapture};
    use crossterm::execute;
    use ratatui::layout::Size;

    pub(crate) fn write_all(bytes: &[u8]) -> io::Result<()> {
        let mut out = io::stdout().lock();
        out.write_all(bytes)?;
        out.flush()
    }

    pub(crate) const fn is_writable(_within: Duration) -> bool {
        true
    }

    /// A console has no queue.
    pub(crate) const fn discard() {}

    pub(crate) fn size() -> io::Result<Size> {
        crossterm::terminal::size().map(Size::from)
    }

    /// The console reports the mouse by a mode of its own, not by escape sequences.
    pub(crate) fn capture_mouse() -> io::Result<()> {
        execute!(io::stdout(), EnableMouseCapture)
    }

    pub(crate) fn release_mouse() -> io::Result<()> {
        execute!(io::stdout(), DisableMouseCapture)
    }
}
