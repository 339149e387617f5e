//! The thread that reads the keyboard, because crossterm's reader cannot be interrupted.

use std::io;
use std::sync::mpsc::Sender;
use std::thread;

use crossterm::event::{self, Event, KeyEventKind};

use super::Message;

/// # Errors
/// When the thread cannot be made.
pub(super) fn read_on_a_thread(outbox: Sender<Message>) -> io::Result<()> {
    thread::Builder::new().name("input".into()).spawn(move || {
        loop {
            let (message, more) = match event::read() {
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

/// Windows reports every key twice.
fn is_release(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release)
}
