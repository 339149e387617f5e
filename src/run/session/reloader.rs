//! The thread that reads the model again; whoever waits long is told.

use std::io;
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::thread;
use std::time::{Duration, Instant};

use crate::run::failure::Failure;
use crate::run::message::Message;
use crate::run::model_source::ModelSource;
use crate::run::progress::{BLINK, Progress, TICK};
use crate::text::Clean;

/// Reads the model again on demand, once at a time.
pub(super) struct Reloader {
    source: ModelSource,
    outbox: SyncSender<Message>,
    under_way: Option<UnderWay>,
}

struct UnderWay {
    progress: Arc<Progress>,
    began: Instant,
}

impl Reloader {
    /// What was read is sent to `outbox`.
    pub(super) const fn new(source: ModelSource, outbox: SyncSender<Message>) -> Self {
        Self {
            source,
            outbox,
            under_way: None,
        }
    }

    /// Begins to read. [`Reloader::end`] is due when the message has come.
    ///
    /// # Errors
    /// When the thread cannot be made.
    pub(super) fn begin(&mut self) -> io::Result<()> {
        let progress = Arc::new(self.source.progress());
        self.under_way = Some(UnderWay {
            progress: Arc::clone(&progress),
            began: Instant::now(),
        });
        let (source, outbox) = (self.source.clone(), self.outbox.clone());
        let reading = thread::Builder::new().name("reload".into());
        let begun = reading.spawn(move || {
            let reloaded = source.load_again(&progress).map_err(sentence);
            // Who left meanwhile does not want it.
            let _ = outbox.send(Message::Reloaded(Box::new(reloaded)));
        });
        if let Err(error) = begun {
            self.under_way = None;
            return Err(error);
        }
        Ok(())
    }

    /// The model has come.
    pub(super) fn end(&mut self) {
        self.under_way = None;
    }

    /// When to tell how far it is.
    pub(super) fn wake(&self) -> Option<Duration> {
        let under_way = self.under_way.as_ref()?;
        Some(BLINK.saturating_sub(under_way.began.elapsed()).max(TICK))
    }

    /// How far it is, for a line of so many cells; `None` while that needs no word.
    pub(super) fn word(&self, cells: usize) -> Option<Clean> {
        let under_way = self.under_way.as_ref()?;
        let is_long = under_way.began.elapsed() >= BLINK;
        is_long.then(|| Clean::new(&under_way.progress.sentence(cells)))
    }
}

fn sentence(failure: Failure) -> String {
    match failure {
        Failure::Said(what, _) | Failure::Usage(what) => what,
        Failure::Broken(report) => report.summary(),
    }
}

#[cfg(test)]
mod tests {
    use std::ffi::OsStr;
    use std::sync::mpsc::{Receiver, sync_channel};

    use super::*;
    use crate::run::message::Reloaded;

    fn reloader(model: &str) -> (Reloader, Receiver<Message>) {
        let (outbox, inbox) = sync_channel(1);
        let source = ModelSource::named(OsStr::new(model));
        (Reloader::new(source, outbox), inbox)
    }

    fn read(inbox: &Receiver<Message>) -> Reloaded {
        match inbox.recv() {
            Ok(Message::Reloaded(reloaded)) => *reloaded,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_blink_needs_no_word_and_more_does() {
        let (mut reloader, _inbox) = reloader("no-such-file.ron");
        assert_eq!((reloader.wake(), reloader.word(80)), (None, None));
        let mut begun = |ago| {
            reloader.under_way = Some(UnderWay {
                progress: Arc::new(reloader.source.progress()),
                began: Instant::now().checked_sub(ago).unwrap(),
            });
            (reloader.wake(), reloader.word(80))
        };
        let (wake, word) = begun(Duration::ZERO);
        assert!(wake.is_some_and(|wake| wake <= BLINK));
        assert_eq!(word, None);
        let (wake, word) = begun(BLINK);
        assert_eq!(wake, Some(TICK));
        assert_eq!(
            word.unwrap().to_string(),
            "Reading no-such-file.ron: 0.0 MB so far"
        );
    }

    #[test]
    fn what_cannot_be_read_again_is_told() {
        for (model, told) in [
            ("-", "standard input can be read only once"),
            ("no-such-file.ron", "no-such-file.ron"),
        ] {
            let (mut reloader, inbox) = reloader(model);
            reloader.begin().unwrap();
            let sentence = read(&inbox).err().unwrap();
            assert!(sentence.contains(told), "{sentence}");
        }
    }
}
