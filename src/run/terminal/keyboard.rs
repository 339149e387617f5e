//! The threads that read the keyboard: one waits for bytes, one makes events of them.

use std::fs::File;
use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::{Event, KeyEventKind};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::AsFd;
use rustix::io::Errno;
use rustix::stdio::stdin;

use super::decoder::Decoder;
use super::job;
use crate::run::message::Message;

/// How long a failed reading waits before the next.
const PAUSE: Duration = Duration::from_millis(20);

/// Bytes read at once.
const CHUNK: usize = 4096;

/// Chunks that may wait to be decoded.
const WAITING: usize = 16;

/// Bytes of this many keys at most come in one chunk when somebody types.
const TYPED: usize = 16;

/// Nobody types so fast.
const AT_ONCE: Duration = Duration::from_millis(15);

type Chunk = io::Result<Vec<u8>>;

/// Reads from the terminal on threads of their own, because reading cannot be interrupted.
///
/// # Errors
/// When there is no terminal to read from, or a thread cannot be made.
pub(crate) fn read_events(outbox: SyncSender<Message>) -> io::Result<()> {
    // The model may come from standard input.
    let terminal = if io::stdin().is_terminal() {
        None
    } else {
        Some(Arc::new(File::open("/dev/tty")?))
    };
    let (chunks, inbox) = sync_channel(WAITING);
    let decoding = thread::Builder::new().name("keys".into());
    let waits = terminal.clone();
    decoding.spawn(move || decode(&inbox, &outbox, waits.as_deref()))?;
    thread::Builder::new().name("input".into()).spawn(move || {
        job::read_without_stopping();
        loop {
            let chunk = next_chunk(terminal.as_deref());
            let is_last = chunk.is_err();
            if chunks.send(chunk).is_err() || is_last {
                return;
            }
        }
    })?;
    Ok(())
}

/// Makes events of chunks until there are no more, or nobody wants them.
fn decode(inbox: &Receiver<Chunk>, outbox: &SyncSender<Message>, terminal: Option<&File>) {
    let mut decoder = Decoder::default();
    let mut last = Instant::now();
    let mut until: Option<Instant> = None;
    loop {
        let chunk = match until {
            Some(until) => inbox.recv_timeout(until.saturating_duration_since(Instant::now())),
            None => inbox.recv().map_err(|_gone| RecvTimeoutError::Disconnected),
        };
        let events = match chunk {
            Ok(Ok(bytes)) => {
                let events = decoder.feed(&bytes);
                let now = Instant::now();
                let goes_on = !events.is_empty() || is_part(bytes.len(), now - last);
                let next = decoder.patience().map(|patience| now + patience);
                until = match until {
                    // Keys that are pressed while something has no end do not put its end off.
                    Some(until) if !goes_on => next.map(|next| next.min(until)),
                    _ => next,
                };
                last = now;
                events
            }
            Ok(Err(error)) => {
                // Without a receiver the session is over.
                let _ = outbox.send(Message::InputFailed(error));
                return;
            }
            // The rest is here, and this thread was only the first to be woken.
            Err(RecvTimeoutError::Timeout) if is_ready(terminal) => {
                until = Some(Instant::now() + PAUSE);
                continue;
            }
            Err(RecvTimeoutError::Timeout) => {
                until = None;
                decoder.give_up()
            }
            Err(RecvTimeoutError::Disconnected) => return,
        };
        for event in events {
            if !is_release(&event) && outbox.send(Message::Input(event)).is_err() {
                return;
            }
        }
    }
}

/// Whether a chunk that comes so long after the one before is more of what has begun, and not keys.
fn is_part(bytes: usize, later: Duration) -> bool {
    bytes > TYPED || later < AT_ONCE
}

/// Whether bytes wait that nobody has read yet; no where that cannot be told.
fn is_ready(terminal: Option<&File>) -> bool {
    match terminal {
        Some(terminal) => is_readable(terminal),
        None => is_readable(stdin()),
    }
}

fn is_readable(terminal: impl AsFd) -> bool {
    let mut asked = [PollFd::new(&terminal, PollFlags::IN)];
    let counted = poll(&mut asked, Some(&Timespec::default()));
    counted.is_ok() && asked.iter().all(|asked| asked.revents() == PollFlags::IN)
}

/// Some terminals report every key twice.
fn is_release(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.kind == KeyEventKind::Release)
}

/// Waits for bytes, in the background until it is this program's turn again. A failure counts when
/// it comes twice in the foreground: the first may tell of a moment that has passed.
fn next_chunk(terminal: Option<&File>) -> Chunk {
    let mut failed = false;
    loop {
        match read(terminal) {
            Err(error) if failed => return Err(error),
            Err(_) => {
                failed = job::is_foreground();
                thread::sleep(PAUSE);
            }
            chunk => return chunk,
        }
    }
}

/// The bytes that are there, or the first that come.
fn read(terminal: Option<&File>) -> Chunk {
    match terminal {
        Some(terminal) => read_from(terminal),
        None => read_from(stdin()),
    }
}

fn read_from(terminal: impl AsFd) -> Chunk {
    let mut bytes = vec![0; CHUNK];
    loop {
        // A program that is stopped while it reads may take a line that is for its shell; one that
        // only waits does not. Where a terminal cannot be waited for, reading waits.
        let _ = poll(&mut [PollFd::new(&terminal, PollFlags::IN)], None);
        match rustix::io::read(&terminal, &mut bytes[..]) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(count) => {
                bytes.truncate(count);
                return Ok(bytes);
            }
            // Somebody else made the descriptor non-blocking, or read first.
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => thread::sleep(PAUSE),
            Err(error) => return Err(error.into()),
        }
    }
}
