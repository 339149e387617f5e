//! The thread that reads the keyboard, because crossterm's reader cannot be interrupted.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event, KeyEventKind};

use crate::run::message::Message;
use crate::run::terminal;

/// How long a failed reading waits before the next.
const PAUSE: Duration = Duration::from_millis(20);

/// # Errors
/// When the thread cannot be made.
pub(super) fn read_on_a_thread(outbox: Sender<Message>) -> io::Result<()> {
    thread::Builder::new().name("input".into()).spawn(move || {
        terminal::read_without_stopping();
        loop {
            let (message, more) = match read() {
                Ok(event) if is_release(&event) => continue,
                Ok(Event::Resize(..)) => (Message::Resized, true),
                Ok(event) => (Message::Input(event), true),
                Err(error) => (Message::InputFailed(error), false),
            };
            if outbox.send(message).is_err() || !more {
                return;
            }
        }
    })?;
    Ok(())
}

/// Waits for an event, in the background until it is this program's turn again. A failure counts
/// when it comes twice in the foreground: the first may tell of a moment that has passed.
fn read() -> io::Result<Event> {
    let mut failed = false;
    loop {
        match event::read() {
            Err(error) if failed => return Err(error),
            Err(_) => {
                failed = terminal::is_foreground();
                thread::sleep(PAUSE);
            }
            event => return event,
        }
    }
}

/// Windows reports every key twice.
fn is_release(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release)
}
