//! One run of the app on the terminal: messages in, frames out.

mod clipboard;
mod ending;
mod frame;
mod input;
mod message;
mod suspend;

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crossterm::event::Event;
use ratatui::layout::{Rect, Size};

use super::terminal::{self, PanicHook, Terminal, Writer};
use crate::app::{App, Place};
use crate::effect::Effect;
use crate::model::{Loaded, Report};
use crate::text::Clean;

pub(super) use ending::{Ending, SessionEnd};
use frame::Frame;
pub(super) use message::Message;

/// How long a flood of messages may put off the next frame.
const BURST: Duration = Duration::from_millis(20);

/// Reads the model again; the outer error is one of input, as a sentence for the user.
pub(super) type Reload = dyn Fn() -> io::Result<Result<Loaded, Box<Report>>>;

/// Keeps the place for the next start.
pub(super) type Save = dyn Fn(&Place) -> io::Result<()>;

/// What a session needs from its surroundings.
pub(super) struct SessionOptions {
    /// Whether the mouse is reported to the program.
    pub mouse: bool,
    /// Called for [`Effect::Reload`].
    pub reload: Box<Reload>,
    /// Called once, at the end, while the terminal is still held.
    pub save: Box<Save>,
}

/// Runs the app until it ends. When this returns, the terminal is as it was before, also on error.
///
/// # Errors
/// When there is no terminal to read from or to write to.
pub(super) fn run(app: App, options: SessionOptions) -> io::Result<SessionEnd> {
    let (outbox, inbox) = channel();
    let terminal = Arc::new(Terminal::new(options.mouse));
    // Before the modes are on, so that no signal finds them on and nobody to switch them off.
    terminal::listen_for_signals(Arc::clone(&terminal), outbox.clone())?;
    let _hook = PanicHook::install(Arc::clone(&terminal), outbox.clone());
    let _inside = terminal.guard()?;
    terminal::watch_for_hang_up(Arc::clone(&terminal), outbox.clone())?;
    let writer = Writer::start(Arc::clone(&terminal), outbox.clone())?;
    input::read_on_a_thread(outbox)?;
    Session {
        app,
        options,
        terminal,
        inbox,
        writer,
        frame: Frame::default(),
        size: Size::ZERO,
        stale: true,
        stopping: false,
        end: None,
    }
    .run()
}

struct Session {
    app: App,
    options: SessionOptions,
    terminal: Arc<Terminal>,
    inbox: Receiver<Message>,
    writer: Writer,
    frame: Frame,
    size: Size,
    stale: bool,
    stopping: bool,
    end: Option<Ending>,
}

impl Session {
    fn run(mut self) -> io::Result<SessionEnd> {
        let ending = loop {
            if let Some(ending) = self.end {
                break ending;
            }
            self.draw()?;
            self.take_burst()?;
            if self.stopping && self.end.is_none() {
                self.suspend()?;
            }
        };
        let unsaved = match self.app.place() {
            Some(place) => (self.options.save)(&place).err(),
            None => None,
        };
        Ok(SessionEnd {
            exit_code: ending.exit_code(),
            unsaved,
        })
    }

    /// Waits for a message, then takes what else is there.
    fn take_burst(&mut self) -> io::Result<()> {
        let Ok(first) = self.inbox.recv() else {
            self.end = Some(Ending::Lost);
            return Ok(());
        };
        self.take(first)?;
        let began = Instant::now();
        while self.end.is_none() && !self.stopping && began.elapsed() < BURST {
            match self.inbox.try_recv() {
                Ok(message) => self.take(message)?,
                Err(_) => break,
            }
        }
        Ok(())
    }

    fn take(&mut self, message: Message) -> io::Result<()> {
        self.stale |= !matches!(message, Message::Written(_));
        match message {
            Message::Input(event) => self.handle(&event),
            Message::InputFailed(error) => return Err(error),
            Message::Resized => {}
            Message::Stop => self.stopping = true,
            Message::Continued => self.resume()?,
            Message::Written(Ok(())) => self.writer.rest(),
            Message::Written(Err(_)) => self.end = Some(Ending::Lost),
            Message::Panicked => self.end = Some(Ending::Panicked),
            Message::End(ending) => self.end = Some(ending),
        }
        Ok(())
    }

    fn handle(&mut self, event: &Event) {
        for effect in self.app.handle(event) {
            match effect {
                Effect::QuitNow => self.end = Some(Ending::Interrupted),
                Effect::Quit if self.app.is_broken() => self.end = Some(Ending::Broken),
                Effect::Quit => self.end = Some(Ending::Quit),
                Effect::Suspend => self.stopping = true,
                Effect::Redraw => self.frame.repaint(),
                Effect::Copy(text) => self.copy(&text),
                Effect::Reload => self.reload(),
            }
        }
    }

    fn copy(&mut self, text: &str) {
        match clipboard::sequence(text) {
            Some(bytes) => self.frame.append(bytes),
            None => self.tell("This is too long for the clipboard of a terminal"),
        }
    }

    fn reload(&mut self) {
        match (self.options.reload)() {
            Ok(loaded) => self.app.reloaded(loaded),
            Err(error) => self.tell(&error.to_string()),
        }
    }

    fn tell(&mut self, failure: &str) {
        self.app.notify(Clean::new(failure), true);
    }

    /// Draws what is new, if the last frame has arrived.
    fn draw(&mut self) -> io::Result<()> {
        if !self.stale || self.writer.is_busy() || self.end.is_some() {
            return Ok(());
        }
        self.stale = false;
        self.follow_size();
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
