//! Notices that the terminal is gone, which crossterm's reader never does.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;

use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::stdout;

use super::Terminal;
use super::signals::insist;
use crate::run::message::{Ending, Message};

/// # Errors
/// When the thread cannot be made.
pub(crate) fn watch_for_hang_up(
    terminal: Arc<Terminal>,
    outbox: SyncSender<Message>,
) -> io::Result<()> {
    thread::Builder::new()
        .name("hang-up".into())
        .spawn(move || {
            if wait_for_hang_up() {
                insist(&terminal, &outbox, Ending::Lost);
            }
        })?;
    Ok(())
}

/// Sleeps until the terminal hangs up; `false` where the system cannot tell.
fn wait_for_hang_up() -> bool {
    let out = stdout();
    // No event is asked for: errors and hang-ups are reported regardless.
    let mut watched = [PollFd::new(&out, PollFlags::empty())];
    loop {
        match poll(&mut watched, None) {
            Err(Errno::INTR) => {}
            Err(_) => return false,
            Ok(_) => {
                let [seen] = &watched;
                return seen.revents().intersects(PollFlags::HUP | PollFlags::ERR);
            }
        }
    }
}
