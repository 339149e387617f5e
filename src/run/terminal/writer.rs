//! The thread that writes frames, so that a terminal that takes no bytes holds up nothing else.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Sender, SyncSender, channel};
use std::thread;

use super::Terminal;
use crate::run::message::Message;

/// The way to the writing thread. One frame is on its way at a time; the next one is drawn when
/// [`Message::Written`] comes back, so a slow terminal skips frames instead of lagging behind.
#[derive(Debug)]
pub(crate) struct Writer {
    frames: Sender<Vec<u8>>,
    busy: bool,
}

impl Writer {
    pub(crate) fn start(terminal: Arc<Terminal>, outbox: SyncSender<Message>) -> io::Result<Self> {
        let (frames, inbox) = channel::<Vec<u8>>();
        thread::Builder::new()
            .name("writer".into())
            .spawn(move || {
                for frame in inbox {
                    if outbox
                        .send(Message::Written(terminal.write(&frame)))
                        .is_err()
                    {
                        return;
                    }
                }
            })?;
        Ok(Self {
            frames,
            busy: false,
        })
    }

    pub(crate) const fn is_busy(&self) -> bool {
        self.busy
    }

    /// # Errors
    /// When the thread is gone.
    pub(crate) fn write(&mut self, frame: Vec<u8>) -> io::Result<()> {
        self.busy = true;
        if self.frames.send(frame).is_ok() {
            Ok(())
        } else {
            Err(io::ErrorKind::BrokenPipe.into())
        }
    }

    /// The frame on its way has arrived.
    pub(crate) const fn rest(&mut self) {
        self.busy = false;
    }
}
