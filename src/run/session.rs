//! One run of the app on the terminal: messages in, frames out.

mod clipboard;
mod frame;
mod perform;
mod reloader;
mod seeker;
mod suspend;

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::{Rect, Size};

use super::message::{Ending, Message};
use super::model_source::ModelSource;
use super::speaker_line::TalkEnd;
use super::state::course::CourseFile;
use super::state::journal::{Journal, Saved};
use super::state::mine::Mine;
use super::state::recorder::Tell;
use super::state::reviews::Reviews;
use super::terminal::{self, PanicHook, Terminal, Writer};
use crate::action::Action;
use crate::app::{App, FollowState, Place};
use crate::ask::Library;
use crate::text::Clean;

use clipboard::Clipboard;
pub use frame::Frame;
use reloader::Reloader;
use seeker::Seeker;

/// How long a flood of messages may put off the next frame.
const BURST: Duration = Duration::from_millis(20);

/// Keeps the place for the next start.
pub(super) type Save = dyn Fn(&Place) -> io::Result<()>;

/// Hears of a briefing that another program shows.
pub(super) type Listen = dyn FnMut() -> FollowState;

/// Asks something of the talk that is followed.
pub(super) type Drive = dyn FnMut(&Action) -> io::Result<()>;

/// Messages that may wait; whoever has more waits too, the keyboard among them.
const WAITING: usize = 1024;

/// How often a second screen listens: it may be half a second behind.
const LISTEN: Duration = Duration::from_millis(400);

/// The same just after a key that drives the talk.
const LISTEN_SOON: Duration = Duration::from_millis(60);

/// What a session needs from its surroundings.
pub(super) struct SessionOptions {
    /// Whether the mouse is reported to the program.
    pub mouse: bool,
    /// What is read for [`crate::effect::Effect::Reload`].
    pub source: ModelSource,
    /// Called once, at the end, while the terminal is still held.
    pub save: Box<Save>,
    /// Called after every change, and at the end with no signal.
    pub tell: Box<Tell>,
    /// Called every now and then, if at all.
    pub listen: Option<Box<Listen>>,
    /// The log of reviews.
    pub reviews: Reviews,
    /// Where the course was left.
    pub course: CourseFile,
    /// Where questions are parked.
    pub mine: Mine,
    /// The folder in which a speaker's side finds a talk.
    pub line: Option<PathBuf>,
    /// Has the talk that is followed do something.
    pub drive: Option<Box<Drive>>,
}

/// The end of a session, for the caller to report; the terminal has been given back.
#[derive(Debug)]
pub(super) struct SessionEnd {
    /// The exit code of the process.
    pub exit_code: u8,
    /// Why the place could not be saved.
    pub unsaved: Option<io::Error>,
    /// What of the answers could not be saved.
    pub answers: Saved,
    /// Why the terminal could not be used any more.
    pub failed: Option<io::Error>,
    /// The plan that a rehearsal came to.
    pub rehearsed: Option<String>,
}

/// Runs the app until it ends. When this returns, the terminal is as it was before, also on error.
///
/// # Errors
/// When there is no terminal to read from or to write to.
pub(super) fn run(app: App, options: SessionOptions) -> io::Result<SessionEnd> {
    let (outbox, inbox) = sync_channel(WAITING);
    let terminal = Arc::new(Terminal::new(options.mouse));
    // Before the modes are on, so that no signal finds them on and nobody to switch them off.
    terminal::listen_for_signals(Arc::clone(&terminal), outbox.clone())?;
    let _hook = PanicHook::install(Arc::clone(&terminal), outbox.clone());
    let _inside = terminal.guard()?;
    let writer = Writer::start(Arc::clone(&terminal), outbox.clone())?;
    let mut session = Session {
        app,
        journal: Journal::start(options.reviews.clone(), outbox.clone())?,
        reloader: Reloader::new(options.source.clone(), outbox.clone()),
        options,
        terminal: Arc::clone(&terminal),
        inbox,
        writer,
        seeker: Seeker::new(outbox.clone()),
        clipboard: Clipboard::new(outbox.clone()),
        frame: Frame::default(),
        size: Size::ZERO,
        stale: true,
        stopping: false,
        end: None,
        began: Instant::now(),
        is_told_of_failure: false,
        corpus: None,
        outbox: outbox.clone(),
        line: None,
        speakers: 0,
        drove: None,
    };
    // What nobody waits for comes after the first frame.
    session.draw()?;
    terminal::watch_for_hang_up(terminal, outbox.clone())?;
    match terminal::read_events(outbox) {
        Err(error) if is_hang_up(&error) => session.end = Some(Ending::Lost),
        other => other?,
    }
    Ok(session.run())
}

/// Whether reading failed because the terminal is gone, which may be seen before whoever watches for
/// that has told. The numbers of `EIO` and `ENXIO` are the same on every Unix.
fn is_hang_up(error: &io::Error) -> bool {
    cfg!(unix) && matches!(error.raw_os_error(), Some(5 | 6))
}

struct Session {
    app: App,
    options: SessionOptions,
    terminal: Arc<Terminal>,
    inbox: Receiver<Message>,
    writer: Writer,
    seeker: Seeker,
    clipboard: Clipboard,
    journal: Journal,
    reloader: Reloader,
    frame: Frame,
    size: Size,
    stale: bool,
    stopping: bool,
    end: Option<Ending>,
    began: Instant,
    is_told_of_failure: bool,
    /// The corpus that was made ready for searching, or is being made.
    corpus: Option<Arc<Library>>,
    outbox: SyncSender<Message>,
    /// The line on which a speaker's side is heard, from the first briefing on.
    line: Option<TalkEnd>,
    /// How many are attached.
    speakers: usize,
    /// When the talk was driven last.
    drove: Option<Instant>,
}

impl Session {
    fn run(mut self) -> SessionEnd {
        // Whatever the end, what was done is kept.
        let failed = self.go().err();
        let ending = self.end.unwrap_or(Ending::Lost);
        let untold = (self.options.tell)(None, self.app.saved()).err();
        let unsaved = match self.app.place() {
            Some(place) => (self.options.save)(&place).err(),
            None => None,
        };
        self.clipboard.finish();
        SessionEnd {
            exit_code: ending.exit_code(),
            rehearsed: self.app.rehearsed(),
            unsaved: unsaved.or(untold),
            answers: self.journal.finish(),
            failed,
        }
    }

    /// Goes on until there is an end.
    fn go(&mut self) -> io::Result<()> {
        while self.end.is_none() {
            self.draw()?;
            self.take_burst()?;
            if self.stopping && self.end.is_none() {
                self.suspend()?;
            }
        }
        Ok(())
    }

    /// Waits for a message, then takes what else is there.
    fn take_burst(&mut self) -> io::Result<()> {
        match self.next() {
            Ok(first) => self.take(first)?,
            Err(RecvTimeoutError::Timeout) => {
                self.pass_time();
                return Ok(());
            }
            Err(RecvTimeoutError::Disconnected) => {
                self.end = Some(Ending::Lost);
                return Ok(());
            }
        }
        let began = Instant::now();
        while self.end.is_none() && !self.stopping && began.elapsed() < BURST {
            match self.inbox.try_recv() {
                Ok(message) => self.take(message)?,
                Err(_) => break,
            }
        }
        self.spread();
        Ok(())
    }

    /// Waits for a message; without a clock on the screen and nothing to listen to, for ever.
    fn next(&self) -> Result<Message, RecvTimeoutError> {
        let drives = self.drove.is_some_and(|when| when.elapsed() < LISTEN);
        let every = if drives { LISTEN_SOON } else { LISTEN };
        let listens = self.options.listen.as_ref().map(|_| every);
        let times = [self.app.wake(), listens, self.held(), self.reloader.wake()];
        let soonest = times.into_iter().flatten().min();
        match soonest {
            Some(soonest) => self.inbox.recv_timeout(soonest),
            None => self
                .inbox
                .recv()
                .map_err(|_gone| RecvTimeoutError::Disconnected),
        }
    }

    /// How long the frame is held back for hits that should be on it.
    fn held(&self) -> Option<Duration> {
        let waits = self.stale && self.app.is_searching();
        self.seeker.grace().filter(|_| waits)
    }

    /// Nothing happened but time.
    fn pass_time(&mut self) {
        self.app.tick(self.began.elapsed());
        if let Some(listen) = &mut self.options.listen {
            self.app.hear(listen());
        }
        self.stale = true;
        self.spread();
    }

    /// Tells others what has changed.
    fn spread(&mut self) {
        self.app.tick(self.began.elapsed());
        self.open_line();
        match (self.options.tell)(self.app.presenter(), self.app.saved()) {
            Ok(None) => return,
            Ok(Some(warning)) => self.app.notify(Clean::new(&warning), false),
            Err(_) if self.is_told_of_failure => return,
            Err(error) => {
                self.is_told_of_failure = true;
                self.tell(&format!("The briefing cannot be kept: {error}"));
            }
        }
        self.stale = true;
    }

    /// Lets a speaker's side attach, once there is a briefing. Without that it can still follow.
    fn open_line(&mut self) {
        if self.app.presenter().is_some()
            && let Some(folder) = self.options.line.take()
        {
            self.line = TalkEnd::open(&folder, self.outbox.clone()).ok();
        }
    }

    /// Takes what comes from the speaker's side.
    fn hear_speaker(&mut self, is_there: bool) {
        self.speakers = if is_there {
            self.speakers + 1
        } else {
            self.speakers.saturating_sub(1)
        };
        self.app.set_speaker(self.speakers > 0);
    }

    fn take(&mut self, message: Message) -> io::Result<()> {
        self.stale |= !matches!(message, Message::Written(_));
        self.app.tick(self.began.elapsed());
        match message {
            Message::Input(event) => self.handle(&event),
            Message::InputFailed(error) if is_hang_up(&error) => self.end = Some(Ending::Lost),
            Message::InputFailed(error) => return Err(error),
            Message::Found(corpus, hits) => {
                // Hits of a model that is gone are places in it.
                if Arc::ptr_eq(&corpus, &self.app.env().library) {
                    let effects = self.app.found(hits);
                    self.perform(effects);
                }
            }
            Message::Reloaded(reloaded) => self.reloaded(*reloaded),
            // Smaller and as large again is a change too: the terminal has cut what it shows.
            Message::Resized => self.frame.repaint(),
            Message::Stop => self.stopping = true,
            Message::Continued => self.resume()?,
            Message::Copied(lost) => self.copied_by_tmux(lost),
            Message::Speaker(is_there) => self.hear_speaker(is_there),
            Message::Driven(action) => {
                let effects = self.app.drive(&action);
                self.perform(effects);
            }
            Message::Recorded => {
                let saved = self.journal.saved();
                self.recorded(&saved);
            }
            Message::Written(Ok(())) => {
                self.writer.rest();
                self.prepare_search();
            }
            Message::Written(Err(_)) => self.end = Some(Ending::Lost),
            Message::Panicked => self.end = Some(Ending::Panicked),
            Message::End(ending) => self.end = Some(ending),
        }
        self.go_on();
        Ok(())
    }

    /// Does what has waited for this message.
    fn go_on(&mut self) {
        while self.end.is_none()
            && !self.stopping
            && let Some(effects) = self.app.go_on()
        {
            self.perform(effects);
        }
    }

    /// Makes the corpus of a model once its first frame is out, before anybody searches.
    fn prepare_search(&mut self) {
        let corpus = &self.app.env().library;
        let known = self.corpus.as_ref();
        if known.is_none_or(|known| !Arc::ptr_eq(known, corpus)) {
            self.corpus = Some(Arc::clone(corpus));
            let corpus = Arc::clone(corpus);
            // Without a thread to spare, whoever searches first makes it.
            let _ = thread::Builder::new().name("corpus".into()).spawn(move || {
                corpus.corpus();
                corpus.names();
            });
        }
    }

    fn handle(&mut self, event: &Event) {
        let effects = self.app.handle(event);
        self.perform(effects);
    }

    fn tell(&mut self, failure: &str) {
        self.app.notify(Clean::new(failure), true);
    }

    /// Draws what is new, if the last frame has arrived.
    fn draw(&mut self) -> io::Result<()> {
        let waits = self.writer.is_busy() || self.held().is_some();
        if !self.stale || waits || self.end.is_some() {
            return Ok(());
        }
        self.stale = false;
        self.follow_size();
        if let Some(word) = self.reloader.word(self.size.width.into()) {
            self.app.notify(word, false);
        }
        let app = &self.app;
        let paint = |area: Rect, buffer: &mut _| {
            app.render(area, buffer);
            app.cursor(area)
        };
        if let Some(bytes) = self.frame.draw(self.size, paint)? {
            self.writer.write(bytes)?;
        }
        Ok(())
    }

    /// The size is asked for before every frame, so that none is drawn for a size long gone.
    fn follow_size(&mut self) {
        let Ok(size) = terminal::size() else {
            return;
        };
        let size = frame::bounded(size);
        if size != self.size {
            self.size = size;
            self.handle(&Event::Resize(size.width, size.height));
        }
    }
}
