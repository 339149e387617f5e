//! Writes answers into the log on a thread of its own, and keeps those that could not be written:
//! they are tried again before the next one, now and then, and at the end. Where the log is gone,
//! those that were in it are written again too.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, channel};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use super::reviews::Reviews;
use crate::run::failure::reason;
use crate::run::message::Message;
use crate::study::log::Line;

/// How long a frame waits to say truly whether an answer is saved.
const GLANCE: Duration = Duration::from_millis(100);

/// How often answers that could not be written are tried again by themselves.
const AGAIN: Duration = Duration::from_secs(3);

/// How long the end of the program waits for them.
const LAST: Duration = Duration::from_millis(2500);

/// What of the answers is on the disk.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Saved {
    /// Answers that are not, or not yet.
    pub unsaved: usize,
    /// Why the last attempt failed.
    pub why: Option<String>,
    /// Whether the log was gone since this was last asked, so that there is another one.
    pub anew: bool,
}

#[derive(Debug, Default)]
struct Shared {
    saved: Mutex<Saved>,
    changed: Condvar,
}

/// The way to the writing thread.
#[derive(Debug)]
pub(crate) struct Journal {
    lines: Sender<Line>,
    shared: Arc<Shared>,
    thread: JoinHandle<()>,
}

impl Journal {
    /// Each attempt that settles something is told to `outbox` too.
    ///
    /// # Errors
    /// When the thread cannot be made.
    pub(crate) fn start(reviews: Reviews, outbox: SyncSender<Message>) -> io::Result<Self> {
        let (lines, inbox) = channel();
        let shared = Arc::new(Shared::default());
        let own = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("journal".into())
            .spawn(move || write(&reviews, &inbox, &own, &outbox))?;
        Ok(Self {
            lines,
            shared,
            thread,
        })
    }

    /// Hands over an answer, and waits a moment for it to be saved.
    pub(crate) fn record(&self, line: Line) -> Saved {
        lock(&self.shared).unsaved += 1;
        // Without the thread, a panic ends the program.
        let _ = self.lines.send(line);
        self.settled(GLANCE)
    }

    /// What is saved now.
    pub(crate) fn saved(&self) -> Saved {
        told(&mut lock(&self.shared))
    }

    /// Tries once more to save what is not, and says what still is not.
    pub(crate) fn finish(self) -> Saved {
        let Self {
            lines,
            shared,
            thread,
        } = self;
        drop(lines);
        let began = Instant::now();
        while !thread.is_finished() && began.elapsed() < LAST {
            thread::sleep(Duration::from_millis(2));
        }
        lock(&shared).clone()
    }

    fn settled(&self, patience: Duration) -> Saved {
        let saved = lock(&self.shared);
        let is_open = |saved: &mut Saved| saved.unsaved > 0 && saved.why.is_none();
        let waited = self
            .shared
            .changed
            .wait_timeout_while(saved, patience, is_open);
        let (mut saved, _) = waited.unwrap_or_else(PoisonError::into_inner);
        told(&mut saved)
    }
}

/// What is told; a new log only once.
fn told(saved: &mut Saved) -> Saved {
    let told = saved.clone();
    saved.anew = false;
    told
}

fn lock(shared: &Shared) -> MutexGuard<'_, Saved> {
    shared.saved.lock().unwrap_or_else(PoisonError::into_inner)
}

fn write(reviews: &Reviews, inbox: &Receiver<Line>, shared: &Shared, outbox: &SyncSender<Message>) {
    let mut waiting: Vec<Line> = Vec::new();
    let mut written: Vec<Line> = Vec::new();
    loop {
        let next = if waiting.is_empty() {
            inbox.recv().map_err(|_gone| RecvTimeoutError::Disconnected)
        } else {
            inbox.recv_timeout(AGAIN)
        };
        let is_over = matches!(next, Err(RecvTimeoutError::Disconnected));
        waiting.extend(next);
        waiting.extend(inbox.try_iter());
        let is_lost = !written.is_empty() && reviews.are_gone();
        if is_lost {
            lock(shared).unsaved += written.len();
            waiting.splice(0..0, written.drain(..));
        }
        if !waiting.is_empty() {
            let attempt = reviews.append(&waiting);
            let mut saved = lock(shared);
            match attempt {
                Ok(()) => {
                    saved.unsaved -= waiting.len().min(saved.unsaved);
                    saved.why = None;
                    saved.anew |= is_lost;
                    written.append(&mut waiting);
                }
                Err(error) => saved.why = Some(reason(&error)),
            }
            shared.changed.notify_all();
            drop(saved);
            // It only asks for a frame, so a full channel, which asks for one too, does as well.
            let _ = outbox.try_send(Message::Recorded);
        }
        if is_over {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;
    use std::sync::mpsc::sync_channel;

    use super::*;
    use crate::run::state::folders::Folders;
    use crate::study::log::{Act, LineId, Log, Way};
    use crate::study::{Day, Grade, Key};

    fn line(number: u32) -> Line {
        Line {
            id: LineId {
                session: "a".to_owned(),
                number,
            },
            day: Day::default(),
            model: "m".to_owned(),
            key: Key::new("year", ["x"]),
            act: Act::Review {
                grade: Grade::Good,
                way: Way::Choice,
                cram: false,
                mark: 1,
            },
        }
    }

    fn journal(folder: &Path) -> Journal {
        let folders = Folders {
            state: Some(folder.join("state")),
            ..Folders::default()
        };
        let (outbox, _inbox) = sync_channel(9);
        Journal::start(Reviews::new(&folders), outbox).unwrap()
    }

    /// Waits longer than a frame does.
    fn record(journal: &Journal, number: u32) -> Saved {
        journal.record(line(number));
        let saved = journal.settled(Duration::from_secs(60));
        assert_eq!(saved.why, None);
        saved
    }

    fn numbers(folder: &Path) -> Vec<u32> {
        let bytes = fs::read(folder.join("state/reviews.log")).unwrap();
        let lines = Log::read(&bytes).lines;
        lines.iter().map(|line| line.id.number).collect()
    }

    #[test]
    fn what_was_saved_is_saved_again_when_the_log_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let journal = journal(folder.path());
        record(&journal, 1);
        record(&journal, 2);
        fs::remove_dir_all(folder.path().join("state")).unwrap();
        record(&journal, 3);
        assert_eq!(numbers(folder.path()), [1, 2, 3]);
        record(&journal, 4);
        fs::remove_dir_all(folder.path().join("state")).unwrap();
        assert_eq!(journal.finish().unsaved, 0);
        assert_eq!(numbers(folder.path()), [1, 2, 3, 4]);
    }

    #[test]
    fn what_was_saved_is_counted_when_the_log_is_gone_and_none_can_be_made() {
        let folder = tempfile::tempdir().unwrap();
        let journal = journal(folder.path());
        record(&journal, 1);
        record(&journal, 2);
        let state = folder.path().join("state");
        fs::remove_dir_all(&state).unwrap();
        // Nobody makes a folder where a file is, not even root.
        fs::write(&state, "").unwrap();
        let left = journal.finish();
        assert_eq!(left.unsaved, 2);
        assert!(left.why.is_some());
    }
}
