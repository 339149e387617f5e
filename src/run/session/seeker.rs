//! The thread that searches, so that no key waits for a search.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::ask::Library;
use crate::run::message::Message;
use crate::search::{Finder, Query};

/// How long a frame may wait for the hits that belong on it.
const GRACE: Duration = Duration::from_millis(15);

/// Searches on demand; one search at a time, the newest.
pub(super) struct Seeker {
    outbox: SyncSender<Message>,
    /// Made with the first search.
    requests: Option<Sender<Request>>,
    stop: Arc<AtomicBool>,
    asked: Option<Instant>,
}

struct Request {
    corpus: Arc<Library>,
    query: Query,
    limit: usize,
    stop: Arc<AtomicBool>,
}

impl Seeker {
    /// Hits are sent to `outbox`.
    pub(super) fn new(outbox: SyncSender<Message>) -> Self {
        Self {
            outbox,
            requests: None,
            stop: Arc::default(),
            asked: None,
        }
    }

    /// Searches for this instead of what is searched for now.
    ///
    /// # Errors
    /// When the thread cannot be made.
    pub(super) fn ask(
        &mut self,
        corpus: Arc<Library>,
        (query, limit): (Query, usize),
    ) -> io::Result<()> {
        self.stop.store(true, Ordering::Relaxed);
        self.stop = Arc::default();
        self.asked = Some(Instant::now());
        let request = Request {
            corpus,
            query,
            limit,
            stop: Arc::clone(&self.stop),
        };
        let requests = match &self.requests {
            Some(requests) => requests,
            None => self
                .requests
                .insert(search_on_a_thread(self.outbox.clone())?),
        };
        // Without the thread, a panic ends the program.
        let _ = requests.send(request);
        Ok(())
    }

    /// How long the next frame is still to wait for hits, as long as there are none.
    pub(super) fn grace(&self) -> Option<Duration> {
        let left = GRACE.checked_sub(self.asked?.elapsed())?;
        (!left.is_zero()).then_some(left)
    }
}

fn search_on_a_thread(outbox: SyncSender<Message>) -> io::Result<Sender<Request>> {
    let (requests, inbox) = channel();
    thread::Builder::new()
        .name("search".into())
        .spawn(move || search(&inbox, &outbox))?;
    Ok(requests)
}

fn search(inbox: &Receiver<Request>, outbox: &SyncSender<Message>) {
    let mut finder = Finder::default();
    let mut last: Option<Arc<Library>> = None;
    for request in inbox {
        if request.stop.load(Ordering::Relaxed) {
            continue;
        }
        if !last.is_some_and(|last| Arc::ptr_eq(&last, &request.corpus)) {
            finder = Finder::default();
        }
        let corpus = request.corpus.corpus();
        let found = finder.find(corpus, &request.query, request.limit, &request.stop);
        last = Some(Arc::clone(&request.corpus));
        if let Some(hits) = found
            && outbox.send(Message::Found(request.corpus, hits)).is_err()
        {
            return;
        }
    }
}
