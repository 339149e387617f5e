//! What Unix knows and other systems do not: signals, jobs, terminals that hang up.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;

use crossterm::event::{self, Event, KeyEventKind};

use super::Terminal;
use crate::run::message::Message;

/// There are no limits that end a program.
pub(crate) const fn outlive_limits() {}

/// Ctrl-C is a key in raw mode, and there is nothing else to listen for.
#[expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "as on Unix"
)]
pub(crate) fn listen_for_signals(
    _terminal: Arc<Terminal>,
    _outbox: SyncSender<Message>,
) -> io::Result<()> {
    Ok(())
}

/// A console that is closed ends its programs itself.
#[expect(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "as on Unix"
)]
pub(crate) fn watch_for_hang_up(
    _terminal: Arc<Terminal>,
    _outbox: SyncSender<Message>,
) -> io::Result<()> {
    Ok(())
}

/// There is no job control.
pub(crate) const fn can_stop() -> bool {
    false
}

/// Never called, as [`can_stop`] says no.
pub(crate) const fn stop() {}

/// A console has no background.
pub(crate) const fn is_foreground() -> bool {
    true
}

/// Reads on a thread of its own; Windows reports every key twice.
pub(crate) fn read_events(outbox: SyncSender<Message>) -> io::Result<()> {
    thread::Builder::new().name("input".into()).spawn(move || {
        loop {
            let (message, more) = match event::read() {
                Ok(Event::Key(key)) if key.kind == KeyEventKind::Release => continue,
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

/// Here a program that ends takes its last line along or not, as the console likes.
#[derive(Debug)]
pub(crate) struct Held;

impl Held {
    pub(crate) const fn new() -> Self {
        Self
    }

    pub(crate) const fn let_through(&self) {}

    pub(crate) const fn hold(&self) {}
}

pub(crate) fn width() -> usize {
    crossterm::terminal::size().map_or(80, |(columns, _)| usize::from(columns))
}
